"""What is computed once for a report, and for whom."""

import pandas as pd
import pytest

from lkjlib.data import once
from lkjlib.loading import load


@pytest.fixture
def asked():
    return []


@pytest.fixture
def kinds(asked):
    @once
    def kinds(data, least=0):
        asked.append(least)
        return data.koperasi[data.koperasi["total"] >= least]

    return kinds


def test_once_computes_each_question_to_each_data_once(kinds, asked, data, frozen):
    other = load(path=frozen)
    for report in (data, data, other):
        kinds(report)
        kinds(report, 10)
    assert asked == [0, 10, 0, 10]


def test_once_gives_everyone_a_copy(kinds, data):
    mine = kinds(data)
    mine["total"] = 0
    pd.testing.assert_frame_equal(kinds(data), data.koperasi)


def test_once_tells_exact_numbers_from_plain_ones(kinds, asked, data):
    assert kinds(data)["total"].dtype == "int64"
    assert kinds(data.eksak)["total"].dtype == object
    assert asked == [0, 0]


def test_once_remembers_no_failure(data, asked):
    @once
    def broken(data):
        asked.append(1)
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            broken(data)
    assert asked == [1, 1]
