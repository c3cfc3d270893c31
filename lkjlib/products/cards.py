"""What the ledger holds, to be read: statements as cards, and as quotations."""

from dataclasses import dataclass
from functools import lru_cache, partial

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.findings import alike, anggota_temuan, temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address, in_sections, section_of, sections_in
from lkjlib.ledger.views import selisih_laporan, tidak_teruji
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.products.absent import NO_LEDGER, has_ledger
from lkjlib.products.templates import render
from lkjlib.themes.finding import Kalimat

PALING_BANYAK = 2
"""Quotations that are shown at a time."""

TANPA_USULAN = "Belum ada usulan."
_GAGAL = ("Tercetak", "Menurut data", "Usulan")
_TERBUKA = ("Tercetak", "Mengapa tidak dapat diuji", "Data penentu")


@dataclass(frozen=True)
class KartuKlaim:
    """What is printed and where, what the data say of it, the sentence to print instead.

    Of a statement that cannot be tested `alasan` says why, `saran` which data would decide it; it
    bears no verdict.
    """

    alamat: tuple[str, ...]
    pernyataan: str
    dihitung: str
    vonis: str
    alasan: str
    saran: str

    def sebagai_teks(self, label: tuple[str, str, str]) -> str:
        """The card as lines of text, its parts named by `label`."""
        found = ". ".join(filter(None, (self.dihitung, self.alasan)))
        middle = ", ".join(filter(None, (label[1], self.vonis)))
        parts = zip((label[0], middle, label[2]), (self.pernyataan, found, self.saran), strict=True)
        return "\n".join(
            ["; ".join(self.alamat), *(f"  {name.lower()}: {text}" for name, text in parts)]
        )


@dataclass(frozen=True)
class KartuTemuan:
    """Cards of statements under one heading: a finding, or a section of the report.

    `kunci` is what a link may point to; `berat` whether it changes a verdict; `lipat` whether the
    cards are folded; `label` names the parts of each.
    """

    judul: str
    kepala: str
    klaim: tuple[KartuKlaim, ...]
    kunci: str = ""
    berat: bool = False
    lipat: bool = True
    label: tuple[str, str, str] = _GAGAL

    def __str__(self) -> str:
        cards = (one.sebagai_teks(self.label) for one in self.klaim)
        return "\n".join([self.judul, self.kepala, *cards])


@dataclass(frozen=True)
class Kartu:
    """Cards ready to be shown."""

    isi: tuple[KartuTemuan, ...]

    def _repr_html_(self) -> str:
        return render("cards.html.j2", cards=self.isi)

    def __repr__(self) -> str:
        return "\n\n".join(map(str, self.isi))


def kartu_temuan(data: Data, konsekuensi: str | None = None) -> Kartu:
    """Cards of the findings, all or those of one consequence, in order.

    Only cards of what changes a verdict lie open.

    Parameters
    ----------
    data : the report's data.
    konsekuensi : vonis, angka, antartabel, inferensi or bentuk.

    Raises
    ------
    LkjError
        When there is no such consequence (those there are are listed), or no ledger.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(kartu_temuan(load(2019), "vonis").isi)
    6
    """
    if konsekuensi is not None and konsekuensi not in KONSEKUENSI:
        raise LkjError(explain_unknown("konsekuensi", konsekuensi, KONSEKUENSI))
    _require_ledger(data)
    frame = temuan_klaim(data)
    if konsekuensi is not None:
        frame = frame[frame["konsekuensi"] == konsekuensi]
    return Kartu(tuple(_of_finding(data, row) for row in frame.itertuples()))


def kartu_klaim(data: Data, *awalan: str) -> Kartu:
    """Cards of every statement that does not hold, section by section, folded.

    Parameters
    ----------
    data : the report's data.
    awalan : beginnings of the places' names, in whole words; without any, the whole report.

    Raises
    ------
    LkjError
        When the report has no ledger.

    Examples
    --------
    >>> from lkjlib import load
    >>> print(kartu_klaim(load(2019), "Bab III A.1"))  # doctest: +ELLIPSIS
    Bab III A.1–2
    3 pernyataan: 3 tidak cocok.
    Bab III A.1: “LAKIP tahun 2019”
      tercetak: dokumen disebut LAKIP
    ...
    """
    _require_ledger(data)
    sections = selisih_laporan(data, *awalan).groupby("seksi", sort=False)
    return Kartu(
        tuple(
            KartuTemuan(name, f"{counted(rows['vonis'])}.", _cards(alike(rows)))
            for name, rows in sections
        )
    )


