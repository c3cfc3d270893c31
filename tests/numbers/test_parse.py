"""Printed Indonesian numbers, read by declared kind and never guessed."""

from decimal import Decimal

import pytest

from lkjlib.errors import ParseError, RumusError
from lkjlib.numbers.parse import JENIS, Printed, is_missing_mark, parse_number, parse_printed

MISSING = ["", "  ", "-", "–", "—", "NA", "n/a", "N/A", " - ", "\u00a0", None]


@pytest.mark.parametrize(
    ("teks", "jenis", "nilai"),
    [
        ("3.069", "bulat", 3069),
        ("1845", "bulat", 1845),
        ("122.163", "bulat", 122163),
        ("0", "bulat", 0),
        ("1.234.567", "bulat", 1234567),
        ("Rp 47.797.383.121,-", "rupiah", 47797383121),
        ("Rp. 43.361.776.341,-.", "rupiah", 43361776341),
        ("Rp.20.000.000", "rupiah", 20000000),
        ("rp\u00a04.893.879.330", "rupiah", 4893879330),
        (f"{' ' * 80}3.069\n", "bulat", 3069),
        ("4.893.879.330,00", "rupiah", 4893879330),
        ("268.285.418,–", "rupiah", 268285418),
        ("24,82 %", "persen", Decimal("24.82")),
        ("117,05%", "persen", Decimal("117.05")),
        ("23.48%", "persen", Decimal("23.48")),
        ("104.8", "persen", Decimal("104.8")),
        ("5,748", "persen", Decimal("5.748")),
        ("0.123", "persen", Decimal("0.123")),
        ("1.234,5", "persen", Decimal("1234.5")),
        ("1.234.567", "persen", Decimal("1234567")),
        ("100", "persen", Decimal("100")),
        ("2,6", "desimal", Decimal("2.6")),
    ],
)
def test_parse_number_of_declared_kind_gives_value(teks, jenis, nilai):
    hasil = parse_number(teks, jenis)
    assert hasil == nilai
    assert type(hasil) is type(nilai)


@pytest.mark.parametrize(
    ("teks", "jenis", "alasan"),
    [
        ("1,064", "bulat", "koma adalah tanda desimal"),
        ("1,064", "rupiah", "koma adalah tanda desimal"),
        ("1,000,000", "rupiah", "koma adalah tanda desimal"),
        ("1,234.5", "persen", "koma adalah tanda desimal"),
        ("10,5", "bulat", "belakang koma"),
        ("Rp 1.000,50", "rupiah", "belakang koma"),
        ("1.234", "persen", "ribuan, 1234, atau desimal, 1,234"),
        ("1.234 %", "persen", "ribuan, 1234, atau desimal, 1,234"),
        ("1.234", "desimal", "ribuan, 1234, atau desimal, 1,234"),
        ("12.34", "bulat", "tidak membentuk angka"),
        ("1.5", "rupiah", "tidak membentuk angka"),
        ("1.23.456", "bulat", "tidak membentuk angka"),
        ("1..234", "bulat", "tidak membentuk angka"),
        ("1,2,3", "persen", "tidak membentuk angka"),
        ("1.23,4", "persen", "tidak membentuk angka"),
        ("0.123", "bulat", "tidak membentuk angka"),
        ("007", "bulat", "angka 0 di depan"),
        ("٣", "bulat", "di luar 0-9"),
        ("１２", "bulat", "di luar 0-9"),
        ("5²", "bulat", "di luar 0-9"),
        ("2O", "bulat", "huruf O di tempat angka 0"),
        ("1O,5 %", "persen", "huruf O di tempat angka 0"),
        ("l2", "bulat", "huruf l atau I di tempat angka 1"),
        ("-5", "bulat", "negatif"),
        ("−5", "rupiah", "negatif"),
        ("-2,5", "persen", "negatif"),
        ("--5", "bulat", "bukan angka"),
        ("- Rp -5", "rupiah", "bukan angka"),
        ("NaN", "persen", "bukan angka"),
        ("inf", "persen", "bukan angka"),
        ("1e5", "bulat", "satuan 'e5'"),
        ("1.845 unit", "bulat", "satuan 'unit'"),
        ("19 org", "bulat", "satuan 'org'"),
        ("23.48% (31 / 132 x100)", "persen", "rumus atau kurung"),
        ("(1.000)", "rupiah", "rumus atau kurung"),
        ("10%", "bulat", "satuan %"),
        ("Rp 10", "bulat", "satuan Rp"),
        ("5,-", "bulat", "satuan Rp"),
        ("Rp 10%", "rupiah", "satuan Rp%"),
        ("Rp -", "rupiah", "bukan angka"),
        ("belum rilis", "persen", "bukan angka"),
        ("9" * 10_000, "bulat", "terlalu panjang"),
    ],
)
def test_parse_number_of_doubtful_text_is_refused_with_reason(teks, jenis, alasan):
    with pytest.raises(ParseError) as tangkapan:
        parse_number(teks, jenis)
    assert alasan in tangkapan.value.alasan
    assert tangkapan.value.saran
    assert len(str(tangkapan.value)) < 300


