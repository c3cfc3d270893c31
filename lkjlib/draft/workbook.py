"""Writes a draft as klaim.xlsx: the ledger's own sheets, with columns that propose beside them."""

from pathlib import Path

import pandas as pd

from lkjlib.annexes.declaration import Table
from lkjlib.data import Data
from lkjlib.draft.draft import UNJUK, Draf
from lkjlib.draft.match import BERBEDA, TIADA, USULAN, Padanan
from lkjlib.draft.printed import Angka
from lkjlib.draft.statements import KATEGORI, Pernyataan, quoted
from lkjlib.errors import LkjError
from lkjlib.excel.saving import write_whole
from lkjlib.ledger.sections import SAMPUL, Sections, sections_in
from lkjlib.ledger.tables import KLAIM
from lkjlib.numbers.compare import as_decimal
from lkjlib.numbers.format import format_angka
from lkjlib.products.workbook.writer import Lembar, workbook_bytes
from lkjlib.themes.exhibit import Isi, Kolom

PERNYATAAN = "pernyataan"
_FILL = {USULAN: "#E3EFE6", BERBEDA: "#F8DCCF", TIADA: "#F6E7C8", PERNYATAAN: "#EEF1F4"}
_FIRST = ("kode", "baris", "bagian", "tabel", "pernyataan", "tercetak", "draf", "ukuran")
_LONGEST_TITLE = 60
JANGGAL = "Kejanggalan"
_CONTRADICTION = {
    "aturan": "Aturan",
    "baris": "Baris",
    "bagian": "Bagian",
    "tercetak": "Tercetak",
    "pembanding": "Pembanding",
    "penjelasan": "Penjelasan",
}
_HOW_CONTRADICTIONS = (
    "Naskah bertentangan dengan dirinya sendiri, menurut aturan; lampiran tidak diperlukan. "
    "Periksa keduanya: aturan tahu bahwa dua angka berlawanan, bukan angka mana yang benar.",
)
_HOW_CLAIMS = (
    "Draf: belum satu baris pun dinilai. Bandingkan konteks dengan usulan; bila benar, salin "
    "kunci usulan ke kolom Ukuran. Mulai dari Draf = berbeda: di sanalah kesalahan cetak.",
    "Baris tanpa ukuran tidak ikut lkj.klaim dan belum terjelaskan di lkj.cakupan. Pernyataan "
    "tanpa ukuran dinilai dengan Vonis Nalar dan Alasan. Hapus baris yang bukan pernyataan.",
)
_HOW_NUMBERS = (
    "Setiap angka tercetak. Yang berdraf belum terhitung terjelaskan: kosongkan sel Draf bila "
    "rujukannya benar. Angka yang merujuk kode klaim ikut keadaan klaim itu.",
)


