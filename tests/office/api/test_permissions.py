"""Who may use which operation: every operation of the API stands in this table."""

import re

import pytest

from paitou.office.api.scopes import Scope
from paitou.office.api.site import operations
from paitou.office.people.roles import Role

EVERYBODY = "everybody"
SIGNED_IN = frozenset(role.value for role in Role)
FILLING = frozenset({"source", "head", "deputy", "reporter", "owner"})
REVIEWING = frozenset({"supervision", "source", "head", "deputy"})
READING_ALL = frozenset({"supervision", "planning", "appraisal", "leader"})
OPENING = frozenset({"supervision", "planning"})
ORGS = frozenset({"planning", "system"})
MANAGING = frozenset({"system", "security"})
SYSTEM, SECURITY = frozenset({"system"}), frozenset({"security"})
AUDIT, CORRECTING = frozenset({"audit"}), frozenset({"supervision", "source"})
PUBLISHING = frozenset({"supervision", "appraisal"})
SUPERVISION = frozenset({"supervision"})
MAY = {
    "list_books": EVERYBODY,
    "get_book": EVERYBODY,
    "list_statements": EVERYBODY,
    "get_statement": EVERYBODY,
    "list_commitments": EVERYBODY,
    "list_standings": EVERYBODY,
    "list_outlooks": EVERYBODY,
    "get_consistency": EVERYBODY,
    "list_figures": EVERYBODY,
    "get_figure": EVERYBODY,
    "figures_csv": EVERYBODY,
    "figures_xlsx": EVERYBODY,
    "figures_parquet": EVERYBODY,
    "export_book": READING_ALL,
    "list_rulebooks": EVERYBODY,
    "list_contest_rounds": EVERYBODY,
    "get_scores": EVERYBODY,
    "explain_score": EVERYBODY,
    "list_papers": EVERYBODY,
    "make_paper": EVERYBODY,
    "list_issued": EVERYBODY,
    "get_issued": EVERYBODY,
    "issue_one_paper": PUBLISHING,
    "set_issued_level": PUBLISHING,
    "list_rounds": READING_ALL,
    "open_new_round": OPENING,
    "get_round": READING_ALL,
    "extend_round": SUPERVISION,
    "close_one_round": OPENING,
    "round_figures_csv": READING_ALL,
    "list_missing": READING_ALL,
    "remind_orgs": OPENING,
    "get_round_changes": READING_ALL,
    "get_book_changes": SIGNED_IN,
    "get_calendar": SIGNED_IN,
    "enter_days": OPENING,
    "cancel_entered_days": OPENING,
    "list_submissions": SIGNED_IN,
    "get_submission": SIGNED_IN,
    "save_form": FILLING,
    "upload_figures": FILLING,
    "form_template": SIGNED_IN,
    "submit_form": FILLING,
    "withdraw_form": FILLING,
    "pass_form": REVIEWING,
    "return_form": REVIEWING,
    "list_files": SIGNED_IN,
    "add_file": FILLING,
    "remove_file": FILLING,
    "get_sheet": SIGNED_IN,
    "endorse_on_paper": FILLING,
    "get_file": EVERYBODY,
    "set_file_level": PUBLISHING,
    "get_history": SIGNED_IN,
    "correct_figure": CORRECTING,
    "list_releases": PUBLISHING,
    "look_at_round": PUBLISHING,
    "release_round": PUBLISHING,
    "release_page": PUBLISHING,
    "call_off_release": PUBLISHING,
    "list_items": SIGNED_IN,
    "register_item": SUPERVISION,
    "get_item": SIGNED_IN,
    "move_item": SIGNED_IN,
    "send_item_sheet": SUPERVISION,
    "list_orgs": SIGNED_IN,
    "get_org": SIGNED_IN,
    "found_new_org": ORGS,
    "import_book_orgs": ORGS,
    "rename_org": ORGS,
    "move_org": ORGS,
    "entrust_org": ORGS,
    "resort_org": ORGS,
    "split_org": ORGS,
    "merge_org": ORGS,
    "close_org": ORGS,
    "get_me": EVERYBODY,
    "get_work": SIGNED_IN,
    "list_users": MANAGING,
    "get_user": MANAGING,
    "add_new_user": SYSTEM,
    "renew_user_password": SYSTEM,
    "stop_one_user": SYSTEM,
    "resume_one_user": SYSTEM,
    "unlock_one_user": SYSTEM,
    "erase_one_user": SYSTEM,
    "clear_user_second_step": SECURITY,
    "unlink_one_user": SECURITY,
    "list_posts": SIGNED_IN,
    "get_post": SECURITY,
    "add_new_post": SECURITY,
    "close_one_post": SECURITY,
    "grant_post": SECURITY,
    "end_one_tenure": SECURITY,
    "list_tokens": SIGNED_IN,
    "make_new_token": SIGNED_IN,
    "revoke_one_token": SIGNED_IN,
    "list_entries": AUDIT,
    "get_head": AUDIT,
    "get_entry": AUDIT,
    "verify_journal": AUDIT,
}
TABLE = [
    (method, path, operation.operation_id, entrance)
    for method, path, operation, entrance in operations()
]
NAMED = {
    "number": "987654",
    "file": "987654",
    "year": "2026",
    "book": "no-such-book",
    "period": "2025Q1",
    "ending": "pdf",
}


