"""What the ledger holds, to be read: findings as cards, printed statements as quotations."""

from dataclasses import dataclass

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.exhibits import ALASAN
from lkjlib.ledger.findings import anggota_temuan, temuan_klaim
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import in_sections
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.products.absent import NO_LEDGER, has_ledger
from lkjlib.products.templates import render
from lkjlib.themes.finding import Kalimat

PALING_BANYAK = 4
"""Quotations that are shown at a time."""

# percent; sentences share the rest
_WIDTHS = {"baris": 10, "tercetak": 16, "dihitung": 14, "alasan": None, "saran": None}
_COLUMNS = tuple(column for column in ALASAN.kolom if column.nama in _WIDTHS)


@dataclass(frozen=True)
class Kartu:
    """Cards ready to be shown; `isi` are rows of `temuan_klaim` with their statements."""

    isi: tuple[dict, ...]

    def _repr_html_(self) -> str:
        return render("cards.html.j2", cards=[_filled(card) for card in self.isi])

    def __repr__(self) -> str:
        return "\n\n".join(_text(card) for card in self.isi)


def kartu_temuan(data: Data, konsekuensi: str | None = None) -> Kartu:
    """Cards of the findings, all or those of one consequence, in order.

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
    if not has_ledger(data.laporan):
        raise LkjError(NO_LEDGER)
    frame = temuan_klaim(data)
    if konsekuensi is not None:
        frame = frame[frame["konsekuensi"] == konsekuensi]
    return Kartu(
        tuple(
            {**card, "anggota": anggota_temuan(data, card["nomor"]).to_dict(orient="records")}
            for card in frame.to_dict(orient="records")
        )
    )


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
        At most four statements, those that do not hold first, otherwise in the order of the
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
    told = ledger[in_sections(ledger["bagian"], *filter(None, [bagian]))]
    told = told[[_speaks_of(row, kata) for row in told.itertuples()]]
    told = told.drop_duplicates(["pernyataan", "tercetak", "vonis"])
    order = told["vonis"].map({COCOK: 2, TIDAK_DAPAT_DIUJI: 1}).fillna(0)
    told = told.loc[order.sort_values(kind="stable").index[:PALING_BANYAK]]
    return Kalimat("\n>\n".join(map(_quoted, told.itertuples())))


def _speaks_of(row, kata: tuple[str, ...]) -> bool:
    text = f"{row.pernyataan}\n{row.tercetak}".casefold()
    frame = row.ukuran.partition(".")[0]
    return all(word == frame or word.casefold() in text for word in kata)


def _quoted(row) -> str:
    return f'> **{row.bagian}**: {row.pernyataan}: "{row.tercetak}" ({row.vonis})'


def _head(card: dict) -> str:
    changes = "; mengubah kategori capaian" if card["mengubah_kategori"] else ""
    return (
        f"{KONSEKUENSI[card['konsekuensi']].capitalize()}{changes}. Vonis: {card['vonis']}. "
        f"{card['banyak']} pernyataan, baris {card['baris']}."
    )


def _filled(card: dict) -> dict:
    """A card with its heading, and the columns in which any of its statements says something.

    Only cards of what changes a verdict lie open.
    """
    columns = [
        {"nama": column.nama, "judul": column.judul, "lebar": _WIDTHS[column.nama]}
        for column in _COLUMNS
        if any(statement[column.nama] for statement in card["anggota"])
    ]
    fold = card["konsekuensi"] != next(iter(KONSEKUENSI))
    return {**card, "kepala": _head(card), "kolom": columns, "lipat": fold}


def _text(card: dict) -> str:
    lines = [
        "; ".join(f"{c.judul.lower()} {m[c.nama]}" for c in _COLUMNS if m[c.nama])
        for m in card["anggota"]
    ]
    return "\n".join([f"{card['nomor']}. {card['judul']}", _head(card), *lines])
