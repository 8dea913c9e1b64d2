import pytest

from paitou.model import PlanPeriod
from paitou.text import document_from_text

BODY = "一、总体要求\n到2025年，经济总量达到1万亿元以上。\n"
NOTICE = (
    "云桥市人民政府办公室关于印发云桥市产业规划的通知\n云政办发〔2022〕17号\n各县区：\n"
    "现印发给你们，请认真贯彻执行。\n云桥市人民政府办公室\n2022年5月17日\n云桥市产业规划\n"
)


def read(text, file=""):
    return document_from_text(text, file=file)


def test_a_notice_states_number_issuer_and_date():
    document = read(NOTICE + BODY)
    assert document.number == "云政办发〔2022〕17号"
    assert document.issuer == "云桥市人民政府办公室"
    assert document.date == "2022-05-17"
    assert document.year == 2022


def test_a_plan_alone_states_none_of_them():
    document = read("云桥市产业三年行动方案\n(2023—2025年)\n" + BODY)
    assert (document.number, document.issuer, document.date) == (None, None, None)
    assert (document.year, document.period) == (2023, PlanPeriod(start=2023, end=2025))


def test_numbers_of_other_documents_are_not_its_own():
    text = "云桥市产业方案\n根据省产业规划（省政发〔2021〕3号），制定本方案。\n" + BODY
    assert read(text).number is None


def test_the_fields_of_a_site_are_read():
    fields = (
        "发文机关： 云桥市政府\n成文日期： 2023年03月01日\n发文字号： 云政发[2023]1号\n"
    )
    document = read("云桥市产业方案\n" + BODY + fields)
    assert document.issuer == "云桥市政府"
    assert (document.date, document.number) == ("2023-03-01", "云政发[2023]1号")


def test_several_signatures_make_one_issuer():
    signed = "云桥市财政局            云桥市民政局\n2023年3月1日\n"
    document = read("云桥市养老方案\n" + BODY + signed)
    assert document.issuer == "云桥市财政局、云桥市民政局"


def test_a_report_speaks_for_its_government():
    text = (
        "政府工作报告\n——2025年1月14日在云桥市第十四届人民代表大会第三次会议上\n"
        "各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、2024年工作回顾\n"
    )
    document = read(text)
    assert document.issuer == "云桥市人民政府"
    assert document.date == "2025-01-14"
    assert document.period == PlanPeriod(start=2025, end=2025)


@pytest.mark.parametrize(
    ("heading", "year"), [("2024年工作回顾", 2025), ("2026年主要任务", 2026)]
)
def test_a_reports_year_is_that_whose_work_it_sets(heading, year):
    text = f"政府工作报告\n各位代表：\n现在报告工作。\n一、{heading}\n主要做了以下工作。\n"
    assert read(text).year == year


def test_a_document_on_a_years_work_speaks_for_that_year():
    assert read("云桥市2022年度重点工作要点\n" + BODY).period == PlanPeriod(
        start=2022, end=2022
    )


def test_the_files_name_is_the_last_to_be_asked():
    assert read(BODY, file="方案2019.txt").year == 2019
    assert read(BODY, file="方案.txt").year is None


@pytest.mark.parametrize(
    "line",
    ["来源：云桥日报", "责编：张某", "（来源：云桥新闻客户端）", "云桥日报记者 李某 摄"],
)
def test_a_newspapers_print_is_known(line):
    assert read(f"云桥市产业方案\n{BODY}{line}\n").is_newspaper == ("摄" not in line)
    assert read(f"云桥市产业方案\n{line}\n{BODY}").is_newspaper


def test_a_governments_own_site_is_no_newspaper():
    assert not read("云桥市产业方案\n来源：云桥市人民政府\n" + BODY).is_newspaper
