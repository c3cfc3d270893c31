"""temuan.toml: what is refused with file, place and remedy, what is shown, what is written anew."""

import re
from fractions import Fraction

import pytest

import lkjlib as lkj
from lkjlib.errors import AnnexError
from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.measures import measures_of
from lkjlib.ledger.sentences import (
    check_sentences,
    check_verdicts,
    findings,
    outdated,
    read_sentences,
    report_findings,
    sections_of,
)
from lkjlib.numbers.compare import VONIS
from lkjlib.products.catalogue import temuan
from lkjlib.themes.measure import Measure

WHOLE = {
    "bagian": "koperasi",
    "judul": "Baru {koperasi.cakupan:0} persen diperingkat",
    "kalimat": "Diperingkat {koperasi.cakupan:1} %, kurang {-koperasi.selisih} unit.",
    "berlaku": "koperasi.cakupan < 30",
}
KNOWN = {
    "koperasi.cakupan": Fraction(2803, 100),
    "koperasi.selisih": Fraction(-9),
    "koperasi.kata": "Berkualitas",
    "koperasi.kosong": None,
}
MEASURES = {key: Measure(key, value, "") for key, value in KNOWN.items()}
BAGIAN = ["koperasi", "umkm", "ringkasan"]


def toml(*entries: dict) -> str:
    """Entries as [[temuan]] tables."""
    return "\n".join(
        "[[temuan]]\n" + "\n".join(f"{key} = {_value(v)}" for key, v in one.items())
        for one in entries
    )


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else "'''" + str(value) + "'''"


def faults_of(tmp_path, data, *entries):
    """Faults of a file with these entries: those of its form, else those of its content."""
    (tmp_path / "temuan.toml").write_text(toml(*entries), encoding="utf-8")
    sentences, faults = read_sentences(tmp_path)
    return faults or check_sentences(sentences, MEASURES, data.laporan, BAGIAN)


def test_sound_entry_has_no_fault(tmp_path, data):
    more = {"vonis": "cocok; sebabnya tidak tercatat", "boleh": ["Satu."], "jangan": ["Dua."]}
    assert faults_of(tmp_path, data, WHOLE, {**WHOLE, **more}) == []


def test_folder_without_findings_has_none_and_no_fault(tmp_path):
    assert read_sentences(tmp_path) == ([], [])


