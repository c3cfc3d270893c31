"""Names of workers and numbers of persons never get into a draft."""

from lkjlib.draft.printed import numbers_in

TEXT = (
    "No\tPerusahaan\tNama Pekerja\tHasil\n1\tPT Maju\tBudi Fulan (19 org)\tPB\n\n"
    "Kepala Dinas NIP. 19650102 199003 1 004\n"
)


def test_column_of_names_is_left_out_and_its_counts_stay(read):
    (table,) = read(TEXT).tables()
    assert "Fulan" not in str(table.grid.rows)
    assert "(19 org)" in table.grid.rows[1]


def test_number_of_an_official_is_left_out(read):
    assert [n.tercetak for n in numbers_in(read(TEXT))] == ["1", "19"]
