"""What stands under the sum row of a table: shares, means, another year, lost rows, another table.

Each is named for what it is; nothing is advised that would make a number of the table another.
"""

from collections.abc import Sequence

from lkjlib.annexes.around import report_other_table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import YEAR
from lkjlib.annexes.row_kinds import RowKinds, is_filled
from lkjlib.excel.workbook import Sheet, address

_LEFT_OUT = "Baris itu tidak dibaca; biarkan, atau hapus bila tidak dipakai."


def report_share_row(result: TableRows, sheet: Sheet, row: int) -> None:
    """A row of percentages of the sum is no row of the table."""
    sel, words = _first_filled(sheet, row)
    wanted = "baris data atau baris TOTAL"
    result.find(sel, f"baris {words}", wanted, _LEFT_OUT, "peringatan")


def report_below(
    result: TableRows, sheet: Sheet, kinds: RowKinds, below: Sequence[int], repeats: Sequence[int]
) -> None:
    """What stands under a table: `below` are its rows, `repeats` where the header is repeated."""
    ended = result.table.jumlah == "akhir" and bool(result.totals)
    other = _other_table(result, sheet, kinds, below, repeats)
    for row in below[:other]:
        if kinds.is_share(row):
            report_share_row(result, sheet, row)
        elif kinds.is_year(row):
            _report_year_row(result, sheet, row)
    lost = [row for row in below[:other] if _is_lost(kinds, row)]
    if lost:
        place = kinds.key
        result.find(
            address(lost[0], place),
            f"{len(lost)} baris data di bawah baris TOTAL",
            "baris TOTAL paling bawah",
            "Bila baris itu isi tabel ini, pindahkan ke atas TOTAL dan hitung ulang TOTAL-nya; "
            "bila bukan, beri judul sendiri atau pindahkan ke lembar lain.",
        )
    elif any(kinds.is_data(row) for row in below[other:]):
        years = _other_years(result, sheet, below[other])
        known = (ended and not _has_header(below[other:], repeats)) or bool(years)
        report_other_table(result, below[other], "peringatan" if known else "galat", years)


def _is_lost(kinds: RowKinds, row: int) -> bool:
    """Is it a row of this table, under its end?"""
    if kinds.is_total(row) or kinds.is_share(row) or kinds.is_mean(row) or kinds.is_year(row):
        return False
    return kinds.is_data(row) and kinds.is_named(row)


def _other_table(
    result: TableRows, sheet: Sheet, kinds: RowKinds, below: Sequence[int], repeats: Sequence[int]
) -> int:
    """Place in `below` where another table begins: with a heading, or a title of its own."""
    for place, row in enumerate(below):
        if kinds.is_heading(row):
            return place
        words = not kinds.is_data(row) and not kinds.is_note(row)
        if words and (_has_header([row, *below[place + 1 : place + 2]], repeats)):
            return place
        if words and _other_years(result, sheet, row):
            return place
    return len(below)


def _has_header(rows: Sequence[int], repeats: Sequence[int]) -> bool:
    """Is the header repeated from the first of the rows on, before the second one?"""
    last = rows[1] if len(rows) > 1 else float("inf")
    return any(rows[0] < repeat < last for repeat in repeats)


def _other_years(result: TableRows, sheet: Sheet, row: int) -> str:
    """The year that words under a table name, where the title of the table names others."""
    own = {year for text in result.titles.values() for year in YEAR.findall(text)}
    named = {year for text in sheet.words(row).values() for year in YEAR.findall(text)}
    return ", ".join(sorted(named)) if named and own and own.isdisjoint(named) else ""


def _report_year_row(result: TableRows, sheet: Sheet, row: int) -> None:
    sel, words = _first_filled(sheet, row)
    found = f"baris '{words}' di bawah baris TOTAL"
    result.find(sel, found, "baris tahun ini saja", _LEFT_OUT, "peringatan")


def _first_filled(sheet: Sheet, row: int) -> tuple[str, str]:
    """Address and words of the first filled cell of a row."""
    values = enumerate(sheet.values(row), start=1)
    place, words = next((n, str(value).strip()) for n, value in values if is_filled(value))
    return address(row, place), words
