"""Charts of unemployment: who is over-represented, the city among its neighbours, women."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjlib.charts.chart import Chart
from lkjlib.charts.drawing import draws
from lkjlib.charts.house import (
    ACCENT,
    INK,
    MUTED,
    NAVY,
    STEEL,
    beside_axes,
    canvas,
    finish,
    grid,
    id_axis,
)
from lkjlib.charts.origin import of_document, origin, with_place
from lkjlib.data import Data
from lkjlib.numbers.format import (
    format_angka,
    format_persen,
    format_selisih,
    sebut_daftar,
)
from lkjlib.themes.tpt import charts_exploration
from lkjlib.themes.tpt.analysis import anatomi, ringkas
from lkjlib.themes.tpt.charts_trend import trends_within_error
from lkjlib.themes.tpt.precision import (
    Z,
    asumsi,
    banding_wilayah,
    galat_dari_semua,
    sebut_asumsi,
)
from lkjlib.themes.tpt.women import bagian_perempuan, galat_perempuan

_BUKU = "03-tpt"
_SURVEI = "Estimasi survei BPS, galat tidak tercetak."
_KELOMPOK = "Bab III, tabel angkatan kerja dan penganggur"
_JOINED = "*"  # ends the short name of classes that were joined


@draws(
    "rincian, kategori, pangsa_angkatan_kerja, pangsa_penganggur, representasi, melebihi",
    "lkj.bingkai(data, 'representasi-tpt')",
)
def plot_representasi(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each group's share of the labour force and of the unemployed on one line.

    Parameters
    ----------
    frame : kategori, pangsa_angkatan_kerja, pangsa_penganggur [percent], representasi, rincian,
        melebihi (is its rate farther from the city's than the survey's error?).
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
    ax.set_yticks(places, [ringkas(frame, name) for name in frame["kategori"]])
    ax.set_ylim(places[-1] + 0.6, places[0] - 1.0)
    ax.set_xlim(0, frame[["pangsa_angkatan_kerja", "pangsa_penganggur"]].max().max() + 4)
    id_axis(ax.xaxis, suffix=" %")
    grid(ax, "x")
    return finish(ax, **_representation_words(frame))


def _label_dumbbell(ax: Axes, frame: pd.DataFrame, places: list[float]) -> None:
    beside_axes(ax, places[0] - 1.0, "rasio", STEEL, va="top")
    apart = (frame["pangsa_angkatan_kerja"] - frame["pangsa_penganggur"]).abs()
    if apart.isna().all():
        return  # nobody is unemployed, and so there are no shares to name
    widest = apart.idxmax()
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


def _in_sentence(frame: pd.DataFrame, name: str) -> str:
    short = ringkas(frame, name)
    return short if short.isupper() else short.lower()


def _representation_words(frame: pd.DataFrame) -> dict[str, str]:
    names = [_in_sentence(frame, name) for name in frame[frame["representasi"] > 1]["kategori"]]
    joined = any(ringkas(frame, name).endswith(_JOINED) for name in frame["kategori"])
    title = f"{sebut_daftar(names)} berlebih di antara penganggur, {_told_apart(frame)}"
    if not names:
        title = "Tidak ada kelompok yang berlebih di antara penganggur"
    parts = ", ".join(
        f"{r.kategori} {format_persen(r.pangsa_angkatan_kerja, 1)} dan "
        f"{format_persen(r.pangsa_penganggur, 1)}"
        for r in frame.itertuples()
    )
    return {
        "title": f"{title[0].upper()}{title[1:]}",
        "subtitle": with_place(
            "Menurut angka tercetak. Lingkaran kosong: pangsa angkatan kerja; penuh: pangsa "
            "penganggur, persen; rasio keduanya di kanan",
            frame,
        ),
        "source": f"{of_document(_KELOMPOK, frame)}. {_SURVEI}"
        + f" Galat: {sebut_asumsi(*frame.attrs.get('asumsi', ()))}."
        + (" * Kelas pendidikan terendah digabung." if joined else ""),
        "alt": f"Diagram titik, pangsa angkatan kerja lalu pangsa penganggur: {parts}.",
    }


def _told_apart(frame: pd.DataFrame) -> str:
    """Whether the survey can tell the groups with more than their share from the city."""
    over = frame[frame["representasi"] > 1]
    beyond = over.loc[over["melebihi"], "kategori"]
    if beyond.empty:
        return "di dalam galat survei"
    if len(beyond) == len(over):
        return "melebihi galat survei"
    return f"hanya {sebut_daftar([_in_sentence(frame, name) for name in beyond])} melebihi galat"


def _both(data: Data) -> pd.DataFrame:
    parts = {
        "pendidikan": anatomi(data, "pendidikan", gabung=True),
        "jenis_kelamin": anatomi(data, "jenis_kelamin"),
    }
    assumed = asumsi(data)
    frame = pd.concat(
        [
            part.assign(rincian=name, melebihi=_beyond(part, *assumed))
            for name, part in parts.items()
        ]
    )
    columns = ["rincian", "kategori", "pangsa_angkatan_kerja", "pangsa_penganggur"]
    columns += ["representasi", "melebihi"]
    frame = frame[columns].reset_index(drop=True)
    frame.attrs["asumsi"] = list(assumed)
    return frame


def _beyond(groups: pd.DataFrame, n: float, deff: float) -> pd.Series:
    """Is a group farther from the whole than the error of that distance?"""
    total = groups["kontribusi"].sum()
    return (groups["tpt"] - total).abs() > Z * galat_dari_semua(groups, n=n, deff=deff)


@draws(
    "wilayah, tpt, bawah, selisih, margin, melebihi, kota",
    "lkj.bingkai(data, 'wilayah-tpt')",
)
def plot_wilayah(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the rates of the regions as dots, and the error of their distance to the city.

    Parameters
    ----------
    frame : of `precision.banding_wilayah`; a bar that meets the city's line lies inside the
        error.
    """
    ax = canvas(ax, height=max(3.3, 1.8 + 0.3 * len(frame)))
    own = frame[frame["kota"]].iloc[0]
    ax.axvline(own["tpt"], color=INK, linestyle="--", linewidth=1, zorder=1)
    for y, row in enumerate(frame.itertuples()):
        colour, gap = (ACCENT, "") if row.kota else (NAVY, f" ({_gap(row)})")
        if not row.kota:
            ends = [row.tpt - row.margin, row.tpt + row.margin]
            ax.plot(ends, [y, y], color=MUTED, linewidth=4)
        ax.plot(row.tpt, y, "o", color=colour, markersize=8)
        weight = "bold" if row.kota else "normal"
        beside_axes(ax, y, f"{format_angka(row.tpt, 2)}{gap}", colour, fontweight=weight)
    ax.set_yticks(range(len(frame)), [_break(name) for name in frame["wilayah"]])
    ax.set_ylim(-0.6, len(frame) - 0.5)
    ax.set_xlim(0, (frame["tpt"] + frame["margin"].fillna(0)).max() * 1.03 or 1)
    id_axis(ax.xaxis, suffix=" %", most=8)
    grid(ax, "x")
    return finish(ax, **_region_words(frame, own))


