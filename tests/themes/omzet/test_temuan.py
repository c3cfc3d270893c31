"""Findings on omzet: their numbers, their place in the notebook."""

from lkjlib.themes.omzet.temuan import temuan


def test_temuan_say_the_numbers(data):
    category, nominal, middle, classes, spread = temuan(data)
    assert "10,2293 %" in category.kalimat
    assert "102,29 % (Baik Sekali" in category.kalimat
    assert "Rp 99.429.145" in nominal.kalimat
    assert nominal.vonis == "tidak dapat diuji"
    assert "1.313 dari 1.845 usaha (71,17 %)" in middle.kalimat
    assert classes.vonis == "cocok"
    assert "0,10 dan 0,36" in spread.kalimat


def test_temuan_are_the_headings_of_the_notebook(data, root):
    text = (root / "notebooks" / "02-umkm.ipynb").read_text(encoding="utf-8")
    assert [t.judul for t in temuan(data) if f"### {t.judul}" not in text] == []
