"""Views of the judged ledger: counts of verdicts, what is not borne out, what stays open."""

import re

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.basis import DASAR
from lkjlib.ledger.claims import number_in
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.measures import known_measures
from lkjlib.ledger.sections import in_sections, section_of, sections_in
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI, VONIS

_NUMBER = re.compile(r"\d{1,3}(\.\d{3})*(,\d+)? ?%?|\d+(,\d+)? ?%?")
_NAMED = "data penentu: "  # how an auditor's note begins, under a heading that says the same
_TRACED = [
    "kode",
    "bagian",
    "tabel",
    "pernyataan",
    "tercetak",
    "dihitung",
    "vonis",
    "selisih",
    "penjelasan",
    "saran",
    "dasar",
    "tercetak_angka",
    "dihitung_angka",
    "ukuran",
    "sel_lampiran",
    "catatan",
]
_FAILING = [
    "kode",
    "seksi",
    "bagian",
    "tabel",
    "pernyataan",
    "tercetak",
    "dihitung",
    "vonis",
    "penjelasan",
    "saran",
    "konsekuensi",
]


def vonis_per_bagian(data: Data) -> pd.DataFrame:
    """How many statements got which verdict, by section of the report.

    Returns
    -------
    DataFrame
        bagian, one column per verdict, jumlah [statements].

    Examples
    --------
    >>> from lkjlib import load
    >>> vonis_per_bagian(load(2019))["jumlah"].sum()
    np.int64(733)
    """
    ledger = klaim(data)
    sections = sections_in(data.laporan)
    places = ledger["bagian"].map(lambda place: section_of(place, sections))
    table = pd.crosstab(places, ledger["vonis"])
    told = [name for name in sections if name in table.index]
    table = table.reindex(index=told, columns=list(VONIS), fill_value=0)
    return table.assign(jumlah=table.sum(axis=1)).rename_axis(columns=None).reset_index()


def ringkasan_klaim(data: Data) -> pd.DataFrame:
    """Verdicts over the whole report, by what they rest on.

    Returns
    -------
    DataFrame
        vonis, one column per key of `lkjlib.ledger.basis.DASAR`, jumlah [statements].

    Examples
    --------
    >>> from lkjlib import load
    >>> ringkasan_klaim(load(2019)).set_index("vonis")["jumlah"].to_dict()["tidak cocok"]
    114
    """
    ledger = klaim(data)
    table = pd.crosstab(ledger["vonis"], ledger["dasar"]).reindex(list(VONIS), fill_value=0)
    table = table.reindex(columns=list(DASAR), fill_value=0)
    return table.assign(jumlah=table.sum(axis=1)).rename_axis(columns=None).reset_index()


def tidak_teruji(data: Data) -> pd.DataFrame:
    """Statements that no figure of the report can decide, and what would decide them.

    Returns
    -------
    DataFrame
        kode, bagian, tabel, pernyataan, tercetak, penjelasan, data_penentu ("–" where nobody
        has named the data).
    """
    ledger = klaim(data)
    open_ones = ledger[ledger["vonis"] == TIDAK_DAPAT_DIUJI]
    columns = ["kode", "bagian", "tabel", "pernyataan", "tercetak", "penjelasan"]
    notes = open_ones["catatan"].str.removeprefix(_NAMED)
    return open_ones[columns].assign(data_penentu=notes.where(notes != "", "–"))


def selisih_laporan(data: Data, *awalan: str) -> pd.DataFrame:
    """Statements of some sections that are not borne out, from the ledger.

    Parameters
    ----------
    data : the report's data.
    awalan : beginnings of the sections' names, in whole words, for example
        ``"Bab III A.3 sasaran 1"``; without any, the whole report.

    Returns
    -------
    DataFrame
        kode, seksi (section of the report), bagian, tabel, pernyataan, tercetak, dihitung,
        vonis, penjelasan, saran, konsekuensi; in the order of the report, without those that
        cannot be tested.

    Examples
    --------
    >>> from lkjlib import load
    >>> selisih_laporan(load(2019), "Bab III A.1")["tercetak"].tolist()
    ['LAKIP tahun 2019', 'Permendagri 54 Tahun 2010', '5 (lima)']
    """
    ledger = klaim(data)
    failing = ~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])
    return _as_printed(data, ledger[failing & in_sections(ledger["bagian"], *awalan)])


def usulan_perbaikan(data: Data) -> pd.DataFrame:
    """Statements to revise: all that do not hold, and what cannot be tested but has a proposal.

    Returns
    -------
    DataFrame
        The columns of `selisih_laporan`, in the order of the report.

    Examples
    --------
    >>> from lkjlib import load
    >>> usulan_perbaikan(load(2019))["vonis"].value_counts()["tidak dapat diuji"]
    np.int64(49)
    """
    ledger = klaim(data)
    failing = ~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])
    return _as_printed(data, ledger[failing | (ledger["saran"] != "")])


def _as_printed(data: Data, ledger: pd.DataFrame) -> pd.DataFrame:
    """Statements in the order of the report, each with its section."""
    sections = sections_in(data.laporan)
    names = ledger["bagian"].map(lambda place: section_of(place, sections))
    seksi = pd.Categorical(names, categories=list(sections), ordered=True)
    ledger = ledger.assign(seksi=seksi).sort_values(["seksi", "baris"], kind="stable")
    return ledger[_FAILING].astype({"seksi": str}).reset_index(drop=True)


def klaim_terlacak(data: Data) -> pd.DataFrame:
    """The ledger with the cells behind each computed verdict, and with numbers to sort by.

    Returns
    -------
    DataFrame
        The columns of `lkj.klaim` that a reader needs, and tercetak_angka, dihitung_angka
        (numbers, missing where the statement is none), sel_lampiran (formula over cells).

    Examples
    --------
    >>> from lkjlib import load
    >>> ledger = klaim_terlacak(load(2019)).set_index("kode")
    >>> ledger.loc["K024", "sel_lampiran"]
    'koperasi.xlsx!Keragaan!C29'
    """
    ledger, known = klaim(data), known_measures(data)
    compared = ledger["selisih"].notna()
    cells = {key: known[key].asal(data.jumlah) for key in ledger["ukuran"].unique() if key}
    ledger["sel_lampiran"] = ledger["ukuran"].map(cells).fillna("")
    for name in ("tercetak", "dihitung"):
        cells = zip(ledger[name], compared, strict=True)
        ledger[f"{name}_angka"] = [_number(text, sure) for text, sure in cells]
    return ledger[_TRACED]


def _number(text: str, sure: bool) -> float | None:
    """The number that a statement is; none where it only mentions one, as a law's name does."""
    return float(number_in(text).value) if sure or _NUMBER.fullmatch(text) else None
