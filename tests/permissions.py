"""Who may open what and do what: declared by hand, and held against the site.

A page that is added to the site needs a line in `PAGES`, an action one in `ACTIONS`; the
lines name roles, not rights, so that a right given to another role shows here too.
"""

from __future__ import annotations

from paitou.office.people.roles import ADMINISTRATORS, Role

#: The public, somebody with an account and no post, and every role.
PUBLIC, NO_POST = "public", "no post"
WHO = (PUBLIC, NO_POST, *Role)

_R = Role
EVERYBODY = frozenset(WHO)
ACCOUNTS = EVERYBODY - {PUBLIC}
NOBODY: frozenset[str] = frozenset()
#: The office that oversees, and those who plan, appraise and lead: they read all.
READERS = frozenset({_R.SUPERVISION, _R.PLANNING, _R.APPRAISAL, _R.LEADER})
OPENERS = frozenset({_R.SUPERVISION, _R.PLANNING})
PUBLISHERS = frozenset({_R.SUPERVISION, _R.APPRAISAL})
FILLERS = frozenset({_R.SOURCE, _R.HEAD, _R.DEPUTY, _R.REPORTER, _R.OWNER})
ENDORSERS = frozenset({_R.SOURCE, _R.HEAD, _R.DEPUTY})
APPROVERS = frozenset({_R.SUPERVISION, _R.SOURCE})
REVIEWERS = ENDORSERS | APPROVERS
#: Whoever has a post of the business, not one of the three administrators.
INSIDE = READERS | FILLERS
OF_ORGS = frozenset({_R.PLANNING, _R.SYSTEM})
OF_PEOPLE = frozenset({_R.SYSTEM, _R.SECURITY})
SYSTEM, SECURITY = frozenset({_R.SYSTEM}), frozenset({_R.SECURITY})
AUDIT, SUPERVISION = frozenset({_R.AUDIT}), frozenset({_R.SUPERVISION})

_GET, _POST, _BOTH = ("get",), ("post",), ("get", "post")

