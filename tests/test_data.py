"""What is computed once for a report, and for whom."""

from dataclasses import replace
from functools import partial

import pandas as pd
import pytest

from lkjlib.data import SHORT_COLUMNS, Known, Later, by_key, once, rows_of


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


def test_once_computes_each_question_to_each_data_once(kinds, asked, data):
    other = replace(data)
    for report in (data, data, other):
        kinds(report)
        kinds(report, 10)
    assert asked == [0, 10, 0, 10]


@pytest.fixture(params=["column", "cell", "array", "name", "known"])
def change(request):
    def change(frame):
        if request.param == "column":
            frame["total"] = 0
        elif request.param == "cell":
            frame.loc[0, "total"] = 0
        elif request.param == "array":
            frame["total"].array[0] = 0
        elif request.param == "name":
            frame.columns = [name.upper() for name in frame]
        else:
            frame.attrs["judul"] = "lain"

    return change


def test_what_one_reader_changes_in_a_frame_another_does_not_see(change, kinds, data):
    for read in (lambda: data.koperasi, lambda: data.eksak.koperasi, lambda: kinds(data)):
        before = read().copy()
        change(read())
        pd.testing.assert_frame_equal(read(), before)
        assert read().attrs == before.attrs


def test_exact_frames_hold_the_same_names_numbers_and_gaps(data):
    for name, frame in data.frames.items():
        exact = data.eksak.frames[name]
        assert list(exact) == list(frame)
        for kolom, values in frame.items():
            gaps = exact[kolom].isna()
            assert gaps.tolist() == values.isna().tolist()
            found, expected = exact.loc[~gaps, kolom].tolist(), values[~gaps].tolist()
            if any(isinstance(value, float) for value in expected):
                found = [float(value) for value in found]
            assert found == expected


def test_frames_are_made_once_and_only_those_asked_for(asked):
    def make(name):
        asked.append(name)
        return pd.DataFrame({"nama": [name]})

    frames = Later({name: partial(make, name) for name in ("koperasi", "kasus")})
    assert list(frames) == ["koperasi", "kasus"] and "kasus" in frames and "omzet" not in frames
    assert frames["kasus"] is frames["kasus"]
    assert asked == ["kasus"]
    assert {name: frame["nama"][0] for name, frame in frames.items()} == {
        "koperasi": "koperasi",
        "kasus": "kasus",
    }


def test_rows_are_those_of_the_frame_with_gaps_as_none(data):
    for name, frame in data.frames.items():
        rows = data.baris(name)
        assert [list(row) for row in rows] == [list(frame)] * len(frame)
        for row, whole in zip(rows, rows_of(frame), strict=True):
            gaps = {column for column, value in whole.items() if pd.isna(value)}
            assert {column for column, value in row.items() if value is None} == gaps
            assert all(row[column] == whole[column] for column in row if column not in gaps)


def test_rows_follow_a_frame_that_was_changed(data):
    fewer = replace(data, frames={**data.frames, "koperasi": data.koperasi.head(2)})
    assert [row["aktif"] for row in fewer.baris("koperasi")] == data.koperasi["aktif"][:2].tolist()
    assert [row["aktif"].asal() for row in data.eksak.baris("koperasi")][1] == data.asal(
        "koperasi", 1, "aktif"
    )


def test_rows_of_a_frame_that_is_absent_are_refused_like_the_frame(data):
    with pytest.raises(AttributeError, match=r"'koprasi'.*koperasi, pemeringkatan"):
        data.baris("koprasi")


def test_short_columns_end_where_they_are_asked_for():
    before = pd.Series(["a"]).dtype
    with SHORT_COLUMNS():
        assert pd.Series(["a"]).dtype.storage == "python"
    assert pd.Series(["a"]).dtype == before


def test_what_frames_know_is_shared_by_all_that_comes_of_them():
    frame = pd.DataFrame({"a": [1, 2]})
    frame.attrs["nama"] = Known(tpt=["TPT"])
    assert frame[frame["a"] > 1].assign(b=2).attrs["nama"] is frame.attrs["nama"]


def test_rows_of_a_frame_without_rows_are_none():
    assert rows_of(pd.DataFrame({"a": []})) == []


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


def test_rows_and_keys_of_a_frame_hold_plain_numbers_and_gaps(data):
    frame = data.kinerja[data.kinerja["kode"] == "tpt"]
    targets = by_key(frame, "tahun", "target")
    assert [*targets] == frame["tahun"].tolist()
    for row, (year, target) in zip(rows_of(frame), targets.items(), strict=True):
        assert (row["tahun"], type(row["tahun"])) == (year, int)
        assert row["target"] == target or (row["target"] != row["target"] and target != target)


def test_frames_have_the_same_texts_whoever_asks_for_them_first():
    frames = Later({"kasus": partial(pd.DataFrame, {"nama": ["a"]})})
    with SHORT_COLUMNS():
        asked_within = frames["kasus"]
    assert asked_within["nama"].dtype == pd.Series(["a"]).dtype
    assert asked_within["nama"].dtype.storage == pd.Series(["a"]).dtype.storage
