"""The site's front page: the indicators with their trend, what the ledger found, what is absent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.basis import DIHITUNG_ULANG
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.sentences import RINGKASAN
from lkjlib.ledger.views import ringkasan_klaim
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.numbers.format import TANDA_KOSONG, format_angka, is_missing
from lkjlib.products.absent import absent_books, has_ledger, sentences, tried
from lkjlib.products.catalogue import temuan
from lkjlib.products.names import chapter_name, ledger_names, revisions_name, workbook_name
from lkjlib.products.site.exploration_page import NAMA, exploration_page
from lkjlib.products.templates import render
from lkjlib.report import Report
from lkjlib.themes import INDIKATOR_LAIN, book_of
from lkjlib.themes.finding import Temuan, TemuanBagian
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.comparison import tren
from lkjlib.themes.indikator.units import satuan

_WEIGHTY = "vonis"  # the consequence of findings that change a verdict or a category
_WIDTH, _HEIGHT = 72, 26
_MET = {True: "ya", False: "tidak", None: TANDA_KOSONG}


@dataclass(frozen=True)
class FrontPage:
    """What the front page says: the result, blocks of HTML, links to the other products.

    `jawaban` is what the analyst says of the result, empty where nothing was written; `halaman`
    are the pages that are no notebooks, name -> Markdown; `klaim` and `usulan` are empty without a
    ledger, `abstrak` without an English abstract; `tanpa` says what is absent.
    """

    laporan: Report
    hasil: Temuan | None
    indikator: str
    temuan: str
    bab: str
    tabel: str
    klaim: Sequence[str] = ()
    usulan: str = ""
    jawaban: str = ""
    abstrak: str = ""
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
    told = tried(left_out, "temuan", temuan, data, RINGKASAN)
    found = tried(left_out, "yang ditemukan", findings_html, data, told)
    exploration = tried(left_out, NAMA, exploration_page, data) if "tpt" in report.tema else None
    return FrontPage(
        report,
        _result(told) if told else None,
        indicators or "",
        found or "",
        chapter_name(report),
        workbook_name(report),
        ledger_names(report) if ledger else (),
        revisions_name(report) if ledger else "",
        str(told.jawaban) if told else "",
        str(told.abstrak) if told else "",
        {NAMA: exploration} if exploration else {},
        sentences(report, absent | left_out),
    )


def _result(told: TemuanBagian) -> Temuan | None:
    """The finding on targets met and missed."""
    return next((one for one in told if one.tentang == "target"), None)


def span(report: Report) -> str:
    """First and last year of the report's trends."""
    return f"{report.tahun_tren[0]}–{report.tahun_tren[-1]}"


def indicators_html(data: Data, books: Collection[str]) -> str:
    """Table of the indicators: printed, recomputed, category, trend; `books` are the pages."""
    return render(
        "site/indicators.html.j2",
        rows=[_indicator(data, row, books) for row in ringkasan(data).itertuples()],
        tahun=data.tahun,
        tren=span(data.laporan),
    )


def _indicator(data: Data, row, books: Collection[str]) -> dict:
    unit, book = satuan(data, row.kode), book_of(data, row.kode)
    counted = not is_missing(row.realisasi_dihitung)
    return {
        "nama": row.nama if unit.persen else f"{row.nama} ({unit.judul})",
        "halaman": book if book in books else "",
        "target": unit.angka(row.target),
        "hasil": unit.hitungan(row.realisasi_dihitung) if counted else unit.angka(row.realisasi),
        "tercapai": _MET[None if is_missing(row.tercapai) else bool(row.tercapai)],
        "tercetak": TANDA_KOSONG if is_missing(row.kategori) else row.kategori,
        "dihitung": TANDA_KOSONG if is_missing(row.kategori_dihitung) else row.kategori_dihitung,
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


def findings_html(data: Data, told: TemuanBagian | None) -> str:
    """What changes a verdict, by the ledger or temuan.toml; how the report contradicts itself.

    Parameters
    ----------
    data : the report's data.
    told : the findings on all indicators.
    """
    return render(
        "site/findings.html.j2",
        klaim=_ledger(data) if has_ledger(data.laporan) else None,
        temuan=[one for one in told or () if one.vonis == TIDAK_COCOK],
        peringatan=data.peringatan,
    )


def _ledger(data: Data) -> dict:
    """The ledger's counts, and its findings that weigh most."""
    counts = ringkasan_klaim(data).set_index("vonis")
    numbers, findings = angka(data)["dasar"], temuan_klaim(data)
    return {
        "pernyataan": counts["jumlah"].sum(),
        "cocok": counts.loc[COCOK, "jumlah"],
        "dihitung_ulang": counts.loc[COCOK, DIHITUNG_ULANG],
        "tidak_cocok": counts.loc[TIDAK_COCOK, "jumlah"],
        "angka": len(numbers),
        "angka_dihitung_ulang": (numbers == DIHITUNG_ULANG).sum(),
        "temuan": findings[findings["konsekuensi"] == _WEIGHTY].to_dict("records"),
    }
