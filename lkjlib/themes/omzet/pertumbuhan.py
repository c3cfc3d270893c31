"""Growth of the total omzet, the distance to the target, and the growth classes.

Rupiah are nominal: the report names no price index, so real growth stays an open question.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.format import bulatkan, to_decimal
from lkjlib.rules.capaian import capaian
from lkjlib.rules.category import SKALA, kategori
from lkjlib.themes.indikator.analysis import RPJMD, cacah, satu

KODE = "omzet"


def pertumbuhan(data: Data) -> pd.DataFrame:
    """Total omzet by year and its growth.

    Returns
    -------
    DataFrame
        tahun, omzet [rupiah], kenaikan [rupiah], kenaikan_persen [percent, exact].

    Source
    ------
    LKj 2019 Bab III, section 2.2, Tabel I.

    Examples
    --------
    >>> from lkjlib import load
    >>> pertumbuhan(load(2019))["kenaikan_persen"].round(4).tolist()
    [nan, 10.2293]
    """
    frame = data.omzet.sort_values("tahun", ignore_index=True)
    change = frame["omzet"].diff()
    return frame.assign(
        kenaikan=change.astype("Int64"), kenaikan_persen=change / frame["omzet"].shift() * 100
    )


def _growth(data: Data) -> Fraction:
    """Exact growth as a ratio."""
    row = cacah(data).set_index("kode").loc[KODE]
    return Fraction(int(row["pembilang"]), int(row["penyebut"]))


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
    row = satu(data, KODE)
    target = to_decimal(row["target"])
    exact = as_decimal(_growth(data) * 100)
    shown: list[tuple[str, Decimal]] = [(str(d), bulatkan(exact, d)) for d in range(3)]
    rows = []
    for decimals, value in [*shown, ("tidak dibulatkan", exact)]:
        reached = capaian(value, target, row["rumus"])
        categories = {skala: kategori(reached, skala) for skala in SKALA}
        rows.append((decimals, float(value), float(reached), *categories.values()))
    return pd.DataFrame(rows, columns=["desimal", "realisasi", "capaian", *SKALA])


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
    omzet = data.omzet.set_index("tahun")["omzet"]
    last, before = int(omzet[data.tahun]), int(omzet[data.tahun - 1])
    goal = data.pembanding.query("kode == @KODE and acuan == @RPJMD")["nilai"].iloc[0]
    rows = []
    targets = {
        f"target {data.tahun}": satu(data, KODE)["target"],
        f"{RPJMD}, andai berlaku {data.tahun}": goal,
    }
    for acuan, target in targets.items():
        needed = ceil(before * (1 + Fraction(to_decimal(target)) / 100))
        per_firm = (last - needed) / data.omzet_kelas["usaha"].sum()
        rows.append((acuan, target, needed, last - needed, per_firm))
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
    row = satu(data, KODE)
    target = float(row["target"])
    limit = (nominal / (1 + target / 100) - 1) * 100
    rows = [(float(p), "andaian") for p in inflasi] + [(limit, "impas target")]
    frame = pd.DataFrame(rows, columns=["inflasi", "dasar"])
    real = (nominal / (1 + frame["inflasi"] / 100) - 1) * 100
    frame.insert(1, "kenaikan_riil", real)
    frame.insert(2, "capaian_riil", capaian(real, target, row["rumus"]))
    return frame.sort_values("inflasi", kind="stable", ignore_index=True)


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
    LKj 2019 Bab III, section 2.2, table Persentase kenaikan omzet Usaha Mikro.
    """
    frame = data.omzet_kenaikan[["batas_bawah", "batas_atas", "usaha"]]
    share = frame["usaha"] / frame["usaha"].sum() * 100
    return frame.assign(
        bagian=share, kumulatif=share.cumsum(), kenaikan_jumlah=float(_growth(data) * 100)
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
    total = float(_growth(data)) * 100
    rows = [
        ("kenaikan jumlah omzet", total, total),
        ("kenaikan usaha di tengah urutan (median)", median["batas_bawah"], median["batas_atas"]),
        ("rata-rata sederhana, andaikan tak ada yang turun", least, float("nan")),
    ]
    return pd.DataFrame(rows, columns=["uraian", "bawah", "atas"])
