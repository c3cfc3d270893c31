"""All contradictions of a report that has been drafted."""

from collections.abc import Iterable, Sequence

from lkjlib.data import Data
from lkjlib.draft import structure_words as words
from lkjlib.draft.document import Naskah
from lkjlib.draft.match import Padanan
from lkjlib.draft.statements import Pernyataan
from lkjlib.draft.structure import Janggal
from lkjlib.draft.structure_tables import table_faults
from lkjlib.rules.category import require_skala

_SURE = 0.6  # score from which on two numbers are taken for the same


def structure_faults(
    naskah: Naskah,
    matches: Iterable[Padanan],
    statements: Sequence[tuple[Pernyataan, Padanan]],
    data: Data,
) -> tuple[Janggal, ...]:
    """Where a report contradicts itself, in the order of its lines.

    Parameters
    ----------
    naskah : the report.
    matches : what its numbers were found to be.
    statements : its statements, with the measures that may decide them.
    data : whose scale and year count.
    """
    skala, matches = require_skala(data.laporan.skala), list(matches)
    found = [fault for blok in naskah.tables() for fault in table_faults(blok, skala)]
    found += words.counts_said_twice(naskah)
    found += words.lists(naskah)
    found += words.categories_said(statements, skala)
    found += words.counts_of_categories(naskah, skala)
    found += words.counts_of_met(naskah)
    found += words.means_said(naskah)
    found += words.targets_said(statements, matches, data.tahun)
    found += words.printed_twice(matches, _SURE)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.baris, one.aturan)))
