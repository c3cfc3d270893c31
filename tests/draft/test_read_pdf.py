"""A PDF: lines become paragraphs, ruled tables tables, running heads and page numbers go."""

import pytest
from raw_pdf import raw_pdf

from lkjlib.draft.document import Tabel, Teks, join_tables
from lkjlib.draft.read_pdf import read_pdf, whole
from lkjlib.errors import LkjError

HEAD = ("No", "Kelompok", "Aktif", "Total")
LONG = "Jumlah koperasi aktif di kota ini pada tahun laporan menurut data keragaan yang ada adalah"


@pytest.fixture
def read(tmp_path):
    def found(*pages):
        (tmp_path / "laporan.pdf").write_bytes(raw_pdf(pages))
        return list(join_tables(read_pdf(tmp_path / "laporan.pdf")))

    return found


def test_lines_of_a_sentence_are_one_paragraph(read):
    (one,) = read([LONG, "sebanyak 132 unit."])
    assert one == Teks(1, f"{LONG} sebanyak 132 unit.", halaman=1)


def test_item_of_a_list_begins_a_paragraph(read):
    assert [t.isi for t in read([LONG, f"1. {LONG}", "2. Dua"])] == [LONG, f"1. {LONG}", "2. Dua"]


def test_ruled_table_is_read_cell_by_cell_between_its_neighbours(read):
    above, table, below = read([LONG, [HEAD, ("1.", "KUD", "1", "2")], "Sumber: dinas"])
    assert (above.isi, below.isi) == (LONG, "Sumber: dinas")
    assert table.rows == (HEAD, ("1.", "KUD", "1", "2"))
    assert table.baris == (2, 3)


def test_table_goes_on_over_the_page(read):
    (table,) = read(
        [[HEAD, ("1.", "KUD", "1", "2")]], [[("2.", "KSU", "3", "4"), ("3.", "X", "1", "1")]]
    )
    assert isinstance(table, Tabel)
    assert [row[0] for row in table.rows] == ["No", "1.", "2.", "3."]


def test_row_that_the_page_break_cut_in_two_is_one_again(read):
    (table,) = read(
        [[HEAD, ("1.", "Koperasi", "1", "2")]], [[("", "Unit Desa", "", ""), ("2.", "X", "1", "1")]]
    )
    assert table.rows[1] == ("1.", "Koperasi Unit Desa", "1", "2")


def test_heading_alone_at_the_end_of_a_page_heads_the_table_of_the_next(read):
    (table,) = read([[HEAD]], [[("1.", "KUD", "1", "2"), ("2.", "KSU", "3", "4")]])
    assert table.rows == (HEAD, ("1.", "KUD", "1", "2"), ("2.", "KSU", "3", "4"))


def test_sentence_goes_on_over_the_page(read):
    one, two = read([LONG], ["sebanyak 132 unit.", f"2. {LONG}"])
    assert (one.isi, one.halaman, two.halaman) == (f"{LONG} sebanyak 132 unit.", 1, 2)


def test_running_heads_and_page_numbers_are_no_text(read):
    pages = [["@20 LKj Kota", f"{LONG} {word}.", f"@820 {n}"] for n, word in enumerate("abc", 1)]
    assert [one.isi for one in read(*pages)] == [f"{LONG} {word}." for word in "abc"]


def test_scanned_pages_are_refused(read):
    with pytest.raises(LkjError, match="tidak memuat teks"):
        read([], [])


@pytest.mark.parametrize("content", [b"", b"bukan PDF", b"%PDF-1.4\nterpotong"])
def test_damaged_file_is_refused_in_one_sentence(tmp_path, content):
    (tmp_path / "laporan.pdf").write_bytes(content)
    with pytest.raises(LkjError, match=r"PDF yang utuh|tidak memuat teks"):
        list(read_pdf(tmp_path / "laporan.pdf"))


def test_missing_library_is_named_with_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pdfplumber", None)
    with pytest.raises(LkjError, match=r"pip install 'lkjlib\[draf\]'"):
        list(read_pdf(tmp_path / "laporan.pdf"))


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Sasaran Strategi\ns", "Sasaran Strategis"),
        ("523.667.60\n0", "523.667.600"),
        ("4.893.879.330\n4.797.797.779", "4.893.879.330 4.797.797.779"),
        ("Program\nKantor", "Program Kantor"),
        ("", ""),
    ],
)
def test_what_a_narrow_column_broke_is_whole_again(cell, wanted):
    assert whole(cell, {"strategis": 4, "program": 3, "kantor": 2}) == wanted
