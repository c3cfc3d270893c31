"""What if a group had the rate of another: arithmetic on the counts, no forecast.

Assumption: every labour force stays as it is; only the unemployed of one group change.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.format import format_angka, format_persen
from lkjlib.themes.tpt.jelajah import cari_acuan
from lkjlib.themes.tpt.kelompok import anatomi, pilih_kategori
from lkjlib.themes.tpt.presisi import DEFF, N_AK, ketelitian


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
    data: Data, rincian: str, kategori: str, seperti: str, *, gabung: bool = False
) -> Andaian:
    """Give a group the rate of another group or reference; everything else stays.

    Raises
    ------
    LkjError
        When a choice is unknown; the message lists the choices.

    Examples
    --------
    >>> from lkjlib import load
    >>> andaian = andaikan(load(2019), "jenis_kelamin", "Perempuan", "Laki-laki")
    >>> round(andaian.selisih_orang), round(andaian.tpt_kota_andaian, 2)
    (702, 4.48)
    """
    frame = ketelitian(anatomi(data, rincian, gabung=gabung))
    row = frame.set_index("kategori").loc[pilih_kategori(frame, kategori)]
    name, rate, _ = cari_acuan(data, frame, seperti, n=N_AK, deff=DEFF)
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
