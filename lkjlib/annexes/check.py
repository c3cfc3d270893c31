"""What must hold inside an annex table, and the rules that hold between tables.

Inside: row equations, ratios, sums, keys, as the table declares them. Between: each theme lists
its rules; what they are made of stands in the second half of this module.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from lkjlib.annexes.declaration import SUMMED, Equation, Ratio
from lkjlib.annexes.entries import TableRows, Tables, Total
from lkjlib.data import Entry, Row
from lkjlib.errors import Fault, at_most, closest
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.format import bulatkan, quote_angka, to_decimal

Rule = Callable[[Tables], Iterator[Fault]]

_PERCENT_LOST = 1000
_MOST_NAMES = 100
_SMALLEST_ERROR = "Salah satu angka itu salah ketik; cocokkan dengan laporan."
_AS_PRINTED = "Dinyatakan seperti tercetak di laporan.toml; angka tercetaknya tetap."
CONTRADICTION = "Bila laporan mencetaknya begitu, biarkan dan sebut; bila salah ketik, betulkan."


def check_tables(
    tables: Tables, rules: Sequence[Rule], seperti_tercetak: Collection[str] = ()
) -> list[Fault]:
    """Faults inside tables and between them, beyond those met while reading.

    `seperti_tercetak` are cells whose printed sum is known to be wrong.
    """
    inside = [f for table in tables.values() for f in check_table(table, seperti_tercetak)]
    return [*inside, *check_between(tables, rules)]


def check_between(tables: Tables, rules: Sequence[Rule]) -> list[Fault]:
    """Faults between tables; what a missing or damaged table would need is left out."""
    whole = {name: table for name, table in tables.items() if table.is_whole}
    return [fault for rule in rules for fault in at_most(rule(whole))]


def check_table(result: TableRows, seperti_tercetak: Collection[str] = ()) -> list[Fault]:
    """Faults inside one table, beyond those met while reading it.

    A sum that is not that of its rows is a galat, in a cell of `seperti_tercetak` a peringatan.
    """
    sums = [f for rule in (_check_rules, _check_totals) for f in at_most(rule(result))]
    known = [
        replace(f, tingkat="peringatan", saran=_AS_PRINTED) if f.alamat in seperti_tercetak else f
        for f in sums
    ]
    rest = (_check_means, _check_keys, _check_numbering, _check_shares)
    return [*known, *(fault for rule in rest for fault in at_most(rule(result)))]


def fault_at(
    entry: Entry, ditemukan: str, diharapkan: str, saran: str = "", tingkat: str = "galat"
) -> Fault:
    """A fault at the cell of an entry.

    Examples
    --------
    >>> total = Entry(131, "C29", 0, "koperasi.xlsx!Keragaan")
    >>> print(fault_at(total, "131", "132 (jumlah 21 baris)", "Hitung ulang."))
    koperasi.xlsx!Keragaan!C29: ditemukan '131', diharapkan 132 (jumlah 21 baris). Saran: Hitung
    ulang.
    """
    berkas, lembar = entry.lembar.split("!", 1)
    return Fault(
        tingkat, berkas, lembar, entry.sel, ditemukan, diharapkan, saran or _SMALLEST_ERROR
    )


def _check_rules(result: TableRows) -> Iterator[Fault]:
    for entries in [*result.rows, *(_whole(result, total) for total in result.totals)]:
        for rule in result.table.aturan:
            fault = (
                _broken_equation(rule, entries)
                if isinstance(rule, Equation)
                else _broken_ratio(rule, entries)
            )
            if fault:
                yield fault


def _whole(result: TableRows, total: Total) -> Row:
    """Entries of a sum row without the sums to which an unreadable cell is missing."""
    return {
        name: entry
        for name, entry in total.entries.items()
        if _optional(result, name) or None not in result.values(name, total.rows)
    }


def _values(entries: Row, names: tuple[str, ...]) -> list:
    return [entries[name].nilai if name in entries else None for name in names]


def _broken_equation(rule: Equation, entries: Row) -> Fault | None:
    plus, minus = _values(entries, rule.tambah), _values(entries, rule.kurang)
    (result,) = _values(entries, (rule.hasil,))
    if result is None or None in plus or None in minus:
        return None
    wanted = sum(plus) - sum(minus)
    if wanted == result:
        return None
    formula = " + ".join(rule.tambah) + "".join(f" − {name}" for name in rule.kurang)
    return fault_at(entries[rule.hasil], quote_angka(result), f"{quote_angka(wanted)} ({formula})")


def _broken_ratio(rule: Ratio, entries: Row) -> Fault | None:
    result, top, bottom = _values(entries, (rule.hasil, rule.pembilang, rule.penyebut))
    if result is None or top is None or not bottom:
        return None
    entry = entries[rule.hasil]
    exact = Decimal(top) * 100 / Decimal(bottom)
    unit = Decimal(1).scaleb(-entry.desimal)
    if abs(bulatkan(exact, entry.desimal) - bulatkan(entry.nilai, entry.desimal)) <= unit:
        return None
    return fault_at(
        entry,
        quote_angka(entry.nilai, entry.desimal),
        f"{quote_angka(exact, entry.desimal)} ({rule.pembilang} / {rule.penyebut})",
        CONTRADICTION,
        "peringatan",
    )


def _check_totals(result: TableRows) -> Iterator[Fault]:
    names = [c.nama for c in result.table.kolom if c.jenis in SUMMED]
    for total in result.totals:
        whole = _whole(result, total)
        for name in names:
            if name not in whole or whole[name].nilai is None:
                continue
            parts = result.values(name, total.rows)
            wanted = sum(part or 0 for part in parts)
            if wanted != whole[name].nilai:
                yield fault_at(
                    whole[name],
                    quote_angka(whole[name].nilai),
                    f"{quote_angka(wanted)} (jumlah {len(parts)} baris, {total.label})",
                    _text_advice(result, [result.rows[i][name].sel for i in total.rows]),
                )


def _check_means(result: TableRows) -> Iterator[Fault]:
    """A printed mean is that of the values above it."""
    for mean in result.means:
        for name, entry in mean.entries.items():
            values = result.values(name, mean.rows)
            known = [to_decimal(value) for value in values if value is not None]
            exact = sum(map(Fraction, known)) / len(known) if known else None
            if exact is not None and not prints_as(exact, entry):
                yield fault_at(
                    entry,
                    quote_angka(entry.nilai, entry.desimal),
                    f"{quote_angka(as_decimal(exact), entry.desimal)} "
                    f"(rata-rata {len(known)} baris)",
                    CONTRADICTION,
                    "peringatan",
                )


def prints_as(exact: Fraction, entry: Entry) -> bool:
    """Is a printed number an exact one, rounded half up or cut off at its decimals?

    Examples
    --------
    >>> one, other = Entry(72.16, "D6", 2), Entry(72.17, "D6", 2)
    >>> prints_as(Fraction(40127100, 556118), one), prints_as(Fraction(40127100, 556118), other)
    (True, False)
    """
    value, printed = as_decimal(exact), to_decimal(entry.nilai)
    unit = Decimal(1).scaleb(-entry.desimal)
    return printed in (bulatkan(value, entry.desimal), value.quantize(unit, ROUND_DOWN))


def _text_advice(result: TableRows, cells: list[str]) -> str:
    """What a spreadsheet leaves out of a SUM: numbers typed as text."""
    texts = [sel for sel in cells if sel in result.typed_as_text]
    if not texts:
        return ""
    shown = ", ".join(texts[:5])
    return f"Sel {shown} berisi teks, jadi tidak ikut dijumlah; ketik ulang sebagai angka."


def _check_shares(result: TableRows) -> Iterator[Fault]:
    """A lone 0,2348 among percentages may be a share, a lone 2348 may have lost its comma."""
    for column in (c for c in result.table.kolom if c.jenis == "persen"):
        entries = [row[column.nama] for row in result.rows if column.nama in row]
        known = [entry for entry in entries if entry.nilai]
        for entry in known:
            others = [other.nilai for other in known if other is not entry]
            if entry.nilai <= 1 and len(others) > 1 and min(others) > 1:
                yield odd_percent(entry, "pecahan", f"{quote_angka(entry.nilai * 100, 2)} %")
            elif entry.nilai >= _PERCENT_LOST > max(others, default=_PERCENT_LOST):
                yield odd_percent(entry, "persen tanpa koma", "persen dengan koma")


def odd_percent(entry: Entry, what: str, wanted: str) -> Fault:
    """A warning at a number that may have been typed in another unit."""
    shown = f"{quote_angka(entry.nilai, entry.desimal)} (mungkin {what})"
    advice = "Bila memang sekecil atau sebesar itu, biarkan; bila tidak, ketik ulang."
    return fault_at(entry, shown, wanted, advice, "peringatan")


def _optional(result: TableRows, name: str) -> bool:
    return next(c.boleh_kosong for c in result.table.kolom if c.nama == name)


def _check_keys(result: TableRows) -> Iterator[Fault]:
    seen: dict[tuple, Entry] = {}
    for entries in result.rows:
        key = key_of(result, entries)
        entry = entries[result.table.kunci[-1]]
        if key in seen and entry.nilai is not None:
            yield fault_at(
                entry,
                f"{', '.join(names_of(result, entries))} (dua kali)",
                f"satu baris saja; yang pertama di {seen[key].sel}",
                "Hapus atau gabungkan baris ganda itu.",
            )
        seen.setdefault(key, entry)


def _check_numbering(result: TableRows) -> Iterator[Fault]:
    """Numbered rows run 1, 2, 3 …: a gap means a lost row."""
    if result.table.kunci != ("nomor",):
        return
    for wanted, entries in enumerate(result.rows, start=1):
        entry = entries["nomor"]
        if entry.nilai not in (None, wanted):
            yield fault_at(
                entry,
                quote_angka(entry.nilai),
                f"{wanted} (nomor berurutan)",
                "Lengkapi baris yang hilang atau betulkan nomornya.",
            )
            return


def same_value(entry: Entry, other: Entry, what: str) -> Iterator[Fault]:
    """A fault where two cells that print one figure do not, at the fewer of their decimals.

    Examples
    --------
    >>> one = Entry(5.06, "D6", 2, "ketenagakerjaan.xlsx!TPT Wilayah")
    >>> list(same_value(one, Entry(5.1, "H9", 1, "kinerja.xlsx!Capaian"), "Tabel II"))
    []
    >>> (fault,) = same_value(one, Entry(5.2, "H9", 1, "kinerja.xlsx!Capaian"), "Tabel II")
    >>> fault.diharapkan
    '5,20 (Tabel II, kinerja.xlsx!Capaian!H9)'
    """
    if entry.nilai is None or other.nilai is None:  # a blank is a fault of its own, if one at all
        return
    least = min(entry.desimal, other.desimal)
    if bulatkan(entry.nilai, least) != bulatkan(other.nilai, least):
        decimals = max(entry.desimal, other.desimal)
        yield fault_at(
            entry,
            quote_angka(entry.nilai, decimals),
            f"{quote_angka(other.nilai, decimals)} ({what}, {other.asal})",
        )


def names_of(table: TableRows, row: Row) -> tuple[str, ...]:
    """What a row is known by: the values of the table's key, as spelled."""
    return tuple(str(row[k].nilai) for k in table.table.kunci)


