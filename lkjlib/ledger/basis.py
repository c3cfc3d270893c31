"""What a verdict rests on: other cells, another printed place, this very place, or reasoning.

A number that is compared with itself has not been tested, and a copy of a number proves only that
it was copied; the ledger says which is which.
"""

from collections import defaultdict
from collections.abc import Mapping

from lkjlib.annexes.entries import TableRows
from lkjlib.ledger.claims import quotes
from lkjlib.numbers.compare import COCOK
from lkjlib.themes.measure import Measure

DIHITUNG_ULANG = "dihitung ulang"
CETAKAN_LAIN = "cetakan lain"
DARI_SINI = "diketik dari sini"
DINALAR = "dinalar"
TIDAK_TERCAKUP = "tidak tercakup"
DASAR = {
    DIHITUNG_ULANG: "dihitung dari sel lain daripada yang tercetak di tempat itu",
    CETAKAN_LAIN: "dibandingkan dengan angka atau nama yang sama, dicetak di tempat lain",
    DARI_SINI: "lampirannya diketik dari tempat itu sendiri, jadi bukan ujian",
    DINALAR: "ditetapkan dengan membaca, beserta alasannya",
    TIDAK_TERCAKUP: "lampiran tidak memuat angka untuk membandingkannya",
}
Typed = Mapping[int, list[tuple[str, str]]]  # line -> printed numbers, each with its annex cell


def typed_here(angka: TableRows) -> Typed:
    """The numbers that annex cells were typed from, by line of the text edition."""
    found = defaultdict(list)
    for row in angka.rows:
        if row["jenis"].nilai == "data":
            found[row["baris"].nilai].append((row["tercetak"].nilai, row["rujukan"].nilai))
    return found


def basis(row: Mapping, measure: Measure | None, verdict: str, typed: Typed) -> str:
    """What the verdict on a row of sheet Klaim rests on: a key of `DASAR`.

    Parameters
    ----------
    row : of sheet Klaim, by column name.
    measure : the one that the row names; None where it names none.
    verdict : on the row.
    typed : see `typed_here`.
    """
    if row["jenis"] == "nalar":
        return DINALAR
    if measure is None or measure.nilai is None:
        return TIDAK_TERCAKUP
    if not measure.sel():  # a definition of the report: it says there what it says here
        return DARI_SINI if verdict == COCOK else CETAKAN_LAIN
    cell = measure.salinan_sel()
    if cell is None:
        return DIHITUNG_ULANG
    here = (text for text, source in typed.get(row["baris"], ()) if source == cell)
    return DARI_SINI if any(quotes(row["tercetak"], text) for text in here) else CETAKAN_LAIN
