"""The chapter from its first block to its last, in the order of the report."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lkjlib.data import Data
from lkjlib.products.absent import sentences
from lkjlib.products.word.blocks import Blok, GambarWord, Judul, Paragraf, exhibit
from lkjlib.products.word.opening import front, measurement, overview
from lkjlib.products.word.passages import Passages, pruned
from lkjlib.products.word.realisasi import spending
from lkjlib.products.word.sasaran import sections

__all__ = ["body", "front"]


def body(
    data: Data,
    pictures: Collection[str] | None = None,
    left_out: dict[str, str] | None = None,
) -> list[Blok]:
    """Bab III: A (measurement, overview, every sasaran), B (spending), notes for the editor.

    Parameters
    ----------
    data : the report's data.
    pictures : names of the pictures that were drawn; all by default.
    left_out : where it notes passages that the annexes do not give, and why.
    """
    left_out = {} if left_out is None else left_out
    part = Passages(data, left_out)
    blocks = [
        Judul(1, "BAB III AKUNTABILITAS KINERJA"),
        Judul(2, "A. Capaian Kinerja Organisasi"),
        *measurement(part),
        *overview(part),
        *sections(part),
        *(spending(part) if "anggaran" in data.laporan.tema else ()),
    ]
    shown = [
        block
        for block in blocks
        if pictures is None or not isinstance(block, GambarWord) or block.nama in pictures
    ]
    return [*pruned(shown), *_notes(data, left_out)]


def _notes(data: Data, left_out: Mapping[str, str]) -> list[Blok]:
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
            "Isi Tabel, Isi Tabel Kecil, Sumber Tabel."
        ),
        *(Paragraf(sentence) for sentence in sentences(data.laporan, left_out)),
        exhibit(data, "laporan.sumber"),
    ]
