"""Whatever a page changes, a program can change too, by an operation with the same rule."""

from paitou.office.api.site import operations
from permissions import PAGES

#: Page that changes something → the operations that do it for a program.
BY_OPERATION = {
    "renew_password": ("renew_user_password",),
    "stop_user": ("stop_one_user",),
    "resume_user": ("resume_one_user",),
    "unlock_user": ("unlock_one_user",),
    "erase_user": ("erase_one_user",),
    "clear_second_step": ("clear_user_second_step",),
    "unlink_user": ("unlink_one_user",),
    "users": ("add_new_user",),
    "posts": ("add_new_post",),
    "post": ("grant_post",),
    "close_post": ("close_one_post",),
    "end_tenure": ("end_one_tenure",),
    "found_org": ("found_new_org",),
    "import_orgs": ("import_book_orgs",),
    "change_org": (
        "rename_org",
        "move_org",
        "entrust_org",
        "resort_org",
        "split_org",
        "merge_org",
        "close_org",
    ),
    "journal": ("verify_journal",),
    "tokens": ("make_new_token",),
    "end_token": ("revoke_one_token",),
    "issue_paper": ("issue_one_paper",),
    "paper_level": ("set_issued_level",),
    "form": ("save_form", "submit_form", "add_file", "remove_file"),
    "form_paste": ("upload_figures",),
    "form_upload": ("upload_figures",),
    "form_withdraw": ("withdraw_form",),
    "form_review": ("pass_form", "return_form"),
    "form_paper": ("endorse_on_paper",),
    "figure_history": ("correct_figure",),
    "rounds": ("open_new_round",),
    "round_extend": ("extend_round",),
    "round_close": ("close_one_round",),
    "round_remind": ("remind_orgs",),
    "calendar": ("enter_days",),
    "calendar_cancel": ("cancel_entered_days",),
    "file_level": ("set_file_level",),
    "release_page": ("release_page",),
    "release_round": ("release_round",),
    "release_call_off": ("call_off_release",),
    "new_item": ("register_item",),
    "item_move": ("move_item",),
    "item_send": ("send_item_sheet",),
}
#: What is done with a password in the hand, and what a browser alone has.
BY_HAND = {
    "sign_in": "a token stands for having signed in",
    "enter_code": "a part of signing in",
    "sign_out": "a token is revoked instead",
    "password": "no program holds a password",
    "set_second_step": "the key is shown once, to the eye",
    "renew_recovery": "the codes are shown once, to the eye",
    "release_as_public": "a switch of one's own session; a call without a token is public",
}


def test_every_page_that_changes_something_has_its_operations():
    changing = {name for name, (_, methods) in PAGES.items() if "post" in methods}
    assert changing == set(BY_OPERATION) | set(BY_HAND)


def test_the_operations_are_those_that_change_something():
    named = {one for each in BY_OPERATION.values() for one in each}
    changing = {
        operation.operation_id
        for method, _, operation, _ in operations()
        if method != "GET"
    }
    assert changing == named
