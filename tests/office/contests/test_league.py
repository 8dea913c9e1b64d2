"""The league table of a group."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from paitou.office.contests.league import lead_words, leagues


def rows_of(choice):
    found = leagues(choice.board, choice.before)
    return {row.org: row for league in found for row in league.rows}


def test_groups_stand_apart_in_the_order_of_the_rulebook(third):
    found = leagues(third.board, third.before)
    assert [league.name for league in found] == ["港区组", "内陆组"]
    assert next(league.heads for league in found) == (("经济", "80"), ("水质达标率", "20"))


def test_a_row_has_rank_score_split_and_distance(third):
    row = rows_of(third)["东渡区"]
    assert (row.rank, row.score, row.change) == ("1", "91.93", "−5.07")
    assert [part.points for part in row.parts] == ["70.93", "20.00"]
    assert (row.extras, row.distance) == ("+1.00", "领先17.33")
    assert rows_of(third)["北澳区"].distance == "差16.10"


def test_the_parts_sum_to_the_score(third):
    row = rows_of(third)["东渡区"]
    parts = sum(Decimal(part.points) for part in row.parts) + Decimal(row.extras)
    assert parts == Decimal(row.score)


def test_a_veto_stands_beside_the_score(third):
    row = rows_of(third)["西岭县"]
    assert row.rank == "1"
    assert row.notes == ("一票否决：统计造假（核查属实）：取消评优资格",)


def test_who_leads_is_told_with_the_reason(third):
    assert lead_words(third.board, "inland") == (
        "西岭县领先，比第二名云门县高1.80分，优势主要在水质达标率"
    )


def test_equals_share_the_first_place(third):
    board = third.board
    scores = tuple(evolve(s, rank=1) if s.group == "inland" else s for s in board.scores)
    told = lead_words(evolve(board, scores=scores), "inland")
    assert told == "西岭县、云门县并列第一"


def test_who_is_not_ranked_says_why(third):
    board = third.board
    scores = tuple(
        evolve(s, rank=None, exact=None, score=None, why_unranked="全部指标缺数，不计分")
        if s.org == "云门县" else s
        for s in board.scores
    )  # fmt: skip
    (row,) = (
        row
        for league in leagues(evolve(board, scores=scores), None)
        for row in league.rows
        if row.org == "云门县"
    )
    assert (row.rank, row.score, row.why) == ("", "", "全部指标缺数，不计分")
    assert lead_words(evolve(board, scores=scores), "inland") == "只有西岭县参加排名"
