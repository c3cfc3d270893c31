"""Exploration: one breakdown, one measure, one reference give one table; and a what-if.

Every interval rests on the assumed n and deff of `precision`, which are there to be moved. The
what-if is arithmetic on the counts, no forecast: every labour force stays as it is; only the
unemployed of one group change.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lkjlib.charts.origin import set_origin
from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.tpt.analysis import like, pilih_kategori, ringkas, terendah, urai
from lkjlib.themes.tpt.choices import (
    Bahan,
    bahan,
    check_name,
    check_names,
    check_switch,
)
from lkjlib.themes.tpt.precision import (
    ANDAL,
    TIDAK_ANDAL,
    Z,
    asumsi,
    galat_acuan,
    ketelitian,
)

KOTA, SENDIRI = "kota", "kelompok acuan"
MERAGUKAN = "pemisahan kelas meragukan"  # see `terendah`; gabung=True joins these classes


@dataclass(frozen=True)
class Ukuran:
    """A measure: `hitung(unemployed, unemployed at the reference's rate, group)` gives it."""

    nama: str
    judul: str
    satuan: str
    desimal: int
    hitung: Callable[[pd.Series, pd.Series, pd.DataFrame], pd.Series]


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
        Ukuran("kontribusi", "Kontribusi ke TPT kota", "poin persen", 2, _points),
        Ukuran("representasi", "Representasi", "pangsa penganggur / pangsa AK", 2, _ratio),
        Ukuran("kelebihan", "Kelebihan penganggur", "orang di atas acuan", 0, _excess),
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
    acuan : "kota", a target, a region, or another group's name.
    n, deff : assumed sample (persons of the labour force) and design effect; those of the
        report by default.
    gabung : join the lowest classes of education, where the report names them.
    tahun, wilayah : which ones, where there are several.

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
        When a choice is none or unknown, or the frame cannot be read as counts; the message says
        what is allowed.

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = eksplorasi(load(2019), "jenis_kelamin", ukuran="kelebihan")
    >>> frame[["kategori", "nilai", "acuan"]].round(1)
        kategori  nilai  acuan
    0  Laki-laki -446.4    0.0
    1  Perempuan  446.4    0.0
    """
    spec = UKURAN[check_name("ukuran", ukuran, UKURAN)]
    wanted = check_names("kategori", kategori)
    own, (n, deff) = bahan(data, tahun, wilayah), asumsi(data, n, deff)
    frame = ketelitian(_groups(own, rincian, gabung), n=n, deff=deff)
    name, rate, error = cari_acuan(own, frame, acuan, n=n, deff=deff)
    table = _measure(frame, spec.hitung, rate)
    outside = (frame["tpt"] - rate).abs() > Z * np.hypot(frame["galat_baku"], error)
    doubtful = terendah(frame)
    table["catatan"] = [
        SENDIRI if row.kategori == name else _note(row, out, row.kategori in doubtful)
        for row, out in zip(frame.itertuples(), outside, strict=True)
    ]
    table.attrs = {"rincian": rincian, "ukuran": ukuran, "acuan": name, "n": n, "deff": deff}
    return _select(set_origin(like(table, frame), own.asal), wanted)


def _groups(own: Bahan, rincian: object, gabung: object) -> pd.DataFrame:
    known = own.frame["rincian"].unique()
    gabung = check_switch("gabung", gabung)
    return urai(own.frame, check_name("rincian", rincian, known), gabung=gabung)


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


def daftar_acuan(
    data: Data | pd.DataFrame,
    rincian: str = "pendidikan",
    *,
    tahun: int | None = None,
    wilayah: str | None = None,
) -> pd.DataFrame:
    """Every reference there is for a breakdown: acuan, jenis, tpt [percent].

    Parameters and errors as of `eksplorasi`.
    """
    own = bahan(data, tahun, wilayah)
    return _references(own, _groups(own, rincian, gabung=False))


def _references(own: Bahan, frame: pd.DataFrame) -> pd.DataFrame:
    rate = frame["penganggur"].sum() / frame["angkatan_kerja"].sum() * 100
    city = pd.DataFrame({"acuan": [KOTA], "jenis": ["kota"], "nilai": [rate]})
    groups = frame.rename(columns={"kategori": "acuan", "tpt": "nilai"})[["acuan", "nilai"]]
    parts = [city, own.acuan, groups.assign(jenis="kelompok")]
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True).rename(columns={"nilai": "tpt"})


