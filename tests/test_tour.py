"""The tour, walked: each command is run, and its output must be what the page shows.

`make tour` writes the outputs of today into the page.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "docs" / "tour.md"
BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)


def _commands(block):
    """Each command of a block with its lines, those of a here-document included."""
    commands = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append([line])
        elif line.startswith(">") and commands:
            commands[-1].append(line)
    return commands


def _output(lines, folder):
    script = "\n".join(line[2:] for line in lines)
    places = (sysconfig.get_path("scripts"), str(Path(sys.executable).parent))
    path = os.pathsep.join((*places, os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, text=True, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | {"PATH": path},
    )  # fmt: skip
    return done.stdout


def _walked(text, folder):
    """Return the page with the outputs that its commands give in the folder."""

    def rerun(block):
        parts = []
        for lines in _commands(block[2]):
            parts.append("\n".join(lines) + "\n" + _output(lines, folder))
        return block[1] + "".join(parts) + block[3]

    return BLOCK.sub(rerun, text)


def _copy_example(folder):
    example = folder / "examples" / "kunming-2023"
    example.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "kunming-2023" / "plan.txt", example)


@pytest.mark.skipif(not shutil.which("bash"), reason="the tour is written for bash")
def test_the_tour_shows_what_happens(tmp_path):
    _copy_example(tmp_path)
    text = TOUR.read_text("utf-8")
    walked = _walked(text, tmp_path)
    lines = (text.splitlines(), walked.splitlines())
    assert list(difflib.unified_diff(*lines, "page", "today", n=0, lineterm="")) == []


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        _copy_example(Path(made))
        TOUR.write_text(_walked(TOUR.read_text("utf-8"), Path(made)), "utf-8")
