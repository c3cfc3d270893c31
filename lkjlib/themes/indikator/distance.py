"""How far results are from their targets: ambition, pace, and what would have turned them.

How tough a target was, what pace the next one asks for, and how near the result is to the flip of
met and not met follow from the printed years and the counts; arithmetic, no forecast.
"""

from collections.abc import Mapping

import pandas as pd

from lkjlib.data import Data
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import is_missing, to_decimal
from lkjlib.rules import targets
from lkjlib.rules.targets import kerapuhan_hitung
from lkjlib.themes.indikator.analysis import cacah, ringkasan, satu
from lkjlib.themes.indikator.comparison import goal_of, rows_of_tabel_ii
from lkjlib.themes.indikator.cumulative import (
    JUMLAH,
    hasil_berjalan,
    jenis_target,
    sampai_tahun_ini,
    tahun_dijumlah,
)
from lkjlib.themes.indikator.tables import PERSEN
from lkjlib.themes.indikator.units import nama_pendek, satuan


def ambisi_dan_laju(data: Data) -> pd.DataFrame:
    """Was a target tougher than last year's result, is the pace enough for the later target?

    The report year's result is that of the exact counts, where there are any; of earlier years
    only the printed one is known. Changes count in the direction of improvement. Where yearly
    amounts add up to the later target, the pace is an amount a year. Arithmetic, no forecast.

    Returns
    -------
    DataFrame
        kode, indikator (short), satuan (of differences), realisasi_lalu, target [unit of the
        indicator], ambisi [difference; negative: easier than what had been reached; missing
        without a result of last year], lebih_longgar, sejak (first year with a figure),
        laju_dicapai, laju_diperlukan [difference a year; a negative need means that the later
        target is already passed; missing without a later target], cukup (the pace is at least
        what is needed).

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
    frame.insert(1, "indikator", frame["kode"].map(nama_pendek(data)))
    frame.insert(2, "satuan", [satuan(data, kode).selisih for kode in frame["kode"]])
    frame.insert(6, "lebih_longgar", _compared(frame["ambisi"], lambda ambition: ambition < 0))
    room = frame["laju_dicapai"] - frame["laju_diperlukan"]
    frame["sejak"] = frame["sejak"].astype("int64" if frame["sejak"].notna().all() else "Int64")
    return frame.assign(cukup=_compared(room, lambda room: room >= -1e-9))


def _compared(numbers: pd.Series, holds) -> pd.Series:
    """Does it hold of each number? Missing where the number is."""
    answers = [pd.NA if is_missing(n) else bool(holds(n)) for n in numbers]
    known = all(answer is not pd.NA for answer in answers)
    return pd.Series(answers, numbers.index, dtype=bool if known else "boolean")


def _target_and_pace(data: Data, kode: str, polaritas: str) -> dict[str, object]:
    years = {row["tahun"]: row for row in rows_of_tabel_ii(data, kode)}
    row = years[data.tahun]
    counted = satu(data, kode)["realisasi_dihitung"]
    now = row["realisasi"] if is_missing(counted) else counted
    results = {year: row["realisasi"] for year, row in years.items()}
    before = results.get(data.tahun - 1)
    sign = 1 if polaritas == "positif" else -1
    past = {
        year: result
        for year, result in results.items()
        if year < data.tahun and not is_missing(result)
    }
    since, reached, needed = _pace(data, kode, now, past)
    return {
        "kode": kode,
        "realisasi_lalu": before,
        "target": row["target"],
        "ambisi": targets.ambisi(row["target"], before, polaritas),
        "sejak": since,
        "laju_dicapai": reached * sign,
        "laju_diperlukan": needed * sign,
    }


def _pace(
    data: Data, kode: str, now: object, past: Mapping[int, object]
) -> tuple[object, object, object]:
    """First year, change a year since, change a year that the medium-term target still asks for.

    `past` are the results of the years before that are printed, earliest first. Both changes are
    missing where a figure of theirs is.
    """
    goal, nothing = goal_of(data, kode), float("nan")
    if is_missing(now) or not past:
        return None, nothing, nothing
    first, start = next(iter(past.items()))
    level = hasil_berjalan(data, kode).sebelum + now
    reached = targets.laju(start, first, level, data.tahun, level, data.tahun + 1).dicapai_per_tahun
    if jenis_target(data, kode) == JUMLAH:
        earlier = tahun_dijumlah(data, kode)
        level = sampai_tahun_ini(data, kode, now)
        first = int(earlier.index[0])
        reached = nothing if level is None else level / (data.tahun - first + 1)
    if goal is None or level is None or goal[1] <= data.tahun:
        return first, reached, nothing
    _, year, value = goal
    pace = targets.laju(start, first, level, data.tahun, value, year)
    return first, reached, pace.diperlukan_per_tahun


def kerapuhan(data: Data) -> pd.DataFrame:
    """How many units of the numerator separate each result from the flip of met / not met.

    The denominator stays as it is. Only indicators with whole counts have a row.

    Returns
    -------
    DataFrame
        kode, indikator, satuan, pembilang, penyebut (in counts or rupiah; missing where the count
        is the value), target, realisasi_dihitung [unit of the indicator], tercapai, jarak (units to
        spare where met, negative units short where missed), jarak_persen [percent of pembilang].

    Examples
    --------
    >>> from lkjlib import load
    >>> kerapuhan(load(2019))["jarak"].tolist()
    [-9, 15, 99429145, 1271, 0]
    """
    frame = ringkasan(data).merge(cacah(data), on="kode", suffixes=("_tercetak", ""))
    whole = pd.Series([_is_fragile(row) for row in frame.itertuples()], dtype=bool)
    frame = frame[whole].reset_index(drop=True)
    distance = [_distance(row) for row in frame.itertuples()]
    return pd.DataFrame(
        {
            "kode": frame["kode"],
            "indikator": frame["nama"],
            "satuan": [_counted_in(data, kode) for kode in frame["kode"]],
            "pembilang": frame["pembilang"],
            "penyebut": frame["penyebut"],
            "target": frame["target"],
            "realisasi_dihitung": frame["realisasi"],
            "tercapai": [value >= 0 for value in distance],
            "jarak": distance,
            "jarak_persen": pd.Series(distance, frame.index) / frame["pembilang"] * 100,
        }
    )


def _is_fragile(row) -> bool:
    """Are its counts whole, and has it a target?"""
    counts = [n for n in (row.pembilang, row.penyebut) if not is_missing(n)]
    return not is_missing(row.target) and all(n >= 0 and n == int(n) for n in counts)


def _distance(row) -> int | Exact:
    """`kerapuhan_hitung`, also where the count is the value or the ratio no percentage."""
    percent = row.satuan in PERSEN and not is_missing(row.penyebut)
    target = row.target if isinstance(row.target, Exact) else to_decimal(row.target)
    target = target if percent else target * 100
    counts = [n if isinstance(n, Exact) else int(n) for n in (row.pembilang, _or_one(row.penyebut))]
    return kerapuhan_hitung(*counts, target, row.polaritas)


def _or_one(penyebut: object) -> object:
    return 1 if is_missing(penyebut) else penyebut


def _counted_in(data: Data, kode: str) -> str:
    """What one unit of the numerator is: as the theme that counts it says, or the sheet."""
    if kode in data.satuan_cacah:
        return data.satuan_cacah[kode]
    card = data.indikator.set_index("kode").loc[kode]
    if not satuan(data, kode).persen:
        return card["satuan"]
    return "satuan pembilang" if is_missing(card["pembilang"]) else card["pembilang"]
