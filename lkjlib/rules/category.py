"""Category scales for capaian: always stated, every gap between printed bands closed by a rule.

A float is compared after rounding to nine decimals, so binary noise moves nothing over a bound.
"""

from decimal import Decimal
from types import MappingProxyType
from typing import Any, overload

import numpy as np
import pandas as pd

from lkjlib.errors import RumusError, explain_unknown
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import bulatkan, is_missing, to_decimal
from lkjlib.report import Pita, Skala

_DESIMAL_FLOAT = 9


SKALA = MappingProxyType(
    {
        skala.nama: skala
        for skala in (
            Skala(
                "lkj-2019",
                (
                    Pita("Baik Sekali", "BS", di_atas=100),
                    Pita("Baik", "B", di_atas=75),
                    Pita("Cukup", "C", mulai=55),
                    Pita("Kurang", "K"),
                ),
                "LKj 2019 Bab III A.1, tabel rentang capaian kinerja",
                "Batas sebagaimana tercetak: lebih dari 100; lebih dari 75 s.d. 100; "
                "55 s.d. 75; kurang dari 55. Tidak ada celah.",
            ),
            Skala(
                "permendagri-54-2010",
                (
                    Pita("Sangat Tinggi", mulai=91),
                    Pita("Tinggi", mulai=76),
                    Pita("Sedang", mulai=66),
                    Pita("Rendah", mulai=51),
                    Pita("Sangat Rendah"),
                ),
                "Permendagri 54/2010 (juga 86/2017)",
                "Tercetak 91 ke atas, 76–90, 66–75, 51–65, 50 ke bawah. Celah antara dua pita "
                "masuk pita bawah: sebuah pita mulai tepat pada batas bawahnya (90,5 Tinggi).",
                "skala Permendagri 54/2010",
            ),
            Skala(
                "permenpanrb-8-2021",
                (
                    Pita("Sangat Baik", di_atas=100),
                    Pita("Baik", mulai=100),
                    Pita("Cukup", mulai=80),
                    Pita("Kurang", mulai=60),
                    Pita("Sangat Kurang"),
                ),
                "PermenPANRB 8/2021",
                "Tercetak lebih dari 100, 100, 80–99, 60–79, kurang dari 60. Celah antara dua pita "
                "masuk pita bawah: sebuah pita mulai tepat pada batas bawahnya (99,5 Cukup; "
                "hanya tepat 100 Baik).",
                "skala PermenPANRB 8/2021",
            ),
        )
    }
)


PERATURAN = ("permendagri-54-2010", "permenpanrb-8-2021")  # scales of the registry for any office


def skala_dibandingkan(skala: str | Skala) -> tuple[Skala, ...]:
    """A report's own scale, then those that regulations print.

    Examples
    --------
    >>> [one.nama for one in skala_dibandingkan("lkj-2019")]
    ['lkj-2019', 'permendagri-54-2010', 'permenpanrb-8-2021']
    """
    own = require_skala(skala)
    return own, *(SKALA[nama] for nama in PERATURAN if nama != own.nama)


def sebut_skala(nama: str) -> str:
    """What a sentence calls a scale: by its regulation, or the report's own.

    Examples
    --------
    >>> sebut_skala("permendagri-54-2010"), sebut_skala("lkj-2019")
    ('skala Permendagri 54/2010', 'skala laporan')
    """
    return SKALA[nama].sebutan if nama in SKALA else Skala.sebutan


def judul_skala(nama: str) -> str:
    """What a heading calls a scale.

    >>> judul_skala("lkj-2019")
    'Skala laporan'
    """
    words = sebut_skala(nama)
    return words[0].upper() + words[1:]


def require_skala(skala: str | Skala) -> Skala:
    """Look a scale up by name, or take a report's own; RumusError lists the names there are.

    Examples
    --------
    >>> [pita.kategori for pita in require_skala("lkj-2019").pita]
    ['Baik Sekali', 'Baik', 'Cukup', 'Kurang']
    """
    if isinstance(skala, Skala):
        return skala
    if skala not in SKALA:
        raise RumusError(explain_unknown("skala", skala, SKALA))
    return SKALA[skala]


