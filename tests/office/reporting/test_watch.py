"""What the three administrators watch over."""

from __future__ import annotations

import pytest
from django.utils import timezone

from paitou.office.people.limits import locked_among, spend
from paitou.office.people.models import User
from paitou.office.reporting.watch import signs_for, ways_for


def signs(desk, login):
    found = signs_for(desk.actor(login), timezone.localdate())
    return {sign.label: sign for sign in found}


def test_the_system_administrator_sees_locked_accounts_and_the_backup(desk, settings):
    for _ in range(settings.SIGN_IN_FAILURES):
        spend("clerk", "")
    assert locked_among(["clerk", "head"]) == {"clerk"}
    found = signs(desk, "system")
    assert found["锁定的账号"].words == "1个：clerk"
    assert not found["最近一次备份"].is_well


def test_the_security_administrator_sees_who_has_no_post(desk):
    User.objects.create_user("newcomer", None)
    found = signs(desk, "security")
    assert found["没有岗位的账号"].words == "1个：newcomer"
    assert found["没有人任的岗位"].is_well


def test_the_audit_administrator_sees_whether_the_journal_was_verified(desk):
    found = signs(desk, "audit")
    assert "还没有核对过" in found["留痕核对"].words
    assert "条，校验值" in found["留痕"].words


@pytest.mark.parametrize("login", ["clerk", "leader", "office"])
def test_others_watch_nothing(desk, login):
    assert signs(desk, login) == {}
    assert ways_for(desk.actor(login)) == ()
