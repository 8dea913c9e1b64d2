"""What becomes of organisations, by the day: founded, renamed, moved, split, merged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from paitou.model import Org
from paitou.office.journal.actions import Done, Refused, perform
from paitou.office.people.acting import Actor
from paitou.office.people.models import Body, Post, Tenure, Turn
from paitou.office.people.roles import Right
from paitou.office.people.states import State, org_change, org_state

#: What a new version takes over from the one before.
_CARRIED = ("name", "kind", "group", "parent", "run_by", "is_summand", "aliases")


@frozen
class Turned:
    """When an organisation changes, and on what ground: a document, its number."""

    day: dt.date
    reason: str


def import_orgs(actor: Actor, orgs: Iterable[Org], turned: Turned) -> int:
    """Found every organisation of a book that is not there yet, and return how many.

    Raises:
        NotAllowed: they may not.
    """
    made: list[str] = []

    def imported() -> Sequence[str]:
        for org in orgs:
            if not Body.objects.filter(code=org.code).exists():
                _found(org, turned)
                made.append(org.code)
        return made

    _change(actor, "people.import_orgs", turned.reason, imported)
    return len(made)


def found(actor: Actor, org: Org, turned: Turned) -> None:
    """Found an organisation.

    Raises:
        NotAllowed: they may not.
        Refused: its code was used before, or its parent is not there on that day.
    """

    def founded() -> Sequence[str]:
        _is_free(org.code)
        _is_there(org.parent, turned.day)
        _found(org, turned)
        return [org.code]

    _change(actor, "people.found_org", turned.reason, founded)


def rename(actor: Actor, code: str, name: str, turned: Turned) -> None:
    """Give an organisation another name; the one before becomes an alias.

    Raises:
        NotAllowed: they may not.
        Refused: there is no such organisation, or the day is before its last change.
    """

    def renamed() -> Sequence[str]:
        now = _latest(code, turned.day)
        if name == now.name:
            raise Refused("新旧名称相同。")
        aliases = [*now.aliases, *({now.name} - {*now.aliases, name})]
        _next(now, Turn.RENAMED, turned, name=name, aliases=aliases)
        return [code]

    _change(actor, "people.rename_org", turned.reason, renamed, [code])


def move(actor: Actor, code: str, parent: str, turned: Turned) -> None:
    """Put an organisation below another.

    Raises:
        NotAllowed: they may not.
        Refused: one of them is not there on that day, or they would be in a circle.
    """

    def moved() -> Sequence[str]:
        now = _latest(code, turned.day)
        _is_there(parent, turned.day)
        _no_circle(code, parent, turned.day)
        _next(now, Turn.MOVED, turned, parent=parent)
        return [code]

    _change(actor, "people.move_org", turned.reason, moved, [code])


def entrust(actor: Actor, code: str, run_by: str, turned: Turned) -> None:
    """Let another run an organisation (托管); its figures stay its parent's. Empty ends it.

    Raises:
        NotAllowed: they may not.
        Refused: one of them is not there on that day.
    """

    def entrusted() -> Sequence[str]:
        now = _latest(code, turned.day)
        _is_there(run_by, turned.day)
        if run_by == code:
            raise Refused("不能由自己托管。")
        _next(now, Turn.ENTRUSTED, turned, run_by=run_by)
        return [code]

    _change(actor, "people.entrust_org", turned.reason, entrusted, [code])


def resort(
    actor: Actor, code: str, group: str, turned: Turned, *, is_summand: bool
) -> None:
    """Change which group an organisation is compared in, and whether it is a summand.

    Raises:
        NotAllowed: they may not.
        Refused: there is no such organisation on that day.
    """

    def resorted() -> Sequence[str]:
        now = _latest(code, turned.day)
        _next(now, Turn.RESORTED, turned, group=group, is_summand=is_summand)
        return [code]

    _change(actor, "people.resort_org", turned.reason, resorted, [code])


def split(
    actor: Actor, code: str, parts: Sequence[tuple[str, str]], turned: Turned
) -> None:
    """Close an organisation and found its parts, each with a code and a name.

    Raises:
        NotAllowed: they may not.
        Refused: there are fewer than two parts, a code was used before, or others belong
            to it.
    """

    def parted() -> Sequence[str]:
        now = _latest(code, turned.day)
        if len({part for part, _ in parts}) < 2:
            raise Refused("拆分后至少要有两个单位，代码各不相同。")
        for part, name in parts:
            _is_free(part)
            _come_from([now], part, name, Turn.SPLIT, turned)
        _has_none_below(code, turned.day)
        _end(now, Turn.SPLIT, turned)
        return [code, *(part for part, _ in parts)]

    _change(actor, "people.split_org", turned.reason, parted, [code])


def merge(
    actor: Actor, codes: Sequence[str], into: tuple[str, str], turned: Turned
) -> None:
    """Close organisations and found the one that they become, with a new code and a name.

    Raises:
        NotAllowed: they may not.
        Refused: there are fewer than two, the code was used before, or others belong to
            them.
    """
    code, name = into

    def merged() -> Sequence[str]:
        if len(set(codes)) < 2:
            raise Refused("合并至少要有两个单位。")
        gone = [_latest(each, turned.day) for each in codes]
        _is_free(code)
        _come_from(gone, code, name, Turn.MERGED, turned)
        for each in gone:
            _has_none_below(each.code, turned.day)
            _end(each, Turn.MERGED, turned)
        return [*codes, code]

    _change(actor, "people.merge_orgs", turned.reason, merged, codes)


def close(actor: Actor, code: str, turned: Turned) -> None:
    """Close an organisation.

    Raises:
        NotAllowed: they may not.
        Refused: others belong to it, or somebody still holds a post in it.
    """

    def closed() -> Sequence[str]:
        now = _latest(code, turned.day)
        _is_empty(code, turned.day)
        _end(now, Turn.CLOSED, turned)
        return [code]

    _change(actor, "people.close_org", turned.reason, closed, [code])


def _change(
    actor: Actor,
    action: str,
    reason: str,
    do: Callable[[], Sequence[str]],
    touched: Sequence[str] = (),
) -> None:
    """Do it, and write down every organisation that it changed."""

    def done() -> Done[None]:
        actor.must(Right.EDIT_ORGS)
        before: dict[str, State | None] = {code: org_state(code) for code in touched}
        codes = dict.fromkeys(do())
        changes = (org_change(action, c, before.get(c), reason) for c in codes)
        return Done(None, tuple(changes))

    perform(actor, done)


def _found(org: Org, turned: Turned) -> None:
    Body.objects.create(
        code=org.code,
        name=org.name,
        kind=org.kind.value,
        group=org.group,
        parent=org.parent,
        is_summand=org.is_summand,
        aliases=list(org.aliases),
        begins=turned.day,
        note=turned.reason[:200],
    )


def _come_from(
    gone: Sequence[Body], code: str, name: str, turn: Turn, turned: Turned
) -> None:
    first = gone[0]
    Body.objects.create(
        code=code,
        name=name,
        kind=first.kind,
        group=first.group,
        parent=first.parent,
        is_summand=first.is_summand,
        begins=turned.day,
        turn=turn,
        origins=[each.code for each in gone],
        note=turned.reason[:200],
    )


def _next(now: Body, turn: Turn, turned: Turned, **changed: object) -> None:
    """Begin a new version on the day; what changed twice on a day is one version."""
    if now.begins == turned.day:
        for name, value in changed.items():
            setattr(now, name, value)
        now.save()
        return
    now.ends = turned.day
    now.save(update_fields=["ends"])
    carried = {name: getattr(now, name) for name in _CARRIED}
    Body.objects.create(
        code=now.code,
        begins=turned.day,
        turn=turn,
        origins=now.origins,
        note=turned.reason[:200],
        **{**carried, **changed},
    )


def _end(now: Body, turn: Turn, turned: Turned) -> None:
    if now.begins == turned.day:
        raise Refused(f"{now.name}当天刚有变动，请从第二天起算。")
    now.ends, now.ending = turned.day, turn
    now.save(update_fields=["ends", "ending"])


def _latest(code: str, day: dt.date) -> Body:
    """The last version, which may be changed from a day on."""
    versions = Body.objects.select_for_update().filter(code=code)
    latest = versions.order_by("-begins").first()
    if latest is None or latest.ends:
        raise Refused(f"没有代码为“{code}”的单位，或者它已经撤销。")
    if day < latest.begins:
        told = f"{latest.begins:%Y-%m-%d}"
        raise Refused(f"{latest.name}在{told}有过变动，日期不能早于这一天。")
    return latest


def _is_free(code: str) -> None:
    if Body.objects.filter(code=code).exists():
        raise Refused(f"代码“{code}”已经用过：撤销单位的代码也不再用，请换一个。")


def _is_there(code: str, day: dt.date) -> None:
    if code and not Body.objects.on(day).filter(code=code).exists():
        raise Refused(f"{day:%Y-%m-%d} 没有代码为“{code}”的单位。")


def _no_circle(code: str, parent: str, day: dt.date) -> None:
    above = dict(Body.objects.on(day).values_list("code", "parent"))
    at, seen = parent, {code}
    while at:
        if at in seen:
            raise Refused("不能隶属于自己或自己的下级。")
        seen.add(at)
        at = above.get(at, "")


def _has_none_below(code: str, day: dt.date) -> None:
    if Body.objects.on(day).filter(parent=code).exists():
        raise Refused("还有下级单位：请先调整下级的隶属关系。")


def _is_empty(code: str, day: dt.date) -> None:
    _has_none_below(code, day)
    posts = Post.objects.filter(org=code)
    if Tenure.objects.between(day, None).filter(post__in=posts).exists():
        raise Refused("还有人在这个单位任职：请先免去任职。")
