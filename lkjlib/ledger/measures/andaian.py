"""What-if measures: what would follow if another number that the report prints were right."""

from __future__ import annotations

from collections.abc import Mapping

from lkjlib.ledger.measures.measure import Measure, Measures, percent
from lkjlib.rules.capaian import RUMUS
from lkjlib.rules.category import kategori
from lkjlib.themes.indikator.api import SKALA_LAPORAN

BARU = "umkm.baru.total"


def if_printed(known: Mapping[str, Measure], printed: int) -> Measures:
    """Realisasi, capaian and category of wirausaha with another count of new firms.

    `printed` is the count that the report's prose gives where its table gives another.
    """
    realisasi = percent(printed, known["umkm.binaan.total"].nilai)
    (target,) = (m.nilai for k, m in known.items() if k.startswith("kinerja.target.wirausaha"))
    capaian = RUMUS[known["indikator.rumus.wirausaha"].nilai].persen(realisasi, target)
    word = kategori(float(capaian), SKALA_LAPORAN)
    yield Measure("wirausaha.realisasi_bila_baru_tercetak", realisasi, "bila prosa yang benar")
    yield Measure("wirausaha.capaian_bila_baru_tercetak", capaian, "bila prosa yang benar")
    yield Measure("wirausaha.kategori_bila_baru_tercetak", word, "bila prosa yang benar")
