"""What stands around a table and would change it in silence: units, lost headings, odd titles."""

import pytest
from declared import TABLES

from lkjlib.annexes.read import read_rows
from lkjlib.excel.workbook import open_workbook

OMZET = TABLES["umkm.Total Omzet"]
KEPALA = ["No", "Tahun", "Total Omzet Usaha Mikro Binaan (Rp)"]
ISI = [[1, 2018, 43_361_776], [2, 2019, 47_797_383]]


@pytest.fixture
def read(make_workbook):
    def build(rows, table=OMZET, **lain):
        return read_rows(open_workbook(make_workbook({table.lembar: rows}, **lain)), table)

    return build


def _faults(result, tingkat="galat"):
    return [(f.sel, f.ditemukan) for f in result.faults if f.tingkat == tingkat]


@pytest.mark.parametrize(
    "satuan", ["(dalam ribuan rupiah)", "dalam juta", "Satuan: Rp juta", "Rp 000", "x 1.000"]
)
def test_a_unit_stated_above_a_table_is_refused_at_its_cell(read, satuan):
    assert _faults(read([["TOTAL OMZET"], [satuan], KEPALA, *ISI])) == [("A2", satuan)]


@pytest.mark.parametrize("judul", ["USAHA DI BAWAH 300 JUTA RUPIAH", "(dalam rupiah)", "PERSEN"])
def test_a_title_that_names_an_amount_is_no_unit(read, judul):
    assert read([[judul], KEPALA, *ISI]).faults == []


def test_a_unit_below_a_table_is_a_warning(read):
    result = read([KEPALA, *ISI, [None], ["Catatan: dalam ribuan rupiah"]])
    assert _faults(result, "peringatan") == [("A5", "Catatan: dalam ribuan rupiah")]
    assert _faults(result) == []


def test_a_column_that_lost_its_title_is_a_warning(read):
    rows = [[*KEPALA, None], *([*row, "BPS"] for row in ISI)]
    assert _faults(read(rows), "peringatan") == [
        ("D1", "kolom tanpa judul, 2 baris terisi, tidak dibaca")
    ]


def test_an_error_for_a_title_is_a_warning(read):
    assert _faults(read([[*KEPALA, "#REF!"], *ISI]), "peringatan") == [("D1", "#REF!")]
