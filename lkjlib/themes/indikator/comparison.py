"""An indicator beside its target, its past, other regions and later targets (Tabel I-IV).

How tough a target was, how near the result is to it, and what pace the next one asks for follow
from the same figures.
"""

from collections.abc import Mapping

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import is_missing, to_decimal
from lkjlib.rules import targets
from lkjlib.rules.targets import kerapuhan_hitung, target_tersirat
from lkjlib.themes.indikator.analysis import cacah, ringkasan, satu
from lkjlib.themes.indikator.cumulative import (
    JUMLAH,
    dijumlah_sejak,
    hasil_berjalan,
    jenis_target,
    sampai_tahun_ini,
    tahun_dijumlah,
)
from lkjlib.themes.indikator.tables import PERSEN
from lkjlib.themes.indikator.units import (
    Row,
    kartu_indikator,
    nama_pendek,
    of_indicator,
    satuan,
    with_names,
)

_RASIO = "negatif-rasio"
MENENGAH = "menengah"
MENENGAH_JUMLAH = "menengah (jumlah)"  # a sum over the years: no height of a yearly chart
DIJUMLAH_SEJAK = "dijumlah_sejak"  # in the attrs of Tabel IV: first year of summed results
DIJUMLAH = "dijumlah"  # in the attrs of a trend: indicators whose results add up
_TABEL_II = (
    *("tahun", "realisasi", "capaian", "target"),
    *("jenis_target", "target_min", "target_maks", "perubahan"),
)
_PEMBANDING = ["acuan", "tahun", "nilai", "jenis"]


@once
def references(data: Data, kode: str) -> pd.DataFrame:
    """The references of an indicator, as the report prints them; none where it has none.

    Returns
    -------
    DataFrame
        acuan, tahun, nilai [unit of the indicator], jenis.
    """
    if "pembanding" not in data.frames:
        return pd.DataFrame({name: pd.Series(dtype=object) for name in _PEMBANDING})
    frame = data.pembanding
    return frame.loc[frame["kode"] == kode, _PEMBANDING]


def rows_of_references(data: Data, kode: str) -> list[Row]:
    """The rows of `references`."""
    return of_indicator(data, "pembanding", kode) if "pembanding" in data.frames else []


def goal_of(data: Data, kode: str) -> tuple[str, int, float | Exact] | None:
    """Name, year and value of the latest medium-term target of an indicator; None without one."""
    latest = data.laporan.menengah
    if latest is None:
        return None
    known = {row["acuan"]: row["nilai"] for row in rows_of_references(data, kode)}
    value = known.get(latest.nama)
    return None if is_missing(value) else (latest.nama, latest.tahun, value)


def tabel_i(data: Data, kode: str) -> pd.DataFrame:
    """Tabel I, capaian of the report year: printed beside recomputed [unit of the indicator].

    Returns
    -------
    DataFrame
        Rows target, realisasi, capaian; columns tercetak, dari_tercetak (capaian out of the
        rounded realisasi, as the report computes it), dihitung (out of the exact counts; no such
        column where the annexes hold none).
    """
    row = satu(data, kode)
    columns = {
        "uraian": ["target", "realisasi", "capaian"],
        "tercetak": [row["target"], row["realisasi"], row["capaian"]],
        "dari_tercetak": [None, row["realisasi"], row["capaian_dari_tercetak"]],
    }
    if not is_missing(row["realisasi_dihitung"]):
        columns["dihitung"] = [None, row["realisasi_dihitung"], row["capaian_dihitung"]]
    return with_unit(pd.DataFrame(columns), data, kode)


def with_unit(frame: pd.DataFrame, data: Data, kode: str) -> pd.DataFrame:
    """The frame, which now knows the unit of its one indicator."""
    unit = satuan(data, kode)
    frame.attrs["satuan"] = [unit.nama, unit.desimal]
    return frame


@once
def tabel_ii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel II, year by year: printed realisasi and capaian, and the target behind them.

    Returns
    -------
    DataFrame
        tahun, realisasi, capaian (printed), target, jenis_target ("tercetak", or "tersirat":
        the roundest target that gives the printed capaian), target_min, target_maks (bounds of
        the implied target), perubahan (realisasi against the year before) [unit of the indicator;
        capaian percent].
    """
    number = data.kinerja["target"].dtype
    kinds = dict.fromkeys(_TABEL_II, number) | {"tahun": "int64", "jenis_target": "str"}
    table = pd.DataFrame(rows_of_tabel_ii(data, kode), columns=list(_TABEL_II)).astype(kinds)
    return with_unit(table, data, kode)


@once
def rows_of_tabel_ii(data: Data, kode: str) -> list[Row]:
    """The rows of `tabel_ii`, column -> value."""
    rumus, rows = satu(data, kode)["rumus"], of_indicator(data, "kinerja", kode)
    past = [None, *(row["realisasi"] for row in rows)]
    return [_year(data, row, last, rumus) for row, last in zip(rows, past, strict=False)]


def _year(data: Data, row: Row, before: object, rumus: str) -> Row:
    """A year's printed numbers and what stands beside them: the columns `_TABEL_II`."""
    implied, now = _implied(data, row, rumus), row["realisasi"]
    printed, known = not is_missing(row["target"]), not is_missing(implied["target"])
    compared = not is_missing(before) and not is_missing(now)
    return {
        "tahun": row["tahun"],
        "realisasi": now,
        "capaian": row["capaian"],
        "target": row["target"] if printed else implied["target"],
        "jenis_target": "tercetak" if printed else "tersirat" if known else None,
        "target_min": implied["bawah"],
        "target_maks": implied["atas"],
        "perubahan": now - before if compared else float("nan"),
    }


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
    for kode, card in kartu_indikator(data).items():
        own, positive = card["rumus"], card["polaritas"] == "positif"
        for row in of_indicator(data, "kinerja", kode):
            for rumus in (own,) if positive else dict.fromkeys((own, _RASIO)):
                found = _implied(data, row, rumus)
                if pd.notna(found["target"]):
                    rows.append({"kode": kode, "tahun": row["tahun"], "rumus": rumus, **found})
    return pd.DataFrame(rows, columns=["kode", "tahun", "rumus", "target", "bawah", "atas"])


