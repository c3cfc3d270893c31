"""Generated parts of the documents are what a fresh run writes."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from lkjlib.build.documents import PICTURE, generated, replace_block
from lkjlib.errors import LkjError
from lkjlib.products.notebook import gambar


def test_documents_equal_a_fresh_generation(root, data):
    for path, text in generated(root, data).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: jalankan lkj dokumen"


def test_readme_picture_equals_a_fresh_drawing(root, data):
    stored = Image.open(root / PICTURE).convert("RGB")
    drawn = Image.open(io.BytesIO(gambar(data, "tren-tpt").png)).convert("RGB")
    assert stored.size == drawn.size
    assert ImageChops.difference(stored, drawn).getbbox() is None


def test_replace_block_changes_only_the_marked_part():
    text = replace_block("atas <!-- x:mulai -->usang<!-- x:selesai --> bawah", "x", "baru")
    assert text == "atas <!-- x:mulai -->\n\nbaru\n\n<!-- x:selesai --> bawah"


def test_replace_block_without_marks_raises_naming_them():
    with pytest.raises(LkjError, match="x:mulai"):
        replace_block("tanpa tanda", "x", "baru")
