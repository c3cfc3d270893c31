"""A report text made up from the figures of data/jabar-disnakertrans-2016; no sentence is real."""

from collections.abc import Iterator

from lkjlib.data import Data
from lkjlib.numbers.format import format_angka

TITLE = "Tabel 3.1 Target dan Realisasi Kinerja"
BUDGET = "Tabel 3.6 Realisasi Anggaran Belanja Langsung"


def report_text(data: Data) -> str:
    """The whole text: chapters, tables with tabs between the cells, sentences."""
    year = data.tahun
    lines = [
        f"LAPORAN KINERJA TAHUN {year}",
        "",
        "BAB I",
        "",
        "PENDAHULUAN",
        "",
        "A. Latar Belakang",
        "",
        "Laporan disusun menurut Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP.",
        "",
        "BAB III",
        "",
        "AKUNTABILITAS KINERJA",
        "",
        "A. Capaian Kinerja",
        "",
        f"{TITLE} Tahun {year}",
        "",
        *results(data),
        "",
        *sentences(data),
        "B. Realisasi Anggaran",
        "",
        f"{BUDGET} Tahun {year}",
        "",
        *budget(data),
        "",
    ]
    return "\n".join(lines)


def results(data: Data) -> Iterator[str]:
    """The table of targets and results of the report's year."""
    yield "No\tIndikator Kinerja\tSatuan\tTarget\tRealisasi\tCapaian (%)\tKategori"
    yield "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)"
    cards = data.indikator.set_index("kode")
    rows = data.kinerja[data.kinerja["tahun"] == data.tahun]
    for number, (place, row) in enumerate(rows.iterrows(), start=1):
        card = cards.loc[row["kode"]]
        shown = [data.tercetak("kinerja", place, c) for c in ("target", "realisasi", "capaian")]
        yield "\t".join([f"{number}.", card["indikator"], card["satuan"], *shown, row["kategori"]])


def sentences(data: Data) -> Iterator[str]:
    """A paragraph on each indicator."""
    cards = data.indikator.set_index("kode")
    for place, row in data.kinerja[data.kinerja["tahun"] == data.tahun].iterrows():
        target, result, share = (
            data.tercetak("kinerja", place, name) for name in ("target", "realisasi", "capaian")
        )
        yield (
            f"Indikator “{cards.loc[row['kode'], 'indikator']}” pada tahun {data.tahun} "
            f"ditargetkan sebesar {target} dan terealisasi {result} dengan capaian kinerja "
            f"{share}% (kategori {row['kategori']})."
        )
        yield ""


def budget(data: Data) -> Iterator[str]:
    """The table of programmes and activities, with sums that hold."""
    yield "No\tProgram / Kegiatan\tAnggaran\tRealisasi\t%"
    for number, (name, rows) in enumerate(data.anggaran.groupby("program", sort=False), start=1):
        yield _money(f"{number}.", name, rows["alokasi"].sum(), rows["realisasi"].sum())
        for row in rows.itertuples():
            yield _money("", row.kegiatan, row.alokasi, row.realisasi)
    total = data.anggaran[["alokasi", "realisasi"]].sum()
    yield _money("", "TOTAL", total["alokasi"], total["realisasi"])


def _money(number: str, name: str, budgeted: int, spent: int) -> str:
    share = format_angka(100 * spent / budgeted, 2)
    return "\t".join([number, name, format_angka(budgeted), format_angka(spent), share])
