"""The data dictionary names every column of every frame."""

from __future__ import annotations

from lkjlib.products.dictionary import dictionary_markdown, kamus
from lkjlib.themes import FRAMES


def test_kamus_lists_every_column_with_a_meaning(data):
    frame = kamus()
    assert (frame["keterangan"] != "").all()
    for name in FRAMES:
        rows = frame[frame["bingkai"] == name]
        assert rows["kolom"].tolist() == list(data.frames[name].columns)
        assert rows["tipe"].tolist() == [str(t) for t in data.frames[name].dtypes]


def test_dictionary_markdown_names_sheets_and_frames():
    text = dictionary_markdown()
    assert "| `koperasi.xlsx` | Keragaan |" in text
    assert "**`data.tenaga_kerja`**: satu baris = kelompok angkatan kerja 2019" in text
