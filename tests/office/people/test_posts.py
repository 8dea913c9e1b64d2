import datetime as dt

import pytest

from officials import CITY, EAST, TODAY, WEST, make_actor, make_orgs, make_user
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.journal.models import Entry
from paitou.office.people.acting import actor_of
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.posts import add_post, close_post, end_tenure, grant
from paitou.office.people.roles import Right, Role

pytestmark = pytest.mark.django_db
LATER = TODAY + dt.timedelta(days=30)


@pytest.fixture
def security():
    make_orgs()
    return make_actor("security", Role.SECURITY, CITY)


@pytest.fixture
def post(security):
    return add_post(security, EAST, "填报员", Role.REPORTER)


def test_a_post_gives_rights_from_the_day_on(security, post):
    user = make_user("wang")
    tenure = grant(security, user, post, (TODAY, LATER))
    assert actor_of(user, TODAY).may(Right.FILL, EAST)
    assert not actor_of(user, TODAY).may(Right.FILL, WEST)
    assert not actor_of(user, TODAY - dt.timedelta(days=1)).may(Right.FILL)
    assert not actor_of(user, LATER).may(Right.FILL)
    entry = Entry.objects.order_by("number").last()
    assert (entry.action, entry.org) == ("people.grant_post", EAST)
    assert entry.after["post"] == tenure.post_id


def test_a_deputy_is_named_as_one_and_only_for_a_time(security, post):
    user = make_user("wang")
    with pytest.raises(Refused, match="写明到哪一天"):
        grant(security, user, post, (TODAY, None), is_acting=True)
    grant(security, user, post, (TODAY, LATER), is_acting=True)
    assert actor_of(user, TODAY).title == "东溪区·填报员（代）"


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SECURITY])
def test_only_the_security_administrator_grants(security, post, role):
    other, user = make_actor("other", role), make_user("wang")
    for act in (
        lambda: add_post(other, EAST, "新岗", Role.HEAD),
        lambda: grant(other, user, post, (TODAY, None)),
        lambda: close_post(other, post, TODAY, "撤"),
        lambda: end_tenure(other, Tenure.objects.first(), LATER, "免"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nobody_grants_to_themselves(security, post):
    with pytest.raises(NotAllowed, match="自己"):
        grant(security, User.objects.get(pk=security.user_id), post, (TODAY, None))


def test_the_three_administrators_stay_apart_over_time_too(security, post):
    user = make_user("wang")
    audit = add_post(security, CITY, "审计管理员", Role.AUDIT)
    grant(security, user, post, (TODAY, LATER))
    with pytest.raises(Refused, match="三员分立"):
        grant(security, user, audit, (LATER - dt.timedelta(days=1), None))
    grant(security, user, audit, (LATER, None))


@pytest.mark.parametrize(
    ("days", "told"),
    [((TODAY, TODAY), "止期要晚于起期"), ((TODAY, None), "已经任这个岗位")],
)
def test_days_that_cannot_be(security, post, days, told):
    user = make_user("wang")
    grant(security, user, post, (TODAY, None))
    with pytest.raises(Refused, match=told):
        grant(security, user, post, days)


def test_ending_a_tenure(security, post):
    user = make_user("wang")
    tenure = grant(security, user, post, (TODAY, None))
    with pytest.raises(Refused, match="晚于任职日期"):
        end_tenure(security, tenure, TODAY, "误")
    end_tenure(security, tenure, LATER, "调离")
    assert actor_of(user, LATER).posts == ()
    with pytest.raises(Refused, match="只能提前"):
        end_tenure(security, tenure, LATER + dt.timedelta(days=1), "延长")


def test_closing_a_post(security, post):
    user = make_user("wang")
    grant(security, user, post, (TODAY, LATER))
    with pytest.raises(Refused, match="还有人在任"):
        close_post(security, post, TODAY, "机构改革")
    close_post(security, post, LATER, "机构改革")
    with pytest.raises(Refused, match="任期不能超过"):
        grant(security, make_user("zhao"), post, (TODAY, None))


@pytest.mark.parametrize(
    ("org", "title", "told"), [("NO", "新岗", "没有代码"), (EAST, "填报员", "已经有岗位")]
)
def test_posts_that_cannot_be(security, post, org, title, told):
    with pytest.raises(Refused, match=told):
        add_post(security, org, title, Role.HEAD)


def test_a_district_sees_its_own_posts_and_tenures(security, post):
    west = make_actor("xi", Role.HEAD, WEST)
    assert [p.org for p in Post.objects.all().for_actor(west)] == [WEST]
    assert [t.user.login for t in Tenure.objects.all().for_actor(west)] == ["xi"]
    assert Post.objects.all().for_actor(security).count() == 3
