"""Sentences that contradict a table, a list or themselves: counts, lengths, means, targets met."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lkjlib.draft.document import Blok, Naskah
from lkjlib.draft.match import TIADA, Padanan
from lkjlib.draft.statements import KATEGORI, TERCAPAI, Pernyataan, sentences
from lkjlib.draft.structure import (
    Janggal,
    column_headed,
    is_mean,
    is_other_target,
    is_total,
    number_of,
    prints_as,
    results_in,
    shown,
    sum_of,
)
from lkjlib.draft.words import years_in
from lkjlib.errors import ParseError
from lkjlib.ledger.claims import NUMBER
from lkjlib.numbers.parse import Printed, parse_printed
from lkjlib.report import Skala
from lkjlib.rules.category import kategori

BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas", "dua belas", "tiga belas", "empat belas", "lima belas"),
    *("enam belas", "tujuh belas", "delapan belas", "sembilan belas", "dua puluh"),
)
_SAID = "|".join(sorted(BILANGAN, key=len, reverse=True))
_COUNT = rf"(?:(?P<angka>\d{{1,3}})(?:\s*\((?P<kata>{_SAID})\))?|(?P<saja>{_SAID}))"
_BOTH = re.compile(rf"(?<![\d.,])(\d{{1,3}})\s*\(\s*({_SAID})\s*\)", re.IGNORECASE)
_LIST = re.compile(
    rf"(?<![\d.,(]){_COUNT}\s+(?P<benda>[a-z][\w ,]{{2,80}}?)\s*"
    r"(?:yaitu|adalah|yakni|meliputi|sebagai berikut|adalah sebagai berikut|antara lain)*\s*:\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\W*(?:(\d{1,2})|([a-z]))[.)]\s", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–•❖]\s")
_DIGITS = 3  # of a number that is known again by its words; small counts are too often alike
_WITHIN = 60  # characters between a count and the category that it counts
_FARTHEST = 60  # blocks in which a list goes on
_MEAN = re.compile(r"\brata\s*-?\s*rata\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:tidak|belum|di\s?bawah)\b", re.IGNORECASE)
_CLAUSE = re.compile(r",|;|\bsedangkan\b|\bsementara\b|\bnamun\b|\btetapi\b", re.IGNORECASE)


def counts_said_twice(naskah: Naskah) -> Iterator[Janggal]:
    """A number in digits with another one in words behind it: 4 (lima)."""
    for blok in naskah.blok:
        for match in _BOTH.finditer(blok.teks):
            meant = BILANGAN.index(" ".join(match[2].casefold().split()))
            if int(match[1]) != meant:
                yield _at(blok, "bilangan", match[0], str(meant), "angka dan hurufnya berbeda")


def lists(naskah: Naskah) -> Iterator[Janggal]:
    """A sentence that announces so many things, and the list or table behind it has others."""
    for place, blok in enumerate(naskah.blok):
        match = _LIST.search(blok.teks.rstrip("* ")) if blok.grid is None else None
        if match is None or "antara lain" in match[0] or "diantaranya" in match[0]:
            continue
        wanted = _counted(match)
        found = _length(naskah.blok[place + 1 : place + 1 + _FARTHEST])
        if wanted > 1 and found > 1 and wanted != found:
            why = f"disebut {wanted} {match['benda'].strip()}, daftarnya memuat {found}"
            yield _at(blok, "panjang daftar", str(wanted), str(found), why)


def _counted(match: re.Match[str]) -> int:
    if match["angka"]:
        return int(match["angka"])
    return BILANGAN.index(" ".join(match["saja"].casefold().split()))


def _length(after: Sequence[Blok]) -> int:
    """How many items the list or table has that stands right behind; 0 where there is none."""
    if not after:
        return 0
    first = after[0]
    if first.grid is not None:
        return sum(1 for row in first.grid.body() if _is_item(first, row))
    marked = _ITEM.match(first.teks)
    if marked is None:
        count = 0
        while count < len(after) and after[count].grid is None and _BULLET.match(after[count].teks):
            count += 1
        return count
    number = _order(marked)
    if number != 1:
        return 0
    for blok in after[1:]:
        match = _ITEM.match(blok.teks) if blok.grid is None else None
        if blok.judul and match is None:
            break
        if match is None or bool(match[1]) != bool(marked[1]):
            continue
        if _order(match) != number + 1:
            break
        number += 1
    return number


def _order(match: re.Match[str]) -> int:
    return int(match[1]) if match[1] else ord(match[2].casefold()) - ord("a") + 1


def _is_item(blok: Blok, row: int) -> bool:
    grid = blok.grid
    return bool(grid.labels[row]) and not is_total(grid, row) and not is_mean(grid, row)


def categories_said(
    statements: Iterable[tuple[Pernyataan, Padanan]], skala: Skala
) -> Iterator[Janggal]:
    """A category of another scale, or one that the capaian said before it has not."""
    own = {band.kategori.casefold() for band in skala.pita}
    for one, _ in statements:
        if one.macam != KATEGORI or one.sel is not None:
            continue
        if one.kata.casefold() not in own:
            names = ", ".join(band.kategori for band in skala.pita)
            why = f"predikat bukan dari skala laporan, {skala.nama}"
            yield _at(one.blok, "kategori", one.kata, names, why)
            continue
        before = one.blok.teks[max(0, one.awal - _WITHIN) : one.awal]
        found = list(re.finditer(rf"({NUMBER.pattern})\s*(?:%|persen)", before))
        printed = _parsed(found[-1][1]) if found else None
        if printed is None or "capaian" not in one.blok.teks[: one.awal].casefold():
            continue
        wanted = kategori(printed.value, skala)
        if wanted.casefold() != one.kata.casefold():
            why = f"capaian {found[-1][0]} disebut {one.kata}"
            yield _at(one.blok, "kategori", one.kata, wanted, why)


def counts_of_categories(naskah: Naskah, skala: Skala) -> Iterator[Janggal]:
    """How many indicators or sasaran a sentence gives a category, and how many its table does."""
    tables = [table for blok in naskah.tables() if (table := _categories(blok))]
    if not tables:
        return
    names = "|".join(sorted((re.escape(b.kategori) for b in skala.pita), key=len, reverse=True))
    count = re.compile(
        rf"(?<![\d.,]){_COUNT}\s+(?P<benda>indikator|sasaran)[^.\d]{{0,{_WITHIN}}}?"
        rf"\b(?P<kategori>{names})\b",
        re.IGNORECASE,
    )
    for blok in naskah.blok:
        for match in count.finditer(blok.teks):
            wanted, name = _counted(match), match["kategori"].casefold()
            spans = [_span(table, match["benda"].casefold(), name) for table in tables]
            if any(low <= wanted <= high for low, high in spans):
                continue
            low, high = spans[0]
            found = str(low) if low == high else f"{low} sampai {high}"
            why = f"{match['benda']} berkategori {match['kategori']} menurut tabelnya"
            yield _at(blok, "banyaknya", match[0], found, why)


def _categories(blok: Blok) -> list[tuple[str, str]]:
    """Sasaran ("" where the table has none) and category of each row of a table of results."""
    grid = blok.grid
    column = column_headed(grid, "kategori", "kriteria", "predikat")
    if column is None or results_in(grid) is None:
        return []
    place = column_headed(grid, "sasaran")
    found, last = [], ""
    for row in grid.body():
        text = grid.at(row, column).partition("(")[0].strip().casefold()
        last = (grid.at(row, place) or last) if place is not None else ""
        if text and not is_total(grid, row) and not is_mean(grid, row):
            found.append((last, text))
    return found if len(found) > 1 else []


def _span(table: list[tuple[str, str]], thing: str, name: str) -> tuple[int, int]:
    """Least and most things of a category; a sasaran with several categories counts in none or
    in each."""
    if thing == "indikator":
        count = sum(category == name for _, category in table)
        return count, count
    kinds: dict[str, set[str]] = {}
    for sasaran, category in table:
        kinds.setdefault(sasaran, set()).add(category)
    if list(kinds) == [""]:
        return 0, len(table)  # the table does not say which sasaran a row belongs to
    some = sum(name in categories for categories in kinds.values())
    return sum(categories == {name} for categories in kinds.values()), some


def counts_of_met(naskah: Naskah) -> Iterator[Janggal]:
    """How many indicators or sasaran a sentence says reached their target, against its table."""
    tables = [table for blok in naskah.tables() if (table := _met(blok))]
    said = re.compile(
        rf"(?<![\d.,]){_COUNT}\s+(?P<benda>indikator|sasaran)\s+(?:\w+\s+){{0,3}}?"
        r"(?P<tidak>tidak |belum )?(?:dapat |telah |sudah |yang )*(?:tercapai|mencapai target)",
        re.IGNORECASE,
    )
    for blok in naskah.blok if tables else ():
        for _, sentence in sentences(blok.teks):
            matches = list(said.finditer(sentence))
            for thing in dict.fromkeys(m["benda"].casefold() for m in matches):
                own = [m for m in matches if m["benda"].casefold() == thing and not m["tidak"]]
                reached = [_reached(table, thing) for table in tables]
                known = [count for count in reached if count is not None]
                total = sum(map(_counted, own))
                if own and known and total not in known:
                    why = f"{thing} yang mencapai target menurut tabelnya"
                    yield _at(blok, "banyaknya", f"{total} {thing} tercapai", str(known[0]), why)


def _met(blok: Blok) -> list[tuple[str, bool]]:
    """Sasaran and whether the target was met, for each row of a table of several results."""
    found = results_in(blok.grid)
    place = column_headed(blok.grid, "sasaran")
    rows, last = [], ""
    for row in blok.grid.body() if found else ():
        capaian = number_of(blok.grid.at(row, found[2]))
        last = (blok.grid.at(row, place) or last) if place is not None else ""
        if capaian is not None and not is_mean(blok.grid, row) and not is_total(blok.grid, row):
            rows.append((last, capaian.value >= 100))
    return rows if len(rows) > 1 else []


def _reached(table: list[tuple[str, bool]], thing: str) -> int | None:
    if thing == "indikator":
        return sum(met for _, met in table)
    names = dict.fromkeys(name for name, _ in table)
    if list(names) == [""]:
        return None
    return sum(all(met for other, met in table if other == name) for name in names)


def means_said(naskah: Naskah) -> Iterator[Janggal]:
    """A mean of the capaian that no table of results gives."""
    known: list[Decimal] = []
    for blok in naskah.tables():
        found = results_in(blok.grid)
        rows = [
            number
            for row in (blok.grid.body() if found else ())
            if not is_mean(blok.grid, row)
            and not is_total(blok.grid, row)
            and (number := number_of(blok.grid.at(row, found[2]))) is not None
        ]
        known += [sum_of(rows) / len(rows)] if len(rows) > 1 else []
    for blok in naskah.blok if known else ():
        for _, sentence in sentences(blok.teks):
            mean = _MEAN.search(sentence)
            if mean is None or "capaian" not in sentence.casefold():
                continue
            after = re.search(rf"({NUMBER.pattern})\s*(?:%|persen)", sentence[mean.end() :])
            printed = _parsed(after[1]) if after else None
            if printed is None or any(prints_as(value, printed) for value in known):
                continue
            near = min(known, key=lambda value, p=printed: abs(value - p.value))
            said = shown(near, max(2, printed.decimals))
            why = "rata-rata capaian tercetak menurut tabelnya"
            yield _at(blok, "rata-rata", after[0], said, why)


def targets_said(
    statements: Iterable[tuple[Pernyataan, Padanan]],
    matches: Iterable[Padanan],
    tahun: int,
) -> Iterator[Janggal]:
    """A target that words call met, or not, against the capaian printed beside them.

    That of the same paragraph counts, else that of the section, where it has one indicator.
    """
    printed: dict[tuple[object, int], dict[str, Printed]] = {}
    for match in matches:
        best = match.calon[0][0] if match.calon and match.keadaan != TIADA else None
        if best is None or match.angka.nilai is None:
            continue
        frame, _, rest = best.ukuran.partition(".")
        column, _, tail = rest.partition(".")
        kode, _, year = tail.rpartition(".")
        if (frame, column) == ("kinerja", "capaian") and year.isdigit():
            for place in (id(match.angka.blok), match.angka.bagian):
                known = printed.setdefault((place, int(year)), {})
                known.setdefault(kode, match.angka.nilai)
    for one, _ in statements:
        if one.macam != TERCAPAI:
            continue
        clause, year = _clause(one, tahun)
        beside = printed.get((id(one.blok), year), {})
        values = beside or printed.get((one.bagian, year), {})
        if len(values) != 1 or is_other_target(clause) or re.search(r"\d sasaran", clause):
            continue
        (value,) = values.values()
        met = not _NOT.search(one.kata)
        if met != (value.value >= 100):
            said = f"{shown(value.value, value.decimals)} % ({year})"
            yield _at(one.blok, "tercapai", one.kata, said, "kata dan capaian tercetak berlawanan")


def _clause(one: Pernyataan, tahun: int) -> tuple[str, int]:
    """The clause that a statement stands in, and the year it is about."""
    text = one.blok.teks
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, one.awal)), default=0)
    stop = _CLAUSE.search(text, one.awal + len(one.kata))
    clause = text[start : stop.start() if stop else None]
    years = years_in(text[start : one.awal])
    return clause, (years or [tahun])[-1]


def printed_twice(matches: Iterable[Padanan], least: float) -> Iterator[Janggal]:
    """The same number printed differently in two places.

    Parameters
    ----------
    matches : what each number was found to be.
    least : score from which on two numbers are taken for the same.
    """
    same: dict[str, list[Padanan]] = {}
    for match in matches:
        best, score, _ = match.calon[0] if match.calon else (None, 0.0, False)
        digits = sum(letter.isdigit() for letter in match.angka.tercetak)
        known = best is not None and match.angka.nilai is not None
        if known and score >= least and digits >= _DIGITS:
            same.setdefault(best.ukuran or best.sel, []).append(match)
    for name, group in same.items():
        values = [abs(m.angka.nilai.value) for m in group]
        usual = Counter(values).most_common(1)[0][0]
        most = next(m for m, v in zip(group, values, strict=True) if v == usual)
        for match in group:
            if not _agree(match.angka.nilai, most.angka.nilai):
                there = f"{most.angka.tercetak} (baris {most.angka.baris}, {most.angka.bagian})"
                why = f"angka yang sama dicetak berbeda: {name}"
                yield Janggal(
                    "dua cetakan",
                    match.angka.bagian,
                    match.angka.baris,
                    match.angka.tercetak,
                    there,
                    why,
                )


def _agree(one: Printed, other: Printed) -> bool:
    """Are two numbers the same, at the decimals of the one that has fewer?"""
    less, more = sorted((one, other), key=lambda p: p.decimals)
    return prints_as(abs(more.value), Printed(abs(less.value), less.decimals))


def _parsed(text: str) -> Printed | None:
    try:
        return parse_printed(text)
    except ParseError:
        return None


def _at(blok: Blok, aturan: str, tercetak: str, pembanding: str, why: str) -> Janggal:
    return Janggal(aturan, blok.bagian, blok.baris, " ".join(tercetak.split()), pembanding, why)
