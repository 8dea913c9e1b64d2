"""A CSV of series and goals ↔ cases to judge, and their assessments as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from paitou.model import Issue, Level, UnreadableFile
from paitou.tables import Sheet
from paitou.tables.delimited import read_delimited
from paitou.tables.intake import Kind, take_in
from paitou.tracking.methods.method import (
    Assessment,
    Direction,
    Goal,
    Method,
    Series,
    Thresholds,
)

CASE_COLUMNS = (
    "case_id",
    "series",
    "direction",
    "target",
    "base_year",
    "target_year",
    "limit",
    "progress_thresholds",
)
ANSWER_COLUMNS = ("case_id", "progress_value", "status", "score")
_NEEDED = CASE_COLUMNS[:2]
_NUMBER = re.compile(
    r"[+-]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?|inf(?:inity)?|nan)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"([0-9]{1,4})(?:\.0*)?")
_SHOWN = 40
_NO_SERIES, _NO_GOAL = Series(()), Goal()


@frozen(kw_only=True)
class Case:
    """One row: a series and its goal, or in Chinese why it cannot be read (`fault`)."""

    case_id: str
    series: Series = _NO_SERIES
    goal: Goal = _NO_GOAL
    fault: str = ""

    def judge(self, method: Method) -> Assessment:
        """Return what the method says; a row that cannot be read is not assessable."""
        if self.fault:
            return Assessment.refused(self.fault)
        return method.function(self.series, self.goal)


def read_cases(path: Path) -> tuple[tuple[Case, ...], tuple[Issue, ...]]:
    """Return a case for every row that is not blank, and what is wrong with rows.

    Raises:
        UnreadableFile: the file is no CSV, or has no column case_id or series.
    """
    kind, data = take_in(path)
    if kind is not Kind.CSV:
        raise UnreadableFile(f"“{path.name}”不是 CSV，请另存为“CSV UTF-8”后再读")
    return cases_of(read_delimited(data, path.name, separator=","))


def cases_of(sheet: Sheet) -> tuple[tuple[Case, ...], tuple[Issue, ...]]:
    """Return a case for every row that is not blank, and what is wrong with rows.

    Raises:
        UnreadableFile: there is no column case_id or series.
    """
    rows = [row for row in range(sheet.height) if not sheet.is_blank(row)]
    titles = [cell.text for cell in sheet.cells(rows[0])] if rows else []
    if lacking := [name for name in _NEEDED if name not in titles]:
        raise UnreadableFile(
            f"“{sheet.file}”的表头缺少 {'、'.join(lacking)}，"
            f"第一行请写 {','.join(CASE_COLUMNS)}"
        )
    cases: list[Case] = []
    issues: list[Issue] = []
    seen: set[str] = set()
    for row in rows[1:]:
        case = _case(titles, [cell.text for cell in sheet.cells(row)])
        issues += _faults(case, sheet.where(row), seen)
        cases.append(case)
        seen.add(case.case_id)
    return tuple(cases), tuple(issues)


def write_answers(answers: Iterable[tuple[Case, Assessment]]) -> str:
    """Return the answers as CSV text; a number is written so that it reads back equal."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ANSWER_COLUMNS)
    for case, said in answers:
        writer.writerow(
            (case.case_id, _written(said.value), said.status, _written(said.score))
        )
    return out.getvalue()


def _written(value: float | None) -> str:
    return "" if value is None else repr(float(value))


def _case(titles: list[str], texts: list[str]) -> Case:
    cells: dict[str, str] = {}
    for title, text in zip(titles, texts, strict=False):
        cells.setdefault(title, text)
    case = Case(case_id=cells.get("case_id", ""))
    if any(texts[len(titles) :]):
        return evolve(
            case, fault="这一行的格数比表头多，series 或别的格里可能有没加引号的逗号"
        )
    try:
        series = Series(tuple(_points(cells.get("series", ""))))
        return evolve(case, series=series, goal=_goal(cells))
    except ValueError as error:
        return evolve(case, fault=str(error))


def _points(text: str) -> Iterator[tuple[int, float]]:
    """Yield the points; a year without a value is one that was not published."""
    for part in filter(str.strip, text.split(";")):
        year, colon, value = part.partition(":")
        if not colon:
            raise ValueError(f"series 的“{_short(part)}”不是“年份:数值”")
        at = _year("series 的年份", year)
        if value.strip():
            yield at, _number("series 的数值", value)


def _goal(cells: dict[str, str]) -> Goal:
    return Goal(
        direction=_direction(cells.get("direction", "")),
        target=_optional_number(cells, "target"),
        base_year=_optional_year(cells, "base_year"),
        target_year=_optional_year(cells, "target_year"),
        limit=_optional_number(cells, "limit"),
        thresholds=_thresholds(cells.get("progress_thresholds", "")),
    )


def _direction(text: str) -> Direction | None:
    if not text:
        return None
    try:
        return Direction(text.lower())
    except ValueError:
        raise ValueError(f"direction 的“{_short(text)}”不是 positive 或 negative") from None


def _thresholds(text: str) -> Thresholds:
    bounds: dict[str, float] = {}
    for part in filter(str.strip, text.split(";")):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name not in ("high", "med", "low") or name in bounds:
            raise ValueError(
                f"progress_thresholds 的“{_short(part)}”不是 high、med、low 各写一次"
            )
        bounds[name] = _number("progress_thresholds", value)
    return Thresholds(**bounds)


def _optional_number(cells: dict[str, str], column: str) -> float | None:
    text = cells.get(column, "")
    return _number(column, text) if text else None


def _optional_year(cells: dict[str, str], column: str) -> int | None:
    text = cells.get(column, "")
    return _year(column, text) if text else None


def _number(what: str, text: str) -> float:
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(f"{what}“{_short(text)}”不是数")
    return float(text)


def _year(what: str, text: str) -> int:
    if not (found := _YEAR.fullmatch(text.strip())):
        raise ValueError(f"{what}“{_short(text)}”不是年份")
    return int(found[1])


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _faults(case: Case, where: str, seen: set[str]) -> Iterator[Issue]:
    if case.fault:
        yield Issue(
            code="case-unreadable",
            level=Level.ERROR,
            message=f"{where}：{case.fault}，这一行没有评价",
            remedy="改正这一行后重新评价",
            where=where,
        )
    if not case.case_id or case.case_id in seen:
        said = (
            f"case_id“{_short(case.case_id)}”写了不止一次"
            if case.case_id
            else "没有 case_id"
        )
        yield Issue(
            code="case-unnamed",
            level=Level.WARNING,
            message=f"{where}：{said}，答案对不上是哪一行",
            remedy="给每一行一个不同的 case_id",
            where=where,
        )
