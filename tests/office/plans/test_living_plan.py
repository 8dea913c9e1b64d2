"""The page of the living plan."""

from __future__ import annotations

import re

from attrs import evolve

PAGE = "/plans/yunting/"


def text_of(html: str) -> str:
    """The words of the paper, without markup."""
    paper = re.search(r'<main id="main".*?</main>', html, re.DOTALL)
    assert paper
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", paper[0]))


def test_it_answers_before_anything_else(client):
    html = client.get(PAGE).content.decode()
    answer = re.search(r'<p class="answer">(.*?)</p>', html)
    words = re.sub(r"<[^>]+>", "", answer[1])
    assert words == "2023—2025年，2个工程、3项任务，7项量化目标、3项定性与专项任务。"


def test_it_shows_the_whole_text_once(client, plan):
    shown = text_of(client.get(PAGE).content.decode())
    wanted = re.sub(r"\s+", "", plan.document.text)
    assert shown == wanted.replace("<", "&lt;").replace(">", "&gt;")


def test_every_item_can_be_reached(client, plan):
    html = client.get(PAGE).content.decode()
    for item in (*plan.statements, *plan.commitments):
        assert html.count(f'id="s-{item.id}"') == 1
        assert f'href="?s={item.id}#s-{item.id}"' in html


def test_headings_are_headings(client):
    html = client.get(PAGE).content.decode()
    levels = re.findall(r"<main.*?</main>", html, re.DOTALL)[0]
    assert re.findall(r"<h(\d)", levels) == ["1", "2", "2", "3", "4", "4", "3", "4"]


def test_it_shows_a_chosen_item(client):
    html = client.get(PAGE, {"s": "s1"}).content.decode()
    assert "到2025年，全市港口吞吐量不低于3亿吨。" in html
    assert "本句前文写明" in html
    assert "同一指标的其他目标" in html


def test_it_sends_a_card_alone(client):
    html = client.get(PAGE, {"s": "s6", "part": "card"}).content.decode()
    assert html.lstrip().startswith("<section")
    assert "船员不低于2万人" in html


def test_an_unknown_item_is_told(client):
    answer = client.get(PAGE, {"s": "gone"})
    assert answer.status_code == 404
    assert "没有编号为“gone”的目标或任务" in answer.content.decode()
    assert client.get(PAGE, {"s": "gone", "part": "card"}).status_code == 404


def test_filters_fade_what_they_leave_out(client):
    html = client.get(PAGE, {"measure": "growth_avg"}).content.decode()
    assert "共1项目标。" in html
    assert html.count('class="mark faded"') > 0


def test_reviewers_mode_says_why(client):
    html = client.get(PAGE, {"mode": "review"}).content.decode()
    assert "正文共有数字4处，1处属于目标或任务，3处不是" in html
    assert re.search(r"双<rp>（</rp><rt>名称</rt>", html)
    assert "<rt>" not in client.get(PAGE).content.decode()


def test_a_class_of_numbers_is_listed(client):
    html = client.get(PAGE, {"mode": "review", "number": "name"}).content.decode()
    assert html.count("<rt>") == 1
    assert re.search(r'href="#m-\d+"', html)


def test_search_marks_and_counts(client):
    html = client.get(PAGE, {"q": "港口吞吐量"}).content.decode()
    assert "“港口吞吐量”在正文出现2处，涉及3项目标。" in html
    assert 'id="h-1"' in html
    assert 'id="h-2"' in html


def test_nothing_found_says_what_to_do(client):
    html = client.get(PAGE, {"q": "不存在的词"}).content.decode()
    assert "没有找到“不存在的词”。请换一个更短的词" in html


def test_odd_queries_make_a_page(client):
    for query in (
        {"measure": "x"},
        {"section": "x"},
        {"q": "(["},
        {"mode": "<"},
        {"q": "\0"},
    ):
        assert client.get(PAGE, query).status_code == 200


def test_it_refuses_to_be_written(client):
    answer = client.post(PAGE)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    assert "这里只能查看" in answer.content.decode()


def test_head_is_answered(client):
    assert client.head(PAGE).status_code == 200


def test_an_unknown_book_is_told(client):
    answer = client.get("/plans/other/")
    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()


def test_hostile_text_stays_text(serve, book, plan):
    text = plan.document.text.replace("向海图强", "<script>alert(1)</script>")
    document = evolve(plan.document, text=text, title=text.splitlines()[0], blocks=())
    hostile = evolve(plan, document=document, statements=(), commitments=(), mentions=())
    client = serve(evolve(book, plan=hostile, title='"><script>x</script>'))
    html = client.get(PAGE, {"q": "<script>", "s": '"><img src=x>'}).content.decode()
    assert "<script>" not in html.replace("<script src=", "")
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_text_makes_a_page(serve, book, plan):
    document = evolve(plan.document, text="", title="", blocks=(), sections=())
    empty = evolve(plan, document=document, statements=(), commitments=(), mentions=())
    html = serve(evolve(book, plan=empty)).get(PAGE).content.decode()
    assert "这份文件没有文字" in html
    assert "没有读出目标和任务" in html


def test_every_target_carries_its_standing(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    paper = html.split('<main id="main"')[1]
    assert paper.count('class="at st-') == 7
    assert 'data-word="低于目标"' in paper
    assert 'class="at st-unknown"' in paper


def test_no_word_of_ours_stands_in_the_text(tracking_client, plan):
    shown = text_of(tracking_client.get(PAGE).content.decode())
    wanted = re.sub(r"\s+", "", plan.document.text)
    assert shown == wanted.replace("<", "&lt;").replace(">", "&gt;")


def test_it_counts_the_standings_in_a_sentence(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    told = re.search(r'<p class="spread">(.*?)</p>', html, re.DOTALL)[1]
    assert re.sub(r"<[^>]+>", "", told).strip() == (
        "7项目标中，1项已达到，3项低于目标，1项未持续达标，2项无法评价（未发布1项、待核1项）。"
    )


def test_it_narrows_by_standing(tracking_client):
    html = tracking_client.get(PAGE, {"standing": "unverified"}).content.decode()
    assert "共1项目标。" in html
    assert "船员不低于2万人" in html


def test_the_card_says_where_the_target_stands(tracking_client):
    html = tracking_client.get(PAGE, {"s": "s7", "part": "card"}).content.decode()
    assert "未持续达标" in html
    assert 'href="/plans/yunting/targets/s7/"' in html


def test_the_day_is_kept_by_every_link(tracking_client):
    html = tracking_client.get(PAGE, {"as_of": "2025-02-01", "s": "s1"}).content.decode()
    assert 'href="/plans/yunting/targets/s1/?as_of=2025-02-01"' in html
    inner = re.findall(r'href="(\?[^"]*)"', html)
    assert [one for one in inner if "as_of=2025-02-01" not in one] == ["?s=s1"]


def test_a_wrong_day_is_told(tracking_client):
    answer = tracking_client.get(PAGE, {"as_of": "2024-13-45"})
    assert answer.status_code == 400
    assert "“2024-13-45”不是能用的日期" in answer.content.decode()
