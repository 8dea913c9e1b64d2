"""Requests of those who publish → the desk where it is decided what everybody sees."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from paitou.model import PageKind, Publicity
from paitou.office.config.faults import filling_in, only_doing, only_reading
from paitou.office.journal.actions import perform
from paitou.office.people.asking import Asked, ask, is_done
from paitou.office.people.forms import Reason
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs
from paitou.office.plans.views import find_book
from paitou.office.release import deciding
from paitou.office.release.audience import books_for, unpublished
from paitou.office.release.deciding import Seen, publish_round
from paitou.office.release.desk import (
    book_desk,
    contest_choices,
    list_for_all,
    round_figures,
)
from paitou.office.release.forms import PageLevel, Publishing
from paitou.office.release.models import Release
from paitou.office.release.pages import Visit
from paitou.office.release.showing import AS_PUBLIC
from paitou.office.reporting.models import Round
from paitou.office.reporting.showing import ways_of

#: The figures that a form leaves published; others on the page are withheld.
_CHOSEN = "figure"


@only_reading
@needs(Right.PUBLISH)
def books(request: HttpRequest) -> HttpResponse:
    """Show every book with what of it waits to be published."""
    now = timezone.now()
    served, faults = books_for(actor_in(request))
    desks = [book_desk(one, now) for one in served]
    if len(desks) == 1 and not faults:
        return redirect("release_book", name=desks[0].shelved.name)
    return _show(request, "books.html", desks=desks, faults=faults)


@only_reading
@needs(Right.PUBLISH)
def book(request: HttpRequest, name: str) -> HttpResponse:
    """Show what of a book is internal, what waits, and what everybody sees."""
    shelved = find_book(name)
    desk = book_desk(shelved, timezone.now())
    return _show(request, "book.html", shelved=shelved, desk=desk)


@filling_in
@needs(Right.PUBLISH)
def page(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Decide who may be shown a page of a book."""
    shelved, about, now = find_book(name), _kind(kind), timezone.now()
    actor, day = actor_in(request), timezone.localtime(now).date()
    lists = about is PageKind.CONTEST_LISTS
    choices = contest_choices(shelved, day) if lists else ()
    seen = Visit(actor=actor, shelved=shelved, now=now)
    form = PageLevel(request.POST or None, about, seen.level(about), choices)

    def decide() -> None:
        level = Publicity(form.cleaned_data["level"])
        usual = f"as_of={day.isoformat()}" if about is PageKind.OFF_COURSE else ""
        query = form.cleaned_data.get("query", usual)
        terms = form.terms(now)
        perform(actor, deciding.decide_page, actor, name, about, level, terms, query)

    if is_done(request, form, decide):
        return redirect("release_book", name=name)
    return _show(
        request,
        "page.html",
        400 if form.is_bound else 200,
        shelved=shelved,
        kind=about,
        form=form,
        level=seen.level(about),
        made=seen.made(about),
        listed=list_for_all(name, now) if about is PageKind.OFF_COURSE else None,
        hidden=unpublished(name, now).count() if about.is_warning else 0,
    )


@filling_in
@needs(Right.PUBLISH)
def round_(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Publish the figures of a round, now or from a minute on."""
    shelved, one, now = find_book(name), _round(name, number), timezone.now()
    actor, lines = actor_in(request), round_figures(one, now)
    form = Publishing(request.POST or None, initial={"seen": Seen.of(one)})
    chosen = frozenset(request.POST.getlist(_CHOSEN))

    def publish() -> None:
        withheld = frozenset(line.row.key for line in lines) - chosen
        seen = Seen.read(form.cleaned_data["seen"])
        perform(actor, publish_round, actor, number, form.terms(now), seen, withheld)

    if is_done(request, form, publish):
        return redirect("release_book", name=name)
    return _show(
        request,
        "round.html",
        400 if form.is_bound else 200,
        shelved=shelved,
        round=one,
        lines=lines,
        chosen=chosen,
        form=form,
        waiting=[each for each in book_desk(shelved, now).waiting if each.is_of(one.pk)],
    )


@filling_in
@needs(Right.PUBLISH)
def call_off(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Call off a decision that still waits."""
    one = Release.objects.filter(book=name, pk=number).first()
    if one is None:
        raise Http404
    actor, form = actor_in(request), Reason(request.POST or None)
    back = reverse("release_book", args=(name,))

    def done() -> None:
        reason = form.cleaned_data["reason"]
        perform(actor, deciding.call_off, actor, number, timezone.now(), reason)

    starts = timezone.localtime(one.starts)
    told = f"{one.words}，原定{starts:%Y-%m-%d %H:%M}生效。"
    title = "撤回待公布事项"
    return ask(
        request, Asked(form=form, title=title, do=done, then=back, back=back, told=told)
    )


@only_doing
@needs(Right.PUBLISH)
def as_public(request: HttpRequest) -> HttpResponse:
    """Look at the pages as everybody sees them, or stop doing so."""
    if request.POST.get("end"):
        request.session.pop(AS_PUBLIC, None)
        return redirect("release")
    shelved = find_book(request.POST.get("book", ""))
    request.session[AS_PUBLIC] = True
    return redirect("living_plan", name=shelved.name)


def _show(
    request: HttpRequest, template: str, status: int = 200, **context: object
) -> HttpResponse:
    given = {**ways_of(request, "release"), **context}
    return render(request, f"release/{template}", given, status=status)


def _kind(text: str) -> PageKind:
    try:
        return PageKind(text)
    except ValueError as fault:
        raise Http404 from fault


def _round(name: str, number: int) -> Round:
    found = Round.objects.filter(book=name, pk=number).first()
    if found is None:
        raise Http404
    return found
