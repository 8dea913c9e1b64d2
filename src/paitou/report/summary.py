"""A plan → what it holds, counted: one sentence, and one screen of text for a terminal."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import frozen

from paitou.model import (
    Commitment,
    Issue,
    Level,
    Mention,
    Plan,
    Role,
    Section,
    Statement,
)
from paitou.render.wording import (
    ACCOUNTED,
    COMMITMENT_KIND,
    MEASURE,
    MENTION,
    MENTION_MEANING,
    PROGRAMME_WORDS,
)

_BEFORE = re.compile(r"\w*$")
_AFTER = re.compile(r"\w{0,4}")
_WIDTH = 84
_LABEL = 16

Item = TypeVar("Item", Statement, Commitment)


@frozen(kw_only=True)
class Programme:
    """A part of the plan that holds tasks: its section, and how much stands in it."""

    section: Section
    tasks: int
    statements: int
    commitments: int


@frozen(kw_only=True)
class Overview:
    """What a plan holds; `word` is what the plan calls its programmes (工程)."""

    title: str
    period: str
    word: str
    programmes: tuple[Programme, ...]
    tasks: tuple[Section, ...]
    targets: int
    outcomes: int
    commitments: int

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the counts in words, nothing for what is not there."""
        counted = (
            (len(self.programmes), f"个{self.word}"),
            (len(self.tasks), "项任务"),
            (self.targets, "项量化目标"),
            (self.outcomes, "项已完成情况"),
            (self.commitments, "项定性与专项任务"),
        )
        return tuple(f"{count}{words}" for count, words in counted if count)

    @property
    def sentence(self) -> str:
        """Return the answer to “what is in it” as one sentence."""
        if not self.parts:
            return "没有读出目标和任务。"
        period = f"{self.period}，" if self.period else ""
        outline, items = _split(self.parts, ("目标", "情况", "定性与专项任务"))
        told = "，".join("、".join(group) for group in (outline, items) if group)
        return f"{period}{told}。"


def overview(plan: Plan) -> Overview:
    """Return what the plan holds.

    Its tasks are the sections of the most frequent level, but not those of a part that
    only looks back (回顾).
    """
    listed = _tasks(plan.sections)
    parents = dict.fromkeys(task.parent for task in listed)
    ahead = {parent for parent in parents if not _looks_back(plan, parent)}
    tasks = tuple(task for task in listed if task.parent in ahead)
    counts = Counter(task.parent for task in tasks)
    roles = Counter(statement.role for statement in plan.statements)
    programmes = tuple(_programme(plan, parent, count) for parent, count in counts.items())
    return Overview(
        title=plan.document.title or plan.document.file,
        period=period_words(plan),
        word=_common_word([p.section.title for p in programmes]),
        programmes=programmes,
        tasks=tasks,
        targets=roles[Role.TARGET],
        outcomes=roles[Role.OUTCOME],
        commitments=len(plan.commitments),
    )


def summarise(plan: Plan) -> str:
    """Return one screen of text: what the plan holds, and what is no statement and why."""
    seen = overview(plan)
    head = [seen.title, seen.sentence, ""]
    parts = (_programme_lines(seen), _item_lines(plan), _mention_lines(plan))
    lines = [line for part in parts for line in part]
    return "\n".join([*head, *lines, _issue_line(plan.issues)]) + "\n"


def period_words(plan: Plan) -> str:
    """Return the years that the plan speaks for (2023—2025年), empty where unknown."""
    if period := plan.document.period:
        if period.start == period.end:
            return f"{period.start}年"
        return f"{period.start}—{period.end}年"
    return f"{plan.document.year}年" if plan.document.year else ""


def _tasks(sections: Sequence[Section]) -> tuple[Section, ...]:
    levels = Counter(section.level for section in sections if section.parent >= 0)
    if not levels:
        return ()
    level = max(levels, key=lambda one: (levels[one], one))
    return tuple(s for s in sections if s.level == level and s.parent >= 0)


