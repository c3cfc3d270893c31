"""Charts of the ratings of cooperatives: every active one as a square, coverage against targets."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

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

SUMBER = "Dinas Koperasi, UKM dan Tenaga Kerja dalam LKj 2019, Bab III, sasaran 1."
_WARNA = {"Berkualitas": NAVY, "Cukup Berkualitas": STEEL}
_TINGGI = 6  # squares in a column of the unit chart


@draws("peringkat, koperasi, status", "lkj.koperasi.peringkat(data)")
def plot_peringkat(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw every active cooperative as a square: rated by class, or empty where unrated.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.peringkat`: peringkat, koperasi [units], status.
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


@draws("uraian, jenis, bawah, atas", "lkj.koperasi.rentang(data)")
def plot_cakupan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what is measured and what may be true against the targets, on one scale.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.rentang`: uraian, jenis, bawah, atas [percent].
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
