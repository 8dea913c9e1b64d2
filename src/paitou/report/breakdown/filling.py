"""A row of a filled-in sheet → what it says about a task, a target or a commitment."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from paitou.model import (
    Assignment,
    Correction,
    Issue,
    Level,
    Milestone,
    Period,
    Quota,
    Statement,
    Subject,
)
from paitou.report.breakdown.cells import CellReader, Due, stated_deadline
from paitou.report.breakdown.fields import Field
from paitou.report.breakdown.filled import FilledRow
from paitou.report.breakdown.matching import Match, Matcher
from paitou.report.breakdown.rows import Item

#: Columns that only say which row it is.
_NAMING = frozenset(
    {Field.NUMBER, Field.PROGRAMME, Field.TASK, Field.WORDS, Field.PLACE, Field.BASIS}
)
_SUMS = ("合计", "总计", "小计", "共计")
_BY_WORDS = "照抄方案原文，或填上编号"


@frozen(kw_only=True)
class Filling:
    """What a sheet says about one subject; `cleared` names what it takes away."""

    subject: Subject
    id: str
    quote: str
    where: str
    assignment: Assignment = field(factory=Assignment)
    correction: Correction = field(factory=Correction)
    note: str = ""
    cleared: frozenset[str] = frozenset()
    milestones: tuple[Milestone, ...] = ()
    quotas: tuple[Quota, ...] = ()


def read_row(
    row: FilledRow, matcher: Matcher
) -> tuple[tuple[Filling, ...], tuple[Issue, ...]]:
    """Return what the row says, one filling for each thing that it is about."""
    words = row.get(Field.WORDS)
    if not set(row.cells) - _NAMING - {Field.ID} or words in _SUMS:
        return (), ()
    reader = CellReader(row)
    match = _found(reader, matcher)
    if match is None:
        return (), tuple(reader.issues)
    fillings = tuple(_fillings(reader, match, is_sure=_has_known_id(row, match)))
    return fillings, tuple(reader.issues)


def _has_known_id(row: FilledRow, match: Match) -> bool:
    return row.get(Field.ID) in match.ids


def _found(reader: CellReader, matcher: Matcher) -> Match | None:
    """Return what the row is about; None, and why, where that cannot be told."""
    name, words = reader.row.get(Field.ID), reader.row.get(Field.WORDS)
    told = matcher.by_words(words)
    if not name:
        return _by_words(reader, matcher, told)
    match = matcher.by_id(name)
    if not match.is_found:
        return _without_id(reader, matcher, told)
    if told.is_found and not told.ids & match.ids:
        message = f"编号 {name} 不是这句话的编号，这一行没有采用"
        remedy = "核对编号是否错行；排序、粘贴时整行一起移动"
        reader.add("breakdown-id-moved", message, remedy, Field.ID, Level.ERROR)
        return None
    if words and match.items and not told.is_found:
        message = f"目标任务和方案原文不一致，按编号 {name} 采用"
        remedy = "原文请照抄；方案有改动的，改方案文本"
        reader.add("breakdown-words-changed", message, remedy, Field.WORDS, Level.WARNING)
    return match


def _by_words(reader: CellReader, matcher: Matcher, told: Match) -> Match | None:
    if told.is_found:
        return _narrowed(told, reader.row)
    _note_lost(reader, matcher, told)
    return None


def _without_id(reader: CellReader, matcher: Matcher, told: Match) -> Match | None:
    """Return what the words say where the plan knows the id no more."""
    if not told.is_found:
        return _by_words(reader, matcher, told)
    message = f"编号 {reader.row.get(Field.ID)} 不在现行方案里，已按原文找到"
    reader.add("breakdown-id-unknown", message, "重新导出一份表", Field.ID, Level.WARNING)
    return _narrowed(told, reader.row)


def _note_lost(reader: CellReader, matcher: Matcher, told: Match) -> None:
    words = reader.row.get(Field.WORDS)
    if told.places > 1:
        message = f"“{words[:30]}”在方案里不止一处，分不清是哪一处，这一行没有采用"
        remedy = "填上编号，或写出更完整的原文"
        reader.add("breakdown-row-ambiguous", message, remedy, Field.WORDS, Level.ERROR)
        return
    if told.places:
        message = f"“{words[:30]}”是方案原文，但里面没有读出目标或任务，这一行没有采用"
    else:
        message = f"“{words[:30]}”在方案里找不到，这一行没有采用"
    near = matcher.nearest(words) if words else None
    remedy = f"最接近的是“{near.words[:40]}”({near.id or '非目标'})；" if near else ""
    reader.add(
        "breakdown-row-unmatched", message, remedy + _BY_WORDS, Field.WORDS, Level.ERROR
    )


def _narrowed(match: Match, row: FilledRow) -> Match:
    """Return the items whose indicator the row names, where it names one of them."""
    named = "".join(row.get(Field.INDICATOR).split())
    items = tuple(item for item in match.items if named and _thing(item) == named)
    return evolve(match, items=items) if items else match


def _thing(item: Item) -> str:
    thing = item.indicator if isinstance(item, Statement) else item.object
    return "".join(thing.split())


def _fillings(reader: CellReader, match: Match, *, is_sure: bool) -> Iterator[Filling]:
    stated = stated_deadline(match.items[0]) if match.items else ""
    nodes = tuple(reader.nodes(stated))
    shared = Filling(
        subject=Subject.TASK,
        id="",
        quote="",
        where=reader.row.where(),
        assignment=reader.assignment(),
        note=reader.note(),
        cleared=reader.cleared(),
    )
    statements = [item for item in match.items if isinstance(item, Statement)]
    lone = statements[0] if len(statements) == 1 else None
    if lone is None:
        _refuse_quotas(reader, match)
    if match.task:
        name, quote = match.task.id, match.task.number + match.task.title
        yield evolve(_with_nodes(shared, nodes, Subject.TASK, name), id=name, quote=quote)
    for item in match.items:
        is_statement = isinstance(item, Statement)
        bearer = (
            (Subject.STATEMENT, item.id) if is_statement else (Subject.TASK, item.section)
        )
        yield evolve(
            _with_nodes(shared, nodes, *bearer),
            subject=Subject.STATEMENT if is_statement else Subject.COMMITMENT,
            id=item.id,
            quote=item.quote,
            correction=_correction(reader, item, is_sure=is_sure),
            quotas=tuple(reader.quotas(lone)) if item is lone and lone else (),
        )


def _with_nodes(
    filling: Filling, nodes: tuple[tuple[str, Due], ...], subject: Subject, name: str
) -> Filling:
    """Return the filling with its nodes; those of a commitment are its task's."""
    made = (
        Milestone(subject=subject, id=name, what=what, due=due, where=filling.where)
        for what, due in nodes
        if name
    )
    return evolve(filling, milestones=tuple(made))


def _refuse_quotas(reader: CellReader, match: Match) -> None:
    """Note numbers in a row that is about no one target."""
    periods = [target for target in reader.row.cells if isinstance(target, Period)]
    if not periods:
        return
    if any(isinstance(item, Statement) for item in match.items):
        message, remedy = "这句话有几个目标，分不清年度目标是哪一个的", "填上编号或指标名称"
    else:
        message, remedy = (
            "这一行不是量化目标，年度目标没有采用",
            "年度目标填在具体目标那一行",
        )
    reader.add("breakdown-quota-homeless", message, remedy, periods[0], Level.ERROR)


def _correction(reader: CellReader, item: Item, *, is_sure: bool) -> Correction:
    """Return what the row corrects; a row found by its words corrects nothing."""
    if is_sure:
        return reader.correction(item)
    if reader.says_otherwise(item):
        message = f"目标值“{reader.row.get(Field.TARGET)[:20]}”和方案原文不同，以原文为准"
        remedy = "确需更正的，在系统导出的表里按编号改"
        reader.add("breakdown-target-differs", message, remedy, Field.TARGET, Level.WARNING)
    return Correction()
