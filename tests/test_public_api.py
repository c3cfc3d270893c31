"""The public names: all there, loaded when first used, and an import that does no work."""

import ast
import json
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module

import pytest

import lkjlib as lkj

DESAIN = [
    *("load", "check", "read_table", "capaian", "kategori", "target_tersirat", "pecahan_mungkin"),
    *("klaim", "cakupan", "LkjError", "AnnexError", "plot_trend", "tabel", "gambar"),
]


def _loaded_after(code):
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return set(json.loads(done.stdout))


def test_import_pulls_in_no_pandas_matplotlib_or_openpyxl():
    modules = _loaded_after("import lkjlib")
    assert not modules & {"pandas", "numpy", "matplotlib", "openpyxl", "xlsxwriter", "nbclient"}
    assert {m for m in modules if m.startswith("lkjlib")} == {"lkjlib"}


def test_loading_the_annexes_pulls_in_no_plotting():
    analysis = "from lkjlib.themes.indikator.analysis import ringkasan; ringkasan(data)"
    modules = _loaded_after(f"import lkjlib\ndata = lkjlib.load(2019)\nlkjlib.tabel\n{analysis}")
    assert not modules & {"matplotlib", "xlsxwriter", "sphinx", "nbformat", "jupyter_client"}


def test_checking_a_report_pulls_in_no_library_that_writes_or_fetches():
    modules = _loaded_after("import lkjlib.cli\nlkjlib.check(2019)")
    assert not modules & {"openpyxl", "xlsxwriter", "matplotlib", "jinja2", "http.client"}


@pytest.mark.parametrize("nama", lkj.__all__)
def test_every_public_name_resolves_and_is_documented(nama):
    value = getattr(lkj, nama)
    assert value is getattr(lkj, nama)
    assert nama.isupper() or (value.__doc__ or "").strip()  # a constant speaks for itself


def test_editors_and_type_checkers_see_every_public_name(root):
    tree = ast.parse((root / "lkjlib" / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {name.asname: statement.module for statement in block.body for name in statement.names}
    assert seen == {name: f"lkjlib.{module}" for name, module in lkj._PUBLIC.items()}


def test_names_of_the_design_are_public():
    assert set(DESAIN) <= set(lkj.__all__)
    assert len(lkj.__all__) == len(set(lkj.__all__))


def test_every_plot_of_the_charts_is_public():
    names = [info.name for info in pkgutil.walk_packages(lkj.__path__, "lkjlib.")]
    modules = [import_module(name) for name in names if ".charts" in name]
    plots = {n: p for m in modules for n, p in vars(m).items() if n.startswith("plot_")}
    assert len(plots) >= 15
    assert {name: getattr(lkj, name, None) for name in plots} == plots


def test_dir_lists_public_names():
    assert set(lkj.__all__) <= set(dir(lkj))


@pytest.mark.parametrize(
    ("nama", "meant"),
    [
        ("lod", "'load'"),
        ("Load", "'load'"),
        ("kategory", "'kategori'"),
        ("plot_tren", "'plot_trend'"),
        ("kartu_temun", "'kartu_temuan'"),
    ],
)
def test_unknown_name_is_an_attribute_error_that_offers_the_nearest(nama, meant):
    with pytest.raises(AttributeError, match=f"lkjlib tidak mempunyai '{nama}'") as caught:
        getattr(lkj, nama)
    assert f"Mungkin maksudnya {meant}?" in str(caught.value)
    assert not hasattr(lkj, nama)


def test_unknown_name_near_to_none_says_where_all_names_are():
    with pytest.raises(AttributeError) as caught:
        _ = lkj.xyzzy
    assert str(caught.value) == "lkjlib tidak mempunyai 'xyzzy'. Semua nama: dir(lkjlib)."


def test_types_are_for_others_to_check_too(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    files = tomllib.loads(text)["tool"]["setuptools"]["package-data"]["lkjlib"]
    assert [name for name in files if not (root / "lkjlib" / name).is_file()] == []
    assert "py.typed" in files


def test_every_error_of_the_library_is_an_lkj_error():
    assert issubclass(lkj.AnnexError, lkj.LkjError)
    assert issubclass(lkj.ParseError, lkj.LkjError)
    assert issubclass(lkj.RumusError, lkj.LkjError)


def test_version_is_that_of_the_package(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "(.+)"$', text, re.MULTILINE).group(1) == lkj.__version__


def _modules(root):
    return sorted((root / "lkjlib").rglob("*.py"))


def test_the_library_prints_nothing_except_on_the_command_line(root):
    calls = []
    for path in _modules(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
                calls.append(path)
    spoken = {path.name for path in calls if not path.name.endswith("_command.py")}
    assert spoken <= {"cli.py", "console.py", "answers.py"}


def test_matplotlib_is_imported_at_the_top_only_inside_charts(root):
    offenders = []
    for path in _modules(root):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tops = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
        names = [getattr(n, "module", None) or n.names[0].name for n in tops]
        if (
            any(name.startswith("matplotlib") for name in names)
            and not path.match("**/charts*")
            and path.parent.name != "charts"
        ):
            offenders.append(path.name)
    assert offenders == []
