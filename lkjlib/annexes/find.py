"""Where a declared table stands: its sheet by name or by header.

What keeps a table from being found is a fault.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from lkjlib.annexes.around import names_unit
from lkjlib.annexes.declaration import Column, Equation, Ratio, Table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.header import (
    SEARCHED_ROWS,
    YEAR,
    Header,
    declared_columns,
    find_header,
    free_texts,
    of_another_year,
)
from lkjlib.annexes.values import HIDDEN
from lkjlib.errors import Fault, closest
from lkjlib.excel.workbook import Sheet, Workbook, address, normalise

_AKIN = 0.5  # of two headers that may speak of one thing in other units
_ALMOST = 0.85  # of two headers that differ by a slip of the finger


def find_table(
    result: TableRows, book: Workbook, declared: Iterable[Table] = ()
) -> tuple[Sheet, Header] | None:
    """The sheet and the header of a table; where there is none to read, `result` has the fault.

    `declared` are the tables that the workbook may hold besides.
    """
    table = result.table
    declared = tuple(declared)
    sheets = _choose_sheets(book, table, declared)
    if len(sheets) != 1:
        fitting = " dan ".join(f"'{sheet.nama}'" for sheet, _ in sheets)
        names = f"{fitting} sama-sama cocok" if fitting else ", ".join(book.sheets)
        wanted = f"lembar '{table.lembar}' dengan judul kolom {titles(table.kolom)}"
        result.find("", f"lembar {names}", wanted, _rename(table, book, declared))
        return None
    ((sheet, header),) = sheets
    result.lembar = sheet.nama
    if normalise(sheet.nama) != normalise(table.lembar):
        advice = f"Dibaca karena judul kolomnya cocok; beri nama '{table.lembar}'."
        result.find("", sheet.nama, f"lembar '{table.lembar}'", advice, "peringatan")
    if header is None or header.missing or header.doubled:
        _report_header(result, header)
        return None
    result.titles = {
        address(row, place): str(sheet.value(row, place))
        for row in range(1, header.first)
        for place in sheet.words(row)
    }
    result.places = {name: address(header.last, at) for name, at in header.columns.items()}
    _warn_of_near_misses(result, header)
    _warn_of_assumed(result, header)
    result.table = _present(table, header)
    return sheet, header


def _present(table: Table, header: Header) -> Table:
    """The declaration as far as the sheet has it: its columns, families by their members."""
    if all(column.nama in header.columns and not column.keluarga for column in table.kolom):
        return table
    columns = [c for c in table.kolom if not c.keluarga and c.nama in header.columns]
    for family in (c for c in table.kolom if c.keluarga):
        members = [
            replace(family, nama=name, header=f"{family.header}|{name}", keluarga=False)
            for name in header.families[family.nama]
        ]
        place = table.kolom.index(family)
        after = {c.nama for c in table.kolom[place + 1 :]}
        at = next((i for i, c in enumerate(columns) if c.nama in after), len(columns))
        columns[at:at] = members
    names = {c.nama for c in columns} | {level.nama for level in table.tingkat}
    rules = [_spread(rule, header.families) for rule in table.aturan]
    return replace(
        table,
        kolom=tuple(columns),
        kunci=tuple(name for name in table.kunci if name in names),
        aturan=tuple(rule for rule in rules if _names(rule) <= names),
    )


def _spread(rule: Equation | Ratio, families: Mapping[str, tuple[str, ...]]) -> Equation | Ratio:
    if isinstance(rule, Ratio):
        return rule
    plus, minus = (
        tuple(member for name in part for member in families.get(name, (name,)))
        for part in (rule.tambah, rule.kurang)
    )
    return Equation(rule.hasil, plus, minus)


def _names(rule: Equation | Ratio) -> set[str]:
    if isinstance(rule, Ratio):
        return {rule.hasil, rule.pembilang, rule.penyebut}
    return {rule.hasil, *rule.tambah, *rule.kurang}


def years_of(book: Workbook) -> tuple[int, ...]:
    """The years that the words and numbers at the top of its sheets name, in order."""
    texts = (
        str(value)
        for sheet in book.sheets.values()
        for values in sheet.rows[:SEARCHED_ROWS]
        for value in values
        if value is not None
    )
    found = {int(year) for text in texts for year in YEAR.findall(text)}
    return tuple(sorted(found)) or (0,)


def holds(book: Workbook, table: Table, declared: Iterable[Table]) -> bool:
    """Has the workbook the sheet of a table, by its name or by its whole header?"""
    own = normalise(table.lembar)
    named = any(normalise(name) == own for name in book.sheets)
    return named or bool(_choose_sheets(book, table, declared))


def near_miss(book: Workbook, table: Table, declared: Iterable[Table]) -> Fault | None:
    """A warning at a sheet that nothing reads, named almost like a table that is not there."""
    taken = {normalise(t.lembar) for t in declared if t.berkas == table.berkas}
    free = [name for name in book.sheets if normalise(name) not in taken]
    near = closest(table.lembar, free)
    return (
        Fault(
            "peringatan",
            book.berkas,
            near,
            "",
            f"lembar '{near}', tidak dibaca",
            f"lembar '{table.lembar}', bila itu maksudnya",
            f"Beri nama '{table.lembar}' dan judul kolom yang lengkap, atau biarkan.",
        )
        if near
        else None
    )


def _choose_sheets(
    book: Workbook, table: Table, declared: Iterable[Table]
) -> list[tuple[Sheet, Header | None]]:
    """The sheet of the declared name, else those left that hold the whole header.

    A sheet of that name with no word of the header gives way to one that holds it. A sheet that
    bears the name of another table never stands in, though its header may match.
    """
    named = [
        (sheet, find_header(sheet, table))
        for name, sheet in book.sheets.items()
        if normalise(name) == normalise(table.lembar)
    ]
    if named and named[0][1]:
        return named[:1]
    headers = [(sheet, find_header(sheet, table)) for sheet in _free(book, table, declared)]
    whole = [(sheet, header) for sheet, header in headers if header and not header.missing]
    return whole if len(whole) == 1 or not named else named[:1]


def _free(book: Workbook, table: Table, declared: Iterable[Table]) -> list[Sheet]:
    """The sheets that bear the name of no table."""
    taken = {normalise(table.lembar)}
    taken |= {normalise(other.lembar) for other in declared if other.berkas == table.berkas}
    return [sheet for name, sheet in book.sheets.items() if normalise(name) not in taken]


def titles(columns: Iterable[Column]) -> str:
    """Header words of the columns that a sheet must have."""
    return ", ".join(f"'{column.judul}'" for column in columns if not column.boleh_tiada)


def _rename(table: Table, book: Workbook, declared: Iterable[Table]) -> str:
    """What to do where no sheet fits: the nearest one and what it lacks, else the name alone."""
    near = closest(table.lembar, book.sheets)
    guess = f" Lembar '{near}': maksudnya '{table.lembar}'?" if near else ""
    headers = [(sheet, find_header(sheet, table)) for sheet in _free(book, table, declared)]
    lacking = [(len(h.missing), s.nama, h) for s, h in headers if h and h.missing]
    if lacking:
        count, name, header = min(lacking, key=lambda one: one[0])
        if count <= len(header.columns):
            return (
                f"Lembar '{name}' paling mendekati, tanpa kolom {titles(header.missing)}; "
                f"lengkapi judulnya bila itu tabelnya.{guess}"
            )
    return f"Beri nama lembar itu '{table.lembar}'.{guess}"


def _report_header(result: TableRows, header: Header | None) -> None:
    if header is None:
        words = "judul kolom " + ", ".join(c.judul for c in result.table.kolom)
        result.find("", "tidak ada judul kolom", words, "Tulis judul kolom di atas data.")
        return
    for name, places in header.doubled.items():
        title = next(c.judul for c in declared_columns(result.table) if c.nama == name)
        cells = " dan ".join(address(header.first, place) for place in places)
        result.find(
            address(header.first, places[1]),
            f"kolom '{title}' ada {len(places)} kali ({cells})",
            "satu kolom saja",
            "Hapus atau ganti judul kolom yang tidak dipakai.",
        )
    texts = {c: t.replace("|", " / ") for c, t in header.texts.items()}
    free = free_texts(header)
    for column in header.missing:
        other = of_another_year(column, free)
        if other:
            text, said, meant = other
            result.find(
                address(header.first, free[text]),
                f"{text.upper()} (tahun {said})",
                f"kolom '{column.judul}'",
                _year_advice(result.table, said, meant),
            )
            continue
        scaled = _of_another_unit(column, free)
        if scaled:
            result.find(
                address(header.first, free[scaled]),
                scaled.upper(),
                f"kolom '{column.judul}'",
                f"Tulis angkanya utuh, bukan dalam satuan itu, lalu beri judul '{column.judul}'.",
            )
            continue
        near = _nearest(column, free)
        lone = next(iter(free)) if len(free) == len(header.missing) == 1 else None
        shown = near or lone  # the one heading without a meaning, whatever it says, is the place
        found = shown.upper() if shown else ", ".join(texts.values())
        hidden = result.table.may_name_persons and not near  # a row of data may be taken for words
        result.find(
            address(header.first, free[shown]) if shown else f"A{header.first}",
            HIDDEN if hidden else found,
            f"kolom '{column.judul}'",
            _title_advice(column, near),
        )


def _title_advice(column: Column, near: str | None) -> str:
    stated = " Judul itu dinyatakan di laporan.toml; betulkan yang salah." * column.dinyatakan
    if near:
        return f"Kolom '{near.upper()}': maksudnya '{column.judul}'?{stated}"
    return f"Tambahkan kolom '{column.judul}' atau betulkan judulnya.{stated}"


def _year_advice(table: Table, said: str, meant: str) -> str:
    """What to do about a header of another year: figures of one year never become another's."""
    years = {year for c in table.kolom for year in YEAR.findall(c.header)}
    if len(years) > 1:
        return (
            f"laporan.toml menyebut {', '.join(sorted(years))}. Tambahkan kolom {meant} dengan "
            f"angkanya, atau betulkan tahun dan tahun_tren di laporan.toml; angka {said} tetap "
            f"angka {said}."
        )
    return (
        f"laporan.toml menyebut {meant}. Bila lembar ini memang tentang {meant}, betulkan "
        f"judulnya; bila tentang {said}, ganti lembarnya atau tahun di laporan.toml."
    )


