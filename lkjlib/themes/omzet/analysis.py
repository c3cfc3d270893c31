"""Omzet of the coached micro firms: growth of the total, distance to the target, both class tables.

Rupiah are nominal: the report names no price index, so real growth stays an open question. The
lowest class of omzet is open in the report; here it starts at 0, which is an assumption.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

import pandas as pd

from lkjlib.data import Data, by_key, once
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.exact import Exact, exactly
from lkjlib.numbers.format import bulatkan, desimal_perlu, format_angka, is_missing, to_decimal
from lkjlib.rules.capaian import capaian
from lkjlib.rules.category import kategori, skala_dibandingkan
from lkjlib.themes.indikator.analysis import satu
from lkjlib.themes.indikator.counts import acuan
from lkjlib.themes.indikator.units import kartu_indikator
from lkjlib.themes.omzet.tables import HITUNGAN

BATAS_TERENDAH = 0


@once
def pertumbuhan(data: Data) -> pd.DataFrame:
    """Total omzet by year and its growth.

    Returns
    -------
    DataFrame
        tahun, omzet [rupiah], kenaikan [rupiah], kenaikan_persen [percent, exact].

    Source
    ------
    Bab III, Tabel I.

    Examples
    --------
    >>> from lkjlib import load
    >>> pertumbuhan(load(2019))["kenaikan_persen"].round(4).tolist()
    [nan, 10.2293]
    """
    frame = data.omzet.sort_values("tahun", ignore_index=True)
    change = frame["omzet"].diff()
    return frame.assign(
        kenaikan=_typed(change, "Int64"), kenaikan_persen=change / frame["omzet"].shift() * 100
    )


def _growth(data: Data) -> Exact | Fraction:
    """Exact growth as a ratio."""
    change, before = data.hitung(HITUNGAN)
    return exactly(change) / exactly(before)


def _typed(column: pd.Series, dtype: str) -> pd.Series:
    """A column of plain numbers as another type; one of exact numbers as it is."""
    return column if column.dtype == object else column.astype(dtype)


def _real(number: Any) -> Exact | float:
    """A plain number as a float; an exact one as it is."""
    return number if isinstance(number, Exact) else float(number)


def pembulatan(data: Data) -> pd.DataFrame:
    """What capaian and its category would be, had realisasi been printed with more decimals.

    Returns
    -------
    DataFrame
        desimal ("0", "1", "2", "tidak dibulatkan"), realisasi, capaian [percent], and the
        category on each scale.

    Examples
    --------
    >>> from lkjlib import load
    >>> pembulatan(load(2019))["lkj-2019"].tolist()
    ['Baik', 'Baik Sekali', 'Baik Sekali', 'Baik Sekali']
    """
    kode = data.kode(HITUNGAN)
    target, rumus = to_decimal(acuan(data, kode).iloc[0]), kartu_indikator(data)[kode]["rumus"]
    exact = as_decimal(_growth(data) * 100)
    shown: list[tuple[str, Decimal]] = [(str(d), bulatkan(exact, d)) for d in range(3)]
    rows, scales = [], skala_dibandingkan(data.laporan.skala)
    for decimals, value in [*shown, ("tidak dibulatkan", exact)]:
        reached = capaian(value, target, rumus)
        categories = [kategori(reached, skala) for skala in scales]
        rows.append((decimals, float(value), float(reached), *categories))
    names = [skala.nama for skala in scales]
    return pd.DataFrame(rows, columns=["desimal", "realisasi", "capaian", *names])


def jarak_target(data: Data) -> pd.DataFrame:
    """Distance in rupiah between the total omzet and what a target asks for.

    Returns
    -------
    DataFrame
        acuan, target [percent], omzet_diperlukan, selisih [rupiah; positive: above],
        selisih_per_usaha [rupiah per firm].

    Examples
    --------
    >>> from lkjlib import load
    >>> jarak_target(load(2019))["selisih"].tolist()
    [99429145, -767806381]
    """
    omzet = by_key(data.omzet, "tahun", "omzet")
    last, before = omzet[data.tahun], omzet[data.tahun - 1]
    firms = data.omzet_kelas["usaha"].sum()
    (now, target), *later = acuan(data, data.kode(HITUNGAN)).items()
    supposed = [(f"{name}, andai berlaku {data.tahun}", goal) for name, goal in later]
    rows = []
    for name, percent in ((now, target), *supposed):
        needed = ceil(exactly(before) * (1 + exactly(percent) / 100))
        rows.append((name, percent, needed, last - needed, (last - needed) / firms))
    columns = ["acuan", "target", "omzet_diperlukan", "selisih", "selisih_per_usaha"]
    return pd.DataFrame(rows, columns=columns)


def kenaikan_riil(data: Data, inflasi: Sequence[float] = (0, 1, 2, 3, 4, 5)) -> pd.DataFrame:
    """Real growth for assumed price rises; the report gives none, so these are inputs.

    Parameters
    ----------
    data : the year's data.
    inflasi : assumed price rises [percent]; the rise at which the target is just met is added.

    Returns
    -------
    DataFrame
        inflasi (assumed), kenaikan_riil [percent], capaian_riil [percent of the target],
        dasar ("andaian" or "impas target"), by rising inflasi.
    """
    nominal = float(_growth(data)) + 1
    row = satu(data, data.kode(HITUNGAN))
    target = float(row["target"])
    limit = (nominal / (1 + target / 100) - 1) * 100
    rows = [(float(p), "andaian") for p in inflasi] + [(limit, "impas target")]
    frame = pd.DataFrame(rows, columns=["inflasi", "dasar"])
    real = (nominal / (1 + frame["inflasi"] / 100) - 1) * 100
    frame.insert(1, "kenaikan_riil", real)
    frame.insert(2, "capaian_riil", capaian(real, target, row["rumus"]))
    return frame.sort_values("inflasi", kind="stable", ignore_index=True)


@once
def kenaikan(data: Data) -> pd.DataFrame:
    """Growth classes with shares.

    Returns
    -------
    DataFrame
        batas_bawah, batas_atas [percent; NaN where the report leaves the class open], usaha
        [firms], bagian, kumulatif [percent], kenaikan_jumlah [percent: growth of the total,
        the same in every row, to set the classes against].

    Source
    ------
    Bab III, table Persentase kenaikan omzet Usaha Mikro.
    """
    frame = data.omzet_kenaikan[["batas_bawah", "batas_atas", "usaha"]]
    share = frame["usaha"] / frame["usaha"].sum() * 100
    return frame.assign(
        bagian=share, kumulatif=share.cumsum(), kenaikan_jumlah=_real(_growth(data) * 100)
    )


def batas_kenaikan(data: Data) -> pd.DataFrame:
    """The typical firm against the total: growth of the median firm, least simple mean.

    Returns
    -------
    DataFrame
        uraian, bawah, atas [percent; NaN = the classes set no bound].

    Examples
    --------
    >>> from lkjlib import load
    >>> batas_kenaikan(load(2019))["atas"].tolist()[1]
    10.0
    """
    frame = kenaikan(data)
    median = frame.loc[(frame["kumulatif"] >= 50).idxmax()]
    # falling sales are in the lowest class too; without them every firm of it gains at least 0
    least = (frame["batas_bawah"].fillna(0) * frame["usaha"]).sum() / frame["usaha"].sum()
    total = _real(_growth(data)) * 100
    rows = [
        ("kenaikan jumlah omzet", total, total),
        ("kenaikan usaha di tengah urutan (median)", median["batas_bawah"], median["batas_atas"]),
        ("rata-rata sederhana, andaikan tak ada yang turun", least, float("nan")),
    ]
    return pd.DataFrame(rows, columns=["uraian", "bawah", "atas"])


@once
def sebaran(data: Data) -> pd.DataFrame:
    """Omzet classes with shares and density.

    Returns
    -------
    DataFrame
        batas_bawah, batas_atas [rupiah; the lowest from 0, the highest open = NA], usaha
        [firms], bagian, kumulatif [percent], kepadatan [firms per Rp 1 juta of class width;
        NaN where open].

    Source
    ------
    Bab III, table Kategori omzet Usaha Mikro.
    """
    frame = data.omzet_kelas[["batas_bawah", "batas_atas", "usaha"]]
    frame["batas_bawah"] = frame["batas_bawah"].fillna(BATAS_TERENDAH)
    width = (frame["batas_atas"] - frame["batas_bawah"]) / 10**6
    share = frame["usaha"] / frame["usaha"].sum() * 100
    density = _typed(frame["usaha"] / width, "float64")
    return frame.assign(bagian=share, kumulatif=share.cumsum(), kepadatan=density)


def nama_kelas(frame: pd.DataFrame, awalan: str = "", akhiran: str = "") -> list[str]:
    """Names of classes by their bounds, each bound with its unit.

    Parameters
    ----------
    frame : batas_bawah (not included), batas_atas (included); missing or 0 below, missing above
        where the class is open.
    awalan, akhiran : what stands before and after a bound: "Rp ", " %".

    Examples
    --------
    >>> from lkjlib import load
    >>> nama_kelas(load(2019).omzet_kenaikan, akhiran=" %")[:2]
    ['sampai 10 %', 'di atas 10 % sampai 20 %']
    """

    def bound(value: Any) -> str:
        number = float(value)
        return f"{awalan}{format_angka(number, desimal_perlu(number))}{akhiran}"

    names = []
    for low, high in zip(frame["batas_bawah"], frame["batas_atas"], strict=True):
        above = "" if is_missing(low) or not low else f"di atas {bound(low)}"
        upto = "" if is_missing(high) else f"sampai {bound(high)}"
        names.append(" ".join(part for part in (above, upto) if part))
    return names


@once
def median_omzet(data: Data) -> pd.DataFrame:
    """Median omzet: the class that holds it, and a point inside by interpolation.

    Returns
    -------
    DataFrame
        One row: usaha_ke (rank), batas_bawah, batas_atas [rupiah] of its class: certain;
        median [rupiah]: interpolated, as if the firms lay evenly in the class; missing where
        that class is open.

    Examples
    --------
    >>> from lkjlib import load
    >>> row = median_omzet(load(2019)).iloc[0]
    >>> int(row["batas_bawah"]), int(row["batas_atas"]), round(row["median"])
    (20000000, 30000000, 24853403)
    """
    frame = sebaran(data)
    half = frame["usaha"].sum() / 2
    reached = frame["usaha"].cumsum()
    row = frame.loc[(reached >= half).idxmax()]
    before = reached[row.name] - row["usaha"]
    median = float("nan")
    if not is_missing(row["batas_atas"]):
        width = row["batas_atas"] - row["batas_bawah"]
        median = _real(row["batas_bawah"] + (half - before) / row["usaha"] * width)
    line = {
        "usaha_ke": ceil(half),
        "batas_bawah": row["batas_bawah"],
        "batas_atas": row["batas_atas"],
        "median": median,
    }
    return pd.DataFrame([line])
