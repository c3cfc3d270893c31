"""laporan.toml: what it says, and every fault in it, all in one run."""

from dataclasses import replace

import pytest
from small import CAPAIAN, INDIKATOR, LAPORAN, altered, write_report

import lkjlib
from lkjlib.build.inspection import find_faults
from lkjlib.errors import AnnexError, LkjError
from lkjlib.loading import load
from lkjlib.report import BERKAS, Acuan, find_folder
from lkjlib.report_file import read_report, read_report_checked
from lkjlib.themes.tpt.exhibits import EXHIBITS


def faults_of(tmp_path, laporan):
    (tmp_path / "laporan.toml").write_text(laporan, encoding="utf-8")
    return read_report_checked(tmp_path)[1]


def test_read_report_says_who_reports_on_which_years(tmp_path):
    report = read_report(write_report(tmp_path))
    assert (report.judul, report.wilayah, report.tahun_tren) == (
        *("LAKIP 2031", "Kota Contoh"),
        (2030, 2031, 2032),
    )
    assert [pita.kategori for pita in report.skala.pita] == ["Sangat Baik", "Baik", "Kurang"]
    assert report.menengah is None


def test_the_pace_is_measured_to_the_latest_of_several_medium_term_targets(tmp_path):
    acuan = """acuan = [
      {nama = "Renstra 2033", jenis = "menengah", tahun = 2033},
      {nama = "RPJMD 2035", jenis = "menengah", tahun = 2035, judul = "Target|RPJMD"},
    ]
    [skala]"""
    (tmp_path / "laporan.toml").write_text(LAPORAN.replace("[skala]", acuan), encoding="utf-8")
    report = read_report(tmp_path)
    assert report.menengah == Acuan("RPJMD 2035", "menengah", 2035, "Target|RPJMD")
    assert report.acuan[0].judul == "Renstra 2033"


