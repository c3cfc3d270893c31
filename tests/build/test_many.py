"""Many reports: stacked, side by side over years, in processes and on a Dask cluster."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from fragile_work import shout
from openpyxl import load_workbook

import lkjlib as lkj
from lkjlib.build import batch as batch_module
from lkjlib.build import many as many_module
from lkjlib.build.batch import batch
from lkjlib.build.many import Place, find_places, load_many, read_one
from lkjlib.build.processes import Pool, dask_pool, local_pool, spread
from lkjlib.cli import main
from lkjlib.errors import LkjError
from lkjlib.numbers.compare import VONIS

pytestmark = pytest.mark.lambat

YEAR = re.compile(r"\b20(?:1[5-9]|2[0-2])\b")
WITHOUT_WORDS = shutil.ignore_patterns("klaim.xlsx", "temuan.toml")  # annexes alone


def next_year(frozen: Path, folder: Path) -> Path:
    """The frozen report a year later: every year moved on, the budget doubled, other unemployed."""
    shutil.copytree(frozen, folder, ignore=WITHOUT_WORDS)
    for path in folder.glob("*.xlsx"):
        book = load_workbook(path)
        cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
        for cell in (cell for cell in cells if cell.value is not None):
            cell.value = _a_year_on(cell.value)
            if path.name == "anggaran.xlsx" and isinstance(cell.value, int) and cell.value > 200:
                cell.value *= 2
        book.save(path)
    toml = folder / "laporan.toml"
    toml.write_text(_a_year_on(toml.read_text("utf-8")).replace("lkj-2020", "lkj-2019"), "utf-8")
    type_in(folder, "Pengangguran", D13=3_382, D14=2_798)
    type_in(folder, "Angkatan Kerja", E13=74_273, E14=41_710)
    type_in(folder, "TPAK", E7=2_798)
    return folder


def _a_year_on(value: object) -> object:
    if isinstance(value, str) and not value.startswith("="):
        return YEAR.sub(lambda match: str(int(match.group()) + 1), value)
    return value + 1 if isinstance(value, int) and 2015 <= value <= 2022 else value


def type_in(folder: Path, lembar: str, **cells: object) -> None:
    book = load_workbook(folder / "ketenagakerjaan.xlsx")
    for sel, value in cells.items():
        book[lembar][sel] = value
    book.save(folder / "ketenagakerjaan.xlsx")


@pytest.fixture(scope="module")
def years(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """2019 without its ledger, and an invented 2020."""
    data = tmp_path_factory.mktemp("laporan") / "data"
    old = shutil.copytree(frozen, data / "2019", ignore=WITHOUT_WORDS)
    return [Path(old), next_year(frozen, data / "2020")]


@pytest.fixture(scope="module")
def many(years: list[Path]) -> many_module.Many:
    return load_many(years)


@pytest.fixture
def broken(years: list[Path], tmp_path: Path) -> list[Path]:
    """Five folders: three in which something is wrong, each in another way, between two whole."""
    bad = Path(shutil.copytree(years[0], tmp_path / "rusak"))
    (bad / "kasus.xlsx").write_text("bukan buku kerja")
    nameless = tmp_path / "tanpa"
    nameless.mkdir()
    return [years[0], bad, nameless, tmp_path / "tiada", years[1]]


def test_two_years_are_stacked_under_their_names(many) -> None:
    assert many.ringkas["laporan"].tolist() == ["2019", "2020"]
    assert many.ringkas["laporan_tahun"].tolist() == [2019, 2020]
    assert many.ringkas[["galat", "gagal"]].values.tolist() == [[0, ""], [0, ""]]
    assert many.faults.empty
    for name, frame in many.frames.items():
        assert list(frame.columns[:3]) == ["laporan", "laporan_tahun", "laporan_wilayah"], name
        assert set(frame["laporan"]) == {"2019", "2020"}, name


def test_stacked_frames_are_those_of_each_report(many, years: list[Path]) -> None:
    for folder in years:
        data = lkj.load(path=folder)
        for name, frame in data.frames.items():
            part = many.frames[name].query("laporan == @folder.name").iloc[:, 3:]
            pd.testing.assert_frame_equal(part.reset_index(drop=True), frame)


def test_trends_of_two_years_overlap_and_go_on(many) -> None:
    tpt = many.kinerja.query("kode == 'tpt'").dropna(subset="realisasi")
    assert tpt.pivot(index="tahun", columns="laporan", values="realisasi").notna().to_dict() == {
        "2019": {2017: True, 2018: True, 2019: True, 2020: False},
        "2020": {2017: False, 2018: True, 2019: True, 2020: True},
    }


def test_tpt_by_sex_and_education_over_the_years(many) -> None:
    groups = many.tenaga_kerja
    rate = groups["penganggur"] / groups["angkatan_kerja"] * 100
    by_year = groups.assign(tpt=rate).pivot(index="kategori", columns="tahun", values="tpt")
    assert list(by_year.columns) == [2019, 2020]
    assert by_year.loc["Perempuan"].tolist() == pytest.approx([269800 / 44508, 279800 / 44508])
    assert by_year.loc["Laki-laki"].tolist() == pytest.approx([348200 / 77655, 338200 / 77655])
    assert (by_year.loc["Universitas"] == by_year.loc["Universitas", 2019]).all()
    assert len(by_year) == 8


def test_budget_over_the_years(many, data) -> None:
    spent = many.anggaran.groupby("laporan_tahun")[["alokasi", "realisasi"]].sum()
    own = data.anggaran[["alokasi", "realisasi"]].sum()
    assert spent.loc[2019].tolist() == own.tolist()
    assert spent.loc[2020].tolist() == (own * 2).tolist()


def test_indicators_of_each_report_are_recomputed(many) -> None:
    tpt = many.capaian.query("kode == 'tpt'").set_index("laporan_tahun")
    assert tpt["realisasi_dihitung"].tolist() == pytest.approx([618000 / 122163] * 2)


@pytest.fixture
def wide(years: list[Path], tmp_path: Path) -> Path:
    """The report of 2019, its labour force over two years and two places."""
    folder = Path(shutil.copytree(years[0], tmp_path / "2019"))
    spread_out(folder, "Pengangguran")
    spread_out(folder, "Angkatan Kerja")
    return folder


def test_many_years_and_places_in_one_sheet(wide: Path) -> None:
    assert lkj.check(wide).empty
    data = lkj.load(path=wide)
    assert len(data.tenaga_kerja) == 3 * 8
    assert data.tenaga_kerja["penganggur"].sum() > 2 * 6180
    assert data.hitungan["tpt"](data) == (6180, 122163)
    stacked = load_many([wide]).tenaga_kerja
    own = stacked["tahun"].eq(2019) & stacked["wilayah"].eq("Kota Banjarbaru")
    assert stacked[own & stacked["rincian"].eq("jenis_kelamin")]["penganggur"].sum() == 6180


def test_sums_of_one_place_are_compared_with_each_other_only(wide: Path) -> None:
    type_in(wide, "Pengangguran", F33=8_994)  # 900 more women in the other place
    faults = lkj.check(wide)
    assert faults["sel"].tolist() == ["F34", "G33"]
    assert faults.loc[0, "diharapkan"].startswith("18.540 (rincian lain, ")
    type_in(wide, "Pengangguran", F13=2_000, F12=4_180)  # women of 2018, whom sheet TPAK has too
    faults = lkj.check(wide).query("lembar == 'TPAK'")
    assert faults["sel"].tolist() == ["E6"]


def test_measures_of_many_years_and_places_are_those_of_the_own(
    years: list[Path], wide: Path
) -> None:
    one, other = (_tpt_measures(lkj.load(path=path)) for path in (years[0], wide))
    assert one == other


def _tpt_measures(data: lkj.Data) -> dict:
    from lkjlib.themes.tpt.measures import measures

    return {measure.ukuran: measure.nilai for measure in measures(data.eksak)}


def test_sheet_of_other_places_only_is_a_fault(years: list[Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(years[0], tmp_path / "2019"))
    for lembar in ("Pengangguran", "Angkatan Kerja"):
        spread_out(folder, lembar, own="Kota Banjarmasin", other="Kabupaten Banjar")
    faults = lkj.check(folder).query("tingkat == 'galat'")
    assert set(faults["lembar"]) == {"Pengangguran", "Angkatan Kerja"}
    assert set(faults["diharapkan"]) == {"baris Kota Banjarbaru tahun 2019"}
    toml = folder / "laporan.toml"
    text = toml.read_text("utf-8")
    spelling = '[alias]\n"Kota Banjarmasin" = "Kota Banjarbaru"'
    toml.write_text(text.replace("[alias]", spelling), "utf-8")
    assert lkj.check(folder).empty


def spread_out(
    folder: Path, lembar: str, own: str = "Kota Banjarbaru", other: str = "Kota Banjarmasin"
) -> None:
    """A sheet over 2018 and 2019 of one place and 2019 of another, whose counts are threefold."""
    book = load_workbook(folder / "ketenagakerjaan.xlsx")
    sheet = book[lembar]
    head, *body = [[c.value for c in row] for row in sheet.iter_rows(min_row=5, max_row=15)]
    for area in [area for area in sheet.merged_cells.ranges if area.min_row > 4]:
        sheet.unmerge_cells(area.coord)
    sheet.delete_rows(5, sheet.max_row)
    sheet.append([head[0], "Tahun", "Wilayah", *head[1:]])
    for year, place, times in ((2018, own, 1), (2019, own, 1), (2019, other, 3)):
        start = sheet.max_row + 1
        for number, rincian, kategori, *counts in body:
            if rincian == "Total":
                last = sheet.max_row
                sums = [f"=SUM({c}{start}:{c}{last})" for c in "FG"[: len(counts)]]
                sheet.append([number, None, None, rincian, None, *sums])
                start = last + 2
                continue
            numbers = [times * count if count else None for count in counts]
            sheet.append([number, year, place, rincian, kategori, *numbers])
    if lembar == "Pengangguran":  # as sheet TPAK has the women of 2018
        sheet["F12"], sheet["F13"] = 4_182, 1_998
    else:
        sheet["G12"], sheet["G13"] = None, None
    book.save(folder / "ketenagakerjaan.xlsx")


def test_reports_that_fail_are_listed_and_stop_no_other(broken: list[Path]) -> None:
    many = load_many(broken)
    rows = many.ringkas.set_index("laporan")
    assert list(rows.index) == ["2019", "rusak", "tanpa", "tiada", "2020"]
    assert rows["gagal"].map(bool).tolist() == [False, True, True, True, False]
    assert rows.loc["rusak", ["laporan_tahun", "dinas"]].notna().all()
    assert pd.isna(rows.loc["tanpa", "laporan_tahun"])
    assert "tidak ada" in rows.loc["tiada", "gagal"]
    assert set(many.koperasi["laporan"]) == {"2019", "2020"}
    assert many.faults.query("laporan == 'rusak'")["berkas"].tolist() == ["kasus.xlsx"]
    assert many.faults.query("laporan == 'tanpa'")["berkas"].tolist() == ["laporan.toml"]
    assert repr(many) == f"5 laporan, 3 di antaranya gagal: {len(many.frames)} bingkai"


def test_what_breaks_the_library_costs_only_its_own_part(
    years: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(data: lkj.Data) -> None:
        raise KeyError("x")

    monkeypatch.setattr(many_module, "ringkasan", fails)
    (place,) = find_places(years[:1])
    read = read_one(place)
    assert read.gagal == "capaian: KeyError: 'x'"
    assert "koperasi" in read.frames
    monkeypatch.setattr(many_module, "inspect", fails)
    assert (read_one(place).gagal, read_one(place).laporan.tahun) == ("KeyError: 'x'", 2019)


def test_a_ledger_gives_the_verdicts_and_a_broken_one_costs_no_frame(
    frozen: Path, tmp_path: Path
) -> None:
    row = load_many([frozen]).ringkas.iloc[0]
    assert (
        row[list(VONIS)].tolist()
        == lkj.klaim(lkj.load(path=frozen))["vonis"].value_counts()[list(VONIS)].tolist()
    )
    folder = Path(shutil.copytree(frozen, tmp_path / "2019"))
    (folder / "klaim.xlsx").write_text("bukan buku kerja")
    many = load_many([folder])
    assert many.ringkas.loc[0, "gagal"].startswith("klaim.xlsx: ")
    assert many.ringkas.loc[0, list(VONIS)].isna().all()
    assert len(many.koperasi) == len(lkj.load(path=frozen).koperasi)


def test_any_map_will_do_in_any_order(years: list[Path], many) -> None:
    def backwards(work: Callable, items: list) -> list:
        return [work(item) for item in reversed(items)]

    with ThreadPoolExecutor(2) as pool:
        for way in (backwards, pool.map, lambda work, items: [pool.submit(work, i) for i in items]):
            pd.testing.assert_frame_equal(load_many(years, map=way).kinerja, many.kinerja)


def test_a_map_that_loses_a_report_is_refused(years: list[Path]) -> None:
    with pytest.raises(LkjError, match=r"map tidak memberi hasil untuk 1 laporan: 2020\."):
        load_many(years, map=lambda work, items: [work(items[0])])


def test_no_folder_is_refused() -> None:
    with pytest.raises(LkjError, match="Tidak ada folder laporan"):
        load_many([])


def test_folders_that_hold_reports_stand_for_these(tmp_path: Path) -> None:
    for name in ("b/2020", "a/2019", "a/2020", ".sampah/2020"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "laporan.toml").touch()
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "koperasi.xlsx").touch()  # to be listed: its laporan.toml is missing
    names = [place.nama for place in find_places([tmp_path, tmp_path / "a" / "2019"])]
    assert names == ["a/2019", "a/2020", "b/2020", "c"]
    assert [place.nama for place in find_places([tmp_path / "a"])] == ["2019", "2020"]


def test_unknown_frame_names_those_there_are(many) -> None:
    with pytest.raises(AttributeError, match="tidak ada bingkai 'x'; yang ada: indikator"):
        _ = many.x
    assert "koperasi" in dir(many)


def test_batch_writes_what_load_many_gives(
    broken: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    out = tmp_path / "keluar"
    assert main(["batch", *map(str, broken), "--keluar", str(out)]) == 1
    said = capsys.readouterr()
    assert "5 laporan, 3 gagal." in said.out
    assert "5 dari 5 laporan, 3 gagal" in said.err
    many = load_many(broken)
    tables = {**many.frames, "ringkas": many.ringkas, "faults": many.faults}
    assert {path.name for path in out.iterdir()} == {f"{name}.parquet" for name in tables}
    for name, frame in tables.items():
        written = pd.read_parquet(out / f"{name}.parquet")
        pd.testing.assert_frame_equal(written, frame, check_dtype=False)
    assert [path.name for path in tmp_path.glob(".*")] == []


class Here(Pool):
    """Work done at once, in this process."""

    def __init__(self) -> None:
        super().__init__(1, ThreadPoolExecutor)


def test_batch_is_the_same_bytes_whoever_reads(years: list[Path], tmp_path: Path) -> None:
    batch(years, tmp_path / "a", Here())
    with local_pool(2) as pool:
        batch(years, tmp_path / "b", pool)
    contents = [{p.name: p.read_bytes() for p in (tmp_path / x).iterdir()} for x in "ab"]
    assert contents[0] == contents[1]


def test_frames_that_differ_in_columns_become_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(place: Place) -> many_module.Read:
        number = int(place.nama)
        frame = pd.DataFrame({"n": [number] * 3})
        if number % 3 == 1:
            frame["kode"] = ["x"] * 3
        return many_module.Read(place.nama, frames={"satu": frame})

    for name in range(30):
        (tmp_path / "in" / f"{name:02d}").mkdir(parents=True)
        (tmp_path / "in" / f"{name:02d}" / "laporan.toml").touch()
    monkeypatch.setattr(batch_module, "read_one", read)
    monkeypatch.setattr(batch_module, "SIZE", 1)
    monkeypatch.setattr(batch_module, "GROUP", 10)
    batch([tmp_path / "in"], tmp_path / "out", Here())
    written = pd.read_parquet(tmp_path / "out" / "satu.parquet")
    assert written["n"].tolist() == [n for n in range(30) for _ in range(3)]
    assert (written["kode"].notna() == (written["n"] % 3 == 1)).all()
    assert pq.ParquetFile(tmp_path / "out" / "satu.parquet").num_row_groups < 15
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_batch_replaces_an_earlier_one_and_nothing_else(years: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "keluar"
    out.mkdir()
    (out / "catatan.txt").write_text("punya orang")
    with pytest.raises(LkjError, match="berisi berkas lain"):
        batch(years[:1], out, Here())
    (out / "catatan.txt").rename(out / "lama.parquet")
    batch(years[:1], out, Here())
    assert not (out / "lama.parquet").exists()
    (tmp_path / "berkas").touch()
    with pytest.raises(LkjError, match="bukan folder"):
        batch(years[:1], tmp_path / "berkas", Here())
    with pytest.raises(LkjError, match="berisi berkas lain"):
        batch(years[:1], years[0], Here())


def test_batch_that_is_stopped_leaves_the_earlier_one(years: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "keluar"
    out.mkdir()
    (out / "ringkas.parquet").write_text("lama")

    def stop(reports: int, failed: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch(years, out, Here(), arrived=stop)
    assert (out / "ringkas.parquet").read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["keluar"]


def test_work_that_ends_its_process_costs_no_other() -> None:
    pieces = [["a", "b"], ["c", "mati", "d"], ["salah", "e"], ["f"], ["mati"], ["g", "h"]]
    with local_pool(2) as pool:
        done = list(spread(shout, pieces, pool, lambda item, error: [type(error).__name__]))
    words = [word for words in done for word in words]
    died = "BrokenProcessPool"
    assert words == ["A", "B", "C", died, "D", "ValueError", "E", "F", died, "G", "H"]


def test_no_more_is_under_way_than_some_pieces_a_worker() -> None:
    taken: list[int] = []
    pieces = ([str(taken.append(n) or n)] for n in range(50))
    results = spread(shout, pieces, Here(), lambda item, error: [])
    next(results)
    assert len(taken) <= 4


@pytest.mark.filterwarnings("ignore")
def test_dask_cluster_gives_the_same(years: list[Path], tmp_path: Path) -> None:
    from distributed import Client, LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        address = cluster.scheduler_address
        assert (
            main(["batch", *map(str, years), "--keluar", str(tmp_path / "a"), "--dask", address])
            == 0
        )
        with dask_pool(address) as pool:
            done = list(spread(shout, [["a"], ["b", "salah"]], pool, lambda item, e: [repr(e)]))
        with Client(address) as client:
            many = load_many(years, map=client.map)
    assert done == [["A"], ["B"], ["ValueError('salah')"]]
    batch(years, tmp_path / "b", Here())
    contents = [{p.name: p.read_bytes() for p in (tmp_path / x).iterdir()} for x in "ab"]
    assert contents[0] == contents[1]
    pd.testing.assert_frame_equal(many.kinerja, load_many(years).kinerja)


def test_dask_that_does_not_answer_is_said(
    years: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    out = str(tmp_path / "keluar")
    assert main(["batch", str(years[0]), "--keluar", out, "--dask", "udara://x"]) == 1
    assert "Penjadwal Dask 'udara://x' tidak menjawab" in capsys.readouterr().err
    assert not Path(out).exists()


def test_loading_many_needs_no_dask() -> None:
    code = "import sys, lkjlib as l; l.load_many; print({'dask', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
