"""Findings on the budget: verdicts and numbers follow from the data."""

from dataclasses import replace

import pytest

from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.format import format_rupiah
from lkjlib.themes.anggaran.sources import program_sasaran
from lkjlib.themes.anggaran.temuan import temuan


def with_frame(data, name, frame):
    """The same data with one frame exchanged."""
    return replace(data, frames={**data.frames, name: frame})


def test_temuan_verdicts_follow_from_the_data(data):
    verdicts = [fault.vonis for fault in temuan(data)]
    assert verdicts == [COCOK, COCOK, TIDAK_COCOK, TIDAK_COCOK, COCOK] + [TIDAK_DAPAT_DIUJI] * 3


@pytest.mark.parametrize(
    ("nomor", "isi"),
    [
        (0, "79,17 %"),
        (1, "Sebanyak 4 dari 45 kegiatan"),
        (2, "+Rp 39.160.000"),
        (2, "−Rp 13.097.750"),
        (3, format_rupiah(240_721_000)),
        (4, "Rp 268.285.418"),
        (5, "tidak searah"),
        (6, "Sebanyak 44 dari 45 kegiatan"),
        (7, "4 sasaran terlalu sedikit"),
    ],
)
def test_temuan_sentences_carry_the_numbers(data, nomor, isi):
    assert isi in temuan(data)[nomor].kalimat


def test_temuan_without_differences_says_so(data):
    pk = data.perjanjian_anggaran
    names = program_sasaran(data)["program"]
    pk["anggaran"] = names.map(data.anggaran.groupby("program")["alokasi"].sum())
    fault = temuan(with_frame(data, "perjanjian_anggaran", pk))[2]
    assert fault.vonis == COCOK
    assert "Sebanyak 0 dari 7 program berbeda: tidak ada" in fault.kalimat
