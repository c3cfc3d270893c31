"""What stands before every workbook: other files, damage, bombs; each refused with its remedy."""

import json
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from raw_workbook import (
    BOOK,
    BOOK_RELATIONS,
    HEAD,
    MAIN,
    OFFICE,
    SHEET,
    parts,
    relation,
    relations,
    row,
    sheet,
    text,
    workbook,
    write,
    write_bomb,
)

import lkjlib
from lkjlib.errors import AnnexError
from lkjlib.excel.contents import relations_of
from lkjlib.excel.guard import Package, unpack
from lkjlib.excel.workbook import open_workbook

LAUGHS = "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 10))


def _refused(path: Path):
    with pytest.raises(AnnexError) as galat:
        open_workbook(path)
    (fault,) = galat.value.faults
    assert (fault.tingkat, fault.berkas, fault.sel) == ("galat", path.name, "")
    assert fault.diharapkan
    assert fault.saran.endswith(".")
    assert str(path.parent) not in str(galat.value)
    return fault


def _sheet_of(path: Path):
    (sheet,) = open_workbook(path).sheets.values()
    return sheet


@pytest.fixture
def annex(frozen, tmp_path):
    """Bytes of a real annex, and where to put what becomes of them."""
    return (frozen / "koperasi.xlsx").read_bytes(), tmp_path / "koperasi.xlsx"


def test_unpack_of_a_real_annex_keeps_what_holds_tables(frozen):
    package = unpack(frozen / "koperasi.xlsx")
    assert isinstance(package, Package)
    assert package.berkas == "koperasi.xlsx"
    assert {SHEET, BOOK, BOOK_RELATIONS, "xl/styles.xml"} <= set(package.parts)
    assert zipfile.ZipFile(package.as_file()).read(BOOK) == package.parts[BOOK]


def test_open_workbook_of_a_missing_file_says_what_to_call_it(tmp_path):
    fault = _refused(tmp_path / "umkm.xlsx")
    assert fault.ditemukan == "berkas tidak ada"
    assert "Letakkan umkm.xlsx" in fault.saran


def test_open_workbook_of_a_folder_is_refused(tmp_path):
    (tmp_path / "umkm.xlsx").mkdir()
    assert _refused(tmp_path / "umkm.xlsx").ditemukan.startswith("berkas tidak dapat dibuka")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "berkas kosong"),
        (b"NO;KELOMPOK\n1;KUD\n", "berkas teks atau CSV"),
        (b"<html><table></table></html>", "halaman HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "buku kerja Excel lama (.xls)"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
            "berkas terkunci kata sandi",
        ),
    ],
)
def test_open_workbook_of_another_kind_of_file_says_which(tmp_path, content, found):
    path = tmp_path / "koperasi.xlsx"
    path.write_bytes(content)
    assert _refused(path).ditemukan == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("word/document.xml", "dokumen Word"),
        ("xl/workbook.bin", "buku kerja biner (.xlsb)"),
        ("content.xml", "berkas OpenDocument (.ods)"),
        ("catatan.txt", "arsip zip tanpa buku kerja"),
    ],
)
def test_open_workbook_of_an_archive_without_a_workbook_says_which(tmp_path, name, found):
    assert _refused(write(tmp_path / "koperasi.xlsx", {name: "<x/>"})).ditemukan == found


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.999])
def test_open_workbook_of_a_truncated_file_says_so(annex, share):
    content, path = annex
    path.write_bytes(content[: int(len(content) * share)])
    fault = _refused(path)
    assert fault.ditemukan == "arsip terpotong atau rusak"
    assert fault.saran.startswith("Minta kirim ulang")