def test_parse_number_refusal_quotes_the_text_and_offers_the_fix():
    with pytest.raises(ParseError) as tangkapan:
        parse_number("1,064", "bulat")
    assert tangkapan.value.teks == "1,064"
    assert "1.064" in tangkapan.value.saran


@pytest.mark.parametrize(
    ("teks", "jenis", "nilai"),
    [
        ("-1.234", "bulat", -1234),
        ("−2,5 %", "persen", Decimal("-2.5")),
        ("-\u00a02,5", "persen", Decimal("-2.5")),
        ("-Rp 5.000", "rupiah", -5000),
        ("Rp -5.000", "rupiah", -5000),
        ("-0", "bulat", 0),
    ],
)
def test_parse_number_negative_allowed_gives_value(teks, jenis, nilai):
    assert parse_number(teks, jenis, boleh_negatif=True) == nilai


@pytest.mark.parametrize("teks", MISSING, ids=repr)
@pytest.mark.parametrize("jenis", JENIS)
def test_parse_number_missing_mark_gives_none(teks, jenis):
    assert parse_number(teks, jenis) is None


@pytest.mark.parametrize("teks", MISSING, ids=repr)
def test_is_missing_mark_of_marks_is_true(teks):
    assert is_missing_mark(teks)


@pytest.mark.parametrize("teks", ["0", "nan", "N", "--", "tidak ada"])
def test_is_missing_mark_of_other_text_is_false(teks):
    assert not is_missing_mark(teks)


@pytest.mark.parametrize("baca", [parse_number, parse_printed])
def test_parse_of_unknown_kind_is_refused(baca):
    with pytest.raises(RumusError, match="Mungkin maksudnya 'persen'"):
        baca("1", "persem")


def test_parse_number_of_a_number_instead_of_text_is_refused():
    with pytest.raises(ParseError, match="bukan teks"):
        parse_number(5, "bulat")


@pytest.mark.parametrize(
    ("teks", "tercetak"),
    [
        ("3.069", Printed(Decimal(3069), 0)),
        ("24,82 %", Printed(Decimal("24.82"), 2, "%")),
        ("23.48%", Printed(Decimal("23.48"), 2, "%")),
        ("23.48", Printed(Decimal("23.48"), 2)),
        ("Rp 47.797.383.121,-", Printed(Decimal(47797383121), 0, "Rp")),
        ("Rp. 43.361.776.341,-.", Printed(Decimal(43361776341), 0, "Rp")),
        ("117,05%", Printed(Decimal("117.05"), 2, "%")),
        ("2,6", Printed(Decimal("2.6"), 1)),
        ("2,60", Printed(Decimal("2.60"), 2)),
        ("-0,14", Printed(Decimal("-0.14"), 2)),
        ("-", None),
    ],
)
def test_parse_printed_without_kind_keeps_decimals_and_unit(teks, tercetak):
    assert parse_printed(teks) == tercetak


@pytest.mark.parametrize("teks", ["1.234%", "1.845 unit", "Rp 5%", "1,234,567", "2O"])
def test_parse_printed_without_kind_refuses_what_stays_doubtful(teks):
    with pytest.raises(ParseError):
        parse_printed(teks)
