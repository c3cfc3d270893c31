"""The declarations of the annexes, and the workbooks of 2019 as an office would lay them out."""

import hashlib
import re

import pytest
from declared import ADA, BERKAS, TABLES
from openpyxl import load_workbook

from lkjlib.annexes.declaration import NOMOR, Column, Equation
from lkjlib.excel.workbook import normalise
from lkjlib.ledger.tables import KLAIM
from lkjlib.rules.capaian import RUMUS

# The contract with the office: which files there are and which sheets they hold.
LEMBAR = {
    "kinerja.xlsx": ["Indikator", "Perjanjian Kinerja", "Capaian", "Pembanding"],
    "koperasi.xlsx": ["Keragaan", "Pemeringkatan"],
    "umkm.xlsx": ["UMKM Baru", "UMKM Binaan", "Omzet", "Kenaikan Omzet", "Total Omzet"],
    "ketenagakerjaan.xlsx": ["Pengangguran", "Angkatan Kerja", "TPAK", "TPT Wilayah"],
    "kasus.xlsx": ["Kasus", "Wajib Lapor"],
    "anggaran.xlsx": ["Belanja", "Program Kegiatan", "Perjanjian Kinerja", "Anggaran Sasaran"],
}
SUM = r"=(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+(\+[A-Z]+\d+)+)"
JENIS = {"teks", "bulat", "rupiah", "persen", "angka", "tahun", "kelas"}
SEMUA = [*TABLES.values(), *KLAIM]
BUKU = [(berkas, lembar) for berkas, names in LEMBAR.items() for lembar in names]


@pytest.fixture(scope="module")
def formulas(frozen):
    return {berkas: load_workbook(frozen / berkas) for berkas in LEMBAR}


@pytest.fixture(scope="module")
def values(frozen):
    return {berkas: load_workbook(frozen / berkas, data_only=True) for berkas in LEMBAR}


def test_tables_are_the_sheets_of_the_design():
    declared = {}
    for table in ADA.values():
        declared.setdefault(table.berkas, []).append(table.lembar)
    assert declared == LEMBAR
    assert list(BERKAS) == list(LEMBAR)


def test_workbooks_hold_the_declared_sheets_and_no_other(formulas):
    assert {berkas: book.sheetnames for berkas, book in formulas.items()} == LEMBAR


@pytest.mark.parametrize("table", SEMUA, ids=lambda table: table.nama)
def test_table_says_where_it_comes_from(table):
    assert table.sumber.strip()


@pytest.mark.parametrize("table", SEMUA, ids=lambda table: table.nama)
def test_every_column_is_explained_and_of_a_known_kind(table):
    for column in table.kolom:
        assert column.keterangan.strip(), column.nama
        assert column.jenis in JENIS, column.nama
        assert column.satuan or column.jenis not in ("rupiah", "persen"), column.nama
    for level in table.tingkat:
        assert level.keterangan.strip(), level.nama


@pytest.mark.parametrize("table", SEMUA, ids=lambda table: table.nama)
def test_header_words_of_a_table_tell_its_columns_apart(table):
    columns = (NOMOR, *table.kolom) if table.tingkat else table.kolom
    words = [word for c in columns for word in {normalise(h) for h in (c.header, *c.alias)}]
    assert len(words) == len(set(words))
    assert len({c.nama for c in columns}) == len(columns)


@pytest.mark.parametrize("table", SEMUA, ids=lambda table: table.nama)
def test_rules_and_keys_name_declared_columns(table):
    columns = {c.nama for c in table.kolom}
    levels = {level.nama for level in table.tingkat}
    assert set(table.kunci) <= columns | levels
    assert not table.label or table.label in columns
    assert table.jumlah == "tidak ada" or table.label
    for rule in table.aturan:
        names = (
            (rule.hasil, *rule.tambah, *rule.kurang)
            if isinstance(rule, Equation)
            else (rule.hasil, rule.pembilang, rule.penyebut)
        )
        assert set(names) <= columns


