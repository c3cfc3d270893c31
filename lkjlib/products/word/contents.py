"""The chapter from its first block to its last, in the order of the report."""

from __future__ import annotations

from lkjlib.data import Data
from lkjlib.products.word.blocks import Blok, Judul, Paragraf, exhibit
from lkjlib.products.word.opening import front, measurement, overview
from lkjlib.products.word.realisasi import spending
from lkjlib.products.word.sasaran import sections

__all__ = ["body", "front"]


def body(data: Data) -> list[Blok]:
    """Bab III: A (measurement, overview, every sasaran), B (spending), notes for the editor."""
    return [
        Judul(1, "BAB III AKUNTABILITAS KINERJA"),
        Judul(2, "A. Capaian Kinerja Organisasi"),
        *measurement(data),
        *overview(data),
        *sections(data),
        *spending(data),
        *_notes(data),
    ]


def _notes(data: Data) -> list[Blok]:
    """How to read, renew and restyle the text, and what it was made from."""
    return [
        Judul(2, "Catatan untuk penyunting"),
        Paragraf(
            "Tercetak: angka laporan. Dari tercetak: capaian dari realisasi yang sudah "
            "dibulatkan, seperti cara laporan. Dihitung: dari cacah atau rupiah lampiran tanpa "
            "pembulatan di tengah jalan. Selisih dua persentase disebut poin persen."
        ),
        Paragraf(
            "Nomor halaman pada daftar isi, daftar tabel, dan daftar gambar diisi oleh Word saat "
            "berkas dibuka (setujui pembaruannya) atau dengan Ctrl+A lalu F9; di LibreOffice: "
            "klik kanan pada daftar, lalu perbarui. Nomor tabel dan gambar ikut berubah bila ada "
            "yang disisipkan."
        ),
        Paragraf(
            "Rupa naskah diatur oleh gaya: Heading 1–5, Body Text, Caption, Table, Kepala Tabel, "
            "Isi Tabel, Isi Tabel Kecil, Sumber Tabel. Usulan memakai gaya Usulan Kalimat, "
            "sehingga dapat dicari dan diubah sekaligus."
        ),
        exhibit(data, "laporan.sumber"),
    ]
