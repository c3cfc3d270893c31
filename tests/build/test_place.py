"""Which report notebooks tell, and where they run."""

from dataclasses import replace

import nbformat
import pytest

from lkjlib.build.place import PARAMETERS, Place, place_of, told_by


@pytest.mark.parametrize(("inside", "laporan"), [("data", "data/kota"), ("arsip", "kota")])
def test_report_in_data_is_named_from_there_and_another_where_it_stands(
    data, tmp_path, inside, laporan
):
    report = replace(data.laporan, folder=tmp_path / inside / "kota")
    folder = None if inside == "data" else tmp_path / inside
    assert place_of(report, tmp_path) == Place(laporan, folder)


def test_told_by_reads_the_cell_of_parameters_alone(tmp_path):
    cells = [
        nbformat.v4.new_code_cell('laporan = "data/lain"'),
        nbformat.v4.new_code_cell(
            'laporan = "data/2019"\ndata = 1', metadata={"tags": [PARAMETERS]}
        ),
    ]
    path = tmp_path / "a.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert told_by([path]) == {(tmp_path, "data/2019")}
