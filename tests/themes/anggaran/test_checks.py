"""Names and sasaran that the sheets of the budget share: what differs is told at its heading."""

import pytest

SASARAN = "Anggaran Sasaran"
SATU, DUA, TIGA = "B6", "B12", "B20"  # headings of the first three sasaran


def _told(annexes, sheet=SASARAN):
    return [
        (f.tingkat, f.sel) for f in annexes.faults() if f.lembar == sheet and f.tingkat != "catatan"
    ]


def test_a_heading_under_which_the_agreement_has_other_programmes_is_told(annexes):
    annexes.change("anggaran.xlsx", SASARAN, _swap)
    assert _told(annexes) == [("peringatan", sel) for sel in ("B13", "B16", "B21", "B23")]
    fault = next(f for f in annexes.faults() if f.sel == "B23")
    assert f"({TIGA})" in fault.ditemukan
    assert fault.diharapkan.endswith("(anggaran.xlsx!Perjanjian Kinerja!B10)")


def _swap(sheet):
    sheet[DUA], sheet[TIGA] = sheet[TIGA].value, sheet[DUA].value


def test_a_sasaran_that_the_agreement_spells_otherwise_is_told_once(annexes):
    annexes.edit("anggaran.xlsx", SASARAN, B12="Sasaran 2: Meningkatnya produktifitas")
    assert _told(annexes) == [("peringatan", DUA)]


@pytest.mark.parametrize(("name", "told"), [("Program Yang Lain", "B7"), (12345, "B7")])
def test_a_programme_that_is_not_in_the_table_is_told_once_at_its_heading(annexes, name, told):
    annexes.edit("anggaran.xlsx", SASARAN, B7=name)
    assert _told(annexes) == [("galat", told)]
