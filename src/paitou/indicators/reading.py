"""Turns a plan's own `indicators.toml` into indicators, and its faults into issues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from paitou.indicators.catalogue import Catalogue, standard
from paitou.indicators.entry import read_entry
from paitou.indicators.indicator import Indicator
from paitou.indicators.normalise import normalise
from paitou.model import Issue, Level

TABLE = "indicator"
RELATIONS = "relation"
LARGEST_FILE = 1_000_000


def load_indicators(path: Path) -> tuple[tuple[Indicator, ...], tuple[Issue, ...]]:
    """Return the sound entries in the file's order, and what is wrong with the rest."""
    known = standard()
    entries, issues = read_tables(path, TABLE)
    found: list[Indicator] = []
    for number, raw in enumerate(entries, start=1):
        if not isinstance(raw, dict):
            issues.append(_unreadable(path, f"第{number}项不是一段指标"))
            continue
        where = f"{path.name} 第{number}项"
        indicator, faults = read_entry(raw, where, known)
        issues += faults
        if indicator is None:
            continue
        if clash := _clash(indicator, found, where):
            issues.append(clash)
            continue
        found.append(indicator)
        issues += _taken_from(known, indicator, where)
    return tuple(found), tuple(issues)


def read_tables(path: Path, name: str) -> tuple[list[object], list[Issue]]:
    """Return the `[[name]]` tables of a file; faults of the file go with its indicators."""
    content, issues = _content(path)
    entries = content.get(name, [])
    strange = [key for key in content if key not in (TABLE, RELATIONS)]
    issues += [_unreadable(path, f"“{key}”不是这个文件里的内容") for key in strange]
    if name != TABLE:
        issues = []
    if not isinstance(entries, list):
        return [], [*issues, _unreadable(path, f"[{name}] 应写成 [[{name}]]")]
    return entries, issues


def _content(path: Path) -> tuple[Mapping[str, object], list[Issue]]:
    import tomllib

    try:
        return tomllib.loads(_text(path)), []
    except OSError:
        return {}, [_unreadable(path, "文件打不开")]
    except tomllib.TOMLDecodeError as problem:
        return {}, [_unreadable(path, f"格式有误（{problem}）")]
    except (ValueError, RecursionError) as problem:
        return {}, [_unreadable(path, str(problem))]


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST_FILE:
        raise ValueError("文件超过1MB,不像指标表")
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        raise ValueError("不是文本文件") from None


def _clash(indicator: Indicator, earlier: Iterable[Indicator], where: str) -> Issue | None:
    keys = {normalise(word): word for word in indicator.words}
    for other in earlier:
        shared = keys.keys() & {normalise(word) for word in other.words}
        if other.id == indicator.id or shared:
            what = f"名称“{keys[shared.pop()]}”" if shared else f"编号 {indicator.id}"
            return Issue(
                code="indicator-repeated",
                level=Level.ERROR,
                message=f"{what}已经属于前面的“{other.name}”,这一项未采用",
                remedy="同一指标请合成一项;不是同一指标,请改用别的编号和名称",
                where=where,
            )
    return None


def _taken_from(known: Catalogue, indicator: Indicator, where: str) -> list[Issue]:
    taken = {
        other.id: (word, other)
        for word in indicator.words
        if (other := known.get(known.resolve(word))) and other.id != indicator.id
    }
    return [
        Issue(
            code="indicator-name-taken",
            level=Level.HINT,
            message=f"“{word}”本是通用指标“{other.name}”的名称,本方案中改指“{indicator.name}”",
            remedy=f"若是同一指标,把 id 改为 {other.id};若不是,不用改",
            where=where,
        )
        for word, other in taken.values()
    ]


def _unreadable(path: Path, why: str) -> Issue:
    return Issue(
        code="indicators-unreadable",
        level=Level.ERROR,
        message=f"{path.name} 读不出指标:{why}",
        remedy=f"每个指标写成一段,以 [[{TABLE}]] 开头;文件存为 UTF-8 文本",
        where=path.name,
    )
