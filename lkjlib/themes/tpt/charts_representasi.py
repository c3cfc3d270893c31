"""Who is over-represented: each group's share of the labour force and of the unemployed."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, STEEL, beside_axes, canvas, finish, grid, id_axis
from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.tpt.analysis import anatomi, ringkas


@draws(
    "rincian, kategori, pangsa_angkatan_kerja, pangsa_penganggur, representasi",
    'lkj.tabel_gambar(data, "representasi-tpt")',
)
def plot_representasi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each group's share of the labour force and of the unemployed on one line.

    Parameters
    ----------
    frame : kategori, pangsa_angkatan_kerja, pangsa_penganggur [percent], representasi, rincian.
    """
    ax = canvas(ax, height=1.9 + 0.36 * len(frame))
    place, places = 0.0, []
    for row, new in zip(
        frame.itertuples(), frame["rincian"].ne(frame["rincian"].shift()), strict=True
    ):
        place += 1.6 if new and places else 1.0
        places.append(place)
        over = row.representasi > 1
        colour = ACCENT if over else STEEL
        shares = [row.pangsa_angkatan_kerja, row.pangsa_penganggur]
        ax.plot(shares, [place, place], color=colour, linewidth=2.5, zorder=1)
        ax.plot(shares[0], place, "o", mfc="white", mec=colour, mew=1.8, markersize=8)
        ax.plot(shares[1], place, "o", color=colour, markersize=8)
        weight = "bold" if over else "normal"
        beside_axes(ax, place, format_angka(row.representasi, 2), colour, fontweight=weight)
    _label_dumbbell(ax, frame, places)
    ax.set_yticks(places, list(map(ringkas, frame["kategori"])))
    ax.set_ylim(places[-1] + 0.6, places[0] - 1.0)
    ax.set_xlim(0, max(frame["pangsa_angkatan_kerja"].max(), frame["pangsa_penganggur"].max()) + 4)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    return finish(ax, **_representation_words(frame))


def _label_dumbbell(ax: Axes, frame: pd.DataFrame, places: list[float]) -> None:
    widest = (frame["pangsa_angkatan_kerja"] - frame["pangsa_penganggur"]).abs().idxmax()
    row, y = frame.loc[widest], places[frame.index.get_loc(widest)]
    for text, name in (
        ("angkatan kerja", "pangsa_angkatan_kerja"),
        ("penganggur", "pangsa_penganggur"),
    ):
        first = row[name] == min(row["pangsa_angkatan_kerja"], row["pangsa_penganggur"])
        ax.annotate(
            text,
            (row[name], y),
            xytext=(-8 if first else 8, 0),
            textcoords="offset points",
            ha="right" if first else "left",
            va="center",
        )
    beside_axes(ax, places[0] - 1.0, "rasio", STEEL, va="top")


def _in_sentence(name: str) -> str:
    short = ringkas(name)
    return short if short.isupper() else short.lower()


def _representation_words(frame: pd.DataFrame) -> dict[str, str]:
    over = frame[frame["representasi"] > 1]
    names = " dan ".join(_in_sentence(name) for name in over["kategori"])
    parts = ", ".join(
        f"{r.kategori} {format_persen(r.pangsa_angkatan_kerja, 1)} dan "
        f"{format_persen(r.pangsa_penganggur, 1)}"
        for r in frame.itertuples()
    )
    return {
        "title": f"{names} berlebih di antara penganggur",
        "subtitle": "Menurut angka tercetak. Lingkaran kosong: pangsa angkatan kerja; penuh: "
        "pangsa penganggur, persen; rasio keduanya di kanan. Banjarbaru 2019",
        "source": "BPS Kota Banjarbaru dalam LKj 2019; estimasi survei, galat tidak tercetak. "
        "* Dua kelas terendah digabung.",
        "alt": f"Diagram titik, pangsa angkatan kerja lalu pangsa penganggur: {parts}.",
    }


def _both(data: Data) -> pd.DataFrame:
    parts = {
        "pendidikan": anatomi(data, "pendidikan", gabung=True),
        "jenis_kelamin": anatomi(data, "jenis_kelamin"),
    }
    frame = pd.concat([part.assign(rincian=name) for name, part in parts.items()])
    columns = ["rincian", "kategori", "pangsa_angkatan_kerja", "pangsa_penganggur", "representasi"]
    return frame[columns].reset_index(drop=True)


CHARTS = (Chart("representasi-tpt", "03-tpt", _both, plot_representasi),)
