"""lkjlib: a performance report (LKj) re-told, checked and explored from its Excel annexes.

Names are loaded when they are first used: ``import lkjlib`` does no work and draws nothing.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_PUBLIC = {
    "load": "dataset",
    "read_table": "dataset",
    "Data": "dataset",
    "check": "crosschecks",
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
    "plot_trend": "charts.trend",
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
