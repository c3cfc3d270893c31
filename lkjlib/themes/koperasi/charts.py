"""Charts of the cooperatives: activity by kind, every active one as a square, coverage."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    INK,
    MUTED,
    NAVY,
    OCHRE,
    STEEL,
    canvas,
    finish,
    grey_hatch,
    id_axis,
)
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.koperasi.analysis import keragaan, peringkat, rentang

_BUKU = "01-koperasi"
SUMBER = "Dinas Koperasi, UKM dan Tenaga Kerja dalam LKj 2019, Bab III, sasaran 1."
_WARNA = {"Berkualitas": NAVY, "Cukup Berkualitas": STEEL}
_TINGGI = 6  # squares in a column of the unit chart


@draws(
    "kelompok, jenis, aktif, tidak_aktif, total, aktif_persen, bagian_unit, bagian_tidak_aktif",
    "lkj.bingkai(data, 'keragaan-koperasi')",
)
def plot_keragaan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw active and inactive cooperatives by kind as stacked bars.

    Parameters
    ----------
    frame : of `analysis.keragaan`; its last row (small kinds pooled) is accented.
    """
    ax = canvas(ax, height=3.3)
    rows = range(len(frame))
    ax.barh(rows, frame["aktif"], color=NAVY, height=0.62)
    idle = ax.barh(rows, frame["tidak_aktif"], left=frame["aktif"], color=MUTED, height=0.62)
    idle[-1].set_facecolor(ACCENT)
    for y, row in enumerate(frame.itertuples()):
        last = y == len(frame) - 1
        middle = row.aktif + row.tidak_aktif / 2
        ax.text(row.aktif / 2, y, row.aktif, ha="center", va="center", color="white")
        ax.text(
            middle, y, row.tidak_aktif, ha="center", va="center", color="white" if last else INK
        )
        ax.text(
            row.total + 1,
            y,
            f"{format_persen(row.aktif_persen, 0)} aktif",
            va="center",
            color=ACCENT if last else INK,
            fontweight="bold" if last else "normal",
        )
    top = frame.iloc[0]
    middle = top["aktif"] + top["tidak_aktif"] / 2
    for x, name, colour in ((top["aktif"] / 2, "aktif", NAVY), (middle, "tidak aktif", STEEL)):
        ax.text(x, -0.42, name, ha="center", va="bottom", color=colour)
    ax.set_yticks(rows, [_two_lines(r.kelompok, r.total) for r in frame.itertuples()])
    ax.set_ylim(len(frame) - 0.5, -0.85)
    ax.set_xlim(0, frame["total"].max() * 1.2)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    return finish(ax, **_words_kinds(frame))


def _two_lines(kind: str, total: int) -> str:
    return f"{kind.replace(' dengan ', ' ')}\n{format_angka(total)} unit"


def _words_kinds(frame: pd.DataFrame) -> dict[str, str]:
    last = frame.iloc[-1]
    share, idle = (format_persen(last[c], 0) for c in ("bagian_unit", "bagian_tidak_aktif"))
    name = "Jenis kecil" if last["jenis"] > 1 else last["kelompok"]
    bars = "; ".join(
        f"{r.kelompok} {r.aktif} aktif dan {r.tidak_aktif} tidak aktif" for r in frame.itertuples()
    )
    return {
        "title": f"{name}: {share} koperasi, {idle} dari yang tidak aktif",
        "subtitle": "Koperasi aktif dan tidak aktif menurut jenis, unit; Banjarbaru, "
        "31 Desember 2019",
        "source": SUMBER,
        "alt": f"Grafik batang bertumpuk: {bars}. {name} memuat {share} koperasi dan {idle} "
        "koperasi yang tidak aktif.",
    }


