"""Measures: values that the report prints or that its tables give by hand."""

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from lkjlib.annexes.entries import TableRows
from lkjlib.errors import LkjError
from lkjlib.ledger.claims import ledger_tables
from lkjlib.ledger.judge import fill
from lkjlib.ledger.measures import (
    BARU,
    asal_ukuran,
    if_printed,
    ledger_measures,
    measures,
    ukuran,
)
from lkjlib.ledger.tables import KLAIM
from lkjlib.loading import load
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.format import is_missing
from lkjlib.themes import THEMES
from lkjlib.themes.measure import Measure

# Key, decimals, what the report prints or what follows from its tables by hand.
NUMBERS = [
    # Bab II A; sasaran 1, Tabel I: 31 / 132, 78,2828…
    ("kinerja.target.koperasi.2019", 0, "30"),
    ("kinerja.realisasi.koperasi.2019", 2, "23.48"),
    ("kinerja.capaian.koperasi.2019", 2, "78.28"),
    ("kinerja.perubahan.koperasi.2018_2019", 2, "3.64"),
    ("kinerja.selisih_rpjmd.koperasi", 2, "11.52"),
    ("kinerja.ambisi.koperasi", 2, "10.16"),  # 30 − 19,84
    ("tersirat.target.koperasi.2018", 2, "22.40"),  # 19,84 / 88,57 %
    ("tersirat.target_bawah.koperasi.2017", 2, "22.20"),  # 22,315 / 100,5 %
    ("tersirat.target_atas.koperasi.2017", 2, "22.44"),  # 22,325 / 99,5 %
    ("kinerja.realisasi_tercetak.koperasi.2019", 2, "23.48"),
    ("koperasi.total.total", 0, "180"),
    ("peringkat.koperasi.terhitung", 0, "31"),  # 5 + 26
    ("pemeringkatan.koperasi.total", 0, "37"),  # 0 + 5 + 26 + 2 + 4
    ("cakupan.persen.cakupan", 2, "28.03"),  # 37 / 132
    ("cakupan.persen.tingkat_lulus", 2, "83.78"),  # 31 / 37
    ("peringkat.koperasi.belum", 0, "95"),
    ("kekurangan.kurang_lulus.target_2019", 0, "9"),  # 40 of 132 are the first 30 %
    ("kekurangan.kurang_lulus.rpjmd_2021", 0, "16"),  # 47 of 132 are the first 35 %
    ("hitungan_koperasi.penyebut.2017", 0, "112"),  # 25 / 112 = 22,32 %
    ("hitungan_koperasi.penyebut.2018", 0, "126"),  # 25 / 126 = 19,84 %
    ("hitungan_koperasi.tambahan_penyebut.2018_2019", 0, "6"),
    # sasaran 2.1: 458 / 1.845
    ("kinerja.realisasi.wirausaha.2019", 2, "24.82"),
    ("kinerja.capaian.wirausaha.2019", 2, "103.56"),
    ("kinerja.selisih_rpjmd.wirausaha", 2, "9.03"),
    ("tersirat.target.wirausaha.2017", 2, "14.10"),  # 11,51 / 81,63 %
    ("umkm.baru.total", 0, "458"),
    ("umkm.binaan.total", 0, "1845"),
    ("umkm.baru.kecamatan.banjarbaru_selatan", 0, "153"),
    ("umkm.binaan.bidang.bidang_lainnya", 0, "778"),
    ("bukan_bagian.jumlah", 0, "1"),  # Banjarbaru Selatan, agribisnis: 3 of 0
    ("pangsa_bidang.bagian_baru.kuliner", 2, "49.34"),  # 226 / 458
    # sasaran 2.2: 4.435.606.780 / 43.361.776.341
    ("kinerja.realisasi.omzet.2019", 2, "10.23"),
    ("kinerja.capaian.omzet.2019", 2, "102.29"),
    ("kinerja.selisih_rpjmd.omzet", 2, "1.77"),
    ("omzet.rumus_harfiah", 0, "47797383120"),  # 47.797.383.121 − 43.361.776.341 / 43.361.776.341
    ("batas_rata_rata.rata_rata.2019", 0, "25906441"),  # 47.797.383.121 / 1.845
    ("omzet_kenaikan.bagian.sampai_10", 2, "71.17"),  # 1.313 / 1.845
    # sasaran 3
    ("kinerja.realisasi.tpt.2019", 2, "5.06"),
    ("kinerja.capaian.tpt.2019", 2, "117.07"),  # (2 × 6,10 − 5,0588) / 6,10
    ("kinerja.ambisi.tpt", 2, "-0.90"),  # 5,20 was already below the target 6,10
    ("tersirat.target.tpt.2017", 2, "6.20"),  # 5,51 / (2 − 1,1113)
    ("anatomi.tpt.laki_laki", 2, "4.48"),
    ("anatomi.tpt.perempuan", 2, "6.06"),
    ("anatomi.bekerja.rincian.jenis_kelamin", 0, "115983"),
    ("anatomi.selisih_rincian.penganggur", 0, "0"),
    ("tpak_tetap.perubahan.perempuan", 0, "700"),  # 2.698 − 1.998
    ("tpak_tetap.bila_tpak_tetap.perempuan", 0, "2947"),  # 2.698 × 52,02 / 47,62
    ("tpak.penduduk_15.perempuan.2019", 0, "93465"),  # 44.508 / 47,62 %
    ("jarak_tpt.orang.rpjmn_2019", 0, "72"),  # 6.180 − 5 % of 122.163
    ("jarak_tpt.peringkat.wilayah", 0, "2"),  # below Kota Banjarmasin only
    # sasaran 4: 10 / 420, 8 companies, 1 mixed row
    ("kinerja.realisasi.kasus.2019", 2, "2.38"),
    ("kinerja.capaian.kasus.2019", 2, "104.76"),
    ("tersirat.target.kasus.2018", 2, "2.55"),  # 2,91 / (2 − 0,8588)
    ("tersirat.target_rasio.kasus.2018", 2, "2.50"),  # 2,91 × 0,8588
    ("hasil.kasus.pb", 0, "5"),
    ("hasil.kasus.anjuran", 0, "4"),
    ("hasil.kasus.pb_anjuran", 0, "1"),
    ("satuan.jumlah.perusahaan", 0, "8"),
    ("satuan.jumlah.pekerja", 0, "28"),  # nine times 1, and 19
    ("satuan.per_100.perusahaan", 2, "1.90"),
    ("satuan.capaian.perusahaan", 2, "123.81"),
    ("kasus.persen.satu_kasus_lagi", 2, "2.62"),  # 11 / 420
    # Bab III B
    ("sisa_anggaran.serapan.belanja_tidak_langsung", 2, "98.04"),
    ("sisa_anggaran.sisa.kedua_jenis_belanja", 0, "268285418"),
    ("anggaran.serapan.total", 2, "95.61"),
    ("anggaran.saldo.total", 0, "172203867"),
    ("program.serapan.perlindungan_dan_pengembangan_lembaga_ketenagakerjaan", 2, "79.17"),
    ("anggaran.jumlah", 0, "45"),
    ("anggaran.alokasi.pengadaan", 0, "166172750"),
    (
        "program.fisik_kosong.pengembangan_kewirausahaan_dan_keunggulan_kompetitif_umkm",
        0,
        "1",
    ),  # DAK training
    ("anggaran.jumlah.pemeringkatan", 0, "0"),
    # three sources
    ("perjanjian_anggaran.anggaran.total", 0, "2643046980"),  # sum of the seven PK budgets
    (
        "tiga_sumber.alokasi_kurang_pk.pengembangan_kewirausahaan_dan_keunggulan_kompetitif_umkm",
        0,
        "39160000",
    ),  # 676.133.000 − 636.973.000
    (
        "tiga_sumber.alokasi_kurang_pk.pengembangan_sistem_pendukung_usaha_bagi_umkm",
        0,
        "-13097750",
    ),  # 77.393.500 − 90.491.250
    ("tiga_sumber.jumlah_berbeda", 0, "2"),  # p05 and p06
    (
        "tidak_tercantum.alokasi.meningkatnya_kualitas_koperasi_yang_berdaya_saing",
        0,
        "65309500",
    ),  # Kelompok Usaha Rakyat
    (
        "tidak_tercantum.alokasi.meningkatnya_produktivitas_usaha_mikro_dan_pertumbuhan_umkm_baru",
        0,
        "159593500",
    ),  # DAK 82.200.000 and programme 77.393.500
    ("tidak_tercantum.alokasi.menurunnya_tingkat_pengangguran_terbuka", 0, "0"),
    ("tidak_tercantum.alokasi.menurunnya_kasus_ketenagakerjaan", 0, "15818000"),  # Survey KHL
    # Bab III A.1 and the sasaran
    ("skala.jumlah_kategori", 0, "4"),
    ("skala.jumlah_kategori_permendagri", 0, "5"),
    ("sasaran.jumlah_tercapai", 0, "3"),
    ("sasaran.jumlah_belum_tercapai", 0, "1"),
    ("sasaran.capaian.s2", 2, "102.93"),  # mean of 103,5622 and 102,2930
    ("sasaran.jumlah_baik_sekali.minimum_tercetak", 0, "2"),
]

