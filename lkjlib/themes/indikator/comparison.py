"""An indicator beside its target, its past, other regions and later targets (Tabel I-IV).

How tough a target was, how near the result is to it, and what pace the next one asks for follow
from the same figures.
"""

from typing import NamedTuple

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.numbers.exact import Exact
from lkjlib.rules import targets
from lkjlib.rules.targets import kerapuhan_hitung, target_tersirat
from lkjlib.themes.indikator.analysis import (
    NAMA_PENDEK,
    RPJMD,
    cacah,
    of_indicator,
    ringkasan,
    satu,
)

_RASIO = "negatif-rasio"
SATUAN_CACAH = {
    "koperasi": "koperasi lulus",
    "wirausaha": "UMKM baru",
    "omzet": "rupiah kenaikan omzet",
    "tpt": "penganggur",
    "kasus": "kasus",
}


def tabel_i(data: Data, kode: str) -> pd.DataFrame:
    """Tabel I, capaian of the report year: printed beside recomputed [percent].

    Returns
    -------
    DataFrame
        Rows target, realisasi, capaian; columns tercetak, dari_tercetak (capaian out of the
        rounded realisasi, as the report computes it), dihitung (out of the exact counts).
    """
    row = satu(data, kode)
    return pd.DataFrame(
        {
            "uraian": ["target", "realisasi", "capaian"],
            "tercetak": [row["target"], row["realisasi"], row["capaian"]],
            "dari_tercetak": [None, row["realisasi"], row["capaian_dari_tercetak"]],
            "dihitung": [None, row["realisasi_dihitung"], row["capaian_dihitung"]],
        }
    )


@once
def tabel_ii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel II, year by year: printed realisasi and capaian, and the target behind them.

    Returns
    -------
    DataFrame
        tahun, realisasi, capaian (printed), target, jenis_target ("tercetak", or "tersirat":
        the roundest target that gives the printed capaian), target_min, target_maks (bounds of
        the implied target), perubahan (realisasi against the year before, percentage points).
    """
    rumus = satu(data, kode)["rumus"]
    frame = of_indicator(data.kinerja, kode).drop(columns="kode")
    implied = [_implied(data, row, rumus) for row in frame.itertuples()]
    printed = frame["target"].notna()
    before = frame["realisasi"].shift()
    both = frame["realisasi"].notna() & before.notna()
    rows = pd.DataFrame(implied, index=frame.index).astype(frame["target"].dtype)
    kinds = printed.map({True: "tercetak", False: "tersirat"})
    return (
        frame[["tahun", "realisasi", "capaian"]]
        .assign(
            target=frame["target"].where(printed, rows["target"]),
            jenis_target=kinds.where(printed | rows["target"].notna()),
            target_min=rows["bawah"],
            target_maks=rows["atas"],
            perubahan=frame.loc[both, "realisasi"] - before[both],
        )
        .reset_index(drop=True)
    )


def tersirat(data: Data) -> pd.DataFrame:
    """Targets that printed realisasi and capaian imply where none is printed.

    Where lower is better, also under the other formula in use, so that one sees which fits.

    Returns
    -------
    DataFrame
        kode, tahun, rumus, target (the roundest), bawah, atas [unit of the indicator].

    Examples
    --------
    >>> from lkjlib import load
    >>> tersirat(load(2019)).query("kode == 'tpt' and tahun == 2017")["target"].tolist()
    [6.2, 6.12]
    """
    rows = []
    for kode, polaritas, own in data.indikator[["kode", "polaritas", "rumus"]].to_numpy():
        for row in of_indicator(data.kinerja, kode).itertuples():
            for rumus in (own,) if polaritas == "positif" else dict.fromkeys((own, _RASIO)):
                found = _implied(data, row, rumus)
                if pd.notna(found["target"]):
                    rows.append({"kode": kode, "tahun": row.tahun, "rumus": rumus, **found})
    return pd.DataFrame(rows, columns=["kode", "tahun", "rumus", "target", "bawah", "atas"])


def _implied(data: Data, row: NamedTuple, rumus: str) -> dict[str, float | Exact | None]:
    """Target that a year's printed numbers imply, and its bounds; missing where one is printed.

    Out of exact numbers they rest on the two cells.
    """
    if pd.notna(row.target) or pd.isna(row.realisasi) or pd.isna(row.capaian):
        return dict.fromkeys(("target", "bawah", "atas"))
    texts = (data.tercetak("kinerja", row.Index, name) for name in ("realisasi", "capaian"))
    implied = target_tersirat(*texts, rumus)
    bounds = {"target": implied.terbulat, "bawah": implied.bawah, "atas": implied.atas}
    if isinstance(row.realisasi, Exact):
        cells = row.realisasi / row.capaian
        return {name: cells.bernilai(value) for name, value in bounds.items()}
    return {name: float(value) for name, value in bounds.items()}


def tabel_iii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel III, other regions: printed value and the city's distance to it [percentage points].

    A region for which the report prints "-" stays with a missing value.
    """
    return _references(data, kode, lambda acuan: not acuan.startswith("RPJM"))


def tabel_iv(data: Data, kode: str) -> pd.DataFrame:
    """Tabel IV, RPJMD 2021 and RPJMN 2019: printed value and distance [percentage points]."""
    return _references(data, kode, lambda acuan: acuan.startswith("RPJM"))


