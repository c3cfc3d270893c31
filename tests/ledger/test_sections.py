"""Every place that the ledger names belongs to one section of the report."""

import pytest

from lkjlib.ledger.coverage import angka
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import section_of, sections_in


@pytest.fixture(scope="module")
def ledger(data):
    return klaim(data)


@pytest.mark.parametrize(
    ("bagian", "section"),
    [
        ("Kata Pengantar", "Pengantar dan Ringkasan"),
        ("Ringkasan Eksekutif", "Pengantar dan Ringkasan"),
        ("Bab I F", "Bab I"),
        ("Bab II A", "Bab II"),
        ("Bab III A.1", "Bab III A.1–2"),
        ("Bab III A.3 sasaran 2.2", "Sasaran 2"),
        ("Bab III B", "Bab III B anggaran"),
        ("Bab IV", "Bab IV dan Lampiran"),
        ("Lampiran", "Bab IV dan Lampiran"),
        ("Antarbagian", "Antarbagian"),
    ],
)
def test_section_of_a_place_in_the_report(bagian, section):
    assert section_of(bagian) == section


def test_section_of_a_place_goes_by_whole_words():
    assert section_of("Bab III A.3 sasaran 12") == "Sasaran 12"
    assert section_of("Bab III A.3 sasaran 2.1", {"Dua": ("Bab III A.3 sasaran 2",)}) == "Dua"
    assert section_of("Bab IIII") == ""


def test_sections_of_the_report_cover_every_place_of_the_ledger(data, ledger):
    own = sections_in(data.laporan)
    assert {section_of(place, own) for place in ledger["bagian"].unique()} == set(own)


def test_sections_of_the_report_cover_every_place_of_a_number_but_the_cover(data):
    own = sections_in(data.laporan)
    places = set(angka(data)["bagian"].unique()) - {"Sampul"}
    assert {section_of(place, own) for place in places} <= set(own)


def test_sections_of_a_report_that_names_none_cover_the_same_places(data, ledger):
    assert all(section_of(place) for place in ledger["bagian"].unique())