def test_open_workbook_of_a_corrupt_part_names_the_part(tmp_path):
    path = write(tmp_path / "koperasi.xlsx", parts(), zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Kelompok Koperasi", b"Kelompok Kuperasi"))
    fault = _refused(path)
    assert fault.ditemukan == f"bagian {SHEET} rusak"
    assert fault.saran.startswith("Minta kirim ulang")


def test_open_workbook_of_deflated_rubbish_names_the_part(annex):
    content, path = annex
    with zipfile.ZipFile(Path(path.parent, "asli.xlsx"), "w"):
        pass
    path.write_bytes(content)
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    path.write_bytes(content[:start] + b"\xff" * 40 + content[start + 40 :])
    assert _refused(path).ditemukan == f"bagian {SHEET} rusak"


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE w [<!ENTITY b0 "ha">{LAUGHS}]>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "http://contoh.invalid/">]>',
    ],
    ids=["billion laughs", "external file", "external address"],
)
@pytest.mark.parametrize("name", [SHEET, BOOK, "xl/sharedStrings.xml", "_rels/.rels"])
def test_open_workbook_with_a_doctype_or_entities_is_refused(tmp_path, name, declaration):
    content = declaration + str(parts().get(name, "<sst/>"))
    fault = _refused(write(tmp_path / "koperasi.xlsx", parts(more={name: content})))
    assert fault.ditemukan == f"{name} memuat DOCTYPE atau ENTITY"


@pytest.mark.parametrize(
    "encoded",
    [
        sheet(HEAD).encode("utf-16"),
        sheet(HEAD).encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-16"?>' + sheet(HEAD).encode(),
        b"<?xml version='1.0'" + b" " * 900 + b"encoding='ISO-8859-1'?>" + sheet(HEAD).encode(),
    ],
    ids=["with mark", "without mark", "declared only", "declared far away"],
)
def test_open_workbook_with_a_part_that_is_no_utf8_is_refused(tmp_path, encoded):
    path = write(tmp_path / "koperasi.xlsx", parts(more={SHEET: encoded}))
    assert _refused(path).ditemukan == f"{SHEET} bukan UTF-8"


@pytest.mark.parametrize(
    "start", [b"\xef\xbb\xbf", b'<?xml version="1.0" encoding="utf-8"?>\r\n', b"<!-- a -->"]
)
def test_open_workbook_reads_utf8_whatever_stands_before_it(tmp_path, start):
    path = write(tmp_path / "koperasi.xlsx", parts(more={SHEET: start + sheet(HEAD).encode()}))
    assert _sheet_of(path).at("C1") == "AKTIF"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_open_workbook_packed_in_a_way_without_bound_is_refused(tmp_path, method):
    path = write(tmp_path / "koperasi.xlsx", parts(), method)
    assert _refused(path).ditemukan == "arsip dengan cara mampat yang tidak lazim"


def test_open_workbook_with_encrypted_parts_is_refused(tmp_path):
    path = write(tmp_path / "koperasi.xlsx", parts(), zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(mark, bytes(content)):
            content[match.start() + place] |= 1
    path.write_bytes(content)
    assert _refused(path).ditemukan == "bagian terenkripsi"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [SHEET, SHEET.upper()])
def test_open_workbook_with_a_part_twice_is_refused(tmp_path, name):
    path = write(tmp_path / "koperasi.xlsx", parts())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, sheet(HEAD))
    assert _refused(path).ditemukan == "arsip dengan bagian ganda"


