"""What lines and headings are about, by the words they begin with: titles, notes, measures."""

import re

from lkjlib.printed.text import clean, plain

_MEASURES = (
    r"(jumlah|banyaknya?|persentase|persen|%|rata|nilai|tingkat|angka|luas|produksi|total|"
    r"pengeluaran|pendapatan|upah|realisasi|anggaran|indeks|rasio|laju|data|number|percentage)"
)
_NOTE = re.compile(
    r"\W*(sumber|source|catatan|notes?|keterangan|ket|cat|ctt|footnotes?|penjelasan|diunduh|"
    r"data (?:diolah|diunduh)|terakhir diperbarui)\b"
)
_FOOTNOTE = re.compile(r"(\(?\d{1,2}\)|\*+\)?|[a-e]\)|[¹²³⁴-⁹])\s*\S")
_SIGNED = re.compile(
    r"(mengetahui|menyetujui|kepala\s+\w+|plt\b|plh\b|a\.?n\.|nip\b|pembina\b|penata\b|"
    r"ditetapkan di|ttd\b|tertanda|disusun oleh|\w+,\s+\d{1,2}\s+\w+\s+\d{4}$)"
)
_DERIVED = re.compile(
    r"(perubahan|pertumbuhan|perkembangan|kenaikan|penurunan|naik|selisih|growth|changes?|laju)\b"
)
_RATE = re.compile(
    r"%|\b(persen\w*|rata|tingkat|indeks|rasio|per kapita|kepadatan|laju|tpt|tpak|nilai tukar)\b"
)
_TITLE = re.compile(r"\W*(tabel|table|lampiran|daftar|lanjutan|sambungan)\b")
_CONTINUED = re.compile(r"\W*(lanjutan|sambungan)\b|.*\b(lanjutan|continued)\b")
_SCALED = re.compile(
    r"\b(?:dalam\s+|in\s+)?(ribu(?:an)?|juta(?:an)?|mil[iy]ar(?:an)?|triliun|thousands?|millions?)"
    r"\s+(rupiah|rp|orang|jiwa|unit|ton|rupiahs?)\b"
)
_SCALED_ALONE = re.compile(
    r"\b(?:dalam|in|rp\.?|rupiah|x\s*1|×\s*1)[\s(]*"
    r"(ribu(?:an)?|rb|juta(?:an)?|jt|mil[iy]ar(?:an)?|triliun|0{3}|thousands?|millions?|billions?)\b"
    r"|\((ribuan|jutaan|mil[iy]aran|thousands?|millions?|billions?)\)"
)


def is_measure(text: str) -> bool:
    """Does a heading say what is measured, rather than name a dimension?

    >>> is_measure("Jumlah Koperasi"), is_measure("Status Pekerjaan")
    (True, False)
    """
    return bool(re.match(_MEASURES, plain(text))) or "menurut" in plain(text)


def is_derived(text: str) -> bool:
    """Is a column worked out from the years beside it?

    >>> is_derived("Perubahan (persen poin)")
    True
    """
    return bool(_DERIVED.match(plain(text)))


def is_rate(text: str) -> bool:
    """Does a heading or title speak of what does not add up: shares, means, rates?

    >>> is_rate("TPT (%)"), is_rate("Jumlah Penduduk")
    (True, False)
    """
    return bool(_RATE.search(plain(text)))


def is_note(text: str) -> bool:
    """Does a line begin like a source or a note?

    >>> is_note("Sumber: Sakernas"), is_note("Sumbersari")
    (True, False)
    """
    return bool(_NOTE.match(plain(clean(text))))


def is_footnote(text: str) -> bool:
    """Does a line begin with the mark of a footnote?

    >>> is_footnote("*) Angka sementara"), is_footnote("1) Termasuk UMKM")
    (True, True)
    """
    return bool(_FOOTNOTE.match(text.strip()))


def is_signature(text: str) -> bool:
    """Does a line open what an official signs? Names of persons stand below it.

    >>> is_signature("Mengetahui,"), is_signature("NIP. 19…")
    (True, True)
    """
    return bool(_SIGNED.match(plain(text)))


def is_title(text: str) -> bool:
    """Does a line begin as titles of tables do?"""
    return bool(_TITLE.match(plain(text)))


def is_continued(text: str) -> bool:
    """Does a title say that the table above goes on?"""
    return bool(_CONTINUED.match(plain(text)))


def scale_of(text: str) -> str:
    """The multiple in which a title says that its numbers are; nothing where it says none.

    >>> scale_of("Realisasi Belanja (dalam ribuan rupiah)"), scale_of("Jumlah UMKM (unit)")
    ('ribuan rupiah', '')
    >>> scale_of("Omzet (Rp juta)"), scale_of("Pinjaman (dalam jutaan)"), scale_of("Rp 5 juta")
    ('juta', 'jutaan', '')
    """
    match = _SCALED.search(plain(text)) or _SCALED_ALONE.search(plain(text))
    return " ".join(filter(None, match.groups())) if match else ""


def is_row_number(text: str) -> bool:
    """Does a heading stand over row numbers?"""
    return plain(text).rstrip(".") in ("no", "nomor", "no urut", "nomor urut", "num", "number", "#")


def is_code(text: str) -> bool:
    """Does a heading stand over codes?"""
    return bool(re.match(r"(kode|id|nik|npsn|code)(?![^\W_])", plain(text)))
