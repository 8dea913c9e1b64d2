import datetime as dt

import pytest

from officials import CITY, EAST, FOUNDED, TODAY, WEST, make_actor, make_orgs
from paitou.model import Org, OrgKind
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.journal.agreeing import strays
from paitou.office.journal.models import Entry
from paitou.office.people import orgs
from paitou.office.people.models import Body
from paitou.office.people.orgs import Turned
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 7, 1)
BEFORE = DAY - dt.timedelta(days=1)
TURNED = Turned(DAY, "云政发〔2025〕7号")


@pytest.fixture
def planner():
    make_orgs()
    return make_actor("planner", Role.PLANNING, CITY)


def names(day):
    return sorted(Body.objects.all().on(day).values_list("name", flat=True))


def test_a_book_is_imported_once(planner):
    new = Org(code="YZ09", name="霁川区", kind=OrgKind.COUNTY, parent=CITY)
    old = Org(code=EAST, name="另一个名字")
    assert orgs.import_orgs(planner, [old, new], TURNED) == 1
    assert orgs.import_orgs(planner, [old, new], TURNED) == 0
    assert names(DAY) == ["东溪区", "云泽市", "墨泉区", "霁川区"]
    assert Body.objects.get(code="YZ09").org == new


def test_a_new_name_keeps_the_old_one_for_the_days_before(planner):
    orgs.rename(planner, EAST, "东溪新区", TURNED)
    assert "东溪区" in names(BEFORE)
    assert "东溪新区" in names(DAY)
    assert Body.objects.get(code=EAST, begins=DAY).aliases == ["东溪区"]
    entry = Entry.objects.get()
    assert (entry.subject, entry.reason) == ("org:YZ01", "云政发〔2025〕7号")
    assert len(entry.before["versions"]) == 1
    assert len(entry.after["versions"]) == 2


def test_a_district_is_split(planner):
    orgs.split(planner, EAST, [("YZ11", "上溪区"), ("YZ12", "下溪区")], TURNED)
    assert names(BEFORE) == ["东溪区", "云泽市", "墨泉区"]
    assert names(DAY) == ["上溪区", "下溪区", "云泽市", "墨泉区"]
    part = Body.objects.get(code="YZ11")
    assert (part.origins, part.parent) == ([EAST], CITY)
    assert Entry.objects.count() == 3


def test_districts_are_merged(planner):
    orgs.merge(planner, [EAST, WEST], ("YZ13", "溪泉区"), TURNED)
    assert names(DAY) == ["云泽市", "溪泉区"]
    assert Body.objects.get(code="YZ13").origins == [EAST, WEST]
    assert {b.ending for b in Body.objects.filter(code__in=[EAST, WEST])} == {"merged"}


def test_an_entrusted_zone_still_counts_where_it_did(planner):
    orgs.entrust(planner, EAST, WEST, TURNED)
    now = Body.objects.all().on(DAY).get(code=EAST)
    assert (now.run_by, now.parent, now.turn) == (WEST, CITY, "entrusted")
    orgs.entrust(planner, EAST, "", Turned(TODAY, "收回"))
    assert Body.objects.all().on(TODAY).get(code=EAST).run_by == ""


def test_moving_and_sorting_anew(planner):
    orgs.move(planner, EAST, WEST, TURNED)
    orgs.resort(planner, EAST, "县域", TURNED, is_summand=False)
    now = Body.objects.all().on(DAY).get(code=EAST)
    assert (now.parent, now.group, now.is_summand) == (WEST, "县域", False)
    with pytest.raises(Refused, match="下级"):
        orgs.move(planner, WEST, EAST, TURNED)


def test_closing(planner):
    with pytest.raises(Refused, match="还有下级单位"):
        orgs.close(planner, CITY, TURNED)
    orgs.close(planner, WEST, TURNED)
    assert names(DAY) == ["东溪区", "云泽市"]
    with pytest.raises(Refused, match="已经撤销"):
        orgs.rename(planner, WEST, "又一个", TURNED)
    with pytest.raises(Refused, match="已经用过"):
        orgs.found(planner, Org(code=WEST, name="再来"), TURNED)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (lambda a: orgs.rename(a, EAST, "东溪区", TURNED), "相同"),
        (lambda a: orgs.rename(a, "NO", "名", TURNED), "没有代码"),
        (lambda a: orgs.rename(a, EAST, "名", Turned(dt.date(2023, 1, 1), "")), "不能早于"),
        (lambda a: orgs.move(a, EAST, "NO", TURNED), "没有代码"),
        (lambda a: orgs.entrust(a, EAST, EAST, TURNED), "自己"),
        (lambda a: orgs.split(a, EAST, [("A", "甲")], TURNED), "两个单位"),
        (lambda a: orgs.merge(a, [EAST, EAST], ("A", "甲"), TURNED), "两个单位"),
        (lambda a: orgs.close(a, EAST, Turned(FOUNDED, "")), "第二天"),
        (
            lambda a: orgs.found(a, Org(code="A", name="甲", parent="NO"), TURNED),
            "没有代码",
        ),
    ],
)
def test_what_cannot_be_is_told_and_leaves_no_trace(planner, do, told):
    before = list(Body.objects.values())
    with pytest.raises(Refused, match=told):
        do(planner)
    assert list(Body.objects.values()) == before
    assert not Entry.objects.exists()


@pytest.mark.parametrize("role", [Role.SECURITY, Role.AUDIT, Role.REPORTER, Role.HEAD])
def test_others_may_not(planner, role):
    other = make_actor("other", role)
    with pytest.raises(NotAllowed):
        orgs.rename(other, EAST, "名", TURNED)


def test_every_organisation_that_changed_agrees_with_the_journal(planner):
    orgs.import_orgs(planner, [Org(code="A", name="甲"), Org(code="B", name="乙")], TURNED)
    orgs.merge(planner, ["A", "B"], ("C", "丙"), Turned(TODAY, "合并"))
    told = [each for each in strays() if each.startswith("org:")]
    assert [each.split()[0] for each in told] == ["org:YZ", "org:YZ01", "org:YZ02"]
