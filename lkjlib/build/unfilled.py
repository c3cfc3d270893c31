"""What is still blank in a report that is being filled in: one fault a sheet, not one a cell.

A sheet counts as not filled in while it has no rows, or while more than a quarter of its required
cells are blank. The blanks of any other sheet stay the faults that they are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.row_kinds import NUMBERS
from lkjlib.errors import MOST_FAULTS, Fault
from lkjlib.excel.addresses import boundaries, column_letters
from lkjlib.products.faults.listing import BELUM_DIISI
from lkjlib.report import Report

PENGGANTI = "…"  # begins a heading that stands for the office's own, such as "… 1"
_NO_ROWS = "tidak ada baris data"  # as `read_rows` says it
_UNCALCULATED = "yang belum dihitung"
_TOO_MANY = f"lebih dari {MOST_FAULTS} temuan"
# sheet of kinerja.xlsx -> what is found of an indicator while that sheet is blank
_CONSEQUENCES = {"Perjanjian Kinerja": " tanpa target ", "Cacah": "cacah, tanpa baris "}
_FILLED = 4  # times as many cells as are blank
_SHOWN = 4  # ranges in one message


def gather_blanks(
    faults: Sequence[Fault], tables: Mapping[str, TableRows], report: Report
) -> list[Fault]:
    """Faults with one for each sheet that is still to be filled in, in place of all its blanks.

    Parameters
    ----------
    faults : of the tables, and any others.
    tables : what was read; a table of another sheet than its faults' changes nothing.
    report : whose results are due.

    Returns
    -------
    list of Fault
        `ditemukan` says how many cells are blank and where, `sel` is the first of them.
    """
    faults = [*faults, *_own_blanks(tables, report)]
    for table in tables.values():
        own = [f for f in faults if (f.berkas, f.lembar) == (table.berkas, table.lembar)]
        blanks = [fault for fault in own if _is_blank(fault)]
        if not blanks or len(blanks) * _FILLED <= _filled(table):
            continue
        gone = {id(fault) for fault in own if _is_blank(fault) or _waits(fault)}
        place = next(i for i, fault in enumerate(faults) if id(fault) in gone)
        more = any(fault.ditemukan == _TOO_MANY for fault in own)
        rest = [fault for fault in faults[place:] if id(fault) not in gone]
        faults = [*faults[:place], _summary(table, blanks, more), *rest]
    return _without_consequences(faults)


def _is_blank(fault: Fault) -> bool:
    if fault.tingkat != "galat" or not fault.sel:
        return False
    return not fault.ditemukan.strip() or fault.ditemukan == _NO_ROWS


def _waits(fault: Fault) -> bool:
    """A formula over blank cells, or what stands for more of the same."""
    return fault.ditemukan == _TOO_MANY or fault.ditemukan.endswith(_UNCALCULATED)


def _filled(table: TableRows) -> int:
    """Required cells that hold a value: numbers where the table has any, else words."""
    due = [c for c in table.table.kolom if not c.boleh_kosong and c.nama not in table.table.kunci]
    numbers = [column for column in due if column.jenis in NUMBERS]
    names = [column.nama for column in numbers or due]
    return sum(name in row and row[name].nilai is not None for row in table.rows for name in names)


def _own_blanks(tables: Mapping[str, TableRows], report: Report) -> Iterator[Fault]:
    """Blanks that a single row may have and a whole report may not: results, headings."""
    results = tables.get("kinerja.Capaian")
    name = f"realisasi_{report.tahun}"
    entries = [row[name] for row in results.rows if name in row] if results else []
    if all(entry.nilai is None for entry in entries):
        title = f"realisasi {report.tahun}"
        for entry in (entry for entry in entries if entry.sel):
            yield _blank(results, entry.sel, f"{title}, sedikitnya satu indikator")
    for table in tables.values():
        for column in table.table.kolom:
            if column.nama.startswith(PENGGANTI):
                wanted = f"nama pada judul kolom, bukan '{column.nama}'"
                yield _blank(table, table.places[column.nama], wanted)


def _blank(table: TableRows, sel: str, wanted: str) -> Fault:
    return Fault("galat", table.berkas, table.lembar, sel, "", wanted, "Isi sel itu.")


def _summary(table: TableRows, blanks: Sequence[Fault], more: bool) -> Fault:
    lacks_rows = any(fault.ditemukan == _NO_ROWS for fault in blanks)
    cells = [fault.sel for fault in blanks]
    count = f"{'lebih dari ' if more else ''}{len(set(cells))} sel ({ranges(cells)})"
    found = f"{BELUM_DIISI}: {'belum ada baris berisi' if lacks_rows else count}"
    advice = "Isi seperti tercetak di laporan; 0 hanya bila memang nol."
    if not table.table.wajib:
        advice += " Hapus lembarnya bila laporan tidak memuat tabel itu."
    wanted = f"isi {table.table.sumber}"
    return replace(blanks[0], ditemukan=found, diharapkan=wanted, saran=advice)


def _without_consequences(faults: Sequence[Fault]) -> list[Fault]:
    """Without what only follows from a sheet of indicators that is not filled in yet."""
    waiting = {
        fault.lembar
        for fault in faults
        if fault.berkas == "kinerja.xlsx" and fault.ditemukan.startswith(BELUM_DIISI)
    }
    words = [word for sheet, word in _CONSEQUENCES.items() if sheet in waiting]
    return [f for f in faults if not any(word in f.ditemukan for word in words)]


def ranges(cells: Collection[str], shown: int | None = _SHOWN) -> str:
    """Cells as ranges, the first few of them.

    Examples
    --------
    >>> ranges(["C7", "C8", "D7", "D8", "F9"]), ranges([f"A{2 * row}" for row in range(1, 9)])
    ('C7:D8, F9', 'A2, A4, A6, A8, …')
    """
    columns: dict[int, list[int]] = {}
    for column, row, _, _ in map(boundaries, dict.fromkeys(cells)):
        columns.setdefault(column, []).append(row)
    blocks: dict[tuple[int, int], list[int]] = {}
    for column, rows in sorted(columns.items()):
        for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
            numbers = [row for _, row in run]
            blocks.setdefault((numbers[0], numbers[-1]), []).append(column)
    areas = sorted(
        (first, beside[0], last, beside[-1])
        for (first, last), places in blocks.items()
        for beside in _side_by_side(places)
    )
    texts = [_area(*area) for area in areas]
    return ", ".join(texts[:shown]) + (", …" if shown and len(texts) > shown else "")


def _side_by_side(columns: Sequence[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(columns), key=lambda pair: pair[1] - pair[0]):
        yield [column for _, column in run]


def _area(first_row: int, first: int, last_row: int, last: int) -> str:
    start, end = f"{column_letters(first)}{first_row}", f"{column_letters(last)}{last_row}"
    return start if start == end else f"{start}:{end}"
