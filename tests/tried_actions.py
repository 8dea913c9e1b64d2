"""Every action, tried on something that is there: of the East, where it is anybody's."""

# ruff: noqa: ARG005 (all are called alike)
from __future__ import annotations

import datetime as dt

from django.utils import timezone

from officials import CITY, EAST
from paitou.model import Org, PageKind, Period, Publicity
from paitou.office.api import tokens
from paitou.office.api.models import ApiToken
from paitou.office.cases import actions as cases
from paitou.office.files import actions as files
from paitou.office.files.checking import Checked
from paitou.office.journal.actions import perform
from paitou.office.papers import issuing
from paitou.office.people import accounts, orgs, posts
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.orgs import Turned
from paitou.office.people.roles import Role
from paitou.office.release import deciding
from paitou.office.release.deciding import About, Seen, Terms
from paitou.office.release.models import Kind
from paitou.office.reporting import (
    actions,
    calendars,
    evidence,
    freezing,
    reminding,
    rounds,
)
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.evidence import Signed
from paitou.office.reporting.rounds import Plan
from permissions import NO_POST
from port_city import port_book, port_plan
from whole_office import BOOK

DAY, LATER = dt.date(2026, 3, 1), dt.date(2026, 5, 1)
TURNED = Turned(DAY, "文号")
FILE = Checked(name="x.pdf", media_type="application/pdf", content=b"%PDF-1.4")
PLAN = port_book(port_plan())


class Things:
    """What actions are tried on; the forms, the figure and the file are the East's."""

    def __init__(self, office):
        self.user = office.users[NO_POST]
        other = User.objects.create_user("other", None, changed_on=DAY)
        self.post = Post.objects.get(title="空岗")
        self.tenure = Tenure.objects.get(user__login="reporter")
        self.draft, self.handed_in = office.draft.pk, office.handed_in.pk
        self.at_last_step, self.key = office.at_last_step.pk, office.figure.key
        self.round, self.closed = office.rounds[0].pk, office.figure.submission.round
        boss, self.now = office.actor(Role.SUPERVISION), timezone.now()
        self.told = cases.Told(
            title="督办", demand="办", kind="instruction", source="批示",
            source_on=DAY, org=EAST, org_name="东溪区",
        )  # fmt: skip
        self.item = perform(boss, cases.register, boss, self.told)
        self.terms = Terms(now=self.now, reason="定")
        given = (BOOK, PageKind.OUTLOOK, Publicity.INTERNAL, self.terms)
        self.decided = perform(boss, deciding.decide_page, boss, *given)
        self.days = calendars.Wanted(
            year=2026,
            is_notice=False,
            off="2026-03-03",
            source="市府办〔2026〕1号",
            reason="停工",
        )
        self.changed = perform(boss, calendars.set_days, boss, self.days)
        self.token = ApiToken.objects.create(
            owner=other, name="他人的", scopes=["read"], digest="0" * 64,
            prefix="ptk_0", made_on=DAY, ends=LATER, bound="0",
        )  # fmt: skip
        self.wanted_token = tokens.Wanted(name="x", scopes=frozenset({"read"}))
        reporter = office.actor(Role.REPORTER)
        given = (reporter, office.draft.pk, FILE)
        self.attachment = perform(reporter, evidence.add_evidence, *given)
        self.paper = issuing.Wanted(
            book=BOOK, product="circular", title="通报", ending=".docx", as_of=DAY,
            number="督〔2026〕1号", publicity=Publicity.PUBLIC, issued_on=DAY, now=self.now,
        )  # fmt: skip


def _org(code):
    return Org(code=code, name="新区", kind="zone", parent=CITY)


