"""What must hold between tables, `check` as a person calls it, and bad input of every kind."""

import pytest
from declared import ADA

from lkjlib.errors import AnnexError
from lkjlib.loading import load, read_folder
from lkjlib.report_file import read_report

pytestmark = pytest.mark.lambat


@pytest.mark.parametrize(
    ("berkas", "lembar", "cells", "alamat", "diharapkan"),
    [
        pytest.param(
            *("ketenagakerjaan.xlsx", "Pengangguran", {"D13": 3483}),
            ["ketenagakerjaan.xlsx!Pengangguran!D15", "ketenagakerjaan.xlsx!Angkatan Kerja!E13"],
            "6.180 (rincian lain, ketenagakerjaan.xlsx!Pengangguran!D12)",
            id="penganggur by sex and by education",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "Angkatan Kerja", {"D6": 13_234}),
            ["ketenagakerjaan.xlsx!Angkatan Kerja!D15"],
            "122.164 (rincian lain, ketenagakerjaan.xlsx!Angkatan Kerja!D12)",
            id="angkatan kerja by sex and by education",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "Angkatan Kerja", {"E13": 74_174}),
            ["ketenagakerjaan.xlsx!Angkatan Kerja!E13"],
            "74.173 (angkatan kerja − penganggur)",
            id="bekerja",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "Pengangguran", {"D8": 19_000}),
            [
                "ketenagakerjaan.xlsx!Pengangguran!D15",
                "ketenagakerjaan.xlsx!Pengangguran!D8",
            ],
            "24.289 (rincian lain, ketenagakerjaan.xlsx!Pengangguran!D12)",
            id="more unemployed than labour force",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "TPAK", {"E7": 2_699}),
            ["ketenagakerjaan.xlsx!TPAK!E7"],
            "2.698 (tabel jenis kelamin, ketenagakerjaan.xlsx!Pengangguran!D14)",
            id="women of the last year",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "TPT Wilayah", {"D7": 3.02}),
            ["ketenagakerjaan.xlsx!TPT Wilayah!D7"],
            "3,01 (pembanding, kinerja.xlsx!Pembanding!F9)",
            id="regions",
        ),
        pytest.param(
            *("ketenagakerjaan.xlsx", "TPT Wilayah", {"D6": 5.07}),
            ["ketenagakerjaan.xlsx!TPT Wilayah!D6"],
            "5,06 (realisasi pada Tabel II, kinerja.xlsx!Capaian!H10)",
            id="the city's own rate",
        ),
        pytest.param(
            *("umkm.xlsx", "Omzet", {"C5": 460}),
            ["umkm.xlsx!Omzet!C11"],
            "1.845 (jumlah sama, umkm.xlsx!UMKM Binaan!J12)",
            id="classes of sales cover every coached firm",
        ),
        pytest.param(
            *("umkm.xlsx", "Kenaikan Omzet", {"C9": 227}),
            ["umkm.xlsx!Kenaikan Omzet!C10"],
            "1.845 (jumlah sama, umkm.xlsx!UMKM Binaan!J12)",
            id="classes of growth cover every coached firm",
        ),
        pytest.param(
            *("umkm.xlsx", "UMKM Binaan", {"B9": "CEMPAKA"}),
            ["umkm.xlsx!UMKM Baru!B9", "umkm.xlsx!UMKM Binaan!B9"],
            "nama yang juga ada di umkm.xlsx!UMKM Binaan",
            id="kecamatan spelled otherwise",
        ),
        pytest.param(
            *("anggaran.xlsx", "Belanja", {"C10": 231_855_001}),
            ["anggaran.xlsx!Program Kegiatan!C65"],
            "3.923.949.221 (belanja langsung, anggaran.xlsx!Belanja!C9)",
            id="direct spending",
        ),
        pytest.param(
            *("anggaran.xlsx", "Belanja", {f"{c}{r}": None for c in "ABCDE" for r in (7, 8)}),
            ["anggaran.xlsx!Belanja!B9"],
            "kelompok 'Belanja Tidak Langsung'",
            id="a group of spending left out",
        ),
        pytest.param(
            *("anggaran.xlsx", "Anggaran Sasaran", {"C9": 65_550_001, "E9": 1}),
            ["anggaran.xlsx!Anggaran Sasaran!C9"],
            "65.550.000 (tabel Program / Kegiatan, anggaran.xlsx!Program Kegiatan!C46)",
            id="pagu of a sasaran table",
        ),
        pytest.param(
            *("anggaran.xlsx", "Anggaran Sasaran", {"B9": "Penyuluhan Koperasi"}),
            ["anggaran.xlsx!Anggaran Sasaran!B9"],
            "program dan kegiatan yang ada di lembar 'Program Kegiatan'",
            id="kegiatan that no programme has",
        ),
        pytest.param(
            *("kinerja.xlsx", "Pembanding", {"B10": "omzet"}),
            ["kinerja.xlsx!Pembanding!B10", "kinerja.xlsx!Indikator!B10"],
            "satu baris saja; yang pertama di B8",
            id="indicator twice and another missing",
        ),
    ],
)
def test_check_of_tables_that_disagree_names_cell_and_other_cell(
    annexes, berkas, lembar, cells, alamat, diharapkan
):
    annexes.edit(berkas, lembar, **cells)
    faults = annexes.faults()
    assert [f.alamat for f in faults] == alamat
    assert faults[0].diharapkan == diharapkan