def write_draft(draf: Draf, data: Data, path: Path) -> None:
    """Write a draft as a workbook; a file that is there already is left as it is.

    Raises
    ------
    LkjError
        When there is such a file, or it cannot be written.
    """
    refuse_existing(path)
    write_whole(path, draft_bytes(draf, data))


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file: a ledger holds the work of a person."""
    if path.exists():
        raise LkjError(
            f"'{path.name}' sudah ada dan tidak ditimpa. Pilih nama lain dengan --keluar, atau "
            "pindahkan berkas itu."
        )


def draft_bytes(draf: Draf, data: Data) -> bytes:
    """A draft as .xlsx, the same bytes on every run."""
    rows = _Rows(draf, sections_in(data.laporan))
    tables = {table.lembar: table for table in KLAIM}
    about = f"{data.laporan.judul}, naskah {draf.naskah.nama}"
    sheets = [
        _sheet(tables["Klaim"], f"DRAF BUKU KLAIM {about}", rows.claims, _proposals(), _HOW_CLAIMS),
        _sheet(tables["Angka"], f"SEMUA ANGKA TERCETAK {about}", rows.numbers, (), _HOW_NUMBERS),
    ]
    if draf.janggal:
        sheets.append(_contradictions(draf, about))
    return workbook_bytes(f"Draf klaim {data.laporan.judul}", sheets)


def _contradictions(draf: Draf, about: str) -> Lembar:
    """The sheet of contradictions, which the ledger does not declare and nothing reads."""
    columns = [Kolom(name, title) for name, title in _CONTRADICTION.items()]
    frame = pd.DataFrame([vars(one) for one in draf.janggal], columns=list(_CONTRADICTION))
    isi = Isi(f"{JANGGAL.upper()} {about}", frame, tuple(columns))
    return Lembar(JANGGAL, isi, _HOW_CONTRADICTIONS)


def _proposals() -> tuple[Kolom, ...]:
    """The columns that the ledger does not declare: what a number may be."""
    ranked = [
        Kolom(f"{name}_{place}", f"{title} {place}")
        for place in range(1, UNJUK + 1)
        for name, title in (("usulan", "Usulan"), ("nilai", "Nilai"))
    ]
    return (*ranked, Kolom("sel_lampiran", "Sel Lampiran"), Kolom("halaman", "Halaman"))


def _sheet(
    table: Table, title: str, rows: list[dict], more: tuple[Kolom, ...], notes: tuple[str, ...]
) -> Lembar:
    own = [Kolom(c.nama, c.header) for c in table.kolom]
    first = [column for name in _FIRST for column in own if column.nama == name]
    columns = (*first, *more, *(column for column in own if column not in first))
    frame = pd.DataFrame(rows, columns=[column.nama for column in columns]).astype(object)
    frame = frame.where(frame.notna(), None)
    fills = {"draf": _FILL} if "draf" in frame else {}
    last = more[1].nama if more else columns[-1].nama
    return Lembar(table.lembar, Isi(title, frame, columns), notes, warna=fills, tercetak=last)


class _Rows:
    """The rows of both sheets, a code for each claim."""

    def __init__(self, draf: Draf, sections: Sections) -> None:
        self.first = next(start for starts in sections.values() for start in starts)
        self.claims: list[dict] = []
        self.numbers: list[dict] = []
        stated: dict[int, list[tuple[Pernyataan, Padanan]]] = {}
        for one in draf.pernyataan:
            stated.setdefault(one[0].baris, []).append(one)
        lines: dict[int, list[Angka]] = {}
        for number in draf.angka:
            lines.setdefault(number.baris, []).append(number)
        for line in sorted({*lines, *stated}):
            for number in lines.get(line, ()):
                self._number(number, draf.padanan.get((number.baris, number.urutan)))
            for said, match in stated.get(line, ()):
                self._claim(_stated(said), said.bagian, match)

    def _number(self, number: Angka, match: Padanan | None) -> None:
        row = {
            "baris": number.baris,
            "urutan": number.urutan,
            "bagian": number.bagian,
            "tabel": _short(number.tabel),
            "tercetak": number.tercetak,
            "jenis": "acuan",
            "rujukan": number.acuan,
            "draf": USULAN,
        }
        if match is not None:
            cell = _copied(match)
            if cell:
                row |= {"jenis": "data", "rujukan": cell}
            else:
                code = self._claim(_claimed(number, match), number.bagian, match)
                row |= {"jenis": "klaim", "rujukan": code, "draf": None}
        self.numbers.append(row)

    def _claim(self, row: dict, bagian: str, match: Padanan) -> str:
        code = f"D{len(self.claims) + 1:04d}"
        place = self.first if bagian == SAMPUL else bagian
        self.claims.append({"kode": code, **row, "bagian": place, **_proposed(match)})
        return code


def _claimed(number: Angka, match: Padanan) -> dict:
    unit = number.satuan
    return {
        "baris": number.baris,
        "tabel": _short(number.tabel),
        "pernyataan": match.konteks.kata or number.teks.strip(),
        "tercetak": f"{number.tercetak}%" if unit == "%" else number.tercetak,
        "satuan": unit or None,
        "jenis": "angka",
        "draf": match.keadaan,
        "halaman": number.blok.halaman or None,
    }


def _stated(said: Pernyataan) -> dict:
    return {
        "baris": said.baris,
        "tabel": _short(said.blok.grid.judul) if said.blok.grid else None,
        "pernyataan": f"{said.macam}: {quoted(said.kalimat)}",
        "tercetak": said.kata,
        "satuan": "kategori" if said.macam == KATEGORI else None,
        "jenis": "kata" if said.macam == KATEGORI else "nalar",
        "draf": PERNYATAAN,
        "halaman": said.blok.halaman or None,
    }


def _copied(match: Padanan) -> str:
    """The annex cell that a number repeats, where no measure stands for that cell."""
    best, _, equal = match.calon[0] if match.calon else (None, 0.0, False)
    if best is None or match.keadaan != USULAN or not equal or best.ukuran:
        return ""
    return best.sel.partition("#")[0]


def _proposed(match: Padanan) -> dict[str, object]:
    """The best measures with their values, and the best cell."""
    found: dict[str, object] = {}
    measures = [one for one, _, _ in match.calon if one.ukuran][:UNJUK]
    for place, one in enumerate(measures, start=1):
        found[f"usulan_{place}"] = one.ukuran
        found[f"nilai_{place}"] = one.kata or shown(one.nilai, match)
    cells = [one.sel.partition("#")[0] for one, _, _ in match.calon if one.sel]
    return found | {"sel_lampiran": cells[0] if cells else None}


def shown(value: object, match: Padanan) -> str:
    """A value with two decimals more than the number is printed with, none where it is whole."""
    exact = as_decimal(value)
    printed = match.angka.nilai
    places = 0 if exact == exact.to_integral_value() else (printed.decimals if printed else 0) + 2
    return format_angka(exact, places)


def _short(title: str) -> str | None:
    if len(title) <= _LONGEST_TITLE:
        return title or None
    return f"{title[: _LONGEST_TITLE - 2].rstrip()} …"
