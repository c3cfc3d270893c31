"""Who reports, on which years, with which scale: what ``laporan.toml`` of a report's folder says.

Nothing else in the library knows an office, a place or a year. A key that is missing, unknown or
wrong is a fault like that of a cell.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from lkjlib.errors import AnnexError, Fault, explain_unknown

BERKAS = "laporan.toml"
JENIS_ACUAN = ("menengah", "nasional", "wilayah")


@dataclass(frozen=True)
class Acuan:
    """A reference that results are set against: a medium-term or national target, a region.

    `judul` is its header in kinerja.xlsx!Pembanding, a second header row after ``|``.
    """

    nama: str
    jenis: str
    tahun: int
    judul: str


@dataclass(frozen=True)
class Pita:
    """A band of a category scale: above `di_atas`, or from `mulai` on; the lowest has neither."""

    kategori: str
    kode: str = ""
    di_atas: float | None = None
    mulai: float | None = None

    @property
    def batas_bawah(self) -> float | None:
        """Where the band begins; None where it is open below."""
        return self.mulai if self.di_atas is None else self.di_atas

    @property
    def batas_bawah_termasuk(self) -> bool:
        """Does that bound belong to the band?"""
        return self.mulai is not None


@dataclass(frozen=True)
class Skala:
    """A category scale, bands from best to worst.

    `sumber` is where it is printed, `aturan` the rule that leaves no value between two bands.
    """

    nama: str
    pita: tuple[Pita, ...]
    sumber: str = "laporan.toml"
    aturan: str = "Setiap pita mulai pada batas yang dinyatakan; tidak ada celah."


@dataclass(frozen=True)
class Report:
    """One report.

    `tahun` is its year, `tahun_tren` the years that it sets side by side, `tema` the themes whose
    annexes are expected, `skala` a scale of the registry by name or one of its own, `acuan` its
    references, `alias` spelling found -> spelling that it is matched with, `seperti_tercetak`
    cells whose printed sum is known to be wrong, `kosakata` words that the analysis looks for,
    `survei` assumptions on the labour force survey (n, deff), `bagian` the ledger's sections.
    """

    folder: Path
    tahun: int
    dinas: str
    wilayah: str
    wilayah_pendek: str
    dokumen: str
    tahun_tren: tuple[int, ...]
    tema: tuple[str, ...]
    skala: str | Skala
    acuan: tuple[Acuan, ...] = ()
    alias: Mapping[str, str] = field(default_factory=dict, hash=False)
    seperti_tercetak: frozenset[str] = frozenset()
    kosakata: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    survei: Mapping[str, float] = field(default_factory=dict, hash=False)
    bagian: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def nama(self) -> str:
        """Name of its folder, which is that of what is built from it."""
        return self.folder.resolve().name

    @property
    def judul(self) -> str:
        """The document by its name and year."""
        return f"{self.dokumen} {self.tahun}"

    def acuan_jenis(self, jenis: str) -> tuple[Acuan, ...]:
        """References of one kind, the latest year first."""
        found = (one for one in self.acuan if one.jenis == jenis)
        return tuple(sorted(found, key=lambda one: -one.tahun))

    @property
    def menengah(self) -> Acuan | None:
        """The medium-term target that the pace is measured to: the latest one."""
        return next(iter(self.acuan_jenis("menengah")), None)

    def di_sini(self, wilayah: str) -> bool:
        """Is a place, as a sheet spells it, the report's own?"""
        own = {name.casefold() for name in (self.wilayah, self.wilayah_pendek)}
        return self.selaras(wilayah).strip().casefold() in own

    def selaras(self, nama: str) -> str:
        """The spelling that a name is matched with, where the report states another one."""
        return self.alias.get(nama, nama)

    def ringkas(self, nama: str) -> str:
        """The shortest spelling that the report states for a name; without one, the name."""
        return min((nama, *(one for one, name in self.alias.items() if name == nama)), key=len)


def read_report(folder: Path) -> Report:
    """What laporan.toml of a folder says.

    Raises
    ------
    AnnexError
        Lists every fault in it.

    Examples
    --------
    >>> from lkjlib.annexes.folder import find_folder
    >>> report = read_report(find_folder(2019))
    >>> report.judul, report.wilayah, report.menengah.nama
    ('LKj 2019', 'Kota Banjarbaru', 'RPJMD 2021')
    """
    report, faults = read_report_checked(folder)
    if report is None:
        raise AnnexError(faults)
    return report