WORDS = [
    ("kinerja.kategori.omzet.2019", "Baik Sekali"),
    ("kinerja.kode_kategori.tpt.2019", "BS"),
    ("kinerja.kategori.koperasi.2019", "Baik"),
    ("kinerja.kategori_permendagri.koperasi.2019", "Tinggi"),
    ("kinerja.perubahan_kategori.koperasi.2019", "tidak berubah"),  # 78,27 and 78,28
    ("kinerja.perubahan_kategori.omzet.2019", "berubah dari Baik menjadi Baik Sekali"),
    ("kinerja.indikator_berubah_kategori", "Peningkatan omzet"),
    ("kinerja.tercapai.koperasi.2019", "tidak tercapai"),
    ("kinerja.tercapai.kasus.2018", "tidak tercapai"),  # 85,88 %
    ("kinerja.arah.koperasi.2017_2019", "tidak searah"),  # 22,32, 19,84, 23,48
    ("kinerja.arah.tpt.2017_2019", "menurun"),
    ("kinerja.arah.kasus.2017_2019", "tidak searah"),  # 2,6, 2,91, 2,38
    ("kinerja.status_rpjmd.tpt", "sudah melebihi target"),
    ("kinerja.status_rpjmd.wirausaha", "belum mencapai target"),
    ("kinerja.status_rpjmn.tpt", "belum mencapai target nasional"),
    ("sasaran.tercapai.s1", "tidak tercapai"),
    ("sasaran.kategori_permendagri.s3", "Sangat Tinggi"),
    ("umkm.baru.bidang_terbesar", "Kuliner"),
    ("umkm.bentuk_ukuran", "rasio"),
    ("omzet.arah.2018_2019", "meningkat"),
    ("anatomi.terbanyak.pendidikan.1", "Sekolah Menengah Atas"),
    ("anatomi.terbanyak.pendidikan.2", "Universitas"),
    ("anatomi.terbanyak.jenis_kelamin.1", "Laki-laki"),
    ("anatomi.tertinggi.jenis_kelamin.1", "Perempuan"),
    ("tpak_tetap.arah_tpak.perempuan", "menurun"),
    ("jarak_tpt.letak.kota_banjarmasin", "lebih rendah"),
    ("satuan.kategori.perusahaan", "Baik Sekali"),  # 123,81
    ("satuan.selisih_persentase", "poin persen"),
]