WRONG = {
    "unknown key": ({"vonnis": "cocok"}, "temuan[1].vonnis", "vonnis", "'vonis'"),
    "empty title": ({"judul": " "}, "temuan[1].judul", "", "judul ="),
    "title that is no text": ({"judul": 3}, "temuan[1].judul", "3", "judul ="),
    "boleh that is no list": ({"boleh": "Satu."}, "temuan[1].boleh", "Satu.", "Contoh"),
    "boleh of numbers": ({"boleh": [3]}, "temuan[1].boleh", "[3]", "Contoh"),
    "unknown verdict": ({"vonis": "benar"}, "temuan[1].vonis", "benar", "Pilihan: cocok"),
    "two verdicts": (
        {"vonis": "cocok sebagai bidang, tidak cocok sebagai mayoritas"},
        *("temuan[1].vonis", "cocok sebagai bidang, tidak cocok sebagai mayoritas", "Pilihan"),
    ),
    "a verdict beside that of the ledger": (
        {"vonis": "cocok", "temuan_klaim": 1},
        *("temuan[1].vonis", "cocok", "Hapus vonis"),
    ),
    "finding of the ledger that is no number": (
        {"temuan_klaim": "satu"},
        *("temuan[1].temuan_klaim", "satu", "lembar Temuan"),
    ),
    "verdict with a tail": ({"vonis": "cocoklah"}, "temuan[1].vonis", "cocoklah", "'cocok'"),
    "unknown section": ({"bagian": "koprasi"}, "temuan[1].bagian", "koprasi", "'koperasi'"),
    "unknown measure in the condition": (
        {"berlaku": "koperasi.cakupn < 30 and koperasi.selisih < 0"},
        *("temuan[1].berlaku", "koperasi.cakupn", "'koperasi.cakupan'"),
    ),
    "unknown measure in the title": (
        {"judul": "Baru {koperasi.cakupn:0}"},
        *("temuan[1].judul", "{koperasi.cakupn:0}", "'koperasi.cakupan'"),
    ),
    "unknown measure in what may be concluded": (
        {"boleh": ["Satu.", "Baru {zzz.qqq}"]},
        *("temuan[1].boleh[2]", "{zzz.qqq}", "lkj.ukuran"),
    ),
    "condition that calls": (
        {"berlaku": "open('x') == 3"},
        *("temuan[1].berlaku", "open('x') == 3", "'open' bukan ukuran"),
    ),
    "condition that is none": ({"berlaku": "3 <"}, "temuan[1].berlaku", "3 <", "tidak dapat"),
    "condition without a measure": (
        {"berlaku": "3 < 4"},
        "temuan[1].berlaku",
        "3 < 4",
        "Bandingkan",
    ),
    "condition that is a number": (
        {"berlaku": "koperasi.cakupan + 1"},
        *("temuan[1].berlaku", "koperasi.cakupan + 1", "Bandingkan"),
    ),
    "condition that divides by zero": (
        {"berlaku": "koperasi.cakupan / 0 > 1"},
        *("temuan[1].berlaku", "koperasi.cakupan / 0 > 1", "pembaginya nol"),
    ),
    "digit outside braces": (
        {"kalimat": "Diperingkat {koperasi.cakupan:1} %, sisanya 71,97 %."},
        *("temuan[1].kalimat", "71,97", "{ukuran:desimal}"),
    ),
    "digit in what may not be concluded": (
        {"jangan": ["Bahwa 95 koperasi gagal."]},
        *("temuan[1].jangan[1]", "95", "{ukuran:desimal}"),
    ),
    "digit grown on a word": ({"judul": "Target30"}, "temuan[1].judul", "Target30", "{ukuran"),
    "braces around no measure": (
        {"kalimat": "Baru {Koperasi Cakupan} persen."},
        *("temuan[1].kalimat", "{Koperasi", "kurung kurawal"),
    ),
    "decimals that are none": (
        {"kalimat": "Baru {koperasi.cakupan:dua}."},
        *("temuan[1].kalimat", "{koperasi.cakupan:dua}.", "kurung kurawal"),
    ),
    "sign turned of a word": (
        {"kalimat": "Kelas {-koperasi.kata}."},
        *("temuan[1].kalimat", "{-koperasi.kata}", "Hapus tanda"),
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_bad_entry_is_one_fault_with_file_place_and_remedy(tmp_path, data, case):
    change, sel, found, advice = WRONG[case]
    (fault,) = faults_of(tmp_path, data, {**WHOLE, **change})
    assert (fault.tingkat, fault.berkas, fault.sel) == ("galat", "temuan.toml", sel)
    assert fault.ditemukan == found
    assert fault.diharapkan
    assert advice in fault.saran


@pytest.mark.parametrize("key", ["bagian", "judul", "kalimat", "berlaku"])
def test_missing_key_is_named(tmp_path, data, key):
    (fault,) = faults_of(tmp_path, data, {k: v for k, v in WHOLE.items() if k != key})
    assert (fault.sel, fault.saran) == (f"temuan[1].{key}", f'Tambahkan: {key} = "…"')


def test_every_fault_is_found_in_one_run(tmp_path, data):
    bad = [{**WHOLE, **change} for change, *_ in WRONG.values()]
    (tmp_path / "temuan.toml").write_text(toml(*bad), encoding="utf-8")
    sentences, faults = read_sentences(tmp_path)
    faults = [*faults, *check_sentences(sentences, MEASURES, data.laporan, BAGIAN)]
    places = {fault.sel.partition(".")[0] for fault in faults}
    assert places == {f"temuan[{n}]" for n in range(1, len(WRONG) + 1)}


@pytest.mark.parametrize(
    "text",
    [
        "Pada 31 Desember 2019 belum tercatat.",
        "Sejak 2017 dan 2018–2019 naik.",
        "Menurut UU Nomor 20/2008 dan PermenPANRB 8/2021.",
        "Target RPJMD 2021 dan RPJMN 2019.",
        "Tabel I, Bab III A, sasaran 1, indikator 2.",
    ],
)
def test_dates_laws_and_names_may_hold_digits(tmp_path, data, text):
    assert faults_of(tmp_path, data, {**WHOLE, "kalimat": text}) == []


@pytest.mark.parametrize(
    ("content", "sel", "found"),
    [
        ("[[temuan]\n", "", "baris 1, kolom 9"),
        ("judul = 'x'\n", "judul", "judul"),
        ("temuan = 'x'\n", "temuan", "x"),
        ("temuan = ['x']\n", "temuan[1]", "x"),
    ],
)
def test_file_that_is_no_list_of_findings_is_refused(tmp_path, content, sel, found):
    (tmp_path / "temuan.toml").write_text(content, encoding="utf-8")
    sentences, (fault,) = read_sentences(tmp_path)
    assert sentences == []
    assert (fault.berkas, fault.sel) == ("temuan.toml", sel)
    assert found in fault.ditemukan
    assert fault.saran


def test_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "temuan.toml").write_bytes("[[temuan]]\njudul = 'é'".encode("latin-1"))
    assert read_sentences(tmp_path)[1][0].berkas == "temuan.toml"


def of(tmp_path, *entries):
    (tmp_path / "temuan.toml").write_text(toml(*entries), encoding="utf-8")
    sentences, faults = read_sentences(tmp_path)
    assert faults == []
    return findings(sentences, MEASURES, {4: "tidak didukung data"})


def test_finding_has_the_verdict_of_the_ledgers_finding_that_it_names(tmp_path):
    (one,) = of(tmp_path, {**WHOLE, "temuan_klaim": 4})
    assert one.vonis == "tidak didukung data"


@pytest.mark.parametrize(("judged", "numbers"), [({5, 4}, "4, 5"), ((), "tidak ada")])
def test_finding_that_the_ledger_does_not_have_is_a_fault(tmp_path, judged, numbers):
    (tmp_path / "temuan.toml").write_text(toml({**WHOLE, "temuan_klaim": 9}), encoding="utf-8")
    sentences, _ = read_sentences(tmp_path)
    (fault,) = check_verdicts(sentences, judged)
    assert (fault.sel, fault.ditemukan) == ("temuan[1].temuan_klaim", "9")
    assert numbers in fault.saran
    assert check_verdicts(sentences, {9}) == []


def test_no_finding_has_two_verdicts_anywhere(data):
    ledger = temuan_klaim(data).set_index("nomor")["vonis"]
    sentences, _ = read_sentences(data.folder)
    told = {one.tempat: one.vonis for one in report_findings(data)}
    named = {one.tempat: one.temuan_klaim for one in sentences if one.temuan_klaim}
    assert set(named.values()) >= {1, 4, 9, 10}
    assert {place: told[place] for place in named} == {p: ledger[n] for p, n in named.items()}
    sections = [*sections_of(data.laporan, data.indikator["kode"]), "klaim"]
    every = [one for name in sections for one in temuan(data, name) if one.vonis]
    word = re.compile(rf"\b(?:{'|'.join(sorted(VONIS, key=len, reverse=True))})\b")
    assert all(len(word.findall(one.vonis)) == 1 for one in every)


def test_omzet_has_one_verdict_on_every_page(data):
    number = temuan_klaim(data)["judul"].str.contains("Omzet naik")
    (ledger,) = temuan_klaim(data).loc[number, "vonis"]
    moved, rounded = temuan(data, "ringkasan")[0], temuan(data, "omzet")[0]
    assert "berubah" in moved.judul and "Pembulatan" in rounded.judul
    assert moved.vonis == rounded.vonis == ledger == "tidak cocok"


def test_finding_has_its_numbers_and_what_it_rests_on(tmp_path):
    (one,) = of(tmp_path, {**WHOLE, "boleh": ["Kelas {koperasi.kata}."]})
    assert one.judul == "Baru 28 persen diperingkat"
    assert one.kalimat == "Diperingkat 28,0 %, kurang 9 unit."
    assert one.boleh == ("Kelas Berkualitas.",)
    assert one.berlaku is True
    assert one.ukuran == ("koperasi.cakupan", "koperasi.selisih", "koperasi.kata")
    assert one.tentang == "koperasi"


def test_finding_that_does_not_hold_is_a_warning_to_write_anew(tmp_path):
    found = of(
        tmp_path,
        WHOLE,
        {**WHOLE, "berlaku": "koperasi.cakupan > 30"},
        {**WHOLE, "kalimat": "Ada {koperasi.kosong}."},
        {**WHOLE, "judul": "Jawaban", "berlaku": "koperasi.kosong > 3"},
    )
    assert [one.berlaku for one in found] == [True, False, None, None]
    warnings = outdated(found)
    assert [w.sel for w in warnings] == ["temuan[2]", "temuan[3]", "temuan[4]"]
    assert {w.tingkat for w in warnings} == {"peringatan"}
    assert all("erlu ditulis ulang" in w.saran for w in warnings)
    assert "syaratnya" in warnings[0].saran
    assert "tidak ada datanya" in warnings[1].saran
    assert warnings[0].ditemukan == "Baru 28 persen diperingkat"
    assert warnings[2].ditemukan.startswith("Jawaban, Diperingkat")


def test_sections_are_indicators_themes_and_the_summary(data):
    sections = sections_of(data.laporan, data.indikator["kode"])
    assert sections[:5] == ["koperasi", "wirausaha", "omzet", "tpt", "kasus"]
    assert set(sections[5:]) == {"indikator", "umkm", "anggaran", "ringkasan"}


def test_file_with_faults_stops_whoever_asks_for_findings(annexes):
    (annexes.folder / "temuan.toml").write_text(toml({**WHOLE, "bagian": "tiada"}))
    with pytest.raises(AnnexError, match=r"temuan\.toml"):
        lkj.temuan(lkj.load(path=annexes.folder), "koperasi")


def test_every_finding_of_the_report_holds_and_is_clean(data):
    found = report_findings(data)
    assert len(found) > 100
    assert [one.tempat for one in found if one.berlaku is not True] == []
    known = measures_of(data)
    assert {key for one in found for key in one.ukuran} <= known.keys()


SAID = {
    "ringkasan": ["3 Sangat Tinggi dan 1 Tinggi", "3 Baik Sekali dan 1 Baik", "78,27 %"],
    "koperasi": [
        "37 dari 132",
        "28,03 %",
        "yang memerlukan 40 koperasi",
        "31 dari 37 yang diperingkat, 83,78 %",
        "kurang 9 koperasi lulus dan RPJMD 2021 (35 %) kurang 16",
        "25/112 (2017), 25/126 (2018), 31/132 (2019)",
        "2019 +3,64 (pembilang +4,65, penyebut −1,01)",
        "bertambah 14 lalu 6 unit",
        "73,33 %",
        "19 jenis dengan kurang dari sepuluh unit 63,0 %",
    ],
    "umkm": [
        "paling sedikit 443",
        "3 UMKM baru dan 0 UMKM binaan",
        "226 dari 458",
        "49,34 %",
        "21,96 %",
        "166 pasangan untuk 2017",
    ],
    "omzet": [
        "10,2293 %",
        "102,29 % (Baik Sekali",
        "Rp 99.429.145",
        "1.313 dari 1.845 usaha (71,17 %)",
        "125 usaha di atas Rp 40 juta",
        "0,10 dan 0,36",
    ],
    "tpt": [
        "49,7 %",
        "771 orang",
        "13.017 dan 13.017",
        "702 ± 1.759 orang",
        "72 orang",
        "206 orang",
        "1.070.000 orang",
    ],
    "kasus": [
        "10 kasus per 420 perusahaan",
        "sedikitnya 400, RPJMD bila sedikitnya 417",
        "PT. Inhutani III tercatat 3 kali",
        "2,14 %, bukan 2,38 %",
        "Pada 11 kasus menjadi 2,62 %",
        "1,90 %",
        "19 pekerja",
        "5 sampai 6 dari 10",
        "PHK",
        "18 pecahan",
        "12/413",
    ],
    "anggaran": [
        "79,17 %",
        "Sebanyak 4 dari 45 kegiatan",
        "+Rp 39.160.000",
        "−Rp 13.097.750",
        "Rp 240.721.000",
        "Rp 268.285.418",
        "tidak searah",
        "Sebanyak 44 dari 45 kegiatan",
        "4 sasaran terlalu sedikit",
    ],
}


@pytest.mark.parametrize("bagian", SAID)
def test_findings_of_a_section_carry_the_numbers(data, bagian):
    text = " ".join(one.kalimat for one in lkj.temuan(data, bagian))
    assert [number for number in SAID[bagian] if number not in text] == []


def test_verdicts_of_the_budget_and_of_unemployment(data):
    cocok, bukan, terbuka = "cocok", "tidak cocok", "tidak dapat diuji"
    verdicts = [one.vonis for one in lkj.temuan(data, "anggaran")]
    assert verdicts == [cocok, cocok, bukan, bukan, cocok, terbuka, terbuka, terbuka]
    assert {one.vonis for one in lkj.temuan(data, "tpt")} >= {cocok, bukan, "tidak didukung data"}
    assert [one.vonis for one in lkj.temuan(data, "omzet")][1] == terbuka


def test_titles_are_sentences_without_decimals(data):
    for one in report_findings(data):
        assert "nan" not in one.kalimat.split()
        assert "–" not in one.kalimat.replace("3,2–6,9", "")
        if one.tentang and one.judul not in ("Jawaban", "Catatan", "English abstract"):
            assert one.judul.endswith(".")
            assert "," not in "".join(c for c in one.judul if c.isdigit() or c == ",").strip(",")