@pytest.mark.parametrize(
    ("berkas", "lembar", "cells", "tingkat", "sel"),
    [
        ("kinerja.xlsx", "Capaian", {"A3": "TAHUN 2017-2020"}, "peringatan", "A3"),
        ("kinerja.xlsx", "Capaian", {"A3": "TAHUN 2017-2018"}, "galat", "A3"),
        ("umkm.xlsx", "Kenaikan Omzet", {"A2": "TAHUN 2020 DARI OMZET TAHUN 2018"}, "galat", "A2"),
        ("umkm.xlsx", "Total Omzet", {"A3": "TAHUN 2018 DAN 2020"}, "galat", "A3"),
        ("umkm.xlsx", "Total Omzet", {"A3": "TAHUN 2018 S.D. 2020"}, "peringatan", "A3"),
        ("ketenagakerjaan.xlsx", "TPAK", {"C6": 2020}, "peringatan", "C6"),
        ("ketenagakerjaan.xlsx", "TPT Wilayah", {"C7": 2020}, "peringatan", "C7"),
        ("ketenagakerjaan.xlsx", "TPT Wilayah", {"C6": 2020}, "galat", "B10"),
        ("kasus.xlsx", "Wajib Lapor", {"B6": 2020}, "galat", "B6"),
    ],
)
def test_titles_and_rows_of_another_year_name_their_cell(
    annexes, berkas, lembar, cells, tingkat, sel
):
    (annexes.folder / "klaim.xlsx").unlink()
    annexes.edit(berkas, lembar, **cells)
    found = [(f.tingkat, f.berkas, f.lembar, f.sel) for f in annexes.faults()]
    assert (tingkat, berkas, lembar, sel) in found


