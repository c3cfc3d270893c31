"""Judges one statement of the ledger and fills the sentences that go with it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjlib.errors import LkjError, ParseError
from lkjlib.ledger.measures import Measure
from lkjlib.numbers.compare import (
    COCOK,
    ROUNDED_INPUT,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    as_decimal,
    explain,
)
from lkjlib.numbers.format import format_angka
from lkjlib.numbers.parse import Printed, parse_printed

KEPT = ["kode", "baris", "bagian", "tabel", "pernyataan", "tercetak"]
SLOT = re.compile(r"\{([a-z0-9_.]+)(?::(\d))?\}")

Judgement = tuple[str, str, str, float | None]


def judge(row: dict, known: Mapping[str, Measure]) -> dict:
    """One row of the ledger out of a row of sheet Klaim: verdict, computed value, sentences."""
    measure = known.get(row["ukuran"]) if row["ukuran"] else None
    if row["jenis"] == "nalar":
        verdict, why, shown, gap = row["vonis_nalar"], "", "", None
    elif measure is None:
        verdict, why, shown, gap = TIDAK_DAPAT_DIUJI, "", "", None
    elif row["jenis"] == "angka":
        verdict, why, shown, gap = _judge_number(row, measure)
    else:
        verdict, why, shown, gap = _judge_word(row["tercetak"], measure)
    reason = "" if verdict == COCOK else fill(row["alasan"] or "", known)
    if why and why != ROUNDED_INPUT:  # the sheet's own reason says more about a rounded input
        reason = f"{why} {reason}".strip()
    return {
        **{name: row[name] or "" for name in KEPT},
        "dihitung": shown,
        "vonis": verdict,
        "selisih": gap,
        "penjelasan": reason or why,
        "saran": "" if verdict == COCOK else fill(row["saran"] or "", known),
        "dasar": "nalar" if row["jenis"] == "nalar" else "hitungan",
        "ukuran": row["ukuran"] or "",
        "satuan": row["satuan"] or "",
        "konsekuensi": row["konsekuensi"] or "",
        "temuan": row["temuan"],
        "catatan": row["catatan"] or "",
    }


def _judge_number(row: dict, measure: Measure) -> Judgement:
    printed = read_printed(row["tercetak"])
    if measure.nilai is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    verdict, why = explain(printed.value, printed.decimals, measure.nilai, measure.dari_bulatan)
    exact = as_decimal(measure.nilai)
    places = printed.decimals
    if verdict != COCOK and exact != exact.to_integral_value():
        places = max(places, 2)
    return verdict, why, format_angka(exact, places), float(printed.value - exact)


def read_printed(text: str) -> Printed:
    """Number of a printed string; what stands around it is ignored.

    Raises
    ------
    LkjError
        When the string holds no readable number.

    Examples
    --------
    >>> read_printed("4 (empat)").value, read_printed("Rp. 268.285.418,-").value
    (Decimal('4'), Decimal('268285418'))
    """
    try:
        printed = parse_printed(text)
    except ParseError:
        match = re.search(r"\d+(?:[.,]\d+)*", text)
        printed = parse_printed(match.group(0)) if match else None
    if printed is None:
        raise LkjError(f"'{text}' tidak memuat angka yang dapat dibaca.")
    return printed


def _judge_word(text: str, measure: Measure) -> Judgement:
    if measure.nilai is None:
        return TIDAK_DAPAT_DIUJI, "", "", None
    same = _plain(text) == _plain(str(measure.nilai))
    return (COCOK if same else TIDAK_COCOK), "", str(measure.nilai), None


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def fill(sentence: str, known: Mapping[str, Measure]) -> str:
    """A sentence with its ``{measure}`` or ``{measure:decimals}`` slots filled in."""

    def number(match: re.Match[str]) -> str:
        value = known[match.group(1)].nilai
        if value is None or isinstance(value, str):
            return value or "–"
        exact = as_decimal(value)
        whole = exact == exact.to_integral_value()
        return format_angka(exact, int(match.group(2) or (0 if whole else 2)))

    return SLOT.sub(number, sentence)