def _implied(data: Data, row: Row, rumus: str) -> dict[str, float | Exact | None]:
    """Target that a year's printed numbers imply, and its bounds; missing where one is printed.

    Out of exact numbers they rest on the two cells.
    """
    target, realisasi, capaian = (row[name] for name in ("target", "realisasi", "capaian"))
    if not is_missing(target) or is_missing(realisasi) or is_missing(capaian):
        return dict.fromkeys(("target", "bawah", "atas"))
    texts = (data.tercetak("kinerja", row["baris"], name) for name in ("realisasi", "capaian"))
    try:
        implied = target_tersirat(*texts, rumus)
    except RumusError:  # a capaian of 0 (or of 200 where lower is better) fits any target
        return dict.fromkeys(("target", "bawah", "atas"))
    bounds = {"target": implied.terbulat, "bawah": implied.bawah, "atas": implied.atas}
    if isinstance(realisasi, Exact):
        cells = realisasi / capaian
        return {name: cells.bernilai(value) for name, value in bounds.items()}
    return {name: float(value) for name, value in bounds.items()}


def tabel_iii(data: Data, kode: str) -> pd.DataFrame:
    """Tabel III, other regions: printed value and the own distance to it [unit; percentage points].

    A region for which the report prints "-" stays with a missing value.
    """
    return _references(data, kode, ("wilayah",))


def tabel_iv(data: Data, kode: str) -> pd.DataFrame:
    """Tabel IV, medium-term and national targets: printed value and distance to it.

    Where a medium-term target is a sum over the years, so is the realisasi beside it.
    """
    return _references(data, kode, ("menengah", "nasional"))


def _references(data: Data, kode: str, kinds: tuple[str, ...]) -> pd.DataFrame:
    row = satu(data, kode)
    frame = references(data, kode)
    frame = frame[frame["jenis"].isin(kinds)].reset_index(drop=True)
    own = [_comparable(data, kode, kind, row["realisasi"]) for kind in frame["jenis"]]
    results = pd.Series(own, index=frame.index, dtype=frame["nilai"].dtype)
    known = frame["nilai"].notna() & results.notna()
    distance = results[known] - frame.loc[known, "nilai"]
    pairs = zip(results, frame["nilai"], strict=True)
    met = [targets.memenuhi(result, goal, row["polaritas"]) for result, goal in pairs]
    table = frame.drop(columns="jenis").assign(
        realisasi=results,
        selisih=distance,
        terpenuhi=pd.array(met, dtype="boolean"),
    )
    table = with_unit(table, data, kode)
    table.attrs[DIJUMLAH_SEJAK] = dijumlah_sejak(data, kode) if MENENGAH in kinds else None
    return table


def _comparable(data: Data, kode: str, jenis: str, realisasi: float | Exact) -> object:
    """The result that a reference is compared with: of the year, or of all years it sums up."""
    if jenis != MENENGAH or is_missing(realisasi):
        return realisasi
    return sampai_tahun_ini(data, kode, realisasi)


def tren(data: Data, kode: str) -> pd.DataFrame:
    """Every year with its target, and the medium-term target, as the trend chart draws them.

    Returns
    -------
    DataFrame
        kode, tahun, realisasi (printed), target [unit of the indicator], jenis_target (tercetak,
        tersirat; menengah, or "menengah (jumlah)" where it is a sum over the years), acuan (name
        of the medium-term target), naik_lebih_baik, dihitung (of the exact counts, the report
        year's only).
    """
    frame = tabel_ii(data, kode)[["tahun", "realisasi", "target", "jenis_target"]]
    frame = frame.assign(acuan=None).astype({"jenis_target": object, "acuan": object})
    goal = goal_of(data, kode)
    if goal is not None:
        name, year, value = goal
        kind = MENENGAH_JUMLAH if jenis_target(data, kode) == JUMLAH else MENENGAH
        frame.loc[len(frame)] = [year, float("nan"), value, kind, name]
    frame.insert(0, "kode", kode)
    positive = data.indikator.set_index("kode").loc[kode, "polaritas"] == "positif"
    known = cacah(data).set_index("kode")["realisasi"]
    of_year = (frame["tahun"] == data.tahun) & frame["acuan"].isna()
    dihitung = pd.Series(float("nan"), frame.index)
    if kode in known.index:
        dihitung = dihitung.mask(of_year, known[kode])
    frame = frame.assign(naik_lebih_baik=positive, dihitung=dihitung)
    return _with_sums(with_names(frame, data), data)


def _with_sums(frame: pd.DataFrame, data: Data) -> pd.DataFrame:
    """The frame, which now knows whose yearly results are summed before a target is met."""
    kodes = dict.fromkeys(frame["kode"])
    frame.attrs[DIJUMLAH] = [kode for kode in kodes if hasil_berjalan(data, kode).dijumlah]
    return frame


def tren_semua(data: Data) -> pd.DataFrame:
    """The trends of all indicators in one frame, see `lkjlib.themes.indikator.comparison.tren`."""
    frame = pd.concat([tren(data, kode) for kode in data.indikator["kode"]], ignore_index=True)
    return _with_sums(with_names(frame, data), data)


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
