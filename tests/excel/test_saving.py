"""What is saved: values as a sheet stores them, files whole or not at all."""

from datetime import date

import pytest

from lkjlib.errors import LkjError
from lkjlib.excel import saving
from lkjlib.excel.saving import write_whole


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (1.5, (b"", b"1.5")),
        (True, (b' t="b"', b"1")),
        ("a<b", (b' t="str"', b"a&lt;b")),
        ("#REF!", (b' t="e"', b"#REF!")),
        (date(2019, 1, 1), (b"", b"43466")),
    ],
)
def test_stored_of_every_kind_of_value(value, stored):
    kind, text = saving.stored(value)
    assert (kind, text.removesuffix(b".0")) == stored


def test_write_whole_over_a_file_that_is_write_protected_refuses(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"lama")
    monkeypatch.setattr(saving.os, "access", lambda *_: False)
    with pytest.raises(LkjError, match="tidak boleh ditulis"):
        write_whole(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
