"""Tables of the cooperatives, each declared once for notebook, workbook, Word and site."""

from lkjlib.themes.exhibit import Exhibit, Kolom
from lkjlib.themes.indikator.counts import uji_penyebut_tetap
from lkjlib.themes.koperasi.analysis import cakupan, efek, hitungan, kekurangan, keragaan
from lkjlib.themes.koperasi.tables import HITUNGAN

_SUMBER = "{dokumen} {tahun}, Bab III"
_UNIT = (
    Kolom("aktif", "Aktif", jumlah=True, satuan="unit"),
    Kolom("tidak_aktif", "Tidak aktif", jumlah=True, satuan="unit"),
    Kolom("total", "Seluruhnya", rumus="aktif + tidak_aktif", jumlah=True, satuan="unit"),
)

EXHIBITS = (
    Exhibit(
        "koperasi.jenis",
        "Keragaan koperasi menurut kelompok, 31 Desember {tahun} (unit)",
        lambda data: data.koperasi,
        (Kolom("kelompok", "Kelompok koperasi"), *_UNIT),
        sumber=_SUMBER,
        lembar="Koperasi jenis",
    ),
    Exhibit(
        "koperasi.keragaan",
        "Koperasi aktif menurut jenis, jenis kecil digabung, {tahun} (unit dan persen)",
        keragaan,
        (
            Kolom("kelompok", "Kelompok koperasi"),
            *_UNIT,
            Kolom("jenis", "Banyaknya jenis", jumlah=True),
            Kolom("aktif_persen", "Aktif (%)", 1, "aktif / total * 100"),
            Kolom("bagian_unit", "Bagian unit (%)", 1, "total / jumlah(total) * 100", True),
            Kolom(
                "bagian_tidak_aktif",
                "Bagian tidak aktif (%)",
                1,
                "tidak_aktif / jumlah(tidak_aktif) * 100",
                True,
            ),
        ),
        sumber=_SUMBER,
        lembar="Koperasi keragaan",
    ),
    Exhibit(
        "koperasi.peringkat",
        "Hasil pemeringkatan koperasi sampai dengan tahun {tahun} (unit)",
        lambda data: data.pemeringkatan,
        (
            Kolom("peringkat", "Peringkat"),
            Kolom("skor", "Skor"),
            Kolom("koperasi", "Koperasi", jumlah=True),
        ),
        "Laporan tidak mencetak jumlah tabel ini; jumlah itu penyebut tingkat lulus.",
        _SUMBER,
        baris_jumlah="Jumlah yang diperingkat",
    ),
    Exhibit(
        "koperasi.cakupan",
        "Indikator menurut cakupan pemeringkatan dan tingkat lulus, {tahun} (unit dan persen)",
        cakupan,
        (
            Kolom("ukuran", "Ukuran"),
            Kolom("pembilang", "Pembilang (unit)"),
            Kolom("penyebut", "Penyebut (unit)"),
            Kolom("persen", "Persen", rumus="pembilang / penyebut * 100"),
        ),
        "Cakupan: yang diperingkat dari yang aktif; tingkat lulus: yang berkualitas dan cukup "
        "berkualitas dari yang diperingkat. Batas: bila semua yang belum diperingkat gagal, dan "
        "bila semuanya lulus.",
        _SUMBER,
        "Koperasi cakupan",
    ),
    Exhibit(
        "koperasi.kekurangan",
        "Koperasi lulus yang kurang ke setiap acuan, bila yang aktif tetap (unit)",
        kekurangan,
        (
            Kolom("acuan", "Acuan"),
            Kolom("persen", "Acuan (%)", 0),
            Kolom("perlu_lulus", "Perlu lulus"),
            Kolom("kurang_lulus", "Kurang lulus"),
            Kolom("cukup_bila_semua_lulus", "Cukup bila semua yang diperingkat lulus"),
            Kolom("perlu_diperingkat", "Perlu diperingkat lagi"),
        ),
        "Hitungan dengan tingkat lulus yang sama, bukan ramalan.",
        _SUMBER,
    ),
    Exhibit(
        "koperasi.hitungan",
        "Pecahan yang tercetak demikian, bila yang aktif paling banyak seluruh koperasi {tahun}",
        hitungan,
        (
            Kolom("tahun", "Tahun"),
            Kolom("tercetak", "Tercetak (%)"),
            Kolom("pembilang", "Lulus"),
            Kolom("penyebut", "Aktif"),
            Kolom("persen", "Persen", rumus="pembilang / penyebut * 100"),
            Kolom("dasar", "Dasar"),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "koperasi.penyebut_tetap",
        "Bila koperasi aktif {tahun} menjadi penyebut setiap tahun",
        lambda data: uji_penyebut_tetap(data, data.kode(HITUNGAN)),
        (
            Kolom("tahun", "Tahun"),
            Kolom("tercetak", "Tercetak (%)"),
            Kolom("penyebut", "Aktif"),
            Kolom("pembilang", "Lulus, terdekat"),
            Kolom("persen", "Persen"),
            Kolom("mungkin", "Tercetak demikian"),
        ),
        sumber=_SUMBER,
    ),
    Exhibit(
        "koperasi.efek",
        "Perubahan indikator menurut pembilang dan penyebutnya (unit; poin persen)",
        efek,
        (
            Kolom("sejak", "Sejak"),
            Kolom("tahun", "Tahun"),
            Kolom("pembilang_awal", "Lulus, awal", satuan="unit"),
            Kolom("penyebut_awal", "Aktif, awal", satuan="unit"),
            Kolom("pembilang", "Lulus", satuan="unit"),
            Kolom("penyebut", "Aktif", satuan="unit"),
            Kolom("persen_awal", "Persen, awal", rumus="pembilang_awal / penyebut_awal * 100"),
            Kolom("persen", "Persen", rumus="pembilang / penyebut * 100"),
            Kolom("efek_pembilang", "Karena lulus (poin)"),
            Kolom("efek_penyebut", "Karena aktif (poin)"),
            Kolom("perubahan", "Perubahan (poin)", rumus="efek_pembilang + efek_penyebut"),
        ),
        "Efek dihitung pada rata-rata kedua tahun, sehingga urutannya tidak berpengaruh dan "
        "jumlahnya persis perubahan.",
        _SUMBER,
        "Koperasi efek",
    ),
)
