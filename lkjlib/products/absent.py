"""What a report lacks: notebooks, charts and tables that its themes and sheets do not give.

An absent theme, sheet or ledger costs what is told from it, never the rest; each product says
what it leaves out and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.ledger.claims import BERKAS as LEDGER
from lkjlib.report import Report
from lkjlib.themes import INDIKATOR_LAIN, THEMES, book_of, themes_of

BUKU_KLAIM = "06-rekonsiliasi"
EMPTY = "tidak ada barisnya pada laporan ini"
NO_LEDGER = f"laporan ini tidak mempunyai buku klaim ({LEDGER})"
T = TypeVar("T")

# annexes may be clean and still not give a figure: a share of none, a row that is not printed, a
# frame whose sheet is absent
_CANNOT = (LkjError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def has_ledger(report: Report) -> bool:
    """Has a report a ledger of its statements?"""
    return (report.folder / LEDGER).exists()


def absent_books(data: Data, books: Iterable[str]) -> dict[str, str]:
    """Notebooks that a report gives nothing for, and why.

    Parameters
    ----------
    data : the report's data.
    books : stems of notebooks.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from lkjlib import load
    >>> data = load(2019)
    >>> two = replace(data, laporan=replace(data.laporan, tema=("omzet", "tpt")))
    >>> absent_books(two, ["00-ringkasan", "02-umkm", "04-kasus"])
    {'04-kasus': "tema 'kasus' tidak disebut di laporan.toml"}
    >>> absent_books(data, ["10-indikator"])
    {'10-indikator': 'setiap indikator laporan ini sudah diceritakan buku catatan temanya'}
    """
    report = data.laporan
    here = {book for theme in themes_of(report) for book in theme.semua_buku}
    needed = {
        book: " atau ".join(f"'{theme.nama}'" for theme in THEMES if book in theme.semua_buku)
        for theme in THEMES
        for book in theme.semua_buku
        if book not in here
    }
    reasons = {
        book: f"tema {themes} tidak disebut di laporan.toml" for book, themes in needed.items()
    }
    if not has_ledger(report):
        reasons[BUKU_KLAIM] = NO_LEDGER
    if all(book_of(data, kode) != INDIKATOR_LAIN for kode in data.indikator["kode"]):
        reasons[INDIKATOR_LAIN] = (
            "setiap indikator laporan ini sudah diceritakan buku catatan temanya"
        )
    return {book: reasons[book] for book in books if book in reasons}


def tried(
    left_out: dict[str, str], nama: str, make: Callable[..., T], *argumen: object
) -> T | None:
    """What `make` gives; None where this report's annexes do not give it, with the reason noted.

    Parameters
    ----------
    left_out : where the reason goes, by name.
    nama : of the chart, table or passage.
    make, argumen : what makes it.

    Examples
    --------
    >>> left_out = {}
    >>> tried(left_out, "bagian", lambda: 1 / 0)
    >>> left_out["bagian"]
    'tidak dapat dihitung dari lampiran ini (ZeroDivisionError: division by zero)'
    """
    try:
        return make(*argumen)
    except _CANNOT as error:
        left_out[nama] = reason(type(error).__name__, str(error))
        return None


def reason(kind: str, message: str) -> str:
    """Why something is left out, in the words of the error that said so.

    Examples
    --------
    >>> reason("AttributeError", "tidak ada bingkai 'tpak' pada laporan ini: …")
    "tidak ada bingkai 'tpak' pada laporan ini"
    """
    if message.startswith("tidak ada bingkai"):
        return message.partition(":")[0]
    if kind in ("LkjError", "AnnexError"):
        return message
    return f"tidak dapat dihitung dari lampiran ini ({kind}: {message})"


def sentences(report: Report, left_out: Mapping[str, str]) -> list[str]:
    """What a product leaves out, in sentences: themes, ledger, then its parts by reason.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from lkjlib import load
    >>> report = replace(load(2019).laporan, tema=("anggaran", "kasus", "tpt", "umkm"))
    >>> sentences(report, {"tiga-sumber": "lembarnya tidak ada", "Kerapuhan": EMPTY})
    ... # doctest: +NORMALIZE_WHITESPACE
    ['Tema yang tidak disebut di laporan.toml: koperasi, omzet.',
     'Tanpa tiga-sumber: lembarnya tidak ada.',
     'Tanpa Kerapuhan: tidak ada barisnya pada laporan ini.']
    """
    here = themes_of(report)
    themes = [theme.nama for theme in THEMES if theme not in here]
    lines = [f"Tema yang tidak disebut di laporan.toml: {', '.join(themes)}."] if themes else []
    if not has_ledger(report):
        lines.append(f"Tanpa penilaian pernyataan: laporan ini tidak mempunyai {LEDGER}.")
    return [*lines, *by_reason(left_out)]


def by_reason(left_out: Mapping[str, str]) -> list[str]:
    """What is left out, a sentence for each reason."""
    reasons = {}
    for name, why in left_out.items():
        reasons.setdefault(why.rstrip("."), []).append(name)
    return [f"Tanpa {', '.join(names)}: {why}." for why, names in reasons.items()]
