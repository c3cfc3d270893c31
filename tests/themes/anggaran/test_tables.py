"""Budget tables as other offices print them: by codes, before and after change, without parts."""

import pytest
from small import BELANJA, LAPORAN, PROGRAM, altered, write_report

from lkjlib.build.inspection import find_faults
from lkjlib.errors import LkjError
from lkjlib.loading import load

TURN = [  # with urusan and No, before and after change, as after a revised budget
    ["No", "Program / Kegiatan", "Anggaran", None, None, None, "Presentasi (%)", None],
    [None, None, "Sebelum Perubahan", "Setelah Perubahan", "Realisasi", "Saldo", "Anggaran",
     "Fisik"],
    ["A.", "Urusan Tenaga Kerja", *[None] * 6],
    ["1.", "Program Data", 130, 120, 90, 30, 75, None],
    [None, "Penyebaran data", 30, 20, 15, 5, 75, 100],
    [None, "Pengumpulan data", 100, 100, 75, 25, 75, 100],
    ["2.", "Program Kerja", None, 80, 60, 20, 75, None],
    [None, "Bursa kerja", None, 80, 60, 20, 75, None],
    [None, "TOTAL", 130, 200, 150, 50, 75, None],
]  # fmt: skip


def faults(folder):
    return [(f.tingkat, f.alamat, f.ditemukan, f.diharapkan) for f in find_faults(folder)]


def test_programmes_are_told_from_kegiatan_by_their_codes(tmp_path):
    frame = load(path=write_report(tmp_path)).anggaran
    assert frame["kode"].tolist() == ["29.01", "29.2", "101.01"]
    assert frame["program"].tolist() == ["Program Data", "Program Data", "Program Kerja"]
    assert frame["alokasi"].tolist() == [20, 100, 80]
    assert frame[["urusan", "fisik", "alokasi_awal"]].isna().all(axis=None)


def test_a_saldo_that_no_sheet_prints_is_what_is_left_and_has_no_cell(tmp_path):
    data = load(path=write_report(tmp_path))
    assert data.anggaran["saldo"].tolist() == [5, 25, 20]
    assert data.tercetak("anggaran", 0, "saldo") == "–"
    with pytest.raises(LkjError, match="tidak tercetak di lampiran mana pun"):
        data.asal("anggaran", 0, "saldo")
    assert data.eksak.anggaran["saldo"].sum().sel() == ()


def test_codes_of_several_parts_go_on_where_those_of_their_programme_end(tmp_path):
    rows = altered(PROGRAM, A3="1.14. 15", A4="1.14.15.01", A5="1.14.15.2", A6="1.14.16",
                   A7="1.14.16.01")  # fmt: skip
    frame = load(path=write_report(tmp_path, Program_Kegiatan=rows)).anggaran
    assert frame.groupby("program")["alokasi"].sum().to_dict() == {
        "Program Data": 120,
        "Program Kerja": 80,
    }


def test_a_code_typed_as_a_number_is_refused_for_its_last_digits_are_lost(tmp_path):
    (fault, *_) = faults(write_report(tmp_path, Program_Kegiatan=altered(PROGRAM, A4=29.1)))
    assert fault == (
        *("galat", "anggaran.xlsx!Program Kegiatan!A4", "29,1 (angka, bukan teks)"),
        "teks seperti tercetak pada kolom 'Kode'",
    )


def test_a_table_with_neither_numbers_nor_codes_lacks_its_column_no(tmp_path):
    (fault, *_) = faults(write_report(tmp_path, Program_Kegiatan=altered(PROGRAM, A1="Kd")))
    assert fault[3] == "kolom 'No'"


def test_urusan_and_a_budget_before_and_after_change_are_read(tmp_path):
    folder = write_report(tmp_path, Program_Kegiatan=TURN)
    assert faults(folder) == []
    frame = load(path=folder).anggaran
    assert set(frame["urusan"]) == {"Urusan Tenaga Kerja"}
    assert frame["alokasi_awal"].fillna(0).tolist() == [30, 100, 0]
    assert frame["alokasi"].tolist() == [20, 100, 80]
    assert frame["saldo"].tolist() == [5, 25, 20]
    assert str(frame["kode"].dtype) == "str"


def test_a_saldo_may_be_absent_but_not_blank(tmp_path):
    (fault, *_) = faults(write_report(tmp_path, Program_Kegiatan=altered(TURN, F5=None)))
    assert fault[:3] == ("galat", "anggaran.xlsx!Program Kegiatan!F5", "")


def test_a_programme_without_any_number_stands_for_its_sum(tmp_path):
    rows = altered(PROGRAM, C3=None, D3=None, E3=None)
    folder = write_report(tmp_path, Program_Kegiatan=rows)
    assert faults(folder) == []
    assert load(path=folder).anggaran["alokasi"].tolist() == [20, 100, 80]


