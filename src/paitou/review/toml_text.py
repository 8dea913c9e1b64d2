"""TOML text → its tables, each with its line; one slip costs one table only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import Factory, evolve, field, frozen

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_HEADER = re.compile(rf"\s*\[(\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]\]?\s*(?:#.*)?$")
_BROKEN_HEADER = re.compile(r"\[{1,2}[A-Za-z_]|[【［]")
_PART = re.compile(_KEY)
_ENTRY = re.compile(rf"\s*({_KEY})\s*[.=]")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
#: Keys of many parts take the standard reader time that grows with their cube.
_ENDLESS_KEY = re.compile(
    r"""(?m:^|[\[{,])[ \t\n]*+(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*')[ \t]*+\.[ \t]*+){20}"""
)
_FENCE = re.compile(r'"""|\'\'\'')
_LIKELY = (
    (re.compile(r"=\s*[“”‘’「＂＇]"), "用了中文引号"),
    (re.compile(r"^[^=]*＝"), "用了全角等号"),
    (re.compile(r"^\s*[【［]"), "用了全角方括号"),
    (re.compile(r"^[^=\"']*$"), "缺少等号"),
)
_TOLD = (
    ("Unterminated", "引号没有配对"),
    ("Illegal character", "引号没有配对或有不可见字符"),
    ("Unescaped '\\'", "反斜杠要写成两个"),
    ("Invalid value", "等号右边不是 TOML 的值(文字要加英文引号)"),
    ("Invalid statement", "不是“键 = 值”"),
    ("Expected '='", "键后缺少等号(键只用英文字母、数字和 - _)"),
    ("Expected newline", "值后面有多余的内容"),
    ("Unclosed array", "方括号没有配对"),
)


@frozen(kw_only=True)
class TomlFault:
    """What is wrong with the text: the line (from 1) and the trouble in Chinese."""

    line: int
    trouble: str
    is_duplicate: bool = False


@frozen(kw_only=True)
class TomlBlock:
    """A header with what follows it; `text` begins with the comments that touch it.

    `path` is empty for what stands before the first header, and under a broken one;
    `first` is the line on which the text begins, `line` the header's own. One that is lost
    could not be read, so that nothing in the tables comes from it.
    """

    path: tuple[str, ...]
    first: int
    line: int
    text: str = field(repr=False)
    keys: dict[str, int] = Factory(dict)
    is_lost: bool = False


@frozen(kw_only=True)
class TomlText:
    """Tables as read, the blocks they stand in, and what could not be read."""

    data: dict[str, Any]  # what TOML holds: text, number, truth, date, list, table
    blocks: tuple[TomlBlock, ...]
    faults: tuple[TomlFault, ...] = ()

    @cached_property
    def _by_path(self) -> dict[tuple[str, ...], list[TomlBlock]]:
        by_path: dict[tuple[str, ...], list[TomlBlock]] = {}
        for block in self.blocks:
            if not block.is_lost:
                by_path.setdefault(block.path, []).append(block)
        return by_path

    def line(self, path: tuple[str, ...], nth: int = 0, key: str = "") -> int:
        """Return the line of a table's header, or of one of its keys; 1 where unknown."""
        found = self._by_path.get(path, [])
        if nth < len(found):
            return found[nth].keys.get(key, found[nth].line)
        return self.line(path[:-1], 0, path[-1]) if path else 1


def parse_toml(text: str) -> TomlText:
    """Return the tables of the text; where it is broken, of every block that is not."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = tuple(_blocks(text))
    data, fault = _load(text)
    if fault is None:
        return TomlText(data=data, blocks=blocks)
    merged: dict[str, Any] = {}
    faults: list[TomlFault] = []
    kept: list[TomlBlock] = []
    for block in blocks:
        part, broken = _load(block.text, block.first)
        faults += [broken] if broken else _merge(merged, part, block)
        kept.append(evolve(block, is_lost=broken is not None))
    return TomlText(data=merged, blocks=tuple(kept), faults=tuple(faults or [fault]))


def _load(text: str, first: int = 1) -> tuple[dict[str, Any], TomlFault | None]:
    if found := _ENDLESS_KEY.search(text):
        line = first + text.count("\n", 0, found.start())
        return {}, TomlFault(line=line, trouble="有一个键由几十段连成")
    try:
        return tomllib.loads(text, parse_float=Decimal), None
    except RecursionError:
        return {}, TomlFault(line=first, trouble="嵌套太深")
    except (ValueError, ArithmeticError) as error:
        return {}, _fault(text, str(error), first)


def _fault(text: str, said: str, first: int) -> TomlFault:
    lines = text.split("\n")
    place = _PLACE.search(said)
    at = min(int(place[1]), len(lines)) if place else len(text.rstrip().split("\n"))
    line = lines[at - 1]
    guess = next((words for form, words in _LIKELY if form.search(line)), "")
    told = next((words for begins, words in _TOLD if said.startswith(begins)), "")
    twice = "twice" in said or "overwrite" in said
    trouble = "与前面重复" if twice else guess or told or "不合 TOML 格式"
    return TomlFault(line=first + at - 1, trouble=trouble, is_duplicate=twice)


def _merge(into: dict[str, Any], part: dict[str, Any], block: TomlBlock) -> list[TomlFault]:
    """Add one block's tables; of what is there already the first stays."""
    if not block.path:
        into.update(part)
        return []
    for name in block.path[:-1]:
        inner = into.setdefault(name, {})
        into = inner[-1] if inner and isinstance(inner, list) else inner
        part = part[name]
        if not isinstance(into, dict):
            return [_repeated(block)]
    return _place(into, part[block.path[-1]], block)


def _place(
    into: dict[str, Any], rows: dict[str, Any] | list[Any], block: TomlBlock
) -> list[TomlFault]:
    there = into.setdefault(block.path[-1], rows)
    if there is rows:
        return []
    if isinstance(there, list) and isinstance(rows, list):
        there += rows
        return []
    return [_repeated(block)]


def _repeated(block: TomlBlock) -> TomlFault:
    return TomlFault(line=block.line, trouble="与前面重复", is_duplicate=True)


def _blocks(text: str) -> Iterator[TomlBlock]:
    """Split at headers; comment lines that touch a header belong to it."""
    lines = text.split("\n")
    heads = list(_headers(lines))
    starts = [0, *(_first_comment(lines, at) for at, _ in heads), len(lines)]
    tops: list[tuple[int, tuple[str, ...]]] = [(0, ()), *heads]
    for (at, path), start, stop in zip(tops, starts, starts[1:], strict=False):
        body = lines[start:stop]
        keys = {
            _bare(found[1]): n + 1
            for n in range(stop - 1, at - 1, -1)
            if (found := _ENTRY.match(lines[n]))
        }
        yield TomlBlock(
            path=path, first=start + 1, line=at + 1, text="\n".join(body), keys=keys
        )


def _headers(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    fence = ""
    for number, line in enumerate(lines):
        found = _HEADER.match(line)
        if not fence and (found or _BROKEN_HEADER.match(line)):
            yield number, tuple(map(_bare, _PART.findall(found[2]))) if found else ()
            continue
        for mark in _FENCE.findall(line):
            fence = "" if fence == mark else fence or mark


def _first_comment(lines: list[str], header: int) -> int:
    first = header
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def _bare(key: str) -> str:
    """Return what a key means, quotes and escapes resolved."""
    if key[0] not in "\"'":
        return key
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except ValueError:
        return key[1:-1]
