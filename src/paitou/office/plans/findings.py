"""A plan and a reader's choice → what is left, in a sentence, and what to filter by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from paitou.model import CommitmentKind, Measure, Mention, Plan, Role
from paitou.office.plans.choices import Choice, sections_under
from paitou.office.plans.hits import Hit, find_hits
from paitou.office.plans.marks import Mark
from paitou.render.signs import Sign, sign_of_key, tallies
from paitou.render.wording import (
    ACCOUNTED,
    COMMITMENT_KIND,
    MEASURE,
    MENTION,
    MENTION_MEANING,
    ROLE,
)
from paitou.report.programmes import path_to


@frozen(kw_only=True)
class Facet:
    """A thing to filter by: its words, how many items it leaves, and the link."""

    words: str
    count: int
    link: str
    is_on: bool = False
    note: str = ""
    sign: Sign | None = None


@frozen(kw_only=True)
class Findings:
    """What the filters leave.

    Attributes:
        sentence: how much was found, or what to do where nothing was.
        chips: the filters that are on, each with the link that takes it off.
    """

    marks: tuple[Mark, ...]
    hits: tuple[Hit, ...]
    sentence: str
    chips: tuple[Facet, ...]


def find(plan: Plan, marks: Sequence[Mark], choice: Choice) -> Findings:
    """Return what the choice leaves of the marks, and where its words stand in the text."""
    sections = sections_under(plan, choice.section) if choice.section else None
    left = tuple(mark for mark in marks if choice.passes(mark, sections))
    hits = find_hits(plan.document.text, choice.q)
    return Findings(
        marks=left,
        hits=hits,
        sentence=_sentence(choice, left, hits),
        chips=tuple(_chips(plan, marks, choice)),
    )


def roles(marks: Sequence[Mark], choice: Choice) -> tuple[Facet, ...]:
    """Return targets and outcomes, none where all statements are of one role."""
    counts = Counter(mark.statement.role for mark in marks if mark.statement)
    if len(counts) < len(Role):
        return ()
    return tuple(_role_facet(choice, role, counts[role]) for role in Role)


def measures(marks: Sequence[Mark], choice: Choice) -> tuple[Facet, ...]:
    """Return the measures that occur, the most frequent first."""
    counts = Counter(mark.statement.measure for mark in marks if mark.statement)
    return tuple(_measure_facet(choice, m, count) for m, count in counts.most_common())


def standings(marks: Sequence[Mark], choice: Choice) -> tuple[Facet, ...]:
    """Return the standings that occur, from reached to open."""
    held = [mark.standing for mark in marks if mark.standing]
    return tuple(
        Facet(
            words=one.sign.word,
            count=one.count,
            link=choice.link(
                standing="" if choice.standing == one.sign.key else one.sign.key,
                kind="",
                s="",
            ),
            is_on=choice.standing == one.sign.key,
            sign=one.sign,
        )
        for one in tallies(held)
    )


def kinds(marks: Sequence[Mark], choice: Choice) -> tuple[Facet, ...]:
    """Return the kinds of commitments that occur, the most frequent first."""
    counts = Counter(mark.commitment.kind for mark in marks if mark.commitment)
    return tuple(_kind_facet(choice, kind, count) for kind, count in counts.most_common())


def indicators(marks: Sequence[Mark], choice: Choice) -> tuple[Facet, ...]:
    """Return every indicator, by its first wording, in the order of the text."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for mark in marks:
        if statement := mark.statement:
            names.setdefault(statement.indicator_id, statement.indicator)
            counts[statement.indicator_id] += 1
    return tuple(
        Facet(
            words=name,
            count=counts[key],
            link=choice.link(indicator=key, measure="", kind="", s=""),
            is_on=choice.indicator == key,
            note=key,
        )
        for key, name in names.items()
    )


def numbers(mentions: Iterable[Mention], choice: Choice) -> tuple[Facet, ...]:
    """Return the classes of numbers that are no statement, the most frequent first."""
    counts = Counter(m.name for m in mentions if m.name not in ACCOUNTED)
    return tuple(
        Facet(
            words=MENTION.get(name, name),
            count=count,
            link=choice.link(number="" if choice.number == name else name, s=""),
            is_on=choice.number == name,
            note=MENTION_MEANING.get(name, ""),
        )
        for name, count in counts.most_common()
    )


