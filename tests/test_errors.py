"""The error family: one base, messages that name every fault, alive after pickling."""

import pickle
import subprocess
import sys

import pytest

from lkjlib.errors import (
    AnnexError,
    Fault,
    LkjError,
    ParseError,
    RumusError,
    explain_unknown,
    faults_frame,
)

KOLOM = ["tingkat", "berkas", "lembar", "sel", "ditemukan", "diharapkan", "saran"]
GALAT = Fault("galat", "koperasi.xlsx", "Keragaan", "C8", "x", "bilangan bulat", "Ketik angkanya.")
PERINGATAN = Fault("peringatan", "umkm.xlsx", "", "", "", "lima lembar", "")


def test_fault_str_gives_address_found_expected_and_advice():
    assert str(GALAT) == (
        "koperasi.xlsx!Keragaan!C8: ditemukan 'x', diharapkan bilangan bulat. "
        "Saran: Ketik angkanya."
    )


def test_fault_str_of_an_empty_cell_in_a_warning_says_so():
    assert str(PERINGATAN) == (
        "(peringatan) umkm.xlsx: ditemukan isi kosong, diharapkan lima lembar."
    )


def test_fault_str_of_text_with_line_breaks_is_one_line():
    temuan = Fault("galat", "a.xlsx", "B", "C1", "satu\ndua", "angka", "Ketik\nulang.")
    assert str(temuan) == "a.xlsx!B!C1: ditemukan 'satu dua', diharapkan angka. Saran: Ketik ulang."


def test_fault_of_unknown_level_is_refused():
    with pytest.raises(LkjError, match="Mungkin maksudnya 'galat'"):
        Fault("galatt", "a.xlsx", "", "", "", "", "")


def test_annex_error_message_counts_and_lists_every_fault():
    galat = AnnexError([GALAT, PERINGATAN])
    assert str(galat).splitlines() == [
        "Lampiran tidak dapat dipakai: 1 galat dan 1 peringatan.",
        str(GALAT),
        str(PERINGATAN),
    ]
    assert galat.faults == (GALAT, PERINGATAN)


def test_annex_error_frame_has_the_seven_columns_in_order():
    frame = AnnexError(iter([GALAT, PERINGATAN])).frame()
    assert list(frame.columns) == KOLOM
    assert frame.loc[0].to_list() == [getattr(GALAT, kolom) for kolom in KOLOM]
    assert len(frame) == 2


def test_faults_frame_without_faults_keeps_columns():
    frame = faults_frame([])
    assert list(frame.columns) == KOLOM
    assert frame.empty
    assert (frame.dtypes == faults_frame([GALAT]).dtypes).all()


@pytest.mark.parametrize(
    "galat",
    [
        AnnexError((GALAT, PERINGATAN)),
        ParseError("x", "bukan angka", "Ketik angkanya."),
        RumusError("target = 0"),
    ],
    ids=lambda galat: type(galat).__name__,
)
def test_errors_survive_pickling_whole(galat):
    kembali = pickle.loads(pickle.dumps(galat))
    assert type(kembali) is type(galat)
    assert str(kembali) == str(galat)
    assert vars(kembali) == vars(galat)


@pytest.mark.parametrize("jenis", [ParseError, RumusError])
def test_input_errors_are_lkj_errors_and_value_errors(jenis):
    assert issubclass(jenis, LkjError)
    assert issubclass(jenis, ValueError)


def test_parse_error_str_gives_reason_and_advice():
    galat = ParseError("x", "bukan angka", "Ketik angkanya.")
    assert str(galat) == "'x' tidak dapat dibaca: bukan angka. Saran: Ketik angkanya."
    assert str(ParseError("x", "bukan angka")) == "'x' tidak dapat dibaca: bukan angka."


def test_explain_unknown_far_from_every_name_offers_none():
    assert explain_unknown("skala", "zzz", ["lkj-2019"]) == (
        "skala 'zzz' tidak dikenal. Pilihan: lkj-2019."
    )


def test_importing_errors_does_not_import_pandas():
    kode = "import sys, lkjlib.errors, lkjlib.numbers.parse; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", kode], check=False).returncode == 0
