"""Annex klaim.xlsx as it is read: statements, findings, printed numbers, and faults in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lkjlib.annexes.check import check_table
from lkjlib.annexes.entries import TableRows
from lkjlib.annexes.find import holds as holds_table
from lkjlib.annexes.read import read_rows
from lkjlib.data import Data, Entry, Row
from lkjlib.errors import AnnexError, Fault, LkjError, ParseError, any_galat
from lkjlib.excel.guard import Package, unpack
from lkjlib.excel.workbook import open_package
from lkjlib.ledger.expression import ExpressionError, evaluate, measures_in
from lkjlib.ledger.sections import SAMPUL, Sections, section_of
from lkjlib.ledger.tables import KLAIM
from lkjlib.numbers.compare import VONIS
from lkjlib.numbers.parse import Printed, parse_printed
from lkjlib.themes.measure import Measure

BERKAS = "klaim.xlsx"
JENIS = ("angka", "kata", "nalar")
KONSEKUENSI = {
    "vonis": "mengubah vonis atau kategori",
    "angka": "angka salah atau tidak persis",
    "antartabel": "tabel tidak sejalan",
    "inferensi": "kesimpulan tidak didukung",
    "bentuk": "bentuk dan penulisan",
}
SLOT = re.compile(r"\{(?P<minus>-?)(?P<ukuran>[a-z0-9_.]+)(?::(?P<desimal>\d))?\}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATIVE = re.compile(rf"(?<![\w.,)])[-−]{NUMBER.pattern}")
_MEASURE = "ukuran yang ada di lkj.ukuran"
_NUMBER = "angka seperti tercetak, yang dapat dibaca"
_LOST = "Betulkan nama itu; bila namanya benar, isi sel lampiran di baliknya yang kosong."
_CONDITION = "perbandingan antarukuran, misalnya koperasi.aktif.total > 100"
Wrong = tuple[Entry, str, str]  # cell, found, expected


@lru_cache(maxsize=4)
def ledger_tables(data: Data) -> dict[str, TableRows]:
    """The tables of the ledger that belongs to a report's data, read once."""
    return read_ledger(data.folder)


def read_ledger(folder: Path) -> dict[str, TableRows]:
    """The tables of klaim.xlsx, checked: ``klaim.Klaim``, ``klaim.Temuan``, ``klaim.Angka``.

    Raises
    ------
    AnnexError
        Lists every fault.
    """
    tables, faults = read_ledger_checked(folder)
    if any_galat(faults):
        raise AnnexError(faults)
    return tables


def read_ledger_checked(folder: Path) -> tuple[dict[str, TableRows], list[Fault]]:
    """The tables of klaim.xlsx (none when it does not open) with every fault in them.

    They are read once for what the file holds, however many copies of it and callers there are,
    and belong to all of them: nobody changes them.
    """
    try:
        tables, faults = _read_parts(tuple(unpack(Path(folder) / BERKAS).parts.items()))
    except AnnexError as error:
        return {}, list(error.faults)
    return dict(tables), list(faults)


@lru_cache(maxsize=2)
def _read_parts(parts: tuple[tuple[str, bytes], ...]) -> tuple[dict[str, TableRows], list[Fault]]:
    """The tables of a ledger with these parts, and every fault in them."""
    book = open_package(Package(BERKAS, dict(parts)))
    tables = {
        table.nama: read_rows(book, table)
        if table.wajib or holds_table(book, table, KLAIM)
        else TableRows(table, table.lembar)
        for table in KLAIM
    }
    faults = [f for t in tables.values() for f in (*t.faults, *check_table(t))]
    claims = tables["klaim.Klaim"]
    tables["klaim.Klaim"] = replace(claims, rows=[r for r in claims.rows if not _unconfirmed(r)])
    return tables, faults


def _unconfirmed(row: Row) -> bool:
    """Is a row of `lkj draft` still waiting for a person to say what it is?"""
    said = [name for name in ("ukuran", "vonis_nalar") if row[name].nilai]
    return bool("draf" in row and row["draf"].nilai) and not said


def broken_ledger(
    tables: Mapping[str, TableRows], known: Mapping[str, Measure], sections: Sections
) -> list[Fault]:
    """What `broken_rows` finds in sheet Klaim, measures of sheet Temuan, places of any."""
    slots = (
        wrong
        for row in tables["klaim.Temuan"].rows
        for wrong in _unknown_slots(row["judul"], known)
    )
    return [
        *broken_rows(tables["klaim.Klaim"], known),
        *(_broken("Temuan", *wrong) for wrong in slots),
        *_unknown_places(tables, sections),
    ]


def broken_rows(table: TableRows, known: Mapping[str, Measure]) -> list[Fault]:
    """Cells of sheet Klaim that name an unknown kind, measure, verdict or consequence."""
    return [_broken("Klaim", *wrong) for row in table.rows for wrong in _wrong_cells(row, known)]


