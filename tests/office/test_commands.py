"""`paitou demo` and `paitou serve`, as they are called."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from paitou.cli.entry import run

ENDS_WITHIN = 30


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def answer_of(address):
    last = None
    for _ in range(ENDS_WITHIN * 5):
        try:
            return urlopen(address, timeout=5).read().decode()  # noqa: S310 (our own site)
        except (URLError, ConnectionError, TimeoutError) as fault:
            last = fault
            time.sleep(0.2)
    raise AssertionError(last)


def test_demo_prints_one_screen(capsys):
    assert run(["demo", "--no-serve"]) in (0, 1)
    told = capsys.readouterr().out
    assert "6个工程、30项任务" in told
    assert "正文数字共" in told


def test_demo_without_the_example_is_told(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("paitou.office.commands._EXAMPLE", tmp_path / "absent")
    assert run(["demo"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "找不到示例 examples/kunming-2023" in said.err


@pytest.mark.parametrize("port", ["0", "65536", "http", "²"])
def test_a_wrong_port_is_told(capsys, port):
    assert run(["serve", ".", "--port", port]) == 2
    assert "请写 1 到 65535 的整数" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(capsys, tmp_path):
    assert run(["serve", str(tmp_path / "absent")]) == 2
    said = capsys.readouterr()
    assert "absent" in said.err
    assert said.err.count("\n") == 1


def test_no_folder_is_told(capsys):
    assert run(["serve"]) == 2
    assert "文件夹" in capsys.readouterr().err


def test_demo_serves_until_it_is_interrupted(tmp_path):
    port = free_port()
    environment = {**os.environ, "PAITOU_DATA_DIR": str(tmp_path / "var")}
    environment["PAITOU_DATABASE_URL"] = ""
    command = [sys.executable, "-m", "paitou", "demo", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as site:
        try:
            assert '"status": "ok"' in answer_of(f"http://127.0.0.1:{port}/healthz")
            assert "6</b>个工程" in answer_of(f"http://127.0.0.1:{port}/")
            assert "--ink" in answer_of(f"http://127.0.0.1:{port}/static/plans/paitou.css")
        finally:
            site.send_signal(signal.SIGINT)
            out, err = site.communicate(timeout=ENDS_WITHIN)
    assert "6个工程、30项任务" in out
    assert f"http://127.0.0.1:{port}/" in err
    assert "Traceback" not in err
    assert (tmp_path / "var" / "demo" / "office.sqlite3").exists()
    assert site.returncode in (0, 1)
