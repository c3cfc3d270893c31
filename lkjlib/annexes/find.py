"""Where a declared table stands: its sheet by name or by header, its header by its words.

A header may be one row deep or two, on any row; what keeps a table from being found is a fault.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from lkjlib.annexes.declaration import NOMOR, Column, Table
from lkjlib.annexes.entries import TableRows
from lkjlib.excel.workbook import Sheet, Workbook, address, normalise

SEARCHED_ROWS = 100  # a header further down is no office's; keeps a huge sheet cheap


@dataclass(frozen=True)
class Header:
    """Where a header stands.

    `first` and `last` are its rows, `columns` says in which column of the sheet a declared one
    stands, `missing` are those that stand nowhere, `doubled` those that stand in several;
    `texts` are the words over each column of the sheet.
    """

    first: int
    last: int
    columns: dict[str, int]
    missing: tuple[Column, ...]
    texts: dict[int, str]
    doubled: dict[str, tuple[int, ...]] = field(default_factory=dict)


def find_table(
    result: TableRows, book: Workbook, declared: Iterable[Table] = ()
) -> tuple[Sheet, Header] | None:
    """The sheet and the header of a table; where there is none to read, `result` has the fault.

    `declared` are the tables that the workbook may hold besides.
    """
    table = result.table
    sheets = _choose_sheets(book, table, declared)
    if len(sheets) != 1:
        fitting = " dan ".join(f"'{sheet.nama}'" for sheet, _ in sheets)
        names = f"{fitting} sama-sama cocok" if fitting else ", ".join(book.sheets)
        result.find("", f"lembar {names}", f"lembar '{table.lembar}'", _rename(table, book))
        return None
    ((sheet, header),) = sheets
    result.lembar = sheet.nama
    if header is None or header.missing or header.doubled:
        _report_header(result, header)
        return None
    return sheet, header


def _choose_sheets(
    book: Workbook, table: Table, declared: Iterable[Table]
) -> list[tuple[Sheet, Header | None]]:
    """The sheet of the declared name, else those left that hold the whole header.

    A sheet that bears the name of another table never stands in, though its header may match.
    """
    for name, sheet in book.sheets.items():
        if normalise(name) == normalise(table.lembar):
            return [(sheet, find_header(sheet, table))]
    taken = {normalise(t.lembar) for t in declared if t.berkas == table.berkas}
    free = [sheet for name, sheet in book.sheets.items() if normalise(name) not in taken]
    headers = [(sheet, find_header(sheet, table)) for sheet in free]
    return [(sheet, header) for sheet, header in headers if header and not header.missing]


def _rename(table: Table, book: Workbook) -> str:
    near = get_close_matches(table.lembar, list(book.sheets), 1)
    guess = f" Lembar '{near[0]}': maksudnya '{table.lembar}'?" if near else ""
    return f"Beri nama lembar itu '{table.lembar}'.{guess}"


def _report_header(result: TableRows, header: Header | None) -> None:
    if header is None:
        words = "judul kolom " + ", ".join(c.judul for c in result.table.kolom)
        result.find("", "tidak ada judul kolom", words, "Tulis judul kolom di atas data.")
        return
    for name, places in header.doubled.items():
        title = next(c.judul for c in _declared(result.table) if c.nama == name)
        cells = " dan ".join(address(header.first, place) for place in places)
        result.find(
            address(header.first, places[1]),
            f"kolom '{title}' ada {len(places)} kali ({cells})",
            "satu kolom saja",
            "Hapus atau ganti judul kolom yang tidak dipakai.",
        )
    texts = {c: t.replace("|", " / ") for c, t in header.texts.items()}
    free = {text: c for c, text in texts.items() if c not in header.columns.values()}
    for column in header.missing:
        near = _nearest(column, free)
        result.find(
            address(header.first, free[near]) if near else f"A{header.first}",
            near.upper() if near else ", ".join(texts.values()),
            f"kolom '{column.judul}'",
            f"Kolom '{near.upper()}': maksudnya '{column.judul}'?"
            if near
            else f"Tambahkan kolom '{column.judul}' atau betulkan judulnya.",
        )


def _nearest(column: Column, free: Mapping[str, int]) -> str | None:
    """Header text of a column without a meaning that is closest to any wording of `column`."""
    wordings = [normalise(words.replace("|", " / ")) for words in (column.header, *column.alias)]
    near = [match for words in wordings for match in get_close_matches(words, free, 1)]
    return near[0] if near else None


def _declared(table: Table) -> tuple[Column, ...]:
    return (NOMOR, *table.kolom) if table.tingkat else table.kolom


def find_header(sheet: Sheet, table: Table) -> Header | None:
    """The row pair (or row) that holds most of the declared header words; None without any.

    Examples
    --------
    >>> from lkjlib.annexes.folder import find_folder
    >>> from lkjlib.excel.workbook import open_workbook
    >>> from lkjlib.themes import TABLES
    >>> book = open_workbook(find_folder(2019) / "kasus.xlsx")
    >>> header = find_header(book.sheets["Wajib Lapor"], TABLES["kasus.Wajib Lapor"])
    >>> header.first, header.last, header.columns
    (5, 5, {'tahun': 2, 'perusahaan': 3})
    """
    best, words = None, _declared_words(table)
    for first in range(1, min(len(sheet.rows), SEARCHED_ROWS) + 1):
        own = sheet.words(first).values()
        if not own or (words.isdisjoint(own) and words.isdisjoint(sheet.words(first + 1).values())):
            continue
        for depth in (2, 1):
            header = _match_header(sheet, table, first, depth)
            if header.columns and (best is None or len(header.missing) < len(best.missing)):
                best = header
        if best and not best.missing:
            return best
    return best


def _declared_words(table: Table) -> frozenset[str]:
    wordings = (words for c in _declared(table) for words in (c.header, *c.alias))
    return frozenset(normalise(word) for words in wordings for word in words.split("|"))


def _match_header(sheet: Sheet, table: Table, first: int, depth: int) -> Header:
    paths = header_texts(sheet, first, depth)
    places: dict[str, list[int]] = {}
    for place, path in paths.items():
        places.setdefault(path, []).append(place)
    columns, missing, doubled = {}, [], {}
    for column in _declared(table):
        wanted = dict.fromkeys(normalise(h) for h in (column.header, *column.alias))
        found = sorted(place for path in wanted for place in places.get(path, ()))
        hits = [place for place in found if place not in columns.values()]
        if hits:
            columns[column.nama] = hits[0]
            own = [c for c in hits if _stands_alone(sheet, first, depth, c)]
            if len(own) > 1:
                doubled[column.nama] = tuple(own)
        else:
            missing.append(column)
    return Header(first, first + depth - 1, columns, tuple(missing), paths, doubled)


def _stands_alone(sheet: Sheet, first: int, depth: int, column: int) -> bool:
    """Words of its own, or, under a heading merged from the left, values of its own."""
    if any(column in sheet.words(row) for row in range(first, first + depth)):
        return True
    below = range(first + depth, first + depth + SEARCHED_ROWS)
    return any(sheet.value(row, column) is not None for row in below)


def header_texts(sheet: Sheet, first: int, depth: int) -> dict[int, str]:
    """Sheet column -> header words, the second row after a bar."""
    rows = [
        {**sheet.words(row), **_merged_text(sheet, row, first)}
        for row in range(first, first + depth)
    ]
    paths, above = {}, ""
    for column in sorted(set().union(*rows)):
        words = [texts.get(column, "") for texts in rows]
        above = words[0] or above
        if depth == 2 and words[1] and not words[0]:
            words[0] = above
        path = "|".join(dict.fromkeys(w for w in words if w))
        if path:
            paths[column] = path
    return paths


def _merged_text(sheet: Sheet, row: int, first: int) -> dict[int, str]:
    """Column -> text of the merged area that covers it in a row, areas from `first` on."""
    texts = {}
    for area in (area for start in range(first, row + 1) for area in sheet.merges_from(start)):
        if row <= area.max_row:
            origin = sheet.words(area.min_row).get(area.min_col)
            if origin:
                texts.update(dict.fromkeys(range(area.min_col, area.max_col + 1), origin))
    return texts
