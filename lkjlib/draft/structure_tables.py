"""Tables that contradict themselves: sums, shares, means, capaian, categories."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import permutations

from lkjlib.draft.document import Blok
from lkjlib.draft.grid import Grid, is_enumerator
from lkjlib.draft.structure import (
    Janggal,
    column_headed,
    columns_of,
    formula_in,
    is_mean,
    is_total,
    number_of,
    prints_as,
    results_in,
    rows_of,
    shown,
    sum_of,
)
from lkjlib.numbers.parse import Printed
from lkjlib.report import Skala
from lkjlib.rules.category import kategori

Columns = dict[int, dict[int, Printed]]
_MOST, _LEAST = 0.8, 3  # share of the rows, and rows, in which a relation of columns must hold
_WIDEST = 12  # columns of a table in which relations are looked for


def table_faults(blok: Blok, skala: Skala) -> Iterator[Janggal]:
    """Every contradiction of one table."""
    columns = columns_of(blok.grid)
    yield from totals(blok, columns)
    yield from groups(blok, columns)
    yield from means(blok, columns)
    yield from relations(blok, columns)
    yield from achievements(blok)
    yield from formulas(blok)
    yield from categories(blok, skala)


def totals(blok: Blok, columns: Columns) -> Iterator[Janggal]:
    """A row of sums that the rows above it do not give.

    The rows may be all, only those that head a group, or only those within groups.
    """
    grid = blok.grid
    for column, numbers in columns.items():
        if _is_share(grid, column):
            continue
        since: list[int] = []
        for row in grid.body():
            if not is_total(grid, row):
                since += [row] if row in numbers and not is_mean(grid, row) else []
                continue
            if row in numbers and len(since) > 1:
                yield from _total(blok, column, numbers, since, row)
            since = []


def _total(
    blok: Blok, column: int, numbers: dict[int, Printed], since: list[int], row: int
) -> Iterator[Janggal]:
    grid = blok.grid
    opening = [r for r in since if _opens(grid, r)]
    inside = [r for r in since if not _opens(grid, r)]
    sums = [sum_of([numbers[r] for r in rows]) for rows in (since, opening, inside) if rows]
    printed = numbers[row]
    if printed.value not in sums:
        near = min(sums, key=lambda value: abs(value - printed.value))
        yield Janggal(
            "jumlah",
            blok.bagian,
            rows_of(blok, row),
            grid.at(row, column),
            shown(near, printed.decimals),
            f"jumlah kolom {_name(grid, column)} bukan jumlah baris-barisnya",
        )


def groups(blok: Blok, columns: Columns) -> Iterator[Janggal]:
    """A row that heads a group and is not the sum of it, where most such rows of a column are."""
    grid = blok.grid
    parts: dict[int, list[int]] = {}
    last = None
    for row in grid.body():
        if is_total(grid, row) or is_mean(grid, row):
            last = None
        elif _opens(grid, row):
            last = row
        elif last is not None:
            parts.setdefault(last, []).append(row)
    for column, numbers in columns.items():
        if _is_share(grid, column):
            continue
        sums = {
            row: sum_of([numbers[r] for r in inside if r in numbers])
            for row, inside in parts.items()
            if row in numbers and any(r in numbers for r in inside)
        }
        wrong = [row for row, value in sums.items() if value != numbers[row].value]
        if len(sums) < _LEAST or len(wrong) > (1 - _MOST) * len(sums):
            continue
        for row in wrong:
            yield Janggal(
                "jumlah",
                blok.bagian,
                rows_of(blok, row),
                grid.at(row, column),
                shown(sums[row], numbers[row].decimals),
                f"{_name(grid, column)} '{grid.names[row]}' bukan jumlah rinciannya",
            )


def means(blok: Blok, columns: Columns) -> Iterator[Janggal]:
    """A row of means that the rows above it do not give."""
    grid = blok.grid
    for column, numbers in columns.items():
        above: list[Printed] = []
        for row in grid.body():
            if is_mean(grid, row) and row in numbers and len(above) > 1:
                mean = sum_of(above) / len(above)
                if not prints_as(mean, numbers[row]):
                    yield Janggal(
                        "rata-rata",
                        blok.bagian,
                        rows_of(blok, row),
                        grid.at(row, column),
                        shown(mean, max(2, numbers[row].decimals)),
                        f"rata-rata kolom {_name(grid, column)} bukan rata-rata barisnya",
                    )
            elif row in numbers and not is_total(grid, row):
                above.append(numbers[row])


def relations(blok: Blok, columns: Columns) -> Iterator[Janggal]:
    """Rows in which a column is not what it is of two others in most rows: sum, rest, share."""
    if not 3 <= len(columns) <= _WIDEST:
        return
    kinds: tuple[tuple[str, Callable[[Decimal, Decimal], Decimal | None]], ...] = (
        ("jumlah", lambda a, b: a + b),
        ("selisih", lambda a, b: a - b),
        ("bagian", lambda a, b: None if b == 0 else a * 100 / b),
    )
    seen: set[tuple[str, int]] = set()
    for kind, rule in kinds:
        for one, other, result in permutations(columns, 3):
            if (kind == "jumlah" and one > other) or (kind, result) in seen:
                continue
            found = list(_broken(blok, columns, (one, other, result), kind, rule))
            if found:
                seen.add((kind, result))
                yield from found
    yield from _across(blok, columns)


def _broken(
    blok: Blok,
    columns: Columns,
    places: tuple[int, int, int],
    kind: str,
    rule: Callable[[Decimal, Decimal], Decimal | None],
) -> Iterator[Janggal]:
    one, other, result = (columns[place] for place in places)
    rows = [row for row in result if row in one and row in other]
    values = {row: rule(one[row].value, other[row].value) for row in rows}
    known = {row: value for row, value in values.items() if value is not None}
    right = [row for row, value in known.items() if prints_as(value, result[row])]
    telling = {(one[r].value, other[r].value, result[r].value) for r in right}
    dull = sum(1 for a, b, c in telling if 0 in (a, b) or a == b or (kind == "bagian" and c == 100))
    if len(known) < _LEAST or len(telling) - dull < 2 or len(right) < _MOST * len(known):
        return
    grid, words = blok.grid, {"jumlah": "+", "selisih": "−", "bagian": "/"}[kind]
    formula = f"{_name(grid, places[0])} {words} {_name(grid, places[1])}"
    for row in known.keys() - set(right):
        yield Janggal(
            kind,
            blok.bagian,
            rows_of(blok, row),
            grid.at(row, places[2]),
            shown(known[row], result[row].decimals),
            f"{_name(grid, places[2])} '{grid.names[row]}' bukan {formula}",
        )


def _across(blok: Blok, columns: Columns) -> Iterator[Janggal]:
    """Rows in which the last column is not the sum of all before it, where in most it is."""
    *before, last = sorted(columns)
    if len(before) < _LEAST:
        return
    rows = [row for row in columns[last] if all(row in columns[c] for c in before)]
    sums = {row: sum_of([columns[c][row] for c in before]) for row in rows}
    wrong = [row for row in rows if sums[row] != columns[last][row].value]
    if len(rows) < _LEAST or len(wrong) > (1 - _MOST) * len(rows):
        return
    for row in wrong:
        yield Janggal(
            "jumlah",
            blok.bagian,
            rows_of(blok, row),
            blok.grid.at(row, last),
            shown(sums[row], columns[last][row].decimals),
            f"{_name(blok.grid, last)} '{blok.grid.names[row]}' bukan jumlah kolom sebelumnya",
        )


def achievements(blok: Blok) -> Iterator[Janggal]:
    """A capaian that target and realisasi cannot give under any usual formula."""
    found = results_in(blok.grid)
    if found is None:
        return
    for row in blok.grid.body():
        target, result, printed = (number_of(blok.grid.at(row, c)) for c in found)
        if None in (target, result, printed) or target.value <= 0 or is_mean(blok.grid, row):
            continue
        if not any(low <= printed.value <= high for low, high in _reach(target, result, printed)):
            value = result.value * 100 / target.value
            yield Janggal(
                "capaian",
                blok.bagian,
                rows_of(blok, row),
                blok.grid.at(row, found[2]),
                shown(value, 2),
                f"capaian '{blok.grid.names[row]}' bukan dari target dan realisasi di baris itu",
            )


def _reach(target: Printed, result: Printed, printed: Printed) -> Iterator[tuple[Decimal, Decimal]]:
    """What capaian can be when target and result are rounded: rising, and falling two ways."""
    slack = Decimal(1).scaleb(-printed.decimals)
    half = [Decimal(5).scaleb(-one.decimals - 1) for one in (target, result)]
    corners = [
        (target.value + a * half[0], result.value + b * half[1]) for a in (-1, 1) for b in (-1, 1)
    ]
    corners = [(t, r) for t, r in corners if t > 0]
    for rule in (
        lambda t, r: r * 100 / t,
        lambda t, r: (2 * t - r) * 100 / t,
        lambda t, r: t * 100 / r if r > 0 else Decimal(-1),
    ):
        values = [rule(t, r) for t, r in corners]
        yield min(values) - slack, max(values) + slack


def formulas(blok: Blok) -> Iterator[Janggal]:
    """A cell whose own formula, (31 / 132 x 100), does not give the number before it."""
    for row in blok.grid.body():
        for column in range(blok.grid.lebar):
            text = blok.grid.at(row, column)
            value = formula_in(text)
            printed = number_of(text)
            if value is None or printed is None or prints_as(value, printed):
                continue
            yield Janggal(
                "bagian",
                blok.bagian,
                rows_of(blok, row),
                text,
                shown(value, max(2, printed.decimals)),
                "angka di sel itu bukan hasil rumus di dalamnya",
            )


def categories(blok: Blok, skala: Skala) -> Iterator[Janggal]:
    """A category that the capaian in its row has not on the report's own scale."""
    grid, found = blok.grid, results_in(blok.grid)
    column = column_headed(grid, "kategori", "kriteria", "predikat")
    if found is None or column is None or column in found:
        return
    names = {band.kategori.casefold(): band for band in skala.pita}
    for row in grid.body():
        printed, text = number_of(grid.at(row, found[2])), grid.at(row, column)
        word, _, code = text.partition("(")
        band = names.get(word.strip().casefold())
        if printed is None or not text:
            continue
        wanted = kategori(printed.value, skala)
        due = next(one for one in skala.pita if one.kategori == wanted)
        wrong = band is None or band is not due
        if wrong or (code and due.kode and code.strip(" )") not in ("", due.kode)):
            yield Janggal(
                "kategori",
                blok.bagian,
                rows_of(blok, row),
                text,
                f"{wanted} ({due.kode})" if due.kode else wanted,
                f"kategori '{grid.names[row]}' dengan capaian {grid.at(row, found[2])} "
                f"menurut skala {skala.nama}",
            )


def _opens(grid: Grid, row: int) -> bool:
    """Does a row head a group: numbered, where the rows under it are not?"""
    return is_enumerator(grid.at(row, 0)) if grid.at(row, 0) else False


def _is_share(grid: Grid, column: int) -> bool:
    """Is a column of percentages, which no row of sums adds up?"""
    heads = " ".join(grid.heads[column]).casefold()
    texts = [grid.at(row, column) for row in grid.body()]
    return any(w in heads for w in ("%", "persen", "presentas", "prosentase", "capaian")) or (
        sum(text.rstrip().endswith("%") for text in texts) * 2 > len(texts)
    )


def _name(grid: Grid, column: int) -> str:
    return (grid.heads[column] or [f"kolom {column + 1}"])[-1]
