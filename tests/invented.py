"""A report that never was: the frozen annexes with another place, year, office and vocabulary.

The figures stay, so that every chart has something to draw; every name and every year is another
one, so that a product that says "Banjarbaru" or 2019 says it of its own.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook

from lkjlib.themes.measure import slug

TAHUN, LANGKAH = 2031, 12
FOLDER = f"sukamaju-{TAHUN}"
_YEAR = re.compile(r"(?<!\d)(?<!_8_)20(?:1[5-9]|2\d)(?!\d)")
_NAMES = {
    "Dinas Koperasi, UKM dan Tenaga Kerja": "Dinas Usaha Rakyat",
    "Provinsi Kalimantan Selatan": "Provinsi Nusa Raya",
    "Kalimantan Selatan": "Nusa Raya",
    "Kabupaten Tanah Laut": "Kabupaten Pesisir",
    "Kabupaten Banjar": "Kabupaten Hulu",
    "Kota Banjarmasin": "Kota Seberang",
    "Banjarmasin": "Seberang",
    "Banjarbaru": "Sukamaju",
    "Landasan Ulin": "Tepi Rawa",
    "Liang Anggang": "Bukit Batu",
    "Cempaka": "Melati",
    "Kuliner": "Batik",
    "Fashion": "Anyaman",
    "Otomotif": "Bengkel",
    "Agribisnis": "Kebun",
    "KPRI": "KOPNEL",
    "Tidak/Belum Pernah Sekolah/Belum Tamat SD": "Jenjang Nol",
    "Sekolah Dasar": "Jenjang Satu",
    "Sekolah Menengah Pertama": "Jenjang Dua",
    "Sekolah Menengah Atas": "Jenjang Tiga",
    "Diploma I/II/III/Akademi": "Jenjang Empat",
    "Belum tamat SD": "JN",
    '"SD" =': '"JS" =',
    '"SMP" =': '"JD" =',
    '"SMA" =': '"JT" =',
    "SMA": "JT",
    "Sangat Berkualitas": "Kelas Satu",
    "Cukup Berkualitas": "Kelas Tiga",
    "Kurang Berkualitas": "Kelas Empat",
    "Tidak Berkualitas": "Kelas Lima",
    '"Berkualitas"': '"Kelas Dua"',
}
# what a product of the invented report must not say, each as a word of its own
LAMA = (
    *(str(year) for year in range(2017, 2020)),
    "Banjarbaru",
    "Banjarmasin",
    "Kalimantan",
    "Koperasi, UKM dan Tenaga Kerja",
    "Landasan Ulin",
    "Cempaka",
    "Kuliner",
    "Fashion",
    "KPRI",
    "Sekolah Menengah",
    "Sekolah Dasar",
    "SMA",
    "Cukup Berkualitas",
)
_SKALA = """
[skala]
nama = "lkj-2031"
pita = [
  {kategori = "Baik Sekali", kode = "BS", di_atas = 100},
  {kategori = "Baik", kode = "B", di_atas = 75},
  {kategori = "Cukup", kode = "C", mulai = 55},
  {kategori = "Kurang", kode = "K"},
]
"""


def invent(frozen: Path, home: Path) -> Path:
    """Write the invented report into `home`; returns its folder."""
    folder = home / FOLDER
    shutil.copytree(frozen, folder)
    for path in folder.glob("*.toml"):
        path.write_text(_moved(path.read_text("utf-8")), "utf-8")
    toml = folder / "laporan.toml"
    text = toml.read_text("utf-8").replace('skala = "lkj-2031"\n', "")
    toml.write_text(text.replace('dokumen = "LKj"', 'dokumen = "LKjIP"') + _SKALA, "utf-8")
    for path in folder.glob("*.xlsx"):
        book = load_workbook(path)
        for sheet in book.worksheets:
            for cells in sheet.iter_rows():
                for cell in cells:
                    new = _value(cell.value)
                    if new != cell.value:
                        cell.value = new
        book.properties.title = _moved(book.properties.title or "")
        book.save(path)
    return folder


def _value(value: object) -> object:
    """No count of the frozen annexes lies among the years, so that a number there is a year."""
    if isinstance(value, str) and not value.startswith("="):
        if value == "Berkualitas":
            return "Kelas Dua"
        return _moved(value)
    if isinstance(value, int) and 2015 <= value < 2030:
        return value + LANGKAH
    return value


def _moved(text: str) -> str:
    for old, new in _NAMES.items():
        text = text.replace(old, new).replace(old.upper(), new.upper())
        if old[0].isalpha():
            text = re.sub(rf"\b{re.escape(slug(old))}\b", slug(new), text)
            text = re.sub(rf"(?<=[._]){re.escape(slug(old))}(?=[._]|$)", slug(new), text)
    return _YEAR.sub(lambda found: str(int(found.group()) + LANGKAH), text)


def said(texts: Iterator[str]) -> dict[str, list[str]]:
    """The old words that texts hold, each with the texts that say it."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for word in LAMA:
            if re.search(rf"(?<![\w.,/]){re.escape(word)}(?![\w]|[.,]\d)", text):
                found.setdefault(word, []).append(text.strip()[:160])
    return found
