"""This project and its locked libraries → one archive that installs without a network.

Equal sources and libraries give equal bytes: names, order, times and modes are fixed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: What goes along besides the wheels, as it is in the project.
TAKEN = ("LICENSE", "README.md", "README.zh-CN.md", "deploy", "docs", "examples")
LOCKED = ROOT / "requirements" / "run.txt"
_RUNNABLE = 0o755
_READABLE = 0o644


def main() -> None:
    """Make the archive and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "dist")
    parser.add_argument("--wheels", type=Path, help="a folder of wheels; else downloaded")
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    moment = commit_time()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name()
        gather(folder, asked.wheels, moment)
        archive = asked.to / f"{folder.name}.tar.gz"
        archive.write_bytes(pack(folder, moment))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (asked.to / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "utf-8")
    sys.stdout.write(
        f"{archive}  {archive.stat().st_size / 1_000_000:.0f} MB  sha256 {digest}\n"
    )


def name() -> str:
    """Return what the archive is called: paitou-0.1.0-linux_x86_64-cp311."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return f"paitou-{version}-{platform}-cp{sys.version_info[0]}{sys.version_info[1]}"


def commit_time() -> int:
    """Return when it was committed, in seconds; SOURCE_DATE_EPOCH goes first."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    command = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return int(found.stdout) if found.returncode == 0 else 1_700_000_000


def gather(folder: Path, wheels: Path | None, moment: int) -> None:
    """Fill a folder with everything, and a list of the sums of it all."""
    place = folder / "wheels"
    place.mkdir(parents=True)
    if wheels is None:
        download(place)
    else:
        for wheel in wheels.glob("*.whl"):
            shutil.copy2(wheel, place)
    build(place, moment)
    for each in TAKEN:
        take(ROOT / each, folder / each)
    shutil.move(folder / "deploy" / "install.sh", folder / "install.sh")
    shutil.copy2(LOCKED, folder / "requirements.txt")
    sums = [f"{_sum(path)}  {path.relative_to(folder)}" for path in files(folder)]
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n", "utf-8")


def download(to: Path) -> None:
    """Fetch the wheels of the lock, each held against its hash."""
    arguments = ("--quiet", "--require-hashes", "--only-binary=:all:", "--no-deps")
    _pip("download", *arguments, "-r", str(LOCKED), "-d", str(to))


def build(to: Path, moment: int) -> None:
    """Build the wheel of this project."""
    arguments = ("--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir")
    _pip("wheel", *arguments, "-w", str(to), str(ROOT), SOURCE_DATE_EPOCH=str(moment))


def take(source: Path, to: Path) -> None:
    """Copy a file, or a folder without what programs leave in it."""
    if source.is_file():
        shutil.copy2(source, to)
        return
    left = shutil.ignore_patterns("__pycache__", ".*", "*.pyc", "bundle.py")
    shutil.copytree(source, to, ignore=left)


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in their order."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def pack(folder: Path, moment: int) -> bytes:
    """Return the folder as an archive whose bytes depend on nothing but the content."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in files(folder):
            entry = tarfile.TarInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}")
            entry.size, entry.mtime = path.stat().st_size, moment
            entry.mode = _RUNNABLE if path.suffix == ".sh" else _READABLE
            with path.open("rb") as content:
                archive.addfile(entry, content)
    return packed.getvalue()


def _pip(*arguments: str, **variables: str) -> None:
    command = [sys.executable, "-m", "pip", *arguments]
    subprocess.run(command, check=True, env={**os.environ, **variables})  # noqa: S603


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
