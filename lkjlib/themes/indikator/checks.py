"""What must hold between the sheets of kinerja.xlsx, and with the regions that repeat them.

What cannot be right is a galat. Where the report contradicts itself, it is a peringatan with both
numbers, and the printed value stays.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from lkjlib.annexes.check import (
    CONTRADICTION,
    Rule,
    by_key,
    fault_at,
    nearest,
    odd_percent,
    pairs,
    prints_as,
    same_keys,
    same_value,
)
from lkjlib.annexes.entries import TableRows, Tables
from lkjlib.data import Entry, Row
from lkjlib.errors import Fault, RumusError
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.format import quote_angka, to_decimal
from lkjlib.report import Report
from lkjlib.rules.capaian import RUMUS
from lkjlib.rules.category import SKALA, kategori, require_skala
from lkjlib.themes.indikator.tables import INDIKATOR, MISSING, PERSEN, agreed_targets

CACAH = "cacah"  # the Hitungan of an indicator whose counts stand on the sheet of that name
_RESULTS = "kinerja.Capaian"
AGREED = "kinerja.Perjanjian Kinerja"
_FEWEST_COPIES = 3  # rows in which a year repeats its targets before that is odd


def rules(report: Report) -> tuple[Rule, ...]:
    """Every rule of a report, what blocks first."""
    others = ("Perjanjian Kinerja", "Capaian", "Pembanding")
    return (
        *(same_keys(INDIKATOR.nama, f"kinerja.{name}") for name in others),
        _targets(report),
        _opposed,
        _shares,
        _counts(report),
        _counted_results,
        _lost_results(report),
        _printed_capaian(report),
        _printed_categories(report),
        _copied_targets(report),
    )


def without_target(report: Report, tables: Tables) -> Iterator[Fault]:
    """Indicators that no sheet gives a target of the report's year.

    It looks at sheets with faults too: what is wrong elsewhere hides no missing target. A blank in
    the Perjanjian Kinerja is the fault of its cell already.
    """
    table, cards, agreement = (tables.get(n) for n in (_RESULTS, INDIKATOR.nama, AGREED))
    if agreement and not agreement.rows:  # what keeps it from being read is said already
        return
    known = {row["kode"].nilai for row in cards.rows} if cards else set()
    agreed = {row["kode"].nilai for row in agreement.rows} if agreement else set()
    for row in table.rows if table else ():
        own = row.get(f"target_{report.tahun}", MISSING)
        kode = row["kode"].nilai
        if own.nilai is None and kode not in agreed and (kode in known or not known):
            yield fault_at(
                row["kode"],
                f"{kode} tanpa target {report.tahun}",
                "target pada Perjanjian Kinerja atau Capaian",
                "Isi targetnya seperti tercetak di laporan.",
            )


def _targets(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """Where two sheets print the target of an indicator, it is the same."""
        table, agreed = tables.get(_RESULTS), agreed_targets(tables)
        for row in table.rows if table else ():
            own = row.get(f"target_{report.tahun}", MISSING)
            other = agreed.get(row["kode"].nilai, MISSING)
            for fault in same_value(own, other, "Perjanjian Kinerja"):
                yield replace(fault, tingkat="peringatan", saran="Sebut mana yang berlaku.")

    return rule


def _opposed(tables: Tables) -> Iterator[Fault]:
    """A rumus under which more is better does not go with an indicator where less is."""
    cards = tables.get(INDIKATOR.nama)
    for row in cards.rows if cards else ():
        rumus, polaritas = row["rumus"], row["polaritas"]
        kinds = [str(entry.nilai).partition("-")[0] for entry in (rumus, polaritas)]
        if None not in (rumus.nilai, polaritas.nilai) and kinds[0] != kinds[1]:
            yield fault_at(
                polaritas,
                f"{polaritas.nilai}, dengan rumus {rumus.nilai} ({rumus.sel})",
                f"polaritas {kinds[0]}",
                "Bila laporan menghitungnya begitu, biarkan dan sebut; bila tidak, betulkan.",
                "peringatan",
            )


def _shares(tables: Tables) -> Iterator[Fault]:
    """0,0506 beside percentages of other years may be a share, 506 may have lost its comma."""
    for cards, table in pairs(tables, INDIKATOR.nama, _RESULTS):
        percent = {key for key, row in by_key(cards).items() if row["satuan"].nilai in PERSEN}
        for key, row in by_key(table).items():
            entries = [e for name, e in row.items() if name.startswith("realisasi_") and e.nilai]
            for entry in entries if key in percent else ():
                others = [abs(other.nilai) for other in entries if other is not entry]
                if abs(entry.nilai) <= 1 and others and min(others) > 1:
                    yield odd_percent(entry, "pecahan", f"{quote_angka(entry.nilai * 100, 2)} %")
                elif others and abs(entry.nilai) >= 100 > max(others) * 2:
                    yield odd_percent(entry, "persen tanpa koma", "persen dengan koma")


def _counts(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """Who is counted on sheet Cacah is an indicator that says so, and has the report's year."""
        cards, counts = tables.get(INDIKATOR.nama), tables.get("kinerja.Cacah")
        named = {row["kode"].nilai: row for row in cards.rows} if cards else {}
        counts_rows = counts.rows if counts else []
        counted = {(row["kode"].nilai, row["tahun"].nilai) for row in counts_rows}
        for kode, row in named.items():
            entry = row.get("hitungan", MISSING)
            if entry.nilai == CACAH and (kode, report.tahun) not in counted:
                yield fault_at(
                    entry,
                    f"{CACAH}, tanpa baris {kode} {report.tahun}",
                    f"cacah {report.tahun} pada lembar 'Cacah'",
                    "Isi lembar Cacah, atau kosongkan Hitungan.",
                )
        for row in counts_rows if cards else ():
            kode = row["kode"].nilai
            if row.get("penyebut", MISSING).nilai == 0:
                advice = "Kosongkan bila cacah itu sendiri nilainya, atau betulkan angkanya."
                yield fault_at(row["penyebut"], "0", "penyebut yang bukan nol", advice)
            if kode not in named:
                advice = f"{nearest(kode, tuple(named))}Samakan kodenya dengan lembar Indikator."
                yield fault_at(row["kode"], kode, "kode pada lembar 'Indikator'", advice)
            elif named[kode].get("hitungan", MISSING).nilai is None:
                yield fault_at(
                    row["kode"],
                    f"{kode}, cacahnya tidak dipakai",
                    f"Hitungan '{CACAH}' pada lembar 'Indikator'",
                    "Isi Hitungan indikator itu, atau biarkan.",
                    "peringatan",
                )

    return rule


