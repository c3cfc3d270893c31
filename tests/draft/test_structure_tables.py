"""Each rule on tables: silent on a consistent table, with both numbers on a contradictory one."""

import pytest

from lkjlib.draft.structure_tables import table_faults
from lkjlib.report import Pita, Skala

SKALA = Skala(
    "uji", (Pita("Baik Sekali", "BS", di_atas=100), Pita("Baik", "B", mulai=75), Pita("Kurang"))
)
UNITS = """No\tKelompok\tAktif\tTidak Aktif\tTotal
1.\tKUD\t10\t4\t14
2.\tKPRI\t25\t5\t30
3.\tKSU\t31\t8\t39
4.\tSekunder\t7\t2\t9
\tTOTAL\t73\t19\t92"""
BUDGET = """No\tProgram / Kegiatan\tAlokasi\tRealisasi\tSaldo\t%
1.\tProgram Satu\t300\t240\t60\t80,00
\tListrik\t100\t70\t30\t70,00
\tAir\t200\t170\t30\t85,00
2.\tProgram Dua\t500\t450\t50\t90,00
\tRapat\t400\t360\t40\t90,00
\tCetak\t100\t90\t10\t90,00
3.\tProgram Tiga\t700\t595\t105\t85,00
\tPameran\t300\t210\t90\t70,00
\tPelatihan\t400\t385\t15\t96,25
\tTOTAL\t1.500\t1.285\t215\t85,67"""
RESULTS = """No\tIndikator\tTarget\tRealisasi\tCapaian\tKategori
1.\tMutu\t80,00\t84,00\t105,00\tBaik Sekali (BS)
2.\tPutus sekolah\t5,00\t6,00\t80,00\tBaik (B)
3.\tLulusan\t60\t30\t50\tKurang
\tRata-rata\t\t\t78,33\t"""


def faults(read, table):
    """What the rules find in a table: rule, printed, set against."""
    found = [
        fault
        for blok in read(f"BAB III\n\n{table}").tables()
        for fault in table_faults(blok, SKALA)
    ]
    return {(one.aturan, one.tercetak, one.pembanding) for one in found}


@pytest.mark.parametrize("table", [UNITS, BUDGET, RESULTS])
def test_consistent_table_raises_no_alarm(read, table):
    assert faults(read, table) == set()


@pytest.mark.parametrize(
    ("table", "old", "new", "wanted"),
    [
        (UNITS, "TOTAL\t73\t19\t92", "TOTAL\t73\t19\t95", ("jumlah", "95", "92")),
        (UNITS, "KSU\t31\t8\t39", "KSU\t31\t8\t36", ("jumlah", "36", "39")),
        (BUDGET, "Program Dua\t500\t450", "Program Dua\t510\t450", ("jumlah", "510", "500")),
        (BUDGET, "TOTAL\t1.500", "TOTAL\t1.600", ("jumlah", "1.600", "1.500")),
        (BUDGET, "170\t30\t85,00", "170\t40\t85,00", ("selisih", "40", "30")),
        (BUDGET, "385\t15\t96,25", "385\t15\t92,65", ("bagian", "92,65", "96,25")),
        (RESULTS, "84,00\t105,00", "84,00\t150,00", ("capaian", "150,00", "105,00")),
        (RESULTS, "\t78,33", "\t87,33", ("rata-rata", "87,33", "78,33")),
        (RESULTS, "Baik (B)", "Kurang", ("kategori", "Kurang", "Baik (B)")),
        (RESULTS, "Baik (B)", "Tinggi", ("kategori", "Tinggi", "Baik (B)")),
        (RESULTS, "(BS)", "(B)", ("kategori", "Baik Sekali (B)", "Baik Sekali (BS)")),
    ],
)
def test_contradiction_is_found_with_both_numbers(read, table, old, new, wanted):
    assert table.count(old) == 1
    assert wanted in faults(read, table.replace(old, new))


def test_formula_in_a_cell_that_gives_another_number_is_found(read):
    table = "No\tIndikator\tTarget\tRealisasi\n1.\tMutu\t30\t{} (31 / 132 x 100)\n"
    assert faults(read, table.format("23,48%")) == set()
    (found,) = faults(read, table.format("24,38%"))
    assert found[2] == "23,48"


def test_indicator_that_begins_with_jumlah_is_no_sum(read):
    rows = "1.\tPersentase lulusan\t50\n2.\tPersentase guru\t60\n3.\tJumlah sekolah\t70\n"
    assert faults(read, f"No\tIndikator\tTarget\n{rows}") == set()


def test_capaian_of_a_rounded_target_and_result_may_be_anything_they_reach(read):
    table = "No\tIndikator\tTarget\tRealisasi\tCapaian\n1.\tSertifikat\t0,53\t0,34\t63,36\n"
    assert faults(read, table) == set()


def test_medium_term_target_is_not_that_of_the_year(read):
    head = "No\tIndikator\tTarget\tRealisasi\tCapaian\tTarget RPJMD 2021\n"
    assert faults(read, f"{head}1.\tMutu\t80\t84\t105\t95\n2.\tGuru\t50\t40\t80\t90\n") == set()
