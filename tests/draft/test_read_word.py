"""A Word document gives the same blocks as its text does."""

import pytest
from docx import Document

from lkjlib.draft.document import Tabel, Teks
from lkjlib.draft.draft import draft_of
from lkjlib.draft.read import from_found
from lkjlib.draft.read_text import parse_text
from lkjlib.draft.read_word import read_word
from lkjlib.errors import LkjError


@pytest.fixture
def save(tmp_path):
    """Save a document that a function fills."""

    def saved(fill):
        document = Document()
        fill(document)
        document.save(tmp_path / "laporan.docx")
        return tmp_path / "laporan.docx"

    return saved


def test_draft_of_a_word_document_is_that_of_its_text(save, text, drafted, jabar):
    def fill(document):
        for found in parse_text(text):
            if isinstance(found, Teks):
                document.add_paragraph(found.isi)
                continue
            table = document.add_table(len(found.rows), max(map(len, found.rows)))
            for row, cells in zip(table.rows, found.rows, strict=True):
                for cell, value in zip(row.cells, cells, strict=False):
                    cell.text = value

    draf = draft_of(from_found("laporan.docx", read_word(save(fill)), jabar), jabar)
    wanted = [(n.tercetak, n.acuan, n.bagian) for n in drafted.angka]
    assert [(n.tercetak, n.acuan, n.bagian) for n in draf.angka] == wanted
    states = [m.keadaan for m in drafted.padanan.values()]
    assert [m.keadaan for m in draf.padanan.values()] == states
    assert draf.janggal == ()


def test_merged_cells_hold_their_text_once(save):
    def fill(document):
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "No"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Anggaran"
        table.cell(1, 1).text, table.cell(1, 2).text = "Alokasi", "Realisasi"
        for column, value in enumerate(("1.", "300", "240")):
            table.cell(2, column).text = value

    (table,) = read_word(save(fill))
    assert table.rows == (
        ("No", "Anggaran", ""),
        ("", "Alokasi", "Realisasi"),
        ("1.", "300", "240"),
    )


def test_headings_tell_their_level_and_marks_of_lists_are_kept(save):
    def fill(document):
        document.add_heading("BAB III AKUNTABILITAS", 1)
        document.add_paragraph("Rapat", style="List Bullet")
        document.add_paragraph("Isi.")

    assert [(one.isi, one.tingkat) for one in read_word(save(fill))] == [
        ("BAB III AKUNTABILITAS", 1),
        ("• Rapat", 0),
        ("Isi.", 0),
    ]


def test_headings_that_word_numbers_by_itself_open_sections(save, jabar):
    def fill(document):
        document.add_heading("PENDAHULUAN", 1)
        document.add_heading("PERENCANAAN KINERJA", 1)
        document.add_heading("AKUNTABILITAS KINERJA", 1)
        document.add_heading("Capaian Kinerja", 2)
        document.add_paragraph("Satu.")
        document.add_heading("Realisasi Anggaran", 2)
        document.add_paragraph("Dua.")

    blocks = from_found("laporan.docx", read_word(save(fill)), jabar).blok
    assert [b.bagian for b in blocks if not b.judul] == ["Bab III A", "Bab III B"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0lama"])
def test_damaged_document_is_refused_in_one_sentence(tmp_path, content):
    (tmp_path / "laporan.docx").write_bytes(content)
    with pytest.raises(LkjError, match="bukan dokumen Word yang utuh"):
        list(read_word(tmp_path / "laporan.docx"))


def test_missing_library_is_named_with_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(LkjError, match=r"pip install 'lkjlib\[draf\]'"):
        list(read_word(tmp_path / "laporan.docx"))


def test_table_and_text_keep_their_order_and_lines(save):
    def fill(document):
        document.add_paragraph("Di atas")
        document.add_table(2, 1).cell(0, 0).text = "No"
        document.add_paragraph("Di bawah")

    kinds = [(type(one), one.baris) for one in read_word(save(fill))]
    assert kinds == [(Teks, 1), (Tabel, (2, 3)), (Teks, 4)]