def _gap(row) -> str:
    """How far a region lies from the city, and the error of that."""
    return f"{format_selisih(-row.selisih, 2)} ± {format_angka(row.margin, 2)}"


def _break(name: str) -> str:
    return name.replace("Provinsi ", "Provinsi\n")


def _region_words(frame: pd.DataFrame, own: pd.Series) -> dict[str, str]:
    others = frame[~frame["kota"]]
    beyond = int(others["melebihi"].sum())
    title, city = f"TPT {_city(frame)} {format_persen(own['tpt'])}", _city(frame)
    if len(others):
        title += f"; {_seen(beyond, len(others))} dengan wilayah lain di dalam galat survei"
    values = ", ".join(
        f"{r.wilayah} {format_persen(r.tpt)}{'' if r.kota else f' ({_gap(r)})'}"
        for r in frame.itertuples()
    )
    bare = frame["bawah"].isna().any()
    return {
        "title": title,
        "subtitle": f"{with_place('TPT, persen angkatan kerja', frame)}. Batang: galat "
        f"selisihnya dari {city}, 95 %; yang menyentuh garis {city} di dalam galat",
        "source": f"{of_document('Bab III, Tabel III (BPS)', frame)}. Galat dihitung dari "
        f"{sebut_asumsi(*frame.attrs.get('asumsi', ()))}, sama untuk tiap kabupaten/kota"
        + ("; galat provinsi, yang sampelnya lain, diabaikan." if bare else "."),
        "alt": f"Diagram titik TPT, selisih dari {city} dalam kurung: {values}.",
    }


def _city(frame: pd.DataFrame) -> str:
    """The report's own place, short where the frame knows it."""
    return origin(frame).wilayah or str(frame.loc[frame["kota"], "wilayah"].iloc[0])


def _seen(beyond: int, others: int) -> str:
    """How many of the differences lie inside the error of the survey."""
    return "semua selisihnya" if beyond == 0 else f"{others - beyond} dari {others} selisih"


