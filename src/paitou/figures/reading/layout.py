"""A sheet → where its head is, what each column holds, and which columns are values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from attrs import evolve, field, frozen

from paitou.figures.columns.names import Namer, tidy
from paitou.figures.columns.places import is_place, place_name
from paitou.figures.columns.roles import Role, role_of
from paitou.figures.columns.times import parse_period, period_of
from paitou.figures.columns.units import is_unit
from paitou.figures.qualifiers import read_cell
from paitou.figures.wide import Head, read_head
from paitou.tables import Sheet, Value, find_header, text_of
from paitou.text.view import fold

_LOOKED_THROUGH = 40
_SAMPLE = 300
_LONGEST_TITLE = 60
_NUMBER = re.compile(r"[+-]?[\d,]+(?:\.\d+)?%?")
_YEAR = re.compile(r"(?:19|20|21)\d{2}")


@frozen(kw_only=True)
class Layout:
    """A table's parts; rows and columns are counted from 0.

    Attributes:
        body: the first row below the head.
        keys: the column of each role.
        values: the columns of values, with what their heads say.
        unread: columns that hold numbers and are not understood.
    """

    first: int
    body: int
    keys: dict[Role, int] = field(factory=dict)
    values: tuple[tuple[int, Head], ...] = ()
    unread: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()


def find_layout(sheet: Sheet, namer: Namer) -> Layout | None:
    """Return how the sheet is laid out; None where it has no head that makes sense."""
    scores = [
        (_score(sheet, row, namer), -row)
        for row in range(min(sheet.height, _LOOKED_THROUGH))
    ]
    for score, minus_row in sorted(scores, reverse=True)[:3]:
        if score < 2:
            break
        layout = _layout(sheet, -minus_row, namer)
        if layout and layout.values:
            return layout
    return None


def _score(sheet: Sheet, row: int, namer: Namer) -> int:
    """Return how much of a row is understood as a head; a row with numbers is none."""
    texts = {text_of(value) for value in sheet.rows[row]} - {""}
    if len(texts) < 2 and not (len(texts) == 1 and len(sheet.rows[row]) == 2):
        return 0
    if any(_NUMBER.fullmatch(fold(t)) and not _YEAR.fullmatch(fold(t)) for t in texts):
        return 0
    return sum(_worth(text, namer) for text in texts if len(text) <= _LONGEST_TITLE)


def _worth(text: str, namer: Namer) -> int:
    if role_of(text):
        return 3
    head = read_head((tidy(text),))
    if head.says:
        return 2
    if _is_known(text, namer):
        return 2
    return int(is_place(text))


def _is_known(text: str, namer: Namer) -> bool:
    try:
        return not namer.read(text)[1].startswith("x-")
    except ValueError:
        return False


def _layout(sheet: Sheet, row: int, namer: Namer) -> Layout | None:
    header = find_header(sheet, (), row=row)
    if header is None:
        return None
    first, last = header.first, header.last
    if not sheet.merges:
        first, last = _grown(sheet, first, last)
    parts = _parts(sheet, first, last)
    titles = tuple("/".join(part) for part in parts)
    keys = _keys(sheet, parts, last + 1, namer)
    left = [c for c in range(len(parts)) if c not in keys.values()]
    heads = {c: read_head(parts[c]) for c in left if _is_value(parts[c])}
    # A column of words under words is prose.
    heads = {
        c: h
        for c, h in heads.items()
        if h.says or h.unit or _has_numbers(sheet, c, last + 1)
    }
    values = dict(_values(heads, keys, namer))
    unread = tuple(
        c for c in left if c not in values and _is_lost(sheet, c, last + 1, parts[c], heads)
    )
    return Layout(
        first=first,
        body=last + 1,
        keys=keys,
        values=tuple(values.items()),
        unread=unread,
        titles=titles,
    )


def _grown(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """Return the head's rows where nothing is merged, as in a CSV: groups, then parts."""
    if last + 1 < sheet.height and _are_parts(sheet, last, last + 1):
        return first, last + 1
    if first and _are_parts(sheet, first - 1, first):
        return first - 1, last
    return first, last


def _are_parts(sheet: Sheet, above: int, below: int) -> bool:
    """Whether the lower row only says more of the groups that the upper one names.

    Beside the groups stands a title that has nothing below it: 县区, 指标.
    """
    groups = [tidy(text_of(value)) for value in sheet.rows[above]]
    parts = [tidy(text_of(value)) for value in sheet.rows[below]]
    pairs = list(zip_longest(groups, parts, fillvalue=""))
    has_title = any(role_of(group) and not part for group, part in pairs)
    is_open = any(part and not group for group, part in pairs)
    is_clear = not any(role_of(group) and part for group, part in pairs)
    numbers = any(_NUMBER.fullmatch(p) and not _YEAR.fullmatch(p) for p in map(fold, parts))
    return has_title and is_open and is_clear and not numbers


def _parts(sheet: Sheet, first: int, last: int) -> list[tuple[str, ...]]:
    rows = [
        [_title(sheet.cell(r, c).value) for c in range(sheet.width)]
        for r in range(first, last + 1)
    ]
    if not sheet.merges:
        for upper, lower in pairwise(rows):
            _carry(upper, lower)
    return [
        tuple(dict.fromkeys(t for t in column if t)) for column in zip(*rows, strict=True)
    ]


