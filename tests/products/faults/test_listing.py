"""Faults as a table: nothing is lost, no line is longer than the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjlib.errors import Fault
from lkjlib.products.faults.listing import count_faults, faults_table

WORDS = st.text(alphabet="abc 1.", max_size=120)
FINDINGS = st.lists(
    st.builds(
        Fault, st.sampled_from(["galat", "peringatan"]), WORDS, WORDS, WORDS, WORDS, WORDS, WORDS
    ),
    max_size=4,
)


@given(FINDINGS, st.integers(68, 160))
def test_faults_table_of_any_faults_fits_the_width(faults: list, width: int) -> None:
    assert max(map(len, faults_table(faults, width).splitlines())) <= width


@given(FINDINGS, st.integers(68, 160))
def test_faults_table_of_any_faults_keeps_every_character(faults: list, width: int) -> None:
    table = faults_table(faults, width)
    for fault in faults:
        for text in (fault.alamat, fault.ditemukan, fault.diharapkan, fault.saran):
            assert all(table.count(c) >= text.count(c) for c in "abc1.")


def test_faults_table_of_an_empty_cell_says_so() -> None:
    fault = Fault("galat", "a.xlsx", "A", "B2", "  ", "bilangan", "Isi.")
    assert "(kosong)" in faults_table([fault], 100)


def test_faults_table_without_width_takes_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    fault = Fault("galat", "a.xlsx", "A", "B2", "x " * 40, "y " * 40, "z " * 40)
    assert max(map(len, faults_table([fault]).splitlines())) <= 70


def test_count_faults_counts_both_levels() -> None:
    faults = [Fault(t, "a", "", "", "", "", "") for t in ("galat", "peringatan", "galat")]
    assert count_faults(faults) == "3 temuan (2 galat, 1 peringatan)."
