import pytest

ORG = {"code": "YZ99", "name": "新区", "day": "2026-04-01", "reason": "批复"}


def test_a_session_changes_nothing_without_csrf(session):
    caller = session("planning", checks=True)
    answer = caller.send("/orgs", ORG)
    assert answer.status_code == 403
    assert "CSRF" in answer.json()["message"]


def test_a_session_changes_with_the_value_that_me_gives(session):
    caller = session("planning", checks=True)
    value = caller.get("/me").json()["csrf_token"]
    caller.headers["X-CSRFToken"] = value
    assert caller.send("/orgs", ORG).status_code == 200


def test_a_token_needs_no_csrf(call):
    caller = call("planning")
    caller.client.handler.enforce_csrf_checks = True
    assert caller.send("/orgs", ORG).status_code == 200


def test_who_has_not_signed_in_is_told_so(call):
    answer = call().send("/orgs", ORG)
    assert answer.status_code == 401
    assert answer.json()["code"] == "unauthorized"


def test_fields_that_are_not_named_are_not_taken(call):
    answer = call("planning").send("/orgs", {**ORG, "ends": "2026-05-01"})
    assert answer.status_code == 422
    (issue,) = answer.json()["issues"]
    assert issue["where"].endswith("ends")
    assert issue["message"] == "没有这一项，不能提交"


@pytest.mark.parametrize("query", [{"asof": "2026-01-01"}, {"x": "1"}])
def test_a_query_that_is_not_known_is_told(call, query):
    answer = call().get("/books", **query)
    assert answer.status_code == 422
    assert answer.json()["issues"][0]["where"] == f"query.{next(iter(query))}"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_only_declared_contents_are_taken(call, kind):
    answer = call("planning").file("/orgs", b'{"a": 1}', kind)
    assert answer.status_code == 415


def test_a_body_that_is_too_large_is_not_read(call):
    answer = call("planning").send("/orgs", {**ORG, "reason": "x" * 600_000})
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"NaN"])
def test_what_is_no_object_is_told(call, body):
    answer = call("planning").file("/orgs", body, "application/json")
    assert answer.status_code == 422


def test_an_answer_for_one_is_kept_by_nobody(call, session):
    assert "no-store" in call("reporter").get("/me").headers["Cache-Control"]
    assert "no-store" in session("reporter").get("/books").headers["Cache-Control"]
    assert "Authorization" in call().get("/books").headers["Vary"]


@pytest.mark.parametrize("value", ["1999-13-01", "20260101", "2026-1-1", "0", "1e3"])
def test_a_day_is_written_one_way(call, value):
    answer = call().get("/books/yunze-2024/standings", as_of=value)
    assert answer.status_code == 422


def test_a_day_to_come_is_refused_with_a_sentence(call):
    answer = call().get("/books/yunze-2024/standings", as_of="2027-01-01")
    assert answer.status_code == 409
    assert "还没有到" in answer.json()["message"]
