"""The books that are served, and the plan in each."""

from __future__ import annotations

import datetime as dt

from paitou.cli.book_record import book_record
from paitou.compile.record import Record, commitment_record, statement_record
from paitou.model import PageKind
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import is_inside, seen_books, seen_page
from paitou.office.api.values import Given, Search, Told
from paitou.office.books import Shelved

desk = Desk("方案")
_OPEN = use(Scope.READ, rule=EVERYBODY)


class BookLine(Given):
    """A book in the list; a child book is named 母方案~专项方案."""

    name: str
    title: str
    simulated: bool
    start: int | None
    end: int | None
    statements: int
    commitments: int
    figures: int
    latest_figure: dt.date | None


class BookList(Given):
    """The books that are served."""

    books: list[BookLine]


class BookOut(Told):
    """A plan as `paitou show` prints it."""

    name: str
    title: str
    simulated: bool
    document: Record
    sections: list[Record]
    statements: list[Record]
    commitments: list[Record]
    quotas: list[Record]
    milestones: list[Record]


class StatementOut(Told):
    """A statement, with who answers for it and how it is split."""

    id: str
    role: str
    quote: str
    indicator: str
    indicator_id: str
    measure: str
    comparator: str
    value: str | None
    value_high: str | None
    unit: str


class StatementList(Given):
    """Statements in the order of the text."""

    statements: list[StatementOut]


class CommitmentOut(Told):
    """A commitment, with who answers for it."""

    id: str
    kind: str
    quote: str
    object: str


class CommitmentList(Given):
    """Commitments in the order of the text."""

    commitments: list[CommitmentOut]


@desk.reads("/books", BookList, _OPEN, told="列出能查看的方案。")
def list_books(request: Asking) -> Record:
    """Return the books that whoever asks may see."""
    return {"books": [_line(one) for one in seen_books(request)]}


@desk.reads(
    "/books/{book}",
    BookOut,
    _OPEN,
    told="查看一个方案：原文编译结果加上人工复核，与 paitou show 相同。",
)
def get_book(request: Asking, book: Search) -> Record:
    """Return a book as `paitou show` prints it."""
    shelved = seen_page(request, book, PageKind.PLAN).shelved
    record = book_record(shelved.book) | {"title": shelved.book.title}
    if not is_inside(request):  # what is wrong with the office's files is its own matter
        record["issues"] = []
    return record


@desk.reads(
    "/books/{book}/statements",
    StatementList,
    _OPEN,
    told="列出目标和成效，可按 role（target、outcome）和指标筛选。",
)
def list_statements(
    request: Asking, book: Search, role: Search = "", indicator: Search = ""
) -> Record:
    """Return the statements, narrowed by role and indicator."""
    shelved = seen_page(request, book, PageKind.STATEMENTS).shelved
    plan = book_record(shelved.book)["statements"]
    assert isinstance(plan, list)  # noqa: S101
    named = [
        each
        for each in plan
        if role in ("", each["role"])
        and indicator in ("", each["indicator"], each["indicator_id"])
    ]
    return {"statements": named}


@desk.reads(
    "/books/{book}/statements/{statement}",
    StatementOut,
    _OPEN,
    told="查看一项目标：数值、原文位置、责任单位和分解。",
)
def get_statement(request: Asking, book: Search, statement: Search) -> Record:
    """Return one statement with its split."""
    shelved = seen_page(request, book, PageKind.STATEMENTS).shelved
    plan = shelved.book.plan
    found = next((one for one in plan.statements if one.id == statement), None)
    if found is None:
        raise Stopped(404)
    quotas = shelved.book.quotas_of(statement)
    return statement_record(found) | {
        "quotas": [
            {
                "org": quota.org or None,
                "period": str(quota.period),
                "value": None if quota.value is None else format(quota.value, "f"),
                "unit": quota.unit,
            }
            for quota in quotas
        ]
    }


@desk.reads(
    "/books/{book}/commitments",
    CommitmentList,
    _OPEN,
    told="列出没有数字的任务，可按 kind 筛选。",
)
def list_commitments(request: Asking, book: Search, kind: Search = "") -> Record:
    """Return the commitments, narrowed by kind."""
    plan = seen_page(request, book, PageKind.STATEMENTS).shelved.book.plan
    found = [one for one in plan.commitments if kind in ("", one.kind.value)]
    return {"commitments": [commitment_record(one) for one in found]}


def _line(shelved: Shelved) -> Record:
    book = shelved.book
    period = book.plan.document.period
    return {
        "name": shelved.name,
        "title": book.title,
        "simulated": book.is_simulated,
        "start": period.start if period else None,
        "end": period.end if period else None,
        "statements": len(book.plan.statements),
        "commitments": len(book.plan.commitments),
        "figures": len(book.figures),
        "latest_figure": max((one.visible_from for one in book.figures), default=None),
    }
