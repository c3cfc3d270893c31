"""The site's front page: five indicators with their trend, and what the ledger found."""

from __future__ import annotations

from html import escape

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.views import ringkasan_klaim, temuan_klaim
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.rules.category import kategori
from lkjlib.themes.indikator.api import NAMA_PENDEK, ringkasan, tren

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
    head = "".join(
        f'<th scope="col">{h}</th>'
        for h in (
            "Indikator",
            "2017–2019",
            "Target",
            "Realisasi tercetak",
            "dihitung",
            "Capaian tercetak",
            "dihitung",
            "Kategori",
        )
    )
    rows = "\n".join(_indicator_row(data, row) for row in ringkasan(data).itertuples())
    caption = (
        "<caption>Lima indikator 2019: tercetak dan dihitung ulang, persen. "
        '<span class="lkj-garis">Garis: realisasi 2017–2019; strip: target 2019.</span></caption>'
    )
    return (
        f'<div class="lkj-lebar"><table class="lkj-tabel lkj-indikator">{caption}'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>"
    )


def indicator_cells(row) -> tuple[list[str], str, str]:
    """What is shown of a row of `kinerja.ringkasan`.

    Returns
    -------
    target, realisasi and capaian, printed and recomputed, as text; the category of the printed
    and that of the recomputed capaian
    """
    numbers = (row.target, row.realisasi, row.realisasi_dihitung, row.capaian, row.capaian_dihitung)
    texts = [format_angka(number, 2) for number in numbers]
    return texts, kategori(row.capaian), kategori(row.capaian_dihitung)


def _indicator_row(data: Data, row) -> str:
    texts, printed, computed = indicator_cells(row)
    changed = printed != computed
    word = f"{printed} → <strong>{computed}</strong>" if changed else computed
    cells = "".join(f'<td class="angka">{text}</td>' for text in texts)
    link = f'<a href="{_PAGES[row.kode]}.html">{escape(NAMA_PENDEK[row.kode])}</a>'
    mark = ' class="lkj-berubah"' if changed else ""
    return (
        f'<tr{mark}><th scope="row">{link}</th>'
        f"<td>{sparkline(tren(data, row.kode), NAMA_PENDEK[row.kode])}</td>"
        f"{cells}<td>{word}</td></tr>"
    )


def sparkline(frame: pd.DataFrame, nama: str) -> str:
    """Three yearly points and the target of the last year as a small inline picture."""
    known = frame.dropna(subset="realisasi")
    target = known["target"].iloc[-1]
    values = [*known["realisasi"], target]
    low, span = min(values), (max(values) - min(values)) or 1
    first = frame["tahun"].iloc[0]

    def place(year: int, value: float) -> tuple[float, float]:
        across = 8 + (year - first) * (_WIDTH - 24) / 2
        return round(across, 1), round(_HEIGHT - 6 - (value - low) / span * (_HEIGHT - 12), 1)

    points = [place(r.tahun, r.realisasi) for r in known.itertuples()]
    line = " ".join(f"{x},{y}" for x, y in points)
    x, y = points[-1]
    level = place(known["tahun"].iloc[-1], target)[1]
    words = ", ".join(f"{r.tahun} {format_angka(r.realisasi, 2)}" for r in known.itertuples())
    alt = f"{nama}: {words}; target {format_angka(target, 2)}"
    return (
        f'<svg class="lkj-kilat" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" role="img" aria-label="{escape(alt)}"><title>{escape(alt)}</title>'
        f'<line x1="{x - 9}" x2="{x + 9}" y1="{level}" y2="{level}" class="sasaran"/>'
        f'<polyline points="{line}"/><circle cx="{x}" cy="{y}" r="3"/></svg>'
    )


def findings_html(data: Data) -> str:
    """What the ledger found: the counts in a sentence, the findings that weigh most."""
    counts = ringkasan_klaim(data).set_index("vonis")["jumlah"]
    numbers = angka(data)["terjelaskan"]
    sentence = (
        f"<strong>{format_angka(counts.sum())}</strong> pernyataan dinilai: "
        f"<strong>{format_angka(counts[COCOK])}</strong> cocok, "
        f"<strong>{format_angka(counts[TIDAK_COCOK])}</strong> tidak cocok, sisanya beda "
        "pembulatan, tidak didukung data atau tidak dapat diuji. Dari "
        f"<strong>{format_angka(len(numbers))}</strong> angka tercetak, "
        f"{format_persen(numbers.mean() * 100, 0)} terjelaskan."
    )
    findings = temuan_klaim(data)
    items = "\n".join(
        f'<li><a href="06-rekonsiliasi.html#temuan-{row.nomor}">{escape(row.judul)}</a> '
        f"<small>({row.banyak} pernyataan)</small></li>"
        for row in findings[findings["konsekuensi"].isin(_SHOWN)].itertuples()
    )
    more = '<a href="06-rekonsiliasi.html">Selengkapnya: 06 · Rekonsiliasi</a>'
    return f"<p>{sentence}</p>\n<ol>\n{items}\n</ol>\n<p>{more}</p>"