@overload
def kategori(capaian: pd.Series, skala: str | Skala) -> pd.Series: ...
@overload
def kategori(capaian: np.ndarray, skala: str | Skala) -> np.ndarray: ...
@overload
def kategori(capaian: float | Decimal | Exact | None, skala: str | Skala) -> str | None: ...
def kategori(capaian: Any, skala: str | Skala) -> Any:
    """Name the category of a capaian on a scale; there is no scale by default.

    Parameters
    ----------
    capaian : number, Series or array [percent], unrounded or as printed
    skala : the name of one in the registry, or the report's own,
        ``data.laporan.skala``

    Returns
    -------
    str (None where missing); a string Series named "kategori" (NA where missing) for a Series,
    an object array for an array

    Raises
    ------
    RumusError : unknown scale, text for a number

    Examples
    --------
    >>> kategori(78.27, "lkj-2019"), kategori(90.5, "permendagri-54-2010")
    ('Baik', 'Tinggi')
    """
    return _map_bands(capaian, require_skala(skala), "kategori")


@overload
def kode_kategori(capaian: pd.Series, skala: str | Skala) -> pd.Series: ...
@overload
def kode_kategori(capaian: np.ndarray, skala: str | Skala) -> np.ndarray: ...
@overload
def kode_kategori(capaian: float | Decimal | Exact | None, skala: str | Skala) -> str | None: ...
def kode_kategori(capaian: Any, skala: str | Skala) -> Any:
    """Give the printed code (BS, B, C, K) of a capaian; see `kategori`.

    Raises
    ------
    RumusError : also for a scale that prints no codes

    Examples
    --------
    >>> kode_kategori(78.27, "lkj-2019"), kode_kategori(117.05, "lkj-2019")
    ('B', 'BS')
    """
    aturan = require_skala(skala)
    if not aturan.berkode:
        raise RumusError(f"skala '{aturan.nama}' tidak mempunyai kode kategori")
    return _map_bands(capaian, aturan, "kode")


def tabel_skala(skala: str | Skala) -> pd.DataFrame:
    """Tabulate a scale with the bounds that `kategori` applies.

    Returns
    -------
    DataFrame, best band first: kategori, kode, batas_bawah, batas_bawah_termasuk, batas_atas,
    batas_atas_termasuk [percent; NA where open], aturan (how gaps are closed)

    Raises
    ------
    RumusError : unknown scale

    Examples
    --------
    >>> tabel_skala("lkj-2019")[["kategori", "kode", "batas_bawah", "batas_atas"]]
          kategori kode  batas_bawah  batas_atas
    0  Baik Sekali   BS          100        <NA>
    1         Baik    B           75         100
    2        Cukup    C           55          75
    3       Kurang    K         <NA>          55
    """
    aturan = require_skala(skala)
    tabel = pd.DataFrame(
        {
            "kategori": pita.kategori,
            "kode": pita.kode or None,
            "batas_bawah": pita.batas_bawah,
            "batas_bawah_termasuk": pita.batas_bawah_termasuk,
            # a bound that the band above leaves out belongs to this band
            "batas_atas": None if atas is None else atas.batas_bawah,
            "batas_atas_termasuk": atas is not None and not atas.batas_bawah_termasuk,
            "aturan": aturan.aturan,
        }
        for atas, pita in zip((None, *aturan.pita), aturan.pita, strict=False)
    )
    bounds = [pita.batas_bawah for pita in aturan.pita if pita.batas_bawah is not None]
    number = "Int64" if all(float(bound).is_integer() for bound in bounds) else "Float64"
    return tabel.astype({"kode": "string", "batas_bawah": number, "batas_atas": number})


def _map_bands(capaian: Any, skala: Skala, kolom: str) -> Any:
    if isinstance(capaian, pd.Series):
        nama = [_find_band(v, skala, kolom) for v in capaian]
        return pd.Series(nama, index=capaian.index, name=kolom, dtype="string")
    if isinstance(capaian, np.ndarray):
        nama = [_find_band(v, skala, kolom) for v in capaian.ravel()]
        return np.array(nama, dtype=object).reshape(capaian.shape)
    return _find_band(capaian, skala, kolom)


def _find_band(capaian: Any, skala: Skala, kolom: str) -> str | None:
    if is_missing(capaian):
        return None
    nilai = capaian if isinstance(capaian, Exact) else to_decimal(capaian)
    if not isinstance(capaian, Decimal | Exact):
        nilai = bulatkan(nilai, _DESIMAL_FLOAT)
    for pita in skala.pita:
        bawah = None if pita.batas_bawah is None else to_decimal(pita.batas_bawah)
        if bawah is None or nilai > bawah or (nilai == bawah and pita.batas_bawah_termasuk):
            return getattr(pita, kolom)
    raise AssertionError("pita terakhir selalu terbuka ke bawah")
