import pytest

from paitou.office.people.roles import ADMINISTRATORS, RIGHTS, Right, Role, clash, may


def test_nobody_may_do_everything():
    business = frozenset().union(*(RIGHTS[r] for r in Role if r not in ADMINISTRATORS))
    assert all(rights != frozenset(Right) for rights in RIGHTS.values())
    assert not business & {Right.EDIT_USERS, Right.GRANT_POSTS, Right.READ_JOURNAL}


@pytest.mark.parametrize("first", sorted(ADMINISTRATORS))
def test_the_three_administrators_are_kept_apart(first):
    assert all(clash([first], role) for role in Role if role is not first)
    assert all(clash([role], first) for role in Role if role is not first)


def test_a_head_may_also_be_a_reporter():
    assert clash([Role.HEAD], Role.REPORTER) == ""


def test_who_reports_does_not_approve():
    assert may([Role.REPORTER], Right.FILL)
    assert not may([Role.REPORTER, Role.HEAD], Right.APPROVE)


def test_every_role_and_right_has_a_word():
    assert all(role.label and not role.label.isascii() for role in Role)
    assert all(right.label and not right.label.isascii() for right in Right)
