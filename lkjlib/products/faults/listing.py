"""Faults as text: in reading order, as a table that fits the terminal, as CSV, as JSON."""

import csv
import io
import json
import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from lkjlib.errors import KOLOM_FAULT, Fault
from lkjlib.products.csv_text import csv_text

BELUM_DIISI = "belum diisi"  # begins what is found on a sheet that is still to be filled in

_CELL = re.compile(r"([A-Z]+)(\d+)")
_HEAD = ("Tingkat", "Letak", "Ditemukan", "Diharapkan", "Saran")
_SENTENCES = (2, 3, 4)
_GAP = "  "
_LEAST = 12


def reading_order(faults: Sequence[Fault]) -> list[Fault]:
    """Faults by workbook and sheet in the order they came in, then by row and column.

    Examples
    --------
    >>> cells = [Fault("galat", "a.xlsx", "A", sel, "", "", "") for sel in ("B10", "AA2", "B2")]
    >>> [fault.sel for fault in reading_order(cells)]
    ['B2', 'AA2', 'B10']
    """
    books: dict[str, int] = {}
    sheets: dict[tuple[str, str], int] = {}
    for fault in faults:
        books.setdefault(fault.berkas, len(books))
        sheets.setdefault((fault.berkas, fault.lembar), len(sheets))

    def place(fault: Fault) -> tuple:
        cell = _CELL.match(fault.sel)
        row, column = (int(cell[2]), cell[1]) if cell else (0, "")
        book, sheet = books[fault.berkas], sheets[fault.berkas, fault.lembar]
        return book, sheet, row, len(column), column

    return sorted(faults, key=place)


def faults_table(faults: Sequence[Fault], width: int | None = None) -> str:
    """Lay out faults as a table: one row each, long cells folded; sheets not filled in below it.

    Parameters
    ----------
    faults : sequence of Fault
        What was found in the annexes.
    width : int, optional
        Characters in a line; those of the terminal by default.

    Examples
    --------
    >>> f = Fault("galat", "kasus.xlsx", "Kasus", "E5", "dua", "bilangan bulat", "Tulis 2.")
    >>> print(faults_table([f], width=80))
    Tingkat  Letak                Ditemukan  Diharapkan      Saran
    -------  -------------------  ---------  --------------  --------
    galat    kasus.xlsx!Kasus!E5  dua        bilangan bulat  Tulis 2.
    """
    waiting = [fault for fault in faults if fault.ditemukan.startswith(BELUM_DIISI)]
    rest = [fault for fault in faults if fault not in waiting]
    parts = [_table(rest, width)] if rest or not waiting else []
    return "\n\n".join([*parts, *_waiting(waiting)])


def _table(faults: Sequence[Fault], width: int | None) -> str:
    rows = [_HEAD, *(_cells(fault) for fault in faults)]
    widths = _widths(rows, width or shutil.get_terminal_size((100, 24)).columns)
    lines = [*_fold(rows[0], widths), _GAP.join("-" * w for w in widths)]
    for row in rows[1:]:
        lines += _fold(row, widths)
    return "\n".join(lines)


def _waiting(faults: Sequence[Fault]) -> Iterator[str]:
    """Sheets that are still to be filled in: a line each, under what to do about them."""
    places = [one_line("!".join((fault.berkas, fault.lembar))) for fault in faults]
    longest = max(map(len, places), default=0)
    for advice in dict.fromkeys(fault.saran for fault in faults):
        yield "\n".join(
            [
                f"{BELUM_DIISI.capitalize()}. {advice}",
                *(
                    f"  {place:<{longest}}{_GAP}{one_line(fault.ditemukan).partition(': ')[2]}"
                    for place, fault in zip(places, faults, strict=True)
                    if fault.saran == advice
                ),
            ]
        )


def count_faults(faults: Sequence[Fault]) -> str:
    """Say how many faults there are.

    >>> count_faults([])
    '0 temuan (0 galat, 0 peringatan).'
    """
    errors = sum(fault.tingkat == "galat" for fault in faults)
    total = len(faults)
    return f"{total} temuan ({errors} galat, {total - errors} peringatan)."


def _cells(fault: Fault) -> tuple[str, ...]:
    cells = (fault.tingkat, fault.alamat, found_text(fault), fault.diharapkan, fault.saran)
    return tuple(map(one_line, cells))


def found_text(fault: Fault) -> str:
    """What was found in the cell, in words where that is nothing.

    >>> found_text(Fault("galat", "a.xlsx", "A", "B2", " ", "angka", "Isi."))
    '(kosong)'
    """
    return fault.ditemukan if fault.ditemukan.strip() else "(kosong)"


def one_line(text: str) -> str:
    """A text on one line, without control characters: a cell cannot steer the terminal.

    >>> one_line("dua\\n tiga\\x1b[2J")
    'dua tiga�[2J'
    """
    return "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))


def _widths(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """Give every column what it needs; where that is too much, sentences give way first."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    room = max(width, len(_HEAD) * _LEAST) - len(_GAP) * (len(_HEAD) - 1)
    for columns in (_SENTENCES, range(len(_HEAD))):
        while sum(widths) > room:
            widest = max(columns, key=widths.__getitem__)
            if widths[widest] <= _LEAST:
                break
            widths[widest] -= 1
    return widths


def _fold(row: tuple[str, ...], widths: Sequence[int]) -> list[str]:
    folded = [textwrap.wrap(c, w) or [""] for c, w in zip(row, widths, strict=True)]
    return [
        _GAP.join(
            (cell[i] if i < len(cell) else "").ljust(w)
            for cell, w in zip(folded, widths, strict=True)
        ).rstrip()
        for i in range(max(map(len, folded)))
    ]


def faults_csv(faults: Sequence[Fault]) -> str:
    """Faults as CSV (comma, a header line); text that looks like a formula stays text.

    Examples
    --------
    >>> print(faults_csv([Fault("galat", "a.xlsx", "A", "B2", "=1+1", "angka", "Isi.")]))
    tingkat,berkas,lembar,sel,ditemukan,diharapkan,saran
    galat,a.xlsx,A,B2,'=1+1,angka,Isi.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(KOLOM_FAULT)
    writer.writerows([csv_text(value) for value in asdict(f).values()] for f in faults)
    return text.getvalue().removesuffix("\n")


def faults_json(faults: Sequence[Fault]) -> str:
    """Faults as a JSON list of objects; every value is text, as it was found.

    Examples
    --------
    >>> print(faults_json([]))
    []
    """
    return json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2)