def read_report_checked(folder: Path) -> tuple[Report | None, list[Fault]]:
    """The report of a folder, None where laporan.toml has faults, and these faults."""
    path = Path(folder) / BERKAS
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None, [
            _fault("", "berkas tidak ada", "laporan.toml", f"Buat dengan: lkj new {folder}")
        ]
    except (OSError, UnicodeDecodeError) as error:
        return None, [_fault("", str(error), "teks UTF-8", "Simpan lagi sebagai teks UTF-8.")]
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [_fault("", str(error), "TOML yang utuh", "Betulkan baris yang disebut itu.")]
    faults = list(_unknown_keys(content))
    values: dict[str, object] = {}
    for key, rule in _KEYS.items():
        if key not in content:
            if rule.wajib:
                advice = f"Tambahkan: {_example(rule.contoh, content, path)}"
                faults.append(_fault(key, "", rule.diharapkan, advice))
            continue
        value, wrong = rule.baca(content[key], key)
        faults += wrong
        values[key] = value
    if not faults:
        faults += _disagreements(values)
    if faults:
        return None, faults
    return Report(folder=Path(folder), **values), []


def _fault(sel: str, found: object, wanted: str, advice: str) -> Fault:
    return Fault("galat", BERKAS, "", sel, str(found), wanted, advice)


def _example(text: str, content: Mapping[str, object], path: Path) -> str:
    """An example with the report's year: the one stated, else that of the folder's name."""
    year, name = content.get("tahun"), path.resolve().parent.name
    if not isinstance(year, int):
        year = int(name) if len(name) == 4 and name.isascii() and name.isdigit() else None
    return text.format(tahun=year or "…", lalu=year - 1 if year else "…")


def _unknown_keys(content: Mapping[str, object]) -> Iterator[Fault]:
    for key in content:
        if key not in _KEYS:
            yield _fault(key, key, "kunci yang dikenal", explain_unknown("kunci", key, _KEYS))


def _disagreements(values: Mapping[str, object]) -> Iterator[Fault]:
    year, years = values["tahun"], values["tahun_tren"]
    if year not in years:
        yield _fault(
            "tahun_tren",
            ", ".join(map(str, years)),
            f"tahun laporan {year} ada di dalamnya",
            f"Tambahkan {year}, atau betulkan 'tahun'.",
        )
    names = [one.nama for one in values.get("acuan", ())]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield _fault("acuan", f"{name} (dua kali)", "satu acuan setiap nama", "Hapus satu.")


Read = Callable[[object, str], tuple[object, list[Fault]]]


@dataclass(frozen=True)
class _Rule:
    baca: Read
    diharapkan: str
    contoh: str = ""
    wajib: bool = False


def _text(value: object, key: str) -> tuple[object, list[Fault]]:
    if isinstance(value, str) and value.strip():
        return value, []
    return None, [_fault(key, value, "teks", f'Tulis di antara tanda kutip: {key} = "…"')]


def _year(value: object, key: str) -> tuple[object, list[Fault]]:
    if type(value) is int and 1945 <= value <= 2200:
        return value, []
    return None, [_fault(key, value, "tahun, empat angka", "Tulis tahunnya tanpa tanda kutip.")]


def _list_of(each: Read, what: str) -> Read:
    def read(value: object, key: str) -> tuple[object, list[Fault]]:
        if not isinstance(value, list):
            return None, [_fault(key, value, what, f"Tulis di antara kurung siku: {key} = […]")]
        pairs = [each(item, f"{key}[{place}]") for place, item in enumerate(value, start=1)]
        return tuple(item for item, _ in pairs), [fault for _, wrong in pairs for fault in wrong]

    return read


def _trend(value: object, key: str) -> tuple[object, list[Fault]]:
    years, faults = _list_of(_year, "daftar tahun")(value, key)
    if not faults and (not years or list(years) != sorted(set(years))):
        faults = [_fault(key, value, "tahun berurutan naik, masing-masing sekali", "Urutkan.")]
    return years, faults


def _names(value: object, key: str) -> tuple[object, list[Fault]]:
    return _list_of(_text, "daftar nama")(value, key)


def _scale(value: object, key: str) -> tuple[object, list[Fault]]:
    if isinstance(value, str):
        return _text(value, key)
    if not isinstance(value, dict):
        advice = 'Tulis skala = "nama-skala", atau tabel [skala] dengan nama dan pita.'
        return None, [_fault(key, value, "nama skala atau tabel [skala]", advice)]
    name, faults = _text(value.get("nama"), f"{key}.nama")
    faults += [
        _fault(f"{key}.{extra}", extra, "nama atau pita", "Hapus kunci itu.")
        for extra in value
        if extra not in ("nama", "pita")
    ]
    bands, wrong = _list_of(_band, "daftar pita")(value.get("pita"), f"{key}.pita")
    faults += wrong
    if not faults:
        faults += _band_order(bands, f"{key}.pita")
    return (None if faults else Skala(name, bands)), faults


def _band(value: object, key: str) -> tuple[object, list[Fault]]:
    keys = ("kategori", "kode", "di_atas", "mulai")
    if not isinstance(value, dict) or any(name not in keys for name in value):
        advice = 'Contoh: {kategori = "Baik", kode = "B", mulai = 80}'
        return None, [_fault(key, value, f"tabel dengan {', '.join(keys)}", advice)]
    faults = [
        fault
        for name in ("kategori", "kode")
        for fault in _text(value.get(name), f"{key}.{name}")[1]
    ]
    bounds = {name: value[name] for name in ("di_atas", "mulai") if name in value}
    for name, bound in bounds.items():
        if isinstance(bound, bool) or not isinstance(bound, int | float):
            faults.append(_fault(f"{key}.{name}", bound, "bilangan", "Tulis angka persennya."))
    if len(bounds) > 1:
        faults.append(_fault(key, value, "di_atas atau mulai, salah satu", "Hapus satu."))
    return (None if faults else Pita(**value)), faults