def number_sentence(mentions: Sequence[Mention]) -> str:
    """Return how every number of the text is accounted for, as one sentence."""
    counts = Counter(mention.name for mention in mentions)
    refused = sum(count for name, count in counts.items() if name not in ACCOUNTED)
    unexplained = counts["unexplained"]
    end = f"还有{unexplained}处说不明，请人工查看。" if unexplained else "没有说不明的。"
    return (
        f"正文共有数字{len(mentions)}处，{len(mentions) - refused}处属于目标或任务，"
        f"{refused}处不是，已逐一注明原因；{end}"
    )


def _role_facet(choice: Choice, role: Role, count: int) -> Facet:
    is_on = choice.role == role.value
    link = choice.link(role="" if is_on else role.value, kind="", s="")
    return Facet(words=ROLE[role], count=count, link=link, is_on=is_on)


def _measure_facet(choice: Choice, measure: Measure, count: int) -> Facet:
    is_on = choice.measure == measure.value
    asked = "" if is_on else measure.value
    link = choice.link(measure=asked, indicator="", kind="", s="")
    return Facet(words=MEASURE[measure], count=count, link=link, is_on=is_on)


def _kind_facet(choice: Choice, kind: CommitmentKind, count: int) -> Facet:
    is_on = choice.kind == kind.value
    asked = "" if is_on else kind.value
    link = choice.link(kind=asked, role="", measure="", indicator="", standing="", s="")
    return Facet(words=COMMITMENT_KIND[kind], count=count, link=link, is_on=is_on)


def _sentence(choice: Choice, left: Sequence[Mark], hits: Sequence[Hit]) -> str:
    items = _items_told(left)
    if choice.q and hits:
        return f"“{choice.q}”在正文出现{len(hits)}处" + (
            f"，涉及{items}。" if items else "。"
        )
    if items:
        return f"共{items}。"
    asked = f"没有找到“{choice.q}”" if choice.q else "没有符合条件的内容"
    return f"{asked}。请换一个更短的词，或去掉下面的条件。"


def _items_told(marks: Sequence[Mark]) -> str:
    roles_found = Counter(mark.statement.role if mark.statement else None for mark in marks)
    told = (
        (roles_found[Role.TARGET], "项目标"),
        (roles_found[Role.OUTCOME], "项已完成情况"),
        (roles_found[None], "项定性与专项任务"),
    )
    return "、".join(f"{count}{words}" for count, words in told if count)


def _chips(plan: Plan, marks: Sequence[Mark], choice: Choice) -> Iterable[Facet]:
    if choice.q:
        yield _chip(f"“{choice.q}”", choice.link(q="", s=""))
    if choice.section:
        path = path_to(plan, choice.section)
        words = path[-1].number + path[-1].title if path else choice.section
        yield _chip(words, choice.link(section="", s=""))
    if choice.role:
        roles_told = {role.value: words for role, words in ROLE.items()}
        yield _chip(roles_told.get(choice.role, choice.role), choice.link(role="", s=""))
    if choice.measure:
        measures_told = {measure.value: words for measure, words in MEASURE.items()}
        words = measures_told.get(choice.measure, choice.measure)
        yield _chip(words, choice.link(measure="", s=""))
    if choice.kind:
        kinds_told = {kind.value: words for kind, words in COMMITMENT_KIND.items()}
        yield _chip(kinds_told.get(choice.kind, choice.kind), choice.link(kind="", s=""))
    if choice.standing:
        sign = sign_of_key(choice.standing)
        words = sign.word if sign else choice.standing
        yield _chip(words, choice.link(standing="", s=""))
    if choice.indicator:
        named = (f.words for f in indicators(marks, choice) if f.is_on)
        yield _chip(next(named, choice.indicator), choice.link(indicator="", s=""))


def _chip(words: str, link: str) -> Facet:
    return Facet(words=words, count=0, link=link, is_on=True)
