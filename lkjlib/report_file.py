"""Reads ``laporan.toml``: a key missing, unknown or wrong is a fault like that of a cell."""

import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from lkjlib.errors import AnnexError, Fault, explain_unknown
from lkjlib.report import BERKAS, JENIS_ACUAN, Acuan, Pita, Report, Skala

_NO_NAME = re.compile(r"[^a-z0-9]+")  # what is no part of a measure's name
_HEADING = re.compile(r"[^|]*[^|\s][^|]*(\|[^|]*[^|\s][^|]*)?")


def read_report(folder: Path) -> Report:
    """What laporan.toml of a folder says.

    Raises
    ------
    AnnexError
        Lists every fault in it.

    Examples
    --------
    >>> from lkjlib.report import find_folder
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
    report, faults = read_report_partly(folder)
    return (None if faults else report), faults


def read_report_partly(folder: Path) -> tuple[Report | None, list[Fault]]:
    """The report as far as laporan.toml says it, so that the sheets can be looked at all the same.

    What is wrong in it is a fault and left out. There is no report where years or themes are
    wrong: nobody knows then what the sheets should hold.
    """
    path = Path(folder) / BERKAS
    content, fault = read_toml(path)
    if content is None:
        absent = not path.exists() and not path.is_symlink()
        make = replace(fault, saran=f"Buat dengan: lkj new {folder}")
        return None, [make if absent else fault]
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
    if any(values.get(key) is None for key in _NEEDED):
        return None, faults
    faults += _disagreements(values)
    values["acuan"] = _each_once(values.get("acuan") or ())
    if values["tahun"] not in values["tahun_tren"]:
        return None, faults
    unsaid = {key: "" for key, rule in _KEYS.items() if rule.wajib}
    said = {key: value for key, value in values.items() if value is not None}
    return Report(**{**unsaid, **said, "folder": Path(folder)}), faults


def read_toml(path: Path) -> tuple[dict[str, object] | None, Fault | None]:
    """What a TOML file holds, or the fault that keeps it from being read."""

    def broken(found: str, wanted: str, advice: str) -> tuple[None, Fault]:
        return None, Fault("galat", path.name, "", "", found, wanted, advice)

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig")), None
    except FileNotFoundError:
        return broken("berkas tidak ada", path.name, "Periksa nama berkasnya.")
    except OSError:
        advice = "Periksa bahwa itu berkas biasa yang boleh dibaca."
        return broken("berkas tidak dapat dibuka", "berkas yang boleh dibaca", advice)
    except UnicodeDecodeError as error:
        found = f"bukan teks UTF-8 (bita ke-{error.start + 1})"
        return broken(found, "teks UTF-8", "Simpan lagi sebagai teks UTF-8.")
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"baris {place[1]}, kolom {place[2]}" if place else "akhir berkas"
        advice = "Betulkan tempat itu: tanda kutip, kurung, koma, atau kunci yang ditulis dua kali."
        return broken(f"tidak terbaca mulai {where}", "TOML yang utuh", advice)
    except RecursionError:
        return broken("kurung bertingkat terlalu dalam", "TOML yang utuh", "Hapus kurung itu.")


def _fault(sel: str, found: object, wanted: str, advice: str) -> Fault:
    words = {None: "", True: "true", False: "false"}
    shown = words[found] if found is None or isinstance(found, bool) else str(found)
    return Fault("galat", BERKAS, "", sel, shown, wanted, advice)


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
    for what in ("nama", "judul"):
        seen: set[str] = set()
        for place, one in enumerate(values.get("acuan") or (), start=1):
            if _plain(getattr(one, what)) in seen:
                yield _fault(
                    f"acuan[{place}].{what}",
                    f"{getattr(one, what)} (dua kali)",
                    f"{what} yang lain daripada acuan di atasnya",
                    "Betulkan, atau hapus acuan yang berlebih.",
                )
            seen.add(_plain(getattr(one, what)))


def _plain(name: str) -> str:
    """A name without what is no part of a measure's name: two that share it would share those."""
    return _NO_NAME.sub(" ", name.lower()).strip()


def _each_once(references: tuple[Acuan, ...]) -> tuple[Acuan, ...]:
    """References without those whose name or column another one has."""
    kept: list[Acuan] = []
    for one in references:
        own = _plain(one.nama), _plain(one.judul)
        others = ((_plain(other.nama), _plain(other.judul)) for other in kept)
        if not any(own[0] == nama or own[1] == judul for nama, judul in others):
            kept.append(one)
    return tuple(kept)


KOSAKATA = ("lulus", "selesai", "terendah")  # words that the analysis of a theme looks for
Read = Callable[[object, str], tuple[object, list[Fault]]]


@dataclass(frozen=True)
class _Rule:
    baca: Read
    diharapkan: str
    contoh: str = ""
    wajib: bool = False


def _text(value: object, key: str) -> tuple[object, list[Fault]]:
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value, []
    wanted = "teks satu baris" if isinstance(value, str) and value.strip() else "teks"
    return None, [_fault(key, value, wanted, f'Tulis di antara tanda kutip: {key} = "…"')]


def _year(value: object, key: str) -> tuple[object, list[Fault]]:
    if type(value) is int and 1945 <= value <= 2200:
        return value, []
    return None, [
        _fault(key, value, "tahun, empat angka", "Tulis keempat angkanya saja, tanpa tanda kutip.")
    ]


