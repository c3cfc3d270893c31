"""What a printed number may be: a measure of the report, or a cell of its annexes, with its words.

A cell is known by the words of its row, of its column and of its sheet, as a number in a table of
the report is; a measure by its key and definition, and by the names that the key shortens.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from lkjlib.data import Data
from lkjlib.draft.grid import Grid, header_rows, is_enumerator
from lkjlib.draft.words import words_of, years_in
from lkjlib.errors import ParseError
from lkjlib.excel.workbook import Sheet, address, open_workbook
from lkjlib.ledger.claims import NUMBER
from lkjlib.ledger.measures import measures
from lkjlib.numbers.exact import as_fraction
from lkjlib.numbers.format import is_missing
from lkjlib.numbers.parse import parse_printed
from lkjlib.themes import books_of
from lkjlib.themes.measure import Measure, slug

Words = Mapping[str, float]
_CELL = re.compile(r"[\w.-]+\.xlsx![^!:]+![A-Z]+\d+")
_YEARS = re.compile(r"(?:19|20)\d\d(?:_(?:19|20)\d\d)*")
_KEY_WORDS, _BESIDE, _SCOPE = 0.7, 0.3, 0.3  # weights: of words of a key, beside a name, above it
_LONGEST = 60  # characters of a text that holds a number of the table, and is no note
_RESULTS = ("target", "realisasi", "capaian")


@dataclass
class Calon:
    """A candidate: its value, its words by where they stand, its measure and its cell if any.

    `kelompok` and `deret` say which column and which row it belongs to: what stands beside it in
    a table of the report should belong there too. `rumit` counts the cells that it rests on.
    """

    nilai: Fraction
    baris: Words
    kolom: Words
    judul: Words
    tahun: frozenset[int]
    kelompok: str
    deret: str
    ukuran: str = ""
    sel: str = ""
    definisi: str = ""
    rumit: int = 1
    lain: list[str] = field(default_factory=list)  # other measures that are this very cell
    kata: str = ""  # the word of a measure that is no number
    bulatan: tuple[Fraction, ...] = ()  # what already rounded inputs would give for it


def candidates_of(data: Data) -> list[Calon]:
    """Every candidate of a report: the numbers in its sheets, and its numeric measures."""
    names = _names(data)
    cells = {c.sel: c for c in _cells(data)}
    known = measures(data)
    printed = {cell: key for cell, key in _recomputed(data).items() if key in known}
    copies = {cell: cells.pop(cell, None) for cell in printed}
    found: dict[str, Calon] = {}
    for key, measure in known.items():
        if not isinstance(measure.nilai, Fraction):
            continue
        asal = measure.asal(data.jumlah)
        if asal in printed and printed[asal] != key:
            continue  # a copy of what another measure recomputes
        made = _measured(measure, measure.nilai, asal, names)
        own = asal in cells and key not in printed.values()
        if own and cells[asal].nilai == measure.nilai:
            _name(cells[asal], made)
        else:
            found[key] = made
    for sel, key in printed.items():
        if copies[sel] is not None and key in found:
            _merge(found[key], copies[sel])
        elif copies[sel] is not None:
            cells[sel] = copies[sel]
    return [*cells.values(), *found.values()]


def word_candidates(data: Data) -> list[Calon]:
    """The measures of a report that are words: categories, directions, names."""
    names = _names(data)
    found = []
    for measure in measures(data).values():
        if isinstance(measure.nilai, str):
            made = _measured(measure, Fraction(0), measure.asal(data.jumlah), names)
            made.kata = measure.nilai
            found.append(made)
    return found


def _name(cell: Calon, made: Calon) -> None:
    """A measure that is one cell gives it its name and words; the simplest name counts."""
    first = not cell.ukuran
    if not first:
        cell.lain.append(made.ukuran)
        return
    cell.ukuran, cell.definisi = made.ukuran, made.definisi
    for name in ("baris", "kolom", "judul"):
        weaker = {word: _KEY_WORDS for word in getattr(made, name)}
        setattr(cell, name, weaker | dict(getattr(cell, name)))
    cell.tahun = cell.tahun or made.tahun


def _merge(made: Calon, cell: Calon) -> None:
    """A measure that recomputes what a cell holds as printed stands in that cell's place."""
    for name in ("baris", "kolom", "judul"):
        weaker = {word: _KEY_WORDS for word in getattr(made, name)}
        setattr(made, name, weaker | dict(getattr(cell, name)))
    made.kelompok, made.deret, made.tahun = cell.kelompok, cell.deret, made.tahun | cell.tahun
    made.sel = cell.sel


