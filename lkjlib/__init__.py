"""lkjlib: a performance report (LKj) re-told, checked and explored from its Excel annexes.

Names are loaded when they are first used: ``import lkjlib`` does no work and draws nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what `_PUBLIC` says, for editors and type checkers
    from lkjlib.build.inspection import check as check
    from lkjlib.build.many import load_many as load_many
    from lkjlib.data import Data as Data
    from lkjlib.errors import AnnexError as AnnexError
    from lkjlib.errors import LkjError as LkjError
    from lkjlib.errors import ParseError as ParseError
    from lkjlib.errors import RumusError as RumusError
    from lkjlib.ledger.charts import plot_vonis as plot_vonis
    from lkjlib.ledger.coverage import angka as angka
    from lkjlib.ledger.coverage import cakupan as cakupan
    from lkjlib.ledger.coverage import cakupan_per_bagian as cakupan_per_bagian
    from lkjlib.ledger.findings import temuan_klaim as temuan_klaim
    from lkjlib.ledger.judge import klaim as klaim
    from lkjlib.ledger.measures import asal_ukuran as asal_ukuran
    from lkjlib.ledger.measures import ukuran as ukuran
    from lkjlib.ledger.views import ringkasan_klaim as ringkasan_klaim
    from lkjlib.ledger.views import selisih_laporan as selisih_laporan
    from lkjlib.ledger.views import tidak_teruji as tidak_teruji
    from lkjlib.ledger.views import vonis_per_bagian as vonis_per_bagian
    from lkjlib.loading import load as load
    from lkjlib.loading import read_table as read_table
    from lkjlib.numbers.compare import vonis as vonis
    from lkjlib.numbers.fractions import pecahan_mungkin as pecahan_mungkin
    from lkjlib.numbers.parse import Printed as Printed
    from lkjlib.numbers.parse import parse_number as parse_number
    from lkjlib.numbers.parse import parse_printed as parse_printed
    from lkjlib.printed.read import read_printed as read_printed
    from lkjlib.printed.table import PrintedTable as PrintedTable
    from lkjlib.products.cards import kartu_klaim as kartu_klaim
    from lkjlib.products.cards import kartu_temuan as kartu_temuan
    from lkjlib.products.cards import kartu_tidak_teruji as kartu_tidak_teruji
    from lkjlib.products.cards import kutipan as kutipan
    from lkjlib.products.catalogue import bingkai as bingkai
    from lkjlib.products.catalogue import temuan as temuan
    from lkjlib.products.notebook import gambar as gambar
    from lkjlib.products.notebook import tabel as tabel
    from lkjlib.products.notebook import tampilkan as tampilkan
    from lkjlib.products.sources import kamus as kamus
    from lkjlib.products.sources import sidik_jari as sidik_jari
    from lkjlib.rules.capaian import RUMUS as RUMUS
    from lkjlib.rules.capaian import capaian as capaian
    from lkjlib.rules.capaian import tabel_rumus as tabel_rumus
    from lkjlib.rules.category import kategori as kategori
    from lkjlib.rules.category import kode_kategori as kode_kategori
    from lkjlib.rules.category import tabel_skala as tabel_skala
    from lkjlib.rules.efficiency import efisiensi as efisiensi
    from lkjlib.rules.efficiency import efisiensi_pmk as efisiensi_pmk
    from lkjlib.rules.targets import ambisi as ambisi
    from lkjlib.rules.targets import kerapuhan_hitung as kerapuhan_hitung
    from lkjlib.rules.targets import laju as laju
    from lkjlib.rules.targets import target_tersirat as target_tersirat
    from lkjlib.themes import indikator_lain as indikator_lain
    from lkjlib.themes.anggaran.charts import plot_komposisi_belanja as plot_komposisi_belanja
    from lkjlib.themes.anggaran.charts import plot_saldo_kegiatan as plot_saldo_kegiatan
    from lkjlib.themes.anggaran.charts import plot_serapan_program as plot_serapan_program
    from lkjlib.themes.anggaran.charts import plot_tiga_sumber as plot_tiga_sumber
    from lkjlib.themes.finding import Temuan as Temuan
    from lkjlib.themes.finding import kalimat as kalimat
    from lkjlib.themes.indikator.charts import plot_capaian_semua as plot_capaian_semua
    from lkjlib.themes.indikator.charts_trend import plot_trend as plot_trend
    from lkjlib.themes.indikator.charts_trends import plot_tren_semua as plot_tren_semua
    from lkjlib.themes.kasus.charts import plot_satuan as plot_satuan
    from lkjlib.themes.koperasi.charts import plot_cakupan as plot_cakupan
    from lkjlib.themes.koperasi.charts import plot_keragaan as plot_keragaan
    from lkjlib.themes.koperasi.charts import plot_peringkat as plot_peringkat
    from lkjlib.themes.omzet.charts import plot_kelas as plot_kelas
    from lkjlib.themes.omzet.charts import plot_kenaikan as plot_kenaikan
    from lkjlib.themes.omzet.charts import plot_omzet as plot_omzet
    from lkjlib.themes.tpt.charts import plot_bagian_perempuan as plot_bagian_perempuan
    from lkjlib.themes.tpt.charts import plot_representasi as plot_representasi
    from lkjlib.themes.tpt.charts import plot_wilayah as plot_wilayah
    from lkjlib.themes.tpt.charts_exploration import plot_eksplorasi as plot_eksplorasi
    from lkjlib.themes.tpt.charts_trend import plot_trend_within_error as plot_trend_within_error
    from lkjlib.themes.tpt.exploration import eksplorasi as eksplorasi
    from lkjlib.themes.tpt.precision import jarak_teruji as jarak_teruji
    from lkjlib.themes.tpt.references import daftar_acuan as daftar_acuan
    from lkjlib.themes.tpt.what_if import andaikan as andaikan
    from lkjlib.themes.umkm.charts import plot_pangsa_bidang as plot_pangsa_bidang
    from lkjlib.themes.umkm.charts import plot_peta as plot_peta

__version__ = "0.1.0"

_PUBLIC = {
    "load": "loading",
    "read_table": "loading",
    "read_printed": "printed.read",
    "PrintedTable": "printed.table",
    "Data": "data",
    "load_many": "build.many",
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
    "bingkai": "products.catalogue",
    "tampilkan": "products.notebook",
    "eksplorasi": "themes.tpt.exploration",
    "daftar_acuan": "themes.tpt.references",
    "andaikan": "themes.tpt.what_if",
    "jarak_teruji": "themes.tpt.precision",
    "temuan_klaim": "ledger.findings",
    "tidak_teruji": "ledger.views",
    "ringkasan_klaim": "ledger.views",
    "vonis_per_bagian": "ledger.views",
    "cakupan_per_bagian": "ledger.coverage",
    "kartu_klaim": "products.cards",
    "kartu_temuan": "products.cards",
    "kartu_tidak_teruji": "products.cards",
    "kutipan": "products.cards",
    "selisih_laporan": "ledger.views",
    "indikator_lain": "themes",
    "plot_capaian_semua": "themes.indikator.charts",
    "plot_tren_semua": "themes.indikator.charts_trends",
    "plot_trend": "themes.indikator.charts_trend",
    "plot_keragaan": "themes.koperasi.charts",
    "plot_peringkat": "themes.koperasi.charts",
    "plot_cakupan": "themes.koperasi.charts",
    "plot_pangsa_bidang": "themes.umkm.charts",
    "plot_peta": "themes.umkm.charts",
    "plot_kelas": "themes.omzet.charts",
    "plot_kenaikan": "themes.omzet.charts",
    "plot_omzet": "themes.omzet.charts",
    "plot_representasi": "themes.tpt.charts",
    "plot_wilayah": "themes.tpt.charts",
    "plot_bagian_perempuan": "themes.tpt.charts",
    "plot_trend_within_error": "themes.tpt.charts_trend",
    "plot_eksplorasi": "themes.tpt.charts_exploration",
    "plot_satuan": "themes.kasus.charts",
    "plot_serapan_program": "themes.anggaran.charts",
    "plot_saldo_kegiatan": "themes.anggaran.charts",
    "plot_komposisi_belanja": "themes.anggaran.charts",
    "plot_tiga_sumber": "themes.anggaran.charts",
    "plot_vonis": "ledger.charts",
}

__all__ = [*_PUBLIC]


def __getattr__(name: str) -> Any:
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
