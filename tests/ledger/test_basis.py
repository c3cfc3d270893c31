"""What a verdict rests on: recomputed, copied, typed from there, reasoned, not covered."""

from fractions import Fraction

import pytest

from lkjlib.ledger.basis import (
    CETAKAN_LAIN,
    DARI_SINI,
    DIHITUNG_ULANG,
    DINALAR,
    TIDAK_TERCAKUP,
    basis,
)
from lkjlib.numbers.compare import COCOK, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.numbers.exact import Exact
from lkjlib.themes.measure import Measure

CELL, OTHER = "kinerja.xlsx!Capaian!G11", "kinerja.xlsx!Capaian!G12"
TYPED = {9: [("85,88", CELL)]}
ONE, TWO = Exact(Fraction("85.88"), CELL), Exact(3, OTHER)


@pytest.mark.parametrize(
    ("measure", "baris", "tercetak", "vonis", "wanted"),
    [
        (Measure("x", ONE, ""), 9, "85,88%", COCOK, DARI_SINI),
        (Measure("x", ONE, ""), 9, "85,89%", TIDAK_COCOK, CETAKAN_LAIN),
        (Measure("x", ONE, ""), 8, "85,88%", COCOK, CETAKAN_LAIN),
        (Measure("x", ONE + TWO, ""), 9, "88,88", COCOK, DIHITUNG_ULANG),
        (Measure("x", ONE / TWO, ""), 9, "28,63", COCOK, DIHITUNG_ULANG),
        (Measure("x", "Baik", "", dari=(ONE,)), 9, "Baik", COCOK, DIHITUNG_ULANG),
        (Measure("x", "Kasus", "", dari=(ONE,), disalin=True), 9, "Kasus", COCOK, CETAKAN_LAIN),
        (Measure("x", Fraction(4), ""), 9, "4", COCOK, DARI_SINI),
        (Measure("x", Fraction(4), ""), 9, "5 (lima)", TIDAK_COCOK, CETAKAN_LAIN),
        (Measure("x", None, ""), 9, "85,88", TIDAK_DAPAT_DIUJI, TIDAK_TERCAKUP),
        (None, 9, "85,88", TIDAK_DAPAT_DIUJI, TIDAK_TERCAKUP),
    ],
)
def test_basis_of_a_computed_verdict_is_where_the_value_comes_from(
    measure, baris, tercetak, vonis, wanted
):
    row = {"jenis": "angka", "baris": baris, "tercetak": tercetak}
    assert basis(row, measure, vonis, TYPED) == wanted


def test_basis_of_a_reasoned_verdict_is_reasoning():
    assert basis({"jenis": "nalar"}, None, COCOK, {}) == DINALAR
