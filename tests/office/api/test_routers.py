"""Each resource at work, and that what it changes leaves its entry."""

import json

import pytest

from paitou.cli.book_record import book_record
from paitou.cli.standing_record import tracking_record
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.release.models import Release

BOOK = "/books/yunze-2024"
TURN = {"day": "2026-04-01", "reason": "批复"}


def plain(record):
    return json.loads(json.dumps(record, ensure_ascii=False))


def last_action():
    return Entry.objects.order_by("-number").first().action


def test_a_book_is_what_the_command_shows(call, office):
    assert call("leader").get(BOOK).json() == {
        **plain(book_record(office.book)),
        "title": office.book.title,
    }
    (line,) = call().get("/books").json()["books"]
    assert (line["name"], line["simulated"]) == ("yunze-2024", True)


def test_the_public_is_not_told_what_is_wrong_with_the_files(call):
    for path in (BOOK, f"{BOOK}/standings", f"{BOOK}/consistency"):
        assert call().get(path).json()["issues"] == []


def test_statements_are_narrowed(call, office):
    one = office.book.plan.statements[0]
    found = call().get(f"{BOOK}/statements", indicator=one.indicator_id).json()
    assert {each["indicator_id"] for each in found["statements"]} == {one.indicator_id}
    assert call().get(f"{BOOK}/statements/{one.id}").json()["quote"] == one.quote
    assert call().get(f"{BOOK}/statements/none").status_code == 404
    kinds = call().get(f"{BOOK}/commitments", kind="mechanism").json()["commitments"]
    assert {each["kind"] for each in kinds} == {"mechanism"}


def test_standings_are_what_the_command_says(call, office):
    import datetime as dt

    from paitou.tracking import track

    found = call("leader").get(f"{BOOK}/standings", as_of="2026-01-31").json()
    assert found == plain(
        tracking_record(office.book, track(office.book, dt.date(2026, 1, 31)))
    )


def test_what_looks_ahead_is_internal(call):
    assert call().get(f"{BOOK}/outlooks").status_code == 404
    assert call("leader").get(f"{BOOK}/outlooks").status_code == 200
    assert call().get(f"{BOOK}/papers").status_code == 404


def test_consistency_is_told(call):
    assert call().get(f"{BOOK}/consistency").json()["feasible"] in (True, False)


def test_a_contest_opens_down_to_the_figures(call, office):
    book = call().get(f"{BOOK}/rulebooks").json()["rulebooks"][0]["id"]
    path = f"{BOOK}/rulebooks/{book}/rounds"
    period = call().get(path).json()["rounds"][-1]["period"]
    scores = call().get(f"{path}/{period}").json()
    assert scores["lists"] == []
    assert scores["scores"][0]["analysis"]["rank_low"] is None
    inside = call("leader").get(f"{path}/{period}").json()
    assert inside["scores"][0]["analysis"]["rank_low"] is not None
    org = next(one["org"] for one in scores["scores"] if one["score"])
    why = call().get(f"{path}/{period}/orgs/{org}").json()
    assert why["certificate"]["org"] == org
    assert why["rows"]
    assert call().get(f"{path}/{period}/orgs/none").status_code == 404
    assert call().get(f"{path}/1999Q1").status_code == 404


