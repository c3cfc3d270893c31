"""What each number of the made-up report was found to be, and what a slip of the finger does."""

from dataclasses import replace

import pytest

from lkjlib.draft.candidates import candidates_of
from lkjlib.draft.match import BERBEDA, TIADA, USULAN, Matcher

RESULTS = {3: "target", 4: "realisasi", 5: "capaian"}
CONTRADICTED = {"63,36", "58,34", "37,60", "254,55"}  # capaian that target and result do not give


@pytest.fixture(scope="module")
def table(drafted):
    """The numbers of the table of results."""
    return [p for p in drafted.padanan.values() if "Target dan Realisasi" in p.angka.tabel]


def test_numbers_of_the_table_are_the_measures_of_their_row_and_column(table, jabar):
    codes = list(jabar.indikator["kode"])
    for match in table:
        row, column = match.angka.sel
        wanted = f"kinerja.{RESULTS[column]}.{codes[row - 2]}.{jabar.tahun}"
        assert wanted in [one.ukuran for one, _, _ in match.calon[:2]], match.angka


def test_numbers_that_their_inputs_do_not_give_are_different_and_no_others(table):
    different = {m.angka.tercetak for m in table if m.keadaan == BERBEDA}
    assert different == CONTRADICTED
    assert {m.keadaan for m in table} == {USULAN, BERBEDA}


def test_sums_and_activities_of_the_budget_are_found(drafted):
    budget = [p for p in drafted.padanan.values() if "Anggaran" in p.angka.tabel]
    assert len(budget) == 3 * (81 + 10 + 1)
    assert {p.keadaan for p in budget} == {USULAN}


def test_results_in_a_sentence_are_told_by_the_words_before_them(drafted, jabar):
    first = jabar.indikator["kode"].iloc[1]
    said = [p for p in drafted.padanan.values() if p.angka.sel is None][3:6]
    assert [p.calon[0][0].ukuran for p in said] == [
        f"kinerja.{name}.{first}.{jabar.tahun}" for name in RESULTS.values()
    ]


def test_one_digit_changed_is_noticed_nearly_always(drafted, jabar):
    matcher = Matcher(candidates_of(jabar))
    changed = noticed = 0
    for number, context, score in matcher.scored(drafted.angka, jabar.tahun):
        if matcher.decide(number, context, score).keadaan != USULAN:
            continue
        for place, digit in enumerate(number.tercetak):
            if digit.isdigit():
                other = "123456789".replace(digit, "")[place % 8]
                text = f"{number.tercetak[:place]}{other}{number.tercetak[place + 1 :]}"
                altered = matcher.decide(replace(number, tercetak=text), context, score)
                changed, noticed = changed + 1, noticed + (altered.keadaan == BERBEDA)
    assert changed > 2000
    assert noticed / changed >= 0.98


def test_number_of_something_else_is_nothing_that_is_known(read, jabar):
    from lkjlib.draft.draft import draft_of

    (match,) = draft_of(read("BAB I\n\nGedung kantor berlantai 17."), jabar).padanan.values()
    assert match.keadaan == TIADA
