"""Requests about organisations → their tree on a day, their history, their changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from paitou.model import Org, OrgKind
from paitou.office.books import read_day, served_shelf
from paitou.office.config.faults import filling_in, only_reading
from paitou.office.people import orgs
from paitou.office.people.acting import Actor
from paitou.office.people.asking import Asked, ask
from paitou.office.people.forms import (
    Entrust,
    Found,
    Import,
    Merge,
    Move,
    Rename,
    Resort,
    Split,
    Turning,
)
from paitou.office.people.gate import actor_in
from paitou.office.people.models import Body, Turn
from paitou.office.people.orgs import Turned
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs
from paitou.office.people.views import names


@frozen
class Branch:
    """An organisation in the tree, with how deep it stands."""

    body: Body
    depth: int


@frozen
class Way:
    """One way to change an organisation: its page, and what is done with the form."""

    title: str
    form: type[Turning]
    do: Callable[[Actor, str, Mapping[str, object], Turned], None]
    told: str = ""


def _rename(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    orgs.rename(actor, code, str(chosen["name"]), turned)


def _move(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    orgs.move(actor, code, str(chosen["parent"]), turned)


def _entrust(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    orgs.entrust(actor, code, str(chosen["run_by"]), turned)


def _resort(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    counts = bool(chosen["is_summand"])
    orgs.resort(actor, code, str(chosen["group"]), turned, is_summand=counts)


def _split(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    parts: list[tuple[str, str]] = chosen["parts"]  # type: ignore[assignment]
    orgs.split(actor, code, parts, turned)


def _merge(actor: Actor, code: str, chosen: Mapping[str, object], turned: Turned) -> None:
    others: list[str] = chosen["others"]  # type: ignore[assignment]
    into = (str(chosen["code"]), str(chosen["name"]))
    orgs.merge(actor, [code, *others], into, turned)


def _close(actor: Actor, code: str, _chosen: Mapping[str, object], turned: Turned) -> None:
    orgs.close(actor, code, turned)


WAYS = {
    "rename": Way("更名", Rename, _rename, "原名自动成为别名，旧文件仍能认出。"),
    "move": Way("调整隶属", Move, _move),
    "entrust": Way("托管", Entrust, _entrust, "管理归托管单位，数据仍计入原上级。"),
    "resort": Way("调整分组或计入", Resort, _resort),
    "split": Way("拆分", Split, _split, "原单位自这一天起撤销，历史数据不动。"),
    "merge": Way("合并", Merge, _merge, "各单位自这一天起撤销，历史数据不动。"),
    "close": Way("撤销", Turning, _close),
}


@needs(Right.EDIT_ORGS)
@only_reading
def org_tree(request: HttpRequest) -> HttpResponse:
    """Show the organisations of a day as a tree."""
    day = read_day(request.GET)
    bodies = list(Body.objects.all().for_actor(actor_in(request)).on(day.date))
    context = {"day": day, "branches": list(_branches(bodies)), "names": names()}
    return render(request, "people/orgs.html", context)


@needs(Right.EDIT_ORGS)
@only_reading
def org(request: HttpRequest, code: str) -> HttpResponse:
    """Show what an organisation was from when to when, and how it may change."""
    versions = list(Body.objects.all().for_actor(actor_in(request)).filter(code=code))
    if not versions:
        raise Http404
    later = [one for one in Body.objects.exclude(code=code) if code in one.origins]
    context = {
        "code": code,
        "versions": [
            (one, Turn(one.ending).label if one.ending else "") for one in versions
        ],
        "now": versions[-1],
        "later": list({one.code: one for one in later}.values()),
        "ways": {} if versions[-1].ends else WAYS,
        "names": names(),
    }
    return render(request, "people/org.html", context)


@needs(Right.EDIT_ORGS)
@filling_in
def found_org(request: HttpRequest) -> HttpResponse:
    """Ask for a new organisation."""
    actor = actor_in(request)
    form = Found(request.POST or None)

    def do() -> None:
        chosen = form.cleaned_data
        made = Org(
            code=chosen["code"],
            name=chosen["name"],
            kind=OrgKind(chosen["kind"]),
            group=chosen["group"],
            parent=chosen["parent"],
            is_summand=chosen["is_summand"],
        )
        orgs.found(actor, made, _turned(form))

    return ask(request, _asked(form, "设立单位", do, reverse("orgs")))


@needs(Right.EDIT_ORGS)
@filling_in
def import_orgs(request: HttpRequest) -> HttpResponse:
    """Ask for a book, and found those of its organisations that are not there yet."""
    actor = actor_in(request)
    books, _faults = served_shelf().books()
    named = {one.name: one.book for one in books}
    titles = [
        (name, f"{book.title}（{len(book.orgs)}个单位）") for name, book in named.items()
    ]
    form = Import(titles, request.POST or None)

    def do() -> None:
        orgs.import_orgs(actor, named[form.cleaned_data["book"]].orgs, _turned(form))

    return ask(request, _asked(form, "导入单位", do, reverse("orgs")))


@needs(Right.EDIT_ORGS)
@filling_in
def change_org(request: HttpRequest, code: str, way: str) -> HttpResponse:
    """Ask for one change of an organisation, from which day and on what ground."""
    actor = actor_in(request)
    chosen = WAYS.get(way)
    if chosen is None:
        raise Http404
    known = Body.objects.all().for_actor(actor).filter(code=code, ends=None)
    now = get_object_or_404(known)
    start = {"group": now.group, "is_summand": now.is_summand, "parent": now.parent}
    form = chosen.form(request.POST or None, initial=start)
    there = reverse("org", kwargs={"code": code})

    def do() -> None:
        chosen.do(actor, code, form.cleaned_data, _turned(form))

    title = f"{chosen.title}：{now.name}"
    return ask(request, _asked(form, title, do, there, chosen.told))


def _asked(
    form: Turning, title: str, do: Callable[[], object], there: str, told: str = ""
) -> Asked:
    button = title.split("：", maxsplit=1)[0]
    return Asked(
        form=form, title=title, do=do, then=there, back=there, told=told, button=button
    )


def _turned(form: Turning) -> Turned:
    return Turned(form.cleaned_data["day"], form.cleaned_data["reason"])


def _branches(bodies: list[Body]) -> Iterator[Branch]:
    """Yield those at the top and below each its own; whose parent is gone is at the top."""
    codes = {body.code for body in bodies}
    below: dict[str, list[Body]] = {}
    for body in bodies:
        below.setdefault(body.parent if body.parent in codes else "", []).append(body)
    yield from _under("", 0, below)


def _under(parent: str, depth: int, below: Mapping[str, list[Body]]) -> Iterator[Branch]:
    for body in below.get(parent, ()):
        yield Branch(body, depth)
        yield from _under(body.code, depth + 1, below)
