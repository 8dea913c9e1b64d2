"""The documentation, held against the code."""

import ast
import enum
import inspect
import re
from functools import cache
from pathlib import Path

import click
import pytest

import paitou.model
from paitou.cli.group import paitou as root_command

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "paitou"
MODULES = [p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts]
ROW = re.compile(r"^\|[^|]*\| `([^`]+)` \|", re.MULTILINE)
CODE_ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def _read(name):
    return (DOCS / name).read_text("utf-8")


def _sections(text):
    """The parts under each `## ` heading, by the heading's first word."""
    parts = re.split(r"^## (\S+).*$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@cache
def _trees():
    return [ast.parse(path.read_text("utf-8")) for path in MODULES]


MODEL = {
    name: thing for name in paitou.model.__all__
    if inspect.isclass(thing := getattr(paitou.model, name))
}  # fmt: skip
ENUMS = {name: thing for name, thing in MODEL.items() if issubclass(thing, enum.Enum)}


def test_the_glossary_has_every_class_of_the_model():
    listed = set(ROW.findall(_sections(_read("glossary.md"))["值"]))
    assert listed == set(MODEL)


@pytest.mark.parametrize("name", ENUMS)
def test_the_glossary_has_every_value(name):
    listed = ROW.findall(_sections(_read("glossary.md"))[name])
    assert sorted(listed) == sorted(member.value for member in ENUMS[name])


def _named(node):
    match node:
        case ast.ClassDef() | ast.FunctionDef():
            return node.name
        case ast.Attribute():
            return node.attr
        case ast.AnnAssign(target=ast.Name()):
            return node.target.id
        case ast.Constant(value=str()):
            return node.value
    return None


def test_the_glossary_names_only_what_is_in_the_code():
    named = {_named(node) for tree in _trees() for node in ast.walk(tree)}
    assert set(ROW.findall(_read("glossary.md"))) - named == set()


def _commands():
    context = click.Context(root_command)
    names = root_command.list_commands(context)
    return {name: root_command.get_command(context, name) for name in names}


def test_every_command_is_in_the_reference():
    headings = set(re.findall(r"^## `paitou ([\w-]+)", _read("commands.md"), re.MULTILINE))
    assert headings == set(_commands())


@pytest.mark.parametrize("name", _commands())
def test_every_option_is_in_the_reference(name):
    text = _read("commands.md")
    part = re.split(rf"^## `paitou {name}\b", text, flags=re.MULTILINE)[1].split("\n## ")[0]
    said = set(re.findall(r"^\| `(--[\w-]+)", part, re.MULTILINE))
    options = [p for p in _commands()[name].params if isinstance(p, click.Option)]
    assert said == {max(option.opts, key=len) for option in options}


@pytest.mark.parametrize("name", _commands())
def test_every_command_shows_an_example(name):
    assert f"paitou {name}" in (_commands()[name].help or "")


KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")


ISSUE_MAKERS = {"add", "note", "tell", "Refusal"}


def _code_places(node):
    """Where a code is written: code=…, code = …, an argument of what makes issues."""
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
        yield node.value
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if "issue" in called.lower() or called.strip("_") in ISSUE_MAKERS:
            yield from node.args


def _literals(place, constants):
    parts = (place.body, place.orelse) if isinstance(place, ast.IfExp) else (place,)
    for part in parts:
        if isinstance(part, ast.Name):
            yield constants.get(part.id)
        elif isinstance(part, ast.Constant):
            yield part.value


def _codes_in(tree):
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    places = (place for node in ast.walk(tree) for place in _code_places(node))
    return {str(code) for place in places for code in _literals(place, constants)}


def _issue_codes():
    return {code for tree in _trees() for code in _codes_in(tree) if KEBAB.fullmatch(code)}


def test_every_issue_code_is_documented():
    documented = set(CODE_ROW.findall(_read("issues.md")))
    assert documented == _issue_codes()


def test_every_class_of_numbers_is_documented():
    from paitou.render.wording import MENTION

    assert set(CODE_ROW.findall(_read("mentions.md"))) == set(MENTION)


def test_every_class_of_the_table_in_compile_is_documented():
    lines = (SOURCE / "compile" / "data" / "refused.tsv").read_text("utf-8").splitlines()
    named = {line.split("\t")[1] for line in lines if line and not line.startswith("#")}
    assert named - set(CODE_ROW.findall(_read("mentions.md"))) == set()


def test_the_plan_uses_only_documented_classes(kunming_plan):
    documented = set(CODE_ROW.findall(_read("mentions.md")))
    assert set(kunming_plan.mention_counts()) - documented == set()


@pytest.mark.corpus
def test_the_corpus_uses_only_documented_classes(corpus):
    from paitou import compile_document, read_document

    documented = set(CODE_ROW.findall(_read("mentions.md")))
    for path in corpus[::6]:
        assert set(compile_document(read_document(path)).mention_counts()) <= documented


SETTING = re.compile(r"PAITOU_[A-Z_]+")


def test_every_setting_is_documented():
    used = set()
    for path in (SOURCE / "office").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and SETTING.fullmatch(str(node.value)):
                used.add(node.value)
    assert set(CODE_ROW.findall(_read("settings.md"))) == used


NAMED = re.compile(r"`((?:make|paitou|docs/|src/)[^`]*)`")


def test_both_readmes_name_the_same_commands_and_files():
    found = [
        set(
            re.findall(
                r"`((?:make|paitou|docs/|src/)[^`]*)`", (ROOT / name).read_text("utf-8")
            )
        )
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert found[0] == found[1]


LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PAGES = [*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *SOURCE.rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    broken = [to for to in LINK.findall(page.read_text("utf-8"))
              if not (page.parent / to).exists()]  # fmt: skip
    assert broken == []


NAMED_TESTS = sorted(set(re.findall(r"`tests/([^`]+)`", _read("security.md"))))


@pytest.mark.parametrize("named", NAMED_TESTS)
def test_every_test_that_the_security_page_names_is_there(named):
    place, _, name = named.partition("::")
    path = ROOT / "tests" / place
    assert path.is_file()
    assert not name or f"def {name}(" in path.read_text("utf-8")
