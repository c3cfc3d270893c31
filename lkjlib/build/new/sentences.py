"""temuan.toml of a new report: what can be said of any indicator, in sentences of measures.

The words in them are measures too (tercapai, meningkat), so that the sentences follow the data.
What only holds in some years is said where it held last year; where it no longer does, `lkj check`
lists it as to be written anew.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjlib.ledger.claims import SLOT
from lkjlib.ledger.expression import evaluate, measures_in
from lkjlib.themes.measure import Measure

_HEAD = """\
# Temuan: angka hanya sebagai {ukuran:desimal}, dari lkj.ukuran(data); tahun laporan = ini,
# tahun sebelumnya = lalu. Bila 'berlaku' tidak lagi benar, lkj check menyebutnya
# "perlu ditulis ulang". Tambah, ubah, atau hapus sesuka Anda.
"""


@dataclass(frozen=True)
class Pola:
    """A sentence on an indicator; `selalu` where it holds in any year whose measures are known."""

    judul: str
    kalimat: str
    berlaku: str
    selalu: bool = True
    jangan: tuple[str, ...] = ()


def patterns(kode: str, *, positif: bool, satuan: str) -> tuple[Pola, ...]:
    """What can be said of one indicator.

    Parameters
    ----------
    kode : of the indicator.
    positif : is more better?
    satuan : its unit, "" where nobody knows it yet.
    """
    unit = {"%": " persen", "": ""}.get(satuan, f" {satuan}")
    points = {"%": " poin persen", "": ""}.get(satuan, f" {satuan}")
    k = f"kinerja.{{}}.{kode}.ini"
    target, result, count, base = (
        k.format(name) for name in ("target", "realisasi", "pembilang", "penyebut")
    )
    met, category, capaian = (k.format(name) for name in ("tercapai", "kategori", "capaian"))
    before, way = f"kinerja.realisasi.{kode}.lalu", f"kinerja.arah.{kode}.lalu_ini"
    need, done = f"kinerja.laju_diperlukan.{kode}", f"kinerja.laju_dicapai.{kode}"
    name, better = f"{{indikator.nama.{kode}}}", ">=" if positif else "<="
    one_less = f"({count} {'-' if positif else '+'} 1) / {base} * 100"
    return (
        Pola(
            f"{name}: target {{{met}}}",
            f"Realisasi {{{result}:2}}{unit} terhadap target {{{target}:2}}{unit}: {{{met}}}.",
            f"({result} {better} {target}) == ({met} == 'tercapai')",
        ),
        Pola(
            f"{name}: kategori {{{category}}}",
            f"Capaian {{{capaian}:2}} persen, kategori {{{category}}} menurut skala laporan.",
            f"{capaian} < 0 or {capaian} >= 0",
        ),
        Pola(
            f"{name} {{{way}}} dari tahun lalu",
            f"Dari {{{before}:2}} menjadi {{{result}:2}}{unit}: {{{way}}}.",
            f"({result} > {before}) == ({way} == 'meningkat')",
            jangan=("Perubahan ini sendiri tidak menyebut sebabnya.",),
        ),
        Pola(
            f"{name}: laju ke target jangka menengah",
            f"Perbaikan sejauh ini {{{done}:2}}{points} setahun; yang diperlukan sampai target "
            f"jangka menengah {{{need}:2}}{points} setahun (negatif: sudah terlampaui).",
            f"{need} <= {done} or {need} > {done}",
        ),
        Pola(
            f"{name}: satu kejadian menentukan tercapai tidaknya target",
            f"Realisasi {{{count}}} dari {{{base}}}; satu saja {'kurang' if positif else 'lebih'}, "
            "target tidak lagi tercapai.",
            f"{result} {better} {target} and not ({one_less} {better} {target})",
            selalu=False,
        ),
    )


def findings_text(
    cards: Sequence[Mapping[str, str]], known: Mapping[str, Measure] | None = None
) -> str:
    """The text of temuan.toml.

    Parameters
    ----------
    cards : kode, polaritas and satuan of each indicator, in order.
    known : measures of last year's report by their relative names; what they do not know, or what
        did not hold last year, is left out. Without them, all that always holds is written.
    """
    parts = [_HEAD]
    for card in cards:
        polaritas, satuan = card.get("polaritas") or "positif", card.get("satuan") or ""
        for one in patterns(card["kode"], positif=polaritas == "positif", satuan=satuan):
            if one.selalu if known is None else _is_said(one, known):
                parts.append("\n".join(_lines(card["kode"], one)) + "\n")
    return "\n".join(parts)


def _is_said(one: Pola, known: Mapping[str, Measure]) -> bool:
    named = {match["ukuran"] for text in (one.judul, one.kalimat) for match in SLOT.finditer(text)}
    if not known.keys() >= named | set(measures_in(one.berlaku)):
        return False
    values = {key: measure.nilai for key, measure in known.items()}
    return one.selalu or evaluate(one.berlaku, values) is True


def _lines(kode: str, one: Pola) -> Iterator[str]:
    yield "[[temuan]]"
    for name, value in (
        ("bagian", kode),
        ("judul", one.judul),
        ("kalimat", one.kalimat),
        ("berlaku", one.berlaku),
    ):
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
    if one.jangan:
        yield f"jangan = {json.dumps(list(one.jangan), ensure_ascii=False)}"