def test_choices_of_rumus_and_target_are_those_the_library_knows():
    columns = {c.nama: c for c in TABLES["kinerja.Indikator"].kolom}
    assert set(columns["rumus"].pilihan) <= set(RUMUS)
    assert set(columns["polaritas"].pilihan) <= {rumus.polaritas for rumus in RUMUS.values()}
    assert set(columns["jenis_target"].pilihan) == {"tahunan", "akumulasi", "jumlah"}


@pytest.mark.parametrize("table", SEMUA, ids=lambda table: table.nama)
def test_no_table_declares_a_column_of_person_names(table):
    words = " ".join(
        normalise(text)
        for column in table.kolom
        for text in (column.nama, column.header, *column.alias)
    )
    assert not re.search(r"nama (pekerja|karyawan|buruh|pegawai|pelapor)|\bnip\b|\bnik\b", words)


@pytest.mark.parametrize("berkas", LEMBAR)
def test_workbook_names_no_worker_and_no_author(formulas, berkas):
    book = formulas[berkas]
    texts = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert not [t for t in texts if re.fullmatch(r"nama pekerja", t.strip(), re.IGNORECASE)]
    assert not [t for t in texts if re.search(r"\b(NIP|NIK)\b|\[pekerja\]|\[dihapus\]", t)]
    assert not any(cell.comment for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not re.search(r"@|/|\\", f"{book.properties.creator} {book.properties.lastModifiedBy}")


@pytest.mark.parametrize(("berkas", "lembar"), BUKU)
def test_sheet_has_title_source_footer_and_fits_a_page(formulas, berkas, lembar):
    sheet = formulas[berkas][lembar]
    assert str(sheet["A1"].value).isupper()
    assert any(str(cell.value).startswith("Sumber:") for cell in sheet["A"])
    assert sheet.sheet_state == "visible"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)


@pytest.mark.parametrize(("berkas", "lembar"), BUKU)
def test_formulas_are_live_sums_with_cached_values(formulas, values, berkas, lembar):
    for row in formulas[berkas][lembar].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                assert re.fullmatch(SUM, cell.value)
                assert isinstance(values[berkas][lembar][cell.coordinate].value, int)


@pytest.mark.parametrize(
    ("berkas", "lembar", "sel", "angka"),
    [  # the TOTAL rows as the report prints them, Bab III A.3 and Bab III B
        ("koperasi.xlsx", "Keragaan", "C29", 132),
        ("koperasi.xlsx", "Keragaan", "D29", 48),
        ("koperasi.xlsx", "Keragaan", "E29", 180),
        ("umkm.xlsx", "UMKM Baru", "J12", 458),
        ("umkm.xlsx", "UMKM Binaan", "J12", 1845),
        ("umkm.xlsx", "Omzet", "C11", 1845),
        ("ketenagakerjaan.xlsx", "Pengangguran", "D12", 6180),
        ("ketenagakerjaan.xlsx", "Angkatan Kerja", "D15", 122163),
        ("anggaran.xlsx", "Belanja", "C9", 3_923_949_220),
    ],
)
def test_total_cell_is_a_sum_of_the_printed_value(formulas, values, berkas, lembar, sel, angka):
    assert formulas[berkas][lembar][sel].value.startswith("=SUM(")
    assert values[berkas][lembar][sel].value == angka


def test_blank_of_the_report_stays_blank(values):
    # Bab III A.3, sasaran 2.2, Tabel II: 2017 "-"; Bab III B: one kegiatan without fisik
    assert values["kinerja.xlsx"]["Capaian"]["D9"].value is None
    assert values["anggaran.xlsx"]["Program Kegiatan"]["G40"].value is None


def test_column_title_reads_as_a_person_would_quote_it():
    assert Column("a", "BIDANG|Kuliner", "bulat", "x").judul == "BIDANG / Kuliner"


def test_reading_never_touches_the_annexes(annexes):
    from lkjlib.build.inspection import check
    from lkjlib.loading import load

    def prints():
        return {
            f.name: (hashlib.sha256(f.read_bytes()).hexdigest(), f.stat().st_mtime_ns)
            for f in sorted(annexes.folder.iterdir())
        }

    before = prints()
    load(path=annexes.folder)
    check(annexes.folder)
    assert prints() == before
    assert set(before) >= set(LEMBAR)
