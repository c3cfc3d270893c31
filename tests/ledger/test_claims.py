"""klaim.xlsx: what it may say, and what of it is refused."""

import re
import shutil
from dataclasses import replace
from decimal import Decimal

import pytest

from lkjlib.errors import AnnexError, LkjError, ParseError
from lkjlib.ledger.claims import ledger_tables, number_in, read_ledger
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.measures import ledger_measures
from lkjlib.numbers.compare import (
    as_decimal,
)
from lkjlib.numbers.format import format_angka


@pytest.fixture(scope="module")
def sheet(data):
    """Rows of sheet Klaim by kode."""
    rows = ledger_tables(data)["klaim.Klaim"].rows
    return {row["kode"].nilai: {name: entry.nilai for name, entry in row.items()} for row in rows}


# Sentences follow the data: a computed figure is a slot, what the report prints may be typed

_NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"


# a standard error of general knowledge, and an index of a kecamatan that rounds to the same
BY_CHANCE = [("T073", "0,8")]

_TYPED = re.compile(rf"(?<![\w.,/])({_NUMBER})(?:/({_NUMBER}))?(?![\w/]|[.,]\d)")


def as_printed(known):
    """Every number that some measure shows, as a sentence writes it."""
    numbers = [m.nilai for m in known.values() if not isinstance(m.nilai, str | None)]
    exact = [as_decimal(value) for value in numbers]
    whole = {format_angka(value) for value in exact if value == value.to_integral_value()}
    return whole | {format_angka(abs(v), places) for v in exact for places in (1, 2)}


def typed_figures(text, tercetak, shown):
    """Figures of a sentence that a measure computes: with decimals, above 999, or n/N.

    A small whole number may be anything (a date, a page, a line); a figure of the row's own
    Tercetak quotes the report.
    """
    bare, quoted = re.sub(r"\{[^}]*\}", "", text), re.findall(r"[\d.,]*\d", tercetak)
    quoted = {q if "," in q else re.sub(r"\.(?=\d{1,2}$)", ",", q) for q in quoted}
    for figure, whole in _TYPED.findall(bare):
        if whole:
            if {figure, whole} <= shown and not {figure, whole} <= quoted:
                yield f"{figure}/{whole}"
        elif re.search(r"[.,]", figure) and figure in shown - quoted:
            yield figure


def test_klaim_types_no_figure_that_a_measure_computes(data, sheet):
    ledger = klaim(data)
    known = ledger_measures(data, ledger_tables(data)["klaim.Klaim"])
    shown = as_printed(known)
    texts = [
        (kode, row[name] or "", row["tercetak"])
        for kode, row in sheet.items()
        for name in ("alasan", "saran")
    ]
    for row in ledger_tables(data)["klaim.Temuan"].rows:
        members = ledger.loc[ledger["temuan"] == row["nomor"].nilai, "tercetak"]
        texts.append((row["nomor"].nilai, row["judul"].nilai, " ".join(members)))
    found = [(where, *typed_figures(text, own, shown)) for where, text, own in texts]
    assert [fault for fault in found if len(fault) > 1 and fault not in BY_CHANCE] == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Dari cacah 31/132 capaiannya {x}.", ["31/132"]),
        ("Dari 6.180/122.163 capaiannya {x}.", ["6.180/122.163"]),
        ("menyiratkan target {x} (rentang 22,20–22,44).", ["22,20", "22,44"]),
        ("capaiannya 78,28 persen", ["78,28"]),
        ("capaian 78,27 tercetak, Permendagri 54/2010, UU 20/2008", []),
        ("paling banyak 180 koperasi, baris 1121, {kinerja.capaian.koperasi.2019:2}", []),
    ],
)
def test_typed_figures_are_told_from_quotes_and_references(data, text, typed):
    shown = as_printed(ledger_measures(data, ledger_tables(data)["klaim.Klaim"]))
    assert list(typed_figures(text, "78,27", shown)) == typed


def test_klaim_counts_behind_a_capaian_are_slots(sheet):
    rounded = [
        row["alasan"]
        for row in sheet.values()
        if "Dihitung dari realisasi" in (row["alasan"] or "")
    ]
    assert len(rounded) > 20
    for text in rounded:
        assert "{kinerja.pembilang." in text and "{kinerja.penyebut." in text
        assert "{kinerja.perubahan_kategori." in text
        assert not re.search(r"\d", re.sub(r"\{[^}]*\}", "", text))


