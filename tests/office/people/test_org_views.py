import pytest

from officials import CITY, EAST, make_orgs, make_user, signed_in
from paitou.office.journal.models import Entry
from paitou.office.people.models import Body
from paitou.office.people.org_views import WAYS
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db
TURNED = {"day": "2025-07-01", "reason": "云政发〔2025〕7号"}
ASKED = {
    "rename": {"name": "东溪新区"},
    "move": {"parent": "YZ02"},
    "entrust": {"run_by": "YZ02"},
    "resort": {"group": "县域"},
    "split": {"parts": "YZ11 上溪区\n\nYZ12　下溪区"},
    "merge": {"others": ["YZ02"], "code": "YZ13", "name": "溪泉区"},
    "close": {},
}


@pytest.fixture
def planner():
    make_orgs()
    return signed_in(make_user("planner", Role.PLANNING, CITY))


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_change_an_organisation(planner, way):
    page = f"/people/orgs/{EAST}/{way}/"
    assert planner.get(page).status_code == 200
    assert planner.post(page, {**ASKED[way], "day": "2025-07-01"}).status_code == 400
    assert not Entry.objects.exists()
    answer = planner.post(page, {**TURNED, **ASKED[way]})
    assert answer.url == f"/people/orgs/{EAST}/"
    assert Entry.objects.first().reason == TURNED["reason"]
    html = planner.get(answer.url).content.decode()
    assert "2025-07-01" in html


def test_the_tree_of_a_day(planner):
    planner.post(f"/people/orgs/{EAST}/rename/", {**TURNED, "name": "东溪新区"})
    html = planner.get("/people/orgs/?as_of=2025-06-30").content.decode()
    assert "东溪区" in html
    assert "东溪新区" not in html
    assert "东溪新区" in planner.get("/people/orgs/").content.decode()
    assert 'class="depth-1"' in html


def test_a_split_leads_to_its_parts(planner):
    planner.post(f"/people/orgs/{EAST}/split/", {**TURNED, **ASKED["split"]})
    html = planner.get(f"/people/orgs/{EAST}/").content.decode()
    assert "后来成为" in html
    assert 'href="/people/orgs/YZ12/"' in html
    assert "更名" not in html
    assert (
        f'href="/people/orgs/{EAST}/"' in planner.get("/people/orgs/YZ11/").content.decode()
    )


@pytest.mark.parametrize(
    "parts", ["YZ11", "YZ11 甲", "../x 甲\nYZ12 乙", "YZ01 甲\nYZ12 乙"]
)
def test_parts_that_cannot_be(planner, parts):
    answer = planner.post(f"/people/orgs/{EAST}/split/", {**TURNED, "parts": parts})
    assert answer.status_code == 400
    assert Body.objects.count() == 3


def test_founding(planner):
    asked = {"code": "YZ05", "name": "石笠县", "kind": "county", "parent": CITY}
    assert planner.post("/people/found-org/", {**TURNED, **asked}).url == "/people/orgs/"
    made = Body.objects.get(code="YZ05")
    assert (made.parent, made.is_summand, made.note) == (CITY, False, TURNED["reason"])
    again = planner.post("/people/found-org/", {**TURNED, **asked})
    assert "已经用过" in again.content.decode()


def test_importing_a_book(planner, serve, yunze, monkeypatch):
    from paitou.office.plans import views

    serve(yunze)
    monkeypatch.setattr("paitou.office.people.org_views.served_shelf", views.served_shelf)
    page = planner.get("/people/import-orgs/").content.decode()
    assert "yunze-2024" in page
    answer = planner.post("/people/import-orgs/", {**TURNED, "book": "yunze-2024"})
    assert answer.url == "/people/orgs/"
    assert Body.objects.count() == len(yunze.orgs)
    assert planner.post("/people/import-orgs/", {**TURNED, "book": "x"}).status_code == 400


@pytest.mark.parametrize("path", ["NO/", f"{EAST}/destroy/", "NO/rename/"])
def test_what_is_not_there(planner, path):
    assert planner.get(f"/people/orgs/{path}").status_code == 404
