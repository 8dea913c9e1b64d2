"""The steps of a scenario → what the office's own actions make of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone

from paitou.model import Book
from paitou.office.demo.cast import BOOK, approver_of
from paitou.office.demo.matters import Planned
from paitou.office.demo.proofs import simulated_page, simulated_photo
from paitou.office.demo.quarters import Quarter
from paitou.office.demo.scenario import (
    Approve,
    Attach,
    Close,
    Correct,
    Endorse,
    Extend,
    Fill,
    FormDeed,
    Publish,
    Remind,
    Return,
    Step,
    Submit,
)
from paitou.office.demo.stage import Stage
from paitou.office.demo.supervising import run_errand
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor
from paitou.office.release.deciding import Seen, Terms, publish_round
from paitou.office.reporting.actions import pass_on, save_cells, send_back, submit
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.evidence import add_evidence
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Cell, Reported, Round, Submission
from paitou.office.reporting.reminding import mark_reminded
from paitou.office.reporting.rounds import Plan, close_round, extend, open_round


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


def play(stage: Stage, round_: Round, steps: Iterable[Step | Planned], book: Book) -> None:
    """Do what the steps say, each at its time."""
    for step in steps:
        stage.set_time(step.at)
        if isinstance(step, Planned):
            run_errand(stage, step.deed, book)
        else:
            _do(stage, round_, step, book)


def _do(stage: Stage, round_: Round, step: Step, book: Book) -> None:
    """Do what the office does with a round; the rest is done with a form."""
    office = stage.office
    match step.deed:
        case Close():
            perform(office, close_round, office, round_.pk, "")
        case Publish():
            terms, seen = Terms(now=timezone.now()), Seen.of(round_)
            perform(office, publish_round, office, round_.pk, terms, seen, frozenset())
        case Extend(org, due, reason):
            perform(office, extend, office, round_.pk, org, due, reason)
        case Remind(org):
            perform(office, mark_reminded, office, round_.pk, (org,))
        case Correct() as deed:
            _correct(stage, round_, deed, book)
        case deed:
            _do_with(stage, _form(round_, deed.org), deed, book)


def _do_with(stage: Stage, form: Submission, deed: FormDeed, book: Book) -> None:
    match deed:
        case Fill():
            _fill(stage, form, deed)
        case Attach():
            _attach(stage, form, deed)
        case Submit():
            actor = stage.filler(form.org)
            perform(actor, submit, actor, form.pk, book)
        case Endorse():
            _pass_on(stage.endorser(form.org), form, book)
        case Approve():
            _pass_on(stage.actors[approver_of(form.org, form.source)], form, book)
        case Return(reason=reason):
            office = stage.office
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


def _attach(stage: Stage, form: Submission, deed: Attach) -> None:
    told = (form.round.title, f"填报单位：{form.org_name}", f"指标：{deed.indicator}")
    made = simulated_photo(deed.name) if deed.is_photo else simulated_page(deed.name, told)
    cell = form.cells.get(name=deed.indicator)
    actor = stage.filler(form.org)
    perform(actor, add_evidence, actor, form.pk, made, cell.key)


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