def test_open_workbook_of_an_archive_with_countless_parts_is_refused(tmp_path):
    path = write(tmp_path / "koperasi.xlsx", parts())
    entry = b"PK\x01\x02" + struct.pack("<6H3L5H2L", 20, 20, *(0,) * 14)
    path.write_bytes(path.read_bytes() + entry * 300_000)
    assert _refused(path).ditemukan == "arsip dengan terlalu banyak bagian"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({BOOK_RELATIONS: None}, f"bagian {BOOK_RELATIONS} tidak ada"),
        ({"_rels/.rels": None}, "arsip tanpa penunjuk ke buku kerjanya"),
        (
            {"_rels/.rels": relations(relation(1, "officeDocument", "xl/lain.xml"))},
            "arsip tanpa penunjuk ke buku kerjanya",
        ),
        ({SHEET: None}, "lembar 'Keragaan' menunjuk bagian di luar arsip"),
        (
            {BOOK_RELATIONS: relations(relation(1, "worksheet", "../../../etc/passwd"))},
            "lembar 'Keragaan' menunjuk bagian di luar arsip",
        ),
        (
            {BOOK_RELATIONS: relations(relation(1, "worksheet", "/etc/passwd"))},
            "lembar 'Keragaan' menunjuk bagian di luar arsip",
        ),
        (
            {
                BOOK_RELATIONS: relations(
                    relation(1, "worksheet", "worksheets/sheet1.xml", 'TargetMode="External"')
                )
            },
            "lembar 'Keragaan' menunjuk bagian di luar arsip",
        ),
        (
            {BOOK_RELATIONS: relations(relation(1, "worksheet", "http://contoh.invalid/a.xml"))},
            "lembar 'Keragaan' menunjuk bagian di luar arsip",
        ),
        ({BOOK: workbook(["Keragaan", "Lain"])}, "lembar 'Lain' menunjuk bagian di luar arsip"),
        (
            {
                BOOK_RELATIONS: relations(
                    relation(1, "worksheet", "worksheets/sheet1.xml"),
                    relation(2, "sharedStrings", "sharedStrings.xml"),
                )
            },
            "bagian sharedStrings.xml tidak ada",
        ),
        ({BOOK: "<workbook"}, "isi buku kerja rusak (ParseError)"),
        ({SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>'}, "isi buku kerja rusak (ExpatError)"),
    ],
)
def test_open_workbook_that_points_nowhere_or_outside_is_refused(tmp_path, more, found):
    path = write(tmp_path / "koperasi.xlsx", parts(more=more))
    assert _refused(path).ditemukan == found


@pytest.mark.parametrize("names", [["Keragaan", "KERAGAAN"], ["Keragaan", "Lain"]])
def test_open_workbook_with_one_sheet_under_two_names_is_refused(tmp_path, names):
    link = relation(1, "worksheet", "worksheets/sheet1.xml")
    links = relations(link, link.replace("rId1", "rId2"))
    path = write(
        tmp_path / "koperasi.xlsx", parts(more={BOOK: workbook(names), BOOK_RELATIONS: links})
    )
    assert _refused(path).ditemukan == "lembar ganda"


@pytest.mark.parametrize(
    ("rows", "tail", "found"),
    [
        (row(1_048_576, text("XFD1048576", "x")), "", "kolom terisi sampai XFD"),
        (row(1_048_576, text("A1048576", "x")), "", "1.048.576 baris"),
        (row(1, text("SS1", "x")), "", "kolom terisi sampai SS"),
        (
            HEAD,
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            "17.179.869.184 sel gabungan",
        ),
        (
            HEAD,
            "<mergeCells><mergeCell ref='B2:A99999'/><mergeCell ref='A1:B1'/></mergeCells>",
            "199.998 sel gabungan",
        ),
        (HEAD, '<mergeCells><mergeCell ref="A1:B99999999"/></mergeCells>', "tanpa alamat"),
        (HEAD, f'<a {"b" * 300_000}="1"/>', "unsur XML sangat panjang"),
    ],
    ids=["XFD1048576", "A1048576", "SS1", "all", "turned", "beyond", "long"],
)
def test_open_workbook_that_reaches_too_far_is_refused(tmp_path, rows, tail, found):
    assert found in _refused(write(tmp_path / "koperasi.xlsx", parts(rows, tail))).ditemukan


