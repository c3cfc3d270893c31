"""An indicator beside its target, its past, other regions and later targets (Tabel I-IV).

How tough a target was, how near the result is to it, and what pace the next one asks for follow
from the same figures.
"""

from dataclasses import asdict

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.exact import Exact
from lkjlib.rules import targets
from lkjlib.rules.capaian import RUMUS
from lkjlib.rules.targets import kerapuhan_hitung, target_tersirat
from lkjlib.themes.indikator.analysis import NAMA_PENDEK, RPJMD, cacah, ringkasan, satu

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


def tabel_ii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel II, three years: printed realisasi and capaian, and the target behind them.

    Returns
    -------
    DataFrame
        tahun, realisasi, capaian (printed), target, jenis_target ("tercetak", or "tersirat":
        the roundest target that gives the printed capaian), target_min, target_maks (bounds of
        the implied target), perubahan (realisasi against the year before, percentage points).
    """
    rumus = satu(data, kode)["rumus"]
    rows = []
    for index, row in data.kinerja.query("kode == @kode").iterrows():
        known = pd.notna(row["target"])
        jenis = "tercetak" if known else None
        implied = dict.fromkeys(("terbulat", "bawah", "atas"), float("nan"))
        if not known and pd.notna(row["realisasi"]) and pd.notna(row["capaian"]):
            implied, jenis = _implied(data, index, row, rumus), "tersirat"
        rows.append(
            {
                "tahun": row["tahun"],
                "realisasi": row["realisasi"],
                "capaian": row["capaian"],
                "target": row["target"] if known else implied["terbulat"],
                "jenis_target": jenis,
                "target_min": implied["bawah"],
                "target_maks": implied["atas"],
            }
        )
    frame = pd.DataFrame(rows)
    before = frame["realisasi"].shift()
    both = frame["realisasi"].notna() & before.notna()
    return frame.assign(perubahan=frame.loc[both, "realisasi"] - before[both])


def _implied(data: Data, index: int, row: pd.Series, rumus: str) -> dict[str, float | Exact]:
    """Implied target and its bounds; out of exact numbers they rest on the two cells."""
    printed = [data.tercetak("kinerja", index, c) for c in ("realisasi", "capaian")]
    implied = asdict(target_tersirat(*printed, rumus))
    bounds = {name: implied[name] for name in ("terbulat", "bawah", "atas")}
    if isinstance(row["realisasi"], Exact):
        cells = row["realisasi"] / row["capaian"]
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
    frame = data.pembanding.query("kode == @kode")
    frame = frame[frame["acuan"].map(wanted)].drop(columns="kode").reset_index(drop=True)
    known = frame["nilai"].notna()
    distance = row["realisasi"] - frame.loc[known, "nilai"]
    better = distance if RUMUS[row["rumus"]].polaritas == "positif" else -distance
    return frame.assign(
        realisasi=row["realisasi"],
        selisih=distance,
        terpenuhi=(better >= 0).astype("boolean"),
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
    goals = data.pembanding.query("kode == @kode").set_index("acuan")
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
    """Was the target tougher than last year's result, and what pace does RPJMD 2021 ask?

    The report year's result is that of the exact counts; of earlier years only the printed one
    is known.

    Returns
    -------
    DataFrame
        kode, realisasi_lalu, target, ambisi [points in the direction of improvement],
        laju_dicapai, laju_diperlukan [points a year, signed]. Arithmetic, no forecast.
    """
    rows, exact = [], cacah(data).set_index("kode")["realisasi"]
    for kode, polaritas in data.indikator[["kode", "polaritas"]].itertuples(index=False):
        frame = tren(data, kode).set_index("tahun")
        known = frame["realisasi"].dropna()
        first, last, goal = known.index[0], known.index[-1], frame.index[-1]
        now = exact[kode] if last == data.tahun else known[last]
        pace = targets.laju(known[first], first, now, last, frame.loc[goal, "target"], goal)
        rows.append(
            {
                "kode": kode,
                "realisasi_lalu": known.iloc[-2],
                "target": frame.loc[last, "target"],
                "ambisi": targets.ambisi(frame.loc[last, "target"], known.iloc[-2], polaritas),
                "sejak": first,
                "laju_dicapai": pace.dicapai_per_tahun,
                "laju_diperlukan": pace.diperlukan_per_tahun,
            }
        )
    return pd.DataFrame(rows)


def ambisi(data: Data) -> pd.DataFrame:
    """Was the target tougher than what had been reached the year before?

    Returns
    -------
    DataFrame
        indikator, realisasi_lalu, target [percent], ambisi [percentage points in the direction
        of improvement], lebih_longgar (target easier than last year's result).

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = ambisi(load(2019))
    >>> frame.loc[frame["lebih_longgar"], "indikator"].tolist()
    ['TPT']
    """
    frame = ambisi_dan_laju(data)
    columns = frame[["realisasi_lalu", "target", "ambisi"]]
    names = frame["kode"].map(NAMA_PENDEK).rename("indikator")
    return pd.concat([names, columns], axis=1).assign(lebih_longgar=frame["ambisi"] < 0)


def laju(data: Data) -> pd.DataFrame:
    """Yearly pace achieved against the pace that RPJMD 2021 still asks for: no forecast.

    Returns
    -------
    DataFrame
        indikator, sejak (first year with a figure), dicapai, diperlukan [percentage points a
        year, positive = towards improvement; a negative need means the target is already
        passed], cukup (achieved is at least what is needed).

    Examples
    --------
    >>> from lkjlib import load
    >>> frame = laju(load(2019))
    >>> frame.loc[~frame["cukup"], "indikator"].tolist()
    ['Koperasi berkualitas']
    """
    frame = ambisi_dan_laju(data).merge(data.indikator[["kode", "polaritas"]], on="kode")
    sign = frame["polaritas"].map({"positif": 1, "negatif": -1})
    achieved, needed = frame["laju_dicapai"] * sign, frame["laju_diperlukan"] * sign
    return pd.DataFrame(
        {
            "indikator": frame["kode"].map(NAMA_PENDEK),
            "sejak": frame["sejak"],
            "dicapai": achieved,
            "diperlukan": needed,
            "cukup": achieved >= needed - 1e-9,
        }
    )


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
    frame = (
        data.indikator[["kode", "polaritas"]]
        .merge(cacah(data), on="kode")
        .merge(ringkasan(data)[["kode", "target"]], on="kode")
    )
    distance = [
        kerapuhan_hitung(row.pembilang, row.penyebut, row.target, row.polaritas)
        for row in frame.itertuples()
    ]
    return pd.DataFrame(
        {
            "indikator": frame["kode"].map(NAMA_PENDEK),
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