def _title(value: Value) -> str:
    """Return a title; Excel makes a date of 2023年6月."""
    if isinstance(value, dt.date):
        try:
            return period_of(value).label
        except ValueError:
            return ""
    return tidy(text_of(value))


def _carry(upper: list[str], lower: list[str]) -> None:
    """Write a group's title over the columns on its right that have a part of their own."""
    group = ""
    for column, title in enumerate(upper):
        if title:
            group = "" if role_of(title) and not lower[column] else title
        elif lower[column] and group:
            upper[column] = group


def _is_value(parts: Sequence[str]) -> bool:
    return bool(parts) and _role(parts) is None


def _role(parts: Sequence[str]) -> Role | None:
    if not parts:
        return None
    for title in ("".join(parts), parts[-1]) if len(parts) > 1 else parts:
        if (role := role_of(title)) and (len(parts) == 1 or role is not Role.OPEN):
            return role
    return None


def _keys(
    sheet: Sheet, parts: list[tuple[str, ...]], body: int, namer: Namer
) -> dict[Role, int]:
    """Return the column of each role: first those with a title of their own."""
    keys: dict[Role, int] = {}
    for column, titles in enumerate(parts):
        role = _role(titles)
        if role not in (None, Role.OPEN, Role.IGNORED):
            keys.setdefault(role, column)
    taken = set(keys.values())
    for column, titles in enumerate(parts):
        if column in taken or not _is_open(sheet, column, body, titles):
            continue
        meant = _by_content(sheet, column, body, titles, namer)
        if meant and meant not in keys:
            keys[meant] = column
    if Role.PART in keys and Role.PERIOD not in keys:
        keys[Role.PERIOD] = keys[Role.PART]
    return keys


def _is_open(sheet: Sheet, column: int, body: int, titles: tuple[str, ...]) -> bool:
    """Whether only what stands in the column can tell what it is."""
    role = _role(titles)
    if role is Role.OPEN or (not titles and column < 2):
        return True
    is_strange = bool(titles) and role is None and not read_head(titles).says
    return is_strange and not _has_numbers(sheet, column, body)


def _by_content(
    sheet: Sheet, column: int, body: int, titles: Sequence[str], namer: Namer
) -> Role | None:
    """Return what an open column holds, told by what stands in it."""
    texts = _sample(sheet, column, body)
    if not texts:
        return None
    counts = {
        Role.UNIT: sum(is_unit(fold(text)) for text in texts),
        Role.PERIOD: sum(map(_is_period, texts)),
        Role.ORG: sum(map(is_place, texts)),
        Role.INDICATOR: sum(_is_known(text, namer) for text in texts),
    }
    best = max(counts, key=lambda role: counts[role])
    if 2 * counts[best] >= len(texts):
        return best
    title = "".join(titles)
    if role_of(title) is not Role.OPEN or all(
        _NUMBER.fullmatch(fold(text)) for text in texts
    ):
        return None
    return Role.ORG if "单位" in title else Role.INDICATOR


def _sample(sheet: Sheet, column: int, body: int) -> list[str]:
    rows = sheet.rows[body : body + _SAMPLE]
    texts = (text_of(row[column]) for row in rows if column < len(row))
    return [t for t in dict.fromkeys(texts) if t and len(t) <= _LONGEST_TITLE]


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _values(
    heads: dict[int, Head], keys: dict[Role, int], namer: Namer
) -> Iterator[tuple[int, Head]]:
    """Yield the columns of values with the indicator or the organisation they are of."""
    places = [c for c, h in heads.items() if h.words and is_place(h.words[-1])]
    of_orgs = Role.ORG not in keys and (
        len(places) > 1 or (Role.INDICATOR in keys and bool(places))
    )
    left = Head(title="")
    for column, head in heads.items():
        if head.is_ignored:
            continue
        if of_orgs and head.words:
            left = evolve(head, org=place_name(head.words[-1]), words=())
            yield column, left
        elif Role.INDICATOR in keys or of_orgs:
            if not head.words:
                yield column, evolve(head, org=left.org)
        elif head.words:
            left = evolve(head, words=(_joined(head.words, namer),))
            yield column, left
        elif head.says:
            is_part = head.is_beside or bool(head.measure) or head.period is None
            yield column, _beside(head, left) if is_part else head


def _beside(head: Head, left: Head) -> Head:
    """Return a head with the indicator of the column on its left, and its unit."""
    unit = head.unit or ("" if head.measure else left.unit)
    return evolve(head, words=left.words, unit=unit)


def _joined(words: tuple[str, ...], namer: Namer) -> str:
    """Return the indicator that a head of several rows names, the lowest that is known."""
    for word in reversed(words):
        if _is_known(word, namer):
            return word
    last = words[-1]
    return "".join(words[-2:]) if len(words) > 1 and len(last) <= 4 else last


def _is_lost(
    sheet: Sheet, column: int, body: int, parts: Sequence[str], heads: dict[int, Head]
) -> bool:
    """Whether a column that is not understood holds numbers."""
    if _role(parts) is not None or (column in heads and heads[column].is_ignored):
        return False
    return _has_numbers(sheet, column, body)


def _has_numbers(sheet: Sheet, column: int, body: int) -> bool:
    """Whether a column has a number, a sign for none, or a grade anywhere."""
    return any(map(_is_numeric, _sample(sheet, column, body)))


def _is_numeric(text: str) -> bool:
    if _is_period(text) and not _NUMBER.fullmatch(fold(text)):
        return False
    try:
        read_cell(text, placed=True)
    except ValueError:
        return False
    return True