def _band_order(bands: tuple[Pita, ...], key: str) -> Iterator[Fault]:
    """Best to worst, no gap: every band but the last has a bound, each below the one before."""
    bounds = [band.batas_bawah for band in bands]
    if not bands or bounds[-1] is not None or None in bounds[:-1]:
        yield _fault(
            key,
            ", ".join(band.kategori for band in bands),
            "setiap pita kecuali yang terakhir mempunyai di_atas atau mulai",
            "Urutkan dari yang terbaik; pita terbawah tanpa batas, agar tidak ada celah.",
        )
        return
    for place, (above, band) in enumerate(pairwise(bands[:-1]), start=2):
        upper, lower = above.batas_bawah, band.batas_bawah
        touching = lower == upper and band.batas_bawah_termasuk > above.batas_bawah_termasuk
        if lower >= upper and not touching:
            yield _fault(
                f"{key}[{place}]", lower, f"di bawah {upper}", "Urutkan dari yang terbaik."
            )


def _reference(value: object, key: str) -> tuple[object, list[Fault]]:
    keys = ("nama", "jenis", "tahun", "judul")
    if not isinstance(value, dict) or any(name not in keys for name in value):
        advice = 'Contoh: {nama = "RPJMD", jenis = "menengah", tahun = …}'
        return None, [_fault(key, value, f"tabel dengan {', '.join(keys)}", advice)]
    faults = [
        *_text(value.get("nama"), f"{key}.nama")[1],
        *_year(value.get("tahun"), f"{key}.tahun")[1],
    ]
    kind = value.get("jenis")
    if kind not in JENIS_ACUAN:
        advice = explain_unknown("jenis acuan", kind, JENIS_ACUAN)
        faults.append(_fault(f"{key}.jenis", kind, " atau ".join(JENIS_ACUAN), advice))
    if "judul" in value:
        faults += _text(value["judul"], f"{key}.judul")[1]
    return (None if faults else Acuan(**{"judul": value["nama"], **value})), faults


def _table_of(each: Read) -> Read:
    def read(value: object, key: str) -> tuple[object, list[Fault]]:
        if not isinstance(value, dict):
            return None, [_fault(key, value, f"tabel [{key}]", f"Tulis sebagai tabel [{key}].")]
        pairs = {name: each(item, f"{key}.{name}") for name, item in value.items()}
        faults = [fault for _, wrong in pairs.values() for fault in wrong]
        return {name: item for name, (item, _) in pairs.items()}, faults

    return read


def _survey(value: object, key: str) -> tuple[object, list[Fault]]:
    table, faults = _table_of(_positive)(value, key)
    if not faults:
        faults = [
            _fault(f"{key}.{name}", name, "n atau deff", "Hapus kunci itu.")
            for name in table
            if name not in ("n", "deff")
        ]
    return table, faults


def _positive(value: object, key: str) -> tuple[object, list[Fault]]:
    if not isinstance(value, bool) and isinstance(value, int | float) and value > 0:
        return value, []
    return None, [_fault(key, value, "bilangan lebih dari 0", "Tulis angkanya.")]


def _cells(value: object, key: str) -> tuple[object, list[Fault]]:
    cells, faults = _names(value, key)
    return (None if faults else frozenset(cells)), faults


_KEYS: Mapping[str, _Rule] = {
    "tahun": _Rule(_year, "tahun laporan", "tahun = {tahun}", True),
    "dinas": _Rule(_text, "nama dinas", 'dinas = "Dinas …"', True),
    "wilayah": _Rule(_text, "nama wilayah", 'wilayah = "Kota …"', True),
    "wilayah_pendek": _Rule(_text, "nama pendek wilayah", 'wilayah_pendek = "…"', True),
    "dokumen": _Rule(_text, "sebutan laporan", 'dokumen = "LKj"', True),
    "tahun_tren": _Rule(_trend, "daftar tahun", "tahun_tren = [{lalu}, {tahun}]", True),
    "tema": _Rule(_names, "daftar tema", 'tema = ["anggaran"]', True),
    "skala": _Rule(_scale, "skala kategori", 'skala = "permenpanrb-8-2021"', True),
    "acuan": _Rule(_list_of(_reference, "daftar acuan"), "daftar acuan"),
    "alias": _Rule(_table_of(_text), "tabel ejaan"),
    "seperti_tercetak": _Rule(_cells, "daftar sel"),
    "kosakata": _Rule(_table_of(_names), "tabel kata"),
    "survei": _Rule(_survey, "tabel asumsi survei"),
    "bagian": _Rule(_table_of(_names), "tabel bagian"),
}
