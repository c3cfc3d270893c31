"""Which notebook tells an indicator: its theme's, or the one of all the others."""

from places import ROOT

from lkjlib.loading import load
from lkjlib.themes import INDIKATOR_LAIN, book_of, indikator_lain


def test_indicators_that_no_theme_counts_are_told_together():
    jabar = load(path=ROOT / "data" / "jabar-disnakertrans-2016")
    assert indikator_lain(jabar) == jabar.indikator["kode"].tolist()
    assert {book_of(jabar, kode) for kode in indikator_lain(jabar)} == {INDIKATOR_LAIN}


def test_where_some_indicators_have_a_notebook_only_the_others_are_told(annexes):
    annexes.edit("kinerja.xlsx", "Indikator", M6=None)
    assert indikator_lain(load(path=annexes.folder)) == ["koperasi"]
