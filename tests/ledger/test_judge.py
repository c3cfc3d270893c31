"""Verdicts known by hand from the report, and the contract of every row."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from lkjlib.annexes.entries import TableRows
from lkjlib.data import Entry
from lkjlib.errors import ParseError
from lkjlib.ledger.basis import DARI_SINI, DASAR, DINALAR, TIDAK_TERCAKUP, typed_here
from lkjlib.ledger.claims import JENIS, KONSEKUENSI, broken_rows, ledger_tables
from lkjlib.ledger.judge import REWRITE, fill, judge, judge_rows, klaim
from lkjlib.ledger.measures import known_measures, ledger_measures
from lkjlib.ledger.tables import KLAIM
from lkjlib.loading import load
from lkjlib.numbers.compare import (
    COCOK,
    PEMBULATAN,
    TIDAK_COCOK,
    TIDAK_DAPAT_DIUJI,
    TIDAK_DIDUKUNG,
    VONIS,
)
from lkjlib.themes.measure import Measure

COLUMNS = [
    "kode", "baris", "bagian", "tabel", "pernyataan", "tercetak", "dihitung", "vonis", "selisih",
    "penjelasan", "saran", "dasar", "ukuran", "satuan", "konsekuensi", "temuan",
    "catatan",
]  # fmt: skip


# Line of the text edition, string as printed, a word of the paraphrase (empty = any).
HOLDS = [
    # Kata Pengantar: number and title of the instruction are right
    (18, "Inpres Nomor 7 Tahun 1999", ""),
    # Ringkasan: four sasaran, first table
    (55, "4 (empat)", "sasaran"),
    (61, "30%", "target"),
    (61, "23,48", "realisasi"),  # 31 / 132
    (61, "B", "kode"),
    (62, "24,82", "realisasi"),  # 458 / 1.845
    (62, "Baik Sekali", "kategori"),
    (64, "5,06", "realisasi"),  # 6.180 / 122.163
    (65, "2,38", "realisasi"),  # 10 / 420
    (67, "3 (tiga)", "Baik Sekali"),
    (67, "1 (satu)", "Baik"),
    # Bab I F and Bab III B: the same ten programmes
    (327, "Program Pelayanan Administrasi Perkantoran", "nama"),
    # Bab II A: five of seven PK budgets are those of Bab III B
    (455, "570.540.000", "anggaran"),
    (461, "194.067.650", "anggaran"),
    # Bab III A.3 sasaran 1: sums of Keragaan, rating classes, RPJMD distance 35 − 23,48
    (575, "132", "aktif"),
    (575, "48", "tidak aktif"),
    (575, "180", "koperasi"),
    (577, "5 (lima)", "kategori"),
    (599, "31", "berkualitas"),
    (601, "tidak tercapai", "target"),
    (609, "meningkat", "2018–2019"),
    (625, "11,52", "selisih"),
    (633, "79.140.500", "pagu"),
    # sasaran 2.1: counts, sums of both tables, 33,85 − 24,82
    (652, "458", "pembilang"),
    (656, "1.845", "binaan"),
    (677, "153", "Selatan"),
    (682, "226", "kuliner"),
    (682, "458", "seluruh"),
    (695, "1845", "seluruh"),
    (703, "81,6%", "2017"),  # 81,63 of Tabel II at one decimal
    (703, "101,4%", "2018"),
    (705, "kuliner", "terbanyak"),
    (719, "9,03", "selisih"),
    # sasaran 2.2: 10 without decimals is right where 10,00 is not
    (733, "10%", "realisasi"),
    (733, "47.797.383.121", "2019"),
    (753, "1845", "kelas omzet"),
    (764, "1845", "kelas kenaikan"),
    # sasaran 3: BPS tables, rates, working, ranks, regions
    (851, "6.180", "penganggur"),
    (861, "6.180", "penganggur"),
    (875, "122.163", "angkatan kerja"),
    (889, "5,06 persen", "TPT"),
    (889, "4,48 persen", "laki-laki"),  # 3.482 / 77.655
    (889, "6,06 persen", "perempuan"),  # 2.698 / 44.508
    (889, "Sekolah Menengah Atas", "terbesar"),
    (891, "Universitas", "kedua"),
    (893, "115.983", "bekerja"),  # 122.163 − 6.180
    (893, "74.173", "bekerja"),
    (893, "41.810", "bekerja"),
    (895, "menurun", "TPAK"),
    (907, "0,14", "penurunan"),
    (914, "lebih tinggi", "Provinsi"),
    (921, "sudah melebihi target", "RPJMD"),
    (921, "belum mencapai target nasional", "nasional"),
    # sasaran 4: one decimal hides what two show (104,76)
    (946, "104,8%", "capaian"),
    (964, "10", "kasus"),
    (966, "4 kasus", "berakhir"),
    (974, "0,53", "penurunan"),  # 2,91 − 2,38
    (990, "0,02", "selisih"),  # 2,40 − 2,38
    (990, "sudah melebihi target", "RPJMD"),
    # Bab III B: absorption, rest of both kinds of spending, sums of activities, TOTAL
    (1012, "98,04", "serapan"),
    (1014, "95,61", "serapan"),
    (1017, "166.172.750", "modal"),  # 66.772.750 + 61.600.000 + 37.800.000
    (1019, "268.285.418", "sisa"),
    (1034, "91,80", "serapan"),
    (1095, "79,17", "serapan"),
    (1109, "172.203.867", "TOTAL"),
    (1109, "95,61", "TOTAL"),
    # Lampiran
    (1177, "5,95", "RPJMD"),
    (1178, "2,4", "RPJMD"),
]


FAILS = [
    # Kata Pengantar: the circular of line 1121 asks for it within a month
    (24, "Februari 2020", "", TIDAK_COCOK),
    # Ringkasan, table: capaian from the rounded realisasi
    (61, "78,27", "capaian", PEMBULATAN),  # 31/132 / 30 = 78,28
    (62, "103,55", "capaian", PEMBULATAN),  # 103,56
    (64, "117,05%", "capaian", PEMBULATAN),  # 117,07
    (65, "104,80", "capaian", PEMBULATAN),  # 104,76
    # Ringkasan: (47.797.383.121 − 43.361.776.341) / 43.361.776.341 = 10,23 %
    (63, "10,00", "realisasi", TIDAK_COCOK),
    (63, "100,00", "capaian", TIDAK_COCOK),
    (63, "Baik", "kategori", TIDAK_COCOK),
    (735, "Baik", "kategori", TIDAK_COCOK),
    (1166, "10,00%", "realisasi", TIDAK_COCOK),
    # code of Baik Sekali is BS in the table of Bab III A.1
    (62, "B", "kode", TIDAK_COCOK),
    (1167, "B", "kode", TIDAK_COCOK),
    # Ringkasan and Bab IV: koperasi is said to have been reached; Bab III says it was not
    (67, "tercapai", "koperasi", TIDAK_COCOK),
    (1125, "tercapai", "koperasi", TIDAK_COCOK),
    (67, "Baik Sekali", "dua indikator", TIDAK_DIDUKUNG),
    # Bab II A: PK budget and name of a programme
    (457, "636.973.000", "anggaran", TIDAK_COCOK),
    (458, "90.491.250", "anggaran", TIDAK_COCOK),
    (456, "Program Penciptaan Iklim Usaha Usaha Kecil Menengah Yang Konduksif", "", TIDAK_COCOK),
    # Bab III A.1: five categories announced, four tabled, and not those of Permendagri 54/2010
    (491, "5 (lima)", "kategori", TIDAK_COCOK),
    (491, "Permendagri 54 Tahun 2010", "", TIDAK_COCOK),
    # sasaran 1: 23,48 − 19,84, its unit, number of the regulation, hidden counts, causes
    (609, "3,65%", "peningkatan", TIDAK_COCOK),
    (609, "%", "satuan", TIDAK_COCOK),
    (533, "21/Oer/M.KUKM/IX/2015", "", TIDAK_COCOK),
    (607, "22,32%", "2017", TIDAK_DAPAT_DIUJI),
    (611, "9 koperasi", "", TIDAK_DAPAT_DIUJI),
    (601, "dikarenakan keterbatasan dana", "", TIDAK_DIDUKUNG),
    (636, "4.", "kegiatan", TIDAK_COCOK),
    # sasaran 2: 332 in the prose, 458 in the table and in the formula
    (656, "332", "UMKM baru", TIDAK_COCOK),
    (806, "2 program (dihitung dari daftar)", "", TIDAK_COCOK),
    (805, "2.", "kegiatan", TIDAK_COCOK),
    # sasaran 3: numerator of the definition, cause asserted, industries without a table
    (819, "jumlah pencari kerja dibagi dengan angkatan kerja", "", TIDAK_COCOK),
    (897, "penurunan TPAK perempuan menyebabkan peningkatan pengangguran", "", TIDAK_DIDUKUNG),
    (893, "Industri Pengolahan", "", TIDAK_DIDUKUNG),
    # sasaran 4: the mixed row is a class of its own; kinds of disputes are not tabled
    (966, "6 kasus", "Perjanjian Bersama", TIDAK_COCOK),
    (976, "masih didominasi oleh kasus Pemutusan Hubungan Kerja (PHK)", "", TIDAK_DIDUKUNG),
    (1004, "7.", "kegiatan", TIDAK_COCOK),
    # Bab IV: kind of regulation, circular without text, predicates of another scale
    (1119, "Peraturan Pemerintah Nomor 29 Tahun 2014", "", TIDAK_COCOK),
    (1121, "065/1064/ORG", "", TIDAK_DAPAT_DIUJI),
    (1125, "Sangat Tinggi", "ditabelkan", TIDAK_COCOK),
    (1125, "Tinggi", "ditabelkan", TIDAK_COCOK),
]


@pytest.fixture(scope="module")
def ledger(data):
    return klaim(data).fillna({"tabel": "", "ukuran": "", "satuan": "", "konsekuensi": ""})


@pytest.fixture(scope="module")
def sheet(data):
    """Rows of sheet Klaim by kode."""
    rows = ledger_tables(data)["klaim.Klaim"].rows
    return {row["kode"].nilai: {name: entry.nilai for name, entry in row.items()} for row in rows}


def pick(ledger, baris, tercetak, kata):
    rows = ledger[(ledger["baris"] == baris) & (ledger["tercetak"] == tercetak)]
    return rows[rows["pernyataan"].str.contains(kata, regex=False)]


@pytest.mark.parametrize(("baris", "tercetak", "kata"), HOLDS)
def test_klaim_true_statement_stays_cocok(ledger, baris, tercetak, kata):
    rows = pick(ledger, baris, tercetak, kata)
    assert set(rows["vonis"]) == {COCOK}
    assert set(rows["penjelasan"]) == set(rows["saran"]) == {""}


@pytest.mark.parametrize(("baris", "tercetak", "kata", "vonis"), FAILS)
def test_klaim_known_fault_gets_its_verdict(ledger, baris, tercetak, kata, vonis):
    assert set(pick(ledger, baris, tercetak, kata)["vonis"]) == {vonis}


@pytest.mark.parametrize(
    ("baris", "tercetak", "dihitung", "selisih"),
    [
        (656, "332", "458", -126),
        (609, "3,65%", "3,64", 3.65 - (3100 / 132 - 19.84)),
        (63, "10,00", "10,23", 10 - 443560678000 / 43361776341),
        (457, "636.973.000", "676.133.000", -39_160_000),
        (966, "6 kasus", "5", 1),
        (1019, "268.285.418", "268.285.418", 0),
    ],
)
def test_klaim_shows_the_computed_number_and_the_difference(
    ledger, baris, tercetak, dihitung, selisih
):
    (row,) = ledger[(ledger["baris"] == baris) & (ledger["tercetak"] == tercetak)].to_dict(
        "records"
    )
    assert row["dihitung"] == dihitung
    assert row["selisih"] == pytest.approx(selisih)


@pytest.mark.parametrize(
    ("baris", "tercetak", "words"),
    [
        (61, "78,27", ["sudah dibulatkan"]),
        (609, "3,65%", ["23,48", "19,84"]),
        (656, "332", ["17,99", "23,97"]),  # 332 / 1.845, against the target
        (966, "6 kasus", ["5", "4", "1"]),  # PB, Anjuran, mixed
    ],
)
def test_klaim_explains_what_differs(ledger, baris, tercetak, words):
    rows = ledger[(ledger["baris"] == baris) & (ledger["tercetak"] == tercetak)]
    assert all(word in text for text in rows["penjelasan"] for word in words)


def test_klaim_columns_and_types_are_the_contract(data):
    frame = klaim(data)
    assert frame.columns.tolist() == COLUMNS
    assert frame["baris"].dtype == "int64"
    assert frame["selisih"].dtype == "float64"
    assert frame["kode"].is_unique
    assert len(frame) >= 700
    assert set(frame["vonis"]) == set(VONIS)
    assert set(frame["dasar"]) == set(DASAR)
    assert frame[["kode", "bagian", "pernyataan", "tercetak"]].ne("").all(axis=None)
    assert frame[["dihitung", "penjelasan", "saran"]].notna().all(axis=None)


def test_klaim_result_is_a_copy_that_nobody_else_sees(data):
    mine = klaim(data)
    mine.loc[:, "vonis"] = COCOK
    assert (klaim(data)["vonis"] != COCOK).any()


def test_klaim_verdict_by_hand_only_beyond_the_data(sheet):
    by_hand = [row for row in sheet.values() if row["jenis"] == "nalar"]
    computed = [row for row in sheet.values() if row["jenis"] != "nalar"]
    assert [row["kode"] for row in by_hand if row["ukuran"]] == []
    assert [row["kode"] for row in computed if row["vonis_nalar"]] == []
    assert {row["vonis_nalar"] for row in by_hand} <= set(VONIS) - {PEMBULATAN}
    assert {row["jenis"] for row in sheet.values()} == set(JENIS)


def test_klaim_dasar_tells_reasoned_from_computed(ledger, sheet):
    reasoned = {kode for kode, row in sheet.items() if row["jenis"] == "nalar"}
    assert set(ledger.loc[ledger["dasar"] == DINALAR, "kode"]) == reasoned
    assert (ledger.loc[ledger["dasar"] == DINALAR, "dihitung"] == "").all()


def test_klaim_without_a_measure_cannot_be_tested_and_says_why(ledger, sheet):
    bare = [kode for kode, row in sheet.items() if row["jenis"] != "nalar" and not row["ukuran"]]
    rows = ledger[ledger["kode"].isin(bare)]
    assert len(rows) >= 15
    assert set(rows["vonis"]) == {TIDAK_DAPAT_DIUJI}
    assert [kode for kode in bare if not (sheet[kode]["alasan"] or sheet[kode]["catatan"])] == []
    assert rows.loc[rows["penjelasan"] == "", "kode"].tolist() == []


def test_klaim_that_fails_says_why_and_what_it_matters(ledger):
    failing = ledger[ledger["vonis"] != COCOK]
    silent = (failing["penjelasan"] == "") & (failing["saran"] == "")
    assert failing.loc[silent, "kode"].tolist() == []
    assert set(failing["konsekuensi"]) <= set(KONSEKUENSI)
    shown = failing[failing["vonis"] != TIDAK_DAPAT_DIUJI]
    assert shown.loc[shown["temuan"].isna() | (shown["saran"] == ""), "kode"].tolist() == []


def test_klaim_temuan_of_every_row_is_a_title_of_sheet_temuan(data, ledger):
    titles = {row["nomor"].nilai for row in ledger_tables(data)["klaim.Temuan"].rows}
    assert set(ledger["temuan"].dropna()) == titles


def test_klaim_fills_every_slot_of_every_sentence(data, ledger, sheet):
    known = ledger_measures(data, ledger_tables(data)["klaim.Klaim"])
    titles = [row["judul"].nilai for row in ledger_tables(data)["klaim.Temuan"].rows]
    raw = [row[name] or "" for row in sheet.values() for name in ("alasan", "saran")]
    filled = [fill(text, known) for text in (*titles, *raw)]
    filled += ledger["penjelasan"].tolist() + ledger["saran"].tolist()
    assert [text for text in filled if re.search(r"[{}]", text)] == []
    assert any("{" in text for text in (*titles, *raw))


def test_klaim_sentences_follow_changed_counts(annexes):
    # one cooperative more in the class Berkualitas: 32 of 132 is 24,24 %, 80,81 % of 30
    annexes.edit("koperasi.xlsx", "Pemeringkatan", D7=6)
    (text,) = klaim(load(path=annexes.folder)).query("kode == 'R007'")["penjelasan"]
    assert "Dari cacah 32/132 capaiannya 80,81." in text


def test_klaim_proposed_sentences_claim_no_more_than_the_data(data):
    said = klaim(data).set_index("kode")["saran"]
    assert "dua kali berturut-turut" in said["W063"]  # three points are two rises
    assert "masih 72 penganggur di atas" in said["T095"] and "galat survei" in said["T095"]
    assert "tingkat pengangguran perempuan" not in said["T057"]  # 2018 is not printed
    assert "ketelitian surveinya (±" in said["T057"]
    assert said["K054"].startswith("Bila ") and "mutu" not in said["K054"]
    assert "menurut pecahan yang ditemukan kembali" in said["K036"].lower()
    assert "bukan ramalan" in said["W074"] and "4,51" in said["W074"]


def test_klaim_proposals_use_the_words_of_the_report_and_name_what_they_assume(data):
    said = klaim(data).set_index("kode")["saran"]
    assert not said.str.contains(r"\blulus\b").any()  # the report knows no such predicate
    survey = said[said.str.contains("ketelitian|galat survei")]
    assert set(survey.index) == {"T057", "T073", "T095"}
    assert survey.str.contains("dalam sampel dan efek rancangan 2,").all()
    whole = said[said.str.contains("Realisasi peningkatan omzet")]
    # 10,23 / 10 is 102,30: a reader of the table has to know that both come from rupiah
    assert len(whole) == 17 and whole.str.contains("keduanya dihitung dari omzet").all()
    assert said["D046"].count("Pemeliharaan Rutin / Berkala") == 3


def row(number=5, **cells):
    blank = {column.nama: Entry(None, "") for column in KLAIM[0].kolom}
    given = {"kode": "Z001", "baris": 1, "tercetak": "1", "jenis": "angka", **cells}
    return blank | {name: Entry(value, f"A{number}") for name, value in given.items()}


def judged(*rows, **known):
    measures = {name: Measure(name, *value) for name, value in known.items()}
    return judge_rows(TableRows(KLAIM[0], "Klaim", list(rows)), measures)


def test_judge_rows_of_a_measure_without_value_cannot_be_tested():
    rows = [row(ukuran="x"), row(ukuran="x", jenis="kata", tercetak="Baik")]
    frame = judged(*rows, x=(None, ""))
    assert frame["vonis"].tolist() == [TIDAK_DAPAT_DIUJI] * 2
    assert frame["dihitung"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("tercetak", "vonis"),
    [("baik  sekali", COCOK), (" BAIK SEKALI ", COCOK), ("Baik", TIDAK_COCOK), ("BS", TIDAK_COCOK)],
)
def test_judge_rows_compares_words_but_for_case_and_spaces(tercetak, vonis):
    frame = judged(row(jenis="kata", ukuran="x", tercetak=tercetak), x=("Baik Sekali", ""))
    assert frame["vonis"].tolist() == [vonis]
    assert frame["dihitung"].tolist() == ["Baik Sekali"]


def test_judge_rows_keeps_the_sentence_of_a_failing_row_only():
    cells = {"ukuran": "x", "saran": "Tulis {x}.", "alasan": "Tabel {x}."}
    frame = judged(row(tercetak="458", **cells), row(tercetak="332", **cells), x=(458, ""))
    assert frame["saran"].tolist() == ["", "Tulis 458."]
    assert frame["penjelasan"].tolist() == ["", "Tabel 458."]


def test_judge_rows_joins_the_rounding_reason_and_the_row_reason():
    cells = {"ukuran": "x", "alasan": "Dari cacah 31/132.", "tercetak": "78,27%"}
    frame = judged(row(**cells), x=(Fraction(310_000, 3960), "", (Fraction("78.2666"),)))
    assert frame["vonis"].tolist() == [PEMBULATAN]
    assert frame["penjelasan"].str.endswith("Dari cacah 31/132.").all()
    assert frame["dihitung"].tolist() == ["78,28"]


@pytest.mark.parametrize(
    ("tercetak", "exact", "dihitung"),
    [("104,8", Fraction(11_000, 105), "104,8"), ("10", Fraction("11.5"), "11,50"), ("9", 11, "11")],
)
def test_judge_rows_shows_two_decimals_where_a_fraction_differs(tercetak, exact, dihitung):
    assert judged(row(ukuran="x", tercetak=tercetak), x=(exact, ""))["dihitung"][0] == dihitung


def test_judge_rows_takes_the_reasoned_verdict_of_nalar_only():
    reasoned = row(jenis="nalar", vonis_nalar=TIDAK_DIDUKUNG, alasan="Tanpa data.")
    frame = judged(reasoned, row(ukuran="x"), x=(1, ""))
    assert frame["vonis"].tolist() == [TIDAK_DIDUKUNG, COCOK]
    assert frame["dasar"].tolist() == [DINALAR, DARI_SINI]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"ukuran": "tidak.ada"}, "tidak.ada"),
        ({"alasan": "Dihitung {tidak.ada}."}, "tidak.ada"),
        ({"saran": "Tulis {tidak.ada:1}."}, "tidak.ada"),
        ({"jenis": "rasa"}, "rasa"),
        ({"konsekuensi": "gawat"}, "gawat"),
        ({"vonis_nalar": "cocok"}, "cocok"),
        ({"jenis": "nalar", "vonis_nalar": "cocok sekali"}, "cocok sekali"),
    ],
)
def test_broken_rows_lists_every_broken_row_with_its_cell(cells, found):
    rows = [row(5), row(6, **cells), row(7, **cells)]
    faults = broken_rows(TableRows(KLAIM[0], "Klaim", rows), {})
    assert [re.sub(r"\D", "", fault.sel) for fault in faults] == ["6", "7"]
    assert {fault.lembar for fault in faults} == {"Klaim"}
    assert all(found in fault.ditemukan for fault in faults)


def test_broken_rows_name_the_cell_of_a_printed_number_that_holds_none():
    known = {"n": Measure("n", 4, "")}
    rows = [row(n, ukuran="n", tercetak=text) for n, text in enumerate(("4", "empat", "1,2.3"), 5)]
    rows.append(row(8, ukuran="n", tercetak="empat", jenis="kata"))
    faults = broken_rows(TableRows(KLAIM[0], "Klaim", rows), known)
    assert [(fault.sel, fault.ditemukan) for fault in faults] == [("A6", "empat"), ("A7", "1,2.3")]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("tanpa tempat", "tanpa tempat"),
        ("{n} UMKM", "1.845 UMKM"),
        ("{n:1} UMKM", "1.845,0 UMKM"),
        ("{p} persen", "24,82 persen"),
        ("{p:0} persen, {p:4}", "25 persen, 24,8238"),
        ("{tie}", "2,68"),
        ("{whole}", "10"),
        ("kategori {w}", "kategori Baik"),
        ("{none} dan {n}{n}", "– dan 1.8451.845"),
        ("{bukan tempat}", "{bukan tempat}"),
    ],
)
def test_fill_writes_indonesian_numbers_half_up(sentence, wanted):
    values = {
        "n": 1845,
        "p": Fraction(45_800, 1845),
        "tie": Decimal("2.675"),
        "whole": Fraction(10),
        "w": "Baik",
        "none": None,
    }
    assert fill(sentence, {k: Measure(k, v, "") for k, v in values.items()}) == wanted


def test_own_words_of_a_row_whose_condition_fails_are_to_be_written_anew(annexes):
    """TPT of 2018 below that of 2019: whatever the ledger says of its fall is no longer said."""
    annexes.edit("kinerja.xlsx", "Capaian", F10=5)
    rows = klaim(load(path=annexes.folder)).set_index("kode")
    for kode in ("T003", "T073"):
        assert rows.loc[kode, ["vonis", "penjelasan", "saran"]].tolist() == [
            *(TIDAK_DAPAT_DIUJI, REWRITE, ""),
        ]
    assert rows.loc["T056", "saran"].startswith("TPAK perempuan turun")  # rests on other cells
    faults = [fault for fault in annexes.faults() if fault.berkas == "klaim.xlsx"]
    assert {fault.tingkat for fault in faults} == {"peringatan"}
    assert all(fault.saran.startswith("Perlu ditulis ulang") for fault in faults)
    words = load_workbook(annexes.folder / "klaim.xlsx")["Klaim"]
    named = {words[f"A{fault.sel[1:]}"].value for fault in faults}
    assert {"T003", "T073"} <= named and "T056" not in named


def test_a_verdict_that_is_computed_needs_no_condition(annexes):
    """Of a computed row only the reason and the proposal are its own words."""
    annexes.edit("kinerja.xlsx", "Capaian", D7=18)  # koperasi rises twice
    row = klaim(load(path=annexes.folder)).set_index("kode").loc["K077"]
    assert (row["dihitung"], row["saran"]) == ("meningkat", "")
    assert row["vonis"] != TIDAK_DAPAT_DIUJI


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("kinerja.realisasi.tpt.2019 < ini.tidak.ada", "ini.tidak.ada"),
        ("kinerja.realisasi.tpt.2019 + 1", "kinerja.realisasi.tpt.2019 + 1"),
        ("open('x')", "open('x')"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_a_condition_that_is_none_is_a_fault_of_its_cell(annexes, condition, found):
    annexes.edit("klaim.xlsx", "Klaim", P5=condition)
    (fault,) = annexes.faults()
    assert (fault.tingkat, fault.alamat) == ("galat", "klaim.xlsx!Klaim!P5")
    assert fault.ditemukan.startswith(found)


def verdict_of(row, slip, known, typed):
    """Of the row with another text, with its reason; of a text that is no number, why."""
    try:
        judged = judge({**row, "tercetak": slip}, known, typed)
        return judged["vonis"], judged["penjelasan"]
    except ParseError as error:  # "003,55": nobody reads over that
        return str(error)


def slips(text):
    """The text with one digit changed by one, in every way."""
    for place, sign in enumerate(text):
        if sign.isdigit():
            for step in (1, 9):
                yield f"{text[:place]}{(int(sign) + step) % 10}{text[place + 1 :]}"


@pytest.fixture(scope="module")
def judged_rows(data):
    tables = ledger_tables(data)
    known, typed = known_measures(data), typed_here(tables["klaim.Angka"])
    plain = [{k: e.nilai for k, e in row.items()} for row in tables["klaim.Klaim"].rows]
    return [(row, judge(row, known, typed), known, typed) for row in plain]


def test_klaim_one_digit_changed_by_one_changes_the_verdict_of_what_holds(judged_rows):
    unseen = [
        (row["kode"], row["tercetak"], slip)
        for row, judged, known, typed in judged_rows
        if judged["vonis"] in (COCOK, PEMBULATAN)
        and judged["dasar"] not in (DINALAR, TIDAK_TERCAKUP)  # these say that nothing is computed
        for slip in slips(row["tercetak"])
        if verdict_of(row, slip, known, typed) == (judged["vonis"], judged["penjelasan"])
    ]
    assert unseen == []