@lru_cache(maxsize=1024)  # asked for its form, then for its value
def number_in(text: str) -> Printed:
    """Number of a printed string; what stands around it is ignored.

    Raises
    ------
    LkjError
        When the string holds no readable number.

    Examples
    --------
    >>> number_in("4 (empat)").value, number_in("Rp. 268.285.418,-").value
    (Decimal('4'), Decimal('268285418'))
    """
    try:
        printed = parse_printed(text)
    except ParseError:
        match = NUMBER.search(text)
        printed = parse_printed(match.group(0)) if match else None
    if printed is None:
        raise LkjError(f"'{text}' tidak memuat angka yang dapat dibaca.")
    return printed


def quotes(text: str, number: str) -> bool:
    """Does a text hold a printed number, with or without its sign?

    >>> quotes("turun −6,06 %", "−6,06"), quotes("2017-2019", "-2019"), quotes("10,00", "10")
    (True, False, False)
    """
    return number in (*NUMBER.findall(text), *_NEGATIVE.findall(text))


def _broken(lembar: str, entry: Entry, found: str, wanted: str) -> Fault:
    advice = _LOST if wanted == _MEASURE else "Betulkan sel itu."
    return Fault("galat", BERKAS, lembar, entry.sel, found, wanted, advice)


def _wrong_cells(row: Row, known: Mapping[str, Measure]) -> Iterator[Wrong]:
    named = row["ukuran"].nilai
    if named and named not in known:
        yield row["ukuran"], str(named), _MEASURE
    elif named and row["jenis"].nilai == "angka" and not _holds_number(row["tercetak"].nilai):
        yield row["tercetak"], str(row["tercetak"].nilai or ""), _NUMBER
    for name in ("alasan", "saran"):
        yield from _unknown_slots(row[name], known)
    yield from _wrong_condition(row, known)
    verdicts = VONIS if row["jenis"].nilai == "nalar" else (None,)
    for name, words in (
        ("jenis", JENIS),
        ("konsekuensi", (None, *KONSEKUENSI)),
        ("vonis_nalar", verdicts),
    ):
        if row[name].nilai not in words:
            yield (
                row[name],
                str(row[name].nilai or ""),
                " atau ".join(str(w or "kosong") for w in words),
            )


def _holds_number(text: str) -> bool:
    try:
        number_in(text)
    except LkjError:
        return False
    return True


def _wrong_condition(row: Row, known: Mapping[str, Measure]) -> Iterator[Wrong]:
    """A condition that names an unknown measure, or compares nothing."""
    entry = row.get("berlaku")
    if entry is None or not entry.nilai:
        return
    unknown = [name for name in measures_in(entry.nilai) if name not in known]
    if unknown:
        yield entry, ", ".join(unknown), _MEASURE
        return
    try:
        value = holds(entry.nilai, known)
    except ExpressionError as error:
        yield entry, f"{entry.nilai} ({error})", _CONDITION
        return
    if not measures_in(entry.nilai) or not isinstance(value, bool | None):
        yield entry, entry.nilai, _CONDITION


def holds(condition: str | None, known: Mapping[str, Measure]) -> bool | None:
    """Does the condition of a row's own words hold? True without one, None where data lack it."""
    if not condition:
        return True
    return evaluate(condition, {name: known[name].nilai for name in measures_in(condition)})


def outdated_rows(table: TableRows, known: Mapping[str, Measure]) -> list[Fault]:
    """A warning for each row of sheet Klaim whose own words the annexes no longer bear out.

    Parameters
    ----------
    table : without faults, see `broken_rows`.
    known : measures of the report.
    """
    conditions = [row["berlaku"] for row in table.rows if "berlaku" in row]
    return [
        Fault(
            "peringatan",
            BERKAS,
            "Klaim",
            entry.sel,
            entry.nilai,
            "syarat yang masih terpenuhi",
            "Perlu ditulis ulang: alasan, saran, atau vonis nalar baris itu, lalu syaratnya.",
        )
        for entry in conditions
        if not holds(entry.nilai, known)
    ]


def _unknown_slots(entry: Entry, known: Mapping[str, Measure]) -> Iterator[Wrong]:
    for match in SLOT.finditer(entry.nilai or ""):
        if match["ukuran"] not in known:
            yield entry, match[0], _MEASURE


def _unknown_places(tables: Mapping[str, TableRows], sections: Sections) -> Iterator[Fault]:
    """Places of statements and numbers that no section holds; a number may be on the cover."""
    starts = ", ".join(start for starts in sections.values() for start in starts)
    wanted = f"nama bagian yang berawal: {starts}"
    for sheet, others in (("Klaim", ()), ("Angka", (SAMPUL,))):
        places = [row["bagian"] for row in tables[f"klaim.{sheet}"].rows]
        named = {place.nilai for place in places if place.nilai} - {*others}
        unknown = {name for name in named if not section_of(name, sections)}
        yield from (
            _broken(sheet, place, place.nilai, wanted) for place in places if place.nilai in unknown
        )