SLOT = re.compile(r"\{([a-z0-9_.]+)(?::\d)?\}")


@pytest.fixture(scope="module")
def known(data):
    return measures(data)


@pytest.mark.parametrize(("key", "desimal", "wanted"), NUMBERS, ids=[key for key, *_ in NUMBERS])
def test_measures_number_is_the_one_of_the_report(known, key, desimal, wanted):
    assert fill(f"{{{key}:{desimal}}}", known) == fill(
        f"{{x:{desimal}}}", {"x": Measure("x", Decimal(wanted), "")}
    )


@pytest.mark.parametrize(("key", "wanted"), WORDS, ids=[key for key, _ in WORDS])
def test_measures_word_is_the_one_of_the_report(known, key, wanted):
    assert known[key].nilai == wanted


@pytest.mark.parametrize(
    "key",
    ["kinerja.realisasi.omzet.2017", "kinerja.tercapai.omzet.2017", "kinerja.capaian.omzet.2017"],
)
def test_measures_of_what_the_report_leaves_blank_are_none(known, key):
    # sasaran 2.2, Tabel II: "-" for 2017
    assert known[key].nilai is None


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("kinerja.capaian.koperasi.2019", "78.27"),
        ("kinerja.capaian.wirausaha.2019", "103.55"),
        ("kinerja.capaian.omzet.2019", "100.00"),
        ("kinerja.capaian.tpt.2019", "117.05"),
        ("kinerja.capaian.kasus.2019", "104.80"),
        ("kinerja.perubahan.koperasi.2018_2019", "3.64"),
    ],
)
def test_measures_from_rounded_inputs_give_what_the_report_prints(known, key, printed):
    rounded = [as_decimal(value) for value in known[key].dari_bulatan]
    assert [round(value, 2) for value in rounded] == [Decimal(printed)]


def test_measures_keys_are_unique_over_all_themes(data):
    found = Counter(m.ukuran for theme in THEMES for m in theme.measures(data.eksak))
    assert [key for key, count in found.items() if count > 1] == []
    assert len(found) > 500


def test_measures_keys_fit_the_slots_of_a_sentence(known):
    assert [key for key in known if not SLOT.fullmatch(f"{{{key}}}")] == []


