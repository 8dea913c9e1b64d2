"""Tests of how commands are found."""

import subprocess
import sys

import click

from paitou.cli.group import GROUP, _imported, paitou

HEAVY = {
    "django",
    "docx",
    "lxml",
    "pypdfium2",
    "xlsxwriter",
    "python_calamine",
    "json.tool",
}


def test_every_command_is_listed_with_a_sentence(run):
    said = run("--help").out
    for name in ("compile", "show", "new", "report", "import-breakdown", "demo", "serve"):
        assert f"  {name} " in said


def test_commands_of_other_packages_come_from_the_entry_points():
    listed = paitou.list_commands(click.Context(paitou))
    assert GROUP == "paitou.commands"
    assert {"demo", "serve"} <= set(listed)


def test_a_command_whose_library_is_absent_says_so(monkeypatch, run):
    monkeypatch.setitem(sys.modules, "absent", None)
    command = _imported("absent", "absent:command")
    assert "absent" in (command.short_help or "")


def test_an_unknown_command_is_told_with_the_known_ones(run):
    result = run("compil")
    assert result.status == 2
    assert "没有“compil”这个命令" in result.err
    assert "compile" in result.err


def test_the_version_is_said(run):
    assert run("--version").out.startswith("paitou 0.")


def test_compiling_a_text_imports_nothing_heavy(kunming_file):
    code = (
        "import sys; from paitou.cli.entry import run;"
        f"run(['compile', {str(kunming_file)!r}, '--format', 'json']);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert HEAVY & set(done.stderr.split()) == set()
    assert "concurrent" not in done.stderr.split()
