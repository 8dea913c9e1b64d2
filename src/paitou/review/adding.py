"""Sentences that the compiler missed → statements and commitments with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from paitou.model import (
    Commitment,
    CommitmentKind,
    Comparator,
    Decision,
    Document,
    Issue,
    Level,
    Measure,
    Plan,
    Role,
    Section,
    Span,
    Spans,
    Statement,
    Subject,
    Unit,
    Verdict,
    When,
    WhenKind,
)
from paitou.review.correcting import Resolve, inconsistency, replaced
from paitou.review.review import Review
from paitou.text.view import View, fold, view

_OVER = (Measure.TOTAL, Measure.CHANGE, Measure.CHANGE_RATE, Measure.GROWTH_AVG)
_EACH = (Measure.PER_YEAR, Measure.GROWTH_EACH, Measure.MAINTAIN)


def add_sentences(
    plan: Plan, review: Review, resolve: Resolve
) -> tuple[Plan, tuple[Issue, ...]]:
    """Return the plan with every [[add]] whose words stand in the text."""
    decisions = [d for d in review.decisions if d.verdict is Verdict.ADD]
    if not decisions:
        return plan, ()
    document = plan.document
    folded = view(document.text, 0, len(document.text))
    issues: list[Issue] = []
    for decision in decisions:
        span, trouble = _locate(document, folded, decision)
        if span is None:
            issues.append(_issue("addition-not-found", decision, trouble))
        elif decision.subject is Subject.COMMITMENT:
            plan = _with_commitment(plan, _commitment(document, decision, span))
        else:
            plan, found = _with_statement(plan, decision, span, resolve)
            issues += found
    return plan, tuple(issues)


def _locate(document: Document, text: View, decision: Decision) -> tuple[Span | None, str]:
    """Return where the words stand; else None and why that cannot be told."""
    places = [
        span
        for span in _places(document, text, decision.quote)
        if not decision.section or _lies_in(document, span, decision.section)
    ]
    within = f"“{decision.section}”里" if decision.section else "原文里"
    if not places:
        return None, f"{within}找不到“{decision.quote}”"
    if decision.occurrence > len(places):
        return None, f"“{decision.quote}”在{within}只出现 {len(places)} 次"
    if len(places) > 1 and not decision.occurrence:
        return None, f"“{decision.quote}”在{within}出现 {len(places)} 次，没有说明是哪一处"
    return places[max(decision.occurrence - 1, 0)], ""


def _places(document: Document, text: View, quote: str) -> Iterator[Span]:
    """Yield where the words stand, breaks and widths aside, inside one block."""
    wanted = view(quote, 0, len(quote)).text
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        span = text.span(at, at + len(wanted))
        if _lies_in_block(document, span):
            yield span
        at = text.text.find(wanted, at + len(wanted))


def _lies_in_block(document: Document, span: Span) -> bool:
    if not document.blocks:
        return True
    at = bisect_right(document.blocks, span.start, key=lambda block: block.start)
    return at > 0 and document.blocks[at - 1].span.covers(span)


def _lies_in(document: Document, span: Span, named: str) -> bool:
    """Whether it stands in the section with this id, number or title."""
    wanted = fold(named)
    return any(
        section.start <= span.start < section.end
        and wanted in (section.id, *map(fold, _names(section)))
        for section in document.sections
    )


def _names(section: Section) -> tuple[str, ...]:
    return (section.number, section.title, section.number + section.title)


def _innermost(document: Document, at: int) -> Section | None:
    inside = [section for section in document.sections if section.start <= at < section.end]
    return max(inside, key=lambda section: section.level, default=None)


def _quote(document: Document, span: Span) -> str:
    return re.sub(r"[\r\n]+", "", span.of(document.text))


def _section_id(document: Document, span: Span) -> str:
    section = _innermost(document, span.start)
    return section.id if section else ""


def _commitment(document: Document, decision: Decision, span: Span) -> Commitment:
    correction = decision.correction
    return Commitment(
        id=decision.id,
        kind=correction.kind or CommitmentKind.QUALITATIVE,
        section=_section_id(document, span),
        start=span.start,
        end=span.end,
        quote=_quote(document, span),
        object=correction.object or "",
        cadence=correction.cadence or None,
        nature=correction.nature or None,
    )


def _with_commitment(plan: Plan, commitment: Commitment) -> Plan:
    commitments = sorted((*plan.commitments, commitment), key=lambda item: item.start)
    return evolve(plan, commitments=tuple(commitments))


def _with_statement(
    plan: Plan, decision: Decision, span: Span, resolve: Resolve
) -> tuple[Plan, tuple[Issue, ...]]:
    statement = replaced(
        _draft(plan.document, decision, span), decision.correction, resolve
    )
    trouble = inconsistency(statement)
    if trouble is not None:
        return plan, (_issue("correction-inconsistent", decision, trouble),)
    same = tuple(s for s in plan.statements if _says_the_same(s, statement))
    others = (s for s in plan.statements if s not in same)
    ordered = sorted((*others, statement), key=lambda item: (item.start, item.end))
    known = tuple(_known(decision, other) for other in same)
    return evolve(plan, statements=tuple(ordered)), known


def _draft(document: Document, decision: Decision, span: Span) -> Statement:
    """Return the statement with what the decision need not say, taken as usual."""
    correction = decision.correction
    role = correction.role or Role.TARGET
    measure = correction.measure or Measure.LEVEL
    value = correction.value if correction.value is not None else Decimal(0)
    ends = Comparator.GE if role is Role.TARGET else Comparator.EQ
    return Statement(
        id=decision.id,
        role=role,
        section=_section_id(document, span),
        start=span.start,
        end=span.end,
        quote=_quote(document, span),
        indicator=correction.indicator or "",
        indicator_id=correction.indicator or "",
        measure=measure,
        comparator=Comparator.RANGE if correction.value_high is not None else ends,
        value=value,
        unit=Unit.parse(correction.unit or ""),
        when=_usual_time(document, role, measure),
        spans=_spans(document, span, decision),
    )


def _usual_time(document: Document, role: Role, measure: Measure) -> When:
    """The plan's own period, as the compiler takes it where a sentence states none."""
    period = document.period
    if period is None or role is Role.OUTCOME:
        return When(kind=WhenKind.OPEN)
    if measure in _OVER:
        return When(kind=WhenKind.OVER, start=period.start, end=period.end)
    if measure in _EACH:
        return When(kind=WhenKind.EACH, start=period.start, end=period.end)
    return When(kind=WhenKind.BY, end=period.end)


