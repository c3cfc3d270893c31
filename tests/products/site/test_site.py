"""The site: works offline, hides code, gives every picture its alt text, same bytes each time."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from sphinx.builders.html import _assets

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.products.site import finish
from lkjlib.products.site import site as site_module
from lkjlib.products.site import workshop as workshop_module
from lkjlib.products.site.check import faults
from lkjlib.products.site.front import FrontPage
from lkjlib.products.site.icons import SCRIPT, STYLE
from lkjlib.products.site.site import write_site
from lkjlib.products.site.workshop import Workshop

# what the theme still uses of Sphinx is not ours to mend
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
KAMUS = "# Kamus data\n\n| kolom | arti |\n|---|---|\n| a | b |\n"
ALT = "Grafik batang: TPT 2019 turun menjadi 5,06 persen."
LINKED = "Lihat [Kasus](04-kasus.ipynb#temuan) di sana."
WIDE = '<table class="lkj-tabel"><tr><td class="angka">1.234</td></tr></table>'


def output(**data: str) -> nbformat.NotebookNode:
    mime = {"png": "image/png", "html": "text/html", "plain": "text/plain"}
    return nbformat.v4.new_output(
        "execute_result", {mime[k]: v for k, v in data.items()}, execution_count=1
    )


def write_executed(path: Path, *outputs: nbformat.NotebookNode, text: str = "Text.") -> None:
    text = f"# Judul {path.stem}\n\nApa yang dijawab\nbuku ini?\n\n*English abstract.* {text}"
    cells = [
        nbformat.v4.new_markdown_cell(text, id="m"),
        nbformat.v4.new_code_cell("x = 1", id="c", execution_count=1, outputs=list(outputs)),
        nbformat.v4.new_markdown_cell("## Sumber\n\nLKj 2019.", id="s"),
    ]
    language = {"name": "python", "pygments_lexer": "ipython3"}
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"language_info": language}), path
    )


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("executed")
    write_executed(folder / "00-satu.ipynb", output(png=PIXEL, plain=ALT))
    write_executed(folder / "01-dua.ipynb", output(html=WIDE, plain="1.234"))
    return folder


@pytest.fixture(scope="module")
def page(data: Data) -> FrontPage:
    return FrontPage(
        data.laporan,
        hasil=None,
        indikator="",
        temuan="",
        bab="lkj-2019-bab-iii.docx",
        tabel="tabel/lkj-2019.xlsx",
        klaim=("klaim-2019.xlsx", "klaim-2019.csv"),
        usulan="lkj-2019-usulan-perbaikan.docx",
    )


@pytest.fixture(scope="module")
def site(source: Path, page: FrontPage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("situs") / "site"
    assert write_site(source, KAMUS, folder, page) == []
    return folder


def test_write_site_front_page_links_every_page(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    for target in (
        "00-satu.html",
        "01-dua.html",
        "kamus-data.html",
        "glosarium.html",
        "../lkj-2019-bab-iii.docx",
        "../lkj-2019-usulan-perbaikan.docx",
        "../gambar/indeks.html",
        "../tabel/lkj-2019.xlsx",
    ):
        assert f'href="{target}"' in page
    assert "Judul 00-satu" in page
    assert "Apa yang dijawab buku ini?" in page
    assert re.search(r'<html [^>]*lang="id"', page)
    assert "LKj 2019 · Dinas Koperasi, UKM dan Tenaga Kerja Banjarbaru" in page


def test_write_site_further_page_is_listed_with_its_question(
    source: Path, page: FrontPage, tmp_path: Path
) -> None:
    pages = {"eksplorasi": "---\nx: 1\n---\n\n# Eksplorasi\n\nSiapa yang\nmenganggur?\n\nLain.\n"}
    page = replace(page, halaman=pages)
    assert write_site(source, KAMUS, tmp_path / "site", page) == []
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="eksplorasi.html"' in front
    assert "Siapa yang menganggur?" in front
    assert (tmp_path / "site" / "eksplorasi.html").exists()


def test_write_site_says_what_is_absent_and_leaves_no_link_to_it(
    page: FrontPage, tmp_path: Path
) -> None:
    write_executed(tmp_path / "00-satu.ipynb", output(plain="1"), text=LINKED)
    page = replace(page, klaim=(), tanpa=("Tanpa 04-kasus: tema 'kasus' tidak disebut.",))
    assert write_site(tmp_path, KAMUS, tmp_path / "site", page) == []
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Yang tidak ada di sini" in front
    assert "Tanpa 04-kasus" in front
    assert "klaim-2019" not in front
    told = (tmp_path / "site" / "00-satu.html").read_text(encoding="utf-8")
    assert "04-kasus" not in told
    assert "Lihat Kasus di sana" in told


def test_write_site_keeps_only_the_icons_it_shows(site: Path) -> None:
    script = (site / SCRIPT).read_text(encoding="utf-8")
    assert len(script) < 150_000
    assert "bars:[" in script
    assert "vendor/fontawesome" not in (site / STYLE).read_text(encoding="utf-8")


def test_write_site_picture_has_the_alt_text_of_its_chart(site: Path) -> None:
    assert f'alt="{ALT}"' in (site / "00-satu.html").read_text(encoding="utf-8")


def test_write_site_code_is_behind_a_toggle(site: Path) -> None:
    page = (site / "00-satu.html").read_text(encoding="utf-8")
    before, code = page.split('<div class="cell_input', 1)
    assert "Tampilkan kode" in code or "Tampilkan kode" in before
    assert page.count("<details") == 1


def test_write_site_tables_keep_their_markup_and_get_the_style(site: Path) -> None:
    page = (site / "01-dua.html").read_text(encoding="utf-8")
    assert WIDE.removeprefix('<table class="lkj-tabel">') in page
    assert "lkj.css" in page
    assert "td.angka" in (site / "_static" / "lkj.css").read_text(encoding="utf-8")


def test_write_site_loads_nothing_from_the_network(site: Path) -> None:
    assert faults(site) == []
    text = "".join(p.read_text(encoding="utf-8") for p in site.glob("*.html"))
    assert "mathjax" not in text.lower()
    assert "cdn" not in text.lower()


def test_write_site_again_gives_the_same_bytes(
    source: Path, page: FrontPage, site: Path, tmp_path: Path
) -> None:
    write_site(source, KAMUS, tmp_path / "site", page)
    second = files(tmp_path / "site")
    assert second == files(site)
    assert not any(b"/tmp/" in content for content in second.values() if b"\0" not in content)


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def nothing(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    """Change nothing."""


def one_page(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    write_executed(notebooks / "01-dua.ipynb", output(png=PIXEL, plain=ALT), text="Lain, 7 %.")


def a_picture_gone(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    write_executed(notebooks / "00-satu.ipynb", output(html=WIDE, plain="1.234"))


def a_title(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    path = notebooks / "01-dua.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("Judul 01", "Nama 01"))


def a_page_gone(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    (notebooks / "01-dua.ipynb").unlink()


def a_page_more(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    write_executed(notebooks / "02-tiga.ipynb", output(png=PIXEL, plain=ALT), text=LINKED)


def the_theme(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(workshop_module._THEME_OPTIONS, "search_bar_text", "Temukan")


def a_style_sheet(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    assets = shutil.copytree(site_module._ASSETS, notebooks / "aset")
    (assets / "lkj.css").write_text("td { color: red }\n")
    patch.setattr(site_module, "_ASSETS", assets)


def a_template(notebooks: Path, patch: pytest.MonkeyPatch) -> None:
    templates = shutil.copytree(workshop_module._TEMPLATES, notebooks / "pola")
    search = templates / "search.html"
    search.write_text(search.read_text(encoding="utf-8").replace("Pencarian", "Cari"))
    patch.setattr(workshop_module, "_TEMPLATES", templates)


READ = {"00-satu", "01-dua", "index", "kamus-data", "glosarium"}  # with a source of their own
EVERY = READ | {"search"}


def drafted(workshop: Workshop) -> dict[str, int]:
    """When Sphinx wrote each page that it has read a source for."""
    pages = workshop.folder.glob("*/html/*.html")
    return {path.stem: path.stat().st_mtime_ns for path in pages if path.stem != "search"}


@pytest.mark.parametrize(
    ("change", "drafts", "finished"),
    [
        (nothing, set(), set()),
        (one_page, {"01-dua", "index"}, {"01-dua"}),  # the index lists it
        (a_picture_gone, {"00-satu", "index"}, {"00-satu"}),
        (a_title, READ, EVERY),  # every page lists it
        (a_page_gone, READ - {"01-dua"}, EVERY - {"01-dua"}),
        (a_page_more, READ | {"02-tiga"}, EVERY | {"02-tiga"}),
        (the_theme, READ, EVERY),
        (a_style_sheet, READ, EVERY),
        (a_template, READ, {"search"}),
    ],
)
def test_write_site_from_the_one_before_has_the_bytes_of_one_from_nothing(
    source: Path,
    page: FrontPage,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path, pytest.MonkeyPatch], None],
    drafts: set[str],
    finished: set[str],
) -> None:
    notebooks = shutil.copytree(source, tmp_path / "notebooks")
    workshop = Workshop(tmp_path / "bengkel", "pustaka")
    write_site(notebooks, KAMUS, tmp_path / "first", page, None, workshop)
    before = drafted(workshop)
    change(notebooks, monkeypatch)
    write_site(notebooks, KAMUS, tmp_path / "anew", page)
    really, seen = finish._finished, set()

    def watched(name: str, draft: str) -> finish.Page:
        seen.add(name.removesuffix(".html"))
        return really(name, draft)

    monkeypatch.setattr(finish, "_finished", watched)
    _assets._file_checksum_inner.cache_clear()  # as in a process of its own
    write_site(notebooks, KAMUS, tmp_path / "site", page, site, workshop)
    assert files(tmp_path / "first") == files(site)
    assert files(tmp_path / "site") == files(tmp_path / "anew")
    assert seen == finished
    assert {name for name, when in drafted(workshop).items() if when != before.get(name)} == drafts


@pytest.mark.parametrize("spoiled", ["begun", "another library"])
def test_workshop_that_is_not_whole_or_of_another_library_is_not_used(
    source: Path, page: FrontPage, tmp_path: Path, spoiled: str
) -> None:
    workshop = Workshop(tmp_path / "bengkel", "pustaka")
    write_site(source, KAMUS, tmp_path / "first", page, None, workshop)
    before = drafted(workshop)
    if spoiled == "begun":
        [mark] = workshop.folder.glob("*/utuh")
        mark.unlink()
    else:
        workshop = workshop._replace(pembuat="pustaka lain")
    write_site(source, KAMUS, tmp_path / "second", page, None, workshop)
    assert not before.items() & drafted(workshop).items()
    assert files(tmp_path / "second") == files(tmp_path / "first")


def test_workshop_that_sphinx_warned_in_is_not_kept(page: FrontPage, tmp_path: Path) -> None:
    """It would not warn again of a page that it does not read again."""
    write_executed(tmp_path / "a.ipynb", text="[Tidak ada](tidak-ada.md).")
    workshop = Workshop(tmp_path / "bengkel", "pustaka")
    first, second = (
        write_site(tmp_path, KAMUS, tmp_path / name, page, None, workshop) for name in ("a", "b")
    )
    assert first and first == second


def test_write_site_with_a_picture_without_alt_text_stops(page: FrontPage, tmp_path: Path) -> None:
    write_executed(tmp_path / "a.ipynb", output(png=PIXEL, plain=""))
    with pytest.raises(LkjError, match=r"a\.html: gambar .* tanpa teks alternatif"):
        write_site(tmp_path, KAMUS, tmp_path / "site", page)
    assert not (tmp_path / "site").exists()


def test_write_site_shows_every_picture_and_heading_of_a_cell(
    page: FrontPage, tmp_path: Path
) -> None:
    other = f"{ALT[:-1]} di wilayah lain."
    heading = nbformat.v4.new_output(
        "display_data", {"text/markdown": "## Indikator kedua", "text/plain": "x"}
    )
    silent = nbformat.v4.new_output(
        "display_data", {"text/markdown": "", "text/plain": ""}, metadata={"kosong": True}
    )
    shown = (silent, output(png=PIXEL, plain=ALT), heading, output(png=PIXEL, plain=other))
    write_executed(tmp_path / "a.ipynb", *shown, output(html=WIDE, plain="1"))
    assert write_site(tmp_path, KAMUS, tmp_path / "site", page) == []
    told = (tmp_path / "site" / "a.html").read_text(encoding="utf-8")
    places = [
        told.index(words) for words in (f'alt="{ALT}"', "<h2>Indikator kedua", other, "1.234")
    ]
    assert places == sorted(places)
    assert told.count("<details") == 1  # the code is there once
    assert "output text_plain" not in told  # no empty box for what says nothing


def test_write_site_shows_no_box_where_a_cell_says_nothing(page: FrontPage, tmp_path: Path) -> None:
    nothing = nbformat.v4.new_output("display_data", {"text/markdown": "", "text/plain": " "})
    printed = nbformat.v4.new_output("stream", name="stdout", text="terbaca")
    write_executed(tmp_path / "a.ipynb", nothing, printed)
    assert write_site(tmp_path, KAMUS, tmp_path / "site", page) == []
    told = (tmp_path / "site" / "a.html").read_text(encoding="utf-8")
    assert told.count('<div class="output') == 1
    assert "terbaca" in told


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ('<script src="https://example.org/x.js"></script>', "dari jaringan"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "dari jaringan"),
        ('<img src="a.png">', "tanpa teks alternatif"),
        ('<img src="a.png" alt="a.png">', "tanpa teks alternatif"),
        ('<img src="a.png" alt="gambar">', "tanpa teks alternatif"),
    ],
)
def test_faults_of_a_bad_tag_are_found(tmp_path: Path, tag: str, fault: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{tag}</body></html>")
    assert [f for f in faults(tmp_path) if fault in f and f.startswith("a.html: ")]


def test_faults_of_a_link_to_follow_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="https://example.org">BPS</a>')
    (tmp_path / "a.css").write_text("a { background: url(gambar.svg) }")
    assert faults(tmp_path) == []


def test_faults_of_a_style_sheet_that_loads_a_font_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@font-face { src: url('https://example.org/f.woff2') }")
    assert faults(tmp_path) == ["a.css: memuat berkas dari jaringan"]
