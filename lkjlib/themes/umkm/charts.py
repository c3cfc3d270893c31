"""Charts of new and coached firms: the map of their ratio, the shares of the bidang."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    ASH,
    EDGE,
    GREY,
    HALO,
    INK,
    MUTED,
    NAVY,
    PALE,
    SILVER,
    STEEL,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.origin import of_document, with_place
from lkjlib.numbers.format import format_angka, sebut_daftar
from lkjlib.themes.umkm.analysis import BATAS_BANDING, DIBANDINGKAN, SEMUA, pangsa_bidang, peta

_BUKU = "02-umkm"
_GAP, _APART, _NAMED = 0.04, 0.16, 2
_DARKEST = 0.92  # share of navy at the highest ratio
_HALF = 50
_SOURCE = "Bab III, rekapitulasi UMKM baru dan UMKM binaan"
_ROWS, _ROW = 6, 0.55  # rows that the map has room for, inches of a further one


@draws("kecamatan, bidang, baru, binaan, rasio, status, bagian", "lkj.bingkai(data, 'umkm-peta')")
def plot_peta(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the ratio of new to coached firms in every kecamatan and bidang.

    Parameters
    ----------
    frame : of `analysis.peta`; its order of rows and columns is drawn.

    Returns
    -------
    Axes
        One square per row of the frame; those with few coached firms grey and without a ratio,
        those with more new than coached firms hatched, the two highest framed.
    """
    rows, columns = list(frame["kecamatan"].unique()), list(frame["bidang"].unique())
    ax = canvas(ax, height=4.3 + _ROW * max(0, len(rows) - _ROWS))
    compared = frame["status"] == DIBANDINGKAN
    inner = frame[compared & (frame["kecamatan"] != SEMUA) & (frame["bidang"] != SEMUA)]
    top = inner.nlargest(_NAMED, "rasio")
    for row in frame.itertuples():
        place = _place(columns, row.bidang), _place(rows, row.kecamatan)
        _draw_cell(ax, row, place, inner["rasio"].max(), row.Index in top.index)
    _label_edges(ax, rows, columns)
    title, alt = _words(frame, top, inner)
    return finish(
        ax,
        title=title,
        subtitle=with_place("UMKM baru per 100 UMKM binaan menurut kecamatan dan bidang", frame)
        + ". Baris kecil: baru/binaan",
        source=f"{of_document(_SOURCE, frame)}. Abu-abu: binaan kurang dari {BATAS_BANDING}, tidak "
        f"diperbandingkan. {_hatched(frame)}Rasio dua kelompok usaha, bukan persentase dari "
        "binaan.",
        alt=alt,
    )


def _hatched(frame: pd.DataFrame) -> str:
    return "" if frame["bagian"].all() else "Arsir: UMKM baru melebihi binaan. "


def _place(names: list[str], name: str) -> float:
    """Position of a row or column; totals stand apart."""
    return names.index(name) + (_APART if name == SEMUA else 0)


def _draw_cell(ax: Axes, row, place: tuple[float, float], most: float, named: bool) -> None:
    x, y = place
    shown = row.status == DIBANDINGKAN
    shade = min(row.rasio / most, 1) * _DARKEST if shown and most > 0 else 0
    face = [1 - shade * (1 - c) for c in to_rgb(NAVY)] if shown else PALE
    cell = Rectangle((x + _GAP / 2, y + _GAP / 2), 1 - _GAP, 1 - _GAP, facecolor=face, lw=0)
    if shown:
        cell.set(edgecolor=ACCENT if named else EDGE, linewidth=2.4 if named else 0.6)
    if not row.bagian:
        cell.set(hatch="////", edgecolor=SILVER)
    ax.add_patch(cell)
    counts = f"{format_angka(row.baru)}/{format_angka(row.binaan)}"
    dark = shade > 0.64  # where white becomes the more legible
    small = {"ha": "center", "va": "center", "fontsize": 6.5}
    if shown:
        ax.text(
            x + 0.5,
            y + 0.38,
            format_angka(row.rasio),
            ha="center",
            va="center",
            fontsize=11,
            fontweight="bold",
            color="white" if dark else INK,
        )
        ax.text(x + 0.5, y + 0.76, counts, color="white" if dark else INK, **small)
        return
    strange = {"color": INK, "fontweight": "bold", "path_effects": HALO}
    ax.text(x + 0.5, y + 0.5, counts, **small | ({"color": ASH} if row.bagian else strange))


def _label_edges(ax: Axes, rows: list[str], columns: list[str]) -> None:
    wide, high = len(columns) + _APART, len(rows) + _APART
    ax.set_xlim(0, wide)
    ax.set_ylim(high, 0)
    ax.set_xticks(
        [_place(columns, n) + 0.5 for n in columns],
        [n.replace("Bidang ", "") for n in columns],
        fontsize=7.5,
    )
    ax.set_yticks(
        [_place(rows, n) + 0.5 for n in rows], [n.replace(" ", "\n") for n in rows], fontsize=8.5
    )
    ax.xaxis.tick_top()
    for spine in ax.spines.values():
        spine.set_visible(False)


