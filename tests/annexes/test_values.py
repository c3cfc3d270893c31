"""One cell read as its column declares: what fits gives a value, what does not gives a reason."""

from datetime import date, datetime, time

import pytest

from lkjlib.annexes.declaration import Column
from lkjlib.annexes.values import expected, printed_decimals, read_value
from lkjlib.errors import ParseError

BULAT = Column("n", "Jumlah", "bulat", "cacah")
RUPIAH = Column("n", "Anggaran|Alokasi", "rupiah", "uang")
PERSEN = Column("n", "TPT (%)", "persen", "persen")
TAHUN = Column("n", "Tahun", "tahun", "tahun")
TEKS = Column("n", "Nama", "teks", "nama")
KELAS = Column("n", "Skor", "kelas", "kelas")
PILIHAN = Column("n", "Rumus", "teks", "rumus", pilihan=("positif", "negatif"))


@pytest.mark.parametrize(
    ("column", "value", "wanted"),
    [
        (BULAT, 54, 54),
        (BULAT, 54.0, 54),
        (BULAT, 0, 0),
        (BULAT, "3.069", 3069),
        (BULAT, " 3.069\u00a0", 3069),
        (RUPIAH, 47_797_383_121, 47_797_383_121),
        (RUPIAH, "Rp. 47.797.383.121,-", 47_797_383_121),
        (PERSEN, 5.06, 5.06),
        (PERSEN, "23.48%", 23.48),
        (PERSEN, "2,6", 2.6),
        (PERSEN, 100, 100.0),
        (TAHUN, 2019, 2019),
        (TAHUN, "2019", 2019),
        (TAHUN, 2019.0, 2019),
        (TEKS, "  Landasan\n Ulin ", "Landasan Ulin"),
        (TEKS, 2019, "2019"),
        (KELAS, "340 – 419", "340 – 419"),
        (PILIHAN, "Positif", "positif"),
    ],
)
def test_read_value_of_what_fits_gives_it(column, value, wanted):
    found = read_value(column, value)
    assert found == wanted
    assert type(found) is type(wanted)


@pytest.mark.parametrize("column", [BULAT, RUPIAH, PERSEN, TAHUN, KELAS, TEKS, PILIHAN])
@pytest.mark.parametrize("value", [None, "", "   "])
def test_read_value_of_a_blank_is_none(column, value):
    assert read_value(column, value) is None


@pytest.mark.parametrize("column", [BULAT, RUPIAH, PERSEN, TAHUN, KELAS])
@pytest.mark.parametrize("value", ["-", "–", "NA", "n/a"])
def test_read_value_of_a_missing_mark_is_none_never_zero(column, value):
    assert read_value(column, value) is None


@pytest.mark.parametrize(
    ("column", "value", "alasan"),
    [
        (BULAT, "lima", "bukan angka tercetak"),
        (BULAT, "1O", "huruf O di tempat angka 0"),
        (BULAT, "O", "huruf O di tempat angka 0"),
        (BULAT, "l2", "huruf l atau I di tempat angka 1"),
        (BULAT, "12 unit", "satuan 'unit' ikut tertulis"),
        (BULAT, "٣", "di luar 0-9"),
        (BULAT, 3.069, "pecahan pada kolom bulat"),
        (BULAT, "12,5", "di belakang koma"),
        (BULAT, -3, "bilangan negatif"),
        (BULAT, "-3", "negatif"),
        (RUPIAH, -1.0, "bilangan negatif"),
        (BULAT, float("inf"), "bukan bilangan terhingga"),
        (PERSEN, float("nan"), "bukan bilangan terhingga"),
        (PERSEN, "lima persen", "bukan angka tercetak"),
        (PERSEN, "1.234", "dapat berarti ribuan"),
        (PERSEN, "Rp 5", "satuan Rp tidak sesuai"),
        (TAHUN, 19, "bukan tahun"),
        (TAHUN, 2019.5, "bukan tahun"),
        (TAHUN, "2019/2020", "bukan tahun"),
        (KELAS, "besar", "bukan kelas dengan batas"),
        (KELAS, "419 – 340", "batas bawah tidak di bawah batas atas"),
        (PILIHAN, "negatip", "bukan pilihan yang dikenal"),
    ],
)
def test_read_value_of_what_does_not_fit_gives_a_reason(column, value, alasan):
    with pytest.raises(ParseError) as galat:
        read_value(column, value)
    assert alasan in galat.value.alasan


