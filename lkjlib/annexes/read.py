"""Reads a declared table: its rows and sum rows as typed values with the cells they came from.

Every offence is collected as a fault with its cell; reading goes on, so that one run names
them all.
"""

from collections.abc import Iterable
from functools import cached_property

from lkjlib.annexes.around import (
    report_around,
    report_hidden,
    report_hidden_row,
    report_words_between,
)
from lkjlib.annexes.below import report_below, report_share_row
from lkjlib.annexes.declaration import SUMMED, Table
from lkjlib.annexes.entries import TableRows, Total
from lkjlib.annexes.find import find_table
from lkjlib.annexes.header import Header
from lkjlib.annexes.levels import Levels
from lkjlib.annexes.row_cells import RowReader, report_merges
from lkjlib.annexes.row_kinds import RowKinds, body_rows
from lkjlib.annexes.untied import report_untied
from lkjlib.data import Entry
from lkjlib.excel.workbook import Sheet, Workbook


def read_rows(book: Workbook, table: Table, declared: Iterable[Table] = ()) -> TableRows:
    """Read one declared table from a workbook: rows and totals as far as possible, faults.

    `declared` are the tables that the workbook may hold besides.

    Examples
    --------
    >>> from lkjlib.report import find_folder
    >>> from lkjlib.excel.workbook import open_workbook
    >>> from lkjlib.themes.koperasi.tables import KERAGAAN
    >>> book = open_workbook(find_folder(2019) / "koperasi.xlsx")
    >>> rows = read_rows(book, KERAGAAN).rows
    >>> rows[1]["aktif"].nilai, rows[1]["aktif"].asal
    (54, 'koperasi.xlsx!Keragaan!C8')
    """
    result = TableRows(table, table.lembar, berkas=book.berkas)
    found = find_table(result, book, declared)
    if found:
        sheet, header = found
        report_hidden(result, sheet, header)
        body = _Body(result, sheet, header)
        body.read()
        report_around(result, sheet, header, body.last)
        report_untied(result, sheet, header)
        if not result.rows:
            below = f"A{header.last + 1}"
            result.find(below, "tidak ada baris data", "baris data di bawah judul", "Isi tabelnya.")
    return result


_RECENT = 20  # sum rows above that one may repeat


