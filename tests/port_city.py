"""A small plan of our own writing with figures, for pages and papers alike."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from paitou.indicators import standard
from paitou.model import (
    Block,
    Book,
    Commitment,
    Document,
    Figure,
    FigureState,
    Mention,
    Period,
    Plan,
    PlanPeriod,
    Section,
    Span,
    Spans,
    Statement,
    Unit,
    When,
)

HOSTILE = "<script>alert('报')</script>"

TEXT = """云汀市向海图强三年行动方案

(2023—2025年)

一、总体要求

到2025年,全市港口吞吐量达到3亿吨以上、力争达到3.5亿吨。

二、重点任务

(一)深入实施港航工程

1.扩大港口能力。加快推进东渡港区、南塘港区等项目建设,三年建成泊位20个,港口吞吐量年均增长8%以上。

2.培育航运企业。实施双百行动,航运企业、船员分别达到50家、2万人。

(二)深入实施海洋工程

3.保护海洋生态。近岸水质优良率保持在90%以上,争创<b>海洋</b>强市。
"""
PERIOD = PlanPeriod(start=2023, end=2025)
HEADING = re.compile(r"^([一二]、|\([一二]\)|\d\.)([^。\n]+)。?", re.MULTILINE)


def _level(number: str) -> int:
    return 1 if number.endswith("、") else 2 if number.endswith(")") else 3


def _sections() -> tuple[Section, ...]:
    found = list(HEADING.finditer(TEXT))
    levels = [_level(one[1]) for one in found]
    made = []
    for index, one in enumerate(found):
        later = [n for n in range(index + 1, len(found)) if levels[n] <= levels[index]]
        above = [n for n in range(index) if levels[n] < levels[index]]
        parent = max((n for n in above if levels[n] == levels[index] - 1), default=-1)
        made.append(
            Section(
                id=f"sec{index}",
                number=one[1],
                title=one[2],
                level=levels[index],
                start=one.start(),
                end=found[later[0]].start() if later else len(TEXT),
                heading=Span(*one.span()),
                parent=parent,
            )
        )
    return tuple(made)


def _blocks(sections: tuple[Section, ...]) -> tuple[Block, ...]:
    bodies = {section.start: section.heading.end for section in sections}
    made = []
    for line in re.finditer(r"^.+$", TEXT, re.MULTILINE):
        inside = [n for n, s in enumerate(sections) if s.start <= line.start() < s.end]
        body = bodies.get(line.start(), line.start())
        kind = "heading" if body == line.end() else "paragraph" if inside else "masthead"
        made.append(
            Block(
                kind=kind,
                start=line.start(),
                end=line.end(),
                body=body,
                section=inside[-1] if inside else -1,
            )
        )
    return tuple(made)


def _document() -> Document:
    sections = _sections()
    return Document(
        title="云汀市向海图强三年行动方案",
        file="plan.txt",
        sha256="",
        text=TEXT,
        period=PERIOD,
        sections=sections,
        blocks=_blocks(sections),
    )


def place(words: str, start: int = 0) -> Span:
    """Where the words stand in the text."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def target(
    number: int, quote: str, indicator: str, value: str, **fields: object
) -> Statement:
    """A statement; `value` is written in the quote, its unit after it."""
    whole = place(quote)
    at = TEXT.index(value, whole.start)
    unit = str(fields.pop("unit", ""))
    named = place(str(fields.pop("named", indicator)))
    when = fields.pop("when", When(kind="by", end=2025, source="sentence"))
    return Statement(
        id=f"s{number}",
        role="target",
        section=_section_at(whole.start),
        start=whole.start,
        end=whole.end,
        quote=quote,
        indicator=indicator,
        indicator_id=str(fields.pop("indicator_id", indicator)),
        value=Decimal(value),
        unit=Unit.parse(unit),
        when=when,
        spans=Spans(
            value=Span(at, at + len(value + unit)),
            indicator=(named,),
            when=place("到2025年") if number < 3 else None,
        ),
        **{"measure": "level", "comparator": "ge", **fields},
    )


