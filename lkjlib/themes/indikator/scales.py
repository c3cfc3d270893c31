"""What each category scale says of a result, and each rule of combining of a sasaran.

The report tables one scale and names another; it names no rule of combining.
"""

from typing import NamedTuple

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.report import Skala
from lkjlib.rules.category import SKALA, kategori, require_skala, skala_dibandingkan, tabel_skala
from lkjlib.themes.indikator.analysis import ringkasan
from lkjlib.themes.indikator.units import kartu_indikator, nama_pendek

BOBOT_UTAMA = 0.75


def pita_skala(*skala: str | Skala) -> pd.DataFrame:
    """Bands of some scales or of all known, best first, with the bounds that are applied.

    Returns
    -------
    DataFrame
        skala, kategori, kode (None where the scale has none), batas (text) [percent].

    Examples
    --------
    >>> pita_skala()["batas"].tolist()[:4]
    ['> 100', '> 75 dan ≤ 100', '≥ 55 dan ≤ 75', '< 55']
    """
    scales = [require_skala(one) for one in skala or SKALA]
    tables = [tabel_skala(one).assign(skala=one.nama) for one in scales]
    bands = pd.concat(tables, ignore_index=True)
    bands["batas"] = [_bounds(band) for band in bands.itertuples()]
    return bands[["skala", "kategori", "kode", "batas"]]


def _bounds(band: NamedTuple) -> str:
    parts = []
    if pd.notna(band.batas_bawah):
        parts.append(f"{'≥' if band.batas_bawah_termasuk else '>'} {band.batas_bawah}")
    if pd.notna(band.batas_atas):
        parts.append(f"{'≤' if band.batas_atas_termasuk else '<'} {band.batas_atas}")
    exactly = len(parts) == 2 and band.batas_bawah == band.batas_atas
    return f"tepat {band.batas_bawah}" if exactly else " dan ".join(parts)


def aturan_skala(*skala: str | Skala) -> pd.DataFrame:
    """Source of some scales or of all known, and the rule that leaves no value between two bands.

    Returns
    -------
    DataFrame
        skala, sumber, aturan (text).
    """
    scales = [require_skala(one) for one in skala or SKALA]
    rows = [(one.nama, one.sumber, one.aturan) for one in scales]
    return pd.DataFrame(rows, columns=["skala", "sumber", "aturan"])


def kategori_skala(data: Data) -> pd.DataFrame:
    """Category of each indicator under each scale, from the printed and the exact capaian.

    Returns
    -------
    DataFrame
        indikator, skala, kategori, kategori_dihitung, berubah; a row per indicator and scale.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(kategori_skala(load(2019)))
    15
    """
    frame = ringkasan(data)
    parts = [
        pd.DataFrame(
            {
                "indikator": frame["nama"],
                "skala": skala.nama,
                "kategori": kategori(frame["capaian"], skala),
                "kategori_dihitung": kategori(frame["capaian_dihitung"], skala),
            }
        )
        for skala in skala_dibandingkan(data.laporan.skala)
    ]
    table = pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)
    both = table["kategori"].notna() & table["kategori_dihitung"].notna()
    changed = both & (table["kategori"] != table["kategori_dihitung"]).fillna(False).astype(bool)
    return table.assign(berubah=changed)


def agregasi(data: Data) -> pd.DataFrame:
    """One capaian for a sasaran with several indicators, by rules the report does not choose.

    Plain mean, minimum, and a mean in which one indicator after the other weighs `BOBOT_UTAMA`.

    Returns
    -------
    DataFrame
        sasaran, aturan, capaian (of printed capaian) [percent], kategori, capaian_dihitung (of
        exact ones) [percent], kategori_dihitung.

    Examples
    --------
    >>> from lkjlib import load
    >>> agregasi(load(2019))["kategori"].tolist()
    ['Baik Sekali', 'Baik', 'Baik Sekali', 'Baik Sekali']
    """
    frame = ringkasan_sasaran(data)
    skala, names, rows = data.laporan.skala, nama_pendek(data), []
    for sasaran, group in frame.groupby("sasaran", sort=False):
        if len(group) > 1:
            columns = ("capaian", "capaian_dihitung")
            both = zip(*(_combine(group, column, names) for column in columns), strict=True)
            rows += [(sasaran, rule, printed, exact) for (rule, printed), (_, exact) in both]
    table = pd.DataFrame(rows, columns=["sasaran", "aturan", "capaian", "capaian_dihitung"])
    table.insert(3, "kategori", kategori(table["capaian"], skala))
    return table.assign(kategori_dihitung=kategori(table["capaian_dihitung"], skala))


def ringkasan_sasaran(data: Data) -> pd.DataFrame:
    """`ringkasan` with the sasaran of each indicator."""
    frame, cards = ringkasan(data), kartu_indikator(data)
    return frame.assign(sasaran=[cards[kode]["sasaran"] for kode in frame["kode"]])


def _combine(group: pd.DataFrame, column: str, names: pd.Series) -> list[tuple[str, float]]:
    """Missing by every rule where one capaian is."""
    values = group.set_index("kode")[column]
    rest = (1 - BOBOT_UTAMA) / (len(values) - 1)
    weighted = [
        (
            f"bobot {BOBOT_UTAMA:.0%} {names[kode]}".replace("%", " %"),
            values[kode] * BOBOT_UTAMA + values.drop(kode).sum(skipna=False) * rest,
        )
        for kode in values.index
    ]
    plain = [("rata-rata", values.mean(skipna=False)), ("minimum", values.min(skipna=False))]
    return [*plain, *weighted]


@once
def predikat_sasaran(data: Data) -> pd.DataFrame:
    """Every sasaran by the mean of its indicators' capaian, with its category under every scale.

    Returns
    -------
    DataFrame
        kode (s1, s2, … in the order of the report), sasaran, jumlah_indikator, capaian (mean of
        the printed) and capaian_dihitung (of the recomputed ones) [percent], tercapai (do all
        its indicators meet their target?), then a column per scale: category of capaian. A mean is
        missing where one of its capaian is.

    Examples
    --------
    >>> from lkjlib import load
    >>> predikat_sasaran(load(2019))["permendagri-54-2010"].value_counts().to_dict()
    {'Sangat Tinggi': 3, 'Tinggi': 1}
    """
    frame = ringkasan_sasaran(data)
    groups = frame.groupby("sasaran", sort=False)
    many, sums = groups.size(), groups[["capaian", "capaian_dihitung"]].sum()
    whole = groups[["capaian", "capaian_dihitung"]].count().eq(many, axis="index")
    means = sums.where(whole).div(many, axis="index")
    met = groups["tercapai"].all(skipna=False)
    table = means.assign(jumlah_indikator=many, tercapai=met).reset_index()
    table.insert(0, "kode", [f"s{number}" for number in range(1, len(table) + 1)])
    known = skala_dibandingkan(data.laporan.skala)
    scales = {skala.nama: kategori(table["capaian"], skala) for skala in known}
    columns = ["kode", "sasaran", "jumlah_indikator", "capaian", "capaian_dihitung", "tercapai"]
    return table[columns].assign(**scales)
