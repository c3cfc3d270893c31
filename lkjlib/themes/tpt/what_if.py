"""What if one group had the rate of another: arithmetic on the counts, with the survey's error.

No forecast: every labour force stays as it is; only the unemployed of one group change.
"""

from dataclasses import dataclass

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.tpt.analysis import pilih_kategori
from lkjlib.themes.tpt.choices import bahan, check_name, groups
from lkjlib.themes.tpt.precision import Z, asumsi, ketelitian, sebut_asumsi
from lkjlib.themes.tpt.references import KOTA, cari_acuan, galat_selisih


@dataclass(frozen=True)
class Andaian:
    """A what-if: the group at another rate. Persons exact, rates in percent.

    `batas_galat` is that of the distance between the two rates [percentage points: 1,96 standard
    errors], on the assumed n and deff.
    """

    kategori: str
    seperti: str
    tempat: str
    tpt: float
    tpt_andaian: float
    penganggur: int
    penganggur_andaian: float
    angkatan_kerja: int
    tpt_kota: float
    tpt_kota_andaian: float
    angkatan_kerja_kota: int
    batas_galat: float
    n: float
    deff: float

    @property
    def selisih_orang(self) -> float:
        """Persons fewer unemployed (below 0: more)."""
        return self.penganggur - self.penganggur_andaian

    @property
    def batas_orang(self) -> float:
        """Margin of that number [persons]."""
        return self.batas_galat / 100 * self.angkatan_kerja

    @property
    def batas_kota(self) -> float:
        """Margin of the change in the rate of the whole [percentage points]."""
        return self.batas_orang / self.angkatan_kerja_kota * 100

    @property
    def angka(self) -> pd.DataFrame:
        """The what-if as a table.

        Returns
        -------
        DataFrame
            uraian, sekarang, andaian, selisih, margin (1,96 standard errors of selisih)
            [percent and percentage points, persons].
        """
        rows = [
            (f"TPT {self.kategori} [%]", self.tpt, self.tpt_andaian, self.batas_galat),
            (
                f"penganggur {self.kategori} [orang]",
                self.penganggur,
                self.penganggur_andaian,
                self.batas_orang,
            ),
            (f"TPT {self.tempat} [%]", self.tpt_kota, self.tpt_kota_andaian, self.batas_kota),
        ]
        frame = pd.DataFrame(rows, columns=["uraian", "sekarang", "andaian", "margin"])
        frame.insert(3, "selisih", frame["andaian"] - frame["sekarang"])
        return frame

    @property
    def kalimat(self) -> str:
        """The what-if as a sentence, with what the survey leaves open."""
        moves, turns = ("berkurang", "turun") if self.selisih_orang >= 0 else ("bertambah", "naik")
        change = abs(self.tpt_kota - self.tpt_kota_andaian)
        beyond = abs(self.selisih_orang) > self.batas_orang
        return (
            f"Andaikan TPT {self.kategori} ({format_persen(self.tpt)}) sama dengan "
            f"{self.seperti} ({format_persen(self.tpt_andaian)}), penganggur {moves} "
            f"{format_angka(abs(self.selisih_orang))} ± {format_angka(self.batas_orang)} orang, "
            f"dari {format_angka(self.penganggur)} menjadi "
            f"{format_angka(self.penganggur_andaian)}, dan TPT {self.tempat} {turns} "
            f"{format_angka(change, 2)} ± {format_angka(self.batas_kota, 2)} poin, dari "
            f"{format_persen(self.tpt_kota)} menjadi {format_persen(self.tpt_kota_andaian)}. "
            f"Perubahan itu {'melebihi' if beyond else 'di dalam'} galat survei "
            f"({sebut_asumsi(self.n, self.deff)}). Hitungan, bukan ramalan."
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
    n: float | None = None,
    deff: float | None = None,
    gabung: bool = False,
    tahun: int | None = None,
    wilayah: str | None = None,
) -> Andaian:
    """Give a group the rate of another group or reference; everything else stays.

    Parameters and errors as of `lkjlib.eksplorasi`; `seperti` is a reference as its `acuan`.

    Examples
    --------
    >>> from lkjlib import load
    >>> andaian = andaikan(load(2019), "jenis_kelamin", "Perempuan", "Laki-laki")
    >>> round(andaian.selisih_orang), round(andaian.batas_orang), round(andaian.tpt_kota_andaian, 2)
    (702, 1759, 4.48)
    """
    own, (n, deff) = bahan(data, tahun, wilayah), asumsi(data, n, deff)
    frame = ketelitian(groups(own, rincian, gabung), n=n, deff=deff)
    name = pilih_kategori(frame, check_name("kategori", kategori))
    reference = cari_acuan(own, frame, seperti)
    itself = frame["kategori"] == name
    row = frame[itself].to_dict(orient="records")[0]
    jobless = reference.harapan(frame.loc[itself, "angkatan_kerja"]).item()
    total, force = (frame[column].sum().item() for column in ("penganggur", "angkatan_kerja"))
    return Andaian(
        kategori=name,
        seperti=own.tempat if reference.jenis == KOTA else reference.nama,
        tempat=own.tempat,
        tpt=row["tpt"],
        tpt_andaian=reference.tpt,
        penganggur=row["penganggur"],
        penganggur_andaian=jobless,
        angkatan_kerja=row["angkatan_kerja"],
        tpt_kota=total / force * 100,
        tpt_kota_andaian=(total - row["penganggur"] + jobless) / force * 100,
        angkatan_kerja_kota=force,
        batas_galat=Z * galat_selisih(frame, reference, n=n, deff=deff)[itself].item(),
        n=n,
        deff=deff,
    )
