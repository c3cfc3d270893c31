"""What the analyst says of a report: ``temuan.toml``, sentences whose numbers are measures.

A finding holds as long as its `berlaku` does. Where a cell has changed and it no longer does, the
finding is not shown as true but listed as to be written anew; no sentence turns false in silence.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from textwrap import shorten

from lkjlib.data import Data
from lkjlib.errors import AnnexError, Fault, explain_unknown
from lkjlib.ledger.claims import BERKAS as LEDGER
from lkjlib.ledger.claims import SLOT
from lkjlib.ledger.expression import ExpressionError, Value, evaluate, measures_in
from lkjlib.ledger.findings import vonis_temuan
from lkjlib.ledger.judge import fill, klaim
from lkjlib.ledger.measures import measures_of
from lkjlib.numbers.compare import VONIS
from lkjlib.report import Report
from lkjlib.report_file import read_toml
from lkjlib.rules.category import SKALA, skala_dibandingkan
from lkjlib.themes import themes_of
from lkjlib.themes.finding import Temuan
from lkjlib.themes.measure import Measure

BERKAS = "temuan.toml"
RINGKASAN = "ringkasan"
_KEYS = ("bagian", "judul", "kalimat", "berlaku", "vonis", "temuan_klaim", "boleh", "jangan")
_REQUIRED = ("bagian", "judul", "kalimat", "berlaku")
_MONTH = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_MEASURE = "ukuran di lkj.ukuran"
_EXPRESSION = "perbandingan dan hitungan atas ukuran"
_EXAMPLE = 'Contoh: berlaku = "koperasi.aktif.total > 100"'
_WHY = {
    False: "syaratnya tidak lagi terpenuhi",
    None: "ukuran yang dipakainya tidak ada datanya",
}
_BRACE, _DIGIT = re.compile(r"[{}]"), re.compile(r"\d")
# what may hold digits outside braces: dates, laws, places of the report, spans of years
_NAMES = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b"
    r"|\b(?:UU|PP|Perpres|Inpres|Permendagri|PermenPANRB|PMK|Permenaker)\b[^.;]{0,40}?\d+/\d{4}"
    r"|\b(?:Bab|Tabel|sasaran|indikator|triwulan) [\dIVX.A-F–-]+"
    r"|\b(?:19|20)\d\d(?:[–-](?:19|20)\d\d)?\b"
)


@dataclass(frozen=True)
class Sentence:
    """A finding as temuan.toml has it; `tempat` is where it stands there.

    Its verdict is `vonis`, or that of finding number `temuan_klaim` of the ledger.
    """

    tempat: str
    bagian: str
    judul: str
    kalimat: str
    berlaku: str
    vonis: str = ""
    boleh: tuple[str, ...] = ()
    jangan: tuple[str, ...] = ()
    temuan_klaim: int | None = None

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text with its place."""
        yield f"{self.tempat}.judul", self.judul
        yield f"{self.tempat}.kalimat", self.kalimat
        for name in ("boleh", "jangan"):
            for place, text in enumerate(getattr(self, name), start=1):
                yield f"{self.tempat}.{name}[{place}]", text


def read_sentences(folder: Path) -> tuple[list[Sentence], list[Fault]]:
    """The findings that temuan.toml of a folder holds, none where it has no such file; faults."""
    path = Path(folder) / BERKAS
    if not path.exists():
        return [], []
    content, fault = read_toml(path)
    if content is None:
        return [], [fault]
    faults = [
        _fault(key, key, "hanya [[temuan]]", "Hapus kunci itu.")
        for key in content
        if key != "temuan"
    ]
    entries = content.get("temuan", [])
    if not isinstance(entries, list):
        faults.append(_fault("temuan", entries, "[[temuan]]", "Tulis sebagai [[temuan]]."))
        entries = []
    sentences = []
    for place, entry in enumerate(entries, start=1):
        found, wrong = _sentence(entry, f"temuan[{place}]")
        faults += wrong
        sentences += [found] if found else []
    return sentences, faults


def check_sentences(
    sentences: Iterable[Sentence],
    known: Mapping[str, Measure],
    report: Report,
    bagian: list[str] | None,
) -> list[Fault]:
    """Sections, measures and expressions that nothing knows, digits typed outside braces.

    Parameters
    ----------
    sentences : of temuan.toml.
    known : measures of the report.
    report : whose names may hold digits.
    bagian : sections that a finding may belong to: indicator codes, themes, "ringkasan"; None
        where that is not known.
    """
    named = not isinstance(report.skala, str) or report.skala in SKALA  # else a fault elsewhere
    scales = (scale.nama for scale in skala_dibandingkan(report.skala)) if named else ()
    names = [*(one.nama for one in report.acuan), *scales]
    values = {key: measure.nilai for key, measure in known.items()}
    faults = []
    for one in sentences:
        if bagian is not None and one.bagian not in bagian:
            advice = explain_unknown("bagian", one.bagian, bagian)
            faults.append(_fault(f"{one.tempat}.bagian", one.bagian, "bagian yang ada", advice))
        faults += _wrong_condition(one, values)
        for place, text in one.texts():
            faults += _wrong_text(place, text, values, names)
    return faults