def promise(number: int, quote: str, kind: str, goal: str, **fields: object) -> Commitment:
    """A commitment."""
    whole = place(quote)
    return Commitment(
        id=f"c{number}",
        kind=kind,
        section=_section_at(whole.start),
        start=whole.start,
        end=whole.end,
        quote=quote,
        object=goal,
        **fields,
    )


def _section_at(at: int) -> str:
    inside = [s.id for s in _sections() if s.start <= at < s.end]
    return inside[-1] if inside else ""


def _statements() -> tuple[Statement, ...]:
    shared = "航运企业、船员分别达到50家"
    yearly = When(kind="each", start=2023, end=2025, source="plan")
    span = When(kind="over", start=2023, end=2025, source="clause")
    return (
        target(
            1, "全市港口吞吐量达到3亿吨以上", "港口吞吐量", "3", unit="亿吨", scope="全市"
        ),
        target(2, "力争达到3.5亿吨", "港口吞吐量", "3.5", unit="亿吨", strength="stretch"),
        target(3, "三年建成泊位20个", "泊位", "20", unit="个", measure="total", when=span),
        target(
            4,
            "港口吞吐量年均增长8%以上",
            "港口吞吐量",
            "8",
            unit="%",
            measure="growth_avg",
            when=span,
        ),
        target(5, shared, "航运企业", "50", unit="家"),
        target(6, f"{shared}、2万人", "船员", "2万".removesuffix("万"), unit="万人"),
        target(
            7,
            "近岸水质优良率保持在90%以上",
            "近岸水质优良率",
            "90",
            unit="%",
            measure="maintain",
            when=yearly,
        ),
    )


def _commitments() -> tuple[Commitment, ...]:
    ports = "加快推进东渡港区、南塘港区等项目建设"
    return (
        promise(1, ports, "project", "东渡港区"),
        promise(2, ports, "project", "南塘港区"),
        promise(
            3, "争创<b>海洋</b>强市", "qualitative", "<b>海洋</b>强市", nature="designation"
        ),
    )


def _mention(words: str, name: str, within: str = "") -> Mention:
    at = TEXT.index(words, TEXT.index(within))
    return Mention(start=at, end=at + len(words), text=words, name=name)


def port_plan() -> Plan:
    """The plan that the text makes, built by hand so that only the pages are tested."""
    mentions = (
        _mention("2023", "date"),
        _mention("3", "statement", "达到3亿"),
        _mention("双", "name", "双百"),
        _mention("2", "list_number", "2.培育"),
    )
    return Plan(
        document=_document(),
        statements=_statements(),
        commitments=_commitments(),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
    )


def port_book(plan: Plan) -> Book:
    """The plan as a book."""
    title = plan.document.title
    return Book(
        name="yunting", title=title, plan=plan, compiled=plan, indicators=standard()
    )


def figure(indicator: str, period: str, value: str, unit: str, **fields: object) -> Figure:
    """A figure of the whole city."""
    return Figure(
        id=f"{len(indicator)}{period}{value}".replace(".", "p"),
        indicator=indicator,
        indicator_id=indicator,
        org="全市",
        period=Period.parse(period),
        value=Decimal(value),
        unit=Unit.parse(unit),
        **fields,
    )


def port_figures() -> tuple[Figure, ...]:
    port, water = "港口吞吐量", "近岸水质优良率"
    first, last = dt.date(2025, 1, 20), dt.date(2025, 9, 30)
    return (
        figure(port, "2022", "2.5", "亿吨", source="https://example.org/2022"),
        figure(port, "2023", "27000", "万吨", source="统计公报"),
        figure(
            port, "2024", "2.65", "亿吨", state=FigureState.PRELIMINARY, known_on=first
        ),
        figure(port, "2024", "2.6", "亿吨", state=FigureState.FINAL, known_on=last),
        figure(
            port, "2025", "2.7", "亿吨", known_on=dt.date(2026, 1, 20), where="数.csv 第6行"
        ),
        figure(water, "2023", "92", "%"),
        figure(water, "2024", "88", "%"),
        figure("航运企业", "2024", "52", "家", qualifier="突破", bound="at_least"),
        figure(
            "船员", "2025", "2.1", "万人", state=FigureState.UNVERIFIED, source=HOSTILE,
            confidence="low",
        ),
    )  # fmt: skip
