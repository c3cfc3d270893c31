"""What people take away: figures with their index, the workbook of computed tables."""

import csv
import io
import re
import zipfile

import pandas as pd
import pytest
from matplotlib import pyplot as plt
from openpyxl import load_workbook
from PIL import Image

from lkjlib import export
from lkjlib.charts import catalogue
from lkjlib.export import write_figures, write_workbook
from lkjlib.sheets import SHEETS, SheetSpec

DUA = ("tren-tpt", "tren-kasus")


@pytest.fixture(scope="module")
def book_path(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("tabel") / "lkj-2019.xlsx"
    write_workbook(data, path)
    return path


@pytest.fixture(scope="module")
def book(book_path):
    return load_workbook(book_path)


def test_write_workbook_gives_a_list_and_every_sheet(book):
    assert book.sheetnames == ["Daftar", *(spec.nama for spec in SHEETS)]


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_says_what_it_is_and_holds_its_frame(data, book, spec):
    sheet, frame = book[spec.nama], spec.bingkai(data)
    assert len(spec.nama) <= 31
    assert not re.search(r"[\[\]:*?/\\]", spec.nama)
    assert sheet["A1"].value == spec.judul
    assert sheet["A2"].value == f"Satuan: {spec.satuan}. Sumber: {spec.sumber}."
    assert sheet.max_column == len(frame.columns)
    values = [sheet.cell(row, 1).value for row in range(5, 5 + len(frame))]
    assert values == [v if pd.notna(v) else None for v in frame.iloc[:, 0].tolist()]


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_holds_numbers_as_numbers_and_no_formula(data, book, spec):
    frame = spec.bingkai(data)
    for column, name in enumerate(frame.columns, 1):
        for row, value in enumerate(frame[name].tolist(), 5):
            cell = book[spec.nama].cell(row, column)
            assert cell.data_type != "f"
            if isinstance(value, float) and not pd.isna(value):
                assert cell.value == pytest.approx(value, rel=1e-15)
            if value is None or value is pd.NA or value != value:
                assert cell.value is None


@pytest.mark.parametrize("spec", SHEETS, ids=lambda spec: spec.nama)
def test_sheet_prints_on_a4_across_one_page_with_its_header(book, spec):
    sheet = book[spec.nama]
    assert sheet.page_setup.paperSize == 9
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "B5"


def test_list_links_to_every_sheet(book):
    links = {
        cell.value: cell.hyperlink.location
        for (cell,) in book["Daftar"].iter_rows(max_col=1)
        if cell.hyperlink
    }
    assert links == {spec.nama: f"'{spec.nama}'!A1" for spec in SHEETS}


def test_write_workbook_twice_gives_the_same_bytes(data, book_path, tmp_path):
    write_workbook(data, tmp_path / "lagi.xlsx")
    assert (tmp_path / "lagi.xlsx").read_bytes() == book_path.read_bytes()


def test_write_workbook_names_no_author_and_no_place(book_path, root):
    with zipfile.ZipFile(book_path) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist()).decode(
            "utf-8", "replace"
        )
    assert "2020-01-01T00:00:00Z" in text
    assert str(root) not in text


def test_write_workbook_of_text_that_looks_like_a_formula_stays_text(data, tmp_path, monkeypatch):
    frame = pd.DataFrame(
        {
            "nama": ["=1+1", "+62", "@kota", "http://x", "00123"],
            "tahun": [2018, 2019, 2020, 2021, 2022],
            "nilai": [1.5, float("nan"), 3.0, None, 5.25],
            "ya": [True, False, True, False, True],
        }
    )
    spec = SheetSpec("Coba", "Judul", "unit", "uji", lambda _: frame, "sekadar uji.")
    monkeypatch.setattr(export, "SHEETS", (spec,))
    write_workbook(data, tmp_path / "coba.xlsx")
    sheet = load_workbook(tmp_path / "coba.xlsx")["Coba"]
    rows = [[cell.value for cell in row] for row in sheet["A5:D9"]]
    assert rows == [
        ["=1+1", 2018, 1.5, "ya"],
        ["+62", 2019, None, "tidak"],
        ["@kota", 2020, 3, "ya"],
        ["http://x", 2021, None, "tidak"],
        ["00123", 2022, 5.25, "ya"],
    ]
    assert sheet["A5"].data_type == "s"
    assert sheet["B5"].number_format == "0"
    assert sheet["A11"].value == "Catatan: sekadar uji."


@pytest.fixture(scope="module")
def figures(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("build") / "gambar"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "CHARTS", {name: catalogue.CHARTS[name] for name in DUA})
        write_figures(data, folder)
    return folder


def test_write_figures_gives_png_and_svg_of_each_chart_and_two_indexes(figures):
    names = {f"{name}.{kind}" for name in DUA for kind in ("png", "svg")}
    assert {f.name for f in figures.iterdir()} == names | {"indeks.csv", "indeks.html"}


def test_png_is_print_quality_without_a_program_name(figures):
    with Image.open(figures / "tren-tpt.png") as image:
        assert image.width == 1890  # 6,3 inches at 300 dpi
        assert [round(dpi) for dpi in image.info["dpi"]] == [300, 300]
        assert "Software" not in image.info


def test_svg_holds_no_date_and_no_program_name(figures):
    text = (figures / "tren-tpt.svg").read_text(encoding="utf-8")
    assert "dc:date" not in text
    assert "Matplotlib" not in text


def test_index_as_csv_opens_in_excel_and_gives_every_word(figures):
    content = (figures / "indeks.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["berkas"] for row in rows] == list(DUA)
    assert list(rows[0]) == ["berkas", "buku", "judul", "keterangan", "sumber", "teks_alternatif"]
    assert all(all(row.values()) for row in rows)
    assert rows[0]["buku"] == "03-tpt"


def test_index_as_html_names_every_picture_with_alt_text(figures):
    html = (figures / "indeks.html").read_text(encoding="utf-8")
    assert '<html lang="id">' in html
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', html)
    assert [source for source, _ in pictures] == [f"{name}.png" for name in DUA]
    assert "http" not in html
    assert ".. Berkas" not in html


def test_write_figures_twice_gives_the_same_bytes_and_leaves_nothing_behind(
    data, figures, tmp_path, monkeypatch
):
    monkeypatch.setattr(catalogue, "CHARTS", {"tren-tpt": catalogue.CHARTS["tren-tpt"]})
    with plt.rc_context({"font.size": 23}):
        before = plt.get_fignums(), dict(plt.rcParams)
        write_figures(data, tmp_path / "gambar")
        assert (plt.get_fignums(), dict(plt.rcParams)) == before
    for kind in ("png", "svg"):
        again = (tmp_path / "gambar" / f"tren-tpt.{kind}").read_bytes()
        assert again == (figures / f"tren-tpt.{kind}").read_bytes()


def test_write_figures_into_a_folder_that_exists_is_refused(data, figures):
    with pytest.raises(FileExistsError):
        write_figures(data, figures)