def _spans(document: Document, span: Span, decision: Decision) -> Spans:
    correction = decision.correction
    words = view(document.text, span.start, span.end)
    value = _number_in(words, _written(correction.value), correction.unit or "")
    name = fold(correction.indicator or "")
    at = words.text.find(name) if name else -1
    indicator = (words.span(at, at + len(name)),) if at >= 0 else ()
    return Spans(value=value or span, indicator=indicator)


def _written(value: Decimal | str | None) -> str:
    return format(value, "f") if isinstance(value, Decimal) else value or ""


def _number_in(words: View, value: str, unit: str) -> Span | None:
    """Return where the value stands in the words, with its unit if that follows."""
    digits = ",?".join(map(re.escape, value))
    form = rf"(?<![\d.]){digits}(?![\d.]*\d)(?:{re.escape(fold(unit))})?"
    found = re.search(form, words.text)
    return words.span(found.start(), found.end()) if found else None


def _says_the_same(known: Statement, added: Statement) -> bool:
    return (
        known.spans.value.overlaps(added.spans.value)
        and known.value == added.value
        and known.measure is added.measure
        and known.indicator == added.indicator
    )


def _known(decision: Decision, statement: Statement) -> Issue:
    return Issue(
        code="addition-known",
        level=Level.HINT,
        message=f"增补的“{decision.quote}”已能自动识别({statement.id})，暂用增补的",
        remedy=f"可删去这条增补，并把用到 {decision.id} 的地方改为 {statement.id}",
        where=decision.where,
        start=statement.start,
        end=statement.end,
    )


def _issue(code: str, decision: Decision, trouble: str) -> Issue:
    several = "次" in trouble
    return Issue(
        code=code,
        level=Level.ERROR,
        message=f"增补没有采用：{trouble}",
        remedy="用 occurrence(第几处)或 section 指明"
        if several
        else "照原文改正后重新装载",
        where=decision.where,
    )
