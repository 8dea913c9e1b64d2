import pytest

from paitou.figures.columns.roles import FIGURE_COLUMNS, Role, role_of


@pytest.mark.parametrize("title", [name for name in FIGURE_COLUMNS if name != "value"])
def test_our_own_columns(title):
    assert role_of(title) is Role(title)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("指标名称", Role.INDICATOR),
        ("县（市）区", Role.ORG),
        ("县(市、区)", Role.ORG),
        ("期 别", Role.PERIOD),
        ("计量单位", Role.UNIT),
        ("单位", Role.OPEN),
        ("口径版本", Role.DEFINITION),
        ("公布日期", Role.KNOWN_ON),
        ("位次(全省)", Role.IGNORED),
        ("高/低全省pp", Role.IGNORED),
        ("2023年", None),
        ("地区生产总值", None),
        ("现值", None),
    ],
)
def test_titles(title, role):
    assert role_of(title) is role
