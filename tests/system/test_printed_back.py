"""A number printed the Indonesian way and read again is the same number."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjlib.annexes.declaration import Column
from lkjlib.annexes.values import read_value
from lkjlib.errors import ParseError
from lkjlib.numbers.format import format_angka, format_persen, format_rupiah
from lkjlib.numbers.parse import parse_number, parse_printed

often = settings(max_examples=200, deadline=None, derandomize=True)
counts = st.integers(0, 10**15)
shares = st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False)


@often
@given(counts)
def test_parse_number_of_a_printed_count_gives_it_back(number):
    assert parse_number(format_angka(number), "bulat") == number


@often
@given(counts, st.sampled_from(["{}", "{},-", "{},--", "{},00", " {} "]))
def test_parse_number_of_a_printed_sum_of_money_gives_it_back(number, form):
    assert parse_number(form.format(format_rupiah(number)), "rupiah") == number


@often
@given(shares, st.sampled_from(["{}", "{}%", "{} %", " {}\u00a0%"]))
def test_parse_number_of_a_printed_percentage_gives_it_back(number, form):
    assert parse_number(form.format(format_angka(number, 2)), "persen") == number
    assert parse_printed(format_persen(number, 2)).decimals == 2


@often
@given(shares)
def test_read_value_of_a_share_in_a_percent_format_gives_the_percentage(number):
    column = Column("n", "TPT (%)", "persen", "persen")
    stored = float(number.scaleb(-2))
    assert read_value(column, stored, "0.00%") == float(number)


@often
@given(st.text("0123456789.,-%RpOolI ()/=–", max_size=12))
def test_parse_number_of_any_text_gives_a_number_that_prints_alike_or_refuses(text):
    for kind in ("bulat", "rupiah", "persen"):
        try:
            number = parse_number(text, kind)
        except ParseError:
            continue
        digits = [c for c in text if c.isdigit()]
        if number is None:
            assert not digits
        else:
            shown = [c for c in format(Decimal(number), "f") if c.isdigit()]
            assert digits[: len(shown)] == shown or shown[: len(digits)] == digits


@often
@given(st.text(max_size=20))
def test_read_value_of_any_text_is_a_value_or_the_library_s_own_error(text):
    for kind in ("bulat", "rupiah", "persen", "tahun", "kelas", "teks"):
        try:
            read_value(Column("n", "N", kind, ""), text)
        except ParseError as error:
            assert error.alasan


@often
@given(
    st.floats(allow_nan=True, allow_infinity=True), st.sampled_from(["General", "0.00%", "0.000"])
)
def test_read_value_of_any_float_is_a_whole_number_or_refused(number, number_format):
    try:
        value = read_value(Column("n", "N", "bulat", ""), number, number_format)
    except ParseError:
        return
    assert value == pytest.approx(number, rel=1e-9)
    assert isinstance(value, int)
    assert 0 <= value <= 10**15


@pytest.mark.parametrize("text", ["1.234", "12.345"])
def test_parse_number_of_a_percentage_that_may_be_two_numbers_is_refused(text):
    with pytest.raises(ParseError, match="dapat berarti ribuan"):
        parse_number(text, "persen")
