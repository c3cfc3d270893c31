"""Charts on omzet: its classes as areas, the classes of its growth."""

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, GREY, INK, JUTA, MUTED, canvas, finish, grid, id_axis
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.omzet.analysis import kenaikan, sebaran

_BUKU = "02-umkm"
_LOW = 0.2  # bars lower than this share of the highest drop the unit


@draws("batas_bawah, batas_atas, usaha, bagian, kepadatan", "lkj.bingkai(data, 'omzet-kelas')")
def plot_kelas(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the omzet classes as bars whose area is the number of firms.

    Parameters
    ----------
    frame : of `analysis.sebaran`; an open class is named, not drawn.
    """
    ax = canvas(ax, height=3.9)
    closed = frame.dropna(subset="batas_atas")
    left = closed["batas_bawah"].astype("float64") / JUTA
    right = closed["batas_atas"].astype("float64") / JUTA
    most = closed["usaha"].idxmax()
    colours = [ACCENT if row == most else MUTED for row in closed.index]
    bars = ax.bar(
        left, closed["kepadatan"], right - left, align="edge", color=colours, edgecolor="white"
    )
    for bar, row in zip(bars, closed.itertuples(), strict=True):
        _label_class(ax, bar, row, closed["kepadatan"].max(), ACCENT if row.Index == most else INK)
    edges = sorted({*left, *right})
    ax.set_xticks(edges, [format_angka(edge) for edge in edges])
    ax.set_xlim(edges[0], edges[-1] * 1.04)
    ax.set_ylim(0, closed["kepadatan"].max() * 1.2)
    ax.set_yticks([])
    ax.set_xlabel("omzet setahun, juta rupiah")
    note = _name_open(ax, frame)
    listing = ", ".join(
        f"{format_angka(a)}–{format_angka(b)} juta: {format_angka(n)} usaha"
        for a, b, n in zip(left, right, closed["usaha"], strict=True)
    )
    span = f"Rp {format_angka(left[most])}–{format_angka(right[most])} juta"
    share = format_persen(closed.loc[most, "bagian"], 1)
    return finish(
        ax,
        title=f"{share} usaha mikro binaan beromzet {span} setahun",
        subtitle="Usaha mikro binaan menurut kelas omzet 2019; luas batang = banyaknya usaha "
        f"(n = {format_angka(frame['usaha'].sum())}), Banjarbaru",
        source=f"LKj 2019 Bab III, bagian 2.2. {note}Kelas terendah digambar dari nol (andaian).",
        alt=f"Histogram omzet dengan lebar kelas berbeda. {listing}. {note}".strip(),
    )


def _name_open(ax: Axes, frame: pd.DataFrame) -> str:
    """Name the open class at the right edge; returns the note that says why it has no bar."""
    note = ""
    for row in frame[frame["batas_atas"].isna()].itertuples():
        firms = f"{format_angka(row.usaha)} usaha di atas"
        bound = format_angka(row.batas_bawah / JUTA)
        ax.annotate(
            f"{firms} {bound} →",
            (1, 0.2),
            xycoords="axes fraction",
            ha="right",
            fontsize=8,
            color=GREY,
        )
        note += f"{firms} Rp {bound} juta tidak digambar: kelasnya terbuka. "
    return note


def _label_class(ax: Axes, bar, row, highest: float, colour: str) -> None:
    unit = " usaha" if bar.get_height() > _LOW * highest else ""
    ax.annotate(
        f"{format_angka(row.usaha)}{unit}\n{format_persen(row.bagian, 1)}",
        (bar.get_x() + bar.get_width() / 2, bar.get_height()),
        xytext=(0, 3),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=colour,
        fontsize=8.5,
    )


@draws(
    "batas_bawah, batas_atas, usaha, bagian, kenaikan_jumlah", "lkj.bingkai(data, 'omzet-kenaikan')"
)
def plot_kenaikan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the share of firms in each growth class.

    Parameters
    ----------
    frame : of `analysis.kenaikan`.
    """
    ax = canvas(ax, height=3.3)
    colours = [ACCENT, *[MUTED] * (len(frame) - 1)]
    ax.barh(frame.index, frame["bagian"], height=0.66, color=colours)
    for y, row in enumerate(frame.itertuples()):
        ax.annotate(
            f"{format_persen(row.bagian, 1)} · {format_angka(row.usaha)} usaha",
            (row.bagian, y),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=ACCENT if y == 0 else INK,
            fontweight="bold" if y == 0 else "normal",
        )
    names = [_class_name(r.batas_bawah, r.batas_atas) for r in frame.itertuples()]
    ax.set_yticks(frame.index, names)
    ax.set_ylim(len(frame) - 0.5, -0.5)
    ax.set_xlim(0, frame["bagian"].max() * 1.42)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    first = frame.iloc[0]
    total = _change(first["kenaikan_jumlah"])
    listing = "; ".join(
        f"{name}: {format_angka(n)} usaha" for name, n in zip(names, frame["usaha"], strict=True)
    )
    return finish(
        ax,
        title=f"{format_persen(first['bagian'], 1)} usaha naik paling banyak "
        f"{format_angka(first['batas_atas'])} %; totalnya {total}",
        subtitle="Usaha mikro binaan menurut kenaikan omzet 2018–2019, persen dari "
        f"{format_angka(frame['usaha'].sum())} usaha; Banjarbaru",
        source="LKj 2019 Bab III, bagian 2.2. Kelas pertama terbuka ke bawah: omzet yang turun "
        "termasuk di dalamnya.",
        alt=f"Grafik batang kelas kenaikan omzet. {listing}. Jumlah omzet {total}.",
    )


def _change(persen: float) -> str:
    """A change in words, its size without a sign: ``turun 6,06 %``."""
    if not persen:
        return "tetap"
    return f"{'naik' if persen > 0 else 'turun'} {format_persen(abs(persen), 2)}"


def _class_name(low: float, high: float) -> str:
    if pd.isna(low):
        return f"{format_angka(high)} % ke bawah"
    return (
        f"di atas {format_angka(low)} %"
        if pd.isna(high)
        else f"{format_angka(low)}–{format_angka(high)} %"
    )


CHARTS = (
    Chart(
        "omzet-kelas",
        _BUKU,
        sebaran,
        plot_kelas,
        "Usaha mikro menurut kelas omzet, rupiah setahun, usaha dan persen",
        {
            "batas_bawah": "di atas [Rp]",
            "batas_atas": "sampai [Rp]",
            "bagian": "bagian [%]",
            "kumulatif": "kumulatif [%]",
            "kepadatan": "usaha per Rp 1 juta",
        },
    ),
    Chart(
        "omzet-kenaikan",
        _BUKU,
        kenaikan,
        plot_kenaikan,
        "Usaha mikro menurut kelas kenaikan omzet, usaha dan persen",
        {
            "batas_bawah": "di atas [%]",
            "batas_atas": "sampai [%]",
            "bagian": "bagian [%]",
            "kumulatif": "kumulatif [%]",
            "kenaikan_jumlah": "kenaikan jumlah omzet [%]",
        },
    ),
)
