"""Charts of the budget: absorption by programme, unspent money, kinds of spending."""

from __future__ import annotations

from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
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
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen, format_ringkas_rupiah
from lkjlib.themes.anggaran.api import (
    belanja,
    jumlah_pembentuk,
    konsentrasi_saldo,
    nama_program,
    serapan,
    serapan_capaian,
    tertinggal,
    tiga_sumber,
)
from lkjlib.themes.anggaran.charts_titik import plot_serapan_capaian, plot_tiga_sumber
from lkjlib.themes.anggaran.tables import TIDAK_LANGSUNG

_SOURCE = "LKj 2019 Bab III B, tabel program dan kegiatan"


@draws("program, alokasi, realisasi, saldo, serapan", "lkj.anggaran.serapan(data)")
def plot_serapan_program(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what each programme got, spent and left.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.serapan`, one row per programme, drawn from bottom to top.
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
    least, most = (format_persen(value) for value in (rest.min(), rest.max()))
    return finish(
        ax,
        title=f"Satu program menyerap {format_persen(worst['serapan'])}; "
        f"{len(rest)} lainnya {least} ke atas"
        if tertinggal(frame["serapan"])
        else f"{len(frame)} program menyerap {format_persen(worst['serapan'])} sampai {most}",
        subtitle="Realisasi (gelap) dari alokasi (pucat) per program, juta rupiah; "
        "Banjarbaru, 2019",
        source=f"{_SOURCE}. Serapan dihitung dari rupiahnya.",
        alt=f"Grafik batang {len(frame)} program. Serapan terendah "
        f"{nama_program(worst['program'])} {format_persen(worst['serapan'])}, saldo "
        f"{format_ringkas_rupiah(worst['saldo'])}; program lain {least} sampai {most}.",
    )


@draws("peringkat, kegiatan, saldo, kumulatif", "lkj.anggaran.konsentrasi_saldo(data, teratas=10)")
def plot_saldo_kegiatan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the kegiatan that left most money unspent; the few that make half are accented.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.konsentrasi_saldo`, largest first, the last row
        may be pooled.
    """
    ax = canvas(ax, height=5.0)
    few = jumlah_pembentuk(frame, 50)
    named = frame["peringkat"].notna()
    ranks = range(len(frame))
    colours = [ACCENT if i < few else NAVY if named.iloc[i] else MUTED for i in ranks]
    ax.barh(ranks, frame["saldo"] / JUTA, color=colours, height=0.66)
    for y, row in enumerate(frame.itertuples()):
        text = f"{format_angka(row.saldo / JUTA, 1)} · kum. {format_persen(row.kumulatif, 0)}"
        _beside(ax, row.saldo / JUTA, y, text, ACCENT if y < few else INK)
    _names(ax, frame["kegiatan"], width=44)
    ax.invert_yaxis()
    ax.set_xlim(0, frame["saldo"].max() / JUTA * 1.38)
    _money_axis(ax)
    total, top = frame["saldo"].sum(), frame["saldo"].head(few).sum()
    count = int(named.sum()) + _pooled(frame)
    return finish(
        ax,
        title=f"{few} dari {count} kegiatan membentuk {format_persen(top / total * 100, 0)} saldo",
        subtitle="Saldo (alokasi − realisasi) per kegiatan, juta rupiah dan persen kumulatif; "
        "Banjarbaru, 2019",
        source=f"{_SOURCE}.",
        alt=f"Grafik batang saldo per kegiatan, terbesar di atas. Terbesar "
        f"{frame['kegiatan'].iloc[0]} {format_ringkas_rupiah(frame['saldo'].iloc[0])}; {few} "
        f"kegiatan teratas {format_ringkas_rupiah(top)} dari {format_ringkas_rupiah(total)}.",
    )


def _pooled(frame: pd.DataFrame) -> int:
    """How many kegiatan the last, pooled row stands for."""
    pooled = frame.loc[frame["peringkat"].isna(), "kegiatan"]
    return int(pooled.iloc[0].split()[0]) if len(pooled) else 0


@draws("kelompok, uraian, anggaran, realisasi, serapan, bagian", "lkj.anggaran.belanja(data)")
def plot_komposisi_belanja(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the budget by kind of spending, indirect spending accented.

    Parameters
    ----------
    frame : of `lkjlib.themes.anggaran.belanja`.
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
    names = [f"{row.uraian}\n({row.kelompok.lower()})" for row in frame.itertuples()]
    ax.set_yticks(rows, names)
    ax.invert_yaxis()
    ax.set_xlim(0, frame["anggaran"].max() / JUTA * 1.75)
    _money_axis(ax)
    share = frame.loc[indirect, "bagian"].sum()
    total, spent = frame["anggaran"].sum(), frame["realisasi"].sum()
    return finish(
        ax,
        title=f"Dari Rp 100 anggaran, Rp {format_angka(share, 1)} untuk gaji dan tunjangan",
        subtitle="Realisasi (gelap) dari anggaran (pucat) menurut jenis belanja, juta rupiah; "
        "Banjarbaru, 2019",
        source="LKj 2019 Bab III B, tabel belanja.",
        alt=f"Grafik batang {len(frame)} jenis belanja dari {format_ringkas_rupiah(total)}, "
        f"terserap {format_persen(spent / total * 100)}. "
        + "; ".join(f"{r.uraian} {format_ringkas_rupiah(r.anggaran)}" for r in frame.itertuples())
        + ".",
    )


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


CHARTS = (
    Chart("serapan-program", "05-anggaran", _programmes, plot_serapan_program),
    Chart(
        "saldo-kegiatan",
        "05-anggaran",
        partial(konsentrasi_saldo, teratas=10),
        plot_saldo_kegiatan,
    ),
    Chart("tiga-sumber", "05-anggaran", _in_pk, plot_tiga_sumber),
    Chart("serapan-capaian", "05-anggaran", serapan_capaian, plot_serapan_capaian),
    Chart("komposisi-belanja", "05-anggaran", belanja, plot_komposisi_belanja),
)
