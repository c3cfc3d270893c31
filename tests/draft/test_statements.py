"""Sentences that a person has to judge."""

import pytest

from lkjlib.draft.statements import ARAH, KATEGORI, PERINGKAT, SEBAB, TERCAPAI, statements_in
from lkjlib.rules.category import require_skala

SKALA = require_skala("lkj-2019")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Capaian 78 persen (Kategori Baik).", [(KATEGORI, "Baik")]),
        (
            "Dua sasaran berpredikat A.B; satu dengan predikat Sangat Tinggi.",
            [(KATEGORI, "Sangat Tinggi")],
        ),
        ("TPT terlihat menurun menjadi 5 persen.", [(ARAH, "menurun")]),
        ("Penganggur masih didominasi laki-laki.", [(PERINGKAT, "didominasi")]),
        ("Target tidak dapat tercapai dikarenakan dana terbatas.", None),
        ("Upaya untuk mendorong peningkatan kinerja.", []),
        ("Dilaksanakan 3 Program Peningkatan Mutu.", []),
        ("Indikator “Persentase penurunan kasus” dipakai sejak 2019.", []),
        ("Oleh karena itu rapat diadakan.", []),
    ],
)
def test_statement_is_found_by_its_word_and_kind(read, sentence, wanted):
    found = statements_in(read(sentence), SKALA)
    kinds = [(one.macam, one.kata) for one in found]
    if wanted is None:
        wanted = [(TERCAPAI, "tidak dapat tercapai"), (SEBAB, "dikarenakan")]
    assert kinds == wanted


def test_categories_of_a_table_are_statements_with_their_measure(drafted, jabar):
    table = [(one, match) for one, match in drafted.pernyataan if one.sel]
    codes = list(jabar.indikator["kode"])
    assert len(table) == len(codes)
    for code, (one, match) in zip(codes, table, strict=True):
        best, _, same = match.calon[0]
        assert best.ukuran == f"kinerja.kategori.{code}.{jabar.tahun}"
        assert same == (best.kata == one.kata)


def test_categories_of_sentences_are_found_too(drafted):
    assert sum(one.macam == KATEGORI for one, _ in drafted.pernyataan if not one.sel) == 11