def _references(data: Data, kode: str, wanted) -> pd.DataFrame:
    row = satu(data, kode)
    frame = of_indicator(data.pembanding, kode)
    frame = frame[frame["acuan"].map(wanted)].drop(columns="kode").reset_index(drop=True)
    known = frame["nilai"].notna()
    distance = row["realisasi"] - frame.loc[known, "nilai"]
    met = [targets.memenuhi(row["realisasi"], goal, row["polaritas"]) for goal in frame["nilai"]]
    return frame.assign(
        realisasi=row["realisasi"],
        selisih=distance,
        terpenuhi=pd.array(met, dtype="boolean"),
    )


def tren(data: Data, kode: str) -> pd.DataFrame:
    """Three yearly points with their targets and the RPJMD target, as the trend chart draws them.

    Returns
    -------
    DataFrame
        kode, tahun, realisasi (printed), target [percent], jenis_target (tercetak, tersirat,
        RPJMD), naik_lebih_baik, dihitung (of the exact counts, the report year's only).
    """
    years = tabel_ii(data, kode)[["tahun", "realisasi", "target", "jenis_target"]]
    goals = of_indicator(data.pembanding, kode).set_index("acuan")
    rpjmd = goals.loc[RPJMD]
    goal = pd.DataFrame(
        {
            "tahun": [rpjmd["tahun"]],
            "realisasi": [float("nan")],
            "target": [rpjmd["nilai"]],
            "jenis_target": ["RPJMD"],
        }
    )
    frame = pd.concat([years, goal], ignore_index=True)
    frame.insert(0, "kode", kode)
    positive = data.indikator.set_index("kode").loc[kode, "polaritas"] == "positif"
    exact = cacah(data).set_index("kode").loc[kode, "realisasi"]
    dihitung = pd.Series(float("nan"), frame.index).mask(frame["tahun"] == data.tahun, exact)
    return frame.assign(naik_lebih_baik=positive, dihitung=dihitung)


def tren_semua(data: Data) -> pd.DataFrame:
    """The trends of all indicators in one frame, see `lkjlib.themes.indikator.comparison.tren`."""
    return pd.concat([tren(data, kode) for kode in data.indikator["kode"]], ignore_index=True)


def ambisi_dan_laju(data: Data) -> pd.DataFrame:
    """Was a target tougher than last year's result, and is the pace enough for RPJMD 2021?

    The report year's result is that of the exact counts; of earlier years only the printed one
    is known. Changes count in the direction of improvement. Arithmetic, no forecast.

    Returns
    -------
    DataFrame
        kode, indikator (short), realisasi_lalu, target [percent], ambisi [percentage points;
        negative: easier than what had been reached], lebih_longgar, sejak (first year with a
        figure), laju_dicapai, laju_diperlukan [percentage points a year; a negative need means
        that the later target is already passed], cukup (the pace is at least what is needed).

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = ambisi_dan_laju(load(2019))
    >>> frame.loc[frame["lebih_longgar"], "indikator"].tolist()
    ['TPT']
    >>> frame.loc[~frame["cukup"], "indikator"].tolist()
    ['Koperasi berkualitas']
    """
    indicators = data.indikator[["kode", "polaritas"]].to_numpy()
    frame = pd.DataFrame([_target_and_pace(data, *indicator) for indicator in indicators])
    frame.insert(1, "indikator", frame["kode"].map(NAMA_PENDEK))
    frame.insert(5, "lebih_longgar", frame["ambisi"] < 0)
    return frame.assign(cukup=frame["laju_dicapai"] >= frame["laju_diperlukan"] - 1e-9)


def _target_and_pace(data: Data, kode: str, polaritas: str) -> dict[str, object]:
    frame = tren(data, kode).set_index("tahun")
    known = frame["realisasi"].dropna()
    first, last, goal = known.index[0], known.index[-1], frame.index[-1]
    now = frame.loc[last, "dihitung"] if last == data.tahun else known[last]
    target, before = frame.loc[last, "target"], known.iloc[-2]
    pace = targets.laju(known[first], first, now, last, frame.loc[goal, "target"], goal)
    sign = 1 if polaritas == "positif" else -1
    return {
        "kode": kode,
        "realisasi_lalu": before,
        "target": target,
        "ambisi": targets.ambisi(target, before, polaritas),
        "sejak": first,
        "laju_dicapai": pace.dicapai_per_tahun * sign,
        "laju_diperlukan": pace.diperlukan_per_tahun * sign,
    }


def kerapuhan(data: Data) -> pd.DataFrame:
    """How many units of the numerator separate each result from the flip of met / not met.

    The denominator stays as it is.

    Returns
    -------
    DataFrame
        indikator, satuan, pembilang, penyebut (in counts or rupiah), target,
        realisasi_dihitung [percent], tercapai, jarak (units to spare where met, negative units
        short where missed), jarak_persen [percent of pembilang].

    Examples
    --------
    >>> from lkjlib import load
    >>> kerapuhan(load(2019))["jarak"].tolist()
    [-9, 15, 99429145, 1271, 0]
    """
    frame = ringkasan(data).merge(cacah(data), on="kode", suffixes=("_tercetak", ""))
    distance = [
        kerapuhan_hitung(row.pembilang, row.penyebut, row.target, row.polaritas)
        for row in frame.itertuples()
    ]
    return pd.DataFrame(
        {
            "indikator": frame["nama"],
            "satuan": frame["kode"].map(SATUAN_CACAH),
            "pembilang": frame["pembilang"],
            "penyebut": frame["penyebut"],
            "target": frame["target"],
            "realisasi_dihitung": frame["realisasi"],
            "tercapai": [value >= 0 for value in distance],
            "jarak": distance,
            "jarak_persen": distance / frame["pembilang"] * 100,
        }
    )