def key_of(table: TableRows, row: Row) -> tuple[str, ...]:
    """What a row is known by, whatever its case and spacing."""
    return tuple(" ".join(name.split()).casefold() for name in names_of(table, row))


def by_key(table: TableRows) -> dict[tuple[str, ...], Row]:
    """The rows of a table by their `key_of`."""
    return {key_of(table, row): row for row in table.rows}


def pairs(tables: Tables, left: str, right: str) -> list[tuple[TableRows, TableRows]]:
    """Two tables side by side, where both can be compared: one pair or none."""
    return [(tables[left], tables[right])] if left in tables and right in tables else []


def same_keys(*names: str, key: Callable[[TableRows, Row], tuple[str, ...]] = names_of) -> Rule:
    """Two tables name the same rows: spelled alike to the letter, or as `key` compares them."""

    def rule(tables: Tables) -> Iterator[Fault]:
        for left, right in pairs(tables, *names):
            for one, other in ((left, right), (right, left)):
                known = {key(other, row) for row in other.rows}
                last = sorted({names_of(other, row)[-1] for row in other.rows})
                for row in one.rows:
                    if key(one, row) not in known:
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
            whole = [[t for t in table.totals if t.label == "total"] for table in (one, other)]
            for a, b in zip(*whole, strict=False):
                yield from same_value(
                    b.entries[right_column], a.entries[left_column], "jumlah sama"
                )

    return rule


def nearest(name: object, known: Sequence[str]) -> str:
    """A guess at the name that was meant, among as many as a person would look through.

    Examples
    --------
    >>> nearest("Cempak", ["Cempaka", "Landasan Ulin"])
    "'Cempak': maksudnya 'Cempaka'? "
    """
    near = closest(name, known) if len(known) <= _MOST_NAMES else None
    return f"'{name}': maksudnya '{near}'? " if near else ""
