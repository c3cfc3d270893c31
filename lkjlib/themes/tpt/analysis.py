"""Labour force by pendidikan and by jenis_kelamin: rates, contributions, distances in persons.

Assumption: the counts are BPS survey estimates; what is computed here is exact arithmetic on
them, `precision` says how far the figures themselves can be trusted.
"""

from math import ceil

import numpy as np
import pandas as pd

from lkjlib.data import Data, once, rows_of, sum_of
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.numbers.exact import exactly
from lkjlib.numbers.format import is_missing
from lkjlib.themes.indikator.units import of_indicator
from lkjlib.themes.tpt.tables import HITUNGAN, KELAS, kelas


def like(frame: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """The frame, which now knows of its groups what another one does."""
    frame.attrs[KELAS] = known.attrs.get(KELAS, {})
    return frame


def terendah(frame: pd.DataFrame) -> list[str]:
    """Lowest classes of education whose split is doubtful, lowest first."""
    return frame.attrs.get(KELAS, {}).get("terendah", [])


def gabungan(frame: pd.DataFrame) -> str:
    """Name of these classes as one; empty where the report names none.

    Examples
    --------
    >>> from lkjlib import load
    >>> gabungan(kelompok(load(2019)))
    'SD ke bawah (digabung)'
    """
    return frame.attrs.get(KELAS, {}).get("gabungan", "")


def ringkas(frame: pd.DataFrame, kategori: str) -> str:
    """Short name of a group for labels; a name without one stays as it is."""
    return frame.attrs.get(KELAS, {}).get("ringkas", {}).get(kategori, kategori)


@once
def kelompok(data: Data) -> pd.DataFrame:
    """Groups of the labour force in the report's own year and place.

    The sheets may hold those of many years and places; a sum over these would count persons twice.

    Returns
    -------
    DataFrame
        The rows of `data.tenaga_kerja` of that year and place, its columns.

    Examples
    --------
    >>> from lkjlib import load
    >>> kelompok(load(2019))[["tahun", "wilayah"]].drop_duplicates().values.tolist()
    [[2019, 'Kota Banjarbaru']]
    """
    frame = data.tenaga_kerja
    here = frame["wilayah"].map(data.laporan.di_sini).astype(bool)
    frame = frame[here & (frame["tahun"] == data.tahun)]
    frame.attrs |= kelas(data.laporan)
    return frame


def tpt_kota(data: Data) -> float:
    """Unemployment rate of the city from the counts, unrounded [percent of the labour force].

    Examples
    --------
    >>> from lkjlib import load
    >>> round(tpt_kota(load(2019)), 4)
    5.0588
    """
    return float(anatomi(data, "jenis_kelamin")["kontribusi"].sum())


@once
def anatomi(data: Data, rincian: str, *, gabung: bool = False) -> pd.DataFrame:
    """Take the unemployment rate apart by group.

    Parameters
    ----------
    rincian : ``"pendidikan"`` or ``"jenis_kelamin"``.
    gabung : join the lowest classes of education, which the report names, into one.

    Returns
    -------
    DataFrame
        kategori, penganggur, bekerja, angkatan_kerja [persons]; tpt [percent of the group's
        labour force]; kontribusi [percentage points, sums to the city's TPT];
        pangsa_penganggur, pangsa_angkatan_kerja [percent]; representasi [ratio of the two
        shares, 1 = as the city]; kelebihan [persons above what the city's rate would give,
        sums to 0].

    Raises
    ------
    LkjError
        When there is no such breakdown.

    Source
    ------
    Bab III, the BPS tables on the labour force by education and by sex.

    Examples
    --------
    >>> from lkjlib import load
    >>> anatomi(load(2019), "jenis_kelamin")[["kategori", "tpt", "representasi"]].round(2)
        kategori   tpt  representasi
    0  Laki-laki  4.48          0.89
    1  Perempuan  6.06          1.20
    """
    return urai(kelompok(data), rincian, gabung=gabung)


def urai(frame: pd.DataFrame, rincian: str, *, gabung: bool = False) -> pd.DataFrame:
    """Take a rate apart as `anatomi` does, from the rows of one year and place.

    Parameters
    ----------
    frame : columns of `data.tenaga_kerja`; rincian and gabung as in `anatomi`.

    Raises
    ------
    LkjError
        When there is no such breakdown.
    """
    known = frame["rincian"].unique()
    if rincian not in known:
        raise LkjError(explain_unknown("rincian", rincian, known))
    joined = dict.fromkeys(terendah(frame), gabungan(frame)) if gabung else {}
    groups: dict[str, list[dict]] = {}
    for row in rows_of(frame):
        if row["rincian"] == rincian:
            name = joined.get(row["kategori"], row["kategori"])
            groups.setdefault(name, []).append(row)
    jobless, force = (
        np.array([sum_of(rows, kolom) for rows in groups.values()])
        for kolom in ("penganggur", "angkatan_kerja")
    )
    all_jobless, all_force = jobless.sum(), force.sum()
    with np.errstate(divide="ignore", invalid="ignore"):  # as frames do: no labour force, no rate
        jobless_share, force_share = jobless / all_jobless, force / all_force
        columns = {
            "kategori": list(groups),
            "penganggur": jobless,
            "bekerja": force - jobless,
            "angkatan_kerja": force,
            "tpt": jobless / force * 100,
            "kontribusi": jobless / all_force * 100,
            "pangsa_penganggur": jobless_share * 100,
            "pangsa_angkatan_kerja": force_share * 100,
            "representasi": jobless_share / force_share,
            "kelebihan": jobless - force * all_jobless / all_force,
        }
    return like(pd.DataFrame(columns), frame)


def pilih_kategori(frame: pd.DataFrame, kategori: str) -> str:
    """Full name of a group from its full or short name, in any letter case.

    Raises
    ------
    LkjError
        When the frame has no such group; the groups are listed.

    Examples
    --------
    >>> from lkjlib import load
    >>> pilih_kategori(anatomi(load(2019), "pendidikan"), "sma")
    'Sekolah Menengah Atas'
    """
    names = list(frame["kategori"])
    known = {ringkas(frame, name).casefold(): name for name in names}
    known |= {name.casefold(): name for name in names}
    if str(kategori).casefold() not in known:
        choices = [*names, *(short for n in names if (short := ringkas(frame, n)) != n)]
        raise LkjError(explain_unknown("kategori", kategori, choices))
    return known[str(kategori).casefold()]


def banding(data: Data, rincian: str, kategori: str, dengan: str) -> pd.DataFrame:
    """Set the rate of one group against that of another.

    Returns
    -------
    DataFrame
        One row: kategori, dengan, tpt, tpt_dengan [percent], selisih [percentage points],
        rasio [risk ratio].

    Examples
    --------
    >>> from lkjlib import load
    >>> banding(load(2019), "jenis_kelamin", "Perempuan", "Laki-laki").round(2).to_dict("records")
    [{'kategori': 'Perempuan', 'dengan': 'Laki-laki', 'tpt': 6.06, 'tpt_dengan': 4.48,
      'selisih': 1.58, 'rasio': 1.35}]
    """
    frame = anatomi(data, rincian)
    one, other = pilih_kategori(frame, kategori), pilih_kategori(frame, dengan)
    rates = dict(zip(frame["kategori"], frame["tpt"].to_numpy(), strict=True))
    a, b = rates[one], rates[other]
    return pd.DataFrame(
        [(one, other, a, b, a - b, a / b)],
        columns=["kategori", "dengan", "tpt", "tpt_dengan", "selisih", "rasio"],
    )


@once
def acuan_tpt(data: Data) -> pd.DataFrame:
    """References for the city's rate: acuan, jenis (target, wilayah, provinsi), nilai [percent].

    Source
    ------
    Bab III, Tabel I (target), III (regions) and IV (medium-term and national targets).
    """
    kode, kinds = data.kode(HITUNGAN), {one.nama: one.jenis for one in data.laporan.acuan}
    targets = {row["tahun"]: row["target"] for row in of_indicator(data, "kinerja", kode)}
    printed = [(row["acuan"], row["nilai"]) for row in of_indicator(data, "pembanding", kode)]
    rows = [
        (name, _kind(name, kinds.get(name, "")), value)
        for name, value in ((f"target {data.tahun}", targets[data.tahun]), *printed)
        if not is_missing(value)
    ]
    return pd.DataFrame(rows, columns=["acuan", "jenis", "nilai"])


def _kind(acuan: str, jenis: str) -> str:
    if jenis != "wilayah":
        return "target"
    return "provinsi" if acuan.startswith("Provinsi") else "wilayah"


@once
def jarak(data: Data) -> pd.DataFrame:
    """Distance of the city's rate to every reference, in points and in persons.

    Returns
    -------
    DataFrame
        acuan, jenis, nilai [percent], selisih [percentage points, exact rate minus nilai],
        orang [persons]: above 0, so many unemployed fewer bring the rate to the reference or
        below it; below 0, so many more keep it there. The labour force stays as it is. A
        reference printed to two decimals is itself open by 6 persons either way.

    Examples
    --------
    >>> from lkjlib import load
    >>> jarak(load(2019)).set_index("acuan")["orang"].head(3).to_dict()
    {'target 2019': -1271, 'RPJMD 2021': -1088, 'RPJMN 2019': 72}
    """
    frame = acuan_tpt(data)
    groups = anatomi(data, "jenis_kelamin")
    jobless, force = groups["penganggur"].sum(), groups["angkatan_kerja"].sum()
    allowed = [exactly(value) * exactly(force) / 100 for value in frame["nilai"]]
    return frame.assign(
        selisih=jobless / force * 100 - frame["nilai"],
        orang=[ceil(exactly(jobless) - persons) for persons in allowed],
    )
