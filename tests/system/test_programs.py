"""Programs besides Python: without one its tests are skipped, once explained; in CI they fail."""

import pytest
from programs import CHROMIUM, LIBREOFFICE, not_tried


@pytest.fixture
def without_programs(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture(params=[CHROMIUM, LIBREOFFICE], ids=lambda program: program.name)
def program(request):
    return request.param


def test_path_without_the_program_skips_and_says_how_to_install_it(
    program, without_programs, monkeypatch
):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=rf"{program.name}.*apt-get install"):
        program.path()


def test_path_without_the_program_fails_in_ci(program, without_programs, monkeypatch):
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match=rf"{program.name}.*apt-get install"):
        program.path()


def test_path_is_that_of_any_of_its_commands(program, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for command in reversed(program.commands):
        file = tmp_path / command
        file.write_text("#!/bin/sh\n")
        file.chmod(0o755)
        assert program.path() == str(file)


def test_not_tried_counts_the_tests_of_each_program_and_no_others():
    skipped = [f"Skipped: {CHROMIUM.missing}"] * 3 + [LIBREOFFICE.missing, "perlu Windows"]
    assert not_tried(skipped) == [f"3 uji: {CHROMIUM.missing}", f"1 uji: {LIBREOFFICE.missing}"]
    assert not_tried(["perlu Windows"]) == []
