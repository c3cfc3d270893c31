"""Parts of README.md that cog writes out of the data, so that they cannot become untrue."""

from lkjlib.data import Data
from lkjlib.ledger.basis import CETAKAN_LAIN, DARI_SINI, DIHITUNG_ULANG, DINALAR, TIDAK_TERCAKUP
from lkjlib.ledger.coverage import ACUAN, MACAM, angka
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.views import ringkasan_klaim
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.numbers.format import format_angka
from lkjlib.themes.indikator.analysis import ringkasan


def indicators_markdown(data: Data) -> str:
    """The five indicators, printed and recomputed, as the README's first table."""
    rows = [
        "| Indikator | Target | Realisasi tercetak | dihitung | Capaian tercetak | dihitung | "
        "Kategori (skala laporan) |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for row in ringkasan(data).itertuples():
        numbers = (row.target, row.realisasi, row.realisasi_dihitung)
        texts = [format_angka(n, 2) for n in (*numbers, row.capaian, row.capaian_dihitung)]
        printed, computed = row.kategori, row.kategori_dihitung
        word = computed if printed == computed else f"{printed} → **{computed}**"
        rows.append(f"| {row.indikator} | {' | '.join(texts)} | {word} |")
    return "\n".join(rows)


def ledger_markdown(data: Data) -> str:
    """How much was checked and what was found, as the README's second paragraph."""
    counts = ringkasan_klaim(data).set_index("vonis")
    held, total = counts.loc[COCOK], counts["jumlah"]
    numbers = angka(data)
    covered = numbers["dasar"].value_counts().reindex(MACAM, fill_value=0)
    faults = temuan_klaim(data)
    weighty = faults[faults["konsekuensi"] == "vonis"]["judul"]
    lines = [
        f"Of **{total.sum()} statements**, **{total[TIDAK_COCOK]} do not hold**, "
        f"{total[TIDAK_DIDUKUNG]} have no data behind them, {total[PEMBULATAN]} differ by "
        f"rounding, {total[TIDAK_DAPAT_DIUJI]} cannot be tested and {total[COCOK]} hold: "
        f"**{held[DIHITUNG_ULANG]} recomputed from other cells**, {held[CETAKAN_LAIN]} only equal "
        f"to what is printed elsewhere, {held[DINALAR]} judged by reading, {held[DARI_SINI]} typed "
        "from that very place, which is no test. "
        f"Of {len(numbers):,} printed numbers {covered[DIHITUNG_ULANG]} are recomputed, "
        f"{covered[CETAKAN_LAIN]} compared with another place, {covered[DARI_SINI]} only typed "
        f"into the annexes, {covered[ACUAN]} references (laws, dates, list numbers) and "
        f"{covered[[DINALAR, TIDAK_TERCAKUP]].sum()} judged by reading or not covered. "
        "What changes a verdict:",
        "",
        *(f"- {title}" for title in weighty),
    ]
    return "\n".join(lines)