def address(path):
    return re.sub(r"\{(?:int:)?(\w+)\}", lambda found: NAMED.get(found[1], "NONE"), path)


def test_every_operation_is_in_the_table():
    assert {name for _, _, name, _ in TABLE} == set(MAY)


def asked(caller, method, path):
    if method == "GET":
        return caller.get(address(path)).status_code
    return caller.send(address(path), None, method).status_code


def test_only_those_come_in_who_may(session):
    wrong = []
    for role in Role:
        caller = session(role.value)
        for method, path, name, _ in TABLE:
            code = asked(caller, method, path)
            may = MAY[name] == EVERYBODY or role.value in MAY[name]
            if (code == 403) == may or code == 401:
                wrong.append((role.value, name, code))
    assert wrong == []


def test_who_has_not_signed_in_sees_only_what_is_for_everybody(call):
    caller = call()
    codes = {name: asked(caller, method, path) for method, path, name, _ in TABLE}
    refused = {name for name, code in codes.items() if code == 401}
    assert refused == {name for name, may in MAY.items() if may != EVERYBODY}


@pytest.mark.parametrize("scope", Scope)
def test_a_token_of_one_scope_opens_only_its_operations(call, scope):
    wrong = []
    for role in ("supervision", "reporter", "system", "security", "audit"):
        caller = call(role, scope)
        for method, path, name, entrance in TABLE:
            if MAY[name] == EVERYBODY:
                continue
            code = asked(caller, method, path)
            may = scope in entrance.scopes and role in MAY[name]
            if (code == 403) == may or code == 401:
                wrong.append((role, name, code))
    assert wrong == []


def test_what_is_not_theirs_answers_as_what_is_not_there(call, office):
    office.approve("YZ02")
    theirs, nobodys = office.form("YZ02").pk, 987654
    caller = call("reporter")
    for path in ("", "/template.xlsx"):
        seen = caller.get(f"/submissions/{theirs}{path}")
        none = caller.get(f"/submissions/{nobodys}{path}")
        assert (seen.status_code, seen.content) == (none.status_code, none.content)
        assert seen.status_code == 404
    for verb in ("submit", "withdraw"):
        seen = caller.send(f"/submissions/{theirs}/{verb}")
        none = caller.send(f"/submissions/{nobodys}/{verb}")
        assert (seen.status_code, seen.content) == (404, none.content)


def test_a_draft_of_another_cannot_be_told_from_none(call, office):
    draft = office.form("YZ02").pk
    for login in ("supervision", "reporter", "leader", "system", "audit"):
        answer = call(login).get(f"/submissions/{draft}")
        none = call(login).get("/submissions/987654")
        assert (answer.status_code, answer.content) == (404, none.content)