#: Name of the address → who may open it, and by which methods.
PAGES: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "healthz": (EVERYBODY, _GET),
    "metrics": (NOBODY, _GET),  # the machine itself, or whoever has its token
    "sign_in": (EVERYBODY, _BOTH),
    "single_begin": (EVERYBODY, _GET),
    "single_back": (EVERYBODY, _GET),
    "enter_code": (EVERYBODY, _BOTH),
    "sign_out": (ACCOUNTS, _POST),
    "password": (ACCOUNTS, _BOTH),
    "set_second_step": (ACCOUNTS, _BOTH),
    "renew_recovery": (ACCOUNTS, _BOTH),
    "people": (ACCOUNTS, _GET),
    "users": (OF_PEOPLE, _BOTH),
    "user": (OF_PEOPLE, _GET),
    "renew_password": (SYSTEM, _BOTH),
    "stop_user": (SYSTEM, _BOTH),
    "resume_user": (SYSTEM, _BOTH),
    "unlock_user": (SYSTEM, _BOTH),
    "erase_user": (SYSTEM, _BOTH),
    "clear_second_step": (SECURITY, _BOTH),
    "unlink_user": (SECURITY, _BOTH),
    "posts": (SECURITY, _BOTH),
    "post": (SECURITY, _BOTH),
    "close_post": (SECURITY, _BOTH),
    "end_tenure": (SECURITY, _BOTH),
    "orgs": (OF_ORGS, _GET),
    "org": (OF_ORGS, _GET),
    "found_org": (OF_ORGS, _BOTH),
    "import_orgs": (OF_ORGS, _BOTH),
    "change_org": (OF_ORGS, _BOTH),
    "journal": (AUDIT, _BOTH),
    "duties": (ADMINISTRATORS, _GET),
    "deposit_sheet": (AUDIT, _GET),
    "tokens": (ACCOUNTS, _BOTH),
    "end_token": (ACCOUNTS, _BOTH),
    # Pages of a plan; who opens those that are not public unless it was decided otherwise.
    "front": (EVERYBODY, _GET),
    "books": (EVERYBODY, _GET),
    "living_plan": (EVERYBODY, _GET),
    "statements": (EVERYBODY, _GET),
    "target": (EVERYBODY, _GET),
    "commitments": (EVERYBODY, _GET),
    "breakdown": (EVERYBODY, _GET),
    "overview": (EVERYBODY, _GET),
    "final": (EVERYBODY, _GET),
    "balance": (EVERYBODY, _GET),
    "standings_json": (EVERYBODY, _GET),
    "standings_xlsx": (EVERYBODY, _GET),
    "off_course": (READERS, _GET),
    "outlook": (INSIDE, _GET),
    "outlook_json": (INSIDE, _GET),
    "contest": (EVERYBODY, _GET),
    "contest_json": (EVERYBODY, _GET),
    "contest_xlsx": (EVERYBODY, _GET),
    "contest_org": (EVERYBODY, _GET),
    "contest_certificate": (EVERYBODY, _GET),
    "contest_lists": (READERS, _GET),
    "contest_analysis": (READERS, _GET),
    "papers": (READERS, _GET),
    "paper_preview": (READERS, _GET),
    "paper": (READERS, _GET),
    "issue_paper": (PUBLISHERS, _BOTH),
    "paper_level": (PUBLISHERS, _POST),
    "issued": (EVERYBODY, _GET),
    "issued_file": (EVERYBODY, _GET),
    # The desk; whose form it is, is declared in `FORMS` below.
    "work": (ACCOUNTS, _GET),
    "queue": (REVIEWERS, _GET),
    "form": (ACCOUNTS, _BOTH),
    "form_paste": (ACCOUNTS, _POST),
    "form_upload": (ACCOUNTS, _POST),
    "form_template": (ACCOUNTS, _GET),
    "form_withdraw": (ACCOUNTS, _POST),
    "form_review": (REVIEWERS, _POST),
    "form_sheet": (ACCOUNTS, _GET),
    "form_paper": (ACCOUNTS, _POST),
    "figure_history": (ACCOUNTS, _BOTH),
    "rounds": (READERS, _BOTH),
    "round": (READERS, _GET),
    "round_extend": (SUPERVISION, _POST),
    "round_close": (OPENERS, _POST),
    "round_csv": (READERS, _GET),
    "round_remind": (OPENERS, _POST),
    "round_changes": (READERS, _GET),
    "book_changes": (ACCOUNTS, _GET),
    "calendar": (ACCOUNTS, _BOTH),
    "calendar_cancel": (OPENERS, _POST),
    "file": (EVERYBODY, _GET),
    "file_level": (PUBLISHERS, _POST),
    "release": (PUBLISHERS, _GET),
    "release_book": (PUBLISHERS, _GET),
    "release_page": (PUBLISHERS, _BOTH),
    "release_round": (PUBLISHERS, _BOTH),
    "release_call_off": (PUBLISHERS, _BOTH),
    "release_as_public": (PUBLISHERS, _POST),
    "items": (ACCOUNTS, _GET),
    "items_file": (ACCOUNTS, _GET),
    "new_item": (SUPERVISION, _BOTH),
    "item": (ACCOUNTS, _GET),
    "item_move": (ACCOUNTS, _POST),
    "item_send": (SUPERVISION, _POST),
    "item_sheet": (ACCOUNTS, _GET),
}

#: Pages that show more people a thing than may change it: whom the action refuses.
REFUSED_BY_ACTION = {
    "form": READERS,
    "form_withdraw": READERS,
    "form_review": SUPERVISION,
    "calendar": ACCOUNTS - OPENERS,
    "figure_history": INSIDE - SUPERVISION,
}

#: A form that is not handed in, and one that waits for review → who sees it, where the
#: form is that of their own organisation (True) or of another (False).
SEES_DRAFT = {True: INSIDE, False: NOBODY}
SEES_HANDED_IN = {True: INSIDE, False: READERS}

