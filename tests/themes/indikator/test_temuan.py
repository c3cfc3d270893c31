"""Findings on the indicators: their sentences carry the numbers."""

import pytest

from lkjlib.numbers.compare import COCOK, PEMBULATAN
from lkjlib.themes.indikator.temuan import temuan


@pytest.mark.parametrize(
    ("nomor", "isi"),
    [
        (0, "tercetak realisasi 10 dan capaian 100 (Baik)"),
        (0, "10,23 dan 102,29 (Baik Sekali)"),
        (1, "4 dari 5 indikator mencapai targetnya"),
        (2, "Kurang (permenpanrb-8-2021)"),
        (3, "tahun lalu 5,20 %, target 6,10 %"),
        (4, "10 dari 420; target masih menampung 0 kasus tambahan"),
        (5, "dicapai 0,58, diperlukan 5,76 poin persen setahun"),
        (6, "minimum 100,00 (Baik)"),
    ],
)
def test_temuan_sentences_carry_the_numbers(data, nomor, isi):
    assert isi in temuan(data)[nomor].kalimat


def test_temuan_of_omzet_is_a_matter_of_rounding(data):
    assert [temuan(data)[i].vonis for i in (0, 1)] == [PEMBULATAN, COCOK]
