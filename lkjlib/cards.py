"""Findings of the ledger as cards: printed, computed, why it matters, the better sentence."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from lkjlib.claims import KONSEKUENSI
from lkjlib.dataset import Data
from lkjlib.reconciliation import temuan_klaim

_LINES = (
    ("tercetak", "Tercetak"),
    ("dihitung", "Dihitung"),
    ("alasan", "Mengapa"),
    ("saran", "Kalimat yang lebih baik"),
)


@dataclass(frozen=True)
class Kartu:
    """Cards ready to be shown; `isi` are the rows of `temuan_klaim`."""

    isi: tuple[dict, ...]

    def _repr_html_(self) -> str:
        return "\n".join(_html(card) for card in self.isi)

    def __repr__(self) -> str:
        return "\n\n".join(_text(card) for card in self.isi)


def kartu_temuan(data: Data, konsekuensi: str | None = None) -> Kartu:
    """Cards of the findings, all or those of one consequence, in order.

    Parameters
    ----------
    data : the year's data.
    konsekuensi : vonis, angka, antartabel, inferensi or bentuk.
    """
    frame = temuan_klaim(data)
    if konsekuensi:
        frame = frame[frame["konsekuensi"] == konsekuensi]
    return Kartu(tuple(frame.to_dict(orient="records")))


def _head(card: dict) -> str:
    changes = "; mengubah kategori capaian" if card["mengubah_kategori"] else ""
    return (
        f"{KONSEKUENSI[card['konsekuensi']].capitalize()}{changes}. Vonis: {card['vonis']}. "
        f"{card['banyak']} pernyataan, baris {card['baris']}."
    )


def _html(card: dict) -> str:
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{title}</th>'
        f'<td style="text-align:left">{escape(card[name])}</td></tr>'
        for name, title in _LINES
        if card[name]
    )
    return (
        f'<section class="lkj-kartu lkj-{card["konsekuensi"]}">'
        f"<p><strong>{card['nomor']}. {escape(card['judul'])}</strong><br>"
        f'<small>{escape(_head(card))}</small></p><table class="lkj-tabel">{rows}</table></section>'
    )


def _text(card: dict) -> str:
    lines = [f"{title}: {card[name]}" for name, title in _LINES if card[name]]
    return "\n".join([f"{card['nomor']}. {card['judul']}", _head(card), *lines])
