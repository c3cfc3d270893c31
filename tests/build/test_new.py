"""lkj new: next year's report from this year's, a first report from ten answers."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lkjlib.build.inspection import find_faults
from lkjlib.build.new import first_report, next_report, write_folder
from lkjlib.build.new.answers import PERTANYAAN, ask, read_answers
from lkjlib.build.new.claims import printed_cells
from lkjlib.build.new.sentences import findings_text, patterns
from lkjlib.build.new.years import Years, moved_report
from lkjlib.cli import main
from lkjlib.errors import AnnexError, LkjError
from lkjlib.ledger.claims import SLOT
from lkjlib.ledger.measures import known_measures
from lkjlib.ledger.sentences import read_sentences
from lkjlib.loading import load
from lkjlib.report_file import read_report

ANSWERS = {
    "tahun": 2026,
    "dinas": "Dinas Tenaga Kerja",
    "wilayah": "Kota Contoh",
    "wilayah_pendek": "Contoh",
    "dokumen": "LKjIP",
    "tahun_tren": [2024, 2025, 2026],
    "tema": ["koperasi", "umkm", "omzet", "tpt", "kasus", "anggaran"],
    "skala": "permenpanrb-8-2021",
    "menengah": 2029,
    "indikator": 3,
}


@pytest.fixture(scope="module")
def made(frozen, tmp_path_factory):
    """The report of 2020 as made from that of 2019: its folder and what is to be filled in."""
    folder = tmp_path_factory.mktemp("baru") / "2020"
    isian = next_report(frozen, folder)
    write_folder(folder, isian.berkas)
    return folder, isian


def words(folder):
    """Every text and number of every workbook."""
    return {
        (path.name, sheet.title, cell.coordinate): cell.value
        for path in sorted(folder.glob("*.xlsx"))
        for sheet in load_workbook(path).worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.value is not None
    }


def test_a_new_report_has_nothing_but_sheets_to_fill_in(made):
    faults = find_faults(made[0])
    assert faults
    assert all(fault.ditemukan.startswith("belum diisi") for fault in faults)
    places = [(fault.berkas, fault.lembar) for fault in faults]
    assert len(places) == len(set(places))
    assert set(places) <= set(made[1].kosong)


def test_years_move_on_in_titles_headers_and_footers(made):
    texts = words(made[0])
    assert texts["kinerja.xlsx", "Capaian", "A3"] == "TAHUN 2018-2020"
    assert [texts["kinerja.xlsx", "Capaian", sel] for sel in ("D5", "F5", "H5")] == [
        2018,
        2019,
        2020,
    ]
    assert texts["umkm.xlsx", "Kenaikan Omzet", "A2"] == "TAHUN 2020 DARI OMZET TAHUN 2019"
    assert texts["kinerja.xlsx", "Perjanjian Kinerja", "E4"] == "Target 2020 (%)"
    assert texts["koperasi.xlsx", "Keragaan", "A31"].startswith("Sumber: LKj 2020,")


def test_results_of_the_years_before_are_carried_into_their_place(made):
    texts = words(made[0])
    row = [texts.get(("kinerja.xlsx", "Capaian", f"{c}10")) for c in "DEFGHI"]
    assert row == [5.2, 115.45, 5.06, 117.05, None, None]
    assert texts["umkm.xlsx", "Total Omzet", "B6"] == 2019
    assert texts["umkm.xlsx", "Total Omzet", "C6"] == 47797383121
    assert ("umkm.xlsx", "Total Omzet", "C7") not in texts
    assert texts["ketenagakerjaan.xlsx", "TPAK", "D6"] == 47.62


def test_decimals_are_carried_with_the_figure(made, frozen):
    old = load_workbook(frozen / "kinerja.xlsx")["Capaian"]
    new = load_workbook(made[0] / "kinerja.xlsx")["Capaian"]
    assert new["D11"].value == old["F11"].value
    assert new["D11"].number_format == old["F11"].number_format


def test_references_that_stay_keep_their_year_and_values(made):
    texts = words(made[0])
    head = [texts.get(("kinerja.xlsx", "Pembanding", f"{c}4")) for c in "DEF"]
    assert head == ["Target RPJMD", "Target RPJMN", "Realisasi 2020"]
    assert [texts["kinerja.xlsx", "Pembanding", sel] for sel in ("D5", "E5")] == [2021, 2019]
    row = [texts.get(("kinerja.xlsx", "Pembanding", f"{c}9")) for c in "DEFGHI"]
    assert row == [5.95, 5, None, None, None, None]


def test_names_formulas_and_formats_stay_figures_go(made, frozen):
    texts, old = words(made[0]), words(frozen)
    assert texts["koperasi.xlsx", "Keragaan", "B8"] == "KPRI"
    assert texts["koperasi.xlsx", "Keragaan", "C29"] == "=SUM(C7:C28)"
    assert texts["kinerja.xlsx", "Indikator", "I9"] == old["kinerja.xlsx", "Indikator", "I9"]
    assert ("anggaran.xlsx", "Program Kegiatan", "F65") in old
    assert ("anggaran.xlsx", "Program Kegiatan", "F65") not in texts  # a printed share of the sum
    sheets = load_workbook(frozen / "koperasi.xlsx"), load_workbook(made[0] / "koperasi.xlsx")
    before, after = (book["Keragaan"] for book in sheets)
    assert before.merged_cells.ranges == after.merged_cells.ranges
    assert before["C8"].number_format == after["C8"].number_format
    assert before.freeze_panes == after.freeze_panes


def test_no_sum_keeps_last_years_value(made):
    book = load_workbook(made[0] / "koperasi.xlsx", data_only=True)
    assert [book["Keragaan"][sel].value for sel in ("C29", "D29", "E29")] == [0, 0, 0]


def test_events_of_last_year_are_gone(made, frozen):
    assert any("Inhutani" in str(value) for value in words(frozen).values())
    found = {key: value for key, value in words(made[0]).items() if key[1] == "Kasus"}
    assert not any("PT." in str(value) for value in found.values())
    assert {int(re.sub(r"\D", "", sel)) for _, _, sel in found} == {1, 2, 3, 5, 17, 18}


def test_the_report_is_of_the_next_year(made, frozen):
    report, old = read_report(made[0]), read_report(frozen)
    assert (report.tahun, report.tahun_tren) == (2020, (2018, 2019, 2020))
    assert [one.tahun for one in report.acuan] == [2021, 2019, 2020, 2020, 2020, 2020]
    assert report.acuan[2].judul == "Realisasi 2020|Kabupaten Banjar"
    assert (report.dinas, report.tema, report.kosakata) == (old.dinas, old.tema, old.kosakata)


def test_comments_of_laporan_toml_stay(made, frozen):
    comments = re.findall(r"#.*", (frozen / "laporan.toml").read_text())
    assert comments
    assert re.findall(r"#.*", (made[0] / "laporan.toml").read_text()) == comments


def test_the_source_is_never_touched(frozen, tmp_path):
    def sums():
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in frozen.iterdir()}

    before = sums()
    next_report(frozen, tmp_path / "2020")
    assert sums() == before
    assert list(tmp_path.iterdir()) == []


def test_the_same_source_gives_the_same_bytes(made, frozen, tmp_path):
    assert next_report(frozen, tmp_path / "2020").berkas == made[1].berkas


def test_the_year_is_that_of_the_folders_name_or_the_next(frozen, tmp_path):
    for name, year in (("2021", 2021), ("revisi", 2020)):
        text = next_report(frozen, tmp_path / name).berkas["laporan.toml"].decode()
        assert tomllib.loads(text)["tahun"] == year
    with pytest.raises(LkjError, match="Beri nama '2020'"):
        next_report(frozen, tmp_path / "2019")


def test_every_cell_of_the_tables_has_a_row_in_the_ledger(made):
    sheet = load_workbook(made[0] / "klaim.xlsx")["Klaim"]
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[4]]
    assert {row[3] for row in rows} == {
        "Tabel I",
        "Tabel II",
        "Tabel III",
        "Tabel IV",
        "Program / Kegiatan",
    }
    assert all(row[5] is None for row in rows)
    assert sum(row[2] == "Bab III B" for row in rows) == 33  # ten programmes and their sum
    keys = {row[4]: row[8] for row in rows}
    assert keys["realisasi TPT 2020"] == "kinerja.realisasi.tpt.ini"
    assert keys["capaian TPT 2018"] == "kinerja.capaian.tpt.lalu2"
    assert keys["TPT: Kota Banjarmasin"] == "pembanding.nilai.tpt.kota_banjarmasin"
    assert keys["TPT: RPJMD 2021"] == "pembanding.nilai.tpt.rpjmd_2021"
    assert keys["alokasi semua program"] == "anggaran.alokasi.total"
    assert not any(re.search(r"\.\d{4}", row[8] or "") for row in rows)


def test_a_cell_without_a_measure_is_listed_without_one(data, frozen):
    cells = list(printed_cells(data, read_report(frozen), set()))
    assert cells and not any(cell.ukuran for cell in cells)


def test_what_only_held_last_year_is_to_be_written_anew(data):
    known = known_measures(data)
    text = findings_text([{"kode": "kasus", "polaritas": "negatif", "satuan": "%"}], known)
    assert "satu saja lebih" in text  # ten cases of 420; eleven would miss the target
    text = findings_text([{"kode": "wirausaha", "polaritas": "positif", "satuan": "%"}], known)
    assert "satu saja" not in text


def test_every_measure_of_the_patterns_exists(data):
    known = known_measures(data)
    for one in patterns("tpt", positif=False, satuan="%"):
        for match in SLOT.finditer(one.judul + one.kalimat):
            assert match["ukuran"] in known


def test_the_command_says_what_to_fill_in_sheet_by_sheet(frozen, tmp_path, capsys):
    target = tmp_path / "2020"
    assert main(["new", str(target), "--dari", str(frozen)]) == 0
    out = capsys.readouterr().out
    assert re.search(r"kinerja.xlsx!Capaian +H7:I11\n", out)
    assert re.search(r"umkm.xlsx!Total Omzet +C7\n", out)
    assert "lkj check" in out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2020"]


def test_an_existing_target_is_refused_and_left_alone(frozen, tmp_path, capsys):
    target = tmp_path / "2020"
    target.mkdir()
    (target / "catatan.txt").write_text("isi")
    assert main(["new", str(target), "--dari", str(frozen)]) == 2
    assert "sudah ada" in capsys.readouterr().err
    assert [path.name for path in target.iterdir()] == ["catatan.txt"]
    with pytest.raises(LkjError, match="sudah ada"):
        write_folder(target, {"a.txt": b""})
    assert [path.name for path in tmp_path.iterdir()] == ["2020"]


def test_another_offices_report_moves_on_too(root, tmp_path):
    target = tmp_path / "2017"
    made = next_report(root / "data" / "jabar-disnakertrans-2016", target)
    write_folder(target, made.berkas)
    report = read_report(target)
    assert (report.tahun, report.tahun_tren) == (2017, (2014, 2015, 2016, 2017, 2018, 2019))
    assert [one.tahun for one in report.acuan] == [2018]  # the end of its Renstra stays
    errors = [fault for fault in find_faults(target) if fault.tingkat == "galat"]
    assert errors and all(fault.ditemukan.startswith("belum diisi") for fault in errors)
    printed = load(root / "data" / "jabar-disnakertrans-2016").kinerja
    texts = words(target)
    carried = [texts["kinerja.xlsx", "Capaian", f"K{row}"] for row in range(7, 18)]
    assert carried == printed.query("tahun == 2016")["realisasi"].tolist()
    assert any("APBN tidak dibaca" in note for note in made.catatan)


def test_a_source_that_is_no_folder_is_wrong_use(tmp_path, capsys):
    assert main(["new", str(tmp_path / "2020"), "--dari", str(tmp_path / "x")]) == 2
    assert "tidak ada" in capsys.readouterr().err


def test_a_source_with_faults_makes_nothing(annexes, tmp_path, capsys):
    annexes.edit("koperasi.xlsx", "Keragaan", C8="lima puluh")
    target = tmp_path / "baru" / "2020"
    assert main(["new", str(target), "--dari", str(annexes.folder)]) == 1
    assert "koperasi.xlsx!Keragaan!C8" in capsys.readouterr().err
    assert not target.parent.exists()


def test_years_of_plans_and_regulations_stay(frozen):
    years = Years(read_report(frozen), 1)
    text = "RPJMN 2019, UU 13/2018, PP Nomor 8 Tahun 2018, Renstra 2017-2021; 2016; LKj 2018–2019"
    assert years.move(text) == text.replace("LKj 2018–2019", "LKj 2019–2020")


def test_a_laporan_toml_that_cannot_be_moved_is_refused(frozen):
    years = Years(read_report(frozen), 1)
    text = (frozen / "laporan.toml").read_text()
    with pytest.raises(LkjError, match="tahunnya tidak dapat dimajukan"):
        moved_report(text.replace("tahun = 2019\ndinas", "'tahun' = 2019\ndinas"), years)


def test_sums_known_to_be_wrong_are_not_known_of_the_next_report(frozen):
    years = Years(read_report(frozen), 1)
    text = 'seperti_tercetak = [\n  "anggaran.xlsx!Belanja!D9",\n]\n'
    moved = moved_report(text + (frozen / "laporan.toml").read_text(), years)
    assert tomllib.loads(moved)["seperti_tercetak"] == []


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pertama") / "kota-contoh-2026"
    isian = first_report(ANSWERS, folder)
    write_folder(folder, isian.berkas)
    return folder, isian


def test_a_first_report_has_nothing_but_sheets_to_fill_in(first):
    faults = find_faults(first[0])
    assert faults
    assert all(fault.ditemukan.startswith("belum diisi") for fault in faults)
    assert {(fault.berkas, fault.lembar) for fault in faults} == set(first[1].kosong)


def test_a_first_report_says_who_it_is(first):
    report = read_report(first[0])
    assert (report.tahun, report.wilayah, report.dokumen) == (2026, "Kota Contoh", "LKjIP")
    assert report.tahun_tren == (2024, 2025, 2026)
    assert [(one.nama, one.jenis, one.tahun) for one in report.acuan] == [
        ("Menengah 2029", "menengah", 2029)
    ]


def test_its_sheets_look_like_an_offices(first):
    texts = words(first[0])
    assert texts["koperasi.xlsx", "Keragaan", "A2"] == "DINAS TENAGA KERJA KOTA CONTOH"
    assert texts["koperasi.xlsx", "Keragaan", "A3"] == "TAHUN 2026"
    assert texts["koperasi.xlsx", "Keragaan", "C12"] == "=SUM(C7:C11)"
    assert texts["koperasi.xlsx", "Keragaan", "A14"].startswith("Sumber: LKjIP 2026")
    assert [texts["kinerja.xlsx", "Indikator", f"B{row}"] for row in (6, 7, 8)] == [
        "indikator_1",
        "indikator_2",
        "indikator_3",
    ]
    merged = load_workbook(first[0] / "kinerja.xlsx")["Capaian"].merged_cells.ranges
    assert {"A1:I1", "D5:E5", "H5:I5", "B5:B6"} <= {str(area) for area in merged}


def test_headings_that_stand_for_the_offices_own_have_to_be_named(first, tmp_path):
    target = tmp_path / "salinan"
    write_folder(target, first[1].berkas)
    book = load_workbook(target / "umkm.xlsx")
    for sheet in ("UMKM Baru", "UMKM Binaan"):
        for row, values in enumerate([[1, "Utara", 1, 2, 3, 6]] * 5, start=7):
            for column, value in enumerate(values, start=1):
                book[sheet].cell(row, column).value = f"{value} {row}" if column == 2 else value
    book.save(target / "umkm.xlsx")
    found = [f for f in find_faults(target, ["umkm.xlsx"]) if f.lembar == "UMKM Binaan"]
    assert [(fault.sel, fault.ditemukan) for fault in found] == [("C6", ""), ("D6", ""), ("E6", "")]


def test_workbooks_only_for_the_themes_named(tmp_path):
    made = first_report({**ANSWERS, "tema": [], "menengah": 0}, tmp_path / "x")
    assert list(made.berkas) == ["laporan.toml", "kinerja.xlsx", "temuan.toml"]
    assert ("kinerja.xlsx", "Pembanding") not in made.kosong


def test_the_same_answers_give_the_same_bytes(first, tmp_path):
    assert first_report(ANSWERS, tmp_path / "x").berkas == first[1].berkas


def test_findings_of_a_first_report_are_read(first):
    sentences, faults = read_sentences(first[0])
    assert faults == []
    assert {one.bagian for one in sentences} == {"indikator_1", "indikator_2", "indikator_3"}


def write_toml(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_bad_answers_are_reported_all_at_once(tmp_path, capsys):
    answers = write_toml(
        tmp_path / "jawaban.toml",
        'tahun = 2026\ndinas = ""\ntahun_tren = [2024, 2025]\ntema = ["koprasi"]\n'
        'skala = "x"\nmenengah = 2020\nindikator = 0\nwarna = "merah"\n',
    )
    target = tmp_path / "baru"
    assert main(["new", str(target), "--jawaban", str(answers)]) == 1
    assert not target.exists()
    with pytest.raises(AnnexError) as caught:
        read_answers(answers)
    places = {fault.sel for fault in caught.value.faults}
    assert places == {
        *("dinas", "indikator", "menengah", "skala", "tahun_tren", "tema", "wilayah", "warna")
    }
    assert all(fault.berkas == "jawaban.toml" and fault.saran for fault in caught.value.faults)
    assert "koprasi" in capsys.readouterr().err


def test_an_answer_that_is_missing_means_what_enter_means(tmp_path):
    answers = read_answers(
        write_toml(
            tmp_path / "j.toml", 'tahun = 2026\ndinas = "Dinas"\nwilayah = "Kabupaten Tanah Laut"\n'
        )
    )
    assert answers["wilayah_pendek"] == "Tanah Laut"
    assert answers["tahun_tren"] == [2024, 2025, 2026]
    assert (answers["dokumen"], answers["tema"], answers["indikator"]) == ("LKj", [], 5)


@pytest.mark.parametrize("text", ["tahun = ", None])
def test_answers_that_cannot_be_read(tmp_path, text):
    path = tmp_path / "j.toml"
    if text:
        path.write_text(text)
    with pytest.raises(AnnexError, match=r"j\.toml"):
        read_answers(path)


def test_at_most_ten_questions_and_a_wrong_answer_is_asked_again(capsys):
    typed = iter(["dua ribu", "2026", "Dinas A", "Kota B", "", "", "", "koprasi", "tpt", *[""] * 3])
    asked = []

    def read(prompt):
        asked.append(prompt)
        return next(typed)

    answers = ask(read)
    assert len(PERTANYAAN) == 10
    assert len(asked) == 12
    assert answers["tahun_tren"] == [2024, 2025, 2026]
    assert (answers["tahun"], answers["wilayah_pendek"], answers["tema"]) == (2026, "B", ["tpt"])
    assert "Mungkin maksudnya 'koperasi'" in capsys.readouterr().out


def test_nobody_to_answer_is_told_of_the_file():
    def read(prompt):
        raise EOFError

    with pytest.raises(LkjError, match="--jawaban"):
        ask(read)


def test_the_command_takes_answers_from_a_file(tmp_path, capsys):
    answers = write_toml(
        tmp_path / "j.toml", 'tahun = 2026\ndinas = "Dinas"\nwilayah = "Kota Contoh"\n'
    )
    target = tmp_path / "data" / "kota-contoh-2026"
    assert main(["new", str(target), "--jawaban", str(answers)]) == 0
    assert re.search(r"kinerja.xlsx!Indikator +C6:D10", capsys.readouterr().out)
    assert Path(target, "kinerja.xlsx").exists()
    assert main(["check", str(target)]) == 1
    assert "Belum diisi." in capsys.readouterr().out
