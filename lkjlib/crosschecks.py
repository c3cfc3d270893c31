"""Checks a folder of annexes: what is found while reading, inside tables and between them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lkjlib.annex_set import BERKAS, find_folder, read_annexes
from lkjlib.checks import check_table
from lkjlib.collector import paused
from lkjlib.crossrules import RULES, Tables
from lkjlib.errors import AnnexError, Finding, at_most

if TYPE_CHECKING:
    from pandas import DataFrame


def check(path: str | Path | int = 2019) -> DataFrame:
    """Check a folder of annexes and list every finding.

    Parameters
    ----------
    path : folder of the annexes, or the year whose folder ``data/<year>`` is meant.

    Returns
    -------
    DataFrame
        One row per finding: tingkat, berkas, lembar, sel, ditemukan, diharapkan, saran;
        empty when the annexes are clean.

    Raises
    ------
    LkjError
        When there is no such folder.

    Examples
    --------
    >>> check(2019).empty
    True
    """
    folder = find_folder(path) if isinstance(path, int) else find_folder(0, path)
    _, findings = read_checked(folder)
    return AnnexError(tuple(findings)).frame()


def read_checked(folder: Path, berkas: Iterable[str] = BERKAS) -> tuple[Tables, list[Finding]]:
    """Tables of a folder with every finding: of reading, inside tables, between tables.

    `berkas` limits the run to workbooks of these names.
    """
    with paused():
        tables, findings = read_annexes(folder, berkas)
        return tables, [*findings, *check_tables(tables)]


def check_tables(tables: Tables) -> list[Finding]:
    """Findings inside tables and between them, beyond those met while reading."""
    inside = [finding for table in tables.values() for finding in check_table(table)]
    return [*inside, *check_between(tables)]


def check_between(tables: Tables) -> list[Finding]:
    """Findings between tables; what a missing or damaged table would need is left out."""
    whole = {name: table for name, table in tables.items() if table.is_whole}
    return [finding for rule in RULES for finding in at_most(rule(whole))]
