"""Files of constraints, good and hostile."""

import json
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.consistency import Kind, System, parse_system, read_system
from paitou.consistency.reading import MAX_CONSTRAINTS, MAX_TERMS
from paitou.model import UnreadableFile, UsageError

_ROW = {"name": "t", "kind": "target", "coef": {"x": 1.0}, "lo": 0.1, "hi": None}


def _text(*rows, **more):
    return json.dumps({"variables_nonnegative": True, "constraints": rows, **more})


def test_numbers_are_read_as_exact_decimals():
    (read,) = parse_system(_text({**_ROW, "coef": {"y": -0.7447, "x": 1e-3}})).constraints
    assert read.lo == Fraction(1, 10)
    assert read.terms == (("x", Fraction(1, 1000)), ("y", Fraction(-7447, 10000)))
    assert (read.kind, read.hi) == (Kind.TARGET, None)


def test_the_order_of_the_file_is_not_kept():
    rows = [{**_ROW, "name": name} for name in "cab"]
    assert parse_system(_text(*rows)) == parse_system(_text(*sorted(rows, key=str)))


def test_more_than_is_asked_for_is_left_alone():
    assert parse_system(_text({**_ROW, "note": "…"}, id="k", all_mus=[])).soft == {"t"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"lo": float("nan")}, "NaN 不是可以计算的数"),
        ({"hi": float("-inf")}, "-Infinity 不是"),
        ({"lo": 2, "hi": 1}, "“t”的下限大于上限"),
        ({"lo": "3"}, "第1条约束“t”的 lo要是数字"),
        ({"lo": True}, "第1条约束“t”的 lo要是数字"),
        ({"hi": [1]}, "的 hi要是数字"),
        ({"coef": {"x": "1"}}, "里“x”的系数要是数字"),
        ({"coef": {"x": None}}, "里“x”的系数要是数字"),
        ({"coef": [1]}, "coef 要是"),
        ({"coef": {" ": 1}}, "没写名称的变量"),
        ({"name": 3}, "第1条约束的 name"),
        ({"name": "\ud800"}, "第1条约束的 name"),
        ({"kind": "goal"}, "kind 要是 identity、target、fact 之一"),
        ({"kind": {}}, "kind 要是"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(change, said):
    with pytest.raises(UsageError, match=said):
        parse_system(_text({**_ROW, **change}))


@pytest.mark.parametrize(
    "number", ["1e400", "-1E+400", "1e-400", "9" * 401, f"1e{'9' * 30}"]
)
def test_a_number_beyond_measure_is_refused(number):
    with pytest.raises(UsageError, match="太长或太大"):
        parse_system(_text(_ROW).replace("0.1", number))


def test_zero_in_whatever_form_is_zero():
    read = parse_system(_text(_ROW).replace("0.1", "-0e9999999999"))
    assert read.constraints[0].lo == 0


@pytest.mark.parametrize("key", _ROW)
def test_a_missing_key_is_named(key):
    row = {k: v for k, v in _ROW.items() if k != key}
    with pytest.raises(UsageError, match=f"第2条约束缺少 {key}"):
        parse_system(_text({**_ROW, "name": "s"}, row))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "不是完整的 JSON，问题在第1行第1个字符"),
        ("{", "不是完整的 JSON"),
        ("[]", "最外层要是一个对象"),
        ("3", "最外层要是一个对象"),
        ('{"constraints": {}, "variables_nonnegative": true}', "constraints 是约束的列表"),
        ('{"constraints": []}', "variables_nonnegative 要写"),
        ('{"constraints": [], "variables_nonnegative": 1}', "variables_nonnegative 要写"),
        ('{"constraints": [3], "variables_nonnegative": true}', "第1条约束不是对象"),
        ('{"constraints": [], "constraints": []}', "“constraints”写了两次"),
        ("[" * 100_000, "括号套得太深"),
    ],
)
def test_what_is_no_system_is_told(text, said):
    with pytest.raises(UsageError, match=said):
        parse_system(text)


def test_a_name_may_not_come_twice():
    with pytest.raises(UsageError, match="“t”出现了2次"):
        parse_system(_text(_ROW, _ROW))
    twice = _text(_ROW).replace('"x": 1.0', '"x": 1.0, "x": 2.0')
    with pytest.raises(UsageError, match="“x”写了两次"):
        parse_system(twice)


def test_a_file_beyond_the_stated_size_is_refused():
    rows = [{**_ROW, "name": f"t{i}"} for i in range(MAX_CONSTRAINTS + 1)]
    with pytest.raises(UsageError, match=f"最多检查{MAX_CONSTRAINTS}条"):
        parse_system(_text(*rows))
    wide = {**_ROW, "coef": {f"x{i}": 1 for i in range(MAX_TERMS + 1)}}
    with pytest.raises(UsageError, match=f"最多检查{MAX_TERMS}个"):
        parse_system(_text(wide))


def test_an_empty_list_is_a_system():
    assert parse_system(_text()) == System([])


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UnreadableFile, match="json”：文件读不了"):
        read_system(tmp_path / "没有.json")
    (tmp_path / "gbk.json").write_bytes("约束".encode("gbk"))
    with pytest.raises(UnreadableFile, match="不是 UTF-8"):
        read_system(tmp_path / "gbk.json")
    with pytest.raises(UnreadableFile, match="文件读不了"):
        read_system(tmp_path)


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*_ROW, "x", "constraints"]) | st.text(), inner)
    ),
    max_leaves=12,
)


@given(_ANY, st.dictionaries(st.sampled_from(list(_ROW)), _ANY, max_size=2))
@settings(max_examples=200, deadline=None)
def test_whatever_comes_is_a_system_or_one_sentence(anything, change):
    for text in (json.dumps(anything), _text({**_ROW, **change}), _text(anything)):
        with suppress(UsageError):
            assert isinstance(parse_system(text), System)
