"""Years that a sheet speaks of, in titles, year rows and columns, against those of its report."""

import re
from collections.abc import Iterator

from lkjlib.annexes.check import fault_at
from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.data import Entry
from lkjlib.errors import Fault
from lkjlib.report import Report

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)\b", re.I
)


def check_years(tables: Tables, report: Report) -> list[Fault]:
    """Titles and year columns that speak of other years than the report's, and not of its own.

    A title over a span, first–last, is one of each year between them. Where it reaches beyond every
    year that laporan.toml names, and where a row does, that is a peringatan.
    """
    return [
        fault
        for table in tables.values()
        for rule in (_other_years, _later_years)
        for fault in rule(table, report)
    ]


def _years_of(text: str) -> set[int]:
    """The years that words name, those within a span among them.

    >>> sorted(_years_of("TAHUN 2013-2015 DAN 2018"))
    [2013, 2014, 2015, 2018]
    """
    named = {int(year) for year in _YEAR.findall(text)}
    for first, last in _SPAN.findall(text):
        named |= set(range(int(first), int(last)))
    return named


def _other_years(result: TableRows, report: Report) -> Iterator[Fault]:
    tahun = report.tahun
    advice = (
        f"laporan.toml menyebut {tahun}. Bila isi lembar ini memang tentang {tahun}, betulkan "
        "tulisannya; bila tidak, ganti lembarnya atau betulkan tahun di laporan.toml."
    )
    for sel, text in result.titles.items():
        years = _years_of(text)
        if years and tahun not in years:
            lembar = f"{result.berkas}!{result.lembar}"
            yield fault_at(Entry(None, sel, 0, lembar), text, f"tahun {tahun}", advice)
    for column in (c for c in result.table.kolom if c.jenis == "tahun"):
        entries = [row[column.nama] for row in result.rows]
        years = [entry.nilai for entry in entries if entry.nilai is not None]
        if years and tahun not in years:
            found = ", ".join(map(str, dict.fromkeys(years)))
            yield fault_at(entries[-1], found, f"baris tahun {tahun}", advice)


def _later_years(result: TableRows, report: Report) -> Iterator[Fault]:
    known = {report.tahun, *report.tahun_tren, *(one.tahun for one in report.acuan)}
    lembar = f"{result.berkas}!{result.lembar}"
    places = [
        (Entry(None, sel, 0, lembar), text, years)
        for sel, text in result.titles.items()
        if report.tahun in (years := _years_of(text))
    ]
    for column in (c for c in result.table.kolom if c.jenis == "tahun"):
        entries = [row[column.nama] for row in result.rows if row[column.nama].nilai is not None]
        if any(entry.nilai == report.tahun for entry in entries):
            places += [(entry, str(entry.nilai), {entry.nilai}) for entry in entries]
    for entry, text, years in places:
        if max(years) > report.tahun and max(years) not in known:
            yield fault_at(
                entry,
                text,
                f"tahun sampai {report.tahun}",
                f"Laporan tahun {report.tahun} tidak memuat hasil sesudahnya: betulkan tahun itu, "
                "atau biarkan bila memang tertulis begitu.",
                "peringatan",
            )
