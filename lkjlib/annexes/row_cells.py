"""Reads the cells of one table row as what their columns declare; an offence is a fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjlib.annexes.declaration import Column, Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import Header
from lkjlib.annexes.row_kinds import NUMBERS
from lkjlib.annexes.values import (
    HIDDEN,
    LARGEST,
    expected,
    is_error,
    plain_decimals,
    printed_decimals,
    read_value,
)
from lkjlib.data import Entry
from lkjlib.errors import ParseError
from lkjlib.excel.addresses import column_letters
from lkjlib.excel.cells import Area
from lkjlib.excel.formulas import Number, Sums
from lkjlib.excel.workbook import Sheet, address
from lkjlib.numbers.format import quote_angka

_WORDS = ("teks", "tahun", "kelas")
_MOST_SHOWN = 60  # characters of a formula


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a declared column stands in the sheet, and what in its cells needs no second look.

    `is_words`: any text will do. `choices`: these do. `may_be_blank`: where nothing stands, nothing
    is missing.
    """

    column: Column
    nama: str
    place: int
    letters: str
    is_number: bool
    is_words: bool
    choices: tuple[str, ...]
    may_be_blank: bool


class RowReader:
    """Reads rows of one table, faults going into its result."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self._result, self._sheet = result, sheet
        self._lembar = f"{sheet.berkas}!{sheet.nama}"
        self._sums = Sums(sheet)
        self._covered = covered_cells(sheet, header, result.table)
        self._across = merged_across(sheet, header)
        self._origins = _origins(sheet, header, result.table)
        self._held = {c for area in sheet.merges for c in area.cells() if c[0] > area.min_row}
        table, places = result.table, header.columns
        # under a merged area, or where a formula waits, a blank cell is not what it seems
        open_to_blanks = not (self._origins or self._across or sheet.uncalculated)
        free = {c.nama for c in table.kolom if c.jenis == "teks" and not (c.turun or c.pola)}
        self._slots = [
            _Slot(
                c,
                c.nama,
                at := places[c.nama],
                column_letters(at),
                is_number=c.jenis in NUMBERS,
                is_words=c.nama in free and not c.pilihan,
                choices=c.pilihan if c.nama in free else (),
                may_be_blank=open_to_blanks and c.boleh_kosong and not c.turun,
            )
            for c in table.kolom
            if not (table.tingkat and c.nama == table.label)
        ]
        self._known: dict[tuple[str, ...], tuple[int | None, ...]] = {}
        self._sum_slots = [slot for slot in self._slots if slot.is_number]

    def entries(self, row: int) -> dict[str, Entry]:
        """Typed values of a data row by column."""
        values, found, lembar = self._sheet.values(row), {}, self._lembar
        width = len(values)
        for slot, decimals in zip(self._slots, self._decimals_of(row), strict=True):
            value = values[slot.place - 1] if slot.place <= width else None
            kind = type(value)
            # what most cells of a long table hold: words (an error begins with a sign), nothing
            # where nothing is due, a whole number that stands as it is shown
            if kind is str and slot.is_words and value[:1].isalnum():
                entry = Entry(" ".join(value.split()), f"{slot.letters}{row}", 0, lembar)
            elif (value is None and slot.may_be_blank) or (kind is str and value in slot.choices):
                entry = Entry(value, f"{slot.letters}{row}", 0, lembar)
            elif kind is int and decimals is not None and 0 < value <= LARGEST:
                entry = Entry(value, f"{slot.letters}{row}", decimals, lembar)
            else:
                entry = self._entry(row, slot)
            found[slot.nama] = entry
        return found

    def _decimals_of(self, row: int) -> tuple[int | None, ...]:
        """`plain_decimals` of each slot in a row; rows of the same formats are looked at once."""
        formats = self._sheet.formats_of(row)
        if formats not in self._known:
            self._known[formats] = tuple(
                plain_decimals(slot.column, self._sheet.number_format(row, slot.place))
                for slot in self._slots
            )
        return self._known[formats]

    def sums(self, row: int, summed: Sequence[Mapping[str, Entry]] = ()) -> dict[str, Entry]:
        """The numbers of a sum row; what comes of a summed cell that could not be read is let be.

        `summed` are the rows that it adds up, as far as they are known.
        """
        sums = {}
        for slot in self._sum_slots:
            name = slot.nama
            open_end = not slot.column.boleh_kosong and any(r[name].nilai is None for r in summed)
            sums[name] = self._entry(row, slot, is_sum=True, quiet=open_end)
        return sums

    def filled(self, row: int) -> dict[str, Entry]:
        """The numbers of a row that prints only some."""
        entries = {s.nama: self._entry(row, s, partial=True) for s in self._sum_slots}
        return {name: entry for name, entry in entries.items() if entry.nilai is not None}

    def _entry(
        self,
        row: int,
        slot: _Slot,
        *,
        is_sum: bool = False,
        quiet: bool = False,
        partial: bool = False,
    ) -> Entry:
        column, place, sel = slot.column, slot.place, f"{slot.letters}{row}"
        value, number_format = self._sheet.content(row, place)
        if self._sheet.uncalculated and sel in self._sheet.uncalculated:
            value = self._sums.value(sel) if is_sum else None
            if value is None:
                return self._refuse_formula(sel, column, quiet=quiet)
        if value == 0 and sel in self._sheet.zeros and not is_sum:
            given = self._sums.given(self._sheet.zeros[sel])
            if given:
                return self._refuse_zero(sel, column, given)
        if value is None and (row, place) in self._origins:
            above = self._origins[row, place]
            (value, number_format), sel = self._sheet.content(*above), address(*above)
        if value is None and column.turun and self._result.rows and self._holds_on(row, place):
            return self._result.rows[-1][column.nama]
        try:
            nilai = read_value(column, value, number_format)
        except ParseError as error:
            if quiet and not isinstance(value, str):
                return Entry(None, sel, 0, self._lembar)
            shown = HIDDEN if self._may_be_a_name(value) else f"{error.teks} ({error.alasan})"
            self._result.find(sel, shown, expected(column), error.saran)
            return Entry(None, sel, 0, self._lembar)
        if nilai is None and (row, place) in self._across and not is_sum:
            report_merged_across(self._result, sel, self._across[row, place])
        elif (
            nilai is None
            and not (column.boleh_kosong or partial)
            and (row, place) not in self._covered
        ):
            found = "" if value is None else str(value)
            advice = "Isi sel itu." if value is None else "Tulis angkanya, 0 bila memang nol."
            self._result.find(sel, found, expected(column), advice)
        if slot.is_number and isinstance(value, str) and nilai is not None:
            self._result.typed_as_text.add(sel)
        decimals = printed_decimals(number_format, value) if slot.is_number else 0
        return Entry(nilai, sel, decimals, self._lembar)

    def _may_be_a_name(self, value: object) -> bool:
        is_text = isinstance(value, str) and not is_error(value.strip())
        return is_text and self._result.table.may_name_persons

    def _holds_on(self, row: int, place: int) -> bool:
        """Is a name meant for the row below it too: merged, or with no number of its own?"""
        merged = (row, place) in self._held
        return merged or place == 1 or self._sheet.value(row, place - 1) is None

    def _refuse_formula(self, sel: str, column: Column, *, quiet: bool) -> Entry:
        if quiet:
            return Entry(None, sel, 0, self._lembar)
        formula = self._sheet.uncalculated[sel][:_MOST_SHOWN]
        shown = f"rumus ={formula} yang belum dihitung"
        shown = HIDDEN if self._result.table.may_name_persons else shown
        advice = "Buka di Excel atau LibreOffice, hitung ulang, lalu simpan."
        self._result.find(sel, shown, expected(column), advice)
        return Entry(None, sel, 0, self._lembar)

    def _refuse_zero(self, sel: str, column: Column, given: Number) -> Entry:
        """A formula that gives another number was saved by a program that cannot calculate."""
        formula = self._sheet.zeros[sel][:_MOST_SHOWN]
        hidden = self._result.table.may_name_persons
        shown = HIDDEN if hidden else f"0, rumus ={formula}"
        decimals = printed_decimals("General", given)
        advice = "Buka di Excel atau LibreOffice, hitung ulang, lalu simpan."
        wanted = expected(column) if hidden else f"{quote_angka(given, decimals)}"
        self._result.find(sel, shown, wanted, advice)
        return Entry(None, sel, 0, self._lembar)


def covered_cells(sheet: Sheet, header: Header, table: Table) -> set[tuple[int, int]]:
    """Cells under a vertical merge over data rows, where a blank is no fault of its own."""
    return {
        (row, column)
        for area in _merged_down(sheet, header, table)
        for row, column in area.cells()
        if row > area.min_row
    }


def report_merges(result: TableRows, sheet: Sheet, header: Header, last: int) -> None:
    """Each vertical merge over data rows is a fault; `last` is the last row of the table.

    A column of words that tell no single row apart may be merged: its value holds for all of them.
    """
    for area in _merged_down(sheet, header, result.table):
        if area.min_row <= last:
            first, end = address(area.min_row, area.min_col), address(area.max_row, area.max_col)
            result.find(
                first,
                f"sel gabungan {first}:{end}",
                "satu sel setiap baris",
                "Pisahkan sel gabungan itu dan isi setiap barisnya.",
            )


def _down(header: Header, table: Table) -> set[int]:
    """Places of the columns whose words hold for rows below: a category, a year, a firm."""
    return {
        header.columns[c.nama]
        for c in table.kolom
        if c.turun or (c.jenis in _WORDS and c.nama not in table.kunci[-1:] and not c.rahasia)
    }


def _origins(sheet: Sheet, header: Header, table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells under a vertical merge of such a column -> the cell that holds their value."""
    down = _down(header, table)
    return {
        cell: (area.min_row, area.min_col)
        for area in sheet.merges
        if area.min_row > header.last and area.min_col == area.max_col and area.min_col in down
        for cell in area.cells()
        if cell[0] > area.min_row
    }


def _merged_down(sheet: Sheet, header: Header, table: Table) -> Iterator[Area]:
    down = _down(header, table)
    read = set(header.columns.values()) - down
    for area in sheet.merges:
        hit = read & set(range(area.min_col, area.max_col + 1))
        if area.max_row > area.min_row > header.last and hit:
            yield area


def merged_across(sheet: Sheet, header: Header) -> dict[tuple[int, int], str]:
    """Cells of one row that lie under a filled neighbour: whose value it is, nobody can tell."""
    return {
        cell: f"{address(area.min_row, area.min_col)}:{address(area.max_row, area.max_col)}"
        for area in sheet.merges
        if area.max_row == area.min_row > header.last
        and sheet.value(area.min_row, area.min_col) is not None
        for cell in area.cells()
        if cell[1] > area.min_col
    }


def report_merged_across(result: TableRows, sel: str, area: str) -> None:
    """A value that stands over several columns is in none of them."""
    result.find(
        sel,
        f"sel gabungan {area}",
        "satu sel setiap kolom",
        "Pisahkan sel gabungan itu dan isi setiap kolomnya.",
    )
