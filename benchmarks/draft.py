"""How good is `lkj draft`? Measured on a report whose ledger a person has made.

    python benchmarks/draft.py laporan.txt [--laporan data/2019]

The draft is made without looking at klaim.xlsx, and then set against it: which numbers were told
right, which changes of one digit were noticed, how often a right number was called different.
The text must be the edition whose lines the ledger counts.
"""

import argparse
import random
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.draft.candidates import Calon, candidates_of
from lkjlib.draft.draft import UNJUK, Draf, draft
from lkjlib.draft.match import BERBEDA, TIADA, Matcher, Padanan
from lkjlib.errors import AnnexWarning, LkjError
from lkjlib.ledger.claims import ledger_tables, quotes
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.measures import measures
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK
from lkjlib.themes.measure import Measure, with_relative

# what a trial on the same report reached: at least for the first three, at most for the last
TRIAL = {"numbers": 89.0, "claims": 74.0, "caught": 98.0, "flags": 11.0}
SEED = 17


@dataclass(frozen=True)
class Truth:
    """What the hand-made ledger says of a printed number: a cell, a measure, or that nothing is."""

    sel: str = ""
    ukuran: str = ""


class Known:
    """The measures by their names, and the cells that they are."""

    def __init__(self, data: Data) -> None:
        self.measures: Mapping[str, Measure] = with_relative(measures(data), data.tahun)
        self.totals = data.jumlah

    def cells(self, ukuran: str) -> str:
        """Cells that a measure rests on; "" where it is none of the annexes alone."""
        return self.measures[ukuran].asal(self.totals) if ukuran in self.measures else ""

    def same(self, one: Calon, truth: Truth) -> bool:
        """Is a candidate the cell or measure that the ledger names, or the same by its cells?"""
        sel = one.sel.partition("#")[0]
        if truth.sel:
            return truth.sel in (sel, self.cells(one.ukuran))
        known = self.measures.get(truth.ukuran)
        if known is not None and known.ukuran in (one.ukuran, *one.lain):
            return True
        cells = self.cells(truth.ukuran)
        return bool(cells) and cells in (sel, self.cells(one.ukuran))


def numbers(draf: Draf, data: Data, known: Known) -> tuple[float, float]:
    """Percent of all printed numbers that are told right: by the first candidate, by any."""
    claims = {r["kode"].nilai: r["ukuran"].nilai for r in ledger_tables(data)["klaim.Klaim"].rows}
    found = {(n.baris, n.urutan): n for n in draf.angka}
    first = among = 0
    rows = angka(data)
    for row in rows.itertuples():
        number = found.get((row.baris, row.urutan))
        if number is None or number.tercetak != row.tercetak:
            raise LkjError(f"Baris {row.baris}: naskah ini bukan edisi yang dihitung buku klaim.")
        match = draf.padanan.get((row.baris, row.urutan))
        if row.jenis == "acuan" or match is None:
            right = [(row.jenis == "acuan") == (match is None)]
        else:
            truth = Truth(row.rujukan) if row.jenis == "data" else _measured(claims, row.rujukan)
            right = _right(match, truth, known)
        first, among = first + right[0], among + any(right)
    return 100 * first / len(rows), 100 * among / len(rows)


def _measured(claims: Mapping[str, str | None], kode: str) -> Truth:
    return Truth(ukuran=claims[kode] or "")


def _right(match: Padanan, truth: Truth, known: Known) -> list[bool]:
    """Which of the first candidates is it? Where there is no measure, nothing should be said."""
    if truth == Truth():
        return [match.keadaan == TIADA]
    return [known.same(one, truth) for one, _, _ in match.calon[:UNJUK]] or [False]


def claims(draf: Draf, ledger: pd.DataFrame, known: Known) -> tuple[float, float]:
    """Percent of the ledger's statements of a number that get their measure: first, any.

    A statement that was counted from a list, and is printed nowhere, counts as missed.
    """
    lines: dict[int, list[Padanan]] = {}
    for match in draf.padanan.values():
        lines.setdefault(match.angka.baris, []).append(match)
    asked = ledger[(ledger["ukuran"] != "") & ledger["selisih"].notna()]
    first = among = 0
    for row in asked.itertuples():
        truth = Truth(ukuran=row.ukuran)
        here = [m for m in lines.get(row.baris, ()) if quotes(row.tercetak, m.angka.tercetak)]
        proposed = [[one for one, _, _ in m.calon if one.ukuran][:UNJUK] for m in here]
        right = [[known.same(one, truth) for one in some] for some in proposed]
        first += any(some[:1] == [True] for some in right)
        among += any(any(some) for some in right)
    return 100 * first / len(asked), 100 * among / len(asked)


def changes(draf: Draf, data: Data, ledger: pd.DataFrame) -> tuple[float, float, int]:
    """Percent of one-digit changes that are called different, of right numbers that are, tries.

    Right are numbers that an annex cell holds, and statements that the ledger finds to hold.
    """
    right = set(ledger.loc[(ledger["vonis"] == COCOK) & (ledger["ukuran"] != ""), "kode"])
    sound = {
        (row.baris, row.urutan)
        for row in angka(data).itertuples()
        if row.jenis == "data" or (row.jenis == "klaim" and row.rujukan in right)
    }
    matcher, chance = Matcher(candidates_of(data)), random.Random(SEED)
    flagged = asked = caught = tries = 0
    for number, context, score in matcher.scored(draf.angka, data.tahun):
        if (number.baris, number.urutan) not in sound:
            continue
        asked += 1
        flagged += matcher.decide(number, context, score).keadaan == BERBEDA
        for text in altered(number.tercetak, chance):
            other = matcher.decide(replace(number, tercetak=text), context, score)
            tries, caught = tries + 1, caught + (other.keadaan == BERBEDA)
    return 100 * caught / tries, 100 * flagged / asked, tries


def altered(text: str, chance: random.Random) -> Iterator[str]:
    """A printed number with each of its digits changed in turn."""
    for place, digit in enumerate(text):
        if digit.isdigit():
            lone = not any(letter.isdigit() for letter in text[1:])
            others = "0123456789" if place or lone else "123456789"
            yield text[:place] + chance.choice(others.replace(digit, "")) + text[place + 1 :]


def main() -> int:
    """Measure, print, and fail where the trial was better."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("naskah", type=Path)
    parser.add_argument("--laporan", type=Path, default=Path("data/2019"))
    options = parser.parse_args()
    warnings.simplefilter("ignore", AnnexWarning)
    data = load(path=options.laporan)
    started = time.process_time()
    draf = draft(options.naskah, data)
    seconds = time.process_time() - started
    known, ledger = Known(data), klaim(data)
    every, every_any = numbers(draf, data, known)
    said, said_any = claims(draf, ledger, known)
    caught, flags, tries = changes(draf, data, ledger)
    print(f"draft of {len(draf.angka)} numbers: {seconds:.1f} s CPU")
    print(f"right of all numbers: {every:.1f} %, among three {every_any:.1f} %")
    print(f"right of statements:  {said:.1f} %, among three {said_any:.1f} %")
    print(f"one-digit changes caught: {caught:.1f} % of {tries}")
    print(f"right numbers called different: {flags:.1f} %")
    found = {"numbers": every, "claims": said, "caught": caught}
    worse = [name for name, value in found.items() if value < TRIAL[name]]
    worse += ["flags"] if flags > TRIAL["flags"] else []
    if worse:
        print(f"worse than the trial: {', '.join(worse)}")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