def test_a_programme_with_some_of_its_numbers_is_asked_for_the_others(tmp_path):
    (fault, *_) = faults(write_report(tmp_path, Program_Kegiatan=altered(PROGRAM, D3=None)))
    assert fault[:3] == ("galat", "anggaran.xlsx!Program Kegiatan!D3", "")


def test_a_programme_with_a_sum_and_no_kegiatan_is_refused(tmp_path):
    rows = [*PROGRAM[:5], PROGRAM[5], PROGRAM[7]]
    found = faults(write_report(tmp_path, Program_Kegiatan=rows))
    assert ("galat", "80", "0 (jumlah 0 baris, Program Kerja)") in [
        (tingkat, ditemukan, diharapkan) for tingkat, _, ditemukan, diharapkan in found
    ]


def test_a_kelompok_without_uraian_is_its_own_uraian(tmp_path):
    frame = load(path=write_report(tmp_path)).belanja
    assert frame.to_dict("list") == {
        "kelompok": ["Belanja Tidak Langsung", "Belanja Langsung"],
        "uraian": ["Belanja Tidak Langsung", "Belanja Langsung"],
        "anggaran": [60, 200],
        "realisasi": [57, 150],
    }


def test_a_total_under_such_kelompok_adds_them_up(tmp_path):
    assert ("galat", "anggaran.xlsx!Belanja!C5", "261", "260 (jumlah 2 baris, total)") in faults(
        write_report(tmp_path, Belanja=altered(BELANJA, C5=261))
    )


def test_kelompok_of_later_regulations_are_as_good(tmp_path):
    rows = altered(BELANJA, B3="Belanja Modal", B4="Belanja Operasi")
    folder = write_report(tmp_path, Belanja=rows)
    assert faults(folder) == []
    assert load(path=folder).belanja["kelompok"].tolist() == ["Belanja Modal", "Belanja Operasi"]


def test_a_misspelled_kelompok_that_the_analysis_looks_up_is_refused(tmp_path):
    (fault, *_) = find_faults(
        write_report(tmp_path, Belanja=altered(BELANJA, B4="Belanja Langsng"))
    )
    assert fault.alamat == "anggaran.xlsx!Belanja!B4"
    assert "Mungkin maksudnya 'Belanja Langsung'?" in fault.saran


def test_one_of_two_kelompok_alone_lacks_the_other(tmp_path):
    rows = altered(BELANJA, B3="Belanja Hibah")
    (fault,) = faults(write_report(tmp_path, Belanja=rows))
    assert fault[3] == "kelompok 'Belanja Tidak Langsung'"


def test_a_printed_share_that_its_amounts_do_not_give_is_a_warning(tmp_path):
    folder = write_report(tmp_path, Program_Kegiatan=altered(PROGRAM, E4=57))
    assert faults(folder) == [
        ("peringatan", "anggaran.xlsx!Program Kegiatan!E4", "57", "75 (realisasi / alokasi)")
    ]
    assert load(path=folder).anggaran["serapan"].tolist() == [57, 75, 75]


@pytest.mark.parametrize(("named", "tingkat"), [(False, "galat"), (True, "peringatan")])
def test_a_wrong_printed_sum_blocks_unless_laporan_toml_names_its_cell(tmp_path, named, tingkat):
    cells = '["anggaran.xlsx!Program Kegiatan!C3"]' if named else "[]"
    laporan = LAPORAN.replace("[skala]", f"seperti_tercetak = {cells}\n[skala]")
    folder = write_report(tmp_path, laporan, Program_Kegiatan=altered(PROGRAM, C3=121, E3=74.4))
    assert faults(folder) == [
        (tingkat, "anggaran.xlsx!Program Kegiatan!C3", "121", "120 (jumlah 2 baris, Program Data)")
    ]


def test_a_wrong_saldo_blocks_unless_laporan_toml_names_its_cell(tmp_path):
    rows = altered(TURN, F5=6, F4=31, F9=51)
    cells = ", ".join(f'"anggaran.xlsx!Program Kegiatan!F{row}"' for row in (4, 5, 9))
    laporan = LAPORAN.replace("[skala]", f"seperti_tercetak = [{cells}]\n[skala]")
    assert {f[0] for f in faults(write_report(tmp_path, Program_Kegiatan=rows))} == {"galat"}
    found = faults(write_report(tmp_path, laporan, Program_Kegiatan=rows))
    assert [f[0] for f in found] == ["peringatan"] * 3


def test_a_cell_named_as_printed_that_cannot_be_read_still_blocks(tmp_path):
    laporan = LAPORAN.replace(
        "[skala]", 'seperti_tercetak = ["anggaran.xlsx!Program Kegiatan!C4"]\n[skala]'
    )
    folder = write_report(tmp_path, laporan, Program_Kegiatan=altered(PROGRAM, C4="dua puluh"))
    assert ("galat", "anggaran.xlsx!Program Kegiatan!C4") in [f[:2] for f in faults(folder)]