def _counted_results(tables: Tables) -> Iterator[Fault]:
    """A printed realisasi is what the counts beside it give."""
    cards = tables.get(INDIKATOR.nama)
    units = {row["kode"].nilai: row["satuan"].nilai for row in cards.rows} if cards else {}
    for counts, results in pairs(tables, "kinerja.Cacah", _RESULTS):
        printed = by_key(results)
        for row in counts.rows:
            kode, top, bottom = row["kode"].nilai, row["pembilang"], row.get("penyebut", MISSING)
            entry = printed.get((kode,), {}).get(f"realisasi_{row['tahun'].nilai}", MISSING)
            if None in (entry.nilai, top.nilai) or bottom.nilai == 0:
                continue
            exact, said = Fraction(top.nilai), top.asal
            if bottom.nilai is not None:
                exact *= Fraction(100 if units.get(kode) in PERSEN else 1) / Fraction(bottom.nilai)
                said = f"{top.asal} / {bottom.sel}"
            yield from contradiction(entry, exact, said)


def contradiction(entry: Entry, exact: Fraction, said: str) -> Iterator[Fault]:
    """A warning where a printed number is not what exact ones give, with both."""
    if not prints_as(exact, entry):
        decimals = max(entry.desimal, 2)
        yield fault_at(
            entry,
            quote_angka(entry.nilai, entry.desimal),
            f"{quote_angka(as_decimal(exact), decimals)} ({said})",
            CONTRADICTION,
            "peringatan",
        )


