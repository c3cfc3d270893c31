"""What a file that is no workbook really is, each with its own name and remedy."""

import pytest

from lkjlib.excel.sniff import what_archive, what_it_is

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("content", "found", "advice"),
    [
        (b"", "berkas kosong", "Minta kirim ulang"),
        (b" \r\n\t\n", "berkas kosong", "Minta kirim ulang"),
        (bytes(4096), "berkas kosong", "Minta kirim ulang"),
        (b"NO;KELOMPOK;AKTIF\r\n1;KUD;54\r\n", "berkas teks atau CSV", "Simpan Sebagai"),
        (b"\xef\xbb\xbfNO,KELOMPOK\n1,KUD\n", "berkas teks atau CSV", "Simpan Sebagai"),
        ("NO\tKELOMPOK\n1\tKUD".encode("utf-16"), "berkas teks atau CSV", "Simpan Sebagai"),
        (b"PKL;KUD;54\n", "berkas teks atau CSV", "Simpan Sebagai"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "halaman HTML", "Simpan Sebagai"),
        (b"\r\n<!DOCTYPE html>\n<html>", "halaman HTML", "Simpan Sebagai"),
        (b"\xef\xbb\xbf <META charset=utf-8><table border=1>", "halaman HTML", "Simpan Sebagai"),
        (b"<table><tr><td>NO</td></tr></table>", "halaman HTML", "Simpan Sebagai"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "halaman HTML", "Simpan Sebagai"),
        ("<html><table></table></html>".encode("utf-16"), "halaman HTML", "Simpan Sebagai"),
        (b'<?xml version="1.0"?><Workbook/>', "berkas XML", "simpan lagi"),
        (b"%PDF-1.7 ...", "berkas PDF", "buku kerja Excel aslinya"),
        (b"{\\rtf1\\ansi NO}", "dokumen RTF", "Salin tabelnya"),
        (_stream("EncryptedPackage"), "berkas terkunci kata sandi", "hapus kata sandinya"),
        (
            _stream("DRMEncryptedDataSpace") + _stream("EncryptedPackage"),
            "berkas dengan pembatasan akses (IRM), bukan kata sandi",
            "Minta pemiliknya",
        ),
        (_stream("WordDocument"), "dokumen Word lama (.doc)", "Salin tabelnya"),
        (_stream("Workbook"), "buku kerja Excel lama (.xls)", "Simpan Sebagai"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "berkas yang tidak dikenal", "simpan lagi"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_it_is_names_the_file_and_its_remedy(content, found, advice):
    name, remedy = what_it_is(content)
    assert name == found
    assert advice in remedy
    assert remedy.endswith(".")


def test_what_it_is_of_an_archive_is_left_to_its_contents():
    assert what_it_is(b"PK\x03\x04" + bytes(30)) is None
    assert what_it_is(b"PK\x05\x06" + bytes(18)) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("word/document.xml", "dokumen Word"),
        ("ppt/presentation.xml", "presentasi PowerPoint"),
        ("xl/workbook.bin", "buku kerja biner (.xlsb)"),
        ("content.xml", "berkas OpenDocument (.ods)"),
        ("Index/Document.iwa", "berkas Numbers"),
        ("foto.jpg", "arsip zip tanpa buku kerja"),
    ],
)
def test_what_archive_names_it_by_what_it_holds(name, found):
    assert what_archive(["[Content_Types].xml", name])[0] == found
    assert what_archive(["[Content_Types].xml", name])[1].endswith(".")
