"""`check` as a person calls it: every workbook of a folder, the ledger included."""

import pytest
from declared import REPORT

from lkjlib.build.inspection import books, check, find_faults
from lkjlib.errors import AnnexError, LkjError
from lkjlib.loading import load

KOLOM = ["tingkat", "berkas", "lembar", "sel", "ditemukan", "diharapkan", "saran"]


def test_check_of_the_real_annexes_is_empty_with_its_columns(frozen):
    frame = check(frozen)
    assert list(frame.columns) == KOLOM
    assert frame.empty
    assert check(2019).empty


def test_check_of_an_unknown_folder_or_year_is_refused(tmp_path):
    with pytest.raises(LkjError, match="Folder lampiran"):
        check(tmp_path / "tiada")
    with pytest.raises(LkjError, match=r"'data/1999' tidak ada"):
        check(1999)


def test_check_lists_faults_of_several_workbooks_in_one_frame(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima", E9=21)
    annexes.edit("kasus.xlsx", "Kasus", E10=None)
    annexes.edit("anggaran.xlsx", "Program Kegiatan", F9="73.96.1")
    (annexes.folder / "kinerja.xlsx").write_text("bukan buku kerja")
    frame = check(str(annexes.folder))
    assert list(frame.columns) == KOLOM
    assert (frame["tingkat"] == "galat").all()
    assert (frame[["diharapkan", "saran"]] != "").all(axis=None)
    assert set(frame["berkas"] + "!" + frame["sel"]) == {
        *("koperasi.xlsx!C8", "kasus.xlsx!E10", "anggaran.xlsx!F9", "kinerja.xlsx!"),
        "koperasi.xlsx!E9",
    }
    assert not frame.duplicated().any()


def test_load_and_check_agree_on_every_fault(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima", E9=21)
    annexes.edit("umkm.xlsx", "UMKM Baru", B9="Cempakka")
    with pytest.raises(AnnexError) as galat:
        load(path=annexes.folder)
    assert galat.value.frame().equals(check(annexes.folder))


def test_check_of_a_ledger_with_faults_lists_them_with_those_of_the_annexes(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    annexes.edit("klaim.xlsx", "Angka", A6="tiga")
    annexes.edit("klaim.xlsx", "Temuan", B6="bentok")
    frame = check(annexes.folder)
    assert set(frame["berkas"] + "!" + frame["lembar"] + "!" + frame["sel"]) == {
        *("koperasi.xlsx!Keragaan!C8", "klaim.xlsx!Angka!A6", "klaim.xlsx!Temuan!B6")
    }


def test_check_of_a_measure_that_is_not_there_names_its_cell(annexes):
    annexes.edit("klaim.xlsx", "Klaim", I6="koperasi.tiada")
    (fault,) = find_faults(annexes.folder)
    assert fault.alamat == "klaim.xlsx!Klaim!I6"
    assert fault.ditemukan == "koperasi.tiada"


def type_number(sheet, tercetak, number, number_format):
    """Type a number over the first cell of column Tercetak that holds the text; its address."""
    head = next(row for row in sheet.iter_rows() if "Tercetak" in [c.value for c in row])
    place = [c.value for c in head].index("Tercetak")
    rows = sheet.iter_rows(min_row=head[0].row + 1)
    cell = next(row[place] for row in rows if row[place].value == tercetak)
    cell.value, cell.number_format = number, number_format
    return f"klaim.xlsx!{sheet.title}!{cell.coordinate}"


@pytest.mark.parametrize(
    ("lembar", "tercetak", "number", "number_format"),
    [
        ("Klaim", "10,00", 10, "0.00"),  # Excel's "Convert to Number": 10,00 would become 10
        ("Angka", "10,00", 10, "0.00"),
        ("Klaim", "103,55", 103.55, "General"),
        ("Angka", "332", 332, "0"),
    ],
)
def test_check_of_a_printed_string_typed_as_a_number_asks_for_the_text(
    annexes, lembar, tercetak, number, number_format
):
    where = []
    annexes.change(
        "klaim.xlsx",
        lembar,
        lambda sheet: where.append(type_number(sheet, tercetak, number, number_format)),
    )
    (fault,) = find_faults(annexes.folder)
    assert fault.alamat == where[0]
    assert fault.ditemukan == f"{tercetak} (angka, bukan teks)"
    assert fault.diharapkan == "teks seperti tercetak pada kolom 'Tercetak'"
    assert "awali dengan tanda petik (misalnya '10,00)" in fault.saran


def test_check_of_a_measure_that_a_title_does_not_know_names_its_cell(annexes):
    annexes.edit("klaim.xlsx", "Temuan", C6="Naik {kinerja.tiada:1} persen")
    (fault,) = find_faults(annexes.folder)
    assert (fault.alamat, fault.ditemukan) == ("klaim.xlsx!Temuan!C6", "{kinerja.tiada:1}")
    assert fault.diharapkan == "ukuran yang ada di lkj.ukuran"


@pytest.mark.parametrize(("lembar", "found"), [("Klaim", "Sampul"), ("Angka", "Bab 3 B")])
def test_check_of_a_place_in_no_section_names_its_cell(annexes, lembar, found):
    annexes.edit("klaim.xlsx", lembar, C6=found)  # the cover has numbers, no statements
    (fault,) = find_faults(annexes.folder)
    assert (fault.alamat, fault.ditemukan) == (f"klaim.xlsx!{lembar}!C6", found)
    assert "Kata Pengantar" in fault.diharapkan and "Lampiran" in fault.diharapkan


def test_check_of_a_ledger_beside_faulty_annexes_leaves_the_names_of_measures(annexes):
    annexes.edit("klaim.xlsx", "Klaim", I6="koperasi.tiada")
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    assert [f.berkas for f in find_faults(annexes.folder)] == ["koperasi.xlsx"]


def test_check_of_a_year_without_a_ledger_is_clean(annexes):
    (annexes.folder / "klaim.xlsx").unlink()
    assert check(annexes.folder).empty


def test_check_of_a_ledger_that_does_not_open_says_so(annexes):
    (annexes.folder / "klaim.xlsx").write_bytes(b"")
    (fault,) = find_faults(annexes.folder)
    assert (fault.berkas, fault.ditemukan) == ("klaim.xlsx", "berkas kosong")


def test_find_faults_of_one_workbook_looks_at_no_other(annexes):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima")
    assert find_faults(annexes.folder, ["klaim.xlsx"]) == []
    assert len(find_faults(annexes.folder, ["koperasi.xlsx"])) == 1
    assert books(REPORT)[-1] == "klaim.xlsx"


def test_check_of_annexes_that_leave_a_measure_without_meaning_warns(annexes):
    annexes.edit("kasus.xlsx", "Wajib Lapor", C6=0)
    (ledger,) = find_faults(annexes.folder)
    assert (ledger.tingkat, ledger.berkas) == ("peringatan", "klaim.xlsx")
    assert "tidak dapat dihitung" in ledger.ditemukan
    annexes.add_findings()
    (annexes.folder / "klaim.xlsx").unlink()
    (findings,) = find_faults(annexes.folder)
    assert (findings.tingkat, findings.berkas) == ("peringatan", "temuan.toml")
    assert "tidak dapat dihitung" in findings.ditemukan


def test_check_of_annexes_without_a_rated_cooperative_warns_of_the_result(annexes):
    annexes.edit("koperasi.xlsx", "Pemeringkatan", D7=0, D8=0, D9=0, D10=0)
    found = {one.alamat: one for one in find_faults(annexes.folder)}
    result = found.pop("kinerja.xlsx!Capaian!H7")
    altered = [one for alamat, one in found.items() if alamat.startswith("koperasi.xlsx")]
    words = [one for one in found.values() if one not in altered]
    assert {one.sel for one in altered} <= {"D7", "D8", "D9", "D10"}  # not as printed
    assert result.tingkat == "peringatan"
    assert result.diharapkan == "0,00 (0 / 132, hitungan 'koperasi-berkualitas')"
    assert {(one.tingkat, one.berkas) for one in words} == {("peringatan", "klaim.xlsx")}


def test_check_names_what_is_wrong_in_the_findings(annexes):
    annexes.add_findings()
    path = annexes.folder / "temuan.toml"
    path.write_text(path.read_text("utf-8") + '\n[[temuan]]\nbagian = "koperasi"\n', "utf-8")
    faults = find_faults(annexes.folder)
    assert {(f.tingkat, f.berkas) for f in faults} == {("galat", "temuan.toml")}
    assert [f.sel.partition(".")[2] for f in faults] == ["judul", "kalimat", "berlaku"]


def test_check_of_one_workbook_says_nothing_of_the_findings(annexes):
    annexes.edit("kinerja.xlsx", "Perjanjian Kinerja", E8=5)
    annexes.add_findings()
    found = find_faults(annexes.folder, ["koperasi.xlsx"])
    assert [fault for fault in found if fault.berkas == "temuan.toml"] == []
