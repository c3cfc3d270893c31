"""`lkj draft` on the command line."""

import shutil

import pytest
from places import ROOT

from lkjlib.cli import main


@pytest.fixture
def folder(tmp_path, text):
    copy = tmp_path / "laporan"
    shutil.copytree(ROOT / "data" / "jabar-disnakertrans-2016", copy)
    (copy / "naskah.txt").write_text(text, encoding="utf-8")
    return copy


def test_draft_lands_beside_the_annexes_and_says_what_differs(folder, capsys):
    assert main(["draft", str(folder / "naskah.txt")]) == 0
    said = capsys.readouterr().out
    assert (folder / "klaim.xlsx").exists()
    assert "63,36, sedangkan kinerja.capaian.sertifikat_kompetensi.2016 = 64,1509" in said


def test_second_draft_needs_another_name(folder, capsys):
    (folder / "klaim.xlsx").write_bytes(b"pekerjaan orang")
    assert main(["draft", str(folder / "naskah.txt")]) == 1
    assert "--keluar" in capsys.readouterr().err
    assert (folder / "klaim.xlsx").read_bytes() == b"pekerjaan orang"
    assert main(["draft", str(folder / "naskah.txt"), "--keluar", str(folder / "draf.xlsx")]) == 0


def test_text_elsewhere_needs_the_folder_of_its_annexes(folder, tmp_path, capsys):
    elsewhere = tmp_path / "naskah.txt"
    (folder / "naskah.txt").rename(elsewhere)
    assert main(["draft", str(elsewhere)]) == 1
    assert "--laporan" in capsys.readouterr().err
    assert main(["draft", str(elsewhere), "--laporan", str(folder)]) == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("naskah.odt", b"x", ".txt"),
        ("naskah.txt", "Kinérja".encode("latin-1"), "UTF-8"),
        ("tiada.txt", None, "tidak ada"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(folder, capsys, name, content, said):
    if content is not None:
        (folder / name).write_bytes(content)
    assert main(["draft", str(folder / name)]) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "klaim.xlsx").exists()
