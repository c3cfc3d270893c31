"""lkjlib: a performance report (LKj) re-told, checked and explored from its Excel annexes.

Names are loaded when they are first used: ``import lkjlib`` does no work and draws nothing.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_PUBLIC = {
    "load": "loading",
    "read_table": "loading",
    "Data": "data",
    "check": "build.inspection",
    "LkjError": "errors",
    "AnnexError": "errors",
    "ParseError": "errors",
    "RumusError": "errors",
    "Printed": "numbers.parse",
    "parse_number": "numbers.parse",
    "parse_printed": "numbers.parse",
    "RUMUS": "rules.capaian",
    "capaian": "rules.capaian",
    "kategori": "rules.category",
    "kode_kategori": "rules.category",
    "tabel_skala": "rules.category",
    "tabel_rumus": "rules.capaian",
    "target_tersirat": "rules.targets",
    "pecahan_mungkin": "numbers.fractions",
    "ambisi": "rules.targets",
    "laju": "rules.targets",
    "kerapuhan_hitung": "rules.targets",
    "efisiensi": "rules.efficiency",
    "efisiensi_pmk": "rules.efficiency",
    "vonis": "numbers.compare",
    "klaim": "ledger.judge",
    "cakupan": "ledger.coverage",
    "angka": "ledger.coverage",
    "ukuran": "ledger.measures",
    "asal_ukuran": "ledger.measures",
    "kamus": "products.sources",
    "sidik_jari": "products.sources",
    "Temuan": "themes.finding",
    "temuan": "products.catalogue",
    "kalimat": "themes.finding",
    "tabel": "products.notebook",
    "gambar": "products.notebook",
    "tabel_gambar": "products.catalogue",
    "bingkai": "products.catalogue",
    "tampilkan": "products.notebook",
    "eksplorasi": "themes.tpt.bench",
    "daftar_acuan": "themes.tpt.bench",
    "andaikan": "themes.tpt.bench",
    "jarak_teruji": "themes.tpt.precision",
    "temuan_klaim": "ledger.findings",
    "tidak_teruji": "ledger.views",
    "ringkasan_klaim": "ledger.views",
    "vonis_per_bagian": "ledger.views",
    "cakupan_per_bagian": "ledger.coverage",
    "kartu_temuan": "products.cards",
    "selisih_laporan": "ledger.views",
    "plot_capaian_lima": "themes.indikator.charts",
    "plot_tren_semua": "themes.indikator.charts",
    "plot_trend": "themes.indikator.charts_trend",
    "plot_keragaan": "themes.koperasi.charts",
    "plot_peringkat": "themes.koperasi.charts",
    "plot_cakupan": "themes.koperasi.charts",
    "plot_pangsa_bidang": "themes.umkm.charts",
    "plot_peta": "themes.umkm.charts",
    "plot_kelas": "themes.omzet.charts",
    "plot_kenaikan": "themes.omzet.charts",
    "plot_representasi": "themes.tpt.charts",
    "plot_wilayah": "themes.tpt.charts",
    "plot_bagian_perempuan": "themes.tpt.charts",
    "plot_eksplorasi": "themes.tpt.charts_bench",
    "plot_satuan": "themes.kasus.charts",
    "plot_serapan_program": "themes.anggaran.charts",
    "plot_saldo_kegiatan": "themes.anggaran.charts",
    "plot_komposisi_belanja": "themes.anggaran.charts",
    "plot_tiga_sumber": "themes.anggaran.charts",
    "plot_vonis": "ledger.charts",
}

__all__ = [*_PUBLIC]


def __getattr__(name: str) -> object:
    if name in _PUBLIC:
        value = getattr(import_module(f"lkjlib.{_PUBLIC[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(_unknown(name))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, __all__, n=1)
    meant = f" Mungkin maksudnya {near[0]!r}?" if near else ""
    return f"lkjlib tidak mempunyai {name!r}.{meant} Semua nama: dir(lkjlib)."


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
