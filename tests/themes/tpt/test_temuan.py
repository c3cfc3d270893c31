"""Findings on unemployment: their numbers, titles and verdicts."""

from lkjlib.themes.tpt.temuan import temuan


def test_temuan_numbers_and_verdicts(data):
    found = temuan(data)
    text = " ".join(t.kalimat for t in found)
    for number in (
        "49,7 %",
        "771 orang",
        "13.017 dan 13.017",
        "702 orang",
        "72 orang",
        "206 orang",
    ):
        assert number in text
    assert {t.vonis for t in found} >= {"cocok", "tidak cocok", "tidak didukung data"}


def test_temuan_titles_are_sentences_without_decimals(data):
    for t in temuan(data):
        assert t.judul.endswith(".") and "," not in "".join(
            c for c in t.judul if c.isdigit() or c == ","
        ).strip(",")
        assert "nan" not in t.kalimat and "–" not in t.kalimat.replace("3,2–6,9", "")
