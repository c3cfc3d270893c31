"""Checks a folder of annexes: what is found while reading, inside tables and between them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lkjlib.annex_set import BERKAS, read_annexes
from lkjlib.checks import check_table
from lkjlib.collector import paused
from lkjlib.crossrules import RULES, Tables
from lkjlib.errors import Finding, at_most


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
