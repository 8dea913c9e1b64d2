"""Whatever stands in a table, it becomes a field that can be scored, or issues."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from contest.scoring.made import item, rules
from paitou.contest.fields import field_of_sheet
from paitou.contest.scoring import score
from paitou.model import Missing
from paitou.tables import Sheet

HEADS = st.sampled_from(
    [
        *(
            "单位",
            "序号",
            "分组",
            "全市",
            "a",
            "a目标",
            "指标a(万户)",
            "b/同期",
            "指标b(%)",
        ),
        *("指标b增速", "指标c评委1", "评委2"),
    ]
)
CELLS = st.one_of(
    st.none(),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.text(max_size=12),
    st.sampled_from(
        ["/", "—", "缺", "8.2%", "1e999", "3—5", "约3", "全市", "#REF!", "１２", "-0"]
    ),
)
RULES = rules(
    item("a", 30, "ratio", cap=1),
    item("b", 30, "efficacy", direction=-1),
    item("c", 40, "jury"),
    missing=Missing.REWEIGHT,
)


@st.composite
def sheets(draw):
    heads = draw(st.lists(HEADS, min_size=1, max_size=7))
    rows = draw(st.lists(st.lists(CELLS, max_size=7), max_size=6))
    return Sheet(file="表.csv", rows=(tuple(heads), *map(tuple, rows)))


@given(sheets())
@settings(max_examples=300, deadline=None)
def test_any_table_is_read_and_scored(sheet):
    field, issues = field_of_sheet(RULES, sheet)
    board = score(RULES, field)
    assert len({c.org for c in field.contestants}) == len(field.contestants)
    assert all(issue.message and issue.remedy for issue in issues)
    values = [r.value for c in field.contestants for r in c.readings.values()]
    assert all(isinstance(v, Decimal) and v.is_finite() for v in values if v is not None)
    assert all(s.exact is not None or s.why_unranked for s in board.scores)
