"""A small plan in two programmes, made by hand, and a book of it."""

import hashlib
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import (
    Book,
    Commitment,
    Decision,
    Period,
    Plan,
    Quota,
    Span,
    Spans,
    Statement,
    Unit,
    When,
)
from paitou.text import document_from_text
from port_city import port_book, port_figures, port_plan
from rendered_pages import render

__all__ = ["render"]

TEXT = """云山市产业振兴三年行动方案

(2023—2025年)

一、总体要求

(一)指导思想

坚持稳中求进。

(二)主要目标

到2025年,工业增加值达到300亿元以上,单位能耗下降13.5%。

二、重点任务

(一)深入实施产业振兴工程

1.推动产业链发展。打造“链主”企业3—5家。三年累计引进企业、培育企业分别达到60家、5000家。

2.建设开放口岸。基本建成云山国际陆港。

(二)深入实施服务升级工程

3.优化政务服务。市场主体年均增长15%以上。

三、工作要求

(一)加强领导。每季度开展一次督查。
"""


class _Indicators:
    def get(self, _indicator_id):
        return None

    def resolve(self, name):
        return name


def _id(*words):
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:8]


def _section(document, start):
    inside = [s for s in document.sections if s.start <= start < s.end]
    return inside[-1].id


def _statement(document, quote, indicator, value, unit, **fields):
    start = document.text.index(quote)
    span = Span(start, start + len(quote))
    known = {"measure": "level", "comparator": "ge", "when": When(kind="by", end=2025)}
    return Statement(
        id=_id(quote, indicator),
        role="target",
        section=_section(document, start),
        start=start,
        end=span.end,
        quote=quote,
        indicator=indicator,
        indicator_id=indicator,
        value=Decimal(value),
        unit=Unit.parse(unit),
        spans=Spans(value=span),
        **(known | fields),
    )


def _commitment(document, quote, kind, thing, **fields):
    start = document.text.index(quote)
    return Commitment(
        id=_id(quote, thing),
        kind=kind,
        section=_section(document, start),
        start=start,
        end=start + len(quote),
        quote=quote,
        object=thing,
        **fields,
    )


def _statements(document):
    both = "三年累计引进企业、培育企业分别达到60家、5000家"
    fall = {"measure": "change_rate", "comparator": "eq"}
    few = {"measure": "total", "comparator": "range", "value_high": Decimal(5)}
    return (
        _statement(document, "工业增加值达到300亿元以上", "工业增加值", "300", "亿元"),
        _statement(document, "单位能耗下降13.5%", "单位能耗", "-13.5", "%", **fall),
        _statement(document, "打造“链主”企业3—5家", "“链主”企业", "3", "家", **few),
        _statement(document, both, "引进企业", "60", "家", measure="total"),
        _statement(document, both, "培育企业", "5000", "家", measure="total"),
        _statement(
            document, "市场主体年均增长15%以上", "市场主体", "15", "%", measure="growth_avg"
        ),
    )


@pytest.fixture(scope="session")
def plan():
    document = document_from_text(TEXT, file="plan.txt")
    commitments = (
        _commitment(document, "基本建成云山国际陆港", "qualitative", "云山国际陆港"),
        _commitment(document, "每季度开展一次督查", "duty", "督查", cadence="quarterly"),
    )
    return Plan(
        document=document,
        statements=_statements(document),
        commitments=commitments,
        mentions=(),
    )


@pytest.fixture(scope="session")
def book(plan):
    return Book(
        name="yunshan",
        title=plan.document.title,
        plan=plan,
        compiled=plan,
        indicators=_Indicators(),
    )


@pytest.fixture
def statement(plan):
    """Return the statement with this indicator."""
    return lambda name: next(s for s in plan.statements if s.indicator == name)


@pytest.fixture
def task(plan):
    """Return the section with this title."""
    return lambda title: next(s for s in plan.sections if title in s.title)


@pytest.fixture
def decided(book):
    """Return the book with decisions, quotas and so on."""
    return lambda **fields: evolve(book, **fields)


@pytest.fixture
def quota():
    """Return a quota of a statement in a year."""

    def make(statement, year, value, org="", **fields):
        value = None if value is None else Decimal(value)
        period = Period.of_year(year)
        return Quota(statement=statement.id, org=org, period=period, value=value, **fields)

    return make


@pytest.fixture
def decide():
    """Return a decision on a task or statement."""

    def make(subject, of, **fields):
        return Decision(subject=subject, id=of.id, **fields)

    return make


@pytest.fixture
def filled_in(tmp_path):
    """Write the book's sheets with cells filled in, by row id and column title."""

    def fill(book, cells, areas=None):
        from paitou.render.sheets import workbook_bytes
        from paitou.report.breakdown.pages import breakdown_pages

        filled = {"任务分解表": cells, **(areas or {})}
        pages = [_filled(page, filled.get(page.name, {})) for page in breakdown_pages(book)]
        path = tmp_path / "任务分解表.xlsx"
        path.write_bytes(workbook_bytes(pages, "任务分解表"))
        return path

    return fill


def _filled(page, cells):
    titles = [column.title for column in page.columns]
    if not cells:
        return page
    known = titles.index("编号(勿改)")
    rows = []
    for row in page.rows:
        values = list(row.cells)
        for (name, title), value in cells.items():
            if name == row.cells[known]:
                values[titles.index(title)] = value
        rows.append(evolve(row, cells=tuple(values)))
    return evolve(page, rows=tuple(rows))


@pytest.fixture(scope="session")
def port():
    """The plan of the port city."""
    return port_plan()


@pytest.fixture(scope="session")
def tracked(port):
    """The port city's book with figures: some targets are reached, some are open."""
    return evolve(port_book(port), figures=port_figures())


@pytest.fixture(scope="session")
def kunming(kunming_file):
    from paitou.folder import load

    return load(kunming_file.parent)


@pytest.fixture(scope="session")
def yunze(kunming_file):
    from paitou.folder import load

    return load(kunming_file.parents[1] / "yunze-2024")
