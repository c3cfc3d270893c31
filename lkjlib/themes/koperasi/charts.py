"""Charts of the cooperatives: activity by kind, every active one as a square, coverage."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    INK,
    MUTED,
    NAVY,
    OCHRE,
    SLATE,
    STEEL,
    canvas,
    finish,
    grey_hatch,
    id_axis,
)
from lkjlib.charts.origin import of_document, with_place
from lkjlib.numbers.format import desimal_perlu, format_angka, format_persen
from lkjlib.themes.koperasi.analysis import keragaan, peringkat, rentang

_BUKU = "01-koperasi"
_KERAGAAN = "Bab III, tabel keragaan koperasi"
_PEMERINGKATAN = "Bab III, tabel hasil pemeringkatan koperasi"
_LULUS = (NAVY, STEEL, SLATE)  # classes that pass, best first; further ones as the last
_SEMPIT = 12  # percent: a bar below this has its figure beside it
_STATUS = ("terhitung", "tidak terhitung", "belum")
_TINGGI = 6  # squares in a column of the unit chart


@draws(
    "kelompok, jenis, aktif, tidak_aktif, total, aktif_persen, bagian_unit, bagian_tidak_aktif",
    "lkj.bingkai(data, 'keragaan-koperasi')",
)
def plot_keragaan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw active and inactive cooperatives by kind as stacked bars.

    Parameters
    ----------
    frame : of `analysis.keragaan`; its last row (small kinds pooled) is accented.
    """
    ax = canvas(ax, height=3.3)
    rows = range(len(frame))
    ax.barh(rows, frame["aktif"], color=NAVY, height=0.62)
    idle = ax.barh(rows, frame["tidak_aktif"], left=frame["aktif"], color=MUTED, height=0.62)
    idle[-1].set_facecolor(ACCENT)
    most = max(frame["total"].max(), 1)
    for y, row in enumerate(frame.itertuples()):
        last = y == len(frame) - 1
        _count(ax, row.aktif / 2, y, row.aktif, most, "white")
        middle = row.aktif + row.tidak_aktif / 2
        _count(ax, middle, y, row.tidak_aktif, most, "white" if last else INK)
        ax.text(
            row.total + most * 0.015,
            y,
            f"{format_persen(row.aktif_persen, 0)} aktif",
            va="center",
            color=ACCENT if last else INK,
            fontweight="bold" if last else "normal",
        )
    _name_parts(ax, frame, most)
    ax.set_yticks(rows, [_two_lines(r.kelompok, r.total) for r in frame.itertuples()])
    ax.set_ylim(len(frame) - 0.5, -0.85)
    ax.set_xlim(0, most * 1.2)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    return finish(ax, **_words_kinds(frame))


def _count(ax: Axes, x: float, y: int, count: int, most: int, colour: str) -> None:
    """A count inside its bar, where the bar is long enough to hold it."""
    if count > most * 0.03:
        ax.text(x, y, format_angka(count), ha="center", va="center", color=colour)


def _name_parts(ax: Axes, frame: pd.DataFrame, most: int) -> None:
    """Name the two parts of the bars, once, above the first one."""
    top = frame.iloc[0]
    left = top["aktif"] / 2
    right = max(top["aktif"] + top["tidak_aktif"] / 2, left + most * 0.2)
    for x, name, colour in ((left, "aktif", NAVY), (right, "tidak aktif", STEEL)):
        ax.text(x, -0.42, name, ha="center", va="bottom", color=colour)


def _two_lines(kind: str, total: int) -> str:
    return f"{kind.replace(' dengan ', ' ')}\n{format_angka(total)} unit"


def _words_kinds(frame: pd.DataFrame) -> dict[str, str]:
    last = frame.iloc[-1]
    share, idle = (format_persen(last[c], 0) for c in ("bagian_unit", "bagian_tidak_aktif"))
    name = "Jenis kecil" if last["jenis"] > 1 else last["kelompok"]
    bars = "; ".join(
        f"{r.kelompok} {r.aktif} aktif dan {r.tidak_aktif} tidak aktif" for r in frame.itertuples()
    )
    some = frame["tidak_aktif"].sum() > 0
    return {
        "title": f"{name}: {share} koperasi, {idle} dari yang tidak aktif"
        if some
        else f"Tidak ada koperasi yang tercatat tidak aktif dari {format_angka(_sum(frame))}",
        "subtitle": with_place("Koperasi aktif dan tidak aktif menurut jenis, unit", frame),
        "source": f"{of_document(_KERAGAAN, frame)}.",
        "alt": f"Grafik batang bertumpuk: {bars}."
        + (
            f" {name} memuat {share} koperasi dan {idle} koperasi yang tidak aktif." if some else ""
        ),
    }


