"""Plan → the JSON record of `docs/commands.md`: plain dicts, lists, texts and numbers."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

from paitou.model import (
    Block,
    Commitment,
    Document,
    Issue,
    Mention,
    Plan,
    Responsibility,
    Section,
    Span,
    Statement,
    When,
)

Record = dict[str, object]


def plan_record(plan: Plan) -> Record:
    """Return everything that the plan says; the same plan gives the same record.

    The text is left out where it is the file itself. Numbers of the text are decimal texts.
    """
    document = plan.document
    blocks = document.blocks if document.place_kind else ()
    record: Record = {"document": _document(document)}
    if not document.text_is_file:
        record["text"] = document.text
    record["sections"] = [_section(section) for section in plan.sections]
    record["statements"] = [
        statement_record(item) | _place(item.start, blocks) for item in plan.statements
    ]
    record["commitments"] = [
        commitment_record(item) | _place(item.start, blocks) for item in plan.commitments
    ]
    record["mentions"] = _mentions(plan)
    record["issues"] = [issue_record(issue) for issue in plan.issues]
    return record


def statement_record(statement: Statement) -> Record:
    """Return one statement; its value is a decimal text, a grade's its words."""
    return {
        "id": statement.id,
        "role": statement.role.value,
        "section": statement.section,
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "indicator": statement.indicator,
        "indicator_id": statement.indicator_id,
        "scope": statement.scope,
        "measure": statement.measure.value,
        "comparator": statement.comparator.value,
        "value": _number(statement.value),
        "value_high": _number(statement.value_high),
        "unit": statement.unit.text,
        "value_source": statement.value_source,
        "strength": statement.strength.value,
        "when": _when(statement.when),
        "base": statement.base,
        "spans": _spans(statement),
        "responsible": [_responsibility(org) for org in statement.responsible],
    }


def commitment_record(commitment: Commitment) -> Record:
    """Return one commitment."""
    return {
        "id": commitment.id,
        "kind": commitment.kind.value,
        "section": commitment.section,
        "start": commitment.start,
        "end": commitment.end,
        "quote": commitment.quote,
        "object": commitment.object,
        "cadence": commitment.cadence,
        "nature": commitment.nature,
        "responsible": [_responsibility(org) for org in commitment.responsible],
    }


def issue_record(issue: Issue) -> Record:
    """Return one issue; `where` is empty where the offsets say it."""
    return {
        "code": issue.code,
        "level": issue.level.value,
        "start": issue.start,
        "end": issue.end,
        "where": issue.where,
        "message": issue.message,
        "remedy": issue.remedy,
    }


def _document(document: Document) -> Record:
    period = document.period
    return {
        "title": document.title,
        "file": document.file,
        "sha256": document.sha256,
        "characters": document.characters,
        "period": {"start": period.start, "end": period.end} if period else None,
        "issuer": document.issuer,
        "number": document.number,
        "date": document.date,
        "format": document.format,
        "is_newspaper": document.is_newspaper,
        "place_kind": document.place_kind or None,
    }


def _section(section: Section) -> Record:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "end": section.end,
    }


def _place(start: int, blocks: tuple[Block, ...]) -> Record:
    """The paragraph or page; no key at all for formats that have none."""
    if not blocks:
        return {}
    index = bisect_right(blocks, start, key=lambda block: block.start)
    return {"place": blocks[max(index - 1, 0)].place or None}


def _when(when: When) -> Record:
    return {
        "kind": when.kind.value,
        "start": when.start,
        "end": when.end,
        "source": when.source,
    }


def _spans(statement: Statement) -> Record:
    spans = statement.spans
    return {
        "value": _span(spans.value),
        "indicator": [_span(part) for part in spans.indicator],
        "comparator": _span(spans.comparator),
        "when": _span(spans.when),
        "base": _span(spans.base),
        "strength": _span(spans.strength),
    }


def _mentions(plan: Plan) -> Record:
    return {
        "total": len(plan.mentions),
        "by_class": plan.mention_counts(),
        "list": [_mention(mention) for mention in plan.mentions],
        "unexplained": [
            {"start": mention.start, "end": mention.end, "text": mention.text}
            for mention in plan.unexplained
        ],
    }


def _mention(mention: Mention) -> Record:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "class": mention.name,
        "statement": mention.statement,
    }


def _responsibility(responsibility: Responsibility) -> Record:
    return {"role": responsibility.role.value, "org": responsibility.org}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _number(value: Decimal | str | None) -> str | None:
    """A number in plain notation, without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else value
