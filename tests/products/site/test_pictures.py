"""Pictures of the site: the same pixels, less weight, and pages that show them."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from lkjlib.products.site.pictures import lighten_pictures


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_lighten_pictures_keeps_every_pixel_and_saves_weight(tmp_path: Path, mode: str) -> None:
    (tmp_path / "_images").mkdir()
    path = tmp_path / "_images" / "tren.png"
    picture = Image.new(mode, (600, 300), "white")
    draw = ImageDraw.Draw(picture)
    for step in range(0, 600, 7):
        draw.line((step, 0, 600 - step, 300), fill=(step % 256, 90, 140), width=2)
    picture.save(path)
    weight = path.stat().st_size
    page = tmp_path / "a.html"
    page.write_text('<img alt="Tren" src="_images/tren.png"> tren.png')
    lighten_pictures(tmp_path)
    assert page.read_text() == '<img alt="Tren" src="_images/tren.webp"> tren.png'
    assert [file.name for file in path.parent.iterdir()] == ["tren.webp"]
    with Image.open(path.with_suffix(".webp")) as light:
        assert light.convert(mode).tobytes() == picture.tobytes()
    assert path.with_suffix(".webp").stat().st_size < weight / 2


def test_lighten_pictures_of_a_site_without_any_changes_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Tanpa gambar.</p>")
    lighten_pictures(tmp_path)
    assert (tmp_path / "a.html").read_text() == "<p>Tanpa gambar.</p>"