@pytest.mark.parametrize("column", [BULAT, RUPIAH, PERSEN, TAHUN])
@pytest.mark.parametrize("value", [True, False])
def test_read_value_of_a_boolean_is_no_number(column, value):
    with pytest.raises(ParseError, match="nilai logika"):
        read_value(column, value)


@pytest.mark.parametrize("column", [BULAT, PERSEN, TAHUN, TEKS])
@pytest.mark.parametrize("value", [date(2019, 1, 2), datetime(2019, 1, 2, 3), time(4, 5)])
def test_read_value_of_a_date_is_refused_with_what_to_do(column, value):
    with pytest.raises(ParseError, match="tanggal") as galat:
        read_value(column, value)
    assert galat.value.saran.startswith("Ubah format sel")


@pytest.mark.parametrize("column", [BULAT, PERSEN, TAHUN, KELAS, TEKS])
@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_read_value_of_a_formula_error_is_refused_in_every_kind(column, value):
    with pytest.raises(ParseError, match="galat rumus"):
        read_value(column, value)


def test_read_value_of_a_wrong_choice_offers_the_closest():
    with pytest.raises(ParseError) as galat:
        read_value(PILIHAN, "negatip")
    assert galat.value.saran == "Pilih: positif, negatif. Mungkin maksudnya 'negatif'?"


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (0.0506, "0.00%", 5.06),
        (0.2348, "0%", 23.48),
        (1.1705, "0.00 %", 117.05),
        (5.06, '0.00"%"', 5.06),
        (5.06, r"0.00\%", 5.06),
        (5.06, "0.00", 5.06),
    ],
)
def test_read_value_of_a_percent_format_is_scaled_unless_the_sign_is_only_text(
    value, number_format, wanted
):
    assert read_value(PERSEN, value, number_format) == wanted


@pytest.mark.parametrize(
    ("number_format", "value", "wanted"),
    [
        ("0.00", 5.2, 2),
        ("0.0", 2.6, 1),
        ("0", 30, 0),
        ("#,##0", 3069, 0),
        ("#,##0.00", 3069, 2),
        ("0.00%", 0.0506, 2),
        ("0.00;[Red]-0.00", 5.2, 2),
        ('"Rp 0.0" #,##0', 5, 0),
        ("[$Rp-421] #,##0.00", 5, 2),
        ("General", 2.5, 1),
        ("General", 104.8, 1),
        ("General", 30, 0),
        ("General", 30.0, 0),
        ("@", "23,48%", 2),
        ("General", "2,6", 1),
        ("0.00", "100", 0),
        ("General", "Banjarbaru", 0),
        ("General", None, 0),
    ],
)
def test_printed_decimals_are_those_a_reader_sees(number_format, value, wanted):
    assert printed_decimals(number_format, value) == wanted


def test_expected_names_kind_and_column():
    assert expected(RUPIAH) == "jumlah rupiah bulat pada kolom 'Anggaran / Alokasi'"


@pytest.mark.parametrize(
    ("jenis", "nilai", "format_sel"),
    [
        ("bulat", 5, ";;;"),
        ("angka", -3, "0.00;[Red]0.00"),
        ("bulat", 5, "(0)"),
        ("bulat", 420, "0E+00"),
        ("angka", 3.4, "# ?/?"),
        ("bulat", 5, '"lihat"'),
        ("bulat", 5000, "[<1000]0;0,"),
        ("tahun", 2019, '"2018"'),
    ],
)
def test_read_value_of_a_format_that_shows_another_number_refuses(jenis, nilai, format_sel):
    with pytest.raises(ParseError, match="menampilkan angka lain"):
        read_value(Column("x", "X", jenis, "x"), nilai, format_sel)


@pytest.mark.parametrize(
    ("jenis", "nilai", "format_sel"),
    [
        ("rupiah", 5, r'_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)'),
        ("rupiah", 0, r'_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)'),
        ("angka", -3, r"#,##0.00_ ;[Red]\-#,##0.00\ "),
        ("bulat", 0, "0;-0;;@"),
        ("rupiah", 4, '[$Rp-421]#,##0",-"'),
        ("bulat", 3, "[>=1000]#,##0;0"),
        ("tahun", 2019, "#,##0"),
    ],
)
def test_read_value_of_a_format_that_only_dresses_a_number_gives_it(jenis, nilai, format_sel):
    assert read_value(Column("x", "X", jenis, "x"), nilai, format_sel) == nilai
