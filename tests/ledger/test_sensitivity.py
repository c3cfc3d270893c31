"""Each printed digit counts: changed by one, the verdict changes, unless the row says why not."""

import pytest

from lkjlib.errors import ParseError
from lkjlib.ledger.basis import DINALAR, TIDAK_TERCAKUP, typed_here
from lkjlib.ledger.claims import ledger_tables
from lkjlib.ledger.judge import judge
from lkjlib.ledger.measures import known_measures
from lkjlib.numbers.compare import COCOK, PEMBULATAN


def verdict(row, slip, known, typed):
    """Of the row with another text, with its reason; of a text that is no number, why."""
    try:
        judged = judge({**row, "tercetak": slip}, known, typed)
        return judged["vonis"], judged["penjelasan"]
    except ParseError as error:  # "003,55": nobody reads over that
        return str(error)


def slips(text):
    """The text with one digit changed by one, in every way."""
    for place, sign in enumerate(text):
        if sign.isdigit():
            for step in (1, 9):
                yield f"{text[:place]}{(int(sign) + step) % 10}{text[place + 1 :]}"


@pytest.fixture(scope="module")
def rows(data):
    tables = ledger_tables(data)
    known, typed = known_measures(data), typed_here(tables["klaim.Angka"])
    plain = [{k: e.nilai for k, e in row.items()} for row in tables["klaim.Klaim"].rows]
    return [(row, judge(row, known, typed), known, typed) for row in plain]


def test_klaim_one_digit_changed_by_one_changes_the_verdict_of_what_holds(rows):
    unseen = [
        (row["kode"], row["tercetak"], slip)
        for row, judged, known, typed in rows
        if judged["vonis"] in (COCOK, PEMBULATAN)
        and judged["dasar"] not in (DINALAR, TIDAK_TERCAKUP)  # these say that nothing is computed
        for slip in slips(row["tercetak"])
        if verdict(row, slip, known, typed) == (judged["vonis"], judged["penjelasan"])
    ]
    assert unseen == []
