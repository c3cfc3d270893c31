"""The ten questions of a new report, from the terminal or a file, and its laporan.toml."""

import json
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lkjlib.errors import AnnexError, Fault, LkjError, explain_unknown
from lkjlib.report import BERKAS, Report
from lkjlib.report_file import read_report_checked
from lkjlib.rules.category import SKALA
from lkjlib.themes import ALWAYS, THEMES

_HEAD = "# Siapa yang melapor, tahun berapa, dengan skala apa. Arti setiap kunci: data/README.md."
_MOST = 200  # indicators
_THEMES = tuple(theme.nama for theme in THEMES if theme is not ALWAYS)

Answers = dict[str, object]


@dataclass(frozen=True)
class Pertanyaan:
    """One question: key, words, how an answer typed at the terminal is read, what Enter means.

    What Enter means may follow from the answer to another question, `dari`.
    """

    kunci: str
    tanya: str
    baca: Callable[[str], object]
    bawaan: Callable[[Answers], object] | None = None
    dari: str = ""


def _year(text: str) -> object:
    return int(text) if text.isdigit() else text


def _words(text: str) -> object:
    return [word for word in text.replace(",", " ").split() if word]


def _years(text: str) -> object:
    return [_year(word) for word in _words(text)]


def _last_three(answers: Answers) -> object:
    year = answers["tahun"]
    return [year - 2, year - 1, year]


def _short(answers: Answers) -> object:
    words = str(answers["wilayah"]).split()
    kinds = ("kota", "kabupaten", "kab.", "provinsi")
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in kinds else words)


PERTANYAAN = (
    Pertanyaan("tahun", "Tahun laporan", _year),
    Pertanyaan("dinas", "Nama dinas, seperti pada sampul", str),
    Pertanyaan("wilayah", "Wilayah (Kota …, Kabupaten …, Provinsi …)", str),
    Pertanyaan("wilayah_pendek", "Nama pendek wilayah, untuk judul", str, _short, "wilayah"),
    Pertanyaan("dokumen", "Sebutan laporan (LKj, LKjIP, LKIP, LAKIP)", str, lambda _: "LKj"),
    Pertanyaan("tahun_tren", "Tahun yang dibandingkan", _years, _last_three, "tahun"),
    Pertanyaan("tema", f"Tema yang ada tabelnya: {', '.join(_THEMES)}", _words, lambda _: []),
    Pertanyaan(
        "skala", f"Skala kategori: {', '.join(SKALA)}", str, lambda _: "permendagri-54-2010"
    ),
    Pertanyaan("menengah", "Tahun target jangka menengah (0 bila tidak ada)", _year, lambda _: 0),
    Pertanyaan("indikator", "Banyaknya indikator", _year, lambda _: 5),
)
_QUESTIONS = {one.kunci: one for one in PERTANYAAN}


def ask(read: Callable[[str], str] = input) -> Answers:
    """The answers of whoever sits at the terminal; a wrong one is asked for again.

    Raises
    ------
    LkjError
        When nobody is there to answer.
    """
    answers: Answers = {}
    for one in PERTANYAAN:
        while one.kunci not in answers:
            default = one.bawaan(answers) if one.bawaan else None
            try:
                text = read(f"{one.tanya}{_shown(default, one)}: ").strip()
            except EOFError:
                raise LkjError(
                    "Tidak ada yang menjawab. Tulis jawabannya di berkas: --jawaban berkas.toml "
                    f"dengan kunci {', '.join(_QUESTIONS)}."
                ) from None
            value = default if not text and one.bawaan else one.baca(text)
            faults = _faults({**answers, one.kunci: value}, one.kunci)
            for fault in faults:
                found = fault.ditemukan or "(kosong)"
                print(f"  {found}: diharapkan {fault.diharapkan}. {fault.saran}")
            if not faults:
                answers[one.kunci] = value
    return answers


def _shown(default: object, one: Pertanyaan) -> str:
    if one.bawaan is None:
        return ""
    words = ", ".join(map(str, default)) if isinstance(default, list) else default
    return f" [{words or '-'}]"


def read_answers(path: Path) -> Answers:
    """The answers that a TOML file holds; what it leaves out and Enter would mean is filled in.

    Raises
    ------
    AnnexError
        Lists everything that is wrong in it.
    """
    try:
        answers = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = error.strerror if isinstance(error, OSError) else str(error)
        fault = _fault("", found, "berkas TOML yang terbaca", "Periksa nama dan isi berkasnya.")
        raise AnnexError([replace(fault, berkas=path.name)]) from None
    for one in PERTANYAAN:
        if (
            one.kunci not in answers
            and one.bawaan
            and not (one.dari and _faults(answers, one.dari))
        ):
            answers[one.kunci] = one.bawaan(answers)
    # what would follow from a wrong answer is not asked for besides
    free = [one.kunci for one in PERTANYAAN if one.bawaan and one.kunci not in answers]
    faults = [fault for fault in _faults(answers) if fault.sel not in free]
    if faults:
        raise AnnexError(replace(fault, berkas=path.name) for fault in faults)
    return answers


