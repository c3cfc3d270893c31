"""The dictionary names every column; fingerprints show changed data and nothing of the machine."""

from small import write_report

from lkjlib import __version__
from lkjlib.excel.workbook import open_workbook
from lkjlib.loading import load
from lkjlib.products.sources import dictionary_markdown, dictionary_page, kamus, sidik_jari
from lkjlib.report_file import read_report
from lkjlib.themes import books_of


def test_kamus_lists_every_column_with_a_meaning(data):
    frame = kamus(data)
    assert (frame["keterangan"] != "").all()
    for name in data.frames:
        rows = frame[frame["bingkai"] == name]
        assert rows["kolom"].tolist() == list(data.frames[name].columns)
        assert rows["tipe"].tolist() == [str(t) for t in data.frames[name].dtypes]


def test_dictionary_markdown_names_sheets_and_frames(data):
    text = dictionary_markdown(data.laporan)
    assert "| `koperasi.xlsx` | Keragaan |" in text
    assert "**`data.tenaga_kerja`**: satu baris = " in text


def test_sidik_jari_lists_every_workbook_with_sheets_and_digest(data, frozen):
    frame = sidik_jari(data)
    assert list(frame.columns) == ["berkas", "lembar", "sha256"]
    assert frame["berkas"].tolist() == [*books_of(data.laporan), "klaim.xlsx", "lkjlib"]
    assert frame["lembar"].iloc[-2] == "Klaim, Temuan, Angka"
    assert "Keragaan, Pemeringkatan" in frame["lembar"].tolist()
    for berkas, digits in frame[["berkas", "sha256"]].iloc[:-1].itertuples(index=False):
        assert digits == open_workbook(frozen / berkas).fingerprint()[:12]


def test_sidik_jari_ends_with_the_version_of_the_library(data):
    assert sidik_jari(data).iloc[-1].tolist() == ["lkjlib", f"versi {__version__}", ""]


def test_sidik_jari_of_a_changed_workbook_differs_in_its_row_only(annexes, data):
    annexes.edit("kasus.xlsx", "Kasus", C6="Landasan Ulin")
    before, after = sidik_jari(data), sidik_jari(load(path=annexes.folder))
    assert before["berkas"][before["sha256"] != after["sha256"]].tolist() == ["kasus.xlsx"]


def test_sidik_jari_of_a_year_without_a_ledger_lists_the_annexes(annexes, data):
    (annexes.folder / "klaim.xlsx").unlink()
    found = sidik_jari(load(path=annexes.folder))["berkas"].tolist()
    assert found == [*books_of(data.laporan), "lkjlib"]


def test_sidik_jari_names_no_folder(data):
    assert not sidik_jari(data).astype(str).apply(lambda c: c.str.contains("/")).any(axis=None)


def test_dictionary_page_is_that_of_the_report_and_of_no_other(tmp_path):
    folder = write_report(tmp_path)
    report = read_report(folder)
    page = dictionary_page(report)
    assert f"`data/{folder.name}/` memuat lampiran LAKIP 2031 Dinas Contoh Kota Contoh" in page
    assert "2031 / Realisasi" in page and "koperasi.xlsx" not in page and "klaim.xlsx" not in page
    (folder / "README.md").write_text("## Catatan\n\n- **Satu** hal.")
    assert "## Catatan\n\n- **Satu** hal.\n\n## Kamus" in dictionary_page(report)
