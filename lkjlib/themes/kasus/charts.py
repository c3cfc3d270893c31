"""Charts of the disputes: outcomes, thin margin, who is counted, hidden counts of last year."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, INK, MUTED, NAVY, STEEL, canvas, finish, grid, id_axis
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.kasus.analysis import CAMPURAN, PB
from lkjlib.themes.kasus.api import daftar, kerapuhan, per_perusahaan, tersembunyi
from lkjlib.themes.kasus.charts_satuan import SUMBER, plot_hitungan, plot_satuan

_BUKU = "04-kasus"


@draws("hasil, nomor, perusahaan, pekerja, kasus_perusahaan", "lkj.kasus.daftar(data)")
def plot_hasil(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw every case as a tile with its number, in the row of its outcome.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.daftar`: hasil, nomor, perusahaan, pekerja, kasus_perusahaan.
    """
    ax = canvas(ax, height=3.0)
    classes = list(frame["hasil"].unique())
    places = frame.groupby("hasil").cumcount()
    for place, row in zip(places, frame.itertuples(), strict=True):
        _tile(ax, place, classes.index(row.hasil), row)
    counts = frame["hasil"].value_counts()
    ax.set_yticks(range(len(classes)), [f"{name}\n{counts[name]} kasus" for name in classes])
    ax.set_ylim(len(classes) - 0.5, -0.5)
    ax.set_xlim(-0.5, counts.max() - 0.5)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    return finish(ax, **_words_outcomes(frame, counts))


def _tile(ax: Axes, x: int, y: int, row) -> None:
    colour = {PB: NAVY, CAMPURAN: ACCENT}.get(row.hasil, MUTED)
    ink = INK if colour == MUTED else "white"
    ax.add_patch(Rectangle((x - 0.46, y - 0.42), 0.92, 0.84, facecolor=colour, linewidth=0))
    again = row.kasus_perusahaan > 1
    people = f"{row.pekerja} orang" if row.pekerja > 1 else ""
    below = "\n".join(t for t in (_short(row.perusahaan) if again else "", people) if t)
    shift = 0.14 if below else 0
    ax.text(x, y - shift, row.nomor, ha="center", va="center", color=ink, fontweight="bold")
    if below:
        ax.text(x, y + 0.2, below, ha="center", va="center", color=ink, fontsize=8)


def _short(company: str) -> str:
    return company.removeprefix("PT. ")


def _words_outcomes(frame: pd.DataFrame, counts: pd.Series) -> dict[str, str]:
    settled, mixed, total = counts.get(PB, 0), counts.get(CAMPURAN, 0), len(frame)
    named = ", ".join(f"{name} {n}" for name, n in counts.items())
    range_ = f"{settled}" if not mixed else f"{settled} atau {settled + mixed}"
    most = frame.loc[frame["pekerja"].idxmax()]
    return {
        "title": f"Selesai dengan Perjanjian Bersama: {range_} dari {total} kasus",
        "subtitle": "Kasus ketenagakerjaan bernomor, menurut hasil mediasi; Banjarbaru, 2019",
        "source": f"{SUMBER} {PB}: Perjanjian Bersama. Anjuran belum berarti selesai.",
        "alt": f"Grafik petak {total} kasus menurut hasil: {named}. Kasus nomor {most['nomor']} "
        f"meliputi {most['pekerja']} pekerja.",
    }


@draws("kasus, persen, memenuhi, nyata", "lkj.kasus.kerapuhan(data)")
def plot_kerapuhan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the indicator at fewer and more cases against the target and RPJMD.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.kerapuhan`: kasus, persen, target and RPJMD columns, nyata.
    """
    ax = canvas(ax, height=3.6)
    target, rpjmd = frame.columns[2:4]
    seen = frame[frame["nyata"]].iloc[0]
    flip = frame[~frame["memenuhi"]]["kasus"].min()
    colours = [
        NAVY if row.nyata else ACCENT if row.kasus == flip else MUTED for row in frame.itertuples()
    ]
    ax.bar(frame["kasus"], frame["persen"], width=0.7, color=colours, zorder=2)
    for row in frame.itertuples():
        marked = row.nyata or row.kasus == flip
        ax.text(
            row.kasus,
            row.persen / 2,
            format_angka(row.persen, 2),
            ha="center",
            va="center",
            color="white" if marked else INK,
            fontweight="bold" if marked else "normal",
            zorder=4,
        )
    edge = frame["kasus"].max() + 0.45
    _reference(ax, edge, frame[target].iloc[0], target, {"linewidth": 2.4}, "bottom")
    _reference(ax, edge, frame[rpjmd].iloc[0], rpjmd, {"linewidth": 1.3, "ls": ":"}, "top")
    names = [f"{row.kasus}\n(nyata)" if row.nyata else str(row.kasus) for row in frame.itertuples()]
    ax.set_xticks(frame["kasus"], names)
    ax.set_xlabel("kasus setahun")
    ax.set_ylim(0, frame["persen"].max() * 1.05)
    id_axis(ax.yaxis, 1)
    grid(ax)
    return finish(ax, **_words_margin(frame, seen, flip, target, rpjmd))


def _reference(ax: Axes, edge: float, value: float, name: str, line: dict, side: str) -> None:
    ax.axhline(value, color=STEEL, zorder=3, **line)
    if name.startswith("RPJMD"):
        ax.plot(edge, value, "D", mfc="white", mec=STEEL, mew=1.8, markersize=7, zorder=4)
    ax.annotate(
        f"{name}: {format_angka(value, 2)} %",
        (edge, value),
        xytext=(10, 2 if side == "bottom" else -2),
        textcoords="offset points",
        va=side,
        color=STEEL,
        path_effects=HALO,
        annotation_clip=False,
    )


def _words_margin(
    frame: pd.DataFrame, seen: pd.Series, flip: int, target: str, rpjmd: str
) -> dict[str, str]:
    broken = frame.set_index("kasus")["persen"].get(flip)
    more = flip - seen["kasus"]
    asked = format_persen(seen[target], 1)
    count = "Satu" if more == 1 else str(more)
    title = f"{count} kasus lagi dan target {asked} meleset: {flip} kasus = {format_persen(broken)}"
    if more <= 0:
        title = f"Target {asked} meleset pada {seen['kasus']} kasus"
    return {
        "title": title,
        "subtitle": "Kasus per 100 perusahaan wajib lapor, menurut andaian jumlah kasus; "
        "Banjarbaru, 2019",
        "source": f"{SUMBER} Jumlah perusahaan wajib lapor tetap.",
        "alt": f"Grafik batang: {seen['kasus']} kasus adalah {format_persen(seen['persen'])}, "
        f"{flip} kasus {format_persen(broken)}; {target} {format_persen(seen[target])}, {rpjmd} "
        f"{format_persen(seen[rpjmd])}.",
    }


CHARTS = (
    Chart("hasil-kasus", _BUKU, daftar, plot_hasil),
    Chart("kerapuhan-kasus", _BUKU, kerapuhan, plot_kerapuhan),
    Chart("satuan-kasus", _BUKU, per_perusahaan, plot_satuan),
    Chart("hitungan-kasus", _BUKU, tersembunyi, plot_hitungan),
)