def _looks_back(plan: Plan, index: int) -> bool:
    inside = _within(plan.statements, plan.sections[index])
    return bool(inside) and all(item.role is Role.OUTCOME for item in inside)


def _programme(plan: Plan, index: int, tasks: int) -> Programme:
    section = plan.sections[index]
    return Programme(
        section=section,
        tasks=tasks,
        statements=len(_within(plan.statements, section)),
        commitments=len(_within(plan.commitments, section)),
    )


def _within(items: Sequence[Item], section: Section) -> Sequence[Item]:
    """The items that begin in the section; items are in the order of the text."""
    start, end = (bisect_left(items, at, key=_start) for at in (section.start, section.end))
    return items[start:end]


def _start(item: Statement | Commitment) -> int:
    return item.start


def _common_word(titles: Sequence[str]) -> str:
    for word in PROGRAMME_WORDS:
        if titles and all(word in title for title in titles):
            return word
    return "部分"


def _split(parts: Iterable[str], ends: tuple[str, ...]) -> tuple[list[str], list[str]]:
    listed = list(parts)
    return (
        [part for part in listed if not part.endswith(ends)],
        [part for part in listed if part.endswith(ends)],
    )


def _programme_lines(seen: Overview) -> list[str]:
    names = [p.section.number + p.section.title for p in seen.programmes[:12]]
    width = min(max(map(_columns, names), default=0), _WIDTH - 36)
    lines = [
        f"  {_pad(name, width)}{p.tasks:>4}项任务"
        f"{p.statements:>4}项目标{p.commitments:>4}项其他"
        for name, p in zip(names, seen.programmes, strict=False)
    ]
    return [*lines, ""] if lines else []


def _item_lines(plan: Plan) -> list[str]:
    measures = Counter(statement.measure for statement in plan.statements)
    kinds = Counter(commitment.kind for commitment in plan.commitments)
    return [
        *_counted("量化目标", [(MEASURE[m], n) for m, n in measures.most_common()]),
        *_counted(
            "定性与专项任务", [(COMMITMENT_KIND[k], n) for k, n in kinds.most_common()]
        ),
        "",
    ]


def _counted(label: str, counts: list[tuple[str, int]]) -> list[str]:
    total = sum(count for _, count in counts)
    rows: list[str] = []
    row = f"{_pad(label, _LABEL)}{total:>4}  "
    for word, count in counts:
        piece = f"{word} {count}  "
        if _columns(row + piece) > _WIDTH:
            rows, row = [*rows, row.rstrip()], " " * (_LABEL + 6)
        row += piece
    return [*rows, row.rstrip()]


def _mention_lines(plan: Plan) -> list[str]:
    refused = [m for m in plan.mentions if m.name not in ACCOUNTED]
    counts = Counter(m.name for m in refused)
    example = {m.name: _in_words(plan.document.text, m) for m in reversed(refused)}
    unexplained = counts["unexplained"]
    head = f"正文数字共{len(plan.mentions)}处，不是目标的{len(refused)}处，原因如下；"
    return [
        head + (f"未能说明{unexplained}处。" if unexplained else "没有说不明的。"),
        *(
            f"  {_pad(MENTION.get(name, name), _LABEL - 2)}{count:>4}  "
            f"{MENTION_MEANING.get(name, '')}（如“{example[name]}”）"
            for name, count in counts.most_common()
        ),
        "",
    ]


def _in_words(text: str, mention: Mention) -> str:
    """Return the number with a few of the words that it stands among."""
    before = _BEFORE.search(text, max(0, mention.start - 3), mention.start)
    after = _AFTER.match(text, mention.end)
    return f"{before[0] if before else ''}{mention.text}{after[0] if after else ''}"


def _issue_line(issues: Sequence[Issue]) -> str:
    counts = Counter(issue.level for issue in issues)
    if not counts:
        return "检查未发现问题。"
    found = "、".join(f"{level.label}{counts[level]}条" for level in Level if counts[level])
    return f"检查发现：{found}。"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    while _columns(text) > width:
        text = text[:-2] + "…"
    return text + " " * (width - _columns(text))
