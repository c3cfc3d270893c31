"""Numbers that only refer: years, laws, dates, places in a list."""

import pytest

from lkjlib.draft.printed import numbers_in
from lkjlib.draft.references import references_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Permendagri 86 Tahun 2017", ["nomor peraturan", "tahun peraturan"]),
        ("Peraturan Menteri Nomor 21/Per/IX/2015", ["nomor peraturan", "nomor peraturan"]),
        ("21/Oer/M.KUKM/IX/2015 mengatur", ["nomor peraturan", "nomor peraturan"]),
        ("UU 25/2004 tentang SPPN", ["nomor peraturan", "nomor peraturan"]),
        ("per 31 Desember 2019", ["tanggal", "tanggal"]),
        ("RPJMD 2016-2021", ["tahun", "tahun"]),
        ("Tabel 3.1 memuat", ["nomor tabel/bagian"]),
        ("(31 / 132 x 100)", ["rumus"]),
        ("sebanyak 2.019 orang atau 20,19 persen", []),
        ("Rp 2019", []),
    ],
)
def test_references_of_a_text_are_told_by_kind(text, wanted):
    assert list(references_in(text).values()) == wanted


def test_numbers_that_count_rows_and_columns_are_told_from_data(read):
    text = "BAB III\n\nNo\tNama\tUnit\n(1)\t(2)\t(3)\n1.\tKUD\t1\n2.\tKPRI\t54\n"
    numbers = numbers_in(read(text))
    assert [(n.tercetak, n.acuan) for n in numbers] == [
        ("1", "nomor kolom"),
        ("2", "nomor kolom"),
        ("3", "nomor kolom"),
        ("1", "nomor baris"),
        ("1", ""),
        ("2", "nomor baris"),
        ("54", ""),
    ]


def test_number_of_a_list_item_is_no_claim(read):
    numbers = numbers_in(read("- 1) Rapat 3 kali\n2. Pelatihan bagi 40 orang"))
    assert [n.tercetak for n in numbers if not n.acuan] == ["3", "40"]