def test_measures_every_key_has_a_definition_and_an_exact_value(known):
    assert [m.ukuran for m in known.values() if not m.definisi] == []
    kinds = {type(m.nilai) for m in known.values()}
    assert float not in kinds and bool not in kinds
    assert all(not is_missing(m.nilai) or m.nilai is None for m in known.values())


def test_measures_hold_every_key_that_the_ledger_uses(data):
    tables = ledger_tables(data)
    used = {row["ukuran"].nilai for row in tables["klaim.Klaim"].rows} - {None}
    sentences = [
        row[name].nilai or ""
        for table, names in (("klaim.Klaim", ("alasan", "saran")), ("klaim.Temuan", ("judul",)))
        for row in tables[table].rows
        for name in names
    ]
    slots = {key for text in sentences for key in SLOT.findall(text)}
    assert (used | slots) - set(ledger_measures(data, tables["klaim.Klaim"])) == set()
    assert len(used) > 200


def test_measures_hold_no_verdict_of_the_ledger(known):
    # a measure is computed from the frames: none reads klaim.xlsx
    assert BARU in known
    assert not [key for key in known if "bila_baru_tercetak" in key]


def test_ukuran_is_one_long_frame_of_all_measures(data, known):
    frame = ukuran(data)
    assert frame.columns.tolist() == ["ukuran", "nilai", "definisi"]
    assert frame["ukuran"].tolist() == list(known)


def test_if_printed_of_the_tables_own_count_changes_nothing(data, known):
    same = if_printed(known, known[BARU].isi, data.laporan, "wirausaha")
    found = {m.ukuran: m.nilai for m in same}
    assert found["wirausaha.capaian_bila_baru_tercetak"] == (
        known["kinerja.capaian.wirausaha.2019"].nilai
    )
    assert found["wirausaha.kategori_bila_baru_tercetak"] == "Baik Sekali"


@pytest.mark.parametrize(
    ("ukuran", "asal"),
    [
        ("koperasi.aktif.total", "koperasi.xlsx!Keragaan!C29"),
        ("cakupan.persen.cakupan", "koperasi.xlsx!Pemeringkatan!D6:D10 / Keragaan!C29"),
        (
            "kinerja.realisasi.tpt.2019",
            "ketenagakerjaan.xlsx!Pengangguran!D15 / Angkatan Kerja!D15",
        ),
        ("skala.jumlah_kategori", ""),
    ],
)
def test_asal_ukuran_is_a_formula_over_the_cells(data, ukuran, asal):
    assert asal_ukuran(data, ukuran) == asal


def test_asal_ukuran_of_what_the_prose_prints_names_its_statement(data):
    # W018: line 656 prints 332
    asal = asal_ukuran(data, "wirausaha.realisasi_bila_baru_tercetak")
    assert asal.startswith("klaim.xlsx!Klaim!F")


def test_asal_ukuran_of_an_unknown_key_offers_the_nearest(data):
    with pytest.raises(LkjError, match=r"koperasi\.aktif\.totl.*koperasi\.aktif\.total"):
        asal_ukuran(data, "koperasi.aktif.totl")


def test_ledger_measures_follow_the_count_that_the_prose_prints(data):
    # Bab III A.3 sasaran 2.1, line 656: 332 of 1.845 is 17,99 %, 75,07 % of 23,97
    known = ledger_measures(data, ledger_tables(data)["klaim.Klaim"])
    assert known["wirausaha.realisasi_bila_baru_tercetak"].nilai == Fraction(33_200, 1845)
    assert float(known["wirausaha.capaian_bila_baru_tercetak"].nilai) == pytest.approx(
        75.07, abs=0.005
    )
    assert known["wirausaha.kategori_bila_baru_tercetak"].nilai == "Baik"


def test_ledger_measures_without_a_row_on_new_firms_use_the_table(data):
    known = ledger_measures(data, TableRows(KLAIM[0], "Klaim", []))
    same = known["wirausaha.realisasi_bila_baru_tercetak"].nilai
    assert same == known["kinerja.realisasi.wirausaha.2019"].nilai
    assert known[BARU].nilai == 458


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("Pembanding", "D7"), ("Pembanding", "D8"), ("Capaian", "I9"), ("Capaian", "H11")],
)
def test_measures_of_an_optional_blank_are_all_but_a_few(annexes, data, sheet, cell):
    annexes.edit("kinerja.xlsx", sheet, **{cell: None})
    left, every = measures(load(path=annexes.folder)), measures(data)
    assert set(left) <= set(every)
    assert len(left) > len(every) - 10
    assert any(name not in left or left[name].nilai is None for name in every)