@pytest.mark.parametrize("ref", ["A1", "A1:B2", "A1:XFD1048576", "Z9:A1", "mana?"])
def test_open_workbook_never_believes_the_size_that_a_sheet_claims(tmp_path, ref):
    lying = sheet(HEAD).replace("<sheetData>", f'<dimension ref="{ref}"/><sheetData>')
    path = write(tmp_path / "koperasi.xlsx", parts(more={SHEET: lying}))
    assert _sheet_of(path).at("E1") == "TOTAL KOP"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (row(2, text("A2", "a")) + row(1, text("A1", "b")), "baris '1' ganda"),
        (row(2, text("A2", "a")) + row(2, text("A2", "b")), "baris '2' ganda"),
        (row(1, text("B1", "a"), text("A1", "b")), "sel A1 ganda atau tidak berurutan"),
        (row(1, text("A1", "a"), text("A1", "b")), "sel A1 ganda atau tidak berurutan"),
        (row(2, text("A9", "a")), "sel 'A9' di baris 2"),
        (row(2, text("a2", "a")), "sel 'a2'"),
        (row(2, text("A2", "a"), text("B2", "b").replace('r="B2"', "")), "sel '' di baris 2"),
        (
            row(2, text("A2", "a").replace('r="A2"', ""), text("C2", "b")),
            "sel C2 di antara sel tanpa alamat",
        ),
        ('<row r="٢">' + text("A٢", "a") + "</row>", "baris '٢' ganda"),
    ],
)
def test_open_workbook_of_cells_out_of_order_is_refused_not_guessed(tmp_path, rows, found):
    fault = _refused(write(tmp_path / "koperasi.xlsx", parts(rows)))
    assert fault.ditemukan.startswith(found)
    assert fault.ditemukan.endswith("di lembar 'Keragaan'")


def test_open_workbook_of_cells_and_rows_without_addresses_counts_blanks_too(tmp_path):
    rows = HEAD + row(2) + row(3, text("A3", "a"), '<c r="B3" s="0"/>', text("C3", "c"))
    bare = re.sub(r' r="[A-Z]*\d+"', "", rows)
    found = _sheet_of(write(tmp_path / "koperasi.xlsx", parts(bare)))
    assert (found.at("E1"), found.at("A3"), found.at("B3"), found.at("C3")) == (
        "TOTAL KOP",
        "a",
        None,
        "c",
    )


