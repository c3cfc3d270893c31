"""Tests stand where the module they test stands: tests/<room>/test_<module>.py."""

from pathlib import Path

from places import ROOT

# the library as a whole, seen from outside; everything else of that kind is in tests/system
WHOLE = ("test_2019_as_published.py", "test_jabar_as_published.py", "test_public_api.py")


def has_module(test: Path) -> bool:
    """Is there the module, or the package, that a test file is named after?"""
    module = ROOT / "lkjlib" / test.parent / test.stem.removeprefix("test_")
    return module.with_suffix(".py").is_file() or (module / "__init__.py").is_file()


def test_every_test_file_has_its_module() -> None:
    tests = sorted(path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py"))
    inside = [test for test in tests if test.parts[0] not in ("system", *WHOLE)]
    assert [test.as_posix() for test in inside if not has_module(test)] == []
