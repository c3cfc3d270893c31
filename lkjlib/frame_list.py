"""The list of tidy frames that `load` returns: names, columns, types, units."""

from __future__ import annotations

from lkjlib.frames import (
    Frame,
    FrameColumn,
    as_read,
    kinerja,
    pembanding,
    tenaga_kerja,
    umkm,
    with_bounds,
)


def _columns(*rows: tuple[str, str, str, str]) -> tuple[FrameColumn, ...]:
    return tuple(FrameColumn(*row) for row in rows)


_KODE = ("kode", "teks", "", "kode indikator: koperasi, wirausaha, omzet, tpt, kasus")
_TAHUN = ("tahun", "bulat", "tahun", "tahun")
_SASARAN = ("sasaran", "teks", "", "sasaran strategis")
_PROGRAM = ("program", "teks", "", "program")
_KEGIATAN = ("kegiatan", "teks", "", "kegiatan")
_REALISASI = ("realisasi", "bulat", "rupiah", "realisasi anggaran")
_PENGANGGUR = ("penganggur", "bulat", "orang", "penganggur terbuka")

FRAMES: dict[str, Frame] = {
    "koperasi": Frame(
        "jenis koperasi",
        _columns(
            ("kelompok", "teks", "", "jenis koperasi seperti tercetak"),
            ("aktif", "bulat", "unit", "koperasi aktif"),
            ("tidak_aktif", "bulat", "unit", "koperasi tidak aktif"),
            ("total", "bulat", "unit", "seluruh koperasi, seperti tercetak"),
        ),
        as_read("koperasi.Keragaan"),
    ),
    "pemeringkatan": Frame(
        "kelas peringkat",
        _columns(
            ("peringkat", "teks", "", "kelas peringkat"),
            ("skor_min", "bulat?", "skor", "batas bawah tercetak; pada '>419' tidak termasuk"),
            ("skor_maks", "bulat?", "skor", "batas atas tercetak; pada '<180' tidak termasuk"),
            ("koperasi", "bulat", "unit", "koperasi pada kelas itu"),
            ("skor", "teks", "", "rentang skor seperti tercetak"),
        ),
        with_bounds("koperasi.Pemeringkatan", "skor", "skor_min", "skor_maks"),
    ),
    "umkm": Frame(
        "kecamatan × bidang usaha",
        _columns(
            ("kecamatan", "teks", "", "kecamatan"),
            ("bidang", "teks", "", "bidang usaha"),
            ("baru", "bulat", "unit", "UMKM baru (IUMK terbit)"),
            ("binaan", "bulat", "unit", "UMKM binaan"),
        ),
        umkm,
    ),
    "omzet_kelas": Frame(
        "kelas omzet",
        _columns(
            ("batas_bawah", "bulat?", "rupiah per tahun", "batas bawah, tidak termasuk"),
            ("batas_atas", "bulat?", "rupiah per tahun", "batas atas, termasuk"),
            ("usaha", "bulat", "usaha", "usaha mikro binaan"),
            ("kelas", "teks", "", "kelas seperti tercetak"),
        ),
        with_bounds("umkm.Omzet", "kelas", "batas_bawah", "batas_atas"),
    ),
    "omzet_kenaikan": Frame(
        "kelas kenaikan omzet 2018–2019",
        _columns(
            ("batas_bawah", "persen", "persen", "batas bawah, tidak termasuk"),
            ("batas_atas", "persen", "persen", "batas atas, termasuk"),
            ("usaha", "bulat", "usaha", "usaha mikro binaan"),
            ("kelas", "teks", "", "kelas seperti tercetak"),
        ),
        with_bounds("umkm.Kenaikan Omzet", "kelas", "batas_bawah", "batas_atas"),
    ),
    "omzet": Frame(
        "tahun",
        _columns(_TAHUN, ("omzet", "bulat", "rupiah", "omzet seluruh usaha mikro binaan")),
        as_read("umkm.Total Omzet"),
    ),
    "tenaga_kerja": Frame(
        "kelompok angkatan kerja 2019",
        _columns(
            ("rincian", "teks", "", "pendidikan atau jenis_kelamin"),
            ("kategori", "teks", "", "kelompok di dalam rincian"),
            _PENGANGGUR,
            ("angkatan_kerja", "bulat", "orang", "angkatan kerja 15+"),
            ("bekerja", "bulat?", "orang", "bekerja; kosong di mana laporan tidak memberinya"),
        ),
        tenaga_kerja,
    ),
    "tpak": Frame(
        "jenis kelamin × tahun",
        _columns(
            ("jenis_kelamin", "teks", "", "jenis kelamin"),
            _TAHUN,
            ("tpak", "persen", "persen", "tingkat partisipasi angkatan kerja"),
            _PENGANGGUR,
        ),
        as_read("ketenagakerjaan.TPAK"),
    ),
    "tpt_wilayah": Frame(
        "wilayah",
        _columns(
            ("wilayah", "teks", "", "kota, kabupaten atau provinsi"),
            _TAHUN,
            ("tpt", "persen", "persen", "tingkat pengangguran terbuka, seperti tercetak"),
        ),
        as_read("ketenagakerjaan.TPT Wilayah"),
    ),
    "kasus": Frame(
        "kasus ketenagakerjaan",
        _columns(
            ("perusahaan", "teks", "", "perusahaan yang bersengketa"),
            ("alamat", "teks", "", "alamat perusahaan seperti tercetak"),
            ("hasil", "teks", "", "PB, Anjuran, atau PB & Anjuran"),
            ("pekerja", "bulat", "orang", "pekerja pada kasus itu (tanpa nama)"),
            ("nomor", "bulat", "", "nomor kasus"),
        ),
        as_read("kasus.Kasus"),
    ),
    "wajib_lapor": Frame(
        "tahun",
        _columns(_TAHUN, ("perusahaan", "bulat", "perusahaan", "perusahaan wajib lapor")),
        as_read("kasus.Wajib Lapor"),
    ),
    "anggaran": Frame(
        "kegiatan",
        _columns(
            ("urusan", "teks", "", "urusan; kosong pada program yang tercetak sebelum huruf A"),
            _PROGRAM,
            _KEGIATAN,
            ("alokasi", "bulat", "rupiah", "alokasi anggaran"),
            _REALISASI,
            ("saldo", "bulat", "rupiah", "saldo seperti tercetak"),
            ("serapan", "persen", "persen", "realisasi/alokasi, seperti tercetak"),
            ("fisik", "persen", "persen", "realisasi fisik, seperti tercetak"),
        ),
        as_read("anggaran.Program Kegiatan"),
    ),
    "belanja": Frame(
        "uraian belanja",
        _columns(
            ("kelompok", "teks", "", "belanja tidak langsung atau langsung"),
            ("uraian", "teks", "", "uraian belanja"),
            ("anggaran", "bulat", "rupiah", "anggaran"),
            _REALISASI,
        ),
        as_read("anggaran.Belanja"),
    ),
    "perjanjian_anggaran": Frame(
        "program pada perjanjian kinerja",
        _columns(
            _SASARAN,
            ("program", "teks", "", "program, ejaan perjanjian kinerja"),
            ("anggaran", "bulat", "rupiah", "anggaran perjanjian kinerja"),
        ),
        as_read("anggaran.Perjanjian Kinerja"),
    ),
    "anggaran_sasaran": Frame(
        "kegiatan pada tabel anggaran sasaran",
        _columns(
            _SASARAN,
            _PROGRAM,
            _KEGIATAN,
            ("pagu", "bulat", "rupiah", "pagu anggaran"),
            _REALISASI,
            ("sisa", "bulat", "rupiah", "sisa seperti tercetak"),
        ),
        as_read("anggaran.Anggaran Sasaran"),
    ),
    "indikator": Frame(
        "indikator",
        _columns(
            _KODE,
            _SASARAN,
            ("indikator", "teks", "", "nama indikator seperti tercetak"),
            ("satuan", "teks", "", "satuan"),
            ("rumus", "teks", "", "nama rumus capaian"),
            ("polaritas", "teks", "", "positif: lebih tinggi lebih baik; negatif: sebaliknya"),
            ("definisi", "teks", "", "apa yang diukur"),
            ("pembilang", "teks", "", "pembilang menurut laporan"),
            ("penyebut", "teks", "", "penyebut menurut laporan"),
            ("sumber_data", "teks", "", "asal data menurut laporan"),
        ),
        as_read("kinerja.Indikator"),
    ),
    "kinerja": Frame(
        "indikator × tahun",
        _columns(
            _KODE,
            _TAHUN,
            ("target", "persen", "persen", "target perjanjian kinerja; tercetak hanya untuk 2019"),
            ("realisasi", "persen", "persen", "realisasi seperti tercetak"),
            ("capaian", "persen", "persen", "capaian seperti tercetak"),
        ),
        kinerja,
    ),
    "pembanding": Frame(
        "indikator × acuan",
        _columns(
            _KODE,
            ("acuan", "teks", "", "RPJMD, RPJMN, kabupaten/kota, provinsi"),
            _TAHUN,
            ("nilai", "persen", "persen", "nilai tercetak; kosong di mana laporan menulis '-'"),
        ),
        pembanding,
    ),
}
