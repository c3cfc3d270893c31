"""A finding as notebook and report show it."""

import pickle

import pytest

from lkjlib.themes.finding import Kalimat, Temuan, kalimat

TEMUAN = Temuan("Hanya 37 diperingkat.", "Dari 132 koperasi aktif, 37 diperingkat.", "cocok")


def test_kalimat_ends_with_the_verdict_in_bold():
    shown = kalimat(TEMUAN)
    assert shown.teks == "Dari 132 koperasi aktif, 37 diperingkat. **Vonis: cocok.**"
    assert repr(shown) == shown._repr_markdown_() == shown.teks


def test_temuan_cannot_be_changed_and_survives_pickling():
    with pytest.raises(AttributeError):
        TEMUAN.vonis = "tidak cocok"
    assert pickle.loads(pickle.dumps(TEMUAN)) == TEMUAN


def test_kalimat_of_plain_text_shows_it():
    assert repr(Kalimat("Teks.")) == "Teks."