def _list_of(each: Read, what: str) -> Read:
    def read(value: object, key: str) -> tuple[object, list[Fault]]:
        if not isinstance(value, list):
            return None, [_fault(key, value, what, f"Tulis di antara kurung siku: {key} = […]")]
        pairs = [each(item, f"{key}[{place}]") for place, item in enumerate(value, start=1)]
        read = tuple(item for item, wrong in pairs if not wrong)
        return read, [fault for _, wrong in pairs for fault in wrong]

    return read


def _trend(value: object, key: str) -> tuple[object, list[Fault]]:
    years, faults = _list_of(_year, "daftar tahun")(value, key)
    if not faults and (not years or list(years) != sorted(set(years))):
        shown = ", ".join(map(str, years))
        advice = "Tulis sedikitnya satu tahun, dari yang terlama, tanpa pengulangan."
        faults = [_fault(key, shown, "tahun berurutan naik, masing-masing sekali", advice)]
    return (None if faults else years), faults


def _names(value: object, key: str) -> tuple[object, list[Fault]]:
    return _list_of(_text, "daftar nama")(value, key)


def _themes(value: object, key: str) -> tuple[object, list[Fault]]:
    names, faults = _names(value, key)
    for name in dict.fromkeys(name for name in names or () if names.count(name) > 1):
        faults.append(_fault(key, f"{name} (dua kali)", "setiap tema sekali", "Hapus satu."))
    return names, faults


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
        if not _is_number(bound):
            faults.append(_fault(f"{key}.{name}", bound, "bilangan", "Tulis angka persennya."))
    if len(bounds) > 1:
        faults.append(_fault(key, value, "di_atas atau mulai, salah satu", "Hapus satu."))
    return (None if faults else Pita(**value)), faults


def _is_number(value: object) -> bool:
    """A number that can be computed with: neither true nor nan nor inf."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _band_order(bands: tuple[Pita, ...], key: str) -> Iterator[Fault]:
    """Best to worst, no gap: every band but the last has a bound, each below the one before."""
    for name in ("kategori", "kode"):
        words = [getattr(band, name).casefold() for band in bands]
        for place, word in enumerate(words, start=1):
            if word in words[: place - 1]:
                found = getattr(bands[place - 1], name)
                wanted = f"{name} yang lain daripada pita di atasnya"
                yield _fault(f"{key}[{place}].{name}", found, wanted, "Betulkan salah satunya.")
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
        advice = f'Tulis jenis = "…" dengan salah satu dari: {", ".join(JENIS_ACUAN)}.'
        if kind is not None:
            advice = explain_unknown("jenis acuan", kind, JENIS_ACUAN)
        faults.append(_fault(f"{key}.jenis", kind, " atau ".join(JENIS_ACUAN), advice))
    if "judul" in value:
        faults += _heading(value["judul"], f"{key}.judul")
    return (None if faults else Acuan(**{"judul": value["nama"], **value})), faults


def _heading(value: object, key: str) -> list[Fault]:
    """Words of one header row, or of two with a | between them."""
    faults = _text(value, key)[1]
    if not faults and not _HEADING.fullmatch(value):
        advice = "Salin judul kolomnya dari lembar Pembanding; dua baris judul dipisah |."
        faults = [_fault(key, value, "judul kolom, satu atau dua baris", advice)]
    return faults


def _table_of(each: Read) -> Read:
    def read(value: object, key: str) -> tuple[object, list[Fault]]:
        if not isinstance(value, dict):
            return None, [_fault(key, value, f"tabel [{key}]", f"Tulis sebagai tabel [{key}].")]
        pairs = {name: each(item, f"{key}.{name}") for name, item in value.items()}
        faults = [fault for _, wrong in pairs.values() for fault in wrong]
        return {name: item for name, (item, wrong) in pairs.items() if not wrong}, faults

    return read


def _with_keys(read: Read, *names: str) -> Read:
    """The same table, with these keys and no other."""

    def only(value: object, key: str) -> tuple[object, list[Fault]]:
        table, faults = read(value, key)
        faults += [
            _fault(f"{key}.{name}", name, " atau ".join(names), explain_unknown(key, name, names))
            for name in (value if isinstance(value, dict) else ())
            if name not in names
        ]
        return table, faults

    return only


def _aliases(value: object, key: str) -> tuple[object, list[Fault]]:
    table, faults = _table_of(_text)(value, key)
    faults += [
        _fault(f"{key}.{name}", meant, "ejaan yang bukan alias lagi", "Tulis ejaan akhirnya.")
        for name, meant in (table or {}).items()
        if meant in table
    ]
    return table, faults


def _survey_size(value: object, key: str) -> tuple[object, list[Fault]]:
    whole = key.endswith(".n")
    if _is_number(value) and value > 0 and not (whole and isinstance(value, float)):
        return value, []
    wanted = "bilangan bulat lebih dari 0" if whole else "bilangan lebih dari 0"
    return None, [_fault(key, value, wanted, "Tulis angkanya, tanpa tanda kutip.")]


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
    "tema": _Rule(_themes, "daftar tema", 'tema = ["anggaran"]', True),
    "skala": _Rule(_scale, "skala kategori", 'skala = "permenpanrb-8-2021"', True),
    "acuan": _Rule(_list_of(_reference, "daftar acuan"), "daftar acuan"),
    "alias": _Rule(_aliases, "tabel ejaan"),
    "seperti_tercetak": _Rule(_cells, "daftar sel"),
    "kosakata": _Rule(_with_keys(_table_of(_names), *KOSAKATA), "tabel kata"),
    "survei": _Rule(_with_keys(_table_of(_survey_size), "n", "deff"), "tabel asumsi survei"),
    "bagian": _Rule(_table_of(_names), "tabel bagian"),
}
_NEEDED = ("tahun", "tahun_tren", "tema")
