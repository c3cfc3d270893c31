"""Exploration: one breakdown, one measure, one reference give one table.

Every interval rests on the assumed n and deff of `precision`, which are there to be moved.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from lkjlib.charts.origin import set_origin
from lkjlib.data import Data
from lkjlib.numbers.format import format_persen
from lkjlib.themes.tpt.analysis import like, pilih_kategori, terendah
from lkjlib.themes.tpt.choices import bahan, check_name, check_names, groups
from lkjlib.themes.tpt.precision import (
    ANDAL,
    TIDAK_ANDAL,
    Z,
    asumsi,
    galat_dari_semua,
    ketelitian,
)
from lkjlib.themes.tpt.references import KELOMPOK, KOTA, Acuan, cari_acuan, galat_selisih

SENDIRI = "kelompok acuan"
MERAGUKAN = "pemisahan kelas meragukan"  # see `terendah`; gabung=True joins these classes


@dataclass(frozen=True)
class Ukuran:
    """A measure: `hitung(unemployed, unemployed at the reference's rate, group)` gives it.

    `hitung` is linear in the unemployed. `terhadap` is what the value itself is measured against:
    a group, which stands alone; the whole (`KOTA`); the reference. Its interval follows from that.
    """

    nama: str
    judul: str
    satuan: str
    desimal: int
    hitung: Callable[[pd.Series, pd.Series, pd.DataFrame], pd.Series]
    terhadap: str = KELOMPOK


def _rate(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless / frame["angkatan_kerja"] * 100


def _persons(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless.astype("float64")


def _points(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    return jobless / frame["angkatan_kerja"].sum() * 100


def _ratio(jobless: pd.Series, _: pd.Series, frame: pd.DataFrame) -> pd.Series:
    force = frame["angkatan_kerja"]
    return (jobless / frame["penganggur"].sum()) / (force / force.sum())


def _excess(jobless: pd.Series, expected: pd.Series, _: pd.DataFrame) -> pd.Series:
    return jobless - expected


UKURAN = {
    ukuran.nama: ukuran
    for ukuran in (
        Ukuran("tpt", "TPT", "persen angkatan kerja kelompok", 2, _rate),
        Ukuran("penganggur", "Penganggur", "orang", 0, _persons),
        Ukuran("kontribusi", "Kontribusi ke TPT seluruhnya", "poin persen", 2, _points),
        Ukuran("representasi", "Representasi", "pangsa penganggur / pangsa AK", 2, _ratio, KOTA),
        Ukuran("kelebihan", "Kelebihan penganggur", "orang di atas acuan", 0, _excess, "acuan"),
    )
}


def eksplorasi(
    data: Data | pd.DataFrame,
    rincian: str = "pendidikan",
    kategori: str | Iterable[str] | None = None,
    *,
    ukuran: str = "tpt",
    acuan: str = KOTA,
    n: float | None = None,
    deff: float | None = None,
    gabung: bool = False,
    tahun: int | None = None,
    wilayah: str | None = None,
) -> pd.DataFrame:
    """Set the groups of a breakdown against a reference, in one measure.

    Parameters
    ----------
    data : a report's data, or a frame of one's own with the columns of `data.tenaga_kerja`;
        such a frame knows no targets and no regions.
    rincian : ``"pendidikan"`` or ``"jenis_kelamin"``, or another that the frame has.
    kategori : one group or several, by full or short name; None takes all.
    ukuran : tpt, penganggur, kontribusi, representasi or kelebihan.
    acuan : "kota" (all groups together), a target, a region, or another group's name.
    n, deff : assumed sample (persons of the labour force) and design effect; by default those of
        the report.
    gabung : join the lowest classes of education, where the report names them.
    tahun, wilayah : which ones, where there are several.

    Returns
    -------
    DataFrame
        kategori; nilai, acuan (the measure at the reference's rate), selisih, margin (1,96
        standard errors of selisih; `galat_selisih`), bawah, atas (95 % interval of nilai), all in
        the measure's unit; catatan (reliability, whether selisih is larger than margin).
        `attrs` keeps the choices for `plot_eksplorasi`.

    Raises
    ------
    LkjError
        When a choice is none or unknown, or the frame cannot be read as counts.

    Examples
    --------
    >>> from lkjlib import load
    >>> eksplorasi(load(2019), "jenis_kelamin", ukuran="kelebihan")[["selisih", "margin"]].round(1)
       selisih  margin
    0   -446.4  1118.3
    1    446.4  1118.3
    """
    spec = UKURAN[check_name("ukuran", ukuran, UKURAN)]
    wanted = check_names("kategori", kategori)
    own, (n, deff) = bahan(data, tahun, wilayah), asumsi(data, n, deff)
    frame = ketelitian(groups(own, rincian, gabung), n=n, deff=deff)
    reference = cari_acuan(own, frame, acuan)
    errors = _errors(frame, reference, n, deff)
    table = _measure(frame, spec, reference, errors)
    table["catatan"] = _notes(frame, reference, errors["acuan"])
    table.attrs = {"rincian": rincian, "ukuran": ukuran, "acuan": reference.nama}
    table.attrs |= {"n": n, "deff": deff}
    return _select(set_origin(like(table, frame), own.asal), wanted)


def _errors(frame: pd.DataFrame, acuan: Acuan, n: float, deff: float) -> dict[str, pd.Series]:
    """Standard error of a group's rate, of its distance to the whole and to the reference."""
    return {
        KELOMPOK: frame["galat_baku"],
        KOTA: galat_dari_semua(frame, n=n, deff=deff),
        "acuan": galat_selisih(frame, acuan, n=n, deff=deff),
    }


def _measure(
    frame: pd.DataFrame, spec: Ukuran, acuan: Acuan, errors: dict[str, pd.Series]
) -> pd.DataFrame:
    force = frame["angkatan_kerja"]
    expected, nobody = acuan.harapan(force), force * 0.0
    margins = {
        name: spec.hitung(Z * error / 100 * force, nobody, frame) for name, error in errors.items()
    }
    value, reference = (spec.hitung(u, expected, frame) for u in (frame["penganggur"], expected))
    low = value - margins[spec.terhadap]
    return pd.DataFrame(
        {
            "kategori": frame["kategori"],
            "nilai": value,
            "acuan": reference,
            "selisih": value - reference,
            "margin": margins["acuan"],
            "bawah": low if spec.terhadap == "acuan" else low.clip(lower=0),
            "atas": value + margins[spec.terhadap],
        }
    )


def _notes(frame: pd.DataFrame, acuan: Acuan, error: pd.Series) -> list[str]:
    outside = (frame["tpt"] - acuan.tpt).abs() > Z * error
    itself = acuan.nama if acuan.jenis == KELOMPOK else None
    doubtful = terendah(frame)
    return [
        SENDIRI if row.kategori == itself else _note(row, out, row.kategori in doubtful)
        for row, out in zip(frame.itertuples(), outside, strict=True)
    ]


def _note(row, outside: bool, doubtful: bool) -> str:
    mark = "" if row.tanda == ANDAL else f"{row.tanda} (RSE {format_persen(row.rse, 0)}); "
    if row.tanda == TIDAK_ANDAL:
        note = f"{mark}tidak dibandingkan"
    else:
        note = f"{mark}selisih {'melebihi' if outside else 'di dalam'} galat"
    return f"{note}; {MERAGUKAN}" if doubtful else note


def _select(table: pd.DataFrame, kategori: Iterable[str] | None) -> pd.DataFrame:
    if kategori is None:
        return table
    names = [pilih_kategori(table, name) for name in kategori]
    return table[table["kategori"].isin(names)].reset_index(drop=True)