@draws("peringkat, koperasi, status", "lkj.bingkai(data, 'peringkat-koperasi')")
def plot_peringkat(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw every active cooperative as a square: rated by class, or empty where unrated.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.analysis.peringkat`: peringkat, koperasi [units], status.
    """
    ax = canvas(ax, height=3.25)
    place = 0
    for row in frame.itertuples():
        for unit in range(place, place + row.koperasi):
            ax.add_patch(_square(unit, row))
        place += row.koperasi
    columns = -(-place // _TINGGI)
    ax.set_xlim(0, columns)
    ax.set_ylim(-1.3, _TINGGI + 1.1)
    ax.axis("off")
    units = frame.groupby("status")["koperasi"].sum()
    _name_squares(ax, frame, units, columns)
    named = ", ".join(f"{r.koperasi} {r.peringkat.lower()}" for r in frame.itertuples())
    return finish(
        ax,
        title=f"{units['belum']} dari {place} koperasi aktif belum diperingkat",
        subtitle="Satu kotak satu koperasi aktif, menurut hasil pemeringkatan; Banjarbaru, "
        "sampai 2019",
        source=f"{SUMBER} Belum diperingkat = aktif dikurangi yang diperingkat.",
        alt=f"Grafik kotak {place} koperasi aktif: {named}.",
    )


def _name_squares(ax: Axes, frame: pd.DataFrame, units: pd.Series, columns: int) -> None:
    up, before = _TINGGI + 0.2, None
    for row in (r for r in frame.itertuples() if _listed(r, "terhitung")):
        before = ax.annotate(
            f"{row.koperasi} {row.peringkat.lower()}",
            (0, up) if before is None else (1, 0),
            xycoords="data" if before is None else before,
            xytext=(0 if before is None else 12, 0),
            textcoords="offset points",
            va="bottom",
            color=_WARNA.get(row.peringkat, INK),
            fontweight="bold",
        )
    other = ", ".join(
        f"{r.koperasi} {r.peringkat.lower()}"
        for r in frame.itertuples()
        if _listed(r, "tidak terhitung")
    )
    start = units["terhitung"] // _TINGGI
    ax.text(start + 0.08, -0.2, f"tidak terhitung: {other}", color=INK, va="top")
    empty = f"{units['belum']} belum diperingkat"
    ax.text(columns - 0.08, up, empty, color=ACCENT, ha="right", va="bottom", fontweight="bold")


def _listed(row, status: str) -> bool:
    return row.status == status and row.koperasi > 0


def _square(unit: int, row) -> Rectangle:
    column, line = divmod(unit, _TINGGI)
    box = Rectangle((column + 0.08, _TINGGI - 1 - line + 0.08), 0.84, 0.84)
    if row.status == "belum":
        box.set(facecolor="white", edgecolor=ACCENT, linewidth=1)
    elif row.status == "tidak terhitung":
        box.set(facecolor=OCHRE, edgecolor="white", hatch="////", linewidth=0)
    else:
        box.set(facecolor=_WARNA.get(row.peringkat, MUTED), linewidth=0)
    return box


@draws("uraian, jenis, bawah, atas", "lkj.bingkai(data, 'cakupan-koperasi')")
def plot_cakupan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what is measured and what may be true against the targets, on one scale.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.analysis.rentang`: uraian, jenis, bawah, atas [percent].
    """
    ax = canvas(ax, height=3.2)
    bars, marks = frame[frame["jenis"] != "acuan"], frame[frame["jenis"] == "acuan"]
    drawn = ax.barh(
        range(len(bars)),
        bars["atas"] - bars["bawah"],
        left=bars["bawah"],
        height=0.56,
        color=bars["jenis"].map({"indikator": NAVY, "cakupan": ACCENT, "rentang": MUTED}),
        zorder=2,
    )
    grey_hatch(ax, [b for b, j in zip(drawn, bars["jenis"], strict=True) if j == "rentang"])
    for y, row in enumerate(bars.itertuples()):
        _label_ends(ax, y, row)
    _draw_marks(ax, marks)
    ax.set_yticks(range(len(bars)), bars["uraian"])
    ax.set_ylim(len(bars) - 0.5, -1)
    ax.set_xlim(0, 100)
    id_axis(ax.xaxis, suffix=" %")
    return finish(ax, **_words_coverage(bars, marks))


def _label_ends(ax: Axes, y: int, row) -> None:
    style = {"va": "center", "zorder": 4}
    if row.jenis != "rentang":
        text = format_persen(row.atas)
        ax.text(row.atas - 0.8, y, text, ha="right", color="white", fontweight="bold", **style)
        return
    ax.text(row.bawah - 0.8, y, format_persen(row.bawah), ha="right", **style)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    ax.text(row.atas - 1.2, y, format_persen(row.atas), ha="right", bbox=box, **style)


def _draw_marks(ax: Axes, marks: pd.DataFrame) -> None:
    """The target as a solid line named to the left, RPJMD dotted with its diamond to the right."""
    top = -0.72
    for row in marks.itertuples():
        text, rpjmd = f"{row.uraian}: {format_angka(row.bawah)} %", row.uraian.startswith("RPJMD")
        line = {"linestyle": ":", "linewidth": 1.3} if rpjmd else {"linewidth": 2.4}
        ax.axvline(row.bawah, color=STEEL, zorder=3, **line)
        if rpjmd:
            ax.plot(row.bawah, top, "D", mfc="white", mec=STEEL, mew=1.8, markersize=7, zorder=4)
        shift, side = (2.8, "left") if rpjmd else (-0.9, "right")
        ax.text(row.bawah + shift, top, text, ha=side, va="center", color=STEEL)


def _words_coverage(bars: pd.DataFrame, marks: pd.DataFrame) -> dict[str, str]:
    value, target = bars.set_index("jenis"), marks.iloc[0]
    covered, passed = value.loc["cakupan", "atas"], value.loc["indikator", "atas"]
    low, high = (format_persen(value.loc["rentang", c]) for c in ("bawah", "atas"))
    asked = format_persen(target["bawah"], 0)
    reach = "di luar" if covered < target["bawah"] else "dalam"
    return {
        "title": f"Target {asked} {reach} jangkauan: baru {format_persen(covered, 0)} diperingkat",
        "subtitle": "Persen koperasi aktif; Banjarbaru, sampai 2019. Arsiran: bila semua yang "
        "belum diperingkat gagal sampai semuanya lulus",
        "source": SUMBER,
        "alt": f"Grafik batang: lulus {format_persen(passed)} dan sudah diperingkat "
        f"{format_persen(covered)} dari koperasi aktif, terhadap {target['uraian']} {asked}. "
        f"Yang sebenarnya berkualitas terletak antara {low} dan {high}.",
    }


CHARTS = (
    Chart(
        "keragaan-koperasi",
        _BUKU,
        keragaan,
        plot_keragaan,
        "Koperasi aktif dan tidak aktif menurut jenis, jenis kecil digabung, unit dan persen",
        {"jenis": "banyaknya jenis", "aktif_persen": "aktif [%]"},
        desimal=1,
    ),
    Chart(
        "peringkat-koperasi",
        _BUKU,
        peringkat,
        plot_peringkat,
        "Koperasi aktif menurut hasil pemeringkatan, unit",
        {"bagian": "bagian dari koperasi aktif [%]"},
    ),
    Chart(
        "cakupan-koperasi",
        _BUKU,
        rentang,
        plot_cakupan,
        "Indikator, cakupan pemeringkatan, rentang yang mungkin dan target, persen koperasi aktif",
    ),
)