def _nearest(column: Column, free: Iterable[str], cutoff: float = 0.0) -> str | None:
    """Header text of a column without a meaning that is closest to any wording of `column`.

    A unit in it (Rp juta) makes it another column.
    """
    free = [text for text in free if not names_unit(text)]
    wordings = [normalise(words.replace("|", " / ")) for words in (column.header, *column.alias)]
    near = [(closest(words, free), words) for words in wordings]
    alike = (text for text, words in near if text and _ratio(text, words) >= cutoff)
    return next(alike, None)


def _of_another_unit(column: Column, free: Iterable[str]) -> str | None:
    """Header text that would be the column's but for thousands or millions."""
    words = normalise(column.header.replace("|", " / "))
    return next((t for t in free if names_unit(t) and _ratio(t, words) >= _AKIN), None)


def _warn_of_assumed(result: TableRows, header: Header) -> None:
    """A column whose heading is none that is known, known by the words under it alone."""
    for name, place in header.assumed.items():
        title = next(c.judul for c in declared_columns(result.table) if c.nama == name)
        said = header.texts[place].replace("|", " / ").upper()
        result.find(
            address(header.first, place),
            HIDDEN if result.table.may_name_persons else said,
            f"kolom '{title}'",
            f"Dibaca sebagai '{title}'; betulkan judulnya bila isinya lain.",
            "peringatan",
        )


def _ratio(text: str, words: str) -> float:
    return SequenceMatcher(None, text, words).ratio()


def _warn_of_near_misses(result: TableRows, header: Header) -> None:
    """A column that may be absent, beside one without a meaning that is spelled almost like it."""
    free = free_texts(header)
    for column in declared_columns(result.table):
        if column.keluarga or column.nama in header.columns:
            continue
        years = set(YEAR.findall(column.header))
        of_years = [text for text in free if set(YEAR.findall(text)) == years]
        near = _nearest(column, of_years, _ALMOST) if of_years else None
        if near:
            result.find(
                address(header.first, free[near]),
                f"kolom '{near.upper()}', tidak dibaca",
                f"kolom '{column.judul}', bila itu maksudnya",
                "Betulkan judulnya, atau biarkan bila isinya lain.",
                "peringatan",
            )