def _recomputed(data: Data) -> dict[str, str]:
    """Cells that hold an indicator's result as printed -> the measure that computes it."""
    return {
        row[name].asal: f"kinerja.{name}.{slug(row['kode'].nilai)}.{row['tahun'].nilai}"
        for row in data.entries.get("kinerja", ())
        for name in _RESULTS
        if name in row and row[name].sel
    }


def _names(data: Data) -> dict[str, list[str]]:
    """Parts of keys -> the names that they shorten."""
    names: dict[str, list[str]] = {}
    for row in data.indikator.to_dict(orient="records"):
        short = [] if is_missing(row.get("nama_pendek")) else [row["nama_pendek"]]
        names[slug(row["kode"])] = [row["indikator"], *short]
    firsts = dict.fromkeys(data.indikator["sasaran"])
    for one in data.laporan.acuan:
        names[slug(one.nama)] = [one.nama, one.judul.replace("|", " "), one.jenis]
    names |= {f"s{n}": [f"sasaran {name}"] for n, name in enumerate(firsts, start=1)}
    return names


def _measured(
    measure: Measure, value: Fraction, asal: str, names: Mapping[str, list[str]]
) -> Calon:
    frame, column, *tail = measure.ukuran.split(".")
    years, rows = set(), []
    for part in tail:
        if _YEARS.fullmatch(part):
            years |= {int(year) for year in part.split("_")}
        rows += names.get(part, [part.replace("_", " ")])
    kode = [name for part in (frame, column) for name in names.get(part, [])]
    about, _, which = measure.definisi.partition(",")
    tops = [frame.replace("_", " ")]
    return Calon(
        value,
        words_of([*rows, *kode, which]),
        words_of([column.replace("_", " "), about]),
        words_of(tops),
        frozenset(years),
        f"{frame}.{column}",
        ".".join(tail) or column,
        measure.ukuran,
        asal if _CELL.fullmatch(asal) else "",
        measure.definisi,
        1 + len(re.findall(r"[A-Z]+\d+", asal)) if asal else 2,
        bulatan=tuple(as_fraction(number) for number in measure.dari_bulatan),
    )


def _cells(data: Data) -> Iterator[Calon]:
    for book in books_of(data.laporan):
        path = data.folder / book
        if path.exists():
            for sheet in open_workbook(path).sheets.values():
                yield from _cells_of(sheet)


def _cells_of(sheet: Sheet) -> Iterator[Calon]:
    """The numbers of a sheet with the words of their row, column and title."""
    rows = [tuple("" if v is None else str(v) for v in row) for row in sheet.rows]
    above = _title_rows(rows)
    grid = Grid(tuple(rows[above:]), header_rows(rows[above:]))
    title = words_of([sheet.berkas.removesuffix(".xlsx"), sheet.nama, *sum(rows[:above], ())])
    for at in grid.body():
        if len([text for text in grid.rows[at] if text.strip()]) < 2:
            continue
        far = {word: _SCOPE for word in words_of(grid.groups[at])}
        for column in range(grid.lebar):
            if column == 0 and is_enumerator(grid.at(at, column)):
                continue
            value = sheet.value(above + at + 1, column + 1)
            heads = grid.heads[column]
            labels = [text for text in grid.labels[at] if text != grid.at(at, column)]
            beside = {word: _BESIDE for word in words_of(labels)}
            own = [grid.names[at], *([str(value)] if isinstance(value, str) else [])]
            years = frozenset(y for t in (*heads, *labels) for y in years_in(t))
            sel = f"{sheet.berkas}!{sheet.nama}!{address(above + at + 1, column + 1)}"
            for place, number in enumerate(_numbers(value)):
                yield Calon(
                    number,
                    far | beside | words_of(own),
                    words_of(heads),
                    title,
                    years,
                    f"{sheet.berkas}!{sheet.nama}!{column}",
                    f"{sheet.berkas}!{sheet.nama}!{at}",
                    sel=sel if place == 0 else f"{sel}#{place + 1}",
                )


def _title_rows(rows: Sequence[tuple[str, ...]]) -> int:
    """How many rows stand above the heading of a sheet: one text each, or none."""
    filled = (len([cell for cell in row if cell.strip()]) for row in rows)
    return next((place for place, count in enumerate(filled) if count > 1), 0)


def _numbers(value: object) -> list[Fraction]:
    """The numbers that a cell holds, as its value or within its text."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        return [Fraction(Decimal(str(value)))]
    found = []
    short = isinstance(value, str) and len(value) <= _LONGEST
    for text in NUMBER.findall(value) if short else ():
        try:
            printed = parse_printed(text)
        except ParseError:
            continue
        found.append(Fraction(printed.value))
    return found
