"""Templates escape what they show, and ask for nothing that they are not given."""

import pytest
from jinja2 import UndefinedError

from lkjlib.products.templates import render


def test_values_in_html_are_escaped():
    row = ("n", "00", "<i>", 'a "b"', "&", "'")
    page = render("figures.html.j2", figures=[row], formats=["png"])
    assert "<b>&lt;i&gt;</b>" in page
    assert "<i>" not in page
    assert 'alt="&#39;"' in page


def test_values_in_markdown_stand_as_they_are(data):
    page = render("site/eksplorasi.md.j2", laporan=data.laporan, data='{"a": "<&>"}')
    assert '{"a": "<&>"}' in page


def test_a_value_that_is_not_given_is_an_error():
    with pytest.raises(UndefinedError, match="laporan"):
        render("site/eksplorasi.md.j2", data="{}")
