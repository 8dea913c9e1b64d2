"""One statement or commitment → its card: a sentence, and where each field comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from paitou.model import (
    Book,
    Commitment,
    CommitmentKind,
    Role,
    Section,
    Span,
    Statement,
    Subject,
)
from paitou.office.plans.glances import Glance
from paitou.office.plans.marks import Mark
from paitou.office.plans.nodes import NodeLine
from paitou.render.wording import (
    CADENCE,
    COMMITMENT_KIND,
    COMPARATOR,
    MEASURE,
    MEASURE_MEANING,
    NATURE,
    ROLE,
    STRENGTH,
    VALUE_SOURCE,
    WHEN_SOURCE,
)
from paitou.report.programmes import path_to
from paitou.report.sentences import tell, value_words, when_words

_MOST_RELATED = 12


@frozen(kw_only=True)
class Row:
    """A field: `words` are the text's own, in the block that begins at `block`.

    `block` is None where that is the item's own.
    """

    label: str
    value: str
    words: str = ""
    note: str = ""
    name: str = ""
    block: int | None = None


@frozen(kw_only=True)
class Card:
    """What the margin shows of one item.

    Attributes:
        same: other items on the same indicator.
        glance: where a target stands, None where it is none or is not judged.
        nodes: the milestones of the item and of its task.
        beside: other items that share its words.
        place: 第3页 or 第12段, empty where the file has neither.
    """

    mark: Mark
    title: str
    sentence: str
    rows: tuple[Row, ...]
    path: tuple[Section, ...]
    place: str
    same: tuple[Mark, ...]
    beside: tuple[Mark, ...]
    before: Mark | None
    after: Mark | None
    glance: Glance | None = None
    nodes: tuple[NodeLine, ...] = ()

    @property
    def spans(self) -> str:
        """Return what to show in the text: `chosen:532-546 is-value:538-542`."""
        mark = self.mark
        fields = ((f"is-{name}", span) for name, span in mark.fields)
        named = (("chosen", Span(mark.start, mark.end)), *fields)
        return " ".join(f"{name}:{span.start}-{span.end}" for name, span in named)


def card_of(book: Book, marks: Sequence[Mark], mark: Mark, listed: Sequence[Mark]) -> Card:
    """Return the card of a mark; `listed` are the marks that a reader steps through."""
    others = [other for other in marks if other.id != mark.id]
    steps = [one.id for one in listed]
    at = steps.index(mark.id) if mark.id in steps else -1
    item = mark.item
    return Card(
        mark=mark,
        title=_title(mark),
        sentence=tell(item) if isinstance(item, Statement) else _promise(item),
        rows=tuple(_rows(book, item, mark)),
        path=path_to(book.plan, item.section),
        place=_place(book, item.start),
        same=tuple(other for other in others if _same_indicator(other, mark)),
        beside=tuple(other for other in others if other.overlaps(mark))[:_MOST_RELATED],
        before=listed[at - 1] if at > 0 else None,
        after=listed[at + 1] if 0 <= at < len(listed) - 1 else None,
    )


def _title(mark: Mark) -> str:
    if mark.statement:
        return f"{ROLE[mark.statement.role]} {mark.number}"
    kind = mark.commitment.kind if mark.commitment else CommitmentKind.QUALITATIVE
    return f"{COMMITMENT_KIND[kind]} · 任{mark.number}"


def _promise(commitment: Commitment) -> str:
    return f"{commitment.quote}。"


def _same_indicator(other: Mark, mark: Mark) -> bool:
    one, two = other.statement, mark.statement
    return one is not None and two is not None and one.indicator_id == two.indicator_id


def _rows(book: Book, item: Statement | Commitment, mark: Mark) -> Iterator[Row]:
    read = _Reader(book, mark)
    if isinstance(item, Statement):
        yield from _statement_rows(item, read)
    else:
        yield from _commitment_rows(item, read)
    yield from _answer_rows(book, item)


def _statement_rows(item: Statement, read: _Reader) -> Iterator[Row]:
    universal = item.value_source == "universal"
    yield read.row("指标", item.indicator, "indicator")
    if item.scope:
        yield Row(label="范围", value=item.scope)
    note = VALUE_SOURCE[item.value_source] if universal else ""
    yield read.row("数值", value_words(item), "value", note)
    yield read.row("比较", COMPARATOR[item.comparator], "comparator", _unsaid(item))
    measure = item.measure
    yield Row(label="类型", value=MEASURE[measure], note=MEASURE_MEANING[measure])
    source = WHEN_SOURCE.get(item.when.source, item.when.source)
    yield read.row("时限", when_words(item.when), "when", source)
    if item.base:
        yield read.row("所比对象", item.base, "base")
    yield read.row("力度", STRENGTH[item.strength], "strength")


def _unsaid(item: Statement) -> str:
    if item.spans.comparator is not None:
        return ""
    if item.role is Role.TARGET:
        return f"原文没有比较词，目标按“{COMPARATOR[item.comparator]}”理解"
    return "原文没有比较词，按原数记"


def _commitment_rows(item: Commitment, read: _Reader) -> Iterator[Row]:
    yield read.row("事项", item.object, "indicator")
    if item.nature:
        yield Row(label="性质", value=NATURE.get(item.nature, item.nature))
    if item.cadence:
        yield Row(label="频次", value=CADENCE.get(item.cadence, item.cadence))
    yield Row(label="评价", value="按完成与否", note="没有数字，不作量化测算")


def _answer_rows(book: Book, item: Statement | Commitment) -> Iterator[Row]:
    """Who answers for it, as decided or as written; nothing is guessed."""
    who = book.assignment_of(item)
    named = (
        ("牵头领导", who.lead_official),
        ("牵头单位", who.lead_org),
        ("并列牵头", who.second_lead),
        ("责任单位", "、".join(who.responsible_orgs)),
        ("协同单位", "、".join(who.supporting_orgs)),
        ("联络员", who.liaison),
        ("数源部门", who.data_source),
        ("目标性质", who.nature.label if who.nature else ""),
        ("报送频次", who.rhythm.label if who.rhythm else ""),
        ("统计口径", who.definition),
    )
    rows = [Row(label=label, value=value) for label, value in named if value]
    if not (who.lead_org or who.responsible_orgs):
        rows.append(Row(label="责任单位", value="", note="原文未写，尚未落实"))
    yield from rows
    subject = Subject.STATEMENT if isinstance(item, Statement) else Subject.COMMITMENT
    for decision in book.decisions_on(subject, item.id):
        if decision.verdict:
            yield Row(label="审定", value=decision.verdict.label, note=decision.note)


def _place(book: Book, start: int) -> str:
    document = book.plan.document
    if not document.place_kind:
        return ""
    index = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    number = document.blocks[index].place if index >= 0 else 0
    unit = "页" if document.place_kind == "page" else "段"
    return f"第{number}{unit}" if number else ""


class _Reader:
    """Finds the words of a field, and whether they stand in another block than the item."""

    def __init__(self, book: Book, mark: Mark) -> None:
        self._text = book.plan.document.text
        self._blocks = book.plan.document.blocks
        self._mark = mark

    def row(self, label: str, value: str, name: str, note: str = "") -> Row:
        spans = self._mark.spans(name)
        words = "…".join(span.of(self._text).replace("\n", "") for span in spans)
        block = self._block(spans[0].start) if spans else None
        return Row(
            label=label,
            value=value,
            words=words,
            note=note,
            name=name,
            block=None if block == self._block(self._mark.start) else block,
        )

    def _block(self, at: int) -> int | None:
        index = bisect_right(self._blocks, at, key=lambda block: block.start) - 1
        return self._blocks[index].start if index >= 0 else None
