"""Views of the ledger: what holds, what does not and why it matters, what cannot be tested."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.claims import KONSEKUENSI, klaim, known_measures, sound_tables
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.judging import fill
from lkjlib.ledger.measures import Measure
from lkjlib.ledger.measures.andaian import BARU
from lkjlib.ledger.sections import BAGIAN, SAMPUL, in_sections, section_of
from lkjlib.numbers.compare import COCOK, TIDAK_DAPAT_DIUJI, VONIS

_CATEGORY = "kinerja.kategori."


def vonis_per_bagian(data: Data) -> pd.DataFrame:
    """How many statements got which verdict, by section of the report.

    Returns
    -------
    DataFrame
        bagian, one column per verdict, jumlah [statements].
    """
    ledger = klaim(data)
    table = pd.crosstab(ledger["bagian"].map(section_of), ledger["vonis"])
    table = table.reindex(index=list(BAGIAN), columns=list(VONIS), fill_value=0)
    return table.assign(jumlah=table.sum(axis=1)).rename_axis(columns=None).reset_index()


def ringkasan_klaim(data: Data) -> pd.DataFrame:
    """Verdicts over the whole report, by what decided them.

    Returns
    -------
    DataFrame
        vonis, dihitung (decided by a computed measure), nalar (reasoned in the sheet), jumlah.
    """
    ledger = klaim(data)
    table = pd.crosstab(ledger["vonis"], ledger["dasar"]).reindex(list(VONIS), fill_value=0)
    table = table.reindex(columns=["hitungan", "nalar"], fill_value=0)
    return table.assign(jumlah=table.sum(axis=1)).rename_axis(columns=None).reset_index()


def cakupan_per_bagian(data: Data) -> pd.DataFrame:
    """Printed numbers by section: what explains them, and the share explained [percent]."""
    sound_tables(data)  # a place that no section holds is a finding
    frame = angka(data)
    places = frame["bagian"].map(lambda b: SAMPUL if b == SAMPUL else section_of(b))
    table = pd.crosstab(places, frame["jenis"]).reindex(columns=["data", "klaim", "acuan"])
    table = table.reindex([b for b in (SAMPUL, *BAGIAN) if b in table.index]).fillna(0)
    explained = frame.groupby(places)["terjelaskan"].mean() * 100
    return (
        table.astype("int64")
        .assign(jumlah=table.sum(axis=1).astype("int64"), terjelaskan=explained)
        .rename_axis(index="bagian", columns=None)
        .reset_index()
    )


def temuan_klaim(data: Data) -> pd.DataFrame:
    """Findings: statements that fail for one reason, in the order of their consequence.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, vonis, banyak [statements], baris (lines of the text
        edition), tercetak, dihitung, alasan, saran (the sentence to print), mengubah_kategori.
    """
    ledger, known = klaim(data), known_measures(data)
    titles = sound_tables(data)["klaim.Temuan"].rows
    order = {name: place for place, name in enumerate(KONSEKUENSI)}
    rows = []
    for title in titles:
        number, consequence = title["nomor"].nilai, title["konsekuensi"].nilai
        members = ledger[(ledger["temuan"] == number) & (ledger["vonis"] != COCOK)]
        if len(members):
            rows.append(
                {
                    "nomor": number,
                    "konsekuensi": consequence,
                    "judul": fill(title["judul"].nilai, known),
                    **_card(members),
                    "mengubah_kategori": _changes_category(members, known),
                }
            )
    frame = pd.DataFrame(rows)
    return frame.sort_values(
        "konsekuensi", key=lambda column: column.map(order), kind="stable", ignore_index=True
    )


def _card(members: pd.DataFrame) -> dict:
    return {
        "vonis": _joined(members["vonis"]),
        "banyak": len(members),
        "baris": _joined(members["baris"].astype(str)),
        "tercetak": _joined(members["tercetak"]),
        "dihitung": _joined(members["dihitung"]),
        "alasan": _joined(members["penjelasan"], " "),
        "saran": _joined(members["saran"], " · "),
    }


def _changes_category(members: pd.DataFrame, known: Mapping[str, Measure]) -> bool:
    """Does a category fail, or would another one follow from the printed count?"""
    if members["ukuran"].str.startswith(_CATEGORY).any():
        return True
    return BARU in members["ukuran"].tolist() and (
        known["wirausaha.kategori_bila_baru_tercetak"].nilai
        != known["kinerja.kategori.wirausaha.2019"].nilai
    )


def _joined(values: pd.Series, separator: str = ", ") -> str:
    return separator.join(dict.fromkeys(value for value in values if value))


def anggota_temuan(data: Data, nomor: int) -> pd.DataFrame:
    """Statements of one finding, those that fail alike on one row.

    Returns
    -------
    DataFrame
        baris (lines), tercetak, dihitung, penjelasan, saran.
    """
    ledger = klaim(data)
    members = ledger[(ledger["temuan"] == nomor) & (ledger["vonis"] != COCOK)]
    columns = ["tercetak", "dihitung", "penjelasan", "saran"]
    lines = members.astype({"baris": str}).groupby(columns, sort=False)["baris"]
    return lines.agg(", ".join).reset_index()[["baris", *columns]]


def tidak_teruji(data: Data) -> pd.DataFrame:
    """Statements that no figure of the report can decide, and what would decide them."""
    ledger = klaim(data)
    open_ones = ledger[ledger["vonis"] == TIDAK_DAPAT_DIUJI]
    columns = ["kode", "baris", "bagian", "pernyataan", "tercetak", "penjelasan"]
    return open_ones[columns].assign(
        data_penentu=open_ones["catatan"].where(open_ones["catatan"] != "", "–")
    )


def selisih_laporan(data: Data, *awalan: str) -> pd.DataFrame:
    """Statements of some sections that are not borne out, from the ledger.

    Parameters
    ----------
    data : the year's data.
    awalan : beginnings of the sections' names, in whole words, for example
        ``"Bab III A.3 sasaran 1"``; without any, the whole report.

    Returns
    -------
    DataFrame
        kode, baris, pernyataan, tercetak, dihitung, vonis, penjelasan; without those that
        cannot be tested.
    """
    ledger = klaim(data)
    wanted = ~ledger["vonis"].isin([COCOK, TIDAK_DAPAT_DIUJI])
    wanted &= in_sections(ledger["bagian"], *awalan)
    columns = ["kode", "baris", "pernyataan", "tercetak", "dihitung", "vonis", "penjelasan"]
    return ledger.loc[wanted, columns].reset_index(drop=True)