class _Body:
    """One pass over the rows under a header: headings, data rows and sum rows."""

    def __init__(self, result: TableRows, sheet: Sheet, header: Header) -> None:
        self.result, self.sheet, self.header = result, sheet, header
        self.table = result.table
        self.lembar = f"{sheet.berkas}!{sheet.nama}"
        self.kinds = RowKinds(sheet, header, self.table)
        self.group_start = 0
        self.rows = RowReader(result, sheet, header)
        self.levels = Levels(result, sheet, header, self.kinds, self.rows)
        self.body, self.repeats = body_rows(sheet, header)
        self.last = header.last
        self._so_far: dict[str, list] = {}  # of each summed column: sums down to each row
        self._grouped, self._group = 0, ()  # rows seen, outer names of the last of them
        self._starts: dict[int, int] = {}  # how many outer names are shared -> since which row

    def read(self) -> None:
        below: list[int] = []
        for place, row in enumerate(self.body):
            if self._breaks(row):
                if not self._goes_on(row):
                    below = self.body[place:]
                    break
                self._pass_over(row)
                continue
            self.last = row
            if row in self.sheet.hidden_rows:
                report_hidden_row(self.result, row)
            if self.kinds.is_mean(row):
                self._read_mean(row)
            elif self.kinds.is_total(row):
                ends = self.table.jumlah == "akhir" and not self._is_subtotal(place)
                self._read_total(row, whole=ends)
                if ends:
                    below = self._read_means(self.body[place + 1 :])
                    break
            elif self.result.rows and self.kinds.is_share(row):
                report_share_row(self.result, self.sheet, row)
            elif self.table.tingkat:
                self.levels.read(row)
            else:
                self.result.rows.append(self.rows.entries(row))
        self._finish(below)

    def _breaks(self, row: int) -> bool:
        """Words where a data row was due: after a gap, in a note, over a repeated header."""
        is_note = self.kinds.is_note(row)
        if not self.result.rows or is_note:
            return is_note
        apart = row - self.last > 1 or row + 1 in self.repeats
        if not apart or self.kinds.is_total(row):
            return False
        return not (self.levels.holds(row) if self.table.tingkat else self.kinds.is_data(row))

    @cached_property
    def _ahead(self) -> dict[int, tuple[bool, int]]:
        """From each row on: do rows of this table follow, and where is the next data row?"""
        follows, due, ahead = False, self.body[-1] + 1, {}
        for row in reversed(self.body):
            if self.kinds.is_data(row):
                follows, due = True, row
            elif self.kinds.is_total(row):
                follows = True
            elif self.kinds.is_heading(row):
                follows = False
            ahead[row] = follows, due
        return ahead

    def _goes_on(self, row: int) -> bool:
        """Do rows of this table follow? Not once the header of another one has come."""
        follows, _ = self._ahead[row]
        return follows or bool(self.repeats and self.repeats[-1] > row)

    def _pass_over(self, row: int) -> None:
        """A title over a repeated header is a page break; other words do not belong here."""
        _, due = self._ahead[row]
        if not any(row < repeat < due for repeat in self.repeats):
            report_words_between(self.result, self.sheet, row)
        self.last = row

    def _read_total(self, row: int, *, whole: bool) -> None:
        self.levels.add_own_rows(0)
        sums = self.rows.sums(row, self.result.rows[self.group_start :])
        rows = self._summed_rows(sums, whole=whole)
        undeclared = self.table.jumlah == "tidak ada" and len(rows) < len(self.result.rows)
        is_part = undeclared or (self.table.jumlah == "akhir" and not whole)
        self.result.totals.append(Total("subtotal" if is_part else "total", sums, rows))
        self.group_start = len(self.result.rows)

    def _summed_rows(self, sums: dict[str, Entry], *, whole: bool) -> range:
        """The rows that a sum row adds up: those since the last one, a group or all, as it prints.

        The last sum row of a table that ends with one is that of all rows, whatever it prints, and
        that of a declared group is that of the rows since the last one, where it gives no others.
        """
        every = range(len(self.result.rows))
        part = every[self.group_start :]
        if whole or not every:
            return every
        recent = [total.rows for total in self.result.totals[-_RECENT:]]
        several = [every[rows.start :] for rows in reversed(recent)]  # each with all after it
        known = [part, *self._groups(), every, *(() if part else recent), *several]
        known = [rows for rows in dict.fromkeys(known) if rows]
        names = [c.nama for c in self.table.kolom if c.jenis in SUMMED and c.nama in sums]
        printed = {name: sums[name].nilai for name in names if sums[name].nilai is not None}
        best = max(known, key=lambda rows: self._nearness(rows, printed))
        declared = self.table.jumlah not in ("akhir", "tidak ada")
        return known[0] if declared and self._nearness(best, printed)[0] < len(printed) else best

    def _groups(self) -> list[range]:
        """The last rows as far as they share their outer names, innermost first."""
        rows = self.result.rows
        outer = [c.nama for c in self.table.kolom if c.turun]
        names = tuple(dict.fromkeys((*outer, *self.table.kunci[:-1])))
        for place in range(self._grouped, len(rows)):
            values = tuple(rows[place][name].nilai for name in names)
            for depth in range(1, len(names) + 1):
                if values[:depth] != self._group[:depth]:
                    self._starts[depth] = place
            self._group = values
        self._grouped = len(rows)
        return [range(start, len(rows)) for _, start in sorted(self._starts.items(), reverse=True)]

    def _nearness(self, rows: range, printed: dict[str, object]) -> tuple[int, float]:
        """How many sums of some rows are as printed, and how near the first other one is."""
        off = [abs(self._added(name, rows) - value) for name, value in printed.items()]
        return off.count(0), -float(next(filter(None, off), 0))

    def _added(self, name: str, rows: range) -> object:
        """What rows add up to; sums so far are kept, so that many sum rows cost no more each."""
        so_far = self._so_far.setdefault(name, [0])
        for row in self.result.rows[len(so_far) - 1 :]:
            so_far.append(so_far[-1] + (row[name].nilai or 0))
        return so_far[rows.stop] - so_far[rows.start]

    def _is_subtotal(self, place: int) -> bool:
        """Do more rows follow, and a sum row under them, with nothing between?"""
        for count, row in enumerate(self.body[place + 1 :]):
            if self.kinds.is_total(row):
                return count > 0
            if not (self.levels.holds(row) if self.table.tingkat else self.kinds.is_data(row)):
                return False
            if self.kinds.is_share(row) or self.kinds.is_year(row):
                return False
        return False

    def _read_mean(self, row: int) -> None:
        means = self.rows.filled(row)
        self.result.means.append(Total("rata-rata", means, range(len(self.result.rows))))

    def _read_means(self, below: list[int]) -> list[int]:
        """Rows of means under the sum row are read; the other rows under it are given back."""
        for row in below[:1]:
            if self.kinds.is_mean(row):
                self._read_mean(row)
                return below[1:]
        return below

    def _finish(self, below: list[int]) -> None:
        """No declared total is missing, no row of the table stands below its end."""
        self.levels.close_sums(0)
        report_merges(self.result, self.sheet, self.header, self.last)
        if self.table.jumlah != "tidak ada" and self.group_start < len(self.result.rows):
            self.result.find(
                self.result.rows[-1][self.table.kunci[-1]].sel,
                "tidak ada baris TOTAL di bawahnya",
                f"baris TOTAL pada kolom '{self._title(self.table.label)}'",
                "Tambahkan baris TOTAL; tanpa itu baris yang hilang tidak ketahuan.",
            )
        report_below(self.result, self.sheet, self.kinds, below, self.repeats)

    def _title(self, name: str) -> str:
        return next(c.judul for c in self.table.kolom if c.nama == name)
