"""The sections of a report, as its ledger calls them."""

import pytest

from lkjlib.draft.addresses import arrange
from lkjlib.draft.read_text import parse_text
from lkjlib.ledger.sections import BAGIAN

SASARAN = ["Meningkatnya mutu sekolah", "Menurunnya angka putus sekolah"]
INDIKATOR = ["Persentase sekolah terakreditasi", "Angka putus sekolah"]
TEXT = """
Sampul 2020

RINGKASAN EKSEKUTIF

Isi ringkasan.

BAB III

AKUNTABILITAS KINERJA

A. Capaian Kinerja Organisasi

1. Kerangka Pengukuran

Isi kerangka:

1. Butir pertama
2. Butir kedua

2. Capaian Sasaran

Isi capaian.

3. Evaluasi Sasaran

1. SASARAN STRATEGIS Meningkatnya mutu sekolah

1.1. Indikator Persentase sekolah terakreditasi

Isi satu.

2.

SASARAN STRATEGIS Menurunnya angka putus sekolah

Tabel 3.1 Angka putus sekolah

No\tIndikator\tTarget
1.\tAngka putus sekolah\t2

B. Realisasi Anggaran

Isi anggaran.
"""


@pytest.fixture(scope="module")
def places():
    blocks = arrange(parse_text(TEXT), BAGIAN, SASARAN, INDIKATOR)
    return {block.teks or block.grid.judul: block for block in blocks}


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Sampul 2020", "Sampul"),
        ("Isi ringkasan.", "Ringkasan Eksekutif"),
        ("Isi kerangka:", "Bab III A.1"),
        ("2. Butir kedua", "Bab III A.1"),
        ("Isi capaian.", "Bab III A.2"),
        ("Isi satu.", "Bab III A.3 sasaran 1.1"),
        ("Tabel 3.1 Angka putus sekolah", "Bab III A.3 sasaran 2"),
        ("Isi anggaran.", "Bab III B"),
    ],
)
def test_text_stands_in_the_section_that_the_headings_open(places, text, section):
    assert places[text].bagian == section


def test_headings_above_are_the_scope_of_a_text(places):
    assert places["Isi satu."].lingkup[-1] == "Indikator Persentase sekolah terakreditasi"


def test_address_that_no_section_holds_becomes_the_last_one_known():
    blocks = arrange(parse_text(TEXT), {"Satu": ("Ringkasan",)}, SASARAN, INDIKATOR)
    assert {block.bagian for block in blocks} == {"Sampul", "Ringkasan Eksekutif"}
