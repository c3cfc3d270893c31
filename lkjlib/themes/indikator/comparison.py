"""An indicator beside its target, its past, other regions and later targets (Tabel I-IV)."""

import pandas as pd

from lkjlib.data import Data, once
from lkjlib.errors import RumusError
from lkjlib.numbers.exact import Exact
from lkjlib.numbers.format import is_missing
from lkjlib.rules.targets import memenuhi, target_tersirat
from lkjlib.themes.indikator.analysis import cacah, satu
from lkjlib.themes.indikator.cumulative import (
    JUMLAH,
    dijumlah_sejak,
    hasil_berjalan,
    jenis_target,
    sampai_tahun_ini,
)
from lkjlib.themes.indikator.units import (
    Row,
    kartu_indikator,
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
    met = [memenuhi(result, goal, row["polaritas"]) for result, goal in pairs]
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