#: Action → whom it does not refuse with a thing of their own organisation, and of another.
ACTIONS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "people.accounts.add_user": (SYSTEM, SYSTEM),
    "people.accounts.renew_password": (SYSTEM, SYSTEM),
    "people.accounts.stop_user": (SYSTEM, SYSTEM),
    "people.accounts.resume_user": (SYSTEM, SYSTEM),
    "people.accounts.unlock_user": (SYSTEM, SYSTEM),
    "people.accounts.erase_user": (SYSTEM, SYSTEM),
    "people.accounts.clear_second_step": (SECURITY, SECURITY),
    "people.accounts.unlink_user": (SECURITY, SECURITY),
    "people.posts.add_post": (SECURITY, SECURITY),
    "people.posts.close_post": (SECURITY, SECURITY),
    "people.posts.grant": (SECURITY, SECURITY),
    "people.posts.end_tenure": (SECURITY, SECURITY),
    "people.orgs.import_orgs": (OF_ORGS, OF_ORGS),
    "people.orgs.found": (OF_ORGS, OF_ORGS),
    "people.orgs.rename": (OF_ORGS, OF_ORGS),
    "people.orgs.move": (OF_ORGS, OF_ORGS),
    "people.orgs.entrust": (OF_ORGS, OF_ORGS),
    "people.orgs.resort": (OF_ORGS, OF_ORGS),
    "people.orgs.split": (OF_ORGS, OF_ORGS),
    "people.orgs.merge": (OF_ORGS, OF_ORGS),
    "people.orgs.close": (OF_ORGS, OF_ORGS),
    "reporting.rounds.open_round": (OPENERS, OPENERS),
    "reporting.rounds.extend": (SUPERVISION, SUPERVISION),
    "reporting.rounds.close_round": (OPENERS, OPENERS),
    "reporting.reminding.mark_reminded": (OPENERS, OPENERS),
    "reporting.calendars.set_days": (OPENERS, OPENERS),
    "reporting.calendars.cancel_days": (OPENERS, OPENERS),
    "reporting.actions.save_cells": (FILLERS, NOBODY),
    "reporting.actions.submit": (FILLERS, NOBODY),
    "reporting.actions.withdraw": (FILLERS, NOBODY),
    "reporting.evidence.add_evidence": (FILLERS, NOBODY),
    "reporting.evidence.remove_evidence": (FILLERS, NOBODY),
    "reporting.evidence.endorse_by_paper": (FILLERS, NOBODY),
    "files.actions.refuse_marked": (FILLERS, NOBODY),
    # The form waits for its own organisation.
    "reporting.actions.pass_on": (ENDORSERS, NOBODY),
    "reporting.actions.send_back": (ENDORSERS, NOBODY),
    # A department corrects its own data, which this figure is not.
    "reporting.freezing.correct": (SUPERVISION, SUPERVISION),
    "papers.issuing.issue": (PUBLISHERS, PUBLISHERS),
    "papers.issuing.refuse_marked": (PUBLISHERS, PUBLISHERS),
    "release.deciding.publish_round": (PUBLISHERS, PUBLISHERS),
    "release.deciding.decide_page": (PUBLISHERS, PUBLISHERS),
    "release.deciding.decide_thing": (PUBLISHERS, PUBLISHERS),
    "release.deciding.call_off": (PUBLISHERS, PUBLISHERS),
    "cases.actions.register": (SUPERVISION, SUPERVISION),
    "cases.actions.make_move": (SUPERVISION, SUPERVISION),
    "cases.actions.send_sheet": (SUPERVISION, SUPERVISION),
    "api.tokens.make_token": (ACCOUNTS, ACCOUNTS),
    "api.tokens.revoke_token": (NOBODY, NOBODY),  # that of somebody else
}
#: What people do to their own account before they act, and what the machine itself does.
OF_ONESELF = {
    "people.signing.check_code",
    "people.signing.check_password",
    "people.signing.enter",
    "people.signing.leave",
    "people.signing.change_password",
    "people.signing.set_second_step",
    "people.signing.renew_recovery",
    "people.linking.account_of",
}
OF_THE_MACHINE = {
    "people.administrators.make_administrators",
    "people.administrators.reset_administrator",
    "tasks.running._finish",
}