def report_text(answers: Mapping[str, object]) -> str:
    """laporan.toml for the answers.

    Examples
    --------
    >>> answers = {"tahun": 2026, "dinas": "Dinas A", "wilayah": "Kota B", "menengah": 2029}
    >>> print(report_text(answers))
    # Siapa yang melapor, tahun berapa, dengan skala apa. Arti setiap kunci: data/README.md.
    tahun = 2026
    dinas = "Dinas A"
    wilayah = "Kota B"
    acuan = [
      {nama = "Menengah 2029", jenis = "menengah", tahun = 2029, judul = "Target Menengah|2029"},
    ]
    """
    lines = [
        "# Siapa yang melapor, tahun berapa, dengan skala apa. Arti setiap kunci: data/README.md."
    ]
    keys = [key for key in _QUESTIONS if key not in ("menengah", "indikator")]
    lines += [
        f"{key} = {json.dumps(answers[key], ensure_ascii=False)}" for key in keys if key in answers
    ]
    year = answers.get("menengah")
    if year:
        one = f'nama = "Menengah {year}", jenis = "menengah", tahun = {year}'
        lines += ["acuan = [", f'  {{{one}, judul = "Target Menengah|{year}"}},', "]"]
    return "\n".join(lines)


def report_of(answers: Mapping[str, object], folder: Path) -> Report:
    """The report that the answers describe, as it will be read from a folder."""
    report, _ = _read(answers)
    if report is None:
        raise AnnexError(_faults(answers))
    return replace(report, folder=folder)


def _read(answers: Mapping[str, object]) -> tuple[Report | None, list[Fault]]:
    """What the reader of laporan.toml makes of the answers, and its faults."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, BERKAS).write_text(report_text(answers) + "\n", encoding="utf-8")
        return read_report_checked(Path(folder))


def _faults(answers: Mapping[str, object], *keys: str) -> list[Fault]:
    """Everything wrong with the answers, or with those to some questions."""
    faults = [
        _fault(key, key, "kunci yang dikenal", explain_unknown("kunci", key, _QUESTIONS))
        for key in answers
        if key not in _QUESTIONS
    ]
    plain = {key: value for key, value in answers.items() if _is_plain(value)}
    faults += [
        _fault(key, value, "jawaban sederhana", "Tulis angka, teks, atau daftar.")
        for key, value in answers.items()
        if key not in plain
    ]
    read = [fault for fault in _read(plain)[1] if fault.sel not in answers or fault.sel in plain]
    faults += [replace(fault, berkas="jawaban") for fault in read]
    faults += [*_unknown(plain), *_odd_numbers(plain)]
    wanted = keys or tuple(_QUESTIONS)
    return [f for f in faults if not keys or f.sel.split("[")[0] in wanted]


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str | int) for item in value)
    return isinstance(value, str | int | bool)


def _unknown(answers: Mapping[str, object]) -> list[Fault]:
    themes, scale = answers.get("tema"), answers.get("skala")
    faults = [
        _fault("tema", name, "tema yang dikenal", explain_unknown("tema", name, _THEMES))
        for name in (themes if isinstance(themes, list) else ())
        if name not in _THEMES
    ]
    if isinstance(scale, str) and scale.strip() and scale not in SKALA:
        advice = explain_unknown("skala", scale, SKALA)
        faults.append(_fault("skala", scale, "skala yang dikenal", advice))
    return faults


def _odd_numbers(answers: Mapping[str, object]) -> list[Fault]:
    faults = []
    count, year, goal = (answers.get(key) for key in ("indikator", "tahun", "menengah"))
    if "indikator" in answers and not (type(count) is int and 1 <= count <= _MOST):
        faults.append(_fault("indikator", count, f"bilangan 1 sampai {_MOST}", "Tulis angkanya."))
    if goal and type(year) is int and not (type(goal) is int and goal >= year):
        advice = "Tulis tahun akhir Renstra atau RPJMD, atau 0."
        faults.append(_fault("menengah", goal, f"tahun, {year} atau sesudahnya", advice))
    return faults


def _fault(sel: str, found: object, wanted: str, advice: str) -> Fault:
    return Fault("galat", "jawaban", "", sel, str(found), wanted, advice)
