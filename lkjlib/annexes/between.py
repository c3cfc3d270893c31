"""What must hold between annex tables: the rules that themes share, and what theirs are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from lkjlib.annexes.check import check_table, fault_at
from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.data import Entry
from lkjlib.errors import Fault, at_most
from lkjlib.numbers.format import bulatkan, format_angka

_MOST_NAMES = 100

Rule = Callable[[Tables], Iterator[Fault]]


def check_tables(tables: Tables, rules: Sequence[Rule]) -> list[Fault]:
    """Faults inside tables and between them, beyond those met while reading."""
    inside = [fault for table in tables.values() for fault in check_table(table)]
    return [*inside, *check_between(tables, rules)]


def check_between(tables: Tables, rules: Sequence[Rule]) -> list[Fault]:
    """Faults between tables; what a missing or damaged table would need is left out."""
    whole = {name: table for name, table in tables.items() if table.is_whole}
    return [fault for rule in rules for fault in at_most(rule(whole))]


def same_value(entry: Entry, other: Entry, what: str) -> Iterator[Fault]:
    least = min(entry.desimal, other.desimal)
    if bulatkan(entry.nilai, least) != bulatkan(other.nilai, least):
        decimals = max(entry.desimal, other.desimal)
        yield fault_at(
            entry,
            format_angka(entry.nilai, decimals),
            f"{format_angka(other.nilai, decimals)} ({what}, {other.asal})",
        )


def names_of(table: TableRows, row: dict[str, Entry]) -> tuple[str, ...]:
    return tuple(str(row[k].nilai) for k in table.table.kunci)


def key_of(table: TableRows, row: dict[str, Entry]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names_of(table, row))


def by_key(table: TableRows) -> dict[tuple[str, ...], dict[str, Entry]]:
    return {key_of(table, row): row for row in table.rows}


def pairs(tables: Tables, left: str, right: str) -> list[tuple[TableRows, TableRows]]:
    return [(tables[left], tables[right])] if left in tables and right in tables else []


def same_keys(*names: str) -> Rule:
    """Two tables name the same rows, spelled alike to the letter: frames join them by name."""

    def rule(tables: Tables) -> Iterator[Fault]:
        for left, right in pairs(tables, *names):
            for one, other in ((left, right), (right, left)):
                known = {names_of(other, row) for row in other.rows}
                last = sorted({names[-1] for names in known})
                for row in one.rows:
                    if names_of(one, row) not in known:
                        entry = row[one.table.kunci[-1]]
                        yield fault_at(
                            entry,
                            str(entry.nilai),
                            f"nama yang juga ada di {other.berkas}!{other.lembar}",
                            f"{nearest(entry.nilai, last)}Samakan ejaannya di kedua lembar, "
                            "atau lengkapi barisnya.",
                        )

    return rule


def same_totals(left: str, left_column: str, right: str, right_column: str) -> Rule:
    """The sums of two tables are the same figure."""

    def rule(tables: Tables) -> Iterator[Fault]:
        for one, other in pairs(tables, left, right):
            for a, b in zip(one.totals, other.totals, strict=False):
                yield from same_value(
                    b.entries[right_column], a.entries[left_column], "jumlah sama"
                )

    return rule


def nearest(name: object, known: Sequence[str]) -> str:
    """A guess at the name that was meant, among as many as a person would look through."""
    near = get_close_matches(str(name), known, 1) if len(known) <= _MOST_NAMES else []
    return f"'{name}': maksudnya '{near[0]}'? " if near else ""