def test_klaim_texts_hold_no_mark_or_word_of_the_workshop(data):
    tables = ledger_tables(data)
    words = re.compile(
        r"\[[KP][\]:/]|\.xlsx|\b(?:sheet|frame|token|registry|verdict|notebook|lkjlib)\b"
        r"|\b[a-z_]+\.[a-z_]+\.[a-z_]+\b",
        re.IGNORECASE,
    )
    texts = [
        (row[name].sel, re.sub(r"\{[^}]*\}", "", row[name].nilai or ""))
        for table, names in (
            ("klaim.Klaim", ("pernyataan", "alasan", "saran", "catatan")),
            ("klaim.Temuan", ("judul",)),
        )
        for row in tables[table].rows
        for name in names
    ]
    assert [(sel, text) for sel, text in texts if words.search(text)] == []


def test_klaim_quotes_that_are_cut_end_at_a_word(sheet):
    quotes = [row["tercetak"] for row in sheet.values() if "…" in row["tercetak"]]
    assert len(quotes) == 12  # problems 1 to 12 of the Ringkasan, lines 69 to 80
    assert all(len(quote) <= 60 and re.search(r"\w…$", quote) for quote in quotes)


def place(sheet, kode):
    """Row of a kode on sheet Klaim, and the columns by their head."""
    head = next(r for r in sheet.iter_rows() if r[0].value == "Kode")
    number = next(r[0].row for r in sheet.iter_rows() if r[0].value == kode)
    return number, {cell.value: cell.column_letter for cell in head}


def test_klaim_unknown_measure_in_the_workbook_names_the_cell(annexes, data):
    rows = []

    def spoil(sheet):
        number, columns = place(sheet, "W018")
        rows.append(number)
        sheet[f"{columns['Ukuran']}{number}"] = "umkm.baru.tidak_ada"

    annexes.change("klaim.xlsx", "Klaim", spoil)
    with pytest.raises(AnnexError, match=r"umkm\.baru\.tidak_ada") as caught:
        klaim(replace(data, laporan=replace(data.laporan, folder=annexes.folder)))
    (fault,) = caught.value.faults
    assert re.fullmatch(rf"klaim\.xlsx!Klaim![A-Z]{rows[0]}", fault.alamat)


def test_klaim_kode_twice_in_the_workbook_is_refused(annexes):
    def spoil(sheet):
        number, columns = place(sheet, "W018")
        sheet[f"{columns['Kode']}{number}"] = "W017"

    annexes.change("klaim.xlsx", "Klaim", spoil)
    with pytest.raises(AnnexError, match="W017"):
        read_ledger(annexes.folder)


def test_klaim_without_its_workbook_says_which_file_is_missing(data, tmp_path):
    with pytest.raises(AnnexError, match=r"klaim\.xlsx"):
        klaim(replace(data, laporan=replace(data.laporan, folder=tmp_path)))


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("4 (empat)", "4", 0),
        ("Rp. 268.285.418,-", "268285418", 0),
        ("23.48% (31 / 132 x100)", "23.48", 2),
        ("2,38% (10 / 420) x100)", "2.38", 2),
        ("10,00%", "10.00", 2),
        ("4,48 persen", "4.48", 2),
        ("1845", "1845", 0),
        ("1.845", "1845", 0),
        ("5,748", "5.748", 3),
        ("-0,14", "-0.14", 2),
        (">419", "419", 0),
        ("7.", "7", 0),
        ("21/Oer/M.KUKM/IX/2015", "21", 0),
    ],
)
def test_number_in_takes_the_first_number_with_its_decimals(text, value, decimals):
    printed = number_in(text)
    assert (printed.value, printed.decimals) == (Decimal(value), decimals)


@pytest.mark.parametrize("text", ["", "-", "NA", "empat", "Baik Sekali (B)"])
def test_number_in_of_no_number_is_refused(text):
    with pytest.raises(LkjError, match="tidak memuat angka"):
        number_in(text)


@pytest.mark.parametrize("text", ["1,234.5", "007 kasus"])
def test_number_in_of_an_unreadable_number_is_refused(text):
    with pytest.raises(ParseError):
        number_in(text)


def test_ledger_is_read_once_for_what_it_holds_and_anew_when_it_changes(annexes):
    path = annexes.folder / "klaim.xlsx"
    before = read_ledger(annexes.folder)["klaim.Angka"]
    shutil.copy2(path, annexes.folder / "salinan.xlsx")
    shutil.move(annexes.folder / "salinan.xlsx", path)
    assert read_ledger(annexes.folder)["klaim.Angka"] is before

    def alter(sheet):
        sheet["E5"].value = "999"

    annexes.change("klaim.xlsx", "Angka", alter)
    after = read_ledger(annexes.folder)["klaim.Angka"]
    assert after.rows[0]["tercetak"].nilai == "999" != before.rows[0]["tercetak"].nilai
