"""Marimekko of unemployment: width = share of the labour force, height = rate, area = persons."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, INK, MUTED, PALE, STEEL, canvas, finish, grid, id_axis
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.tpt.analysis import DIGABUNG, anatomi, ringkas
from lkjlib.themes.tpt.precision import TIDAK_ANDAL, ketelitian, sebut_asumsi

_NARROW = 8  # percent of the labour force: below it words stand upright
_BUKU = "03-tpt"


@draws(
    "kategori, penganggur, angkatan_kerja, tpt, pangsa_penganggur, "
    "pangsa_angkatan_kerja, representasi, tanda",
    'lkj.tabel_gambar(data, "marimekko-pendidikan")',
)
def plot_marimekko(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the rate of each group on the width of its labour force.

    Parameters
    ----------
    frame : of `ketenagakerjaan.presisi.ketelitian`: kategori, penganggur, angkatan_kerja, tpt,
        pangsa_angkatan_kerja, pangsa_penganggur, representasi, tanda.

    Returns
    -------
    Axes
        One bar a group, the one most over-represented in the accent colour, those marked
        ``tidak andal`` pale and dotted; the city's rate as a dashed line.
    """
    ax = canvas(ax)
    top = frame["representasi"].idxmax()
    left = 0.0
    for row in frame.itertuples():
        width = row.pangsa_angkatan_kerja
        shaky = row.tanda == TIDAK_ANDAL
        colour = ACCENT if row.Index == top else PALE if shaky else MUTED
        ax.bar(
            left,
            row.tpt,
            width,
            align="edge",
            color=colour,
            edgecolor=STEEL if shaky else "white",
            linewidth=0.8 if shaky else 1.5,
            linestyle=":" if shaky else "-",
        )
        _write_in_bar(ax, row, left + width / 2, row.Index == top)
        left += width
    city = frame["penganggur"].sum() / frame["angkatan_kerja"].sum() * 100
    ax.axhline(city, color=INK, linestyle="--", linewidth=1)
    ax.annotate(
        f"kota\n{format_persen(city)}",
        (100, city),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
    )
    _set_axes(ax, frame)
    return finish(ax, **_words(frame, frame.loc[top], city))


def _write_in_bar(ax: Axes, row, middle: float, accent: bool) -> None:
    colour = "white" if accent else INK
    rate, persons = format_persen(row.tpt), f"{format_angka(row.penganggur)} orang"
    if row.pangsa_angkatan_kerja < _NARROW:
        ax.text(
            middle,
            row.tpt / 2,
            f"{rate} · {persons}",
            rotation=90,
            ha="center",
            va="center",
            fontsize=8,
            path_effects=HALO,
        )
        return
    ax.annotate(
        rate,
        (middle, row.tpt),
        xytext=(0, -5),
        textcoords="offset points",
        ha="center",
        va="top",
        color=colour,
        fontweight="bold",
        fontsize=11 if accent else 9.5,
    )
    ax.text(middle, row.tpt * 0.42, persons, ha="center", va="center", color=colour)


def _set_axes(ax: Axes, frame: pd.DataFrame) -> None:
    width = frame["pangsa_angkatan_kerja"]
    ax.set_xlim(0, 100)
    ax.set_ylim(0, frame["tpt"].max() * 1.08)
    ax.set_xticks(
        width.cumsum() - width / 2,
        [
            # a line lower, a narrow bar's words stand beside shorter ones
            "\n" * (share < _NARROW) + f"{ringkas(name)}\n{format_persen(share, 0)} AK"
            for name, share in zip(frame["kategori"], width, strict=True)
        ],
    )
    id_axis(ax.yaxis, suffix=" %")
    grid(ax)


def _words(frame: pd.DataFrame, top: pd.Series, city: float) -> dict[str, str]:
    name = ringkas(top["kategori"])
    shares = (
        f"{format_persen(top['pangsa_angkatan_kerja'], 0)} angkatan kerja, "
        f"{format_persen(top['pangsa_penganggur'], 0)} penganggur"
    )
    notes = ["BPS Kota Banjarbaru dalam LKj 2019; estimasi survei, galat tidak tercetak."]
    if DIGABUNG in set(frame["kategori"]):
        notes.append("* Dua kelas terendah digabung.")
    if (frame["tanda"] == TIDAK_ANDAL).any():
        notes.append(f"Pucat: RSE di atas 50 % ({sebut_asumsi()}).")
    bars = "; ".join(
        f"{row.kategori} {format_persen(row.tpt)} pada "
        f"{format_persen(row.pangsa_angkatan_kerja, 0)} angkatan kerja, "
        f"{format_angka(row.penganggur)} orang"
        for row in frame.itertuples()
    )
    return {
        "title": f"{name}: {shares}",
        "subtitle": "Tinggi: TPT; lebar: bagian angkatan kerja (AK); luas: orang menganggur. "
        "Banjarbaru 2019",
        "source": " ".join(notes),
        "alt": f"Diagram marimekko TPT. {bars}. TPT kota {format_persen(city)}.",
    }


def _by_education(data: Data) -> pd.DataFrame:
    return ketelitian(anatomi(data, "pendidikan", gabung=True))


def _by_sex(data: Data) -> pd.DataFrame:
    return ketelitian(anatomi(data, "jenis_kelamin"))


CHARTS = (
    Chart("marimekko-pendidikan", _BUKU, _by_education, plot_marimekko),
    Chart("marimekko-jenis-kelamin", _BUKU, _by_sex, plot_marimekko),
)
