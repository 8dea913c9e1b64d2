from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Level, Period, Quota
from paitou.review import read_breakdown, write_breakdown
from paitou.tables import Sheet, read_table

HEAD = "statement,org,period,value,unit,source\n"


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "breakdown.csv"
    path.write_bytes(text.encode(encoding))
    return read_breakdown(read_table(path))


def codes(issues):
    return [issue.code for issue in issues]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_as_excel_saves_it(tmp_path, encoding, end):
    text = HEAD + 's1,官渡区,２０２４年,"１，２３４．５",亿元,昆政发〔2023〕8号\n,,,,,\n'
    quotas, issues = read(tmp_path, text.replace("\n", end), encoding)
    assert issues == ()
    assert quotas == (
        Quota(
            statement="s1",
            org="官渡区",
            period=Period.of_year(2024),
            value=Decimal("1234.5"),
            unit="亿元",
            source="昆政发〔2023〕8号",
            where="breakdown.csv 第2行",
        ),
    )


def test_a_slash_is_no_share_and_a_blank_is_not_filled_in(tmp_path):
    quotas, issues = read(tmp_path, HEAD + "s1,甲,2024,/,,\ns1,乙,2024,,,\n")
    assert issues == ()
    assert [(q.org, q.value) for q in quotas] == [("甲", None)]


def test_chinese_titles_and_a_title_row(tmp_path):
    text = "目标分解表,,,\n编号,县(市)区,年度,分解值(万套)\ns1,甲,2024,3\n"
    quotas, issues = read(tmp_path, text)
    assert issues == ()
    assert (quotas[0].org, quotas[0].value, quotas[0].where) == (
        "甲",
        Decimal(3),
        "breakdown.csv 第3行",
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",甲,2024,3,,", "目标编号"),
        ("s1,甲,,3,,", "期别"),
        ("s1,甲,明年,3,,", "明年"),
        ("s1,甲,2024-13,3,,", "不存在"),
        ("s1,甲,2025-2023,3,,", "颠倒"),
        ("s1,甲,2024,若干,,", "若干"),
        ("s1,甲,2024,3—5,,", "3—5"),
        ("s1,甲,2024,3万套,亿元,", "万套"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_stay(tmp_path, row, said):
    quotas, issues = read(tmp_path, f"{HEAD}s0,,2024,1,,\n{row}\ns2,,2024,2,,\n")
    assert [q.statement for q in quotas] == ["s0", "s2"]
    assert codes(issues) == ["quota-unreadable"]
    assert issues[0].where == "breakdown.csv 第3行"
    assert said in issues[0].message


def test_words_around_a_number_are_noted(tmp_path):
    quotas, issues = read(tmp_path, HEAD + "s1,甲,2024,约5万套,,\n")
    assert (quotas[0].value, quotas[0].unit) == (Decimal(5), "万套")
    assert [(i.code, i.level) for i in issues] == [("quota-qualified", Level.HINT)]


def test_a_repeated_row_is_told(tmp_path):
    _, issues = read(tmp_path, HEAD + "s1,甲,2024,1,,\ns1,甲,2024年,2,,\n")
    assert codes(issues) == ["quota-duplicate"]
    assert "第2行" in issues[0].message
    assert issues[0].where == "breakdown.csv 第3行"


def test_a_table_without_the_columns_is_told(tmp_path):
    quotas, issues = read(tmp_path, "甲,乙\n1,2\n")
    assert quotas == ()
    assert codes(issues) == ["table-without-columns"]


WORDS = st.text("甲乙,\"'\n丙s-1", max_size=5).filter(lambda word: word == word.strip())


@given(
    st.lists(
        st.builds(
            Quota,
            statement=WORDS.filter(bool),
            org=WORDS,
            period=st.sampled_from(
                [Period.parse(p) for p in ("2024", "2024Q2", "2023-2025")]
            ),
            value=st.none() | st.decimals(-(10**9), 10**9, places=2),
            unit=st.none() | st.just("万套"),
            source=WORDS,
            quote=WORDS,
        ),
        max_size=5,
        unique_by=lambda q: (q.statement, q.org, q.period),
    )
)
def test_what_is_written_is_read_back(tmp_path_factory, quotas):
    path = tmp_path_factory.mktemp("b") / "breakdown.csv"
    path.write_text(write_breakdown(quotas), encoding="utf-8-sig", newline="")
    again, issues = read_breakdown(read_table(path))
    assert issues == ()
    assert [(q.statement, q.org, q.period, q.value) for q in again] == [
        (q.statement, q.org, q.period, q.value) for q in quotas
    ]


@given(
    st.lists(st.lists(st.none() | st.text(max_size=6), max_size=6).map(tuple), max_size=6)
)
def test_never_raises(rows):
    head = ("statement", "org", "period", "value")
    read_breakdown(Sheet(file="x.csv", rows=(head, *rows)))
    read_breakdown(Sheet(file="x.csv", rows=tuple(rows)))
