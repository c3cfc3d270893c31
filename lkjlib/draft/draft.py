"""A draft of the ledger: every printed number with what it may be, every statement to judge."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lkjlib.data import Data
from lkjlib.draft.candidates import Calon, candidates_of, word_candidates
from lkjlib.draft.context import context_of
from lkjlib.draft.document import Naskah
from lkjlib.draft.faults import structure_faults
from lkjlib.draft.match import TIADA, Matcher, Padanan
from lkjlib.draft.printed import Angka, numbers_in
from lkjlib.draft.read import read_document
from lkjlib.draft.statements import (
    ARAH,
    DIRECTIONS,
    KATEGORI,
    PERINGKAT,
    TERCAPAI,
    Pernyataan,
    statements_in,
)
from lkjlib.draft.structure import Janggal
from lkjlib.draft.words import stem
from lkjlib.rules.category import require_skala, skala_dibandingkan

UNJUK = 3  # candidates that are shown
_DIRECTIONS = {stem(word): sign for sign, words in DIRECTIONS.items() for word in words}
_REACHED = re.compile(r"tercapai|target|rendah|tinggi")


@dataclass(frozen=True)
class Draf:
    """What a report was found to print.

    `angka` are all numbers in order, `padanan` what each one is that does not only refer
    (by line and order), `pernyataan` the statements with the measures that may decide them,
    `janggal` the contradictions of the report with itself.
    """

    naskah: Naskah
    angka: tuple[Angka, ...]
    padanan: Mapping[tuple[int, int], Padanan]
    pernyataan: tuple[tuple[Pernyataan, Padanan], ...]
    janggal: tuple[Janggal, ...] = ()


def draft(path: str | Path, data: Data) -> Draf:
    """Draft the ledger of a printed report.

    Parameters
    ----------
    path : the report as .txt, .docx or .pdf.
    data : its annexes; a ledger in their folder is not looked at.

    Raises
    ------
    LkjError
        When the file cannot be read.
    """
    return draft_of(read_document(Path(path), data), data)


def draft_of(naskah: Naskah, data: Data) -> Draf:
    """Draft the ledger of a report that has been read."""
    numbers = numbers_in(naskah)
    matched = Matcher(candidates_of(data)).match(numbers, data.tahun)
    found = statements_in(naskah, require_skala(data.laporan.skala))
    stated = tuple(zip(found, _decided(found, data), strict=True))
    return Draf(
        naskah,
        tuple(numbers),
        {(one.angka.baris, one.angka.urutan): one for one in matched},
        stated,
        structure_faults(naskah, matched, stated, data),
    )


def _decided(found: list[Pernyataan], data: Data) -> list[Padanan]:
    """The measures whose word may decide each statement."""
    matchers = {macam: Matcher(some) for macam, some in _by_kind(data).items()}
    result = []
    for one in found:
        text = one.blok.grid.at(*one.sel) if one.sel else one.blok.teks
        spot = Angka(one.blok, one.baris, 0, one.kata, text, one.awal, one.sel)
        context = context_of(spot, data.tahun)
        matcher = matchers.get(one.macam)
        if matcher is None or not matcher.calon:
            result.append(Padanan(spot, context, TIADA))
            continue
        same = np.array([_same_word(c.kata, one.kata) for c in matcher.calon])
        result.append(matcher.decide(spot, context, matcher.words(context)[0], same))
    return result


def _by_kind(data: Data) -> dict[str, list[Calon]]:
    """Word measures by the kind of statement that they may decide; causes have none."""
    scales = skala_dibandingkan(data.laporan.skala)
    categories = {band.kategori for scale in scales for band in scale.pita}
    kinds: dict[str, list[Calon]] = {KATEGORI: [], ARAH: [], TERCAPAI: [], PERINGKAT: []}
    for one in word_candidates(data):
        if one.kata in categories:
            kinds[KATEGORI].append(one)
        elif stem(one.kata) in _DIRECTIONS:
            kinds[ARAH].append(one)
        elif _REACHED.search(one.kata):
            kinds[TERCAPAI].append(one)
        elif " " not in one.kelompok and one.deret.rpartition(".")[2].isdigit():
            kinds[PERINGKAT].append(one)  # who comes first, second, …
    return kinds


def _same_word(one: str, other: str) -> bool:
    """Do two words say the same: equal, or forms of one direction?"""
    return one.casefold() == other.casefold() or (
        stem(one) in _DIRECTIONS and _DIRECTIONS.get(stem(one)) == _DIRECTIONS.get(stem(other))
    )
