import pytest

from paitou.model import Assignment, Decision, OrgKind, Period, Quota, Subject
from paitou.review import read_orgs, unknown_orgs, write_orgs
from paitou.tables import Sheet, read_table

HEAD = ("code", "name", "kind", "group", "parent", "is_summand", "aliases")
CITY = ("C", "试验市", "全市", "", "", "", "")
EAST = ("E", "东区", "县(市)区", "主城", "C", "是", "东城、城东")


def read(*rows):
    return read_orgs(Sheet(file="orgs.csv", rows=(HEAD, *rows)))


def test_organisations_are_read():
    orgs, issues = read(CITY, EAST, ("", "高新区", "开发区", "", "C", "否", ""))
    assert issues == ()
    assert [o.code for o in orgs] == ["C", "E", "高新区"]
    assert orgs[1].kind is OrgKind.COUNTY
    assert orgs[1].is_called("城东")
    assert not orgs[2].is_summand


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("E", "", "", "", "", "", ""), "名称"),
        (("C", "丙", "", "", "", "", ""), "重复"),
        (("D", "丁", "星球", "", "", "", ""), "星球"),
        (("D", "丁", "", "", "", "也许", ""), "也许"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_stay(row, said):
    orgs, issues = read(CITY, row)
    assert [o.code for o in orgs] == ["C"]
    assert [(i.code, i.where) for i in issues] == [("org-unreadable", "orgs.csv 第3行")]
    assert said in issues[0].message


def test_parents_that_are_not_there_or_go_round():
    _, issues = read(("A", "甲", "", "", "X", "", ""))
    assert [i.code for i in issues] == ["org-parent-wrong"]
    _, issues = read(("A", "甲", "", "", "B", "", ""), ("B", "乙", "", "", "A", "", ""))
    assert [i.code for i in issues] == ["org-parent-wrong"] * 2
    assert "圈" in issues[0].message


def test_names_that_the_table_does_not_hold_are_told_once():
    orgs, _ = read(CITY, EAST)
    named = Assignment(lead_org="东区", supporting_orgs=("东城区", "城东"))
    decision = Decision(
        subject=Subject.TASK, id="t", assignment=named, where="review.toml 第1行"
    )
    year = Period.of_year(2024)
    quotas = [
        Quota(statement="s", org=o, period=year, value=None) for o in ("", "东城区", "全市")
    ]
    issues = unknown_orgs([decision], quotas, orgs)
    assert [(i.code, i.where) for i in issues] == [("org-unknown", "review.toml 第1行")]
    assert "东城" in issues[0].remedy
    assert unknown_orgs([decision], quotas, ()) == ()


def test_what_is_written_is_read_back(tmp_path):
    orgs, _ = read(CITY, EAST)
    path = tmp_path / "orgs.csv"
    path.write_text(write_orgs(orgs), encoding="utf-8-sig")
    assert read_orgs(read_table(path)) == (orgs, ())
