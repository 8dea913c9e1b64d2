"""Lists by rule and who speaks."""

from __future__ import annotations

from paitou.office.contests.lists import lists_page


def test_lists_are_internal(html):
    page = html("lists/")
    assert "内部 · 未经审定，不得公开" in page
    assert page.index("内部 · 未经审定") < page.index("<h1>")


def test_a_veto_keeps_off_lists_that_praise(third):
    page = lists_page(third)
    leading, risen, reminded = page.lists
    assert [one.org for one in leading.listed] == ["东渡区", "云门县"]
    assert leading.rule == "总分在本组居前1名"
    assert risen.listed == ()
    assert [one.org for one in reminded.listed] == ["北澳区", "云门县"]


def test_nobody_speaks_twice(third):
    speeches = lists_page(third).speeches
    assert [(one.kind, one.org) for one in speeches] == [
        ("交流发言", "东渡区"), ("交流发言", "云门县"), ("表态发言", "北澳区"),
    ]  # fmt: skip
    assert speeches[-1].points[0].startswith("低于组平均最多的：")


def test_promises_of_the_last_round_are_followed(third):
    told = {one.org: one.told for one in lists_page(third).promises}
    assert told["北澳区"].endswith("得分相同，名次持平")
    assert "得分多21.80" in told["云门县"]


def test_rules_are_told_as_they_are(yunze, choose):
    from paitou.office.contests.lists import rule_words

    (rulebook,) = (book for book in yunze.rulebooks if book.id == "quarterly")
    from attrs import evolve

    board = evolve(choose().board, rulebook=rulebook)
    told = [rule_words(board, honours) for honours in rulebook.lists]
    assert told[0] == (
        "总分在本组居前（主城区2名、县域2名、开发区1名），并且地区生产总值增速不低于4%"
    )
    assert told[1] == "总分比上期上升2位以上"
