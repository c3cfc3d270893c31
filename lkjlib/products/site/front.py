"""The site's front page: five indicators with their trend, and what the ledger found."""

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.views import ringkasan_klaim
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.products.templates import render
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, ringkasan
from lkjlib.themes.indikator.comparison import tren

_PAGES = {
    "koperasi": "01-koperasi",
    "wirausaha": "02-umkm",
    "omzet": "02-umkm",
    "tpt": "03-tpt",
    "kasus": "04-kasus",
}
_SHOWN = ("vonis", "angka", "antartabel")
_WIDTH, _HEIGHT = 72, 26


def indicators_html(data: Data) -> str:
    """Table of the five indicators: printed, recomputed, category, three-year trend."""
    rows = [_indicator(data, row) for row in ringkasan(data).itertuples()]
    return render("site/indicators.html.j2", rows=rows)


def indicator_cells(row) -> tuple[list[str], str, str]:
    """What is shown of a row of `ringkasan`.

    Returns
    -------
    target, realisasi and capaian, printed and recomputed, as text; the category of the printed
    and that of the recomputed capaian
    """
    numbers = (row.target, row.realisasi, row.realisasi_dihitung, row.capaian, row.capaian_dihitung)
    texts = [format_angka(number, 2) for number in numbers]
    return texts, row.kategori, row.kategori_dihitung


def _indicator(data: Data, row) -> dict:
    texts, printed, computed = indicator_cells(row)
    return {
        "nama": NAMA_PENDEK[row.kode],
        "halaman": _PAGES[row.kode],
        "angka": texts,
        "tercetak": printed,
        "dihitung": computed,
        "kilat": _sparkline(tren(data, row.kode), NAMA_PENDEK[row.kode]),
    }


def _sparkline(frame: pd.DataFrame, nama: str) -> dict:
    """Yearly points and the target of the last year, placed in a small inline picture."""
    known = frame.dropna(subset="realisasi")
    target = known["target"].iloc[-1]
    values = [*known["realisasi"], target]
    low, span = min(values), (max(values) - min(values)) or 1
    first = frame["tahun"].iloc[0]

    def place(year: int, value: float) -> tuple[float, float]:
        across = 8 + (year - first) * (_WIDTH - 24) / 2
        return round(across, 1), round(_HEIGHT - 6 - (value - low) / span * (_HEIGHT - 12), 1)

    points = [place(r.tahun, r.realisasi) for r in known.itertuples()]
    words = ", ".join(f"{r.tahun} {format_angka(r.realisasi, 2)}" for r in known.itertuples())
    return {
        "lebar": _WIDTH,
        "tinggi": _HEIGHT,
        "garis": " ".join(f"{x},{y}" for x, y in points),
        "x": points[-1][0],
        "y": points[-1][1],
        "sasaran": place(known["tahun"].iloc[-1], target)[1],
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
