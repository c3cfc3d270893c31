"""Every place that the ledger names belongs to one section of the report."""

import pytest

from lkjlib.ledger.coverage import angka
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import BAGIAN, section_of


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
        ("Bab III A.3 sasaran 2.2", "Sasaran 2 UMKM"),
        ("Bab III B", "Bab III B anggaran"),
        ("Bab IV", "Bab IV dan Lampiran"),
        ("Lampiran", "Bab IV dan Lampiran"),
        ("Antarbagian", "Antarbagian"),
    ],
)
def test_section_of_a_place_in_the_report(bagian, section):
    assert section_of(bagian) == section


def test_section_of_covers_every_place_of_the_ledger(ledger):
    assert {section_of(bagian) for bagian in ledger["bagian"].unique()} == set(BAGIAN)


def test_section_of_covers_every_place_of_a_number_but_the_cover(data):
    places = set(angka(data)["bagian"].unique()) - {"Sampul"}
    assert {section_of(bagian) for bagian in places} <= set(BAGIAN)
