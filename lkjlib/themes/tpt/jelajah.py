"""The analyst's bench: one breakdown, one measure, one reference give one table.

Every interval rests on the assumed n and deff of `presisi`, which are there to be moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.numbers.format import format_persen
from lkjlib.themes.tpt.kelompok import (
    TERENDAH,
    acuan_tpt,
    anatomi,
    pilih_kategori,
    ringkas,
    tpt_kota,
)
from lkjlib.themes.tpt.presisi import ANDAL, DEFF, N_AK, TIDAK_ANDAL, Z, galat_acuan, ketelitian
from lkjlib.themes.tpt.ukuran import UKURAN

KOTA, SENDIRI = "kota", "kelompok acuan"
MERAGUKAN = "pemisahan kelas meragukan"  # see TERENDAH; gabung=True joins the two


def eksplorasi(
    data: Data,
    rincian: str = "pendidikan",
    kategori: str | Iterable[str] | None = None,
    *,
    ukuran: str = "tpt",
    acuan: str = KOTA,
    n: float = N_AK,
    deff: float = DEFF,
    gabung: bool = False,
) -> pd.DataFrame:
    """Set the groups of a breakdown against a reference, in one measure.

    Parameters
    ----------
    rincian : ``"pendidikan"`` or ``"jenis_kelamin"``.
    kategori : one group or several, by full or short name ("SMA"); None takes all.
    ukuran : tpt, penganggur, kontribusi, representasi or kelebihan.
    acuan : "kota", a target, a region, or another group's name.
    n, deff : assumed sample (persons of the labour force) and design effect.
    gabung : join the two lowest classes of education.

    Returns
    -------
    DataFrame
        kategori; nilai, acuan (the same measure at the reference's rate), selisih, bawah, atas
        (95 % interval of nilai) in the measure's unit; catatan (reliability, whether the
        difference is larger than its margin, whether the class itself is doubtful). `attrs`
        keeps the choices for `plot_eksplorasi`. The margin holds the reference's own error
        where that is a group or a regency like ours; the city as a whole, targets and the
        province are taken as given.

    Raises
    ------
    LkjError
        When a choice is unknown; the message lists the choices and the closest one.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = eksplorasi(load(2019), "jenis_kelamin", ukuran="kelebihan")
    >>> frame[["kategori", "nilai", "acuan"]].round(1)
        kategori  nilai  acuan
    0  Laki-laki -446.4    0.0
    1  Perempuan  446.4    0.0
    """
    if ukuran not in UKURAN:
        raise LkjError(explain_unknown("ukuran", ukuran, UKURAN))
    frame = ketelitian(anatomi(data, rincian, gabung=gabung), n=n, deff=deff)
    name, rate, error = cari_acuan(data, frame, acuan, n=n, deff=deff)
    table = _measure(frame, UKURAN[ukuran].hitung, rate)
    outside = (frame["tpt"] - rate).abs() > Z * np.hypot(frame["galat_baku"], error)
    table["catatan"] = [
        SENDIRI if row.kategori == name else _note(row, out)
        for row, out in zip(frame.itertuples(), outside, strict=True)
    ]
    choices = {"rincian": rincian, "ukuran": ukuran, "acuan": name, "n": n, "deff": deff}
    table.attrs = {**choices, "tahun": data.tahun}
    return _select(table, kategori)


def _measure(frame: pd.DataFrame, hitung: Callable, rate: float) -> pd.DataFrame:
    force = frame["angkatan_kerja"]
    expected = rate / 100 * force
    value, reference = (hitung(u, expected, frame) for u in (frame["penganggur"], expected))
    return pd.DataFrame(
        {
            "kategori": frame["kategori"],
            "nilai": value,
            "acuan": reference,
            "selisih": value - reference,
            "bawah": hitung(frame["bawah"] / 100 * force, expected, frame),
            "atas": hitung(frame["atas"] / 100 * force, expected, frame),
        }
    )


def _note(row, outside: bool) -> str:
    mark = "" if row.tanda == ANDAL else f"{row.tanda} (RSE {format_persen(row.rse, 0)}); "
    if row.tanda == TIDAK_ANDAL:
        note = f"{mark}tidak dibandingkan"
    else:
        note = f"{mark}selisih {'melebihi' if outside else 'di dalam'} galat"
    return f"{note}; {MERAGUKAN}" if row.kategori in TERENDAH else note


def _select(table: pd.DataFrame, kategori: str | Iterable[str] | None) -> pd.DataFrame:
    if kategori is None:
        return table
    wanted = [kategori] if isinstance(kategori, str) else list(kategori)
    names = [pilih_kategori(table, name) for name in wanted]
    return table[table["kategori"].isin(names)].reset_index(drop=True)


def daftar_acuan(data: Data, rincian: str = "pendidikan") -> pd.DataFrame:
    """Every reference the bench knows for a breakdown: acuan, jenis, tpt [percent]."""
    return _references(data, anatomi(data, rincian))


def _references(data: Data, frame: pd.DataFrame) -> pd.DataFrame:
    city = pd.DataFrame({"acuan": [KOTA], "jenis": ["kota"], "nilai": [tpt_kota(data)]})
    groups = frame.rename(columns={"kategori": "acuan", "tpt": "nilai"})[["acuan", "nilai"]]
    parts = [city, acuan_tpt(data), groups.assign(jenis="kelompok")]
    return pd.concat(parts, ignore_index=True).rename(columns={"nilai": "tpt"})


def cari_acuan(
    data: Data, frame: pd.DataFrame, acuan: str, *, n: float, deff: float
) -> tuple[str, float, float]:
    """Full name of a reference, its rate [percent] and its standard error [points].

    Raises
    ------
    LkjError
        When there is no such reference; those there are are listed.
    """
    table = _references(data, frame)
    names = {ringkas(name).casefold(): name for name in table["acuan"]}
    names |= {name.casefold(): name for name in table["acuan"]}
    if str(acuan).casefold() not in names:
        raise LkjError(explain_unknown("acuan", acuan, table["acuan"]))
    name = names[str(acuan).casefold()]
    row = table[table["acuan"] == name].rename(columns={"tpt": "nilai"})
    if row["jenis"].iloc[0] == "kelompok":
        error = frame.set_index("kategori").loc[name, "galat_baku"]
    else:
        error = galat_acuan(row, n=n, deff=deff).iloc[0]
    return name, float(row["nilai"].iloc[0]), float(error)