def _words(frame: pd.DataFrame, top: pd.DataFrame, inner: pd.DataFrame) -> tuple[str, str]:
    named = [
        f"{_in_sentence(r.bidang)} {r.kecamatan} {format_angka(r.rasio)}" for r in top.itertuples()
    ]
    city = frame.query("kecamatan == @SEMUA and bidang == @SEMUA")["rasio"].iloc[0]
    strange = frame.query("not bagian and kecamatan != @SEMUA and bidang != @SEMUA")
    cells = ", ".join(f"{r.bidang} {r.kecamatan}" for r in strange.itertuples())
    alt = (
        f"Peta warna {frame['kecamatan'].nunique() - 1} kecamatan kali "
        f"{frame['bidang'].nunique() - 1} bidang. Rasio seluruhnya {format_angka(city, 1)} UMKM "
        "baru per 100 binaan; "
        + (
            f"dari {len(inner)} sel yang diperbandingkan tertinggi {sebut_daftar(named)}."
            if named
            else "tidak ada sel yang diperbandingkan."
        )
    )
    if cells:
        alt += f" UMKM baru melebihi binaan di {cells}."
    if not named:
        few = f"Tidak ada sel dengan {BATAS_BANDING} UMKM binaan atau lebih"
        return f"{few}: rasio tidak diperbandingkan", alt
    if not top["rasio"].any():
        return "Tidak ada UMKM baru pada sel yang diperbandingkan", alt
    return f"UMKM baru: {', '.join(named)}", alt


def _in_sentence(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name if name.isupper() else name.lower()


@draws("bidang, baru, binaan, bagian_baru, bagian_binaan", "lkj.bingkai(data, 'umkm-bidang')")
def plot_pangsa_bidang(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each bidang's share of new beside its share of coached firms.

    Parameters
    ----------
    frame : of `analysis.pangsa_bidang`.
    """
    ax = canvas(ax, height=max(3.7, 1.6 + 0.3 * len(frame)))
    most = frame["baru"].max()
    for y, row in enumerate(frame.itertuples()):
        colour = ACCENT if row.baru == most > 0 else NAVY
        ax.plot([row.bagian_binaan, row.bagian_baru], [y, y], color=MUTED, linewidth=2.5, zorder=1)
        ax.plot(row.bagian_binaan, y, "o", mfc="white", mec=STEEL, mew=1.6, markersize=7)
        ax.plot(row.bagian_baru, y, "o", color=colour, markersize=8)
        for column, share in (("baru", row.bagian_baru), ("binaan", row.bagian_binaan)):
            _beside(ax, y, column, format_angka(share, 1), colour if column == "baru" else STEEL)
    _beside(ax, -0.85, "baru", "baru", NAVY)
    _beside(ax, -0.85, "binaan", "binaan", STEEL)
    ax.axvline(_HALF, color=GREY, linewidth=1, linestyle="--", zorder=0)
    ax.text(_HALF - 0.6, len(frame) - 1, "separuh", ha="right", va="center", fontsize=8, color=GREY)
    ax.set_yticks(range(len(frame)), frame["bidang"])
    ax.set_ylim(len(frame) - 0.4, -1.1)
    ax.set_xlim(0, max(_HALF, frame[["bagian_baru", "bagian_binaan"]].max().max()) + 2)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    pairs = "; ".join(
        f"{r.bidang} {format_angka(r.bagian_baru, 1)} dan {format_angka(r.bagian_binaan, 1)}"
        for r in frame.itertuples()
    )
    return finish(
        ax,
        title=_share_title(frame),
        subtitle=with_place(
            f"Bagian tiap bidang dalam {format_angka(frame['baru'].sum())} UMKM baru (titik "
            f"penuh) dan {format_angka(frame['binaan'].sum())} UMKM binaan (lingkaran), persen",
            frame,
        ),
        source=f"{of_document(_SOURCE, frame)}.",
        alt=f"Grafik titik bagian bidang, persen UMKM baru dan persen UMKM binaan: {pairs}.",
    )


def _share_title(frame: pd.DataFrame) -> str:
    """The largest share of the new firms; bidang of the same size are named together."""
    if not frame["baru"].any():
        return "Tidak ada UMKM baru yang tercatat"
    largest = frame[frame["baru"] == frame["baru"].max()]
    share = format_angka(largest["bagian_baru"].iloc[0], 1)
    if len(largest) > 1:
        return f"{sebut_daftar(list(largest['bidang']))} sama besar: {share} % UMKM baru"
    most = largest["bagian_baru"].iloc[0] > _HALF
    end = "mayoritas" if most else "terbesar, tetapi bukan mayoritas"
    return f"{largest['bidang'].iloc[0]} {share} % UMKM baru: {end}"


def _beside(ax: Axes, y: float, column: str, text: str, colour: str) -> None:
    """A number in a column right of the axes."""
    ax.annotate(
        text,
        (1, y),
        xytext=(38 if column == "baru" else 78, 0),
        xycoords=ax.get_yaxis_transform(),
        textcoords="offset points",
        ha="right",
        va="center",
        color=colour,
        fontweight="bold" if column == "baru" else "normal",
        annotation_clip=False,
    )


CHARTS = (
    Chart(
        "umkm-peta",
        _BUKU,
        peta,
        plot_peta,
        "UMKM baru per 100 UMKM binaan menurut kecamatan dan bidang",
        {"rasio": "UMKM baru per 100 binaan", "bagian": "dapat bagian dari binaan"},
    ),
    Chart(
        "umkm-bidang",
        _BUKU,
        pangsa_bidang,
        plot_pangsa_bidang,
        "Bagian tiap bidang dalam UMKM baru dan UMKM binaan, usaha dan persen",
        {
            "bagian_baru": "bagian UMKM baru [%]",
            "bagian_binaan": "bagian UMKM binaan [%]",
            "selisih": "selisih [poin]",
            "nisbah": "bagian baru / bagian binaan",
        },
    ),
)
