"""Findings on altered annexes: title and verdict turn with the numbers, none contradicts them."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

import lkjlib as lkj
from lkjlib.charts.house import text_of
from lkjlib.loading import load
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI
from lkjlib.themes.anggaran.charts import plot_serapan_program
from lkjlib.themes.anggaran.spending import serapan
from lkjlib.themes.koperasi import temuan as koperasi

TERHITUNG = "terhitung dari lampiran"
DALAM_GALAT = "arahnya cocok, besarnya di dalam galat survei"
TARGET, HASIL = ("kinerja.xlsx", "Perjanjian Kinerja"), ("kinerja.xlsx", "Capaian")
ACUAN, INDIKATOR = ("kinerja.xlsx", "Pembanding"), ("kinerja.xlsx", "Indikator")
KERAGAAN, PERINGKAT = ("koperasi.xlsx", "Keragaan"), ("koperasi.xlsx", "Pemeringkatan")
BARU, NAIK = ("umkm.xlsx", "UMKM Baru"), ("umkm.xlsx", "Kenaikan Omzet")
TOTAL = ("umkm.xlsx", "Total Omzet")
IDLE, FORCE = ("ketenagakerjaan.xlsx", "Pengangguran"), ("ketenagakerjaan.xlsx", "Angkatan Kerja")
WILAYAH, TPAK = ("ketenagakerjaan.xlsx", "TPT Wilayah"), ("ketenagakerjaan.xlsx", "TPAK")
PROGRAM, PK = ("anggaran.xlsx", "Program Kegiatan"), ("anggaran.xlsx", "Perjanjian Kinerja")

# women below men in rate and number; the working and sheet TPAK follow
MEN_HIGHER = (
    (IDLE, {"D13": 4482, "D14": 1698}),
    (FORCE, {"E13": 73173, "E14": 42810}),
    (TPAK, {"E7": 1698}),
)
MET = ((TARGET, {"E5": 20}),)
STRICT = ((TARGET, {"E5": 40, "E6": 30, "E7": 12, "E8": 5, "E9": 2}),)
MIXED = ((TARGET, {"E5": 20, "E6": 30, "E7": 12, "E8": 5, "E9": 2}),)
ROUNDED_LESS = ((HASIL, {"H9": 10.23, "I9": 102.29}),)
WORKED = "dapat dibandingkan bila sampelnya sebesar asumsi."

CASES = {
    "indikator": [
        (ROUNDED_LESS, 0, "Tidak satu pun kategori berubah", COCOK),
        (STRICT, 0, "Empat kategori berubah", TIDAK_COCOK),
        (MET, 1, "Semua target tercapai.", TIDAK_COCOK),
        (STRICT, 1, "Lima dari lima target tidak tercapai.", TIDAK_COCOK),
        (((HASIL, {"I7": 100.5}),), 3, "Predikat di Penutup", COCOK),
        (((TARGET, {"E8": 5}),), 4, "Tidak ada target yang lebih longgar", COCOK),
        (((TARGET, {"E9": 3}),), 4, "Target TPT dan Perusahaan berkasus lebih longgar", COCOK),
        (((TARGET, {"E9": 3}),), 5, "Secara nisbi, sisa paling tipis", COCOK),
        (((TARGET, {"E6": 24.8, "E9": 3}),), 5, "Kurang satu UMKM baru saja, dan target", COCOK),
        (STRICT, 5, "Tidak satu pun target tercapai.", COCOK),
        (((ACUAN, {"D6": 24}),), 6, "Tidak satu pun indikator harus melaju", COCOK),
        (((ACUAN, {"D8": 15}),), 6, "Dua indikator harus melaju", COCOK),
        (ROUNDED_LESS, 7, "berindikator dua tidak bergantung pada", TIDAK_DAPAT_DIUJI),
    ],
    "koperasi": [
        (MET, 0, "Cakupan pemeringkatan tidak menghalangi target.", TERHITUNG),
        (((PERINGKAT, {"D8": 6, "D9": 22}),), 1, "Paling banyak separuh yang", TERHITUNG),
        (((PERINGKAT, {"D9": 97}),), 1, "semua koperasi aktif sudah diperingkat.", TERHITUNG),
        (MET, 2, "Target tercapai tanpa koperasi lulus tambahan.", "terhitung dengan andaian"),
        (((TARGET, {"E5": 60}),), 2, "berupa 49 koperasi", "terhitung dengan andaian"),
    ],
    "umkm": [
        (STRICT, 0, "Target wirausaha baru tidak tercapai.", TIDAK_COCOK),
        ((*STRICT, (HASIL, {"I8": 82.73})), 0, "Target wirausaha baru tidak tercapai.", COCOK),
        (((TARGET, {"E6": 20}),), 0, "tercapai dengan sisa 89 izin usaha.", COCOK),
        (((BARU, {"G7": 0, "J7": 150}),), 1, "hubungannya tidak tercatat.", TIDAK_DAPAT_DIUJI),
        (((BARU, {"C7": 107, "J7": 183}),), 2, "dan mayoritasnya.", "terbesar, cocok sebagai"),
        (((BARU, {"I7": 200, "J7": 300}),), 2, "Bidang Lainnya bidang terbesar", "untuk Kuliner"),
        (((BARU, {"C10": 20, "J10": 72}),), 3, "tertinggi di antara kecamatan, juga", COCOK),
        (((HASIL, {"F8": 30}),), 4, "Perubahan sejak 2017", TIDAK_DAPAT_DIUJI),
    ],
    "omzet": [
        (ROUNDED_LESS, 0, "Pembulatan realisasi omzet tidak mengubah kategori", PEMBULATAN),
        (STRICT, 0, "Angka omzet tercetak tidak mengubah kategori", TIDAK_COCOK),
        (STRICT, 1, "Target omzet tidak tercapai, bahkan", TIDAK_DAPAT_DIUJI),
        (((TARGET, {"E7": 9}),), 1, "Target omzet terlampaui, dan itu", TIDAK_DAPAT_DIUJI),
        (STRICT, 2, "tidak naik melebihi target, usaha yang di tengah urutan juga tidak.", COCOK),
        (((TARGET, {"E7": 9}),), 2, "di tengah urutan tidak dapat dipastikan.", COCOK),
        (((NAIK, {"C5": 800, "C6": 638}),), 2, "usaha yang di tengah urutan juga.", COCOK),
        (((TOTAL, {"C7": 97_797_383_121}),), 3, "tabel kelas bertentangan.", TIDAK_COCOK),
    ],
    "anggaran": [
        (((PK, {"D8": 676_133_000, "D9": 77_393_500}),), 2, "realisasi memuat anggaran", COCOK),
        (MIXED, 5, "Tidak setiap angka efisiensi", TIDAK_DAPAT_DIUJI),
        (((PROGRAM, {"G9": 90}),), 6, "Kolom fisik memuat dua angka", TIDAK_DAPAT_DIUJI),
        (((TARGET, {"E5": 20, "E9": 1.5}),), 7, "pada sasaran yang sama.", TIDAK_DAPAT_DIUJI),
    ],
    "tpt": [
        (((IDLE, {"D8": 2891, "D9": 1069}),), 0, "Penganggur terbanyak lulusan SMP", TIDAK_COCOK),
        (((IDLE, {"D9": 3500, "D11": 657}),), 0, "terbanyak lulusan SMA, lebih besar", COCOK),
        (((IDLE, {"D6": 1500, "D7": 1600, "D9": 930}),), 1, WORKED, "perhitungan"),
        (MEN_HIGHER, 2, "laki-laki lebih banyak orangnya dan lebih tinggi tingkatnya.", COCOK),
        (MEN_HIGHER, 3, "TPT kota berada di atas acuan nasional.", "perhitungan"),
        (((ACUAN, {"E9": 5.5}),), 4, "Acuan nasional tidak terlewat", DALAM_GALAT),
        (((ACUAN, {"E9": 3}),), 4, "Acuan nasional terlewat, di luar galat surveinya.", COCOK),
        (
            ((ACUAN, {"H9": 4}), (WILAYAH, {"D9": 4})),
            *(5, "TPT kota di atas provinsi, dua kabupaten dan Banjarmasin.", DALAM_GALAT),
        ),
        (((ACUAN, {"I9": 6}), (WILAYAH, {"D10": 6})), 5, "di bawah provinsi dan", TIDAK_COCOK),
        (((HASIL, {"F10": 5.6}),), 6, "TPT tidak turun setiap tahun.", TIDAK_COCOK),
        (((HASIL, {"D10": 9}),), 6, "berturut-turut, lebih dari batas galatnya.", COCOK),
        (((TARGET, {"E8": 5}),), 7, "dicapai, target tahun ini tidak.", COCOK),
        (((TARGET, {"E8": 5}), (ACUAN, {"D9": 5})), 7, "tidak lebih longgar", COCOK),
        (MEN_HIGHER, 8, "Turunnya TPAK perempuan searah dengan turunnya", TIDAK_DAPAT_DIUJI),
        (((INDIKATOR, {"G9": "jumlah penganggur"}),), 9, "tidak memakai pencari kerja.", COCOK),
    ],
}  # fmt: skip
ROWS = [
    pytest.param(bidang, *case, id=f"{bidang} {case[2]}")
    for bidang, cases in CASES.items()
    for case in cases
]


def findings(annexes, bidang: str, changes=()):
    """Findings of a module on the copy, which still passes the check."""
    for (berkas, lembar), cells in changes:
        annexes.edit(berkas, lembar, **cells)
    assert annexes.faults() == []
    return lkj.temuan(load(path=annexes.folder), bidang)


@pytest.mark.parametrize(("bidang", "changes", "nomor", "judul", "vonis"), ROWS)
def test_title_and_verdict_turn_with_the_annexes(
    annexes, data, bidang, changes, nomor, judul, vonis
):
    finding = findings(annexes, bidang, changes)[nomor]
    assert judul in finding.judul
    assert vonis in finding.vonis
    before = lkj.temuan(data, bidang)[nomor]
    assert (finding.judul, finding.vonis) != (before.judul, before.vonis)


def test_top_class_of_omzet_is_a_bound_of_the_table(annexes):
    def move(sheet):
        for sel in ("B7", "B8"):
            sheet[sel] = sheet[sel].value.replace("40.000.000", "45.000.000")

    annexes.change("umkm.xlsx", "Omzet", move)
    assert "125 usaha di atas Rp 45 juta" in findings(annexes, "omzet")[4].kalimat


def test_without_a_rated_cooperative_none_is_said_to_have_passed(annexes):
    annexes.edit(*PERINGKAT, **{f"D{row}": 0 for row in range(6, 11)})
    finding = koperasi.temuan(load(path=annexes.folder))[1]
    assert finding.judul.startswith("Belum ada koperasi yang diperingkat;")


def test_all_cooperatives_active_are_not_called_unevenly_idle(annexes):
    def activate(sheet):
        for row in range(7, 29):
            sheet[f"C{row}"], sheet[f"D{row}"] = sheet[f"E{row}"].value, 0

    annexes.change(*KERAGAAN, activate)
    assert findings(annexes, "koperasi")[-1].judul == "Semua koperasi aktif."


def spend(annexes, done_of) -> None:
    """Give every kegiatan the realisasi of `done_of(row, budget, realisasi)`, here and there."""
    path = annexes.folder / "anggaran.xlsx"
    book = load_workbook(path)
    sheet, spent, part = book["Program Kegiatan"], {}, []
    for row in range(64, 7, -1):
        budget = sheet[f"C{row}"].value
        if isinstance(budget, int):
            done = done_of(row, budget, sheet[f"D{row}"].value)
            sheet[f"D{row}"], sheet[f"E{row}"] = done, budget - done
            spent[sheet[f"B{row}"].value] = done
            part.append((budget, done))
            sheet[f"F{row}"] = round(done / budget * 100, 2)
        elif budget:
            sheet[f"F{row}"] = _share(part)
            part = []
    listed = book["Anggaran Sasaran"]
    for row in range(6, 35):
        if listed[f"B{row}"].value in spent and listed[f"C{row}"].value:
            done = spent[listed[f"B{row}"].value]
            listed[f"D{row}"], listed[f"E{row}"] = done, listed[f"C{row}"].value - done
    kinds, total = book["Belanja"], sum(spent.values())
    kinds["D11"] = total - kinds["D10"].value - kinds["D12"].value
    kinds["E9"] = sheet["F65"] = round(total / 3_923_949_220 * 100, 2)
    book.save(path)


def _share(part) -> float:
    return round(sum(done for _, done in part) / sum(budget for budget, _ in part) * 100, 2)


def test_programme_that_is_not_alone_far_below_is_not_called_so(annexes):
    spend(annexes, lambda row, budget, done: budget if row == 58 else done)
    finding = findings(annexes, "anggaran")[0]
    assert finding.judul.startswith("Tidak ada satu program")
    frame = serapan(load(path=annexes.folder))
    assert text_of(plot_serapan_program(frame)).title.startswith("10 program menyerap 8")


def test_money_left_everywhere_is_not_called_that_of_a_handful(annexes):
    spend(annexes, lambda row, budget, done: budget - 1_000_000)
    assert findings(annexes, "anggaran")[1].judul == "Separuh saldo berasal dari banyak kegiatan."


def test_complete_tables_per_sasaran_are_called_complete(annexes):
    book = load_workbook(annexes.folder / "anggaran.xlsx")
    sheet = book["Program Kegiatan"]
    missing = {37: (40,), 41: (42, 43), 44: (48,), 56: (63,)}

    def complete(listed):
        listed.insert_rows(35, 9)
        row = 35
        for programme, kegiatan in missing.items():
            listed[f"A{row}"], listed[f"B{row}"] = "B", sheet[f"B{programme}"].value
            for number, source in enumerate(kegiatan, start=1):
                listed[f"A{row + number}"] = f"{number}."
                for column in "BCDE":
                    listed[f"{column}{row + number}"] = sheet[f"{column}{source}"].value
            row += len(kegiatan) + 1

    annexes.change("anggaran.xlsx", "Anggaran Sasaran", complete)
    finding = findings(annexes, "anggaran")[3]
    assert (finding.judul, finding.vonis) == ("Tabel anggaran per sasaran lengkap.", COCOK)
