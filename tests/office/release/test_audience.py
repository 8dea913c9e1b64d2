import datetime as dt

import pytest

from office.release.conftest import EAST, NAME, at
from office.reporting.conftest import SPRING
from paitou.model import FigureState
from paitou.office.people.acting import PUBLIC, Actor
from paitou.office.release.audience import Audience, audience_of, book_for, unpublished
from paitou.office.reporting.models import Reported

NOON = at("2026-04-20T12:00")
BEFORE, AFTER = at("2026-04-20T11:59"), at("2026-04-20T12:01")


def office_figures(actor, now):
    book = book_for(actor, NAME, now).book
    return {f.id: f for f in book.figures if f.where.startswith("填报 ")}


def test_the_public_sees_nothing_that_is_not_published(approved):
    assert office_figures(PUBLIC, AFTER) == {}


def test_a_round_opens_to_the_minute(approved, publish):
    publish(NOON)
    assert office_figures(PUBLIC, BEFORE) == {}
    assert len(office_figures(PUBLIC, NOON)) == Reported.objects.count()
    assert office_figures(PUBLIC, BEFORE) == {}, "a cache never serves too early"


def test_a_page_as_known_before_the_day_of_publication_stays_as_it_was(approved, publish):
    publish(NOON)
    days = {f.visible_from for f in office_figures(PUBLIC, AFTER).values()}
    assert days == {dt.date(2026, 4, 20)}


def test_whoever_reads_all_sees_it_from_the_day_of_approval(approved, publish):
    publish(NOON)
    seen = office_figures(approved.actor("leader"), BEFORE)
    assert {f.visible_from for f in seen.values()} == {dt.date(2026, 4, 10)}


def test_an_organisation_sees_its_own_and_no_other(approved):
    assert len(office_figures(approved.actor("clerk"), BEFORE)) == Reported.objects.count()
    assert office_figures(approved.actor("other"), BEFORE) == {}


@pytest.mark.parametrize("login", ["system", "security", "audit"])
def test_administrators_see_what_the_public_sees(approved, login):
    assert audience_of(approved.actor(login)).is_public
    assert office_figures(approved.actor(login), AFTER) == {}


def test_what_is_withheld_stays_internal(approved, publish):
    key = Reported.objects.first().key
    publish(NOON, withheld=[key])
    assert len(office_figures(PUBLIC, AFTER)) == Reported.objects.count() - 1
    assert [each.key for each in unpublished(NAME, AFTER)] == [key]


def test_a_correction_waits_for_its_own_publication(approved, publish, on_day):
    publish(NOON)
    on_day("2026-04-21")
    row = Reported.objects.first()
    Reported.objects.bulk_create([_corrected(row)])
    values = {f.value for f in office_figures(PUBLIC, at("2026-04-22T09:00")).values()}
    assert 7654 not in values
    publish(at("2026-04-23T09:00"))
    book = office_figures(PUBLIC, at("2026-04-23T09:00"))
    known = {f.visible_from for f in book.values() if f.value == 7654}
    assert known == {dt.date(2026, 4, 23)}


def test_remarks_of_whoever_reported_stay_in_the_office(approved, publish):
    publish(NOON)
    assert {f.note for f in office_figures(PUBLIC, AFTER).values()} == {""}


def test_figures_of_the_folder_that_nobody_confirmed_are_not_public(approved):
    seen = book_for(PUBLIC, NAME, AFTER).book.figures
    assert seen
    assert all(figure.state.rank >= FigureState.CONFIRMED.rank for figure in seen)
    assert len(seen) < len(approved.book.figures)


def test_approving_more_does_not_make_the_public_book_anew(approved, publish):
    publish(NOON)
    first = book_for(PUBLIC, NAME, AFTER)
    approved.approve(SPRING)
    assert book_for(PUBLIC, NAME, AFTER) is first
    assert book_for(PUBLIC, NAME, AFTER).assessor is first.assessor


def test_each_audience_has_a_book_of_its_own(approved):
    seen = [book_for(approved.actor(login), NAME, AFTER) for login in ("clerk", "leader")]
    assert seen[0].audience == Audience(orgs=frozenset({EAST}))
    assert seen[0].assessor is not seen[1].assessor


def test_nobody_gets_a_book_that_is_not_there(approved):
    assert book_for(PUBLIC, "elsewhere") is None


def test_one_alone_at_the_machine_sees_all():
    assert audience_of(Actor(is_alone=True)).sees_all


def _corrected(row):
    told = {f.name: getattr(row, f.attname) for f in row._meta.fields if f.name != "id"}
    told |= {"vintage": 2, "value": "7654", "known_on": dt.date(2026, 4, 21)}
    told |= {"figure_id": "f-corrected", "submission": row.submission}
    return Reported(**told)