def test_a_paper_is_made_issued_and_given_as_it_was(call, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    caller = call("supervision")
    key = next(
        one["key"]
        for one in caller.get(f"{BOOK}/papers").json()["papers"]
        if one["endings"][:1] == ["xlsx"] and not one["why_not"]
    )
    made = b"".join(caller.get(f"{BOOK}/papers/{key}/xlsx").streaming_content)
    wanted = {
        "paper": key, "number": "云督〔2026〕1号", "issued_on": "2026-04-01",
        "ending": "xlsx", "publicity": "internal", "reason": "过程资料",
        "as_of": "2026-04-01",
    }  # fmt: skip
    answer = caller.send(f"{BOOK}/issued", wanted)
    if answer.status_code == 409:
        pytest.skip(answer.json()["message"])
    path = f"{BOOK}/issued/{answer.json()['id']}"
    assert caller.get(path).content == made
    assert call().get(path).status_code == 404
    assert call().get(f"{BOOK}/issued").json()["papers"] == []
    assert caller.send(f"{BOOK}/issued", wanted).status_code == 409
    level = {"level": "public", "reason": "市政府批复"}
    assert caller.send(f"{path}/level", level).json()["level"] == "public"
    assert call().get(path).content == made
    assert caller.send(f"{BOOK}/issued/987654/level", level).status_code == 404


def test_a_round_is_opened_extended_and_ended(call, office):
    caller = call("supervision")
    number = office.round.pk
    found = caller.get(f"/rounds/{number}").json()
    assert found["forms"] == len(found["submissions"]) > 2
    later = {"org": "YZ01", "due": "2026-05-20", "reason": "系统改造"}
    assert caller.send(f"/rounds/{number}/extensions", later).json()["due"] == "2026-05-20"
    nobody = caller.send(f"/rounds/{number}/extensions", {**later, "org": "YZ77"})
    assert nobody.status_code == 404
    assert caller.send(f"/rounds/{number}/close", {}).status_code == 409
    assert caller.send(f"/rounds/{number}/close", {"reason": "期满"}).json()["closed_on"]
    again = caller.send("/rounds", {"book": "yunze-2024", "period": "2026Q1"})
    assert again.status_code == 409
    assert caller.send("/rounds", {"book": "none", "period": "2026Q1"}).status_code == 404
    assert last_action() == "reporting.close"


def test_the_figures_of_a_round_are_the_same_for_the_same_day(call, office):
    office.approve()
    path = f"/rounds/{office.round.pk}/figures.csv"
    first = call("leader").get(path, as_of="2026-04-01").content
    assert first.decode("utf-8-sig").count("\n") > 5
    assert call("leader").get(path, as_of="2026-04-01").content == first


def test_figures_are_published_as_they_were_seen(call, office, monkeypatch):
    office.approve()
    caller, path = call("appraisal"), f"/rounds/{office.round.pk}/release"
    looked = caller.get(path).json()
    wrong = caller.send(path, {"seen": "1-1"})
    assert wrong.status_code == 409
    held = looked["figures"][0]["key"]
    made = caller.send(path, {"seen": looked["seen"], "withheld": [held]}).json()
    assert (made["kind"], made["withheld"]) == ("round", [held])
    listed = caller.get(f"{BOOK}/releases").json()["decisions"]
    assert [one["id"] for one in listed] == [made["id"]]
    late = caller.send(f"/releases/{made['id']}/call-off", {"reason": "误发"})
    assert late.status_code == 409


def test_a_page_is_opened_to_everybody(call):
    caller = call("appraisal")
    assert call().get(f"{BOOK}/outlooks").status_code == 404
    assert caller.send(f"{BOOK}/pages/outlook", {"level": "public"}).status_code == 200
    assert call().get(f"{BOOK}/outlooks").status_code == 200
    assert caller.send(f"{BOOK}/pages/none", {"level": "public"}).status_code == 422
    assert Release.objects.count() == 1


def test_an_item_goes_its_way(call):
    office = call("supervision")
    wanted = {
        "title": "加快二期", "demand": "限期开工", "source": "第3次常务会议",
        "source_on": "2026-03-30", "org": "YZ01", "words": "抓紧",
    }  # fmt: skip
    kinds = office.send("/items", {**wanted, "kind": "none"})
    assert kinds.status_code == 409
    from paitou.lifecycle import preset

    wanted["kind"] = preset("supervised-item").limits[0].id
    made = office.send("/items", wanted).json()
    path = f"/items/{made['id']}"
    assert call("reporter").get(path).status_code == 404
    assert made["moves"]
    for move in made["moves"]:
        moved = office.send(f"{path}/moves/{move}", {"text": "同意", "due": "2026-05-01"})
        if moved.status_code == 200:
            break
    assert moved.json()["state"] != made["state"]
    assert office.send(f"{path}/moves/none", {}).status_code == 404
    assert made["id"] in [one["id"] for one in office.get("/items").json()["items"]]
    assert office.send(f"{path}/sheets", {"sheet": "none"}).status_code == 409


def test_an_organisation_is_founded_changed_and_closed(call):
    caller = call("planning")
    new = {"code": "YZ90", "name": "新区", "kind": "zone", "parent": "", **TURN}
    assert caller.send("/orgs", new).json()["orgs"][0]["kind"] == "zone"
    assert caller.send("/orgs", new).status_code == 409
    renamed = caller.send("/orgs/YZ90/rename", {"name": "高新区", **TURN})
    assert renamed.json()["orgs"][-1]["name"] == "高新区"
    for way, said in (
        ("move", {"parent": "YZ00"}),
        ("entrust", {"run_by": "YZ00"}),
        ("resort", {"group": "园区", "is_summand": False}),
    ):
        assert caller.send(f"/orgs/YZ90/{way}", {**said, **TURN}).status_code == 200
    later = {"day": "2026-05-01", "reason": "撤并"}
    parts = [{"code": "YZ91", "name": "甲"}, {"code": "YZ92", "name": "乙"}]
    assert caller.send("/orgs/YZ90/split", {"parts": parts, **later}).status_code == 200
    last = {"day": "2026-06-01", "reason": "撤并"}
    into = {"others": ["YZ92"], "code": "YZ93", "name": "丙", **last}
    assert caller.send("/orgs/YZ91/merge", into).json()["orgs"][0]["code"] == "YZ93"
    done = caller.send("/orgs/YZ93/close", {"day": "2026-07-01", "reason": "撤"})
    assert done.json()["orgs"][0]["ends"] == "2026-07-01"
    assert last_action() == "people.close_org"
    assert [words for words in verify().strays if "YZ9" in words] == []


def test_organisations_of_a_book_are_founded_once(call):
    caller = call("planning")
    first = caller.send(f"{BOOK}/orgs", TURN).json()["founded"]
    assert first > 10
    assert caller.send(f"{BOOK}/orgs", TURN).json()["founded"] == 0
    assert Body.objects.count() > first


def test_a_reporter_sees_their_own_organisation_only(call):
    assert {one["code"] for one in call("reporter").get("/orgs").json()["orgs"]} == {"YZ01"}
    assert call("reporter").get("/orgs/YZ02").status_code == 404
    assert call("reporter").get("/orgs/YZ77").status_code == 404


def test_an_account_is_opened_stopped_and_erased(call):
    caller, why = call("system"), {"reason": "调离"}
    made = caller.send("/users", {"login": "Wang", "name": "王某"}).json()
    path = f"/users/{made['id']}"
    assert User.objects.get(login="wang").check_password(made["password"])
    assert "password" not in caller.get(path).json()
    assert caller.send("/users", {"login": "wang"}).status_code == 409
    assert caller.send(f"{path}/renew-password", why).json()["password"]
    assert caller.send(f"{path}/erase", why).status_code == 409
    for verb, active in (("stop", False), ("resume", True), ("unlock", True)):
        assert caller.send(f"{path}/{verb}", why).json()["is_active"] is active
    caller.send(f"{path}/stop", why)
    assert caller.send(f"{path}/erase", why).json() == {"erased": made["id"]}
    assert caller.get(path).status_code == 404
    assert caller.send(f"{path}/stop", {"reason": ""}).status_code == 422


@pytest.mark.parametrize("more", ["is_active", "role", "totp_key", "password", "id"])
def test_no_more_is_taken_than_is_named(call, more):
    answer = call("system").send("/users", {"login": "wang", more: "1"})
    assert answer.status_code == 422
    assert not User.objects.filter(login="wang").exists()


def test_an_administrator_changes_no_other_administrator(call):
    number = User.objects.get(login="audit").pk
    answer = call("system").send(f"/users/{number}/stop", {"reason": "x"})
    assert answer.status_code == 403


def test_a_post_is_given_and_taken(call):
    caller = call("security")
    made = caller.send("/posts", {"org": "YZ01", "title": "统计员", "role": "reporter"})
    post = made.json()["id"]
    user = User.objects.create_user("li", None).pk
    given = {"user": user, "begins": "2026-04-01"}
    tenure = caller.send(f"/posts/{post}/tenures", given).json()
    assert caller.get(f"/posts/{post}").json()["tenures"] == [tenure]
    end = {"day": "2026-05-01", "reason": "调离"}
    assert caller.send(f"/posts/{post}/close", end).status_code == 409
    ended = caller.send(f"/tenures/{tenure['id']}/end", end).json()
    assert ended["ends"] == "2026-05-01"
    assert caller.send(f"/posts/{post}/close", end).json()["closed_on"] == "2026-05-01"
    assert caller.send("/tenures/987654/end", end).status_code == 404
    assert Post.objects.get(pk=post).title == "统计员"


def test_three_administrators_stay_apart_here_too(call):
    post = Post.objects.get(title="audit").pk
    user = User.objects.get(login="system").pk
    given = {"user": user, "begins": "2026-04-01"}
    answer = call("security").send(f"/posts/{post}/tenures", given)
    assert answer.status_code == 409
    assert "三员分立" in answer.json()["message"]
    assert not Tenure.objects.filter(user=user, post=post).exists()


def test_the_journal_is_read_and_verified(call, office):
    office.approve()
    caller = call("audit")
    page = caller.get("/journal", limit=2).json()
    assert len(page["entries"]) == 2
    after = caller.get("/journal", limit=2, before=page["older"]).json()
    assert after["entries"][0]["number"] < page["entries"][-1]["number"]
    frozen = caller.get("/journal", action="reporting.freeze").json()["entries"][0]
    assert frozen["after"] is None
    head = caller.get("/journal/head").json()
    assert caller.get(f"/journal/{head['number']}").json()["digest"] == head["digest"]
    found = caller.send("/journal/verify", {"deposited": head["deposit"]}).json()
    assert found["number"] >= head["number"]
    wrong = f"{head['number']}:{'0' * 64}"
    told = caller.send("/journal/verify", {"deposited": wrong}).json()
    assert not told["holds"]
    assert caller.get("/journal/987654").status_code == 404


def test_whoever_asks_learns_who_they_are_and_what_waits(call):
    assert call().get("/me").json()["user"] is None
    me = call("reporter").get("/me").json()
    assert me["posts"][0]["role"] == "reporter"
    assert "fill" in me["rights"]
    work = call("reporter").get("/work").json()
    assert len(work["to_fill"]) == 1
    assert work["parts"]
