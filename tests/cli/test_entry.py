"""Tests of exit status, and of what a wrong call is told."""

import subprocess
import sys

import pytest

from paitou.cli import entry
from paitou.model import UsageError


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["compile"], "缺少 文件"),
        (["compile", "--what", "x"], "没有“--what”这个选项"),
        (["compile", "x", "--format", "yaml"], "--format 的取值不对"),
        (["compile", "x", "--jobs", "0"], "--jobs 的取值不对"),
        (["compile", "x", "-o"], "后面要有取值"),
        (["show", "a", "b"], "命令写得不对"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_status_2(run, words, said):
    result = run(*words)
    assert result.status == 2
    assert said in result.err
    assert result.err.count("\n") == 1
    assert result.out == ""


def test_no_command_shows_the_help(run):
    result = run()
    assert result.status == 0
    assert "paitou compile" in result.out


def test_a_usage_error_is_its_own_sentence(monkeypatch, run):
    def refuse(*_arguments, **_options):
        raise UsageError("这份文件\n读不了")

    monkeypatch.setattr(entry.paitou, "invoke", refuse)
    assert run("compile") == (2, "", "这份文件 读不了\n")


def test_an_interrupt_is_quiet(monkeypatch, run):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(entry.paitou, "invoke", interrupt)
    assert run("compile") == (130, "", "已中断。\n")


def test_a_bug_is_not_taken_for_a_result(monkeypatch, run):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(entry.paitou, "invoke", fail)
    result = run("compile")
    assert result.status == 70
    assert "ZeroDivisionError" in result.err
    assert "程序内部出错" in result.err


def test_a_reader_that_goes_away_is_no_fault(kunming_file):
    command = [sys.executable, "-m", "paitou", "compile", str(kunming_file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")
