"""Sentences that a reviser would print instead, from the ledger, section by section."""

from __future__ import annotations

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import in_sections
from lkjlib.products.word.blocks import Blok, Judul, Paragraf, TabelWord, word_table

_PROSA = "prosa"


def proposals(data: Data, bagian: str, tingkat: int) -> list[Blok]:
    """Heading, one sentence and the table of proposals for one section; nothing without any.

    Parameters
    ----------
    data : the year's data.
    bagian : beginning of the section's name in the ledger, for example "Bab III A.3 sasaran 1".
    tingkat : level of the heading.
    """
    frame = proposal_rows(data, bagian)
    if frame.empty:
        return []
    return [
        Judul(tingkat, "Usulan kalimat"),
        Paragraf(
            "Kalimat dan angka berikut diusulkan sebagai pengganti yang tercetak. Dasarnya buku "
            "klaim, yang menghitung ulang setiap pernyataan laporan."
        ),
        _table(frame, bagian),
    ]


def proposal_rows(data: Data, bagian: str) -> pd.DataFrame:
    """Proposals of one section in the order of the report, each once.

    Returns
    -------
    DataFrame
        tempat (table, or "prosa"), tercetak, saran, vonis.
    """
    ledger = klaim(data)
    wanted = in_sections(ledger["bagian"], bagian) & (ledger["saran"] != "")
    frame = ledger.loc[wanted, ["tabel", "tercetak", "saran", "vonis"]]
    frame = frame.drop_duplicates(["tercetak", "saran"]).reset_index(drop=True)
    return frame.rename(columns={"tabel": "tempat"}).replace({"tempat": {"": _PROSA}})


def _table(frame: pd.DataFrame, bagian: str) -> TabelWord:
    return word_table(
        frame,
        f"Usulan kalimat untuk {bagian}",
        {
            "tempat": ("Tempat", 2.6),
            "tercetak": ("Tercetak", 4),
            "saran": ("Usulan kalimat", 6.9),
            "vonis": ("Vonis", 2.5),
        },
        kecil=True,
        usulan="saran",
    )
