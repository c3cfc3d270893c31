"""Findings as a table: nothing is lost, no line is longer than the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjlib.errors import Finding
from lkjlib.terminal import count_findings, findings_table

WORDS = st.text(alphabet="abc 1.", max_size=120)
FINDINGS = st.lists(
    st.builds(
        Finding, st.sampled_from(["galat", "peringatan"]), WORDS, WORDS, WORDS, WORDS, WORDS, WORDS
    ),
    max_size=4,
)


@given(FINDINGS, st.integers(68, 160))
def test_findings_table_of_any_findings_fits_the_width(findings: list, width: int) -> None:
    assert max(map(len, findings_table(findings, width).splitlines())) <= width


@given(FINDINGS, st.integers(68, 160))
def test_findings_table_of_any_findings_keeps_every_character(findings: list, width: int) -> None:
    table = findings_table(findings, width)
    for finding in findings:
        for text in (finding.alamat, finding.ditemukan, finding.diharapkan, finding.saran):
            assert all(table.count(c) >= text.count(c) for c in "abc1.")


def test_findings_table_of_an_empty_cell_says_so() -> None:
    finding = Finding("galat", "a.xlsx", "A", "B2", "  ", "bilangan", "Isi.")
    assert "(kosong)" in findings_table([finding], 100)


def test_findings_table_without_width_takes_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    finding = Finding("galat", "a.xlsx", "A", "B2", "x " * 40, "y " * 40, "z " * 40)
    assert max(map(len, findings_table([finding]).splitlines())) <= 70


def test_count_findings_counts_both_levels() -> None:
    findings = [Finding(t, "a", "", "", "", "", "") for t in ("galat", "peringatan", "galat")]
    assert count_findings(findings) == "3 temuan (2 galat, 1 peringatan)."
