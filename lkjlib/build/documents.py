"""Parts of the written documents that are generated, so that they cannot become untrue.

A generated part stands between ``<!-- name:mulai -->`` and ``<!-- name:selesai -->``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lkjlib.data import Data
from lkjlib.errors import LkjError
from lkjlib.ledger.coverage import angka
from lkjlib.ledger.views import ringkasan_klaim, temuan_klaim
from lkjlib.numbers.compare import COCOK, PEMBULATAN, TIDAK_COCOK, TIDAK_DAPAT_DIUJI, TIDAK_DIDUKUNG
from lkjlib.products.dictionary import dictionary_markdown
from lkjlib.products.site.front import indicator_cells
from lkjlib.themes.indikator import ringkasan

PICTURE = ".github/tren-tpt.png"


def indicators_markdown(data: Data) -> str:
    """The five indicators, printed and recomputed, as the README's first table."""
    rows = [
        "| Indikator | Target | Realisasi tercetak | dihitung | Capaian tercetak | dihitung | "
        "Kategori (skala laporan) |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for row in ringkasan(data).itertuples():
        texts, printed, computed = indicator_cells(row)
        word = computed if printed == computed else f"{printed} → **{computed}**"
        rows.append(f"| {row.indikator} | {' | '.join(texts)} | {word} |")
    return "\n".join(rows)


def ledger_markdown(data: Data) -> str:
    """How much was checked and what was found, as the README's second paragraph."""
    counts = ringkasan_klaim(data).set_index("vonis")["jumlah"]
    numbers = angka(data)["terjelaskan"]
    faults = temuan_klaim(data)
    weighty = faults[faults["konsekuensi"] == "vonis"]["judul"]
    lines = [
        f"**{len(numbers):,} printed numbers** are explained ({numbers.mean():.0%}); of "
        f"**{counts.sum()} statements**, {counts[COCOK]} hold, {counts[PEMBULATAN]} differ by "
        f"rounding, **{counts[TIDAK_COCOK]} do not hold**, {counts[TIDAK_DIDUKUNG]} have no data "
        f"behind them and {counts[TIDAK_DAPAT_DIUJI]} cannot be tested. What changes a verdict:",
        "",
        *(f"- {title}" for title in weighty),
    ]
    return "\n".join(lines)


BLOCKS: dict[str, dict[str, Callable[[Data], str]]] = {
    "README.md": {"indikator": indicators_markdown, "klaim": ledger_markdown},
    "data/README.md": {"kamus": lambda _: dictionary_markdown()},
}


def replace_block(text: str, name: str, content: str) -> str:
    """A text with one generated part replaced.

    Raises
    ------
    LkjError
        When the text lacks the marks of that part.
    """
    begin, end = f"<!-- {name}:mulai -->", f"<!-- {name}:selesai -->"
    if text.count(begin) != 1 or text.count(end) != 1:
        raise LkjError(f"Tanda '{begin}' dan '{end}' harus ada, masing-masing satu kali.")
    before, rest = text.split(begin)
    return f"{before}{begin}\n\n{content}\n\n{end}{rest.split(end)[1]}"


def generated(root: Path, data: Data) -> dict[Path, str]:
    """Every document with generated parts: its path and its text as it should be."""
    texts = {}
    for name, blocks in BLOCKS.items():
        text = (root / name).read_text(encoding="utf-8")
        for block, content in blocks.items():
            text = replace_block(text, block, content(data))
        texts[root / name] = text
    return texts


def write_docs(root: Path, data: Data) -> None:
    """Bring the generated parts of the documents and the README's picture up to date."""
    from lkjlib.products.notebook import gambar

    for path, text in generated(root, data).items():
        path.write_text(text, encoding="utf-8", newline="\n")
    (root / PICTURE).parent.mkdir(exist_ok=True)
    (root / PICTURE).write_bytes(gambar(data, "tren-tpt").png)
