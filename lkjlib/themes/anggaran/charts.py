"""Charts of the budget: programmes, unspent money, kinds of spending, three sources."""

from __future__ import annotations

from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    GREY,
    HALO,
    INK,
    JUTA,
    MUTED,
    NAVY,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.origin import of_document, with_place
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, format_ringkas_rupiah, format_selisih
from lkjlib.themes.anggaran.sources import nama_program, tiga_sumber
from lkjlib.themes.anggaran.spending import (
    belanja,
    jumlah_pembentuk,
    konsentrasi_saldo,
    serapan,
    tertinggal,
)
from lkjlib.themes.anggaran.tables import TIDAK_LANGSUNG

_BUKU = "05-anggaran"
_SOURCE = "Bab III B, tabel program dan kegiatan"
_WIDE, _MOST_LINES, _FEWEST = 44, 4, 2.3  # letters and lines of a name, lines that a bar needs
_LINE = 0.135  # inches of a line
_MARKS = {  # name, marker, fill, edge, size, place within the row
    "anggaran_pk": ("Perjanjian Kinerja", "D", "white", STEEL, 5.5, -0.25),
    "alokasi": ("tabel realisasi", "o", NAVY, NAVY, 6, 0.0),
    "pagu_sasaran": ("tabel sasaran", "s", ACCENT, ACCENT, 5.5, 0.25),
}


