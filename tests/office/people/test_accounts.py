import pytest

from officials import EAST, TODAY, make_actor, make_orgs, make_user
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.journal.agreeing import strays
from paitou.office.journal.models import Actor, Entry
from paitou.office.journal.verifying import verify
from paitou.office.people import accounts, limits
from paitou.office.people.models import Tenure, User
from paitou.office.people.posts import add_post, grant
from paitou.office.people.roles import Right, Role
from paitou.office.people.states import user_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def system():
    make_orgs()
    return make_actor("system", Role.SYSTEM)


def last():
    return Entry.objects.order_by("number").last()


def test_a_new_account_may_do_nothing_and_is_in_the_journal(system):
    handed = accounts.add_user(system, " Wang ", "王某")
    user = User.objects.get(login="wang")
    assert user.check_password(handed.password)
    assert user.must_change
    assert last().after == user_state(user)
    assert "王" not in f"{last().content}"
    assert "wang" not in f"{last().content}"


def test_an_account_is_not_made_twice(system):
    accounts.add_user(system, "wang", "")
    with pytest.raises(Refused, match="已经有了"):
        accounts.add_user(system, "WANG", "")


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM])
def test_only_the_system_administrator_manages_accounts(system, role):
    other, user = make_actor("other", role), make_user("wang")
    before = Entry.objects.count()
    for act in (
        lambda: accounts.add_user(other, "x1", ""),
        lambda: accounts.renew_password(other, user, "忘记"),
        lambda: accounts.stop_user(other, user, "调离"),
        lambda: accounts.unlock_user(other, user, "急用"),
        lambda: accounts.erase_user(other, user, "离职"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Entry.objects.count() == before


def test_the_system_administrator_cannot_become_another_administrator(system):
    audit = make_user("audit", Role.AUDIT)
    with pytest.raises(NotAllowed, match="paitou admin --reset"):
        accounts.renew_password(system, audit, "忘记")
    with pytest.raises(NotAllowed):
        accounts.stop_user(system, User.objects.get(pk=system.user_id), "自己")


def test_it_takes_two_to_take_over_an_account_with_a_second_step(system):
    user = make_user("wang", Role.SUPERVISION)
    user.totp_key = "ABCDEFGH"
    user.save()
    accounts.renew_password(system, user, "忘记")
    user.refresh_from_db()
    assert user.totp_key
    with pytest.raises(NotAllowed):
        accounts.clear_second_step(system, user, "换手机")
    security = make_actor("security", Role.SECURITY)
    accounts.clear_second_step(security, user, "换手机")
    assert not User.objects.get(login="wang").totp_key


def test_a_new_password_ends_the_lock(system):
    user = make_user("wang")
    for _ in range(6):
        limits.spend("wang", "")
    assert limits.is_locked("wang")
    handed = accounts.renew_password(system, user, "忘记")
    assert not limits.is_locked("wang")
    assert user.check_password(handed.password)


def test_a_person_is_erased_and_the_journal_holds(system):
    security = make_actor("security", Role.SECURITY)
    wang = accounts.add_user(system, "wang", "王某").user
    post = add_post(security, EAST, "填报员", Role.REPORTER)
    grant(security, wang, post, (TODAY, None))
    with pytest.raises(Refused, match="先停用"):
        accounts.erase_user(system, wang, "离职")
    accounts.stop_user(system, wang, "离职")
    accounts.erase_user(system, wang, "离职")
    assert not User.objects.filter(login="wang").exists()
    assert not Tenure.objects.filter(post=post).exists()
    assert verify().breaks == ()
    assert not [told for told in strays() if "不见了" in told]
    assert not Actor.objects.filter(user__login="wang").exists()


def test_stopping_and_resuming(system):
    user = make_user("wang")
    accounts.stop_user(system, user, "借调")
    assert not User.objects.get(login="wang").is_active
    accounts.resume_user(system, user, "回来")
    assert User.objects.get(login="wang").is_active
    assert last().reason == "回来"


def test_people_see_their_own_account_only(system):
    reporter = make_actor("li", Role.REPORTER)
    assert [u.login for u in User.objects.for_actor(reporter)] == ["li"]
    assert User.objects.for_actor(system).count() == 2
    assert system.may(Right.EDIT_USERS)
