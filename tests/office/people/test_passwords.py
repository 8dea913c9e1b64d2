import pytest

from officials import PASSWORD, TODAY, make_user
from paitou.office.people.passwords import faults_of, is_due, one_time_password, put

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "weak", ["Ab1-efg", "alllowercase", "Password123", "lixiaoming-9A", "1234567890"]
)
def test_weak_passwords_are_refused(weak):
    assert faults_of(weak, make_user("lixiaoming"))


@pytest.mark.parametrize(
    "good", ["Varied-enough-3", "只用一长串汉字也算是可以的口令了吧", "x" * 9 + "-Y7"]
)
def test_good_ones_are_taken(good):
    assert faults_of(good, make_user("li")) == []


def test_one_that_was_used_is_refused():
    user = make_user("li")
    assert faults_of(PASSWORD, user)
    put(user, "Another-one-8", must_change=False)
    assert faults_of(PASSWORD, user)
    for number in range(6):
        put(user, f"Yet-another-{number}", must_change=False)
    assert faults_of(PASSWORD, user) == []
    assert user.past_passwords.count() == 5


def test_one_time_passwords_are_long_and_all_different():
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(each) for each in made} == {19}


def test_a_password_falls_due(settings):
    user = make_user("li")
    assert not is_due(user)
    user.changed_on = TODAY.replace(year=2025)
    assert is_due(user)
    settings.PASSWORD_DAYS = 0
    assert not is_due(user)
    user.must_change = True
    assert is_due(user)