def check_verdicts(sentences: Iterable[Sentence], judged: Collection[int]) -> list[Fault]:
    """Findings that take their verdict from one that the ledger does not have.

    Parameters
    ----------
    sentences : of temuan.toml.
    judged : numbers of the ledger's findings that have statements; none without a ledger.
    """
    numbers = ", ".join(map(str, sorted(judged))) or "tidak ada"
    return [
        _fault(
            f"{one.tempat}.temuan_klaim",
            one.temuan_klaim,
            f"nomor temuan berpernyataan di {LEDGER}",
            f"Nomor yang ada: {numbers}.",
        )
        for one in sentences
        if one.temuan_klaim is not None and one.temuan_klaim not in judged
    ]


def _wrong_condition(one: Sentence, values: Mapping[str, Value]) -> list[Fault]:
    place, names = f"{one.tempat}.berlaku", measures_in(one.berlaku)
    unknown = [name for name in names if name not in values]
    if unknown:
        return [_fault(place, name, _MEASURE, _near(name, values)) for name in unknown]
    try:
        value = evaluate(one.berlaku, values)
    except ExpressionError as error:
        return [_fault(place, one.berlaku, _EXPRESSION, f"{error}. {_EXAMPLE}")]
    if not names or not isinstance(value, bool | None):
        return [_fault(place, one.berlaku, _EXPRESSION, f"Bandingkan ukuran. {_EXAMPLE}")]
    return []


def _wrong_text(
    place: str, text: str, values: Mapping[str, Value], names: list[str]
) -> Iterator[Fault]:
    for match in SLOT.finditer(text):
        name = match["ukuran"]
        if name not in values:
            yield _fault(place, match[0], _MEASURE, _near(name, values))
        elif match["minus"] and isinstance(values[name], str):
            yield _fault(place, match[0], "angka di belakang tanda kurang", "Hapus tanda itu.")
    bare = SLOT.sub(" ", text)
    stray = _word_with(_BRACE, bare)
    if stray:
        yield _fault(place, stray, "{ukuran:desimal}", "Betulkan isi kurung kurawal itu.")
    else:
        digits = _typed_digits(bare, names)
        if digits:
            advice = "Tulis sebagai {ukuran:desimal}, agar ikut berubah bila selnya berubah."
            yield _fault(place, digits, "angka di dalam kurung kurawal", advice)


def measures_named(sentences: Iterable[Sentence]) -> dict[str, str]:
    """The measures that conditions and texts name, each with the first place that does."""
    found: dict[str, str] = {}
    for one in sentences:
        for name in measures_in(one.berlaku):
            found.setdefault(name, f"{one.tempat}.berlaku")
        for place, text in one.texts():
            for match in SLOT.finditer(text):
                found.setdefault(match["ukuran"], place)
    return found


def sections_of(report: Report, kode: Iterable[str]) -> list[str]:
    """Sections that a finding of a report may belong to.

    Parameters
    ----------
    report : names its themes.
    kode : codes of its indicators.
    """
    themes = (theme.nama for theme in themes_of(report))
    return list(dict.fromkeys((*kode, *themes, RINGKASAN)))


@lru_cache(maxsize=4)
def report_findings(data: Data) -> tuple[Temuan, ...]:
    """Every finding of a report's temuan.toml, those that no longer hold among them.

    Raises
    ------
    AnnexError
        Lists every fault of the file.
    """
    sentences, faults = read_sentences(data.folder)
    if sentences and not faults:
        known = measures_of(data)
        sections = sections_of(data.laporan, data.indikator["kode"])
        verdicts = _verdicts(data)
        faults = check_sentences(sentences, known, data.laporan, sections)
        faults += check_verdicts(sentences, verdicts)
    if faults:
        raise AnnexError(faults)
    return tuple(findings(sentences, known, verdicts)) if sentences else ()


def _verdicts(data: Data) -> dict[int, str]:
    return vonis_temuan(klaim(data)) if (data.folder / LEDGER).exists() else {}


def findings(
    sentences: Iterable[Sentence],
    known: Mapping[str, Measure],
    verdicts: Mapping[int, str] | None = None,
) -> list[Temuan]:
    """The findings with their numbers, those that no longer hold among them.

    Parameters
    ----------
    sentences : without faults, see `check_sentences`.
    known : measures of the report.
    verdicts : of the ledger's findings by number; without, a finding that takes its own from
        there has none.
    """
    values = {key: measure.nilai for key, measure in known.items()}
    own = verdicts or {}
    return [_finding(one, known, values, own.get(one.temuan_klaim, "")) for one in sentences]


def _finding(
    one: Sentence, known: Mapping[str, Measure], values: Mapping[str, Value], vonis: str
) -> Temuan:
    return Temuan(
        fill(one.judul, known),
        fill(one.kalimat, known),
        vonis or one.vonis,
        boleh=tuple(fill(text, known) for text in one.boleh),
        jangan=tuple(fill(text, known) for text in one.jangan),
        bagian=one.bagian,
        berlaku=_holds(one, values),
        ukuran=tuple(dict.fromkeys((*measures_in(one.berlaku), *_slots(one)))),
        tempat=one.tempat,
    )


