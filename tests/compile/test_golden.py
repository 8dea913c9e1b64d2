"""The Kunming plan against the table of its statements that was made by hand."""

from pathlib import Path

import pytest

from compile import scoring

TABLE = scoring.rows(Path(__file__).with_name("data") / "kunming-2023.statements.tsv")


def test_found_and_right(kunming_plan):
    score = scoring.score(kunming_plan.statements, TABLE, "target")
    assert score.f1 >= 0.99
    assert score.strict >= 0.95


@pytest.mark.parametrize("field", ["measure", "comparator", "unit", "year", "high", "sign"])
def test_each_field(kunming_plan, field):
    wanted = {int(row["start"]): row for row in TABLE if row["required"] == "1"}
    placed = [s for s in kunming_plan.statements if s.start in wanted]
    same = [s for s in placed if scoring.same_amount(s, wanted[s.start])]
    wrong = [s.quote for s in same if not scoring.fields(s, wanted[s.start])[field]]
    assert len(same) > 60
    assert len(wrong) <= 0.03 * len(same), wrong


def test_every_number_is_explained(kunming_plan):
    assert kunming_plan.unexplained == ()


def test_the_table_quotes_the_plan(kunming_plan):
    text = kunming_plan.document.text
    quoted = [text[int(r["start"]) : int(r["end"])].replace("\n", "") for r in TABLE]
    assert quoted == [row["quote"] for row in TABLE]
