"""The steps of a scenario → what the office's own actions make of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from attrs import frozen
from django.utils import timezone

from paitou.model import Book
from paitou.office.demo.cast import (
    BOOK,
    OVERSEER,
    Member,
    approver_of,
    endorser_of,
    filler_of,
)
from paitou.office.demo.quarters import Quarter
from paitou.office.demo.scenario import (
    Approve,
    Close,
    Correct,
    Endorse,
    Extend,
    Fill,
    Publish,
    Return,
    Step,
    Submit,
)
from paitou.office.demo.values import Simulated
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor
from paitou.office.release.deciding import Seen, Terms, publish_round
from paitou.office.reporting.actions import pass_on, save_cells, send_back, submit
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Cell, Reported, Round, Submission
from paitou.office.reporting.rounds import Plan, close_round, extend, open_round


@frozen(kw_only=True)
class Stage:
    """What every step is played with: who there is, the numbers, and the time."""

    members: tuple[Member, ...]
    actors: Mapping[str, Actor]
    values: Simulated
    set_time: Callable[[dt.datetime], None]

    def filler(self, org: str) -> Actor:
        """Return who fills in the form of an organisation."""
        return self.actors[filler_of(org, self.members).login]

    def endorser(self, org: str) -> Actor:
        """Return the head of an organisation."""
        return self.actors[endorser_of(org, self.members).login]

    @property
    def office(self) -> Actor:
        """Return the supervision office."""
        return self.actors[OVERSEER]


def play_opening(stage: Stage, quarter: Quarter, book: Book, at: dt.datetime) -> Round:
    """Open the round of a quarter."""
    stage.set_time(at)
    plan = Plan(
        book_name=BOOK,
        period=quarter.period,
        opens=quarter.opens,
        due=quarter.due,
        note="模拟数据：演示用的填报",
    )
    return perform(stage.office, open_round, stage.office, plan, book)


def play(stage: Stage, round_: Round, steps: Iterable[Step], book: Book) -> None:
    """Do what the steps say, each at its time."""
    for step in steps:
        stage.set_time(step.at)
        _do(stage, round_, step, book)


def _do(stage: Stage, round_: Round, step: Step, book: Book) -> None:
    office = stage.office
    match step.deed:
        case Close():
            perform(office, close_round, office, round_.pk, "")
        case Publish():
            terms, seen = Terms(now=timezone.now()), Seen.of(round_)
            perform(office, publish_round, office, round_.pk, terms, seen, frozenset())
        case Extend(org, due, reason):
            perform(office, extend, office, round_.pk, org, due, reason)
        case Correct() as deed:
            _correct(stage, round_, deed, book)
        case Fill() as deed:
            _fill(stage, _form(round_, deed.org), deed)
        case Submit(org):
            actor = stage.filler(org)
            perform(actor, submit, actor, _form(round_, org).pk, book)
        case Endorse(org):
            _pass_on(stage.endorser(org), _form(round_, org), book)
        case Approve(org):
            form = _form(round_, org)
            _pass_on(stage.actors[approver_of(org, form.source)], form, book)
        case Return(org, reason):
            form = _form(round_, org)
            perform(office, send_back, office, form.pk, form.turn, reason)


def _fill(stage: Stage, form: Submission, deed: Fill) -> None:
    typed: dict[str, Typed] = {}
    for cell in form.cells.all()[: deed.cells]:
        said = stage.values.typed(cell.ask)
        slip = deed.slips.get(cell.name)
        if slip is not None and said.text != "/":
            said = Typed(text=f"{Decimal(said.text) * slip:f}", note=said.note)
        typed[cell.key] = said
    actor = stage.filler(form.org)
    perform(actor, save_cells, actor, form.pk, typed)


def _pass_on(actor: Actor, form: Submission, book: Book) -> None:
    perform(actor, pass_on, actor, form.pk, form.turn, book)


def _correct(stage: Stage, round_: Round, deed: Correct, book: Book) -> None:
    cell = Cell.objects.get(
        submission=_form(round_, deed.org), name=deed.indicator, org=deed.org
    )
    known = Reported.objects.filter(book=BOOK, key=cell.key).latest("vintage")
    right = Decimal(known.value) * Decimal(deed.part)
    typed = Typed(text=f"{right.quantize(Decimal(known.value)):f}")
    office = stage.office
    perform(office, correct, office, BOOK, cell.key, typed, deed.reason, book)


def _form(round_: Round, org: str) -> Submission:
    return Submission.objects.select_related("round").get(round=round_, org=org)