@draws("program, alokasi, realisasi, saldo, serapan", "lkj.bingkai(data, 'serapan-program')")
def plot_serapan_program(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what each programme got, spent and left.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.spending.serapan`, one row per programme, drawn from
        bottom to top.
    """
    ax = canvas(ax, height=5.3)
    low = frame["serapan"].idxmin()
    colours = [ACCENT if row == low else NAVY for row in frame.index]
    rows = range(len(frame))
    ax.barh(rows, frame["alokasi"] / JUTA, color=MUTED, height=0.62)
    ax.barh(rows, frame["realisasi"] / JUTA, color=colours, height=0.62)
    for y, row in enumerate(frame.itertuples()):
        text = f"{format_persen(row.serapan)} · saldo {format_angka(row.saldo / JUTA, 1)} juta"
        _beside(ax, row.alokasi / JUTA, y, text, ACCENT if row.Index == low else INK)
    _names(ax, [nama_program(name) for name in frame["program"]])
    ax.set_xlim(0, frame["alokasi"].max() / JUTA * 1.45)
    _money_axis(ax)
    worst, rest = frame.loc[low], frame["serapan"].drop(low)
    others = f"; program lain {_span(rest)}" if len(rest) else ""
    return finish(
        ax,
        title=_spent_title(frame["serapan"], rest),
        subtitle=with_place(
            "Realisasi (gelap) dari alokasi (pucat) per program, juta rupiah", frame
        ),
        source=f"{of_document(_SOURCE, frame)}. Serapan dihitung dari rupiahnya.",
        alt=f"Grafik batang {len(frame)} program. Serapan terendah "
        f"{nama_program(worst['program'])} {format_persen(worst['serapan'])}, saldo "
        f"{format_ringkas_rupiah(worst['saldo'])}{others}.",
    )


def _spent_title(spent: pd.Series, rest: pd.Series) -> str:
    """One programme apart from the others, or from where to where all of them lie."""
    if tertinggal(spent):
        low, least = format_persen(spent.min()), format_persen(rest.min())
        return f"Satu program menyerap {low}; {len(rest)} lainnya {least} ke atas"
    return f"{len(spent)} program menyerap {_span(spent)}"


def _span(values: pd.Series) -> str:
    """From the least to the most, once where they are the same."""
    ends = dict.fromkeys(format_persen(value) for value in (values.min(), values.max()))
    return " sampai ".join(ends)


@draws("peringkat, kegiatan, saldo, kumulatif", "lkj.bingkai(data, 'saldo-kegiatan')")
def plot_saldo_kegiatan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the kegiatan that left most money unspent; the few that make half are accented.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.spending.konsentrasi_saldo`, largest first, the last row
        may be pooled.
    """
    names = [_lines(name) for name in frame["kegiatan"]]
    rooms = [max(_FEWEST, name.count("\n") + 1) for name in names]
    ranks = [sum(rooms[:y]) + room / 2 for y, room in enumerate(rooms)]
    ax = canvas(ax, height=1.4 + _LINE * sum(rooms))
    few = jumlah_pembentuk(frame, 50)
    named = frame["peringkat"].notna()
    colours = [ACCENT if i < few else NAVY if known else MUTED for i, known in enumerate(named)]
    ax.barh(ranks, frame["saldo"] / JUTA, color=colours, height=1.5)
    for y, row, colour in zip(ranks, frame.itertuples(), colours, strict=True):
        text = f"{format_angka(row.saldo / JUTA, 1)} · kum. {format_persen(row.kumulatif, 0)}"
        _beside(ax, row.saldo / JUTA, y, text, ACCENT if colour == ACCENT else INK)
    ax.set_yticks(ranks, names, fontsize=7.5)
    ax.set_ylim(sum(rooms), 0)
    ax.set_xlim(0, frame["saldo"].max() / JUTA * 1.38)
    _money_axis(ax)
    total, top = frame["saldo"].sum(), frame["saldo"].head(few).sum()
    count = int(named.sum()) + _pooled(frame)
    return finish(
        ax,
        title=f"{few} dari {count} kegiatan membentuk {format_persen(top / total * 100, 0)} saldo"
        if total
        else f"Tidak ada saldo pada {count} kegiatan",
        subtitle=with_place(
            "Saldo (alokasi − realisasi) per kegiatan, juta rupiah dan persen kumulatif", frame
        ),
        source=f"{of_document(_SOURCE, frame)}.",
        alt=f"Grafik batang saldo per kegiatan, terbesar di atas. Terbesar "
        f"{frame['kegiatan'].iloc[0]} {format_ringkas_rupiah(frame['saldo'].iloc[0])}; {few} "
        f"kegiatan teratas {format_ringkas_rupiah(top)} dari {format_ringkas_rupiah(total)}.",
    )


def _lines(name: str) -> str:
    """A long name in lines; what does not fit is told by the table beside the chart."""
    return fill(name, _WIDE, max_lines=_MOST_LINES, placeholder=" …")


def _pooled(frame: pd.DataFrame) -> int:
    """How many kegiatan the last, pooled row stands for."""
    pooled = frame.loc[frame["peringkat"].isna(), "kegiatan"]
    return int(pooled.iloc[0].split()[0]) if len(pooled) else 0


@draws(
    "kelompok, uraian, anggaran, realisasi, serapan, bagian",
    "lkj.bingkai(data, 'komposisi-belanja')",
)
def plot_komposisi_belanja(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the budget by kind of spending, indirect spending accented.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.spending.belanja`.
    """
    ax = canvas(ax, height=3.1)
    indirect = frame["kelompok"].eq(TIDAK_LANGSUNG)
    colours = [ACCENT if flag else NAVY for flag in indirect]
    rows = range(len(frame))
    ax.barh(rows, frame["anggaran"] / JUTA, color=MUTED, height=0.6)
    ax.barh(rows, frame["realisasi"] / JUTA, color=colours, height=0.6)
    for y, row in enumerate(frame.itertuples()):
        text = f"bagian {format_persen(row.bagian, 1)} · serapan {format_persen(row.serapan)}"
        _beside(ax, row.anggaran / JUTA, y, text, ACCENT if indirect.iloc[y] else INK)
    names = [
        row.uraian if row.uraian == row.kelompok else f"{row.uraian}\n({row.kelompok.lower()})"
        for row in frame.itertuples()
    ]
    ax.set_yticks(rows, names)
    ax.invert_yaxis()
    ax.set_xlim(0, frame["anggaran"].max() / JUTA * 1.75)
    _money_axis(ax)
    share = frame.loc[indirect, "bagian"].sum()
    total, spent = frame["anggaran"].sum(), frame["realisasi"].sum()
    return finish(
        ax,
        title=f"Dari Rp 100 anggaran, Rp {format_angka(share, 1)} untuk {_indirect(frame)}",
        subtitle=with_place(
            "Realisasi (gelap) dari anggaran (pucat) menurut jenis belanja, juta rupiah", frame
        ),
        source=f"{of_document('Bab III B, tabel belanja', frame)}.",
        alt=f"Grafik batang {len(frame)} jenis belanja dari {format_ringkas_rupiah(total)}, "
        f"terserap {format_persen(spent / total * 100)}. "
        + "; ".join(f"{r.uraian} {format_ringkas_rupiah(r.anggaran)}" for r in frame.itertuples())
        + ".",
    )


def _indirect(frame: pd.DataFrame) -> str:
    """Indirect spending by the name of its kind, where it is of one kind only."""
    kinds = frame.loc[frame["kelompok"] == TIDAK_LANGSUNG, "uraian"].unique()
    name = kinds[0] if len(kinds) == 1 else TIDAK_LANGSUNG
    return name.lower()


@draws(
    "program, anggaran_pk, alokasi, pagu_sasaran, alokasi_kurang_pk, pagu_kurang_alokasi, sama",
    "lkj.bingkai(data, 'tiga-sumber')",
)
def plot_tiga_sumber(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each programme's budget in the PK, the realisation and the per-sasaran tables.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.sources.tiga_sumber`, the rows of programmes in the PK.
    """
    ax = canvas(ax, height=4.9)
    frame = frame.reset_index(drop=True)
    money = frame[list(_MARKS)].astype("float64") / JUTA
    for y, values in money.iterrows():
        ax.plot(values, [y + mark[-1] for mark in _MARKS.values()], color=MUTED, linewidth=1.5)
    for column, (_, marker, face, edge, size, place) in _MARKS.items():
        style = {"mfc": face, "mec": edge, "mew": 1.8, "markersize": size}
        ax.plot(money[column], money.index + place, marker, **style)
    ax.set_yticks(frame.index, [fill(nama_program(n), 34) for n in frame["program"]], fontsize=8)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(0, money.max().max() * 1.06)
    id_axis(ax.xaxis)
    grid(ax, "x")
    _name_marks(ax)
    _differences(ax, frame)
    different = int((~frame["sama"].astype(bool)).sum())
    moved, short = frame["alokasi_kurang_pk"], frame["pagu_kurang_alokasi"]
    return finish(
        ax,
        title=f"{different} dari {len(frame)} program tidak sama di tiga sumber",
        subtitle=with_place(
            "Anggaran program menurut tiga tempat dalam laporan dan selisihnya, juta rupiah", frame
        ),
        source=f"{of_document('Bab II, Bab III A.3, dan Bab III B', frame)}.{_unlisted(frame)}",
        alt=f"Grafik titik {len(frame)} program. Berbeda antara PK dan realisasi: "
        f"{_listing(frame, moved)}. Kurang di tabel sasaran: {_listing(frame, short)}.",
    )


def _unlisted(frame: pd.DataFrame) -> str:
    if frame["pagu_sasaran"].notna().all():
        return ""
    return " Tanpa kotak: program tidak tercantum di tabel sasaran."


def _name_marks(ax: Axes) -> None:
    """Name the three marks above the axes, one under the other, each after its own mark."""
    for line, (name, marker, face, edge, size, _) in enumerate(_MARKS.values()):
        y = (len(_MARKS) - 1 - line) * 11 + 6
        offset = ScaledTranslation(4 / 72, (y + 3) / 72, ax.figure.dpi_scale_trans)
        ax.plot(
            0,
            1,
            marker,
            transform=ax.transAxes + offset,
            clip_on=False,
            mfc=face,
            mec=edge,
            mew=1.8,
            markersize=size,
        )
        style = {"fontsize": 8, "color": edge, "textcoords": "offset points"}
        ax.annotate(name, (0, 1), xytext=(13, y), xycoords="axes fraction", **style)


def _differences(ax: Axes, frame: pd.DataFrame) -> None:
    """Two columns of numbers right of the axes."""
    for points, column, heading in (
        (42, "alokasi_kurang_pk", "realisasi\n− PK"),
        (95, "pagu_kurang_alokasi", "sasaran −\nrealisasi"),
    ):
        style = {"textcoords": "offset points", "ha": "right", "annotation_clip": False}
        place = ax.get_yaxis_transform()
        top = (1, -0.6)
        ax.annotate(heading, top, (points, 0), place, va="bottom", fontsize=8, color=GREY, **style)
        for y, value in frame[column].items():
            text = format_selisih(value / JUTA, 1) if value else "0"
            look = {"color": ACCENT, "fontweight": "bold"} if value else {"color": GREY}
            ax.annotate(text, (1, y), (points, 0), place, va="center", **look, **style)


def _listing(frame: pd.DataFrame, values: pd.Series) -> str:
    parts = [
        f"{nama_program(name)} {format_ringkas_rupiah(int(value), 1)}"
        for name, value in zip(frame["program"], values, strict=True)
        if value
    ]
    return "; ".join(parts) or "tidak ada"


def _beside(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    """Label just right of a bar's end."""
    style = {"color": colour, "fontsize": 8, "path_effects": HALO}
    ax.annotate(text, (x, y), xytext=(5, 0), textcoords="offset points", va="center", **style)


def _names(ax: Axes, names, width: int = 36) -> None:
    ax.set_yticks(range(len(names)), [fill(name, width) for name in names], fontsize=7.5)


def _money_axis(ax: Axes) -> None:
    id_axis(ax.xaxis)
    grid(ax, "x")
    ax.spines["bottom"].set_visible(False)
    ax.spines["left"].set_visible(True)
    ax.spines["left"].set_color(STEEL)


def _programmes(data: Data) -> pd.DataFrame:
    return serapan(data).sort_values("alokasi", kind="stable", ignore_index=True)


def _in_pk(data: Data) -> pd.DataFrame:
    return tiga_sumber(data).dropna(subset="anggaran_pk").reset_index(drop=True)


_MONEY = {
    "alokasi": "alokasi [rupiah]",
    "realisasi": "realisasi [rupiah]",
    "saldo": "saldo [rupiah]",
    "serapan": "serapan [%]",
    "bagian": "bagian [%]",
    "kumulatif": "kumulatif [%]",
}
CHARTS = (
    Chart(
        "serapan-program",
        _BUKU,
        _programmes,
        plot_serapan_program,
        "Alokasi, realisasi dan saldo menurut program, rupiah dan persen",
        {**_MONEY, "jumlah_kegiatan": "kegiatan"},
    ),
    Chart(
        "saldo-kegiatan",
        _BUKU,
        partial(konsentrasi_saldo, teratas=10),
        plot_saldo_kegiatan,
        "Saldo menurut kegiatan, terbesar dahulu, rupiah dan persen",
        _MONEY,
    ),
    Chart(
        "tiga-sumber",
        _BUKU,
        _in_pk,
        plot_tiga_sumber,
        "Anggaran program menurut tiga tempat dalam laporan, rupiah",
        {
            "anggaran_pk": "Perjanjian Kinerja",
            "alokasi": "tabel realisasi",
            "pagu_sasaran": "tabel sasaran",
            "alokasi_kurang_pk": "realisasi − PK",
            "pagu_kurang_alokasi": "sasaran − realisasi",
        },
    ),
    Chart(
        "komposisi-belanja",
        _BUKU,
        belanja,
        plot_komposisi_belanja,
        "Anggaran dan realisasi menurut jenis belanja, rupiah dan persen",
        {**_MONEY, "anggaran": "anggaran [rupiah]", "sisa": "sisa [rupiah]"},
    ),
)
