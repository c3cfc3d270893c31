"""Usulan perbaikan: every statement that does not hold, as a card, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.ledger.claims import KONSEKUENSI
from lkjlib.ledger.judge import klaim
from lkjlib.ledger.sections import address
from lkjlib.ledger.views import usulan_perbaikan
from lkjlib.numbers.compare import (
    COCOK,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    TIDAK_DIDUKUNG,
    VONIS,
)
from lkjlib.numbers.format import format_angka
from lkjlib.products.absent import NO_LEDGER, has_ledger
from lkjlib.products.cards import TANPA_USULAN
from lkjlib.products.word.blocks import USULAN
from lkjlib.products.word.markdown import escape
from lkjlib.products.word.pandoc import convert

_FAILS = (TIDAK_COCOK, TIDAK_DIDUKUNG, PEMBULATAN)
_COUNTED = (*_FAILS, TIDAK_DAPAT_DIUJI)
_RULER = f"|:{'-' * 25}|:{'-' * 120}|"  # over pandoc's --columns: relative widths
_CELLS = ': {sel="Isi Tabel"}'
_HOW_TO_READ = (
    "Alamat setiap kartu adalah bagian, tabel, dan kata seperti tercetak di laporan. Tercetak: "
    "yang dikatakan kata itu. Menurut data: hasil hitungan dari lampiran, atau alasan vonisnya. "
    "Usulan: kalimat atau isi sel yang dapat dicetak sebagai gantinya. Akibat: apa yang berubah "
    "karenanya. Usulan memakai gaya Usulan Kalimat, sehingga dapat dicari sekaligus."
)


def write_revisions(data: Data, path: Path) -> None:
    """Write the proposals of the ledger as a .docx: a card per statement, headings to go by.

    Parameters
    ----------
    data : the report's data.
    path : the file to write.

    Raises
    ------
    LkjError
        When the report has no ledger, or pandoc is missing.
    """
    if not has_ledger(data.laporan):
        raise LkjError(NO_LEDGER)
    convert(revisions(data), path.parent, path)


def revisions(data: Data) -> str:
    """The document as markdown for `convert`; where everything holds it says so."""
    wanted = usulan_perbaikan(data)
    wanted.index += 1  # numbers of the cards
    report = data.laporan
    title = f"Usulan perbaikan {report.dokumen} {report.tahun}"
    parts = [
        f"# {escape(title)}",
        f'::: {{custom-style="Subtitle"}}\n{escape(f"{report.dinas} {report.wilayah}")}\n:::',
        escape(_counted(klaim(data))),
    ]
    if len(wanted):
        parts += [escape(_HOW_TO_READ), _overview(wanted), *_sections(wanted)]
    return "\n\n".join(parts) + "\n"


def _counted(ledger: pd.DataFrame) -> str:
    count = {name: int((ledger["vonis"] == name).sum()) for name in VONIS}
    failing = sum(count[name] for name in _FAILS)
    untested, proposed = (ledger["vonis"] == TIDAK_DAPAT_DIUJI), (ledger["saran"] != "")
    also = int((untested & proposed).sum())
    told = (
        f"Dari {format_angka(len(ledger))} pernyataan laporan yang dinilai, "
        f"{format_angka(count[COCOK])} cocok, {format_angka(failing)} tidak terbukti, dan "
        f"{format_angka(count[TIDAK_DAPAT_DIUJI])} tidak dapat diuji dengan lampiran."
    )
    if not failing:
        told += " Tidak ada yang perlu diperbaiki."
    else:
        told += (
            " Setiap yang tidak terbukti mempunyai satu kartu di bawah, dalam urutan laporan; "
            "tidak satu pun dilewatkan."
        )
    if also and also == count[TIDAK_DAPAT_DIUJI]:
        told += " Yang tidak dapat diuji pun masing-masing mempunyai kartu dengan usulan."
    elif also:
        told += f" Dari yang tidak dapat diuji, {format_angka(also)} mempunyai usulan juga."
    return told


def _overview(wanted: pd.DataFrame) -> str:
    """Sections with their cards and verdicts, each a link to its heading."""
    heads = ["Bagian", "Kartu", *(name.capitalize() for name in _COUNTED)]
    ruler = ("-" * 3 * max(8, *map(len, head.split())) + ":" for head in heads[1:])  # words whole
    lines = [_CELLS, "", _row(heads), f"|:{'-' * 50}|{'|'.join(ruler)}|"]
    for place, (name, rows) in enumerate(wanted.groupby("seksi", sort=False)):
        counts = [format_angka(int((rows["vonis"] == verdict).sum())) for verdict in _COUNTED]
        cards = "–".join(dict.fromkeys((str(rows.index[0]), str(rows.index[-1]))))
        lines.append(_row([f"[{escape(name)}](#{_mark(place)})", escape(cards), *counts]))
    sums = [format_angka(int((wanted["vonis"] == verdict).sum())) for verdict in _COUNTED]
    lines.append(_row([f"**{cell}**" for cell in ("Jumlah", format_angka(len(wanted)), *sums)]))
    return "\n".join(lines)


def _sections(wanted: pd.DataFrame) -> Iterator[str]:
    for place, (name, rows) in enumerate(wanted.groupby("seksi", sort=False)):
        yield f"## {escape(name)} {{#{_mark(place)}}}"
        yield from map(_card, rows.itertuples())


def _mark(place: int) -> str:
    return f"bagian-{place}"


def _card(row) -> str:
    """A statement under its address: printed, what the data say, what to print, consequence."""
    found = ". ".join(filter(None, (row.dihitung, row.penjelasan)))
    found = found[:1].upper() + found[1:]
    effect = KONSEKUENSI.get(row.konsekuensi, "")
    rows = {
        "Tercetak": escape(f"{row.pernyataan}: “{row.tercetak}”"),
        "Menurut data": escape(found),
        "Usulan": f'[{escape(row.saran or TANPA_USULAN)}]{{custom-style="{USULAN}"}}',
        "Akibat": escape("; ".join(filter(None, (effect, f"vonis {row.vonis}"))).capitalize()),
    }
    where = escape(f"{row.Index}. {address(row.bagian, row.tabel, row.tercetak)}")
    cells = [_row([f"**{label}**", text]) for label, text in rows.items()]
    return "\n".join(
        [f"### {where} {{#kartu-{row.Index}}}", "", _CELLS, "", "| | |", _RULER, *cells]
    )


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