def test_classes_that_pass_are_asked_for_with_those_there_are(annexes):
    path = annexes.folder / "laporan.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("lulus = [", "selesai2 = ["), encoding="utf-8")
    wrong = {f.sel: f for f in annexes.faults() if f.berkas == "laporan.toml"}
    assert set(wrong) == {"kosakata.selesai2", "kosakata.lulus"}
    assert '"Cukup Berkualitas"' in wrong["kosakata.lulus"].saran


def test_kegiatan_is_matched_between_tables_whatever_its_case(annexes):
    annexes.edit("anggaran.xlsx", "Anggaran Sasaran", B9="PENYULUHAN PERKOPERASIAN")
    assert annexes.faults() == []


def test_check_of_workbooks_saved_by_a_program_that_calculates_nothing_is_clean(annexes):
    for table in {t.berkas: t for t in ADA.values()}.values():
        annexes.edit(table.berkas, table.lembar)
    assert annexes.faults() == []


@pytest.mark.parametrize(
    ("berkas", "lembar", "cells", "alamat"),
    [
        ("koperasi.xlsx", "Keragaan", {"C8": "lima puluh empat"}, "Keragaan!C8"),
        ("koperasi.xlsx", "Keragaan", {"C10": "O"}, "Keragaan!C10"),
        ("koperasi.xlsx", "Pemeringkatan", {"C7": "340 sampai 419"}, "Pemeringkatan!C7"),
        ("koperasi.xlsx", "Pemeringkatan", {"B7": "Berkwalitas"}, "Pemeringkatan!B7"),
        ("umkm.xlsx", "UMKM Baru", {"C7": -77}, "UMKM Baru!C7"),
        ("umkm.xlsx", "UMKM Baru", {"C7": True}, "UMKM Baru!C7"),
        ("umkm.xlsx", "UMKM Binaan", {"B9": "#N/A"}, "UMKM Binaan!B9"),
        ("umkm.xlsx", "Total Omzet", {"B6": "2018/2019"}, "Total Omzet!B6"),
        ("umkm.xlsx", "Total Omzet", {"C6": "=C7*0.9"}, "Total Omzet!C6"),
        ("ketenagakerjaan.xlsx", "TPAK", {"D6": "#REF!"}, "TPAK!D6"),
        ("ketenagakerjaan.xlsx", "Angkatan Kerja", {"D9": None}, "Angkatan Kerja!D9"),
        ("kasus.xlsx", "Kasus", {"A6": 2}, "Kasus!A7"),
        ("kinerja.xlsx", "Capaian", {"H7": "23.480"}, "Capaian!H7"),
        ("kinerja.xlsx", "Indikator", {"I9": "negatip"}, "Indikator!I9"),
        ("kinerja.xlsx", "Indikator", {"B9": "tpk"}, "Indikator!B9"),
        ("anggaran.xlsx", "Program Kegiatan", {"A9": "10."}, "Program Kegiatan!C8"),
    ],
)
def test_check_of_a_bad_cell_names_that_cell_first(annexes, berkas, lembar, cells, alamat):
    annexes.edit(berkas, lembar, **cells)
    found = annexes.addresses()
    assert found
    assert found[0] == f"{berkas}!{alamat}"


def test_check_of_a_date_in_a_number_cell_names_it(annexes):
    from datetime import date

    annexes.edit("kasus.xlsx", "Wajib Lapor", C6=date(2019, 4, 20))
    (fault,) = annexes.faults()
    assert fault.alamat == "kasus.xlsx!Wajib Lapor!C6"
    assert fault.ditemukan.endswith("(tanggal)")


def test_check_of_a_fraction_in_a_count_asks_for_the_thousands_dot(annexes):
    annexes.edit("ketenagakerjaan.xlsx", "Pengangguran", D9=3.069)
    fault = annexes.faults()[0]
    assert fault.ditemukan == "3,069 (pecahan pada kolom bulat)"
    assert "pemisah ribuan" in fault.saran


def test_check_of_a_missing_sheet_names_sheet_and_guess(annexes):
    def rename(sheet):
        sheet.title = "UMKM Binan"
        sheet["B5"] = "KEC"

    annexes.change("umkm.xlsx", "UMKM Binaan", rename)
    (fault,) = annexes.faults()
    assert (fault.berkas, fault.lembar, fault.sel) == ("umkm.xlsx", "UMKM Binaan", "")
    assert fault.saran.endswith("Lembar 'UMKM Binan': maksudnya 'UMKM Binaan'?")


@pytest.mark.parametrize("lembar", ["Total Omzet", "UMKM Binaan"])
def test_check_of_a_deleted_sheet_names_it(annexes, lembar):
    annexes.change("umkm.xlsx", lembar, lambda sheet: sheet.parent.remove(sheet))
    assert annexes.addresses() == [f"umkm.xlsx!{lembar}"]


@pytest.mark.parametrize("lembar", ["Omzet", "UMKM Baru", "Kenaikan Omzet"])
def test_a_sheet_that_may_be_absent_never_reads_its_sibling_instead(annexes, lembar):
    annexes.change("umkm.xlsx", lembar, lambda sheet: sheet.parent.remove(sheet))
    tables, faults = read_folder(read_report(annexes.folder))
    assert set(tables) == set(ADA) - {f"umkm.{lembar}"}
    assert faults == []
    assert {f.tingkat for f in annexes.faults()} <= {"peringatan"}


def test_a_sheet_that_may_be_absent_is_found_by_its_header_whatever_its_name(annexes):
    def rename(sheet):
        sheet.title = "Sheet1"

    annexes.change("kasus.xlsx", "Wajib Lapor", rename)
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.ditemukan) == ("peringatan", "Sheet1")
    assert load(path=annexes.folder).wajib_lapor["perusahaan"].tolist() == [420]


def test_a_sheet_that_may_be_absent_and_is_almost_named_like_it_is_asked_about(annexes):
    def rename(sheet):
        sheet.title = "Wajib Laporan"
        sheet["B5"] = "Thn"

    annexes.change("kasus.xlsx", "Wajib Lapor", rename)
    fault = annexes.faults()[0]
    assert (fault.tingkat, fault.alamat) == ("peringatan", "kasus.xlsx!Wajib Laporan")
    assert fault.diharapkan == "lembar 'Wajib Lapor', bila itu maksudnya"


def test_check_of_a_sheet_moved_down_and_widened_is_clean(annexes):
    def move(sheet):
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.move_range("A5:E31", rows=5, cols=2, translate=True)

    annexes.change("koperasi.xlsx", "Keragaan", move)
    assert annexes.faults() == []
    assert load(path=annexes.folder).asal("koperasi", 1, "aktif") == "koperasi.xlsx!Keragaan!E13"


def test_check_of_a_header_repeated_at_a_page_break_is_clean(annexes):
    def split(sheet):
        sheet.move_range("A20:E31", rows=3, translate=True)
        for column in "ABCDE":
            sheet[f"{column}21"] = sheet[f"{column}5"].value
            sheet[f"{column}22"] = sheet[f"{column}6"].value
            if column in "CDE":
                sheet[f"{column}32"] = f"=SUM({column}7:{column}31)"

    annexes.change("koperasi.xlsx", "Keragaan", split)
    assert annexes.faults() == []
    assert load(path=annexes.folder).koperasi["aktif"].sum() == 132


@pytest.mark.parametrize("berkas", ["koperasi.xlsx", "anggaran.xlsx"])
def test_check_of_a_missing_or_damaged_workbook_does_not_blame_the_others(annexes, berkas):
    (annexes.folder / berkas).unlink()
    assert annexes.addresses() == [berkas]
    (annexes.folder / berkas).write_bytes(b"")
    assert annexes.addresses() == [berkas]


def test_read_folder_gives_every_table_it_could_read(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    tables, faults = read_folder(read_report(annexes.folder))
    assert set(tables) == set(ADA)
    assert tables["koperasi.Keragaan"].faults == faults


def test_no_message_names_a_worker_even_when_the_column_is_there(annexes):
    def add_names(sheet):
        sheet["F5"] = "Nama Pekerja"
        for row in range(6, 16):
            sheet[f"F{row}"] = f"Orang Rahasia {row}"
        sheet["E7"] = "dua"
        sheet["D5"] = "Hasill"

    annexes.change("kasus.xlsx", "Kasus", add_names)
    with pytest.raises(AnnexError) as galat:
        load(path=annexes.folder)
    assert "Rahasia" not in str(galat.value)


def test_no_frame_holds_a_column_of_worker_names(annexes):
    def add_names(sheet):
        sheet["F5"] = "Nama Pekerja"
        for row in range(6, 16):
            sheet[f"F{row}"] = f"Orang Rahasia {row}"

    annexes.change("kasus.xlsx", "Kasus", add_names)
    data = load(path=annexes.folder)
    for frame in data.frames.values():
        assert not [c for c in frame.columns if "nama" in c and c != "nama_pendek"]
        assert "Rahasia" not in frame.to_string()
