"""Findings as notebook and report show them."""

import pickle

import pytest

from lkjlib.themes.finding import Kalimat, Temuan, TemuanBagian, kalimat

TEMUAN = Temuan("Hanya 37 diperingkat.", "Dari 132 koperasi aktif, 37 diperingkat.", "cocok")


def one(judul, kalimat, ukuran="", *, berlaku=True, tempat="", **lain):
    return Temuan(judul, kalimat, berlaku=berlaku, ukuran=(ukuran,), tempat=tempat, **lain)


BAGIAN = TemuanBagian(
    (
        one("Jawaban", "Ya."),
        one("Jawaban", "Bukan.", berlaku=False, tempat="temuan[2]"),
        one("Jawaban", "Mungkin."),
        one("English abstract", "Yes."),
        one("Satu.", "Isi satu.", "cakupan.persen", vonis="cocok", boleh=("a", "b")),
        one("Dua.", "Isi dua.", "efek.x", berlaku=None, tempat="temuan[6]", boleh=("c",)),
        one("Tiga.", "Isi tiga <1>.", "efek.y", jangan=("d",)),
        one("Catatan", "Isi empat.", "cakupan.persen"),
    )
)


def test_kalimat_ends_with_the_verdict_in_bold():
    shown = kalimat(TEMUAN)
    assert shown.teks == "Dari 132 koperasi aktif, 37 diperingkat. **Vonis: cocok.**"
    assert repr(shown) == shown._repr_markdown_() == shown.teks


def test_kalimat_without_a_verdict_ends_with_itself():
    assert repr(kalimat(Temuan("Judul.", "Isi."))) == "Isi."


def test_temuan_shows_title_sentence_and_verdict():
    assert TEMUAN._repr_markdown_().startswith("**Hanya 37 diperingkat.**\n\nDari 132")
    assert TEMUAN._repr_markdown_().endswith("**Vonis: cocok.**")


def test_temuan_cannot_be_changed_and_survives_pickling():
    with pytest.raises(AttributeError):
        TEMUAN.vonis = "tidak cocok"
    assert pickle.loads(pickle.dumps(TEMUAN)) == TEMUAN


def test_kalimat_of_plain_text_shows_it():
    assert repr(Kalimat("Teks.")) == "Teks."


def test_section_is_the_findings_that_hold_in_order():
    assert [t.judul for t in BAGIAN] == ["Satu.", "Tiga."]
    assert (len(BAGIAN), BAGIAN[-1].judul, BAGIAN[:1][0].judul) == (2, "Tiga.", "Satu.")


def test_answers_are_joined_as_far_as_they_hold():
    assert BAGIAN.jawaban.teks == "Ya. Mungkin."
    assert BAGIAN.abstrak.teks == "Yes."


def test_what_is_said_of_a_frame_is_shown_with_its_remarks():
    assert BAGIAN.tentang("cakupan").teks == "**Satu.** Isi satu. **Vonis: cocok.**\n\nIsi empat."
    assert BAGIAN.tentang("efek").teks == "**Tiga.** Isi tiga <1>."
    assert BAGIAN.tentang("tiada").teks == ""


def test_the_rest_is_what_nothing_was_asked_about_yet():
    section = TemuanBagian(BAGIAN.semua)
    section.tentang("efek", "tiada")
    assert section.selebihnya.teks == BAGIAN.tentang("cakupan").teks
    section.tentang("cakupan")
    assert section.selebihnya.teks == ""


def test_a_name_from_an_annex_stays_text():
    assert "&lt;1>" in BAGIAN.tentang("efek")._repr_markdown_()


def test_conclusions_are_those_of_findings_that_hold():
    assert BAGIAN.boleh.teks == "- a\n- b"
    assert BAGIAN.jangan.teks == "- d"


def test_what_is_to_be_written_anew_is_named_with_its_place():
    text = BAGIAN.ditulis_ulang.teks
    assert text.startswith("**Perlu ditulis ulang.** 2 temuan")
    assert "- `temuan[2]`: Jawaban, Bukan." in text
    assert "- `temuan[6]`: Dua." in text
    assert TemuanBagian(BAGIAN.semua[:1]).ditulis_ulang.teks == ""


def test_sentences_are_folded_under_a_heading_only_where_there_are_any():
    folded = Kalimat("Dari **132** & <37>.").dilipat("Temuan lain")
    shown = folded._repr_markdown_()
    assert shown.startswith('<details class="lkj-lipat"><summary>Temuan lain</summary>\n\nDari')
    assert shown.endswith("&lt;37>.\n\n</details>")
    assert repr(folded) == "Dari **132** & <37>."
    assert Kalimat("").dilipat("Temuan lain")._repr_markdown_() == ""


def test_findings_show_title_and_verdict_and_fold_their_numbers_with_the_remarks_that_follow():
    shown = BAGIAN.tentang("cakupan")._repr_markdown_()
    head, folded = shown.split("</summary>")
    assert head == '<details class="lkj-lipat"><summary><b>Satu.</b> Vonis: cocok.'
    assert folded == "\n\nIsi satu.\n\nIsi empat.\n\n</details>"
    assert (
        BAGIAN.tentang("efek")
        ._repr_markdown_()
        .startswith('<details class="lkj-lipat"><summary><b>Tiga.</b></summary>')
    )


def test_a_remark_without_a_finding_before_it_is_read_at_once():
    assert TemuanBagian(BAGIAN.semua[-1:]).selebihnya._repr_markdown_() == "Isi empat."


def test_findings_folded_as_a_whole_are_not_folded_one_by_one():
    shown = BAGIAN.tentang("cakupan").dilipat("Semua")._repr_markdown_()
    assert shown.count("<details") == 1
    assert "**Satu.** Isi satu." in shown


def test_findings_that_begin_a_notebook_are_told_whole():
    told = BAGIAN.tentang("cakupan")
    assert told.terbuka._repr_markdown_() == told.teks
