"""A statement in its text → what a comparison needs of it: names, years, neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, frozen

from paitou.indicators import Catalogue, Indicator, normalise
from paitou.model import Plan, Role, Statement
from paitou.tracking.reconcile.eras import Eras
from paitou.tracking.reconcile.measures import adds_up
from paitou.tracking.reconcile.names import Name, named
from paitou.tracking.reconcile.times import Years, years_of

_STOP = re.compile(r"[。！？!?;；\n]")
_NUMBERS = re.compile(r"[\d.,．%％]+|[一-鿿]?多(?=[个家户项件])")
_LEADING_PLACE = re.compile(r"^(?:全|我|本)[省市区县国州]")
_NUMBER_LEAD = re.compile(r"(?:20\d\d年的?|上年的?|去年的?|平均|最低)?$")
#: What bounds a number and says nothing of the thing: 达到, 超过, 近 before, 以上 after it.
_BOUND = re.compile(r"(?:达到?|超过?|突破|近|约|不低于|不少于|至少|实现|为)+$")
_BOUND_AFTER = re.compile(r"^(?:以上|左右|以内|以下|多|余)")
_NEW = "新增"


@frozen(kw_only=True)
class Subject:
    """A statement prepared for comparison; `order` is its place among those of its role.

    Attributes:
        ids: indicators of the catalogue that its words name.
        words: the quote without its number and unit, so what is done to what.
        sentence: number of the sentence that it stands in; `context` is what that says.
        text: the sentence itself.
    """

    statement: Statement
    order: int
    name: Name
    ids: frozenset[str]
    known: Indicator | None
    years: Years | None
    sentence: int
    words: str
    context: Name = field(repr=False)
    text: str = field(repr=False)

    @property
    def scope(self) -> str:
        """Return the named place or group, empty for the whole (全省)."""
        scope = self.statement.scope or ""
        return "" if _LEADING_PLACE.match(scope) and len(scope) <= 3 else scope

    @property
    def before(self) -> str:
        """Return what the quote says before its number."""
        statement = self.statement
        return statement.quote[: max(0, statement.spans.value.start - statement.start)]

    @property
    def is_start(self) -> bool:
        """Return whether it is where a change began (由729万人增加到732万人)."""
        before = _NUMBER_LEAD.sub("", self.before)
        return before.endswith(("从", "由"))

    @property
    def is_to_date(self) -> bool:
        """Return whether the number adds up what was done in more than the year."""
        return adds_up(self.statement)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the indicator is called, in the text and in the catalogue."""
        words = self.known.words if self.known else ()
        return (self.statement.indicator, *words)


def subjects(plan: Plan, role: Role, catalogue: Catalogue) -> list[Subject]:
    """Return the statements of a role, prepared, in the text's order."""
    text = plan.document.text
    eras = Eras.of(text)
    stops = [found.end() for found in _STOP.finditer(text)]
    chosen = [s for s in plan.statements if s.role is role]
    return [
        _subject(statement, order, plan, catalogue, (stops, eras))
        for order, statement in enumerate(chosen)
    ]


def _subject(
    statement: Statement,
    order: int,
    plan: Plan,
    catalogue: Catalogue,
    text: tuple[list[int], Eras],
) -> Subject:
    stops, eras = text
    is_told = statement.role is Role.OUTCOME
    are_many = eras.are_many(statement.start) if is_told else None
    nth = bisect_right(stops, statement.start)
    start = stops[nth - 1] if nth else 0
    end = stops[nth] if nth < len(stops) else len(plan.document.text)
    sentence = plan.document.text[start:end]
    ids = _ids(statement, catalogue)
    return Subject(
        statement=statement,
        order=order,
        name=named(statement.indicator),
        ids=ids,
        known=catalogue.get(statement.indicator_id)
        or next((catalogue.get(one) for one in sorted(ids)), None),
        years=years_of(statement, plan, are_many),
        sentence=nth,
        words=_words(statement),
        context=named(_NUMBERS.sub("", sentence)),
        text=sentence,
    )


def _words(statement: Statement) -> str:
    start, end = statement.spans.value.start, statement.spans.value.end
    quote = statement.quote
    if len(quote) != statement.end - statement.start:
        return ""
    before = _BOUND.sub("", quote[: start - statement.start])
    after = quote[end - statement.start :].removeprefix(statement.unit.text)
    return normalise(before + _BOUND_AFTER.sub("", after))


def _ids(statement: Statement, catalogue: Catalogue) -> frozenset[str]:
    """The catalogue's ids of the indicator, and of the words before the number.

    新增城镇就业8.55万人 is read as 城镇就业, and means another indicator than its stock.
    """
    before = statement.quote[: max(0, statement.spans.value.start - statement.start)]
    words = [before] if before.endswith(statement.indicator) else []
    if _NEW in before and _NEW not in statement.indicator:
        words.append(_NEW + statement.indicator)
    found = (catalogue.resolve(one) for one in words if one)
    ids = {one for one in found if catalogue.get(one)}
    return frozenset(
        ids
        or ({statement.indicator_id} if catalogue.get(statement.indicator_id) else set())
    )
