"""The site's front page: the indicators with their trend, what the ledger found, what is absent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.views import ringkasan_klaim
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.numbers.format import format_angka, format_persen, is_missing, sebut_bilangan
from lkjlib.products.absent import absent_books, has_ledger, sentences, tried
from lkjlib.products.names import chapter_name, ledger_names, workbook_name
from lkjlib.products.site.bench_page import NAMA, bench_page
from lkjlib.products.templates import render
from lkjlib.report import Report
from lkjlib.themes import INDIKATOR_LAIN, book_of
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.comparison import tren

_SHOWN = ("vonis", "angka", "antartabel")
_WIDTH, _HEIGHT = 72, 26
_PERCENT = ("%", "persen")


@dataclass(frozen=True)
class FrontPage:
    """What the front page says: blocks of HTML, links to the other products, what is absent.

    `halaman` are the pages that are no notebooks, name -> Markdown; `klaim` is empty without a
    ledger.
    """

    laporan: Report
    banyak: str
    indikator: str
    temuan: str
    bab: str
    tabel: str
    klaim: Sequence[str] = ()
    halaman: Mapping[str, str] = field(default_factory=dict)
    tanpa: Sequence[str] = ()

    @property
    def tahun_tren(self) -> str:
        """Years that the report sets side by side."""
        return span(self.laporan)


def front_page(data: Data, books: Collection[str]) -> FrontPage:
    """The front page of a report's site.

    Parameters
    ----------
    data : the report's data.
    books : stems of all notebooks of the project; those that the report has not are named.
    """
    report = data.laporan
    left_out: dict[str, str] = {}
    absent = absent_books(data, books)
    here = [book for book in books if book not in absent]
    absent.pop(INDIKATOR_LAIN, None)  # nothing lacks: what it would tell is told elsewhere
    indicators = tried(left_out, "tabel indikator", indicators_html, data, here)
    ledger = has_ledger(report)
    found = tried(left_out, "temuan buku klaim", findings_html, data) if ledger else None
    bench = tried(left_out, NAMA, bench_page, data) if "tpt" in report.tema else None
    return FrontPage(
        report,
        sebut_bilangan(len(data.indikator)).capitalize(),
        indicators or "",
        found or "",
        chapter_name(report),
        workbook_name(report),
        ledger_names(report) if ledger else (),
        {NAMA: bench} if bench else {},
        sentences(report, absent | left_out),
    )


def span(report: Report) -> str:
    """First and last year of the report's trends."""
    return f"{report.tahun_tren[0]}–{report.tahun_tren[-1]}"


def indicators_html(data: Data, books: Collection[str]) -> str:
    """Table of the indicators: printed, recomputed, category, trend; `books` are the pages."""
    units = data.indikator["satuan"]
    return render(
        "site/indicators.html.j2",
        rows=[_indicator(data, row, books) for row in ringkasan(data).itertuples()],
        banyak=sebut_bilangan(len(units)).capitalize(),
        tahun=data.tahun,
        tren=span(data.laporan),
        satuan="persen" if units.isin(_PERCENT).all() else "satuan pada namanya, capaian persen",
    )


def indicator_cells(row) -> tuple[list[str], str, str]:
    """What is shown of a row of `ringkasan`.

    Returns
    -------
    target, realisasi and capaian, printed and recomputed, as text; the category of the printed
    and that of the recomputed capaian
    """
    numbers = (row.target, row.realisasi, row.realisasi_dihitung, row.capaian, row.capaian_dihitung)
    texts = [format_angka(number, 2) for number in numbers]
    return texts, *("–" if is_missing(k) else k for k in (row.kategori, row.kategori_dihitung))


def _indicator(data: Data, row, books: Collection[str]) -> dict:
    texts, printed, computed = indicator_cells(row)
    unit = data.indikator.set_index("kode").loc[row.kode, "satuan"]
    name = row.nama if unit in _PERCENT else f"{row.nama} ({unit})"
    book = book_of(data, row.kode)
    return {
        "nama": name,
        "halaman": book if book in books else "",
        "angka": texts,
        "tercetak": printed,
        "dihitung": printed if is_missing(row.capaian_dihitung) else computed,
        "kilat": _sparkline(tren(data, row.kode), row.nama, data.laporan),
    }


def _sparkline(frame: pd.DataFrame, nama: str, report: Report) -> dict | None:
    """Yearly points and the target of the last year, placed in a small inline picture.

    None where no year has a figure.
    """
    known = frame.dropna(subset="realisasi")
    if known.empty:
        return None
    target = known["target"].iloc[-1]
    values = known["realisasi"].tolist() + ([] if is_missing(target) else [target])
    low, span_ = min(values), (max(values) - min(values)) or 1
    first, last = report.tahun_tren[0], report.tahun_tren[-1]

    def place(year: int, value: float) -> tuple[float, float]:
        across = 8 + (year - first) * (_WIDTH - 24) / max(last - first, 1)
        return round(across, 1), round(_HEIGHT - 6 - (value - low) / span_ * (_HEIGHT - 12), 1)

    points = [place(r.tahun, r.realisasi) for r in known.itertuples()]
    words = ", ".join(f"{r.tahun} {format_angka(r.realisasi, 2)}" for r in known.itertuples())
    return {
        "lebar": _WIDTH,
        "tinggi": _HEIGHT,
        "garis": " ".join(f"{x},{y}" for x, y in points),
        "x": points[-1][0],
        "y": points[-1][1],
        "sasaran": None if is_missing(target) else place(known["tahun"].iloc[-1], target)[1],
        "alt": f"{nama}: {words}; target {format_angka(target, 2)}",
    }


def findings_html(data: Data) -> str:
    """What the ledger found: the counts in a sentence, the findings that weigh most."""
    counts = ringkasan_klaim(data).set_index("vonis")["jumlah"]
    numbers = angka(data)["terjelaskan"]
    findings = temuan_klaim(data)
    return render(
        "site/findings.html.j2",
        pernyataan=counts.sum(),
        cocok=counts[COCOK],
        tidak_cocok=counts[TIDAK_COCOK],
        banyak_angka=len(numbers),
        terjelaskan=format_persen(numbers.mean() * 100, 0),
        findings=findings[findings["konsekuensi"].isin(_SHOWN)].to_dict("records"),
    )
