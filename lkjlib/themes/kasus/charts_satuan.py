"""Charts of the disputes: companies, cases and workers side by side; counts behind last year."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.drawing import draws
from lkjlib.charts.house import ACCENT, HALO, INK, MUTED, NAVY, STEEL, canvas, finish, grid, id_axis
from lkjlib.numbers.format import format_angka
from lkjlib.themes.kasus.api import PENYEBUT_MAKS

SUMBER = "Dinas Koperasi, UKM dan Tenaga Kerja dalam LKj 2019, Bab III, sasaran 4."


@draws("perusahaan, kasus, pekerja", "lkj.kasus.per_perusahaan(data)")
def plot_satuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw companies, cases and workers as three bars, the two heaviest companies apart.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.per_perusahaan`: perusahaan, kasus, pekerja, most cases first.
    """
    ax = canvas(ax, height=2.9)
    often, crowded = frame.iloc[0], frame.loc[frame["pekerja"].idxmax()]
    groups = [(often, ACCENT)] + ([(crowded, NAVY)] if often.name != crowded.name else [])
    counts = {"perusahaan": frame["perusahaan"].nunique()}
    counts |= {name: int(frame[name].sum()) for name in ("kasus", "pekerja")}
    for y, (unit, total) in enumerate(counts.items()):
        left = 0
        for row, colour in groups:
            size = 1 if unit == "perusahaan" else int(row[unit])
            ax.barh(y, size, left=left, color=colour, edgecolor="white", height=0.6)
            ax.text(left + size / 2, y, size, ha="center", va="center", color="white")
            left += size
        ax.barh(y, total - left, left=left, color=MUTED, edgecolor="white", height=0.6)
        rest = f"{total - left} lainnya" if unit == "pekerja" else total - left
        ax.text((total + left) / 2, y, rest, ha="center", va="center", color=INK)
        ax.text(total + 0.4, y, f"{total} {unit}", va="center", fontweight="bold")
    _name_companies(ax, groups, len(counts) - 1)
    ax.set(xticks=[], yticks=[])
    ax.spines["bottom"].set_visible(False)
    ax.set_ylim(len(counts) - 0.1, -0.5)
    ax.set_xlim(0, max(counts.values()) * 1.2)
    listed = ", ".join(f"{n} {unit}" for unit, n in counts.items())
    return finish(
        ax,
        title="; ".join(
            f"{row['pekerja']} pekerja tercatat {row['kasus']} kasus" for row, _ in groups
        ),
        subtitle="Perusahaan yang berkasus, kasusnya dan pekerjanya, jumlah; Banjarbaru, 2019",
        source=f"{SUMBER} Satu nama pada satu baris dihitung satu pekerja.",
        alt=f"Grafik batang bertumpuk: {listed}. {often['perusahaan']} {often['kasus']} kasus "
        f"dan {often['pekerja']} pekerja; {crowded['perusahaan']} {crowded['kasus']} kasus dan "
        f"{crowded['pekerja']} pekerja.",
    )


def _name_companies(ax: Axes, groups: list, y: int) -> None:
    """Names under the last bar: the first at its start, the other under its middle."""
    for number, (row, colour) in enumerate(groups):
        before = sum(int(other["pekerja"]) for other, _ in groups[:number])
        x, side = (before + row["pekerja"] / 2, "center") if number else (0, "left")
        ax.text(x, y + 0.36, row["perusahaan"], ha=side, va="top", color=colour)


@draws(
    "tahun, tercetak, pembilang, penyebut, dasar, selisih_penyebut", "lkj.kasus.tersembunyi(data)"
)
def plot_hitungan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the counts that last year's percentage may stand for, and this year's known ones.

    Parameters
    ----------
    frame : of `lkjlib.themes.kasus.tersembunyi`: tahun, pembilang (cases), penyebut
        (companies), dasar.
    """
    ax = canvas(ax, height=3.7)
    known, past = frame[frame["dasar"] == "lampiran"].iloc[0], frame[frame["dasar"] != "lampiran"]
    ax.plot(past["penyebut"], past["pembilang"], "o", mfc="white", mec=STEEL, mew=1.6, markersize=7)
    ax.plot(known["penyebut"], known["pembilang"], "o", color=NAVY, markersize=9)
    near = past.loc[past["selisih_penyebut"].abs().idxmin()]
    ax.plot(near["penyebut"], near["pembilang"], "o", color=ACCENT, markersize=8)
    _point(ax, known, f"{known['tahun']}: {known['pembilang']}/{known['penyebut']}", NAVY, -1)
    _point(ax, near, f"terdekat: {near['pembilang']}/{near['penyebut']}", ACCENT, 1)
    low, high = past.iloc[0], past.iloc[-1]
    _point(ax, low, f"{low['pembilang']}/{low['penyebut']}", STEEL, -1)
    _point(ax, high, f"{high['pembilang']}/{high['penyebut']}", STEEL, 1)
    ax.set_xlim(0, past["penyebut"].max() * 1.12)
    ax.set_ylim(0, past["pembilang"].max() * 1.15)
    ax.set_xlabel("perusahaan wajib lapor")
    ax.set_ylabel("kasus")
    id_axis(ax.xaxis)
    id_axis(ax.yaxis)
    grid(ax)
    year, printed = low["tahun"], low["tercetak"]
    span = f"{past['pembilang'].min()} sampai {past['pembilang'].max()} kasus"
    return finish(
        ax,
        title=f"{printed} % pada {year} dapat berarti {span}",
        subtitle=f"Pecahan yang tercetak {printed} % (lingkaran) dan hitungan {known['tahun']}; "
        "Banjarbaru",
        source=f"{SUMBER} Dengan andaian paling banyak {format_angka(PENYEBUT_MAKS)} perusahaan.",
        alt=f"Grafik titik {len(past)} pecahan yang tercetak {printed} %, {span}; terdekat dengan "
        f"penyebut {known['tahun']} adalah {near['pembilang']}/{near['penyebut']}.",
    )


def _point(ax: Axes, row: pd.Series, text: str, colour: str, side: int) -> None:
    ax.annotate(
        text,
        (row["penyebut"], row["pembilang"]),
        xytext=(8 if side < 0 else -8, 4 * side),
        textcoords="offset points",
        ha="left" if side < 0 else "right",
        va="bottom" if side > 0 else "top",
        color=colour,
        fontweight="normal" if colour == STEEL else "bold",
        path_effects=HALO,
    )
