"""Findings of the ledger: statements that fail for one reason, in the order of consequence."""

from collections.abc import Mapping

import pandas as pd

from lkjlib.data import Data
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.judge import fill, klaim, sound_tables
from lkjlib.ledger.measures import BARU, known_measures
from lkjlib.numbers.compare import COCOK
from lkjlib.themes.finding import Temuan
from lkjlib.themes.measure import Measure

_CATEGORY = "kinerja.kategori."
_CARD = ("vonis", "banyak", "baris", "tercetak", "dihitung", "alasan", "saran")
_COLUMNS = ("nomor", "konsekuensi", "judul", *_CARD, "mengubah_kategori")


def temuan_klaim(data: Data) -> pd.DataFrame:
    """Findings: statements that fail for one reason, in the order of their consequence.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, vonis, banyak [statements], baris (lines of the text
        edition), tercetak, dihitung, alasan, saran (the sentence to print), mengubah_kategori.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan_klaim(load(2019))["konsekuensi"].value_counts().to_dict()["vonis"]
    6
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
                    "mengubah_kategori": _changes_category(members, known, data.tahun),
                }
            )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
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


def _changes_category(members: pd.DataFrame, known: Mapping[str, Measure], tahun: int) -> bool:
    """Does a category fail, or would another one follow from the printed count?"""
    if members["ukuran"].str.startswith(_CATEGORY).any():
        return True
    return BARU in members["ukuran"].tolist() and (
        known["wirausaha.kategori_bila_baru_tercetak"].nilai
        != known[f"{_CATEGORY}wirausaha.{tahun}"].nilai
    )


def _joined(values: pd.Series, separator: str = ", ") -> str:
    return separator.join(dict.fromkeys(value for value in values if value))


def temuan(data: Data) -> tuple[Temuan, ...]:
    """The findings of the ledger as every theme gives its own: title, reasons, verdict.

    Examples
    --------
    >>> from lkjlib import load
    >>> temuan(load(2019))[0].vonis
    'tidak cocok, beda pembulatan'
    """
    rows = temuan_klaim(data).itertuples(index=False)
    return tuple(Temuan(row.judul, row.alasan, row.vonis) for row in rows)


def anggota_temuan(data: Data, nomor: int) -> pd.DataFrame:
    """Statements of one finding, those that fail alike on one row.

    Returns
    -------
    DataFrame
        baris (lines), tercetak, dihitung, alasan, saran.
    """
    ledger = klaim(data).rename(columns={"penjelasan": "alasan"})
    members = ledger[(ledger["temuan"] == nomor) & (ledger["vonis"] != COCOK)]
    columns = ["tercetak", "dihitung", "alasan", "saran"]
    lines = members.astype({"baris": str}).groupby(columns, sort=False)["baris"]
    return lines.agg(", ".join).reset_index()[["baris", *columns]]


def alasan_temuan(data: Data) -> pd.DataFrame:
    """Findings with one reason on each row; number, consequence and title stand on all of them.

    Returns
    -------
    DataFrame
        nomor, konsekuensi, judul, baris (lines), tercetak, dihitung, alasan, saran.
    """
    findings = temuan_klaim(data)[["nomor", "konsekuensi", "judul"]]
    reasons = [anggota_temuan(data, number).assign(nomor=number) for number in findings["nomor"]]
    none = anggota_temuan(data, -1).assign(nomor=findings["nomor"][:0])
    return findings.merge(pd.concat([none, *reasons]), on="nomor")
