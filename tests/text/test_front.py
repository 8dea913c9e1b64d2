import pytest

from paitou.text import document_from_text
from paitou.text.front import Part, choose_title, read_front, titles
from paitou.text.lines import split_lines
from paitou.text.paragraphs import join_lines

BODY = "为加快全市经济社会发展，结合我市实际，制定本方案，请各县区各部门认真贯彻执行。\n"


def front(text):
    return read_front(text, join_lines(text, split_lines(text)))


def title(text):
    items = front(text)
    return choose_title(titles(items), items)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("云政发〔2023〕17号", Part.NUMBER),
        ("（云开放办[2022]6号）", Part.NUMBER),
        ("2023年10月19日", Part.DATE),
        ("2026-02-09 09:45:30", Part.DATE),
        ("二〇二三年三月一日", Part.DATE),
        ("（2023—2025年）", Part.NOTE),
        ("（此件公开发布）", Part.NOTE),
        ("（2001年2月16日云桥市第九届人民代表大会通过）", Part.MEETING),
        ("——2025年1月14日在云桥市第十四届人民代表大会第三次会议上", Part.MEETING),
        ("各县（市）区人民政府，市直各部门：", Part.ADDRESSEE),
        ("各位代表：", Part.ADDRESSEE),
        ("云桥市人民政府市长 王某某", Part.BYLINE),
        ("云桥市发展和改革委员会", Part.ISSUER),
        ("来源：云桥日报", Part.SITE),
        ("发布日期：2023-11-07 浏览次数：-", Part.SITE),
        ("大会开幕。王某某作报告。 云桥日报记者 李某 摄", Part.SITE),
        ("云桥市产业发展三年行动方案", Part.TITLE),
    ],
)
def test_lines_of_the_masthead(line, part):
    assert [item.part for item in front(f"{line}\n一、任务\n")] == [part]


def test_the_masthead_ends_where_the_body_begins():
    assert [item.part for item in front(f"云桥市方案\n{BODY}短行\n一、任务\n")] == [
        Part.TITLE
    ]


def test_a_headline_gives_way_to_the_official_title():
    text = f"云桥三年行动方案发布\n云桥市产业三年行动方案\n（2023—2025年）\n{BODY}"
    assert title(text) == "云桥市产业三年行动方案"


def test_a_plan_has_its_own_title_after_its_notice():
    text = (
        "云桥市人民政府关于印发云桥市\n产业规划的通知\n云政发〔2023〕1号\n各县区人民政府：\n"
        f"现将规划印发给你们。\n云桥市人民政府\n2023年3月1日\n“十四五”产业\n发展规划\n{BODY}"
    )
    assert title(text) == "“十四五”产业发展规划"
    assert len(titles(front(text))) == 2


def test_a_notice_without_a_plan_keeps_its_title():
    assert (
        title(f"云桥市关于做好防汛工作的通知\n各县区：\n{BODY}")
        == "云桥市关于做好防汛工作的通知"
    )


def test_the_fuller_of_two_titles_wins():
    text = "2026年云桥市政府工作报告\n来源：\n云桥日报\n政府工作报告\n各位代表：\n"
    assert title(text) == "2026年云桥市政府工作报告"


def test_a_title_broken_in_a_word_is_one():
    assert title("政府工作报\n告\n\n各位代表：\n") == "政府工作报告"


@pytest.mark.parametrize(
    "text", ["", f"序言\n{BODY}", BODY, "各位代表：\n现在，我报告工作。\n"]
)
def test_some_texts_have_no_title(text):
    assert title(text) == ""


@pytest.mark.parametrize("heading", ["总体要求", "优化营商环境"])
def test_a_first_heading_is_no_part_of_the_masthead(heading):
    items = front(f"云桥市产业方案\n{heading}\n{BODY}")
    assert [item.part for item in items] == [Part.TITLE]


def test_the_files_own_headings_end_the_masthead():
    text = f"云桥市产业方案\n强化保障\n云桥市政府\n{BODY}"
    paragraphs = join_lines(text, split_lines(text))
    assert len(read_front(text, paragraphs)) == 3
    assert len(read_front(text, paragraphs, {8: 2})) == 1


def test_the_label_of_an_annex_is_no_word_of_the_title():
    text = "附件1\n\n云泽市工业提质三年行动方案\n\n一、主要目标\n\n壮大产业。\n"
    assert document_from_text(text).title == "云泽市工业提质三年行动方案"