@pytest.mark.parametrize(
    ("old", "new", "sel", "found"),
    [
        ('dinas = "Dinas Contoh"', "", "dinas", ""),
        ('dinas = "Dinas Contoh"', "dinas = 5", "dinas", "5"),
        ("tahun = 2031", 'tahun = "2031"', "tahun", "2031"),
        ("tahun = 2031", "tahun = 2029", "tahun_tren", "2030, 2031, 2032"),
        ("[2030, 2031, 2032]", "[2031, 2030]", "tahun_tren", "2031, 2030"),
        ('tema = ["anggaran"]', 'tema = "anggaran"', "tema", "anggaran"),
        ("[skala]", 'sakla = "x"\n[skala]', "sakla", "sakla"),
        ("[skala]", "survei = {n = 0}\n[skala]", "survei.n", "0"),
        ("[skala]", "survei = {alfa = 1}\n[skala]", "survei.alfa", "alfa"),
        ("[skala]", 'seperti_tercetak = "A1"\n[skala]', "seperti_tercetak", "A1"),
        ("[skala]", 'acuan = [{nama = "A", jenis = "jauh", tahun = 2031}]\n[skala]',
         "acuan[1].jenis", "jauh"),
        ("[skala]", 'acuan = [{nama = "A", jenis = "menengah"}]\n[skala]',
         "acuan[1].tahun", ""),
        ("[skala]", 'acuan = [{nama = "A", jenis = "nasional", tahun = 2031, sel = 1}]\n[skala]',
         "acuan[1]", "{'nama': 'A', 'jenis': 'nasional', 'tahun': 2031, 'sel': 1}"),
        ("mulai = 80", "mulai = 100.5", "skala.pita[2]", "100.5"),
        ("mulai = 80", 'mulai = "80"', "skala.pita[2].mulai", "80"),
        (', mulai = 80}', "}", "skala.pita", "Sangat Baik, Baik, Kurang"),
        ('kode = "K"}', 'kode = "K", mulai = 0}', "skala.pita", "Sangat Baik, Baik, Kurang"),
        ("di_atas = 100}", "di_atas = 100, mulai = 100}", "skala.pita[1]",
         "{'kategori': 'Sangat Baik', 'kode': 'SB', 'di_atas': 100, 'mulai': 100}"),
        ('nama = "contoh"', "", "skala.nama", ""),
        ("tahun = 2031", "tahun = true", "tahun", "true"),
        ("tahun = 2031", "tahun = 2031.0", "tahun", "2031.0"),
        ("[2030, 2031, 2032]", "[]", "tahun_tren", ""),
        ("[2030, 2031, 2032]", "[2031, 2031]", "tahun_tren", "2031, 2031"),
        ("[2030, 2031, 2032]", "[2030, 2032]", "tahun_tren", "2030, 2032"),
        ('tema = ["anggaran"]', 'tema = ["anggaran", "anggaran"]', "tema", "anggaran (dua kali)"),
        ('tema = ["anggaran"]', 'tema = ["anggaran", 3]', "tema[2]", "3"),
        ('"Kota Contoh"', '"Kota\\nContoh"', "wilayah", "Kota\nContoh"),
        ("[skala]", "survei = {n = inf}\n[skala]", "survei.n", "inf"),
        ("[skala]", "survei = {n = 600.5}\n[skala]", "survei.n", "600.5"),
        ("[skala]", "survei = {deff = nan}\n[skala]", "survei.deff", "nan"),
        ("[skala]", 'kosakata = {luluss = ["A"]}\n[skala]', "kosakata.luluss", "luluss"),
        ("[skala]", "alias = {a = 3}\n[skala]", "alias.a", "3"),
        ("[skala]", 'alias = {a = "b", b = "c"}\n[skala]', "alias.a", "b"),
        ("[skala]", 'acuan = [{nama = "A", tahun = 2031}]\n[skala]', "acuan[1].jenis", ""),
        ("[skala]", 'acuan = [{nama = "A", jenis = "wilayah", tahun = 2031, judul = "|"}]\n[skala]',
         "acuan[1].judul", "|"),
        ("[skala]", 'acuan = [{nama = "RPJMD-1", jenis = "nasional", tahun = 2031},'
         '{nama = "rpjmd 1", jenis = "nasional", tahun = 2031, judul = "B"}]\n[skala]',
         "acuan[2].nama", "rpjmd 1 (dua kali)"),
        ("[skala]", 'acuan = [{nama = "A", jenis = "nasional", tahun = 2031, judul = "T|1"},'
         '{nama = "B", jenis = "nasional", tahun = 2031, judul = "T|1"}]\n[skala]',
         "acuan[2].judul", "T|1 (dua kali)"),
        ("mulai = 80", "mulai = nan", "skala.pita[2].mulai", "nan"),
        ("mulai = 80", "mulai = true", "skala.pita[2].mulai", "true"),
        ('"Kurang"', '"Baik"', "skala.pita[3].kategori", "Baik"),
        ('kode = "K"', 'kode = "b"', "skala.pita[3].kode", "b"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_one_fault_with_its_place_and_a_remedy(tmp_path, old, new, sel, found):
    assert old in LAPORAN
    (fault,) = faults_of(tmp_path, LAPORAN.replace(old, new, 1))
    assert (fault.alamat, fault.ditemukan) == (f"laporan.toml!{sel}", found)
    assert fault.tingkat == "galat"
    assert fault.saran
    with pytest.raises(AnnexError, match=r"laporan\.toml"):
        load(path=tmp_path)


def test_every_fault_of_laporan_toml_is_listed_in_one_run(tmp_path):
    wrong = LAPORAN.replace("tahun = 2031", "tahun = 31").replace("mulai = 80", "mulai = 120")
    wrong = wrong.replace("dokumen", "dokumenn")
    assert {f.sel for f in faults_of(tmp_path, wrong)} == {
        *("dokumenn", "dokumen", "tahun", "skala.pita[2]")
    }


def test_an_unknown_key_is_told_which_was_meant(tmp_path):
    (fault,) = faults_of(tmp_path, "survey = {n = 1}\n" + LAPORAN)
    assert "survei" in fault.saran


DEEP = "x = " + "[" * 5000 + "]" * 5000


@pytest.mark.parametrize("text", ["tahun = ", "tahun = 2031\ntahun = 2031\n", "[skala", DEEP])
def test_what_is_no_toml_is_one_fault(tmp_path, text):
    (fault,) = faults_of(tmp_path, text)
    assert (fault.alamat, fault.diharapkan) == ("laporan.toml", "TOML yang utuh")


def test_a_laporan_toml_that_is_not_there_or_not_text_is_one_fault(tmp_path):
    (fault,) = read_report_checked(tmp_path)[1]
    assert (fault.ditemukan, fault.saran) == (
        "berkas tidak ada",
        f"Buat dengan: lkj new {tmp_path}",
    )
    (tmp_path / "laporan.toml").write_bytes(b"dinas = \xff")
    (fault,) = read_report_checked(tmp_path)[1]
    assert (fault.ditemukan, fault.diharapkan) == ("bukan teks UTF-8 (bita ke-9)", "teks UTF-8")
    (tmp_path / "laporan.toml").unlink()
    (tmp_path / "laporan.toml").mkdir()
    (fault,) = read_report_checked(tmp_path)[1]
    assert fault.ditemukan == "berkas tidak dapat dibuka"
    assert str(tmp_path) not in str(fault)


def test_an_empty_laporan_toml_lists_every_key_that_it_needs(tmp_path):
    wanted = ["tahun", "dinas", "wilayah", "wilayah_pendek", "dokumen", "tahun_tren", "tema"]
    wanted += ["skala"]
    assert [fault.sel for fault in faults_of(tmp_path, "")] == wanted
    assert all(fault.saran.startswith("Tambahkan: ") for fault in faults_of(tmp_path, ""))


def test_a_byte_order_mark_and_other_line_ends_are_no_fault(tmp_path):
    write_report(tmp_path)
    for text in ("\ufeff" + LAPORAN, LAPORAN.replace("\n", "\r\n")):
        (tmp_path / "laporan.toml").write_bytes(text.encode())
        assert read_report_checked(tmp_path)[1] == []


WRONG_FINDINGS = """
[[temuan]]
bagian = "lpk"
judul = "Lembaga"
kalimat = "Ada {kinerja.realisasii.lpk.ini}."
berlaku = "kinerja.realisasi.lpkk.ini > 3"
[[temuan]]
bagian = "lpkk"
judul = "Lembaga"
kalimat = "Ada 21 lembaga."
berlaku = "__import__('os').system('ls') > 3"
"""


def test_every_kind_of_bad_input_is_listed_in_one_run(tmp_path):
    laporan = LAPORAN.replace('tema = ["anggaran"]', 'tema = ["kasus"]').replace(
        "mulai = 80", "mulai = 120"
    )
    acuan = 'acuan = [{nama = "Renstra", jenis = "menengah", tahun = 2035}]\nsakla = 1\n[skala]'
    rows = [["Kode", "Indikator Kinerja", "Target RPJMD"]]
    write_report(
        tmp_path,
        laporan.replace("[skala]", acuan),
        Indikator=altered(INDIKATOR, E3="positip"),
        Capaian=altered(CAPAIAN, F3=None),
        Pembanding=[*rows, *([row[0], row[2], 1] for row in INDIKATOR[1:])],
    )
    (tmp_path / "temuan.toml").write_text(WRONG_FINDINGS, encoding="utf-8")
    faults = find_faults(tmp_path)
    assert {(f.tingkat, f.alamat, f.ditemukan) for f in faults} == {
        ("galat", "laporan.toml!sakla", "sakla"),
        ("galat", "laporan.toml!skala.pita[2]", "120"),
        ("galat", "kasus.xlsx", "berkas tidak ada"),
        ("peringatan", "anggaran.xlsx", "buku kerja tanpa tema, tidak dibaca"),
        ("galat", "kinerja.xlsx!Pembanding!C1", "TARGET RPJMD"),
        ("galat", "kinerja.xlsx!Indikator!E3", "positip (bukan pilihan yang dikenal)"),
        ("galat", "kinerja.xlsx!Capaian!A3", "lpk tanpa target 2031"),
        ("galat", "temuan.toml!temuan[1].kalimat", "{kinerja.realisasii.lpk.ini}"),
        ("peringatan", "temuan.toml!temuan[1].berlaku", "kinerja.realisasi.lpkk.ini"),
        ("galat", "temuan.toml!temuan[2].bagian", "lpkk"),
        ("galat", "temuan.toml!temuan[2].berlaku", "__import__('os').system('ls') > 3"),
        ("galat", "temuan.toml!temuan[2].kalimat", "21"),
    }
    assert all(fault.saran for fault in faults)
    with pytest.raises(AnnexError) as refused:
        load(path=tmp_path)
    assert {"sakla", "skala.pita[2]", "E3", "A3"} <= {f.sel for f in refused.value.faults}


def test_measures_that_faults_may_have_cost_are_one_remark(annexes):
    annexes.add_findings()
    (annexes.folder / "kasus.xlsx").unlink()
    galat, *remarks = annexes.faults()
    assert galat.alamat == "kasus.xlsx"
    assert [(f.tingkat, f.alamat) for f in remarks] == [("peringatan", "temuan.toml")]
    assert "ukuran: " in remarks[0].ditemukan


def test_a_report_that_is_being_filled_in_is_not_asked_about_its_measures_yet(annexes):
    annexes.add_findings()
    annexes.edit("kasus.xlsx", "Kasus", **{f"{c}{r}": None for c in "ABCDE" for r in range(6, 16)})
    (fault,) = [f for f in annexes.faults() if f.tingkat == "galat"]
    assert fault.ditemukan.startswith("belum diisi")
    assert not [f for f in annexes.faults() if f.berkas == "temuan.toml"]


def test_a_folder_called_like_another_year_is_asked_about(tmp_path):
    folder = tmp_path / "2032"
    folder.mkdir()
    (fault,) = find_faults(write_report(folder))
    assert (fault.tingkat, fault.alamat, fault.ditemukan) == (
        *("peringatan", "laporan.toml!tahun"),
        "2031",
    )
    other = folder.rename(tmp_path / "Laporan Ñusa 2032 – revisi")
    assert find_faults(other) == []


def test_a_scale_of_ones_own_takes_no_name_of_the_registry(tmp_path):
    write_report(tmp_path, LAPORAN.replace('nama = "contoh"', 'nama = "lkj-2019"'))
    (fault,) = find_faults(tmp_path)
    assert (fault.alamat, fault.ditemukan) == ("laporan.toml!skala.nama", "lkj-2019")


def test_a_reference_stated_otherwise_than_its_column_asks_which_is_wrong(tmp_path):
    acuan = 'acuan = [{nama = "Renstra", jenis = "menengah", tahun = 2035}]\n[skala]'
    rows = [["Kode", "Indikator Kinerja", "Renstraa"]]
    rows += [[row[0], row[2], 1] for row in INDIKATOR[1:]]
    write_report(tmp_path, LAPORAN.replace("[skala]", acuan), Pembanding=rows)
    (fault,) = find_faults(tmp_path)
    assert fault.ditemukan == "RENSTRAA"
    assert "dinyatakan di laporan.toml" in fault.saran


def test_rumus_and_polaritas_that_are_opposed_are_asked_about(tmp_path):
    write_report(tmp_path, Indikator=altered(INDIKATOR, F2="negatif"))
    (fault,) = find_faults(tmp_path)
    assert (fault.tingkat, fault.alamat) == ("peringatan", "kinerja.xlsx!Indikator!F2")
    assert fault.ditemukan == "negatif, dengan rumus positif (E2)"


def test_bands_that_touch_leave_one_value_between_them(tmp_path):
    """> 100, exactly 100, from 80 on: a scale of a regulation, and no gap."""
    exact = '{kategori = "Baik", kode = "B", mulai = 100},\n{kategori = "Cukup", kode = "C", mulai'
    laporan = LAPORAN.replace('{kategori = "Baik", kode = "B", mulai', exact)
    assert faults_of(tmp_path, laporan) == []
    swapped = laporan.replace("di_atas = 100", "mulai = 100")
    assert [f.sel for f in faults_of(tmp_path, swapped)] == ["skala.pita[2]"]


@pytest.mark.parametrize(
    ("old", "new", "alamat", "diharapkan"),
    [
        ('tema = ["anggaran"]', 'tema = ["anggarann"]', "laporan.toml!tema", "tema yang dikenal"),
        ('tema = ["anggaran"]', 'tema = ["anggaran", "kasus"]', "kasus.xlsx",
         "buku kerja kasus.xlsx"),
        ('tema = ["anggaran"]', "tema = []", "anggaran.xlsx", "tema 'anggaran' di laporan.toml"),
        ("[skala]", 'acuan = [{nama = "Renstra", jenis = "menengah", tahun = 2035}]\n[skala]',
         "kinerja.xlsx!Pembanding",
         "lembar 'Pembanding' dengan judul kolom 'Kode', 'Indikator Kinerja', 'Renstra'"),
        (LAPORAN[LAPORAN.index("[skala]"):], 'skala = "lkj-2091"', "laporan.toml!skala",
         "skala yang dikenal, atau tabel [skala]"),
        ("[skala]", 'seperti_tercetak = ["anggaran.xlsx!Belanja!Z9"]\n[skala]',
         "laporan.toml!seperti_tercetak",
         "sel yang jumlah tercetaknya tidak sama dengan barisnya"),
    ],
)  # fmt: skip
def test_what_laporan_toml_and_the_workbooks_disagree_on_is_one_fault(
    tmp_path, old, new, alamat, diharapkan
):
    write_report(tmp_path, LAPORAN.replace(old, new, 1))
    faults = find_faults(tmp_path)
    assert (alamat, diharapkan) in [(f.alamat, f.diharapkan) for f in faults]
    assert all(f.saran for f in faults)


def test_a_reference_without_its_column_names_the_column(tmp_path):
    acuan = 'acuan = [{nama = "Renstra", jenis = "menengah", tahun = 2035}]\n[skala]'
    rows = [["Kode", "Indikator Kinerja", "Target RPJMD"]]
    rows += [[row[0], row[2], 1] for row in INDIKATOR[1:]]
    write_report(tmp_path, LAPORAN.replace("[skala]", acuan), Pembanding=rows)
    (fault,) = find_faults(tmp_path)
    assert (fault.alamat[:23], fault.diharapkan) == ("kinerja.xlsx!Pembanding", "kolom 'Renstra'")


def test_a_report_whose_sheets_speak_of_another_year_names_each_cell(tmp_path):
    laporan = LAPORAN.replace("2031", "2041").replace("2030", "2040").replace("2032", "2042")
    write_report(tmp_path, laporan)
    found = {(f.alamat, f.ditemukan) for f in find_faults(tmp_path)}
    assert ("anggaran.xlsx!Belanja!C1", "TAHUN 2031 / ANGGARAN (tahun 2031)") in found
    assert ("kinerja.xlsx!Capaian!D1", "2030 / REALISASI (tahun 2030)") in found
    assert not [f for f in find_faults(tmp_path) if "'No'" in f.diharapkan]


def test_figures_of_one_year_are_never_to_become_those_of_another(tmp_path):
    laporan = LAPORAN.replace("2032]", "2032]").replace("tahun = 2031", "tahun = 2032")
    write_report(tmp_path, laporan.replace("[2030, 2031, 2032]", "[2031, 2032, 2033]"))
    advice = {f.saran for f in find_faults(tmp_path) if f.lembar == "Capaian"}
    assert advice
    assert not any("betulkan judulnya" in text for text in advice)


@pytest.mark.parametrize(
    ("sheet", "cells", "alamat", "found"),
    [
        ("Indikator", {"E2": "positip"}, "kinerja.xlsx!Indikator!E2",
         "positip (bukan pilihan yang dikenal)"),
        ("Indikator", {"A2": "LPK 1"}, "kinerja.xlsx!Indikator!A2", "LPK 1 (bukan kode)"),
        ("Indikator", {"G2": "kasuss"}, "kinerja.xlsx!Indikator!G2", "kasuss"),
        ("Indikator", {"G2": "kasus"}, "kinerja.xlsx!Indikator!G2", "kasus"),
        ("Indikator", {"G2": "cacah"}, "kinerja.xlsx!Indikator!G2", "cacah, tanpa baris lpk 2031"),
        ("Capaian", {"F3": None}, "kinerja.xlsx!Capaian!A3", "lpk tanpa target 2031"),
    ],
)  # fmt: skip
def test_bad_input_of_indicators_is_one_fault_at_its_cell(tmp_path, sheet, cells, alamat, found):
    rows = {"Indikator": INDIKATOR, "Capaian": CAPAIAN}[sheet]
    write_report(tmp_path, **{sheet: altered(rows, **cells)})
    fault = next(f for f in find_faults(tmp_path) if f.tingkat == "galat")
    assert (fault.alamat, fault.ditemukan) == (alamat, found)
    assert fault.saran


@pytest.mark.parametrize(
    ("wilayah", "kind"),
    [
        ("Kota A", "kota"),
        ("Kabupaten B", "kabupaten"),
        ("Provinsi C", "provinsi"),
        ("D", "wilayah"),
    ],
)
def test_a_table_names_the_kind_of_the_report_region(wilayah, kind):
    data = lkjlib.load(2019)
    renamed = {data.laporan.wilayah: wilayah}
    own = replace(data, laporan=replace(data.laporan, wilayah=wilayah, alias=renamed))
    (shares,) = (one for one in EXHIBITS if one.kode == "tpt.jenis_kelamin_pangsa")
    shown = shares.isi(own)
    assert f"Kontribusi ke TPT {kind} (poin)" in [column.judul for column in shown.kolom]
    assert f"jumlah menurut TPT {kind}." in shown.catatan


def test_find_folder_takes_the_given_path(tmp_path):
    assert find_folder(2019, tmp_path) == tmp_path
    assert find_folder(1999, str(tmp_path)) == tmp_path


def test_find_folder_of_a_path_that_is_no_folder_is_refused(tmp_path):
    with pytest.raises(LkjError, match=r"'.*tiada' tidak ada\. Periksa nama foldernya\."):
        find_folder(2019, tmp_path / "tiada")


def test_find_folder_by_year_looks_here_and_above(tmp_path, monkeypatch):
    (tmp_path / "data/2031").mkdir(parents=True)
    (tmp_path / "notebooks/coba").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "notebooks/coba")
    assert find_folder(2031) == tmp_path / "data/2031"


def test_find_folder_by_year_falls_back_to_the_project(tmp_path, monkeypatch, root):
    monkeypatch.chdir(tmp_path)
    assert find_folder(2019) == root / "data/2019"


def test_find_folder_of_an_unknown_year_lists_each_known_report_once(tmp_path, monkeypatch):
    for nama in ("2019", "2031", "arsip"):
        (tmp_path / "data" / nama).mkdir(parents=True)
        if nama != "arsip":
            (tmp_path / "data" / nama / BERKAS).touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LkjError, match=r"Yang ada: 2019, 2031, jabar-disnakertrans-2016\.$"):
        find_folder(1999)
