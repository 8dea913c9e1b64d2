"""Which of the times said is an amount's own, and whether what it says is past."""

import pytest

from compile.written import PLAN, compiled, lines
from paitou.compile import compile_document
from paitou.text import document_from_text

BASE_YEAR = "到2025年,货运量达到2020年的1.8倍。"


@pytest.mark.parametrize(
    ("kind", "sentence", "said"),
    [
        ("plan", BASE_YEAR, "货运量 | multiple ge 1.8 倍 | by 2025 | base 2020年"),
        (
            "review",
            "新型储能装机到2027年达到500万千瓦。",
            "新型储能装机 | level ge 500 万千瓦 | by 2027 | target",
        ),
        ("review", "货运量达到300万吨。", "货运量 | level eq 300 万吨 | in 2024"),
    ],
)
def test_times_of_amounts(kind, sentence, said):
    assert lines(compiled(sentence, kind), kind) == [said]


def test_a_base_year_has_its_place():
    text = PLAN.format(BASE_YEAR)
    plan = compile_document(document_from_text(text))
    [statement] = plan.statements
    base = statement.spans.base
    assert base.of(plan.document.text) == "2020年"
