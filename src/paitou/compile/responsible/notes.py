"""Passage → the notes in it that say who is responsible, with the text that they govern."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import evolve, frozen

from paitou.compile.passage import Passage
from paitou.compile.responsible.organisations import (
    labelled,
    organisations,
    split_organisations,
)
from paitou.compile.responsible.roles import (
    LABEL,
    LEADING_VERB,
    ROLE_OF_LABEL,
    ROLE_OF_VERB,
    VERB,
)
from paitou.model import OrgRole, Responsibility, Span

_HINT = re.compile(
    r"牵头|负责|责任|配合|分工|主办|协办|指导\)|参与\)|落实\)|支持\)|单位:|部门:|主体:"
)
_BRACKET = re.compile(r"\((?:[^()]|\([^()]*\))*+\)")
#: Labels of posts and of time: they end a list of organisations and name none.
_OTHER_LABEL = r"[\u4e00-\u9fa5]{0,6}(?:领导|责任人|联系人|时限|时间|期限|节点|目标|措施)"
_LABEL = re.compile(rf"{LABEL}(?:为)?:")
_ANY_LABEL = re.compile(rf"(?:{LABEL}(?:为)?|{_OTHER_LABEL}):")
_ACTS = re.compile(
    rf"(?P<orgs>.+?)(?:有关)?(?:按照?(?:各自)?(?:职责|职能)(?:分工)?|分工)?"
    rf"(?P<verb>{VERB})(?:工作)?"
)
_BY = re.compile(rf"由(?P<orgs>[^,;。:由]{{2,60}}?)(?P<verb>{LEADING_VERB})")
_WITH_OWN_ROLE = re.compile(rf"(?P<org>.+)\((?P<verb>{VERB})(?:单位)?\)")
_FIRST_LEADS = re.compile(r"第一[位个](?:者|的)?(?:单位|部门)?为牵头")
_FROM_HERE_ON = re.compile(
    r"以下[^,。]{0,10}?均[需由应](?P<orgs>[^,。]{2,24}?)(?:负责)?落实"
)
_SEGMENT = re.compile(r"(?P<sign>^|[,;。])(?P<words>[^,;。]+)")
_SENTENCE_END = re.compile(r"[。;!?]\s*")
_REST = re.compile(r"[ 。;]*\Z")
#: 由龙头企业牵头 says how something is done, not who answers for it.
_NOBODY = ("企业", "平台", "机构")
_LONGEST = 600


class Scope(StrEnum):
    """How far a note about responsibility reaches."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"


@frozen(kw_only=True)
class ResponsibleNote:
    """A place that says who is responsible, and the text that it governs (`reach`).

    `first_leads` says that of organisations in line the first is the lead, from here on;
    `from_here_on` are those that every later note means without naming them.
    """

    span: Span
    scope: Scope
    reach: Span
    responsibilities: tuple[Responsibility, ...]
    first_leads: bool = False
    from_here_on: tuple[Responsibility, ...] = ()


@frozen
class _Place:
    """[start, end) of a passage's text and who it names; `is_aside` of 由…牵头."""

    start: int
    end: int
    said: str
    named: tuple[Responsibility, ...]
    is_aside: bool = False


def find_responsible(passage: Passage) -> tuple[ResponsibleNote, ...]:
    """Return the notes of one passage, in order.

    A note on a line of its own has the scope of its section; how far that reaches only
    the outline can tell (`attach`).
    """
    if not _HINT.search(passage.text):
        return ()
    places = tuple(_places(passage.text))
    is_alone = bool(places) and not _beside(passage.text, places)
    notes, previous = [], 0
    for place in places:
        note = _note(passage, place, previous, is_alone=is_alone)
        if note.scope is Scope.PARAGRAPH:
            previous = place.end
        notes.append(note)
    return tuple(notes)


def first_as_lead(said: Iterable[Responsibility]) -> tuple[Responsibility, ...]:
    """Return the responsibilities with the first as the lead, where none is yet."""
    every = tuple(said)
    if not every or any(one.role is OrgRole.LEAD for one in every):
        return every
    return (evolve(every[0], role=OrgRole.LEAD), *every[1:])


def with_role(role: OrgRole, names: Iterable[str]) -> list[Responsibility]:
    """Return the organisations in that role; 市教育局(牵头) says its own."""
    own = ((name, _WITH_OWN_ROLE.fullmatch(name)) for name in names)
    return [
        Responsibility(role=ROLE_OF_VERB[found["verb"]], org=found["org"])
        if found
        else Responsibility(role=role, org=name)
        for name, found in own
    ]


