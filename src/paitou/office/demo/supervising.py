"""The errands of a story → what the actions on supervised items make of them."""

from __future__ import annotations

from paitou.model import Book, Part
from paitou.office.cases.actions import Said, Told, make_move, register, send_sheet
from paitou.office.cases.models import Item
from paitou.office.demo.cast import BOOK, CHIEF
from paitou.office.demo.matters import Errand, Proceed, Register, Urge
from paitou.office.demo.stage import Stage
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor


def run_errand(stage: Stage, errand: Errand, book: Book) -> None:
    """Do what an errand says."""
    match errand:
        case Register() as told:
            item = perform(stage.office, register, stage.office, _told(told, book))
            stage.items[told.key] = item.pk
        case Proceed() as step:
            number = stage.items[step.key]
            actor, said = _actor(stage, step, number), Said(text=step.text)
            perform(actor, make_move, actor, number, step.move, said)
        case Urge(key=key, sheet=sheet, text=text):
            number = stage.items[key]
            perform(stage.office, send_sheet, stage.office, number, sheet, text)


def _actor(stage: Stage, step: Proceed, number: int) -> Actor:
    if step.by is Part.OFFICE:
        return stage.actors[CHIEF] if step.is_chief else stage.office
    org = Item.objects.get(pk=number).org
    return stage.filler(org) if step.by is Part.STAFF else stage.endorser(org)


def _told(told: Register, book: Book) -> Told:
    names = {org.code: org.name for org in book.orgs}
    return Told(
        title=told.title,
        demand=told.demand,
        kind=told.kind,
        source=told.source,
        source_number=told.source_number,
        source_on=told.source_on,
        said_by=told.said_by,
        words=told.words,
        org=told.org,
        org_name=names[told.org],
        supports=tuple((org, names[org]) for org in told.supports),
        book=BOOK,
        statement=_statement(told.about, book),
    )


def _statement(indicator: str, book: Book) -> str:
    """Return the first target about an indicator, empty where there is none."""
    found = (one.id for one in book.plan.statements if indicator in one.indicator)
    return next(found, "") if indicator else ""
