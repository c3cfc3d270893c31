"""Measures: what the ledger compares the report's statements with, by key.

The themes bring them; here they are gathered, with those that follow from the ledger itself: what
would hold if a count that the report's prose prints were right, and not that of its table.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

import pandas as pd

from lkjlib.annexes.entries import TableRows
from lkjlib.data import SHORT_COLUMNS, Data, Entry
from lkjlib.errors import LkjError, explain_unknown
from lkjlib.ledger.claims import BERKAS, ledger_tables, number_in
from lkjlib.numbers.exact import Exact
from lkjlib.report import Report
from lkjlib.rules.capaian import RUMUS
from lkjlib.rules.category import kategori
from lkjlib.themes import COUNTS, themes_of
from lkjlib.themes.measure import Measure, with_relative

_HITUNGAN, BARU, BINAAN = "wirausaha-baru", "umkm.baru.total", "umkm.binaan.total"
KATEGORI_LAIN = ".kategori_bila_baru_tercetak"  # ends the key, after the indicator's code
IF_PRINTED = (".realisasi_bila_baru_tercetak", ".capaian_bila_baru_tercetak", KATEGORI_LAIN)
_IF_PRINTED = "bila prosa yang benar"


def asal_ukuran(data: Data, ukuran: str) -> str:
    """The cells that a measure rests on, as a formula over their addresses.

    Parameters
    ----------
    data : the report's data.
    ukuran : key of the measure, as column Ukuran of klaim.xlsx names it.

    Returns
    -------
    str
        ``koperasi.xlsx!Pemeringkatan!D7:D8 / Keragaan!C29``; file and sheet stand where they
        change. Empty where no annex holds it (a scale, a unit).

    Raises
    ------
    LkjError
        When there is no such measure; those that are meant are named.

    Examples
    --------
    >>> from lkjlib import load
    >>> asal_ukuran(load(2019), "cakupan.persen.tingkat_lulus")
    'koperasi.xlsx!Pemeringkatan!D7:D8 / D6:D10'
    """
    known = measures_of(data)
    if ukuran not in known:
        raise LkjError(explain_unknown("ukuran", ukuran, known))
    return known[ukuran].asal(data.jumlah)


def ukuran(data: Data) -> pd.DataFrame:
    """The measures as one long frame: ukuran, nilai (exact), definisi.

    Examples
    --------
    >>> from lkjlib import load
    >>> ukuran(load(2019)).set_index("ukuran")["nilai"]["cakupan.persen.tingkat_lulus"]
    Fraction(3100, 37)
    """
    rows = [(m.ukuran, m.nilai, m.definisi) for m in measures(data).values()]
    return pd.DataFrame(rows, columns=["ukuran", "nilai", "definisi"])


def measures_of(data: Data) -> Mapping[str, Measure]:
    """The measures of a report that may have a ledger or none, by their keys."""
    if (data.folder / BERKAS).exists():
        return known_measures(data)
    return with_relative(measures(data), data.tahun)


@lru_cache(maxsize=4)
def known_measures(data: Data) -> dict[str, Measure]:
    """The measures of a report, those that follow from its ledger included; computed once."""
    return ledger_measures(data, ledger_tables(data)["klaim.Klaim"])


def ledger_measures(data: Data, table: TableRows) -> dict[str, Measure]:
    """Measures of the frames, and those that follow from what sheet Klaim says is printed.

    A key that names a year is known by its distance from the report's year too.
    """
    known = measures(data)
    kode = next((kode for kode, count in data.hitungan.items() if count is COUNTS[_HITUNGAN]), "")
    if kode and BARU in known:
        printed = _printed_otherwise(table, known[BARU])
        printed = printed or known[BARU].isi
        known |= _by_key(if_printed(known, printed, data.laporan, kode))
    return with_relative(known, data.tahun)


def measures(data: Data) -> dict[str, Measure]:
    """Every measure of the themes by its key."""
    with SHORT_COLUMNS():
        return _by_key(
            chain.from_iterable(theme.measures(data.eksak) for theme in themes_of(data.laporan))
        )


def if_printed(
    known: Mapping[str, Measure], printed: Exact, laporan: Report, kode: str
) -> Iterator[Measure]:
    """Realisasi, capaian and category of an indicator with another count of new firms.

    `printed` is the count that the report's prose gives where its table gives another,
    `kode` the indicator.
    """
    realisasi = printed / known[BINAAN].isi * 100
    target = known[f"kinerja.target.{kode}.{laporan.tahun}"].isi
    capaian = RUMUS[known[f"indikator.rumus.{kode}"].nilai].persen(realisasi, target)
    word = kategori(float(capaian), laporan.skala)
    yield Measure(f"{kode}{IF_PRINTED[0]}", realisasi, _IF_PRINTED)
    yield Measure(f"{kode}{IF_PRINTED[1]}", capaian, _IF_PRINTED)
    yield Measure(f"{kode}{KATEGORI_LAIN}", word, _IF_PRINTED, dari=(capaian,))


def _printed_otherwise(table: TableRows, counted: Measure) -> Exact | None:
    """The first printed count of new firms that is not the counted one, with its cell."""
    cells: Iterator[Entry] = (
        row["tercetak"] for row in table.rows if row["ukuran"].nilai == counted.ukuran
    )
    numbers = (Exact(number_in(cell.nilai).value, cell.asal) for cell in cells)
    return next((number for number in numbers if number.nilai != counted.nilai), None)


def _by_key(items: Iterator[Measure]) -> dict[str, Measure]:
    return {item.ukuran: item for item in items}
