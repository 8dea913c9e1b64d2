import datetime as dt

from paitou.model import Period
from paitou.outlook.plan import Outlook
from paitou.outlook.plan.keeping import kept_text, read_kept
from paitou.tables import read_table

OUTLOOK = Outlook(
    statement="s1",
    org="云泽市",
    period=Period.of_year(2026),
    unit="亿元",
    as_of=dt.date(2025, 6, 30),
    value=2315.25,
    lo80=2168.0,
    hi80=2512.5,
    lo95=2000.0,
    hi95=2600.0,
    chance=0.08,
    reliability="一般",
    basis="按11个数推算",
    count=11,
)


def reread(tmp_path, text):
    path = tmp_path / "2025-06-30.csv"
    path.write_text(text, "utf-8-sig")
    return read_kept(read_table(path))


def test_what_was_issued_is_read_back(tmp_path):
    (kept,), issues = reread(tmp_path, kept_text([OUTLOOK]))
    assert issues == ()
    assert (kept.as_of, kept.statement, kept.org) == (OUTLOOK.as_of, "s1", "云泽市")
    assert (kept.value, kept.lo80, kept.chance) == (2315.25, 2168.0, 0.08)


def test_what_says_nothing_is_not_kept():
    silent = Outlook(
        statement="s2",
        org="云泽市",
        period=Period.of_year(2026),
        unit="",
        as_of=dt.date(2025, 6, 30),
        reliability="没有可用的数",
        basis="",
    )
    assert kept_text([silent]).count("\n") == 1


def test_a_row_that_somebody_changed_is_told(tmp_path):
    text = kept_text([OUTLOOK]).replace("2315.25", "两千三")
    found, (issue,) = reread(tmp_path, text)
    assert found == ()
    assert issue.code == "outlook-unreadable"
