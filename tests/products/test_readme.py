"""What cog writes into README.md; `make lint` holds the file to it."""

from lkjlib.ledger.findings import temuan_klaim
from lkjlib.ledger.views import ringkasan_klaim
from lkjlib.products.readme import indicators_markdown, ledger_markdown
from lkjlib.themes.indikator.analysis import ringkasan


def test_indicators_markdown_has_a_row_each_and_marks_a_changed_category(data):
    head, _, *rows = indicators_markdown(data).splitlines()
    assert [row.split(" | ")[0] for row in rows] == [f"| {n}" for n in ringkasan(data)["indikator"]]
    assert {row.count("|") for row in (head, *rows)} == {8}
    assert [row for row in rows if row.endswith(" → **Baik Sekali** |")] == [rows[2]]


def test_ledger_markdown_has_the_counts_and_every_finding_that_changes_a_verdict(data):
    text = ledger_markdown(data)
    assert f"**{ringkasan_klaim(data)['jumlah'].sum()} statements**" in text
    weighty = temuan_klaim(data).query("konsekuensi == 'vonis'")["judul"]
    assert [line[2:] for line in text.splitlines()[2:]] == weighty.tolist()
