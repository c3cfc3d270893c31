"""What the ledger's files show: its rows with cell and numbers, findings reason by reason."""

from __future__ import annotations

import re

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.claims import klaim
from lkjlib.ledger.judging import read_printed
from lkjlib.ledger.measures.asal import asal_ukuran
from lkjlib.ledger.views import anggota_temuan, temuan_klaim

CLAIM_WIDTHS = {
    "kode": 7,
    "baris": 8,
    "bagian": 20,
    "tabel": 16,
    "pernyataan": 44,
    "tercetak": 22,
    "dihitung": 18,
    "vonis": 17,
    "selisih": 12,
    "penjelasan": 52,
    "saran": 52,
    "dasar": 10,
    "tercetak_angka": 20,
    "dihitung_angka": 20,
    "ukuran": 34,
    "sel_lampiran": 34,
    "catatan": 44,
}
LAST_PRINTED = "saran"  # what follows is for sorting and tracing, on the screen
NUMBERS = ("selisih", "tercetak_angka", "dihitung_angka")
_NUMBER = re.compile(r"\d{1,3}(\.\d{3})*(,\d+)? ?%?|\d+(,\d+)? ?%?")


def ledger_table(data: Data) -> pd.DataFrame:
    """The ledger with the annex cell of each computed verdict, and with numbers to sort by."""
    ledger = klaim(data)
    compared = ledger["selisih"].notna()
    ledger["sel_lampiran"] = [asal_ukuran(data, key) for key in ledger["ukuran"]]
    for name in ("tercetak", "dihitung"):
        cells = zip(ledger[name], compared, strict=True)
        ledger[f"{name}_angka"] = [_number(text, sure) for text, sure in cells]
    return ledger[list(CLAIM_WIDTHS)]


def _number(text: str, sure: bool) -> float | None:
    """The number that a statement is; none where it only mentions one, as a law's name does."""
    return float(read_printed(text).value) if sure or _NUMBER.fullmatch(text) else None


def finding_reasons(data: Data) -> pd.DataFrame:
    """Findings with one reason on each row; number, consequence and title stand on all of them.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, baris (lines), tercetak, dihitung, alasan, saran.
    """
    findings = temuan_klaim(data)[["nomor", "konsekuensi", "judul"]]
    reasons = [anggota_temuan(data, number).assign(nomor=number) for number in findings["nomor"]]
    rows = findings.merge(pd.concat(reasons), on="nomor")
    return rows.rename(columns={"penjelasan": "alasan"})
