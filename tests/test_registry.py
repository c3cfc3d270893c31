"""The registry of formulas: complete, described, strict about names."""

import pytest

from lkjlib.errors import RumusError
from lkjlib.registry import RUMUS, require_rumus, tabel_rumus


def test_registry_holds_the_five_named_formulas():
    assert list(RUMUS) == ["positif", "negatif", "negatif-rasio", "negatif-baseline", "rentang"]


def test_tabel_rumus_describes_every_formula():
    tabel = tabel_rumus()
    assert list(tabel.columns) == ["nama", "rumus", "polaritas", "sumber", "keterangan"]
    assert tabel["nama"].to_list() == list(RUMUS)
    assert (tabel != "").all(axis=None)


def test_require_rumus_of_unknown_name_lists_names_and_closest():
    with pytest.raises(RumusError, match=r"Pilihan: positif, .*Mungkin maksudnya 'negatif'"):
        require_rumus("negatf")
