"""Figures that people take away: three formats of one drawing, and the index of their words."""

import csv
import io
import re
from dataclasses import replace

import pytest
from matplotlib import pyplot as plt
from PIL import Image
from places import LAPORAN

from lkjlib.loading import load
from lkjlib.products import catalogue
from lkjlib.products import figures as figures_module
from lkjlib.products.figures import FORMATS, FRAMES, write_figures

CHARTS = catalogue.charts(load(path=LAPORAN / "data" / "2019"))
DUA = ("tren-tpt", "tren-kasus")


@pytest.fixture(scope="module")
def figures(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("build") / "gambar"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "charts", lambda data: {name: CHARTS[name] for name in DUA})
        write_figures(data, folder)
    return folder


def test_write_figures_gives_three_formats_of_each_chart_and_two_indexes(figures):
    names = {f"{name}.{kind}" for name in DUA for kind in ("png", "svg", "pdf")}
    assert {f.name for f in figures.iterdir()} == names | {"indeks.csv", "indeks.html", FRAMES}


def test_png_is_print_quality_without_a_program_name(figures):
    with Image.open(figures / "tren-tpt.png") as image:
        assert image.width == 1890  # 6,3 inches at 300 dpi
        assert [round(dpi) for dpi in image.info["dpi"]] == [300, 300]
        assert "Software" not in image.info


def test_svg_holds_no_date_and_no_program_name(figures):
    text = (figures / "tren-tpt.svg").read_text(encoding="utf-8")
    assert "dc:date" not in text
    assert "Matplotlib" not in text


def test_pdf_is_as_wide_as_the_text_with_a_title_and_no_date(figures):
    content = (figures / "tren-tpt.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[ ?0 0 453\.6 ", content)  # 6,3 inches in points
    assert b"/Title" in content
    assert b"/CreationDate" not in content
    assert b"Matplotlib" not in content


def test_index_as_csv_opens_in_excel_and_gives_every_word(figures):
    content = (figures / "indeks.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["berkas"] for row in rows] == list(DUA)
    columns = ["berkas", "buku", "judul", "keterangan", "sumber", "teks_alternatif", "format"]
    assert list(rows[0]) == columns
    assert all(all(row.values()) for row in rows)
    assert (rows[0]["buku"], rows[0]["format"]) == ("03-tpt", "png, svg, pdf")


def test_index_as_html_names_every_picture_with_alt_text_and_links_its_files(figures):
    html = (figures / "indeks.html").read_text(encoding="utf-8")
    assert '<html lang="id">' in html
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', html)
    assert [source for source, _ in pictures] == [f"{name}.png" for name in DUA]
    links = re.findall(r'<a href="([^"]+)"', html)
    assert links == [f"{name}.{kind}" for name in DUA for kind in FORMATS]
    assert all((figures / link).is_file() for link in links)
    assert "http" not in html
    assert ".. Berkas" not in html


def test_write_figures_twice_gives_the_same_bytes_and_leaves_nothing_behind(
    data, figures, tmp_path, monkeypatch
):
    monkeypatch.setattr(catalogue, "charts", lambda data: {"tren-tpt": CHARTS["tren-tpt"]})
    with plt.rc_context({"font.size": 23}):
        before = plt.get_fignums(), dict(plt.rcParams)
        write_figures(data, tmp_path / "gambar")
        assert (plt.get_fignums(), dict(plt.rcParams)) == before
    for kind in FORMATS:
        again = (tmp_path / "gambar" / f"tren-tpt.{kind}").read_bytes()
        assert again == (figures / f"tren-tpt.{kind}").read_bytes()


def with_a_changed_cell(data, bingkai):
    """The data as if a cell of a sheet held another number, or text where it has no number."""
    frame, rows = data.frames[bingkai].copy(), list(data.entries[bingkai])
    numbers = [k for k in frame.select_dtypes("number") if data.satuan[bingkai][k] != "tahun"]
    columns = (k for k in (*numbers, *frame) if k not in ("kode", "sasaran"))  # others rest on them
    kolom = next(k for k in columns if frame[k].notna().any())
    at = frame[kolom].last_valid_index()
    new = frame.at[at, kolom] + (" x" if isinstance(frame.at[at, kolom], str) else 1)
    frame.loc[at, kolom] = new
    rows[at] = {**rows[at], kolom: rows[at][kolom]._replace(nilai=new)}
    changed = {
        "frames": {**data.frames, bingkai: frame},
        "entries": {**data.entries, bingkai: rows},
    }
    return replace(data, **changed)


@pytest.mark.lambat
def test_write_figures_from_earlier_ones_gives_the_bytes_of_those_from_nothing(
    data, tmp_path, monkeypatch
):
    some = {name: CHARTS[name] for name in list(CHARTS)[::3]}
    monkeypatch.setattr(catalogue, "charts", lambda data: some)
    monkeypatch.setattr(figures_module, "charts", lambda data: some)
    really, drawn = figures_module._save, []
    monkeypatch.setattr(
        figures_module, "_save", lambda ax, path: drawn.append(path.stem) or really(ax, path)
    )
    earlier = tmp_path / "semula"
    write_figures(data, earlier)
    assert drawn == list(some)
    drawn.clear()
    names = list(data.frames)
    for start in range(0, len(names), 3):  # three sheets after three, each from the ones before
        for bingkai in names[start : start + 3]:
            data = with_a_changed_cell(data, bingkai)
        write_figures(data, tmp_path / str(start), earlier)
        earlier = tmp_path / str(start)
    assert len(set(drawn)) > 0.8 * len(some)  # a change of some cell redraws nearly each
    assert len(drawn) < len(some) * len(names) / 3 / 2
    write_figures(data, tmp_path / "anew")
    anew, last = (
        {p.name: p.read_bytes() for p in f.iterdir()} for f in (tmp_path / "anew", earlier)
    )
    assert last == anew


def test_write_figures_of_another_report_names_it(data, figures, tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "charts", lambda data: {name: CHARTS[name] for name in DUA})
    other = replace(data, laporan=replace(data.laporan, wilayah_pendek="Lain"))
    write_figures(other, tmp_path / "gambar", figures)
    assert "Lain" in (tmp_path / "gambar" / "indeks.csv").read_text(encoding="utf-8")
    for name in DUA:
        picture = (tmp_path / "gambar" / f"{name}.svg").read_bytes()
        assert picture != (figures / f"{name}.svg").read_bytes()


def test_write_figures_into_a_folder_that_exists_is_refused(data, figures):
    with pytest.raises(FileExistsError):
        write_figures(data, figures)
