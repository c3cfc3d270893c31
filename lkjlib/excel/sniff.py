"""Finds out what a file that is no workbook really is, and what its sender should do."""

from collections.abc import Iterable

SAVE_AGAIN = "Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu ulangi."
_SAVE_AS = "Buka di Excel, Simpan Sebagai Buku Kerja Excel (.xlsx)."
_COPY = "Salin tabelnya ke Excel, simpan sebagai .xlsx."
_ARCHIVES = {
    "word/document.xml": ("dokumen Word", _COPY),
    "xl/workbook.bin": ("buku kerja biner (.xlsb)", _SAVE_AS),
    "ppt/presentation.xml": ("presentasi PowerPoint", _COPY),
    "content.xml": ("berkas OpenDocument (.ods)", "Buka di LibreOffice, Simpan Sebagai .xlsx."),
    "Index/Document.iwa": ("berkas Numbers", "Buka di Numbers, ekspor ke Excel (.xlsx)."),
}
_OLE = (
    (
        "DRMEncrypted",
        "berkas dengan pembatasan akses (IRM), bukan kata sandi",
        "Minta pemiliknya menyimpan salinan tanpa pembatasan akses (Berkas, Info, Lindungi Buku "
        "Kerja, Batasi Akses).",
    ),
    (
        "EncryptedPackage",
        "berkas terkunci kata sandi",
        "Buka di Excel, hapus kata sandinya, simpan lagi.",
    ),
    ("WordDocument", "dokumen Word lama (.doc)", _COPY),
    ("", "buku kerja Excel lama (.xls)", _SAVE_AS),
)
_TEXTS = (
    (b"<?xml", "berkas XML", SAVE_AGAIN),
    (b"<", "halaman HTML", _SAVE_AS),
    (b"%pdf", "berkas PDF", "Minta buku kerja Excel aslinya."),
    (b"{\\rtf", "dokumen RTF", _COPY),
)
_SHOWN = 2048


def what_it_is(content: bytes) -> tuple[str, str] | None:
    """What a file is, if it is no archive, and the remedy.

    Examples
    --------
    >>> what_it_is(b"NO;NAMA;AKTIF")[0], what_it_is(b"PK\\x03\\x04...")
    ('berkas teks atau CSV', None)
    """
    if not content.strip(b"\x00 \r\n\t"):
        return "berkas kosong", "Minta kirim ulang berkasnya."
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return next(
            (found, advice)
            for name, found, advice in _OLE
            if name.encode("utf-16-le") in content  # streams are named in UTF-16
        )
    head = _as_ascii(content[:_SHOWN])
    if b"<html" in head:
        return "halaman HTML", _SAVE_AS
    for start, found, advice in _TEXTS:
        if head.startswith(start):
            return found, advice
    if b"\x00" not in head:
        return "berkas teks atau CSV", _SAVE_AS
    return "berkas yang tidak dikenal", SAVE_AGAIN


def _as_ascii(head: bytes) -> bytes:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()


def what_archive(names: Iterable[str]) -> tuple[str, str]:
    """What an archive without a workbook is, and the remedy.

    Examples
    --------
    >>> what_archive(["[Content_Types].xml", "word/document.xml"])
    ('dokumen Word', 'Salin tabelnya ke Excel, simpan sebagai .xlsx.')
    """
    known = set(names)
    for name, found in _ARCHIVES.items():
        if name in known:
            return found
    return "arsip zip tanpa buku kerja", SAVE_AGAIN