def _slots(one: Sentence) -> Iterator[str]:
    """The measures that its texts name."""
    return (match["ukuran"] for _, text in one.texts() for match in SLOT.finditer(text))


def _holds(one: Sentence, values: Mapping[str, Value]) -> bool | None:
    """Whether its condition is met; None where a measure that it needs is missing."""
    if any(values[key] is None for key in _slots(one)):
        return None
    return evaluate(one.berlaku, values)


def no_longer_holding(
    sentences: Iterable[Sentence], known: Mapping[str, Measure]
) -> list[Sentence]:
    """Those that the data no longer bear out; both as of `findings`."""
    values = {key: measure.nilai for key, measure in known.items()}
    return [one for one in sentences if not _holds(one, values)]


def outdated(found: Iterable[Temuan]) -> list[Fault]:
    """A warning for each finding that the data no longer bear out: it has to be written anew."""
    return [
        _fault(
            one.tempat,
            one.sebutan,
            "temuan yang masih berlaku",
            f"Perlu ditulis ulang: {_WHY[one.berlaku]}. Ubah kalimat dan 'berlaku'-nya.",
            "peringatan",
        )
        for one in found
        if not one.berlaku
    ]


def _fault(sel: str, found: object, wanted: str, advice: str, tingkat: str = "galat") -> Fault:
    return Fault(
        tingkat, BERKAS, "", sel, shorten(str(found), 160, placeholder=" …"), wanted, advice
    )


def _near(name: str, known: Iterable[str]) -> str:
    near = explain_unknown("ukuran", name, known).partition("Mungkin maksudnya ")[2]
    return f"Mungkin maksudnya {near}" if near else "Lihat ukuran yang ada dengan lkj.ukuran(data)."


def _typed_digits(bare: str, names: list[str]) -> str:
    """Digits that stand for themselves, with the word they stand in; empty when there are none.

    `bare` is a text without its slots.
    """
    if not _DIGIT.search(bare):
        return ""
    for name in names:
        bare = bare.replace(name, " ")
    return _word_with(_DIGIT, _NAMES.sub(" ", bare))


def _word_with(sought: re.Pattern[str], text: str) -> str:
    """The first word in which something is found; empty where it is nowhere."""
    if not sought.search(text):
        return ""
    return next(word for word in text.split() if sought.search(word))


def _is_verdict(text: str) -> bool:
    """One of the ledger's verdicts, or none; qualified ("cocok; sebabnya …"), but by no other."""
    rests = [text.removeprefix(verdict) for verdict in VONIS if text.startswith(verdict)]
    other = re.compile(rf"\b(?:{'|'.join(VONIS)})\b")
    return not text or any(re.match(r"[ ,;].|$", rest) and not other.search(rest) for rest in rests)


def _wrong_number(place: str, entry: Mapping) -> list[Fault]:
    """A number of a finding that is none, or a verdict beside it: a finding has one verdict."""
    number = entry.get("temuan_klaim")
    if number is not None and type(number) is not int:
        advice = "Tulis nomornya pada lembar Temuan: temuan_klaim = 1"
        return [_fault(f"{place}.temuan_klaim", number, "nomor", advice)]
    if number is not None and "vonis" in entry:
        advice = "Hapus vonis: temuan itu memakai vonis temuan buku klaim."
        return [_fault(f"{place}.vonis", entry["vonis"], "vonis atau temuan_klaim", advice)]
    return []


def _sentence(entry: object, place: str) -> tuple[Sentence | None, list[Fault]]:
    if not isinstance(entry, dict):
        return None, [_fault(place, entry, "tabel [[temuan]]", "Tulis sebagai [[temuan]].")]
    faults = [
        _fault(f"{place}.{key}", key, "kunci yang dikenal", explain_unknown("kunci", key, _KEYS))
        for key in entry
        if key not in _KEYS
    ]
    for key in _KEYS:
        value = entry.get(key)
        if key in ("boleh", "jangan"):
            texts = value is None or (
                isinstance(value, list)
                and all(isinstance(item, str) and item.strip() for item in value)
            )
            if not texts:
                faults.append(_fault(f"{place}.{key}", value, "daftar kalimat", 'Contoh: ["…"]'))
        elif key == "temuan_klaim":
            faults += _wrong_number(place, entry)
        elif value is None and key in _REQUIRED:
            faults.append(_fault(f"{place}.{key}", "", "teks", f'Tambahkan: {key} = "…"'))
        elif value is not None and not (isinstance(value, str) and value.strip()):
            faults.append(_fault(f"{place}.{key}", value, "teks", f'Tulis: {key} = "…"'))
    if not faults and not _is_verdict(entry.get("vonis", "")):
        advice = explain_unknown("vonis", entry["vonis"], VONIS)
        faults.append(_fault(f"{place}.vonis", entry["vonis"], " atau ".join(VONIS), advice))
    if faults:
        return None, faults
    lists = {key: tuple(entry.get(key, ())) for key in ("boleh", "jangan")}
    return Sentence(place, **{**entry, **lists}), []
