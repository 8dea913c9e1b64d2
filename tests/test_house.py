"""The house: sizes, places of tests, and what must never be committed."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "paitou"
TESTS = ROOT / "tests"
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
MAX_FILE, MAX_FUNCTION = 500, 50
BANNED_NAMES = {"utils", "helpers", "helper", "common", "base", "manager", "misc"}
#: Absolute places of a machine, and the hosts of package registries.
MACHINE_BOUND = re.compile(
    r"/(?:work|root|home/\w+|Users/\w+)/|pypi\.org|pythonhosted|npmjs|registry\.\w+|opt/(?:pypi|wheels)"
)


def _relative(path):
    return str(path.relative_to(ROOT))


def _committed():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.split("\0")  # fmt: skip
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def test_no_file_is_longer_than_500_lines():
    lengths = {_relative(p): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lengths.items() if n > MAX_FILE} == {}


def test_no_function_is_longer_than_50_lines():
    long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > MAX_FUNCTION:
                    long[f"{_relative(path)}:{node.name}"] = lines
    assert long == {}


def test_modules_are_named_by_what_they_are_about():
    assert [_relative(p) for p in MODULES if p.stem in BANNED_NAMES] == []


@pytest.mark.parametrize("path", MODULES, ids=_relative)
def test_every_module_opens_with_a_sentence(path):
    text = path.read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_every_folder_says_what_goes_in_and_comes_out():
    folders = [p for p in SOURCE.iterdir() if (p / "__init__.py").exists()]
    assert [_relative(p) for p in folders if not (p / "README.md").exists()] == []


def test_tests_mirror_the_source():
    homes = {p.relative_to(SOURCE).with_suffix("") for p in MODULES}
    homes |= {p.relative_to(SOURCE) for p in SOURCE.rglob("*") if p.is_dir()}
    strays = []
    for path in TESTS.rglob("test_*.py"):
        place = path.relative_to(TESTS)
        if len(place.parts) > 1:
            about = place.with_name(place.stem.removeprefix("test_"))
            if about not in homes and place.parent not in homes:
                strays.append(str(place))
    assert strays == []


def test_nothing_committed_is_bound_to_a_machine():
    found = []
    for path in _committed():
        if path == Path(__file__):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{_relative(path)}: {m[0]}" for m in MACHINE_BOUND.finditer(text)]
    assert found == []


def test_no_font_and_no_corpus_is_committed():
    endings = {".ttf", ".ttc", ".otf", ".woff", ".woff2"}
    assert [_relative(p) for p in _committed() if p.suffix.lower() in endings] == []
