"""Parts of README.md that cog writes out of the data, so that they cannot become untrue."""

from lkjlib.data import Data
from lkjlib.ledger.coverage import angka
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
    counts = ringkasan_klaim(data).set_index("vonis")["jumlah"]
    numbers = angka(data)["terjelaskan"]
    faults = temuan_klaim(data)
    weighty = faults[faults["konsekuensi"] == "vonis"]["judul"]
    lines = [
        f"**{len(numbers):,} printed numbers** are explained ({numbers.mean():.0%}); of "
        f"**{counts.sum()} statements**, {counts[COCOK]} hold, {counts[PEMBULATAN]} differ by "
        f"rounding, **{counts[TIDAK_COCOK]} do not hold**, {counts[TIDAK_DIDUKUNG]} have no data "
        f"behind them and {counts[TIDAK_DAPAT_DIUJI]} cannot be tested. What changes a verdict:",
        "",
        *(f"- {title}" for title in weighty),
    ]
    return "\n".join(lines)
