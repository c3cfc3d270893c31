"""Charts on omzet: its total year by year, its classes as areas, the classes of its growth."""

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    GREY,
    INK,
    JUTA,
    MILIAR,
    MUTED,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.origin import of_document, with_place
from lkjlib.numbers.format import format_angka, format_persen, format_ringkas_rupiah
from lkjlib.themes.omzet.analysis import kenaikan, pertumbuhan, sebaran

_BUKU = "02-umkm"
_JUMLAH = "Bab III, Tabel I: jumlah omzet usaha mikro"
_KELAS, _KENAIKAN = "Bab III, tabel kategori omzet", "Bab III, tabel kenaikan omzet"
_LOW = 0.2  # bars lower than this share of the highest drop the unit


@draws("tahun, omzet, kenaikan, kenaikan_persen", "lkj.bingkai(data, 'omzet-rupiah')")
def plot_omzet(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the total omzet of each year as a bar from nought.

    Parameters
    ----------
    frame : of `analysis.pertumbuhan`: tahun, omzet, kenaikan [rupiah], kenaikan_persen [percent].
    """
    ax = canvas(ax, height=max(2.3, 1.5 + 0.42 * len(frame)))
    rows, last = range(len(frame)), len(frame) - 1
    money = frame["omzet"].astype("float64")
    unit, name = (MILIAR, "miliar") if money.abs().max() >= MILIAR else (JUTA, "juta")
    ax.barh(rows, money / unit, color=[MUTED] * last + [ACCENT], height=0.62)
    for y, value in enumerate(money / unit):
        ax.annotate(
            format_angka(value, 2),
            (max(value, 0), y),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=ACCENT if y == last else INK,
            fontweight="bold" if y == last else "normal",
        )
    ax.set_yticks(rows, [str(year) for year in frame["tahun"]])
    ax.set_ylim(len(frame) - 0.5, -0.5)
    ax.set_xlim(min(0.0, money.min() / unit), money.max() / unit * 1.16 or 1)
    id_axis(ax.xaxis)
    grid(ax, "x")
    years = dict.fromkeys(str(year) for year in (frame["tahun"].min(), frame["tahun"].max()))
    listing = ", ".join(
        f"{year}: {format_ringkas_rupiah(value)}"
        for year, value in zip(frame["tahun"], money, strict=True)
    )
    title = _moved(frame)
    return finish(
        ax,
        title=title,
        subtitle=with_place(
            f"Jumlah omzet usaha mikro binaan, {name} rupiah menurut harga tahunnya",
            frame,
            "–".join(years),
        ),
        source=f"{of_document(_JUMLAH, frame)}.",
        alt=f"Grafik batang jumlah omzet. {listing}. {title}.",
    )


def _moved(frame: pd.DataFrame) -> str:
    """How the last total stands to the one before."""
    last = frame.iloc[-1]
    total = format_ringkas_rupiah(last["omzet"])
    if pd.isna(last["kenaikan"]):
        return f"Jumlah omzet usaha mikro binaan {total} pada {frame['tahun'].iloc[-1]}"
    before = frame["tahun"].iloc[-2]
    if not last["kenaikan"]:
        return f"Jumlah omzet usaha mikro binaan tetap {total} sejak {before}"
    word = "naik" if last["kenaikan"] > 0 else "turun"
    by = format_ringkas_rupiah(abs(last["kenaikan"]))
    share = last["kenaikan_persen"]
    percent = "" if pd.isna(share) else f" {format_persen(abs(share))},"
    return f"Jumlah omzet {word}{percent} {by} dari {before}, menjadi {total}"


@draws("batas_bawah, batas_atas, usaha, bagian, kepadatan", "lkj.bingkai(data, 'omzet-kelas')")
def plot_kelas(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the omzet classes as bars whose area is the number of firms.

    Parameters
    ----------
    frame : of `analysis.sebaran`; an open class is named, not drawn.
    """
    ax = canvas(ax, height=3.9)
    closed = frame.dropna(subset="batas_atas")
    if closed.empty:
        return _all_open(ax, frame)
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
    ax.set_ylim(0, max(closed["kepadatan"].max() * 1.2, 1))
    ax.set_yticks([])
    ax.set_xlabel("omzet setahun, juta rupiah")
    note = _name_open(ax, frame)
    listing = ", ".join(
        f"{format_angka(a)}–{format_angka(b)} juta: {format_angka(n)} usaha"
        for a, b, n in zip(left, right, closed["usaha"], strict=True)
    )
    span = f"Rp {format_angka(left[most])}–{format_angka(right[most])} juta"
    share, firms = format_persen(closed.loc[most, "bagian"], 1), frame["usaha"].sum()
    assumed = "" if left.min() else "Kelas terendah digambar dari nol (andaian)."
    return finish(
        ax,
        title=f"{share} usaha mikro binaan beromzet {span} setahun"
        if firms
        else "Tidak ada usaha mikro binaan yang tercatat menurut kelas omzet",
        subtitle=with_place(
            "Usaha mikro binaan menurut kelas omzet setahun; luas batang = banyaknya usaha "
            f"(n = {format_angka(firms)})",
            frame,
        ),
        source=f"{of_document(_KELAS, frame)}. {note}{assumed}".strip(),
        alt=f"Histogram omzet dengan lebar kelas berbeda. {listing}. {note}".strip(),
    )


def _all_open(ax: Axes, frame: pd.DataFrame) -> Axes:
    """Classes without a width have no area: their firms are lengths."""
    firms = [f"{format_angka(number)} usaha" for number in frame["usaha"]]
    names = [f"di atas Rp {format_angka(bound / JUTA)} juta" for bound in frame["batas_bawah"]]
    rows, most = range(len(frame)), frame["usaha"].max()
    ax.barh(rows, frame["usaha"], color=MUTED, height=0.6)
    for row, (number, text) in enumerate(zip(frame["usaha"], firms, strict=True)):
        ax.annotate(text, (number, row), (5, 0), textcoords="offset points", va="center", color=INK)
    ax.set_yticks(rows, names)
    ax.invert_yaxis()
    ax.set_xlim(0, max(most * 1.2, 1))
    ax.set_xticks([])
    listing = "; ".join(map(" ".join, zip(names, firms, strict=True)))
    return finish(
        ax,
        title=f"{format_angka(frame['usaha'].sum())} usaha mikro binaan, semuanya di kelas omzet "
        "yang terbuka",
        subtitle=with_place("Usaha mikro binaan menurut kelas omzet setahun", frame),
        source=f"{of_document(_KELAS, frame)}. Kelas terbuka tidak mempunyai lebar.",
        alt=f"Grafik batang kelas omzet yang terbuka. {listing}.",
    )


def _name_open(ax: Axes, frame: pd.DataFrame) -> str:
    """Name the open classes at the right edge; returns the note that says why they have no bar."""
    note = ""
    for place, row in enumerate(frame[frame["batas_atas"].isna()].itertuples()):
        firms = f"{format_angka(row.usaha)} usaha di atas"
        bound = format_angka(row.batas_bawah / JUTA)
        ax.annotate(
            f"{firms} {bound} →",
            (1, 0.2 + 0.1 * place),
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
    ax.set_xlim(0, frame["bagian"].max() * 1.42 or 1)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    listing = "; ".join(
        f"{name}: {format_angka(n)} usaha" for name, n in zip(names, frame["usaha"], strict=True)
    )
    return finish(
        ax,
        title=_growth_title(frame),
        subtitle=with_place(
            "Usaha mikro binaan menurut kenaikan omzetnya dari tahun lalu, persen dari "
            f"{format_angka(frame['usaha'].sum())} usaha",
            frame,
        ),
        source=f"{of_document(_KENAIKAN, frame)}.{_open_below(frame)}",
        alt=f"Grafik batang kelas kenaikan omzet. {listing}. Jumlah omzet {_total(frame)}.",
    )


def _growth_title(frame: pd.DataFrame) -> str:
    """How many firms the lowest class holds, against the growth of the total."""
    first = frame.iloc[0]
    if not frame["usaha"].any():
        return f"Tidak ada usaha yang tercatat menurut kenaikannya; totalnya {_total(frame)}"
    share, top = format_persen(first["bagian"], 1), first["batas_atas"]
    if pd.isna(top):
        return (
            f"{share} usaha naik {_class_name(first['batas_bawah'], top)}; totalnya {_total(frame)}"
        )
    grew = f"tidak naik lebih dari {format_angka(top)} %" if top > 0 else "tidak naik"
    return f"{share} usaha {grew}; totalnya {_total(frame)}"


def _total(frame: pd.DataFrame) -> str:
    """How the total moved."""
    growth = frame["kenaikan_jumlah"].iloc[0]
    if pd.isna(growth):
        return "tidak diketahui"
    if not growth:
        return "tetap"
    return f"{'naik' if growth > 0 else 'turun'} {format_persen(abs(growth))}"


def _open_below(frame: pd.DataFrame) -> str:
    if pd.notna(frame["batas_bawah"].iloc[0]):
        return ""
    return " Kelas pertama terbuka ke bawah: omzet yang turun termasuk di dalamnya."


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
        "omzet-rupiah",
        _BUKU,
        pertumbuhan,
        plot_omzet,
        "Jumlah omzet usaha mikro binaan dan kenaikannya dari tahun sebelumnya, rupiah dan persen",
        {
            "omzet": "omzet [Rp]",
            "kenaikan": "kenaikan [Rp]",
            "kenaikan_persen": "kenaikan [%]",
        },
    ),
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
