"""Sentences in small documents, compiled, and what they say as one line a statement."""

from __future__ import annotations

import tomllib
from pathlib import Path

from paitou.compile import compile_document
from paitou.compile.clause import drafts_of
from paitou.compile.construction import Memory
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting
from paitou.compile.scan import scan
from paitou.compile.when import Calendar, times
from paitou.model import Plan, Role, Statement, Strength, When, WhenKind
from paitou.text import document_from_text

PLAN = """云泽市加快发展三年行动方案

(2023—2025年)

一、重点任务

{}
"""
REPORT = """政府工作报告

——2025年1月15日在云泽市第五届人民代表大会第四次会议上

一、2024年工作回顾

{review}

二、2025年工作安排

{report}
"""
#: What a statement's role is unless the sentence turns it.
USUAL = {"plan": Role.TARGET, "report": Role.TARGET, "review": Role.OUTCOME}
SENTENCES = Path(__file__).with_name("sentences.toml")


def compiled(sentence: str, kind: str = "plan") -> Plan:
    """Return what a plan, or a report's review or target part, says in this sentence."""
    if kind == "plan":
        return compile_document(document_from_text(PLAN.format(sentence)))
    parts = {"review": "各项工作稳步推进。", "report": "做好各项工作。", kind: sentence}
    return compile_document(document_from_text(REPORT.format(**parts)))


def lines(plan: Plan, kind: str = "plan") -> list[str]:
    """Return the statements in the form in which sentences.toml expects them."""
    return [line(s, USUAL[kind]) for s in plan.statements]


def line(said: Statement, usual: Role = Role.TARGET) -> str:
    """Return 指标 | measure comparator value unit | when, and the rest that applies."""
    high = "" if said.value_high is None else f"—{number(said.value_high)}"
    value = f"{number(said.value)}{high} {said.unit.text}".strip()
    parts = [
        said.indicator,
        f"{said.measure} {said.comparator} {value}",
        time(said.when),
        "stretch" if said.strength is Strength.STRETCH else "",
        f"scope {said.scope}" if said.scope else "",
        f"base {said.base}" if said.base else "",
        said.value_source if said.value_source != "number" else "",
        said.role if said.role is not usual else "",
    ]
    return " | ".join(part for part in parts if part)


def number(value: object) -> str:
    """Return a value as people write it: 1.2, 3000; a grade's is its words."""
    return value if isinstance(value, str) else f"{value:f}"


def time(when: When) -> str:
    """Return by 2025, in 2024, over 2023-2025, each 2023-2025, each 2025 or open."""
    if when.kind in (WhenKind.EACH, WhenKind.OVER) and when.start != when.end:
        return f"{when.kind} {when.start}-{when.end}"
    return f"{when.kind} {when.end or ''}".strip()


def cases(path: Path = SENTENCES) -> list[dict]:
    """Return the sentences of the file with their `kind` and `text`."""
    listed = tomllib.loads(path.read_text("utf-8"))["sentence"]
    for case in listed:
        case["kind"] = next(kind for kind in USUAL if kind in case)
        case["text"] = case[case["kind"]]
    return listed


def classes(plan: Plan, sentence: str) -> dict[str, str]:
    """Return the numbers of the sentence and their classes."""
    start = plan.document.text.index(sentence)
    end = start + len(sentence)
    return {m.text: m.name for m in plan.mentions if start <= m.start < end}


THREE_YEARS = Calendar(year=2023, first=2023, last=2025)
YEAR_REVIEWED = Calendar(year=2025, first=2024, last=2024, is_review=True)


def amounts(text: str) -> list[Amount]:
    """Return the amounts of a sentence."""
    return [n for n in scan(text) if isinstance(n, Amount)]


def setting(text: str, calendar: Calendar = THREE_YEARS) -> Setting:
    """Return the sentence where it would stand, alone in its paragraph."""
    said = tuple(times(text, 0, len(text), calendar))
    return Setting(text=text, start=0, end=len(text), times=said, calendar=calendar)


def read(text: str, calendar: Calendar = THREE_YEARS) -> Memory:
    """Return what the grammar makes of a sentence: its drafts and delimiting amounts."""
    return drafts_of(setting(text, calendar), amounts(text))


def nouns(text: str, calendar: Calendar = THREE_YEARS) -> list[str]:
    """Return the indicators of the sentence's drafts."""
    return [draft.indicator for draft in read(text, calendar).drafts]
