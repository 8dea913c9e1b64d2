"""The archive that installs without a network: equal bytes, and nothing that is missing."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
SCRIPTS = sorted(DEPLOY.glob("*.sh"))
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))


def _bundle():
    spec = importlib.util.spec_from_file_location("bundle", DEPLOY / "bundle.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bundle = _bundle()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The content of an archive, without the libraries."""
    pytest.importorskip("pip", reason="no pip in this environment")
    place = tmp_path_factory.mktemp("bundle")
    (place / "none").mkdir()
    bundle.gather(place / bundle.name(), place / "none", 1_700_000_000)
    return place / bundle.name()


def test_it_is_named_by_version_platform_and_python():
    assert re.fullmatch(r"paitou-\d+\.\d+\.\d+-[a-z0-9_]+-cp3\d+", bundle.name())


def test_everything_is_in_it(folder):
    names = {path.relative_to(folder).as_posix() for path in bundle.files(folder)}
    wanted = {
        "LICENSE", "SHA256SUMS", "install.sh", "requirements.txt", "docs/deploy.md",
        "deploy/paitou.env", "deploy/systemd/paitou.service", "deploy/nginx.conf",
        "examples/kunming-2023/plan.txt",
    }  # fmt: skip
    assert wanted - names == set()
    assert len([one for one in names if one.startswith("wheels/paitou-")]) == 1
    assert not [one for one in names if "__pycache__" in one or one.endswith(".pyc")]


def test_the_sums_are_those_of_the_files(folder):
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_equal_content_gives_equal_bytes(folder, tmp_path):
    packed = bundle.pack(folder, 1_700_000_000)
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    for path in copy.rglob("*"):
        path.touch()
    assert bundle.pack(copy, 1_700_000_000) == packed
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        entries = archive.getmembers()
    assert [one.name for one in entries] == sorted(one.name for one in entries)
    assert {(one.mtime, one.uid, one.uname) for one in entries} == {(1_700_000_000, 0, "")}
    runnable = {Path(one.name).name for one in entries if one.mode & 0o111}
    assert runnable == {"install.sh", "paitouctl.sh"}


def test_the_wheel_is_built_the_same_twice(folder, tmp_path):
    bundle.build(tmp_path, 1_700_000_000)
    (again,) = tmp_path.glob("paitou-*.whl")
    assert again.read_bytes() == (folder / "wheels" / again.name).read_bytes()


def _install(folder, *arguments):
    return subprocess.run(
        ["sh", folder / "install.sh", *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_file_that_was_changed_stops_the_installation(folder, tmp_path):
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    (copy / "LICENSE").write_text("none")
    told = _install(copy, "--only-program", "--prefix", tmp_path / "to")
    assert told.returncode == 1
    assert "不完整或被改动过" in told.stderr
    assert not (tmp_path / "to").exists()


def test_another_python_is_told(folder, tmp_path):
    other = tmp_path / re.sub("cp3[0-9]+$", "cp399", folder.name)
    shutil.copytree(folder, other)
    told = _install(other, "--only-program", "--prefix", tmp_path / "to")
    assert told.returncode == 1
    assert "要 Python 3.99" in told.stderr


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_can_be_read_by_a_shell(script):
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_the_units_are_understood(unit, tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not there")
    text = unit.read_text("utf-8").replace("/opt/paitou/current/bin/paitou", "/bin/true")
    text = text.replace("=paitou\n", "=root\n", 2)  # there is no such user here
    (tmp_path / unit.name).write_text(text, "utf-8")
    told = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / unit.name],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert unit.name not in told.stderr, told.stderr


SETTING = re.compile(r"PAITOU_[A-Z_]+(?==)")


def test_the_settings_that_are_handed_out_are_documented():
    documented = (ROOT / "docs" / "settings.md").read_text("utf-8")
    named = set(SETTING.findall((DEPLOY / "paitou.env").read_text("utf-8")))
    assert {one for one in named if f"`{one}`" not in documented} == set()