_TYPED = Typed(text="2")
TRIED = {
    "people.accounts.add_user": lambda t, a: accounts.add_user(a, "new", "新人"),
    "people.accounts.renew_password": lambda t, a: accounts.renew_password(a, t.user, "忘"),
    "people.accounts.stop_user": lambda t, a: accounts.stop_user(a, t.user, "离"),
    "people.accounts.resume_user": lambda t, a: accounts.resume_user(a, t.user, "回"),
    "people.accounts.unlock_user": lambda t, a: accounts.unlock_user(a, t.user, "锁"),
    "people.accounts.erase_user": lambda t, a: accounts.erase_user(a, t.user, "离"),
    "people.accounts.clear_second_step": lambda t, a: accounts.clear_second_step(
        a, t.user, "丢"
    ),
    "people.accounts.unlink_user": lambda t, a: accounts.unlink_user(a, t.user, "换"),
    "people.posts.add_post": lambda t, a: posts.add_post(a, EAST, "新岗", Role.HEAD),
    "people.posts.close_post": lambda t, a: posts.close_post(a, t.post, DAY, "撤"),
    "people.posts.grant": lambda t, a: posts.grant(a, t.user, t.post, (DAY, None)),
    "people.posts.end_tenure": lambda t, a: posts.end_tenure(a, t.tenure, LATER, "调"),
    "people.orgs.import_orgs": lambda t, a: orgs.import_orgs(a, [_org("YZ09")], TURNED),
    "people.orgs.found": lambda t, a: orgs.found(a, _org("YZ08"), TURNED),
    "people.orgs.rename": lambda t, a: orgs.rename(a, EAST, "新东溪区", TURNED),
    "people.orgs.move": lambda t, a: orgs.move(a, EAST, "", TURNED),
    "people.orgs.entrust": lambda t, a: orgs.entrust(a, EAST, "YZ02", TURNED),
    "people.orgs.resort": lambda t, a: orgs.resort(a, EAST, "甲", TURNED, is_summand=True),
    "people.orgs.split": lambda t, a: orgs.split(
        a, EAST, [("YZ11", "东一区"), ("YZ12", "东二区")], TURNED
    ),
    "people.orgs.merge": lambda t, a: orgs.merge(
        a, [EAST, "YZ02"], ("YZ13", "合区"), TURNED
    ),
    "people.orgs.close": lambda t, a: orgs.close(a, EAST, TURNED),
    "reporting.rounds.open_round": lambda t, a: rounds.open_round(
        a, Plan(book_name=BOOK, period=Period.parse("2026Q3"), opens=DAY), PLAN
    ),
    "reporting.rounds.extend": lambda t, a: rounds.extend(a, t.round, EAST, LATER, "洪水"),
    "reporting.rounds.close_round": lambda t, a: rounds.close_round(a, t.round, "完"),
    "reporting.reminding.mark_reminded": lambda t, a: reminding.mark_reminded(
        a, t.round, [EAST]
    ),
    "reporting.calendars.set_days": lambda t, a: calendars.set_days(a, t.days),
    "reporting.calendars.cancel_days": lambda t, a: calendars.cancel_days(
        a, t.changed.pk, "误"
    ),
    "reporting.actions.save_cells": lambda t, a: actions.save_cells(
        a, t.draft, {"n1": _TYPED}
    ),
    "reporting.actions.submit": lambda t, a: actions.submit(a, t.draft, PLAN),
    "reporting.actions.withdraw": lambda t, a: actions.withdraw(a, t.handed_in),
    "reporting.evidence.add_evidence": lambda t, a: evidence.add_evidence(a, t.draft, FILE),
    "reporting.evidence.remove_evidence": lambda t, a: evidence.remove_evidence(
        a, t.draft, t.attachment.pk
    ),
    "reporting.evidence.endorse_by_paper": lambda t, a: evidence.endorse_by_paper(
        a, t.handed_in, 1, FILE, Signed(code="x", signer="某")
    ),
    "files.actions.refuse_marked": lambda t, a: files.refuse_marked(
        a, f"form:{t.draft}", "秘密", EAST
    ),
    "reporting.actions.pass_on": lambda t, a: actions.pass_on(a, t.handed_in, 1, PLAN),
    "reporting.actions.send_back": lambda t, a: actions.send_back(a, t.handed_in, 1, "错"),
    "reporting.freezing.correct": lambda t, a: freezing.correct(
        a, BOOK, t.key, _TYPED, "更正", PLAN
    ),
    "papers.issuing.issue": lambda t, a: issuing.issue(a, t.paper, b"x"),
    "papers.issuing.refuse_marked": lambda t, a: issuing.refuse_marked(a, BOOK, "秘密"),
    "release.deciding.publish_round": lambda t, a: deciding.publish_round(
        a, t.closed.pk, t.terms, Seen.of(t.closed), frozenset()
    ),
    "release.deciding.decide_page": lambda t, a: deciding.decide_page(
        a, BOOK, PageKind.OUTLOOK, Publicity.INTERNAL, t.terms
    ),
    "release.deciding.decide_thing": lambda t, a: deciding.decide_thing(
        a,
        About(kind=Kind.FILE, book=BOOK, key=str(t.attachment.pk)),
        Publicity.PUBLIC,
        t.terms,
    ),
    "release.deciding.call_off": lambda t, a: deciding.call_off(
        a, t.decided.pk, t.now, "误"
    ),
    "cases.actions.register": lambda t, a: cases.register(a, t.told),
    "cases.actions.make_move": lambda t, a: cases.make_move(
        a, t.item.pk, "submit", cases.Said(text="立")
    ),
    "cases.actions.send_sheet": lambda t, a: cases.send_sheet(a, t.item.pk, "urge", "办"),
    "api.tokens.make_token": lambda t, a: tokens.make_token(a, t.wanted_token),
    "api.tokens.revoke_token": lambda t, a: tokens.revoke_token(a, t.token.pk),
}