def cari_acuan(
    own: Bahan, frame: pd.DataFrame, acuan: str, *, n: float, deff: float
) -> tuple[str, float, float]:
    """Full name of a reference, its rate [percent] and its standard error [points].

    Raises
    ------
    LkjError
        When there is no such reference; those there are are listed.
    """
    table = _references(own, frame)
    wanted = check_name("acuan", acuan).casefold()
    names = {ringkas(frame, name).casefold(): name for name in table["acuan"]}
    names |= {name.casefold(): name for name in table["acuan"]}
    if wanted not in names:
        raise LkjError(explain_unknown("acuan", acuan, table["acuan"]))
    name = names[wanted]
    row = table[table["acuan"] == name].rename(columns={"tpt": "nilai"})
    if row["jenis"].iloc[0] == "kelompok":
        error = frame.set_index("kategori").loc[name, "galat_baku"]
    else:
        error = galat_acuan(row, n=n, deff=deff).iloc[0]
    return name, float(row["nilai"].iloc[0]), float(error)


@dataclass(frozen=True)
class Andaian:
    """A what-if: the group at another rate. Persons exact, rates in percent."""

    kategori: str
    seperti: str
    tpt: float
    tpt_andaian: float
    penganggur: int
    penganggur_andaian: float
    tpt_kota: float
    tpt_kota_andaian: float

    @property
    def selisih_orang(self) -> float:
        """Persons fewer unemployed (below 0: more)."""
        return self.penganggur - self.penganggur_andaian

    @property
    def angka(self) -> pd.DataFrame:
        """The what-if as a table: uraian, sekarang, andaian, selisih [percent, persons]."""
        rows = [
            (f"TPT {self.kategori} [%]", self.tpt, self.tpt_andaian),
            (f"penganggur {self.kategori} [orang]", self.penganggur, self.penganggur_andaian),
            ("TPT kota [%]", self.tpt_kota, self.tpt_kota_andaian),
        ]
        frame = pd.DataFrame(rows, columns=["uraian", "sekarang", "andaian"])
        return frame.assign(selisih=frame["andaian"] - frame["sekarang"])

    @property
    def kalimat(self) -> str:
        """The what-if as a sentence."""
        moves = "berkurang" if self.selisih_orang >= 0 else "bertambah"
        return (
            f"Andaikan TPT {self.kategori} ({format_persen(self.tpt)}) sama dengan "
            f"{self.seperti} ({format_persen(self.tpt_andaian)}), penganggur {moves} "
            f"{format_angka(abs(self.selisih_orang))} orang, dari "
            f"{format_angka(self.penganggur)} menjadi {format_angka(self.penganggur_andaian)}, "
            f"dan TPT kota menjadi {format_persen(self.tpt_kota_andaian)} "
            f"(sekarang {format_persen(self.tpt_kota)}). Hitungan, bukan ramalan."
        )

    def _repr_markdown_(self) -> str:
        return self.kalimat

    def __repr__(self) -> str:
        return self.kalimat


def andaikan(
    data: Data | pd.DataFrame,
    rincian: str,
    kategori: str,
    seperti: str,
    *,
    gabung: bool = False,
    tahun: int | None = None,
    wilayah: str | None = None,
) -> Andaian:
    """Give a group the rate of another group or reference; everything else stays.

    Parameters and errors as of `eksplorasi`; `seperti` is a reference as its `acuan`.

    Examples
    --------
    >>> from lkjlib import load
    >>> andaian = andaikan(load(2019), "jenis_kelamin", "Perempuan", "Laki-laki")
    >>> round(andaian.selisih_orang), round(andaian.tpt_kota_andaian, 2)
    (702, 4.48)
    """
    own, (n, deff) = bahan(data, tahun, wilayah), asumsi(data)
    frame = ketelitian(_groups(own, rincian, gabung), n=n, deff=deff)
    row = frame.set_index("kategori").loc[pilih_kategori(frame, check_name("kategori", kategori))]
    name, rate, _ = cari_acuan(own, frame, seperti, n=n, deff=deff)
    jobless = rate / 100 * float(row["angkatan_kerja"])
    total, force = int(frame["penganggur"].sum()), int(frame["angkatan_kerja"].sum())
    return Andaian(
        kategori=str(row.name),
        seperti=name,
        tpt=float(row["tpt"]),
        tpt_andaian=rate,
        penganggur=int(row["penganggur"]),
        penganggur_andaian=jobless,
        tpt_kota=total / force * 100,
        tpt_kota_andaian=(total - int(row["penganggur"]) + jobless) / force * 100,
    )
