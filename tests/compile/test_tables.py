"""Tables of indicators in a file become statements, a cell a statement."""

import pytest

from compile.written import line
from paitou.compile import compile_document
from paitou.text import document_from_reading, read_bytes

PAGE = """<html><head><meta charset="utf-8"></head><body>
<h1>云泽市“十四五”产业规划</h1><p>(2021—2025年)</p>
<h2>一、主要指标</h2><p>主要指标见下表。</p><table>{}</table>
<h2>二、保障措施</h2><p>加强组织领导。</p></body></html>"""
HEAD = "指标|单位|2020年|2025年|属性"


def plan(*rows):
    """Return what a page with this table says; cells are parted by |."""
    cells = (f"<td>{'</td><td>'.join(row.split('|'))}</td>" for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    reading, _ = read_bytes(PAGE.format(table).encode(), "规划.html")
    return compile_document(document_from_reading(reading))


def said(*rows):
    return [line(s) for s in plan(*rows).statements]


def test_a_row_names_the_indicator_and_a_column_its_year():
    assert said(HEAD, "森林覆盖率|%|41.2|43.5|约束性") == [
        "森林覆盖率 | level eq 41.2 % | in 2020 | outcome",
        "森林覆盖率 | level ge 43.5 % | by 2025",
    ]


@pytest.mark.parametrize(
    ("row", "statement"),
    [
        ("单位能耗|%|—|≤13|约束性", "单位能耗 | level le 13 % | by 2025"),
        ("人均寿命|岁|—|79.5以上|预期性", "人均寿命 | level ge 79.5 岁 | by 2025"),
        (
            "城镇新增就业|万人|—|[30]|预期性",
            "城镇新增就业 | total ge 30 万人 | over 2021-2025",
        ),
        ("生产总值增速|%|—|6左右|预期性", "生产总值 | growth approx 6 % | by 2025"),
        ("空气质量优良率|％|—|＞８８|约束性", "空气质量优良率 | level gt 88 % | by 2025"),
        ("1.市场主体|万户|—|1,250|预期性", "市场主体 | level ge 1250 万户 | by 2025"),
        ("利用外资|—|—|12亿美元|预期性", "利用外资 | level ge 12 亿美元 | by 2025"),
    ],
)
def test_how_cells_are_written(row, statement):
    assert said(HEAD, row) == [statement]


def test_a_column_of_average_growth():
    found = said("指标|单位|2020年|2025年|年均增长(%)", "数字经济规模|亿元|120|300|20")
    assert found == [
        "数字经济规模 | level eq 120 亿元 | in 2020 | outcome",
        "数字经济规模 | level ge 300 亿元 | by 2025",
        "数字经济规模 | growth_avg ge 20 % | over 2021-2025",
    ]


def test_the_unit_may_stand_in_the_name():
    assert said("指标|2025年目标", "(1)设施完好率(%)|≥96", "产值(亿元)|180") == [
        "设施完好率 | level ge 96 % | by 2025",
        "产值 | level ge 180 亿元 | by 2025",
    ]


@pytest.mark.parametrize("cell", ["", "—", "完成省下达任务", "/"])
def test_a_cell_without_a_value_says_nothing(cell):
    assert said(HEAD, f"森林覆盖率|%|{cell}|{cell}|约束性") == []


def test_a_table_of_something_else_is_left():
    assert said("序号|项目名称|建设地点", "1|云泽物流园|临江区") == []


def test_spans_and_mentions_of_cells():
    compiled = plan(HEAD, "森林覆盖率|%|41.2|43.5|约束性")
    text = compiled.document.text
    for s in compiled.statements:
        assert text[s.start : s.end] == s.quote == str(s.value)
        assert s.spans.indicator[0].of(text) == "森林覆盖率"
    cells = {m.text: (m.name, m.statement) for m in compiled.mentions}
    assert cells["43.5"] == ("statement", compiled.statements[1].id)


def test_the_section_that_a_table_stands_in():
    compiled = plan(HEAD, "森林覆盖率|%|41.2|43.5|约束性")
    titles = {s.id: s.title for s in compiled.sections}
    assert {titles[s.section] for s in compiled.statements} == {"主要指标"}


def test_ids_survive_another_row():
    row = "森林覆盖率|%|41.2|43.5|约束性"
    before = {s.quote: s.id for s in plan(HEAD, row).statements}
    after = {s.quote: s.id for s in plan(HEAD, "入园率|%|88|95|预期性", row).statements}
    assert before.items() <= after.items()