def _places(text: str) -> Iterator[_Place]:
    """Yield the places that name somebody responsible, in order, none inside another."""
    at = 0
    for place in sorted(_candidates(text), key=lambda place: (place.start, -place.end)):
        if place.start >= at:
            at = place.end
            yield place


def _candidates(text: str) -> Iterator[_Place]:
    for found in _BRACKET.finditer(text):
        said = found[0][1:-1]
        if named := _read(said):
            yield _Place(found.start(), found.end(), said, named)
    bare = _BRACKET.sub(lambda found: " " * len(found[0]), text)
    yield from _labels(bare, text)
    for found in _BY.finditer(bare):
        names = organisations(text[found.start("orgs") : found.end("orgs")])
        if names and not names[-1].endswith(_NOBODY):
            named = tuple(with_role(ROLE_OF_VERB[found["verb"]], names))
            yield _Place(found.start(), found.end(), found[0], named, is_aside=True)


def _labels(bare: str, text: str) -> Iterator[_Place]:
    """Yield the runs of labels outside brackets (牵头单位:甲;责任单位:乙)."""
    at = 0
    while found := _LABEL.search(bare, at):
        at = bare.find("。", found.end())
        at = len(text) if at < 0 else at
        said = text[found.start() : at]
        if named := _read(said):
            yield _Place(found.start(), at, said, named)


def _read(said: str) -> tuple[Responsibility, ...]:
    """Return who does what according to the words of a bracket or of a line of labels."""
    if len(said) > _LONGEST:
        return ()
    role: OrgRole | None = None
    waiting: list[str] = []
    result: list[Responsibility] = []
    for found in _SEGMENT.finditer(_ANY_LABEL.sub(lambda label: ";" + label[0], said)):
        label = _ANY_LABEL.match(found["words"])
        if label or found["sign"] != ",":
            role = ROLE_OF_LABEL.get(label["label"] or "") if label else None
        names = found["words"][label.end() :] if label else found["words"]
        if acts := _ACTS.fullmatch(names):
            actors = organisations(acts["orgs"].rpartition("由")[2])
            result += with_role(ROLE_OF_VERB[acts["verb"]], actors and waiting + actors)
            waiting = []
        elif role is not None:
            result += with_role(role, labelled(names) if label else organisations(names))
        elif not label:
            waiting += organisations(names)
    return first_as_lead(result) if _FIRST_LEADS.search(said) else tuple(result)


def _beside(text: str, places: Iterable[_Place]) -> str:
    """Return what the passage says besides its notes."""
    beside, at = [], 0
    for place in places:
        beside.append(text[at : place.start])
        at = place.end
    return "".join((*beside, text[at:])).strip(" 。;,、")


def _note(
    passage: Passage, place: _Place, previous: int, *, is_alone: bool
) -> ResponsibleNote:
    text, span = passage.text, passage.span(place.start, place.end)
    is_last = _REST.match(text, place.end) is not None
    if is_alone:
        scope, reach = Scope.SECTION, span
    elif not place.is_aside and (is_last or _is_after_sentence(text, place.start)):
        first = passage.span(previous, place.end).start if previous else passage.block.start
        scope, reach = Scope.PARAGRAPH, Span(first, span.end)
    else:
        scope, reach = Scope.SENTENCE, _sentence(passage, place)
    others = _FROM_HERE_ON.search(place.said)
    names = split_organisations(others["orgs"]) if others else []
    return ResponsibleNote(
        span=span,
        scope=scope,
        reach=reach,
        responsibilities=place.named,
        first_leads=bool(_FIRST_LEADS.search(place.said)) and "下同" in place.said,
        from_here_on=tuple(with_role(OrgRole.RESPONSIBLE, names)),
    )


def _sentence(passage: Passage, place: _Place) -> Span:
    at = bisect_right(passage.sentences, place.start, key=lambda sentence: sentence[0])
    start, end = passage.sentences[max(at - 1, 0)]
    return passage.span(start, max(place.end, end) if place.is_aside else place.end)


def _is_after_sentence(text: str, index: int) -> bool:
    begin = max(0, index - 4)
    found = _SENTENCE_END.search(text, begin, index)
    return found is not None and found.end() == index