@draws("uraian, penganggur, jenis, margin", "lkj.bingkai(data, 'bagian-perempuan')")
def plot_bagian_perempuan(frame: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the change in unemployed women as steps: participation, then population and rate.

    Parameters
    ----------
    frame : of `women.bagian_perempuan`: uraian, penganggur [persons], jenis; margin [persons] of
        the whole change, the same in every row.
    """
    ax = canvas(ax, height=3.4)
    level = 0.0
    for x, row in enumerate(frame.itertuples()):
        state = row.jenis == "keadaan"
        start = 0.0 if state else level
        colour = NAVY if state else ACCENT if row.penganggur < 0 else MUTED
        ax.bar(x, row.penganggur, 0.6, bottom=start, color=colour)
        level = row.penganggur if state else level + row.penganggur
        if x < len(frame) - 1:
            ax.plot([x - 0.3, x + 1.3], [level, level], color=STEEL, linewidth=0.8)
        ax.annotate(
            format_angka(row.penganggur) if state else format_selisih(row.penganggur),
            (x, max(start, level)),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            color=ACCENT if colour == ACCENT else INK,
            fontweight="bold" if state or colour == ACCENT else "normal",
        )
    ax.set_xticks(
        range(len(frame)), [row.replace(" bersama", "\nbersama") for row in frame["uraian"]]
    )
    levels = frame["penganggur"].where(frame["jenis"] == "bagian").fillna(0).cumsum()
    most = max(frame["penganggur"].max(), frame["penganggur"].iloc[0] + levels.max())
    ax.set_ylim(0, most * 1.12 or 1)
    id_axis(ax.yaxis)
    grid(ax)
    first, last = frame["uraian"].iloc[0], frame["uraian"].iloc[-1]
    return finish(
        ax,
        title=_women_title(frame),
        subtitle=with_place(
            "Penganggur perempuan, orang; penganggur = penduduk × TPAK × TPT",
            frame,
            f"{first}–{last}",
        ),
        source=f"{of_document('Bab III, TPAK menurut jenis kelamin', frame)}. {_SURVEI} Pembagian "
        f"logaritmik tanpa sisa. Penduduk {first} tidak tercetak, jadi bagiannya tidak dapat "
        "dipisahkan dari bagian TPT.",
        alt=f"Diagram batang bertangga, orang: {_steps(frame)}.",
    )


def _women_title(frame: pd.DataFrame) -> str:
    """What TPAK, by itself, did to the number of unemployed women; whether a survey can tell."""
    change = frame["penganggur"].iloc[-1] - frame["penganggur"].iloc[0]
    margin = frame["margin"].iloc[0]
    seen = "melebihi" if abs(change) > margin else "di dalam"
    return (
        f"{_share_of_tpak(frame)}; perubahan {format_selisih(change)} {seen} galat "
        f"±{format_angka(margin)}"
    )


def _share_of_tpak(frame: pd.DataFrame) -> str:
    part = frame.loc[frame["uraian"] == "TPAK", "penganggur"].iloc[0]
    if not part:
        return "TPAK yang tetap tidak mengubah banyaknya penganggur perempuan"
    if part < 0:
        return "Turunnya TPAK sendiri mengurangi, bukan menambah, penganggur perempuan"
    return "Naiknya TPAK sendiri menambah penganggur perempuan"


def _steps(frame: pd.DataFrame) -> str:
    writers = {True: format_angka, False: format_selisih}
    return ", ".join(
        f"{r.uraian} {writers[r.jenis == 'keadaan'](r.penganggur)}" for r in frame.itertuples()
    )


def _steps_of_women(data: Data) -> pd.DataFrame:
    margin = galat_perempuan(data)["margin"].iloc[0]
    return bagian_perempuan(data).assign(margin=margin)


def charts_of(data: Data) -> tuple[Chart, ...]:
    """The charts, and the trend of the rate with its error in place of the one without."""
    return (*CHARTS, *trends_within_error(data))


CHARTS = (
    Chart(
        "representasi-tpt",
        _BUKU,
        _both,
        plot_representasi,
        "Pangsa angkatan kerja dan pangsa penganggur menurut pendidikan dan jenis kelamin, persen; "
        "representasi, rasio keduanya",
        {
            "pangsa_angkatan_kerja": "pangsa angkatan kerja",
            "pangsa_penganggur": "pangsa penganggur",
            "melebihi": "melebihi galat survei",
        },
    ),
    Chart(
        "wilayah-tpt",
        _BUKU,
        banding_wilayah,
        plot_wilayah,
        "TPT kabupaten, kota dan provinsi dengan rentang 95 %, persen; selisih daerah "
        "laporan dan batas galatnya, poin persen",
        {"margin": "batas galat", "melebihi": "melebihi galat", "kota": "daerah laporan"},
    ),
    Chart(
        "bagian-perempuan",
        _BUKU,
        _steps_of_women,
        plot_bagian_perempuan,
        "Perubahan penganggur perempuan menurut asalnya, orang",
        desimal=0,
    ),
    *charts_exploration.CHARTS,
)
