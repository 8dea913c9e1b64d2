import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.indicators import load_indicators, standard
from paitou.indicators.relation_reading import load_relations
from paitou.indicators.relations import Denominator
from paitou.model import Level

OWN = """\
[[indicator]]
id = "zone-area"
name = "园区工业用地面积"
dimension = "area"
unit = "亩"

[[relation]]
kind = "ratio"
result = "开发区亩均营业收入"
numerator = "zone-revenue"
denominator = "园区工业用地面积"

[[relation]]
kind = "合计"
whole = "财政总收入"
parts = ["税收收入", "政府性基金预算收入"]
note = "本市财政局口径"

[[relation]]
kind = "part"
whole = "gdp"
parts = ["海洋生产总值", "旅游业增加值"]
"""


@pytest.fixture
def load(tmp_path):
    def loaded(content: str | bytes):
        path = tmp_path / "indicators.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        own, issues = load_indicators(path)
        relations, more = load_relations(path, standard().extended(own))
        return relations, (*issues, *more)

    return loaded


def test_a_plan_writes_its_own_relations_with_names_or_ids(load) -> None:
    found, issues = load(OWN)
    assert issues == ()
    assert [relation.members for relation in found] == [
        ("zone-revenue-per-mu", "zone-revenue", "zone-area"),
        ("fiscal-revenue-total", "tax-revenue", "fund-budget-revenue"),
        ("gdp", "marine-gdp"),
        ("gdp", "value-added-tourism"),
    ]
    assert found[1].note == "本市财政局口径"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("above", Denominator.ABOVE),
        ("上一级", Denominator.ABOVE),
        ("mean", Denominator.MEAN),
    ],
)
def test_the_denominator_may_be_another_places(load, written, place) -> None:
    found, issues = load(
        '[[relation]]\nkind="ratio"\nresult="经济首位度"\nnumerator="gdp"\n'
        f'denominator="gdp"\ndenominator_place="{written}"\n'
    )
    assert issues == ()
    assert found[0].denominator_of is place


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('kind="product"', "kind 写得不对"),
        ("", "kind 写得不对"),
        ('kind="sum"\nwhole="gdp"', "缺少 parts"),
        ('kind="sum"\nwhole="gdp"\nparts=[]', "parts 应是一列"),
        ('kind="sum"\nwhole="gdp"\nparts=["出口"]', "不成合计"),
        ('kind="sum"\nwhole="gdp"\nparts=["gdp","出口"]', "写了两次"),
        ('kind="part"\nwhole="gdp"\nparts=["没有的指标"]', "“没有的指标”不在"),
        ('kind="part"\nwhole=3\nparts=["出口"]', "whole 应是"),
        ('kind="ratio"\nresult="gdp"\nnumerator="gdp"\ndenominator="出口"', "同一指标"),
        (
            'kind="ratio"\nresult="经济首位度"\nnumerator="gdp"\ndenominator="gdp"\n'
            'denominator_place="below"',
            "denominator_place",
        ),
    ],
)
def test_what_is_wrong_is_told_and_left_out(load, entry, words) -> None:
    found, issues = load(f"{OWN}\n[[relation]]\n{entry}\n")
    assert len(found) == 4
    (issue,) = issues
    assert (issue.code, issue.level) == ("relation-wrong", Level.ERROR)
    assert words in issue.message
    assert issue.where == "indicators.toml 第4个关系"


def test_a_field_that_is_none_is_told_and_the_rest_kept(load) -> None:
    found, issues = load('[[relation]]\nkind="part"\nwhole="gdp"\nparts=["出口"]\nyear=1\n')
    assert len(found) == 1
    assert [issue.code for issue in issues] == ["relation-field-unknown"]
    assert "“year”" in issues[0].message


@pytest.mark.parametrize("content", ["relation = 3", "[relation]\nkind='sum'", "a = ["])
def test_what_cannot_be_read_is_told_once(load, content) -> None:
    found, issues = load(content)
    assert found == ()
    assert len(issues) == 1


def test_entries_that_are_no_tables_are_told(load) -> None:
    found, issues = load("relation = [3]")
    assert found == ()
    assert [issue.code for issue in issues] == ["relation-wrong"]


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_no_bytes_break_it(tmp_path_factory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("hostile") / "indicators.toml"
    path.write_bytes(b"[[relation]]\n" + content)
    load_relations(path, standard())
