"""lkj table: any printed table is shown as understood, and written as a frame that reads back."""

import pandas as pd
import pytest

import lkjlib as lkj
from lkjlib.cli import main

ROWS = [["Tabel 1. Koperasi"], ["Kecamatan", 2021, 2022], ["+Satu", 1.5, "-"], ["Dua", 2, 3]]


@pytest.fixture
def source(make_workbook, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return make_workbook({"A": [ROWS[0], ROWS[1], ["Satu", 1.5, "-"], ROWS[3], ["Sumber: X"]]})


def test_table_is_shown_with_what_was_understood(source, capsys):
    assert main(["table", "buku.xlsx"]) == 0
    out = capsys.readouterr().out
    assert "buku.xlsx!A!A2:C4: Tabel 1. Koperasi" in out
    assert "catatan: Sumber: X" in out
    assert "tahun: 2021, 2022" in out


@pytest.mark.parametrize("name", ["hasil.csv", "hasil.xlsx", "hasil.parquet"])
def test_written_frame_is_the_frame_read(source, name, capsys):
    assert main(["table", "buku.xlsx", "--keluar", name]) == 0
    assert f"Ditulis: {name}" in capsys.readouterr().err
    read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}
    written = read[name.rpartition(".")[2]](name)
    [table] = lkj.read_printed("buku.xlsx")
    pd.testing.assert_frame_equal(written, table.frame, check_dtype=False)


@pytest.mark.parametrize("name", ["hasil.csv", "hasil.xlsx"])
def test_written_frame_is_tidy_already_and_stays_so(source, name):
    main(["table", "buku.xlsx", "--keluar", name])
    [first], again = lkj.read_printed("buku.xlsx"), lkj.read_printed(name)[0]
    columns = ["kecamatan", "tahun", "total", "nilai"]
    pd.testing.assert_frame_equal(again.frame[columns], first.frame[columns])
    assert again.frame["asal_semula"].tolist() == first.frame["asal"].tolist()


def test_several_tables_are_numbered_files_or_sheets(source, make_workbook, tmp_path):
    make_workbook({"A": ROWS, "B": ROWS}, nama="dua.xlsx")
    assert main(["table", "dua.xlsx", "--keluar", "x.csv"]) == 0
    assert main(["table", "dua.xlsx", "--keluar", "x.xlsx"]) == 0
    assert sorted(path.name for path in tmp_path.glob("x*")) == ["x-1.csv", "x-2.csv", "x.xlsx"]
    assert "'+Satu" in (tmp_path / "x-1.csv").read_text("utf-8-sig")
    with pd.ExcelFile("x.xlsx") as book:
        assert book.sheet_names == ["Tabel 1", "Tabel 2", "Keterangan"]


def test_one_sheet_is_chosen_by_name(make_workbook, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    make_workbook({"A": ROWS, "B": ROWS}, nama="dua.xlsx")
    assert main(["table", "dua.xlsx", "--lembar", "b"]) == 0
    out = capsys.readouterr().out
    assert "dua.xlsx!B!" in out
    assert "dua.xlsx!A!" not in out


def test_unreadable_file_returns_1_and_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")  # the words stay on one line
    (tmp_path / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert main(["table", "lama.xls"]) == 1
    err = " ".join(capsys.readouterr().err.split())
    assert "lama.xls" in err
    assert "buku kerja Excel lama" in err


def test_source_is_never_overwritten_and_endings_are_checked(source, capsys):
    before = source.read_bytes()
    assert main(["table", "buku.xlsx", "--keluar", "buku.xlsx"]) == 2
    assert source.read_bytes() == before
    with pytest.raises(SystemExit) as wrong:
        main(["table", "buku.xlsx", "--keluar", "hasil.doc"])
    assert wrong.value.code == 2
    assert ".csv, .xlsx, .parquet" in capsys.readouterr().err
