"""The working-day calendar, read and entered by programs."""

import pytest

NOTICE = {
    "year": 2031,
    "is_notice": True,
    "off": ["2031-01-01", "2031-01-23/2031-01-29"],
    "work": ["2031-01-19"],
    "source": "某通知",
}


def test_a_notice_is_entered_and_counts(call):
    caller = call("supervision")
    made = caller.send("/calendar", NOTICE).json()
    assert made["off"] == NOTICE["off"]
    year = caller.get("/calendar/2031").json()
    assert (year["source"], len(year["off"]), year["work"]) == ("某通知", 8, ["2031-01-19"])
    assert year["changes"] == [made]


def test_a_local_change_is_called_off_with_its_reason(call):
    caller = call("planning")
    local = {
        "year": 2026,
        "is_notice": False,
        "off": ["2026-07-01"],
        "source": "市政府办通知",
        "reason": "停电检修",
    }
    made = caller.send("/calendar", local).json()
    path = f"/calendar/changes/{made['id']}/cancel"
    assert caller.send(path, {"reason": "检修改期"}).json()["cancelled_on"] == "2026-04-01"
    assert "2026-07-01" not in caller.get("/calendar/2026").json()["off"]
    assert caller.send(path, {"reason": "再一次"}).status_code == 409


@pytest.mark.parametrize(
    "wrong",
    [
        {"off": [], "work": []},
        {"off": ["2031年元旦"]},
        {"off": ["2030-12-31"]},
        {"off": ["2031-01-29/2031-01-23"]},
        {"source": " "},
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_entered(call, wrong):
    caller = call("supervision")
    answer = caller.send("/calendar", NOTICE | wrong)
    assert answer.status_code == 409
    assert answer.json()["message"].endswith("。")
    assert caller.get("/calendar/2031").json()["changes"] == []


def test_there_is_no_such_year_or_entry(call):
    caller = call("supervision")
    assert caller.get("/calendar/1812").status_code == 404
    assert caller.send("/calendar", NOTICE | {"year": 1812}).status_code == 422
    cancel = caller.send("/calendar/changes/987654/cancel", {"reason": "无"})
    assert cancel.status_code == 404