def kartu_tidak_teruji(data: Data) -> Kartu:
    """Cards of the statements that no annex can decide, with the data that would, folded.

    Raises
    ------
    LkjError
        When the report has no ledger.

    Examples
    --------
    >>> from lkjlib import load
    >>> kartu_tidak_teruji(load(2019)).isi[0].kepala
    '14 pernyataan.'
    """
    _require_ledger(data)
    known, frame = sections_in(data.laporan), tidak_teruji(data)
    sections = frame.groupby(frame["bagian"].map(partial(section_of, sections=known)), sort=False)
    return Kartu(
        tuple(
            KartuTemuan(
                f"{name}: {TIDAK_DAPAT_DIUJI}",
                f"{len(rows)} pernyataan.",
                _open(rows),
                label=_TERBUKA,
            )
            for name, rows in sections
        )
    )


def _open(rows: pd.DataFrame) -> tuple[KartuKlaim, ...]:
    return tuple(
        KartuKlaim(
            (address(row.bagian, row.tabel, row.tercetak),),
            *(row.pernyataan, "", "", row.penjelasan, row.data_penentu),
        )
        for row in rows.itertuples()
    )


def counted(vonis: pd.Series) -> str:
    """How many statements, and of each verdict: "3 pernyataan: 2 tidak cocok, 1 …"."""
    parts = (f"{many} {name}" for name, many in vonis.value_counts(sort=True).items())
    return f"{len(vonis)} pernyataan: {', '.join(parts)}"


def kutipan(data: Data, *kata: str, bagian: str = "") -> Kalimat:
    """Printed statements of the report on a subject, as a block quote, each with its verdict.

    Parameters
    ----------
    data : the report's data.
    kata : words that a statement has in what it says or in what is printed, all of them; or
        the frame that its measure belongs to, the first part of the measure's key.
    bagian : beginning of the section's name, in whole words; empty for the whole report.

    Returns
    -------
    Kalimat
        At most two statements, those that do not hold first, otherwise in the order of the
        report; what is said and printed alike is quoted once. Empty where the report has no
        ledger, or where it says nothing of the subject.

    Examples
    --------
    >>> from lkjlib import load
    >>> kutipan(load(2019), "jumlah UMKM baru 2019")
    > **Bab III A.3 sasaran 2.1**: jumlah UMKM baru 2019: "332" (tidak cocok)
    """
    if not has_ledger(data.laporan):
        return Kalimat("")
    ledger = klaim(data)
    about = pd.Series([_speaks_of(one, kata) for one in _spoken(data)], ledger.index)
    told = ledger[about & in_sections(ledger["bagian"], *filter(None, [bagian]))]
    told = told.drop_duplicates(["pernyataan", "tercetak", "vonis"])
    order = told["vonis"].map({COCOK: 2, TIDAK_DAPAT_DIUJI: 1}).fillna(0)
    told = told.loc[order.sort_values(kind="stable").index[:PALING_BANYAK]]
    return Kalimat("\n>\n".join(map(_quoted, told.itertuples())))


@lru_cache(maxsize=2)
def _spoken(data: Data) -> list[tuple[str, str]]:
    """Of each statement what it says and prints, and the frame that its measure belongs to."""
    ledger = klaim(data)
    texts = (ledger["pernyataan"] + "\n" + ledger["tercetak"]).str.casefold()
    frames = ledger["ukuran"].str.partition(".")[0]
    return list(zip(texts.tolist(), frames.tolist(), strict=True))


def _speaks_of(statement: tuple[str, str], kata: tuple[str, ...]) -> bool:
    text, frame = statement
    return all(word == frame or word.casefold() in text for word in kata)


def _quoted(row) -> str:
    return f'> **{row.bagian}**: {row.pernyataan}: "{row.tercetak}" ({row.vonis})'


def _require_ledger(data: Data) -> None:
    if not has_ledger(data.laporan):
        raise LkjError(NO_LEDGER)


def _of_finding(data: Data, row) -> KartuTemuan:
    changes = "; mengubah kategori capaian" if row.mengubah_kategori else ""
    weighty = row.konsekuensi == next(iter(KONSEKUENSI))
    return KartuTemuan(
        f"{row.nomor}. {row.judul}",
        f"{KONSEKUENSI[row.konsekuensi].capitalize()}{changes}. Vonis: {row.vonis}. "
        f"{row.banyak} pernyataan: {row.bagian}.",
        _cards(anggota_temuan(data, row.nomor)),
        kunci=f"temuan-{row.nomor}",
        berat=weighty,
        lipat=not weighty,
    )


def _cards(rows: pd.DataFrame) -> tuple[KartuKlaim, ...]:
    return tuple(map(_card, rows.itertuples(index=False)))


def _card(row) -> KartuKlaim:
    return KartuKlaim(
        tuple(row.alamat.split("\n")),
        row.pernyataan,
        row.dihitung,
        row.vonis,
        row.alasan,
        row.saran or TANPA_USULAN,
    )