@pytest.mark.parametrize("main", ["xl/workbook22.xml", "xl/buku.xml"])
def test_open_workbook_of_another_main_part_reads_the_one_that_its_archive_names(tmp_path, main):
    whole = parts()
    renamed = {main: whole.pop(BOOK), relations_of(main): whole.pop(BOOK_RELATIONS)}
    root = relations(f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>')
    decoy = {BOOK: workbook(["Lain"])}
    path = write(tmp_path / "koperasi.xlsx", {**whole, **decoy, **renamed, "_rels/.rels": root})
    assert _sheet_of(path).at("E1") == "TOTAL KOP"


def test_open_workbook_of_backslashes_in_part_names_is_read(tmp_path):
    odd = {name.replace("/", "\\"): content for name, content in parts().items()}
    assert _sheet_of(write(tmp_path / "koperasi.xlsx", odd)).at("E1") == "TOTAL KOP"


def test_open_workbook_of_one_part_under_two_slashes_is_refused(tmp_path):
    more = {BOOK.replace("/", "\\"): workbook(["Lain"])}
    path = write(tmp_path / "koperasi.xlsx", {**parts(), **more})
    assert _refused(path).ditemukan == "arsip dengan bagian ganda"


def test_open_workbook_passes_over_sheets_that_hold_no_cells(tmp_path, make_workbook):
    links = relations(
        relation(1, "worksheet", "/xl/worksheets/sheet1.xml"),
        relation(2, "chartsheet", "chartsheets/sheet1.xml"),
    )
    more = {BOOK: workbook(["Keragaan", "Grafik"]), BOOK_RELATIONS: links}
    path = write(tmp_path / "koperasi.xlsx", parts(more=more))
    assert list(open_workbook(path).sheets) == ["Keragaan"]


@pytest.mark.parametrize(
    ("state", "hidden"), [("visible", False), ("hidden", True), ("veryHidden", True)]
)
def test_open_workbook_knows_a_hidden_sheet_and_hidden_rows(tmp_path, state, hidden):
    book = workbook(["Keragaan"]).replace('sheetId="1"', f'sheetId="1" state="{state}"')
    rows = HEAD + row(2, text("A2", "x"), more='hidden="1"') + row(3, text("A3", "y"))
    found = _sheet_of(write(tmp_path / "koperasi.xlsx", parts(rows, more={BOOK: book})))
    assert (found.hidden, found.hidden_rows) == (hidden, {2})


def test_open_workbook_reads_what_is_written_with_prefixes_single_quotes_and_blanks(tmp_path):
    odd = (
        f"<x:worksheet xmlns:x='{MAIN}'>\n<x:sheetData>\n <x:row r='1' hidden='true'>\n"
        "  <x:c r='A1' t='inlineStr'>\n <x:is>\n<x:t>NO</x:t></x:is></x:c>\n"
        "  <x:c r='C1' t='n'>\n<x:v> 54 </x:v>\n</x:c><x:c r='D1'><x:f>SUM(C1:C1)</x:f></x:c>\n"
        "</x:row>\n</x:sheetData><x:mergeCells><x:mergeCell ref='A1:B1'/></x:mergeCells>"
        "</x:worksheet>"
    )
    found = _sheet_of(write(tmp_path / "koperasi.xlsx", parts(more={SHEET: odd})))
    assert [found.at(sel) for sel in ("A1", "B1", "C1", "D1")] == ["NO", None, 54, None]
    assert found.uncalculated == {"D1": "SUM(C1:C1)"}
    assert [(a.min_col, a.max_col) for a in found.merges] == [(1, 2)]
    assert found.hidden_rows == {1}


def test_open_workbook_reads_the_strict_kind_of_workbook(tmp_path):
    strict = {
        name: str(part)
        .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in parts().items()
    }
    assert _sheet_of(write(tmp_path / "koperasi.xlsx", strict)).at("B1") == "Kelompok Koperasi"


CHECK = """
import json, re, sys, time
from pathlib import Path
import lkjlib

def peak():  # unlike ru_maxrss it does not count what the parent held
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

lkjlib.check("data/2019")
for folder in sys.argv[1:]:
    start = time.perf_counter()
    found = lkjlib.check(folder).query("berkas == 'koperasi.xlsx'")
    took = time.perf_counter() - start
    print(json.dumps([found["ditemukan"].tolist()[:9], took, peak()]))
"""
MILLION = range(2, 1_000_002)
LONG = "<si><t>" + "a b " * 8_000 + "</t></si>"
LONGER = "<si>" + "<t>aaaa</t>" * 9_000 + "</si>"
SHARED = {
    BOOK_RELATIONS: relations(
        relation(1, "worksheet", "worksheets/sheet1.xml"),
        relation(2, "sharedStrings", "sharedStrings.xml"),
    )
}


def _many(rows: int, cells: str) -> str:
    """Rows below the header, `{}` in the cells standing for the row's number."""
    return HEAD + _rows(rows, cells)


def _rows(rows: int, cells: str) -> str:
    return "".join(row(i, cells.replace("{}", str(i))) for i in range(2, rows + 2))


HOSTILE = {
    "bom zip": (lambda p: write_bomb(p, parts(), "xl/styles.xml"), "lebih dari 64 MB"),
    "bom lembar": (
        lambda p: write_bomb(p, parts(more={SHEET: None}), SHEET),
        "lebih dari 64 MB",
    ),
    "bom yang mengaku kecil": (
        lambda p: write_bomb(p, parts(), "xl/styles.xml", 100),
        "bagian xl/styles.xml rusak",
    ),
    "sejuta baris kosong": (
        lambda p: write(p, parts(HEAD + "".join(f'<row r="{i}" s="1" ht="15"/>' for i in MILLION))),
        "belum ada baris berisi",
    ),
    "sejuta baris sel kosong": (
        lambda p: write(
            p, parts(HEAD + "".join(f'<row r="{i}"><c r="A{i}" s="1"/></row>' for i in MILLION))
        ),
        "belum ada baris berisi",
    ),
    "unsur": (lambda p: write(p, parts(f"{HEAD}<row r='2'>{'<a/>' * 900_000}</row>")), "sekaligus"),
    "dalam": (
        lambda p: write(p, parts(row(1, "<a>" * 140_000 + "</a>" * 140_000))),
        "tidak ada judul kolom",
    ),
    "atribut": (
        lambda p: write(
            p, parts(row(1, "<a " + " ".join(f'a{i}=""' for i in range(99_000)) + "/>"))
        ),
        "sangat panjang",
    ),
    "satu teks di mana-mana": (
        lambda p: write(
            p,
            parts(
                _many(99_000, '<c r="A{}" t="s"><v>0</v></c><c r="B{}" t="s"><v>0</v></c>'),
                more={**SHARED, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{LONG}</sst>'},
            ),
        ),
        "huruf di lembar",
    ),
    "teks terlalu panjang": (
        lambda p: write(
            p,
            parts(more={**SHARED, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{LONGER}</sst>'}),
        ),
        "huruf dalam satu sel",
    ),
    "jauh ke kanan": (
        lambda p: write(p, parts(_many(99_000, '<c r="SR{}"><v>1</v></c>'))),
        "sampai ujung setiap baris",
    ),
    "rumus tak dihitung": (
        lambda p: write(
            p,
            parts(
                row(1, text("A1", "Peringkat"), text("B1", "Skor"), text("C1", "Jumlah Koperasi"))
                + _rows(30_000, text("A{}", "TOTAL") + '<c r="C{}"><f>SUM(B1:C29000)</f></c>'),
                more={BOOK: workbook(["Pemeringkatan"])},
            ),
        ),
        "rumus =SUM(B1:C29000) yang belum dihitung",
    ),
    "isi keliru": (
        lambda p: write(
            p, parts(_many(40_000, "".join(f'<c r="{c}{{}}"><v>1.5</v></c>' for c in "BCDE")))
        ),
        "1,5 (pecahan pada kolom bulat)",
    ),
}


@pytest.mark.lambat
def test_check_of_hostile_workbooks_is_refused_within_memory_and_time(frozen, tmp_path):
    folders = {}
    for name, (make, _) in HOSTILE.items():
        folders[name] = tmp_path / name
        folders[name].mkdir()
        shutil.copy(frozen / "laporan.toml", folders[name])
        make(folders[name] / "koperasi.xlsx")
        assert (folders[name] / "koperasi.xlsx").stat().st_size < 40_000_000
    run = subprocess.run(
        [sys.executable, "-c", CHECK, *map(str, folders.values())],
        check=True,
        capture_output=True,
        text=True,
    )
    results = [json.loads(line) for line in run.stdout.splitlines()]
    for (name, (_, expected)), (found, took, peak) in zip(HOSTILE.items(), results, strict=True):
        print(f"{name:26} {took:5.2f} s, puncak {peak:4.0f} MB: {found[0][:60]}")
        assert any(expected in words for words in found), name
    assert max(peak for *_, peak in results) < 500


def test_faults_beyond_many_are_counted_not_kept(frozen, tmp_path):
    folder = tmp_path
    shutil.copy(frozen / "laporan.toml", folder)
    cells = "".join(f'<c r="{c}{{}}"><v>1.5</v></c>' for c in "BCDE")
    write(folder / "koperasi.xlsx", parts(_many(4_000, cells)))
    found = lkjlib.check(folder).query("lembar == 'Keragaan'")
    assert found["ditemukan"].tolist().count("lebih dari 500 temuan") >= 1
    assert len(found) <= 1_002


# what may name such a call, and why
OPENERS = {
    "guard.py": "mengeluarkan isi arsip",
    "copies.py": "salinan bertanda, sesudah penjaga",
    "sheet.py": "lembar daftar temuan yang baru ditulis, untuk salinan bertanda",
    "saving.py": "menata ulang berkas yang baru ditulis",
    "pandoc.py": "dokumen Word milik proyek",
    "read_word.py": "laporan Word yang dibuat draf, bukan buku kerja",
}


def test_nothing_else_opens_a_workbook(root):
    opening = re.compile(r"load_workbook\(|read_excel\(|ZipFile\(|\bcalamine|\bExcelFile\(")
    sources = [p for p in (root / "lkjlib").rglob("*.py") if opening.search(p.read_text("utf-8"))]
    assert {path.name for path in sources} - set(OPENERS) == set()
