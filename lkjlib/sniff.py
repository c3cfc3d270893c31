"""Finds out what a file that is no workbook really is, and what its sender should do."""

from __future__ import annotations

from collections.abc import Iterable

SAVE_AGAIN = "Buka di Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu ulangi."
_ARCHIVES = {
    "word/document.xml": ("dokumen Word", "Salin tabelnya ke Excel, simpan sebagai .xlsx."),
    "xl/workbook.bin": ("buku kerja biner (.xlsb)", "Buka di Excel, Simpan Sebagai .xlsx."),
    "ppt/presentation.xml": ("presentasi PowerPoint", "Salin tabelnya ke Excel."),
    "content.xml": ("berkas OpenDocument (.ods)", "Buka di LibreOffice, Simpan Sebagai .xlsx."),
}


def what_it_is(content: bytes) -> tuple[str, str] | None:
    """What a file is, if it is no archive, and the remedy."""
    if not content.strip(b"\x00 \r\n\t"):
        return "berkas kosong", "Minta kirim ulang berkasnya."
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return "berkas terkunci kata sandi", "Buka di Excel, hapus kata sandinya, simpan lagi."
        return "buku kerja Excel lama (.xls)", "Buka di Excel, Simpan Sebagai .xlsx."
    if content.startswith(b"PK"):
        return None
    head = content[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table")) or b"<html" in head:
        return "halaman HTML", "Buka di Excel, Simpan Sebagai Buku Kerja Excel (.xlsx)."
    if head.startswith(b"%pdf"):
        return "berkas PDF", "Minta buku kerja Excel aslinya."
    if head.startswith(b"{\\rtf"):
        return "dokumen RTF", "Salin tabelnya ke Excel, simpan sebagai .xlsx."
    if head.startswith(b"<?xml"):
        return "berkas XML", SAVE_AGAIN
    if b"\x00" not in content[:2048]:
        return "berkas teks atau CSV", "Buka di Excel, Simpan Sebagai .xlsx."
    return "berkas yang tidak dikenal", SAVE_AGAIN


def what_archive(names: Iterable[str]) -> tuple[str, str]:
    """What an archive without a workbook is, and the remedy."""
    known = set(names)
    for name, found in _ARCHIVES.items():
        if name in known:
            return found
    return "arsip zip tanpa buku kerja", SAVE_AGAIN