def _sum(frame: pd.DataFrame) -> int:
    return int(frame["total"].sum())


@draws("peringkat, koperasi, status", "lkj.bingkai(data, 'peringkat-koperasi')")
def plot_peringkat(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw every active cooperative as a square: rated by class, or empty where unrated.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.analysis.peringkat`: peringkat, koperasi [units], status.
    """
    ax = canvas(ax, height=3.25)
    place, colours = 0, _colours(frame)
    for row in frame.itertuples():
        for unit in range(place, place + row.koperasi):
            ax.add_patch(_square(unit, row.status, colours[row.Index]))
        place += row.koperasi
    columns = max(-(-place // _TINGGI), 1)
    ax.set_xlim(0, columns)
    ax.set_ylim(-1.3, _TINGGI + 1.1)
    ax.axis("off")
    units = frame.groupby("status")["koperasi"].sum().reindex(_STATUS, fill_value=0)
    _name_squares(ax, frame, units, columns)
    named = ", ".join(f"{r.koperasi} {r.peringkat.lower()}" for r in frame.itertuples())
    return finish(
        ax,
        title=f"{format_angka(units['belum'])} dari {format_angka(place)} koperasi aktif belum "
        "diperingkat",
        subtitle=with_place("Satu kotak satu koperasi aktif, menurut hasil pemeringkatan", frame),
        source=f"{of_document(_PEMERINGKATAN, frame)}. Belum diperingkat = aktif dikurangi yang "
        "diperingkat.",
        alt=f"Grafik kotak {place} koperasi aktif: {named}.",
    )


def _colours(frame: pd.DataFrame) -> dict[int, str]:
    """Colour of each row: the classes that pass from dark to light, as the sheet orders them."""
    passed = frame.index[frame["status"] == "terhitung"]
    shades = {row: _LULUS[min(place, len(_LULUS) - 1)] for place, row in enumerate(passed)}
    return {row: shades.get(row, INK) for row in frame.index}


def _name_squares(ax: Axes, frame: pd.DataFrame, units: pd.Series, columns: int) -> None:
    up, before, colours = _TINGGI + 0.2, None, _colours(frame)
    for row in (r for r in frame.itertuples() if _listed(r, "terhitung")):
        before = ax.annotate(
            f"{row.koperasi} {row.peringkat.lower()}",
            (0, up) if before is None else (1, 0),
            xycoords="data" if before is None else before,
            xytext=(0 if before is None else 12, 0),
            textcoords="offset points",
            va="bottom",
            color=colours[row.Index],
            fontweight="bold",
        )
    other = ", ".join(
        f"{r.koperasi} {r.peringkat.lower()}"
        for r in frame.itertuples()
        if _listed(r, "tidak terhitung")
    )
    if other:
        right = units["terhitung"] * 2 > units.sum()
        start = units["terhitung"] // _TINGGI + (1 if right else 0.08)
        side = "right" if right else "left"
        ax.text(start, -0.2, f"tidak terhitung: {other}", color=INK, va="top", ha=side)
    if units["belum"]:
        empty = f"{format_angka(units['belum'])} belum diperingkat"
        style = {"color": ACCENT, "ha": "right", "fontweight": "bold"}
        below = units["belum"] * 3 < units.sum()  # no room above: the other names stand there
        y, va = (-0.9, "top") if below else (up, "bottom")
        ax.text(columns - 0.08, y, empty, va=va, **style)


def _listed(row, status: str) -> bool:
    return row.status == status and row.koperasi > 0


def _square(unit: int, status: str, colour: str) -> Rectangle:
    column, line = divmod(unit, _TINGGI)
    box = Rectangle((column + 0.08, _TINGGI - 1 - line + 0.08), 0.84, 0.84)
    if status == "belum":
        box.set(facecolor="white", edgecolor=ACCENT, linewidth=1)
    elif status == "tidak terhitung":
        box.set(facecolor=OCHRE, edgecolor="white", hatch="////", linewidth=0)
    else:
        box.set(facecolor=colour, linewidth=0)
    return box


@draws("uraian, jenis, bawah, atas", "lkj.bingkai(data, 'cakupan-koperasi')")
def plot_cakupan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what is measured and what may be true against the targets, on one scale.

    Parameters
    ----------
    frame : of `lkjlib.themes.koperasi.analysis.rentang`: uraian, jenis, bawah, atas [percent].
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
    grey_hatch([b for b, j in zip(drawn, bars["jenis"], strict=True) if j == "rentang"])
    for y, row in enumerate(bars.itertuples()):
        _label_ends(ax, y, row)
    _draw_marks(ax, marks)
    ax.set_yticks(range(len(bars)), bars["uraian"])
    ax.set_ylim(len(bars) - 0.5, -1)
    ax.set_xlim(0, 100)
    id_axis(ax.xaxis, suffix=" %")
    return finish(ax, **_words_coverage(frame, bars, marks))


def _label_ends(ax: Axes, y: int, row) -> None:
    style = {"va": "center", "zorder": 4}
    if row.jenis != "rentang":
        short = row.atas < _SEMPIT
        place, side = (row.atas + 0.8, "left") if short else (row.atas - 0.8, "right")
        colour = INK if short else "white"
        text = format_persen(row.atas)
        ax.text(place, y, text, ha=side, color=colour, fontweight="bold", **style)
        return
    if row.bawah >= _SEMPIT:
        ax.text(row.bawah - 0.8, y, format_persen(row.bawah), ha="right", **style)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    ax.text(row.atas - 1.2, y, format_persen(row.atas), ha="right", bbox=box, **style)


def _draw_marks(ax: Axes, marks: pd.DataFrame) -> None:
    """The year's target as a solid line, a later one dotted with its diamond, named outwards."""
    top, known = -0.72, marks.dropna(subset="bawah")
    least = known["bawah"].min()
    for row in known.itertuples():
        text, later = f"{row.uraian}: {_asked(row.bawah)}", row.Index != marks.index[0]
        line = {"linestyle": ":", "linewidth": 1.3} if later else {"linewidth": 2.4}
        ax.axvline(row.bawah, color=STEEL, zorder=3, **line)
        if later:
            ax.plot(row.bawah, top, "D", mfc="white", mec=STEEL, mew=1.8, markersize=7, zorder=4)
        outer = row.bawah > least or (later and known["bawah"].max() == least)
        gap = 2.8 if later else 0.9
        shift, side = (gap, "left") if outer else (-gap, "right")
        ax.text(row.bawah + shift, top, text, ha=side, va="center", color=STEEL)


def _asked(percent: float) -> str:
    """A target as it is printed, without decimals that say nothing."""
    return format_persen(percent, desimal_perlu(percent))


def _words_coverage(frame: pd.DataFrame, bars: pd.DataFrame, marks: pd.DataFrame) -> dict[str, str]:
    value, known = bars.set_index("jenis"), marks.dropna(subset="bawah")
    covered, passed = value.loc["cakupan", "atas"], value.loc["indikator", "atas"]
    low, high = (format_persen(value.loc["rentang", c]) for c in ("bawah", "atas"))
    goals = " dan ".join(f"{row.uraian} {_asked(row.bawah)}" for row in known.itertuples())
    target = marks["bawah"].iloc[0] if len(marks) else float("nan")
    return {
        "title": _coverage_title(passed, covered, target),
        "subtitle": f"{with_place('Persen koperasi aktif', frame)}. Arsiran: bila semua yang "
        "belum diperingkat gagal sampai semuanya lulus",
        "source": f"{of_document(f'{_KERAGAAN} dan tabel hasil pemeringkatan', frame)}.",
        "alt": f"Grafik batang: lulus {format_persen(passed)} dan sudah diperingkat "
        f"{format_persen(covered)} dari koperasi aktif{f', terhadap {goals}' if goals else ''}. "
        f"Yang sebenarnya berkualitas terletak antara {low} dan {high}.",
    }


def _coverage_title(passed: float, covered: float, target: float) -> str:
    """Is the target met, could it be with what is rated, or not even so?"""
    places = 0 if round(covered) != round(target if pd.notna(target) else passed) else 2
    rated = format_persen(covered, places)
    if pd.isna(target):
        return f"{rated} koperasi aktif sudah diperingkat, {format_persen(passed, places)} lulus"
    asked = _asked(target)
    if passed >= target:
        return f"Target {asked} tercapai: {format_persen(passed)} koperasi aktif lulus"
    if covered >= target:
        return f"Target {asked} dalam jangkauan: {rated} sudah diperingkat"
    return f"Target {asked} di luar jangkauan: baru {rated} diperingkat"


CHARTS = (
    Chart(
        "keragaan-koperasi",
        _BUKU,
        keragaan,
        plot_keragaan,
        "Koperasi aktif dan tidak aktif menurut jenis, jenis kecil digabung, unit dan persen",
        {"jenis": "banyaknya jenis", "aktif_persen": "aktif [%]"},
        desimal=1,
    ),
    Chart(
        "peringkat-koperasi",
        _BUKU,
        peringkat,
        plot_peringkat,
        "Koperasi aktif menurut hasil pemeringkatan, unit",
        {"bagian": "bagian dari koperasi aktif [%]"},
    ),
    Chart(
        "cakupan-koperasi",
        _BUKU,
        rentang,
        plot_cakupan,
        "Indikator, cakupan pemeringkatan, rentang yang mungkin dan target, persen koperasi aktif",
    ),
)
