"""Pictures of the site: the same pixels, less weight, and pages that show them."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageDraw

from lkjlib.products.site.pictures import lighten_pictures, show_light


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_lighten_pictures_keeps_every_pixel_and_saves_weight(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "tren.png"
    picture = Image.new(mode, (600, 300), "white")
    draw = ImageDraw.Draw(picture)
    for step in range(0, 600, 7):
        draw.line((step, 0, 600 - step, 300), fill=(step % 256, 90, 140), width=2)
    picture.save(path)
    weight = path.stat().st_size
    lighten_pictures(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["tren.webp"]
    with Image.open(path.with_suffix(".webp")) as light:
        assert light.convert(mode).tobytes() == picture.tobytes()
    assert path.with_suffix(".webp").stat().st_size < weight / 2


def test_lighten_pictures_takes_over_only_a_picture_named_by_its_fingerprint(
    tmp_path: Path,
) -> None:
    before, folder = tmp_path / "dulu", tmp_path / "kini"
    before.mkdir(), folder.mkdir()
    Image.new("RGB", (9, 9), "white").save(folder / "tren.png")
    named = f"{sha256((folder / 'tren.png').read_bytes()).hexdigest()}.png"
    shutil.copyfile(folder / "tren.png", folder / named)
    for name in ("tren.webp", named.replace(".png", ".webp")):
        (before / name).write_bytes(b"dulu")
    lighten_pictures(folder, before)
    assert (folder / named).with_suffix(".webp").read_bytes() == b"dulu"
    assert (folder / "tren.webp").read_bytes() != b"dulu"


def test_show_light_names_the_pictures_of_the_site_and_no_other() -> None:
    picture = '<a href="_images/a.{0}"><img src="_images/a.{0}"/></a>'
    other = '<img src="_static/b.png"/> <a href="c.png">_images/a.png</a>'
    page = BeautifulSoup(picture.format("png") + other, "html.parser")
    show_light(page)
    assert str(page) == picture.format("webp") + other


def test_lighten_pictures_without_a_folder_of_them_makes_none(tmp_path: Path) -> None:
    lighten_pictures(tmp_path / "_images")
    assert list(tmp_path.iterdir()) == []
