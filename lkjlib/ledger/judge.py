"""Every statement of the report, recomputed and judged.

A statement of kind angka or kata is decided by a measure; only nalar, which lies beyond the data,
carries a reasoned verdict in the sheet. `dasar` shows what a verdict rests on.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from lkjlib.annexes.entries import TableRows
from lkjlib.data import Data
from lkjlib.errors import AnnexError
from lkjlib.ledger.basis import Typed, basis, typed_here
from lkjlib.ledger.claims import (
    SLOT,
    broken_ledger,
    holds,
    ledger_tables,
    number_in,
)
from lkjlib.ledger.measures import known_measures
from lkjlib.ledger.sections import sections_in
from lkjlib.numbers.compare import (
    COCOK,
    CROSSED,
    ROUNDED_INPUT,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    as_decimal,
    explain,
)
from lkjlib.numbers.exact import as_fraction
from lkjlib.numbers.format import format_angka
from lkjlib.themes.measure import Measure

REWRITE = "Perlu ditulis ulang: syaratnya tidak lagi terpenuhi."
_KEPT = ("kode", "baris", "bagian", "tabel", "pernyataan", "tercetak")
_Judged = tuple[str, str, str, float | None]  # verdict, reason, computed as text, printed minus it


def klaim(data: Data) -> pd.DataFrame:
    """Judge every statement of the report.

    Returns
    -------
    DataFrame
        One row per statement: kode, baris (line of the text edition), bagian, tabel,
        pernyataan, tercetak, dihitung (as text, Indonesian), vonis, selisih (printed minus
        computed), penjelasan, saran (the sentence a reviser would print), dasar (what the
        verdict rests on: a key of `lkjlib.ledger.basis.DASAR`), ukuran, satuan, konsekuensi,
        temuan (number of the shared fault), catatan (the auditor's note, such as which data
        would settle an open statement).

    Raises
    ------
    AnnexError
        When klaim.xlsx is missing, damaged, or names a measure that does not exist.

    Examples
    --------
    >>> from lkjlib import load
    >>> ledger = klaim(load(2019))
    >>> ledger.query("tercetak == '332'")[["dihitung", "vonis"]].iloc[0].tolist()
    ['458', 'tidak cocok']
    """
    return _judged(data).copy()


@lru_cache(maxsize=4)
def _judged(data: Data) -> pd.DataFrame:
    tables = sound_tables(data)
    typed = typed_here(tables["klaim.Angka"])
    return judge_rows(tables["klaim.Klaim"], known_measures(data), typed)


@lru_cache(maxsize=4)
def sound_tables(data: Data) -> dict[str, TableRows]:
    """The tables of the ledger, every name in them known; else an AnnexError with the cells."""
    tables = ledger_tables(data)
    faults = broken_ledger(tables, known_measures(data), sections_in(data.laporan))
    if faults:
        raise AnnexError(faults)
    return tables


def judge_rows(
    table: TableRows, known: Mapping[str, Measure], typed: Typed | None = None
) -> pd.DataFrame:
    """Judge the rows of sheet Klaim by the measures; the columns are those of `klaim`.

    Parameters
    ----------
    table : sheet Klaim, in which `broken_rows` finds nothing.
    known : measures of the report.
    typed : the numbers that annex cells were typed from, see `typed_here`.
    """
    if not table.rows:  # a draft that nobody has confirmed yet has the columns all the same
        blank = {column.nama: None for column in table.table.kolom} | {"jenis": "kata"}
        return pd.DataFrame([judge(blank, known, {})]).iloc[:0]
    rows = ({name: entry.nilai for name, entry in row.items()} for row in table.rows)
    return pd.DataFrame([judge(row, known, typed or {}) for row in rows])


def judge(row: Mapping, known: Mapping[str, Measure], typed: Typed) -> dict:
    """Judge one row of sheet Klaim: verdict, computed value, sentences."""
    measure = known.get(row["ukuran"]) if row["ukuran"] else None
    outdated = not holds(row.get("berlaku"), known)
    if row["jenis"] == "nalar":
        verdict, why, shown, gap = row["vonis_nalar"], "", "", None
        verdict = TIDAK_DAPAT_DIUJI if outdated else verdict
    elif measure is None:
        verdict, why, shown, gap = TIDAK_DAPAT_DIUJI, "", "", None
    elif row["jenis"] == "angka":
        verdict, why, shown, gap = _judge_number(row["tercetak"], measure)
    else:
        verdict, why, shown, gap = _judge_word(row["tercetak"], measure)
    own = REWRITE if outdated else row["alasan"] or ""
    reason = "" if verdict == COCOK else fill(own, known)
    if why not in ("", ROUNDED_INPUT, CROSSED):  # the sheet's own reason says more about these
        reason = f"{why} {reason}".strip()
    return {
        **{name: row[name] or "" for name in _KEPT},
        "dihitung": shown,
        "vonis": verdict,
        "selisih": gap,
        "penjelasan": reason or why,
        "saran": "" if verdict == COCOK or outdated else fill(row["saran"] or "", known),
        "dasar": basis(row, measure, verdict, typed),
        "ukuran": row["ukuran"] or "",
        "satuan": row["satuan"] or "",
        "konsekuensi": row["konsekuensi"] or "",
        "temuan": row["temuan"],
        "catatan": row["catatan"] or "",
    }


def fill(sentence: str, known: Mapping[str, Measure]) -> str:
    """A sentence with its ``{measure}`` or ``{measure:decimals}`` slots filled in.

    ``{-measure}`` is the number with its sign turned, for a sentence that says "kurang".

    Examples
    --------
    >>> from fractions import Fraction
    >>> known = {"n": Measure("n", 1845, ""), "p": Measure("p", Fraction(45800, 1845), "")}
    >>> fill("Dari {n} usaha, {p:1} persen.", known)
    'Dari 1.845 usaha, 24,8 persen.'
    """

    def number(match: re.Match[str]) -> str:
        value = known[match["ukuran"]].nilai
        if value is None or isinstance(value, str):
            return value or "–"
        exact = as_decimal(-value if match["minus"] else value)
        whole = exact == exact.to_integral_value()
        return format_angka(exact, int(match["desimal"] or (0 if whole else 2)))

    return SLOT.sub(number, sentence)


def _judge_number(text: str, measure: Measure) -> _Judged:
    printed, value = number_in(text), measure.nilai
    if value is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    rounded = [as_fraction(number) for number in measure.dari_bulatan]
    verdict, why = explain(printed.value, printed.decimals, value, rounded, measure.kelas)
    exact = as_decimal(value)
    places = printed.decimals
    if verdict != COCOK and exact != exact.to_integral_value():
        places = max(places, 2)
    return verdict, why, format_angka(exact, places), float(printed.value - exact)


def _judge_word(text: str, measure: Measure) -> _Judged:
    if measure.nilai is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    same = _plain(text) == _plain(str(measure.nilai))
    return (COCOK if same else TIDAK_COCOK), "", str(measure.nilai), None


def _plain(text: str) -> str:
    """A name as it is compared: "&" is read "dan", case and spaces do not count."""
    return re.sub(r"\s+", " ", text.replace("&", "dan")).strip().casefold()