def _lost_results(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """A printed capaian has its realisasi beside it."""
        table = tables.get(_RESULTS)
        for row in table.rows if table else ():
            for year in report.tahun_tren:
                capaian, result = (
                    row.get(f"{n}_{year}", MISSING) for n in ("capaian", "realisasi")
                )
                if result.sel and result.nilai is None and capaian.nilai is not None:
                    shown = quote_angka(capaian.nilai, capaian.desimal)
                    yield fault_at(
                        result,
                        f"realisasi {year} kosong",
                        f"realisasi di balik capaian {shown} ({capaian.sel})",
                        "Isi seperti tercetak; bila laporan tidak mencetaknya, biarkan.",
                        "peringatan",
                    )

    return rule


def _printed_capaian(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """A printed capaian can be reached from printed realisasi and target by the rumus."""
        agreed = agreed_targets(tables)
        for cards, results in pairs(tables, INDIKATOR.nama, _RESULTS):
            known = by_key(cards)
            for key, row in by_key(results).items():
                for year in report.tahun_tren if key in known else ():
                    target = row.get(f"target_{year}", MISSING)
                    if target.nilai is None and year == report.tahun:
                        target = agreed.get(row["kode"].nilai, MISSING)
                    yield from _unreached(known[key], row, year, target)

    return rule


def _unreached(card: Row, row: Row, year: int, target: Entry) -> Iterator[Fault]:
    """Is the printed capaian that of any realisasi that prints as this one does?"""
    capaian, result = (row.get(f"{name}_{year}", MISSING) for name in ("capaian", "realisasi"))
    rumus = RUMUS.get(card["rumus"].nilai)
    if rumus is None or None in (capaian.nilai, result.nilai, target.nilai):
        return
    goal, half = Fraction(str(target.nilai)), Fraction(1, 2 * 10**result.desimal)
    if card["satuan"].nilai not in PERSEN and not result.desimal:
        half = Fraction(0)  # a count is not rounded
    reached = []
    for value in _results_to_date(card, row, year):
        try:
            ends = [rumus.persen(value + step, goal) for step in (-half, half)]
            exact = rumus.persen(value, goal)
        except RumusError:  # target 0: nothing can be said
            return
        if prints_as(min(ends), capaian) or prints_as(max(ends), capaian):
            return
        if min(ends) <= Fraction(str(capaian.nilai)) <= max(ends):
            return
        reached.append(exact)
    words = rumus.dalam_kata("realisasi", "target")
    decimals = max(capaian.desimal, 2)
    yield fault_at(
        capaian,
        quote_angka(capaian.nilai, capaian.desimal),
        f"{quote_angka(as_decimal(reached[0]), decimals)} ({words}; {result.sel}, {target.asal})",
        CONTRADICTION,
        "peringatan",
    )


def _results_to_date(card: Row, row: Row, year: int) -> list[Fraction]:
    """The realisasi of a year; where targets are running totals, also that of the years so far."""
    own = Fraction(str(row[f"realisasi_{year}"].nilai))
    if card.get("jenis_target", MISSING).nilai != "akumulasi":
        return [own]
    so_far = [
        Fraction(str(entry.nilai))
        for name, entry in row.items()
        if name.startswith("realisasi_") and int(name[-4:]) <= year and entry.nilai is not None
    ]
    return [own, sum(so_far)]


def _printed_categories(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """A printed category is the one that the report's scale gives the printed capaian."""
        table = tables.get(_RESULTS)
        if table is None or (isinstance(report.skala, str) and report.skala not in SKALA):
            return
        bands = require_skala(report.skala).pita
        words = {word.casefold(): b.kategori for b in bands for word in (b.kategori, b.kode)}
        for row in table.rows:
            for year in report.tahun_tren:
                printed, capaian = (
                    row.get(f"{name}_{year}", MISSING) for name in ("kategori", "capaian")
                )
                if printed.nilai is None:
                    continue
                if printed.nilai.casefold() not in words:
                    known = ", ".join(band.kategori for band in bands)
                    yield fault_at(
                        printed,
                        printed.nilai,
                        f"kategori pada skala: {known}",
                        f"{nearest(printed.nilai, [b.kategori for b in bands])}{CONTRADICTION}",
                        "peringatan",
                    )
                elif capaian.nilai is not None:
                    wanted = kategori(to_decimal(capaian.nilai), report.skala)
                    if words[printed.nilai.casefold()] != wanted:
                        shown = quote_angka(capaian.nilai, capaian.desimal)
                        yield fault_at(
                            printed,
                            printed.nilai,
                            f"{wanted} (capaian {shown}, {capaian.sel})",
                            CONTRADICTION,
                            "peringatan",
                        )

    return rule


def _copied_targets(report: Report) -> Rule:
    def rule(tables: Tables) -> Iterator[Fault]:
        """A year whose results are its targets, row for row, was probably copied."""
        table = tables.get(_RESULTS)
        for year in report.tahun_tren if table else ():
            both = _printed_pairs(table, year)
            if len(both) >= _FEWEST_COPIES and all(a.nilai == b.nilai for a, b in both):
                yield fault_at(
                    both[0][0],
                    f"realisasi {year} sama dengan target pada {len(both)} dari {len(both)} baris",
                    "realisasi yang diukur",
                    "Mungkin target yang tersalin: jangan simpulkan apa pun dari tahun itu.",
                    "peringatan",
                )

    return rule


def _printed_pairs(table: TableRows, year: int) -> list[tuple[Entry, Entry]]:
    names = (f"realisasi_{year}", f"target_{year}")
    entries = [tuple(row.get(name, MISSING) for name in names) for row in table.rows]
    return [pair for pair in entries if None not in (pair[0].nilai, pair[1].nilai)]
