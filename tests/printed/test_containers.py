"""Files by what they are: CSV of any delimiter, HTML under any name; others with the remedy."""

import io
import zipfile

import pytest

import lkjlib as lkj


def _archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return file.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_of_any_delimiter_is_read(read_text, mark):
    lines = [["Uraian", "Satuan", "2019", "2020"], ["KPN", "Unit", "7", "8"]]
    lines += [["KSU", "Unit", "40", "41"], ["Sumber: Dinas"]]
    [table] = read_text("\r\n".join(mark.join(line) for line in lines))
    assert table.frame[["uraian", "satuan", "tahun", "nilai"]].values.tolist()[:2] == [
        ["KPN", "Unit", 2019, 7],
        ["KPN", "Unit", 2020, 8],
    ]
    assert table.catatan == ("Sumber: Dinas",)


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_any_encoding_is_read(read_text, code):
    text = "Kelompok Umur,TPT menurut umur,\n,2018,2019\n15–19,26.93,26.12\n20–24,16.79,15.64\n"
    [table] = read_text(text.encode(code))
    assert table.frame["kelompok_umur"].tolist() == ["15–19", "15–19", "20–24", "20–24"]
    assert table.judul == "TPT menurut umur"


def test_markup_in_a_note_of_a_csv_is_left_out(read_text):
    text = "Wilayah,2018\nSatu,5.5\nDua,6.5\n,\nCatatan,<br /><br />Sumber: Sakernas<br />\n"
    [table] = read_text(text)
    assert table.catatan == ("Catatan Sumber: Sakernas",)


def test_decimal_commas_of_a_semicolon_csv_are_read(read_text):
    [table] = read_text("Wilayah;2018;2019\nSatu;5,25;6,5\nDua;1.250,75;7\n")
    assert table.frame["nilai"].tolist() == [5.25, 6.5, 1250.75, 7]


def test_html_saved_as_xls_is_read_with_its_spans(read_text):
    page = (
        "<html><body><table><tr><th rowspan=2>Wilayah</th><th colspan=2>2023</th></tr>"
        "<tr><th>Laki-laki</th><th>Perempuan</th></tr>"
        "<tr><td>Satu</td><td>1.234</td><td>2.345,5</td></tr></table></body></html>"
    )
    [table] = read_text(page, "unduhan.xls")
    assert table.frame["jenis_kelamin"].tolist() == ["Laki-laki", "Perempuan"]
    assert table.frame["nilai"].tolist() == [1234, 2345.5]


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(512), "lama.xls", "buku kerja Excel lama"),
        (b"%PDF-1.4", "laporan.xlsx", "berkas PDF"),
        (b"", "kosong.csv", "berkas kosong"),
        (b"<?xml version='1.0'?><a/>", "a.xls", "berkas XML"),
        (bytes(range(256)), "acak.csv", "tidak dikenal"),
        (_archive("content.xml", "mimetype"), "tabel.ods", "berkas OpenDocument (.ods)"),
        (_archive("content.xml", "mimetype"), "tabel.xlsx", "berkas OpenDocument (.ods)"),
    ],
)
def test_other_files_are_refused_with_file_and_remedy(read_text, content, name, found):
    with pytest.raises(lkj.AnnexError) as refused:
        read_text(content, name)
    [fault] = refused.value.faults
    assert fault.berkas == name
    assert found in fault.ditemukan
    assert fault.saran


def test_ods_is_refused_with_the_way_to_xlsx(read_text):
    with pytest.raises(lkj.AnnexError, match=r"LibreOffice, Simpan Sebagai \.xlsx"):
        read_text(_archive("content.xml", "mimetype"), "tabel.ods")


def test_absent_file_is_named(tmp_path):
    with pytest.raises(lkj.AnnexError, match=r"tidak-ada\.csv"):
        lkj.read_printed(tmp_path / "tidak-ada.csv")


def test_unknown_sheet_is_refused_with_those_there_are(make_workbook):
    path = make_workbook({"Tabel 1": [["Wilayah", 2023], ["Satu", 1]]})
    with pytest.raises(lkj.LkjError, match=r"buku.xlsx: tidak ada lembar 'Tabel 9'.*'Tabel 1'"):
        lkj.read_printed(path, "Tabel 9")
    assert lkj.read_printed(path, "tabel 1")[0].lembar == "Tabel 1"


def test_names_of_workers_in_a_csv_go_no_further(read_text):
    [table] = read_text("Perusahaan,Nama Pekerja,Jumlah\nCV Contoh,Orang Satu,3\nPT X,Orang Dua,4")
    assert "Orang" not in table.frame.to_csv()
    assert table.frame["nilai"].tolist() == [3, 4]


def test_title_and_source_beside_an_html_table_are_kept(read_text):
    page = (
        "<html><head><title>x</title></head><body><p>Menu</p><h3>TPT menurut <b>Wilayah</b></h3>"
        "<table><tr><th>Wilayah</th><th>2022</th></tr><tr><td>Satu</td><td>5,1</td></tr>"
        "<tr><td>Dua</td><td>4,1</td></tr></table><p>Sumber: Survei</p><p>Tabel 2. Usaha</p>"
        "<table><tr><th>Kecamatan<th>Mikro<th>Kecil<tr><td>A<td>1<td>2<tr><td>B<td>3<td>5</table>"
    )
    first, second = read_text(page, "unduhan.xls")
    assert (first.judul, first.catatan) == ("TPT menurut Wilayah", ("Sumber: Survei",))
    assert second.judul == "Tabel 2. Usaha"
    assert second.frame["nilai"].tolist() == [1, 2, 3, 5]
