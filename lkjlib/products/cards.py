"""Findings of the ledger as cards: printed, computed, why it matters, the better sentence."""

from dataclasses import dataclass

from lkjlib.data import Data
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.exhibits import ALASAN
from lkjlib.ledger.findings import anggota_temuan, temuan_klaim
from lkjlib.products.templates import render

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
        When there is no such consequence; those there are are listed.

    Examples
    --------
    >>> from lkjlib import load
    >>> len(kartu_temuan(load(2019), "vonis").isi)
    6
    """
    if konsekuensi is not None and konsekuensi not in KONSEKUENSI:
        raise LkjError(explain_unknown("konsekuensi", konsekuensi, KONSEKUENSI))
    frame = temuan_klaim(data)
    if konsekuensi is not None:
        frame = frame[frame["konsekuensi"] == konsekuensi]
    return Kartu(
        tuple(
            {**card, "anggota": anggota_temuan(data, card["nomor"]).to_dict(orient="records")}
            for card in frame.to_dict(orient="records")
        )
    )


def _head(card: dict) -> str:
    changes = "; mengubah kategori capaian" if card["mengubah_kategori"] else ""
    return (
        f"{KONSEKUENSI[card['konsekuensi']].capitalize()}{changes}. Vonis: {card['vonis']}. "
        f"{card['banyak']} pernyataan, baris {card['baris']}."
    )


def _filled(card: dict) -> dict:
    """A card with its heading, and the columns in which any of its statements says something."""
    columns = [
        {"nama": column.nama, "judul": column.judul, "lebar": _WIDTHS[column.nama]}
        for column in _COLUMNS
        if any(statement[column.nama] for statement in card["anggota"])
    ]
    return {**card, "kepala": _head(card), "kolom": columns}


def _text(card: dict) -> str:
    lines = [
        "; ".join(f"{c.judul.lower()} {m[c.nama]}" for c in _COLUMNS if m[c.nama])
        for m in card["anggota"]
    ]
    return "\n".join([f"{card['nomor']}. {card['judul']}", _head(card), *lines])
