"""lkjlib: a performance report (LKj) re-told, checked and explored from its Excel annexes.

Names are loaded when they are first used: ``import lkjlib`` does no work and draws nothing.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_PUBLIC = {
    "load": "dataset",
    "read_table": "one_table",
    "Data": "dataset",
    "check": "inspection",
    "LkjError": "errors",
    "AnnexError": "errors",
    "ParseError": "errors",
    "RumusError": "errors",
    "Printed": "parse",
    "parse_number": "parse",
    "parse_printed": "parse",
    "RUMUS": "registry",
    "capaian": "evaluation",
    "kategori": "scales",
    "kode_kategori": "scales",
    "tabel_skala": "scales",
    "tabel_rumus": "registry",
    "ambisi": "judgement",
    "laju": "judgement",
    "kerapuhan_hitung": "judgement",
    "efisiensi": "judgement",
    "efisiensi_pmk": "judgement",
    "vonis": "verdicts",
    "klaim": "claims",
    "cakupan": "coverage",
    "angka": "coverage",
    "ukuran": "measures",
    "kamus": "dictionary",
    "sidik_jari": "provenance",
    "Temuan": "findings",
    "kalimat": "findings",
    "tabel": "present",
    "gambar": "present",
    "tabel_gambar": "present",
    "tampilkan": "present",
    "eksplorasi": "ketenagakerjaan.jelajah",
    "daftar_acuan": "ketenagakerjaan.jelajah",
    "andaikan": "ketenagakerjaan.andaian",
    "temuan_klaim": "reconciliation",
    "tidak_teruji": "reconciliation",
    "ringkasan_klaim": "reconciliation",
    "vonis_per_bagian": "reconciliation",
    "cakupan_per_bagian": "reconciliation",
    "kartu_temuan": "cards",
    "selisih_laporan": "reconciliation",
    "plot_capaian_lima": "charts.ringkasan",
    "plot_laju_lima": "charts.ringkasan",
    "plot_tren_semua": "charts.tren_kecil",
    "plot_trend": "charts.trend",
    "plot_keragaan": "charts.koperasi",
    "plot_efek": "charts.koperasi",
    "plot_peringkat": "charts.koperasi_peringkat",
    "plot_cakupan": "charts.koperasi_peringkat",
    "plot_pangsa_bidang": "charts.umkm",
    "plot_bauran": "charts.umkm",
    "plot_jarak_target": "charts.umkm_jarak",
    "plot_peta": "charts.umkm_peta",
    "plot_kelas": "charts.omzet",
    "plot_kenaikan": "charts.omzet",
    "plot_lorenz": "charts.omzet_lorenz",
    "plot_marimekko": "charts.marimekko",
    "plot_kontribusi": "charts.tpt",
    "plot_kelebihan": "charts.tpt",
    "plot_representasi": "charts.representasi",
    "plot_wilayah": "charts.presisi",
    "plot_presisi": "charts.presisi",
    "plot_perempuan": "charts.perempuan",
    "plot_bagian_perempuan": "charts.perempuan",
    "plot_eksplorasi": "charts.eksplorasi",
    "plot_hasil": "charts.kasus",
    "plot_kerapuhan": "charts.kasus",
    "plot_satuan": "charts.kasus_satuan",
    "plot_hitungan": "charts.kasus_satuan",
    "plot_serapan_program": "charts.anggaran",
    "plot_saldo_kegiatan": "charts.anggaran",
    "plot_komposisi_belanja": "charts.anggaran",
    "plot_tiga_sumber": "charts.anggaran_titik",
    "plot_serapan_capaian": "charts.anggaran_titik",
    "plot_vonis": "charts.rekonsiliasi",
    "target_tersirat": "inverse",
    "pecahan_mungkin": "inverse",
}
_MODULES = (
    "ringkasan",
    "evaluation",
    "formatting",
    "kinerja",
    "koperasi",
    "umkm",
    "omzet",
    "ketenagakerjaan",
    "kasus",
    "anggaran",
)

__all__ = [*_PUBLIC, *_MODULES]


def __getattr__(name: str) -> object:
    if name in _PUBLIC:
        value = getattr(import_module(f"lkjlib.{_PUBLIC[name]}"), name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return import_module(f"lkjlib.{name}")
    raise AttributeError(f"module 'lkjlib' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
