"""What people click, in a real browser."""

from __future__ import annotations

import shutil

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
PLAN = "/plans/yunting/"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api")
    # The driver keeps a loop in this thread, in which tests use the database, too.
    with pytest.MonkeyPatch.context() as patched, api.sync_playwright() as driver:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        running = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield running
        running.close()


@pytest.fixture
def open_page(browser, site):
    """Return a function that opens an address; a script's fault fails the test."""
    faults, contexts = [], []

    def opened(path=PLAN, *, viewport=WIDE, scripts=True):
        context = browser.new_context(viewport=viewport, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda m: m.type == "error" and faults.append(m.text))
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def chosen_words(page):
    return "".join(page.locator(".chosen").all_text_contents())


def test_choosing_a_statement_opens_its_card(open_page):
    page = open_page()
    page.click("#s-s4")
    assert "年均增长8%以上" in page.locator(".card .sentence").inner_text()
    assert chosen_words(page) == "港口吞吐量年均增长8%以上"
    assert page.url.endswith("?s=s4#s-s4")


def test_the_address_of_a_card_can_be_sent_to_others(open_page):
    page = open_page(f"{PLAN}?s=s6#s-s6")
    assert "船员不低于2万人" in page.locator(".card").inner_text()
    assert chosen_words(page) == "航运企业、船员分别达到50家、2万人"


def test_going_back_closes_the_card(open_page):
    page = open_page()
    page.click("#s-s4")
    page.wait_for_selector(".card")
    page.go_back()
    page.wait_for_selector(".card", state="detached")
    assert chosen_words(page) == ""


def test_one_steps_from_card_to_card(open_page):
    page = open_page(f"{PLAN}?s=s1#s-s1")
    page.click(".steps a[rel=next]")
    page.wait_for_selector('.card[data-s="s2"]')
    page.click(".card [data-close]")
    page.wait_for_selector(".card", state="detached")


def test_the_keyboard_is_enough(open_page):
    page = open_page()
    page.focus("#s-s3")
    page.keyboard.press("Enter")
    page.wait_for_selector('.card[data-s="s3"]')
    page.keyboard.press("Escape")
    page.wait_for_selector(".card", state="detached")
    assert page.evaluate("document.activeElement.id") == "s-s3"


def test_tab_stops_once_at_each_item(open_page):
    page = open_page()
    stops = page.eval_on_selector_all(
        "main a.mark:not([tabindex])", "links => links.map(link => link.dataset.s)"
    )
    assert len(stops) == len(set(stops)) == 10


def test_filtering_by_measure(open_page):
    page = open_page()
    page.click(".margin .wide >> text=年均增速")
    assert page.locator(".told").first.inner_text() == "共1项目标。"
    assert page.locator("main a.mark:not(.faded)").all_text_contents() == [
        "港口吞吐量年均增长8%以上"
    ]


def test_searching_marks_the_words(open_page):
    page = open_page()
    page.fill("#q", "港区")
    page.click(".search button")
    assert "“港区”在正文出现2处" in page.locator(".told").first.inner_text()
    assert page.locator("main .hit").all_text_contents() == ["港区", "港区"]


def test_filtering_by_indicator(open_page):
    page = open_page()
    page.select_option("#indicator", label="港口吞吐量（3项）")
    page.click(".search button")
    assert page.locator(".results .list li").count() == 3


def test_a_result_opens_its_card(open_page):
    page = open_page(f"{PLAN}?indicator=%E6%B8%AF%E5%8F%A3%E5%90%9E%E5%90%90%E9%87%8F")
    page.click(".results .list li:nth-child(2) a")
    page.wait_for_selector('.card[data-s="s2"]')
    assert page.locator(".results a[aria-current]").get_attribute("data-s") == "s2"


def test_reviewers_mode_explains_numbers(open_page):
    page = open_page()
    page.click("text=审阅数字")
    assert page.locator("main rt").all_text_contents() == ["日期", "条目编号", "名称"]
    page.click("text=结束审阅")
    assert page.locator("main rt").count() == 0


@pytest.mark.parametrize(
    "path", [PLAN, f"{PLAN}?s=s4", f"{PLAN}?mode=review", f"{PLAN}statements/"]
)
def test_nothing_is_wider_than_a_phone(open_page, path):
    page = open_page(path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_the_card_leaves_the_text_in_sight_on_a_phone(open_page):
    page = open_page(f"{PLAN}?s=s7#s-s7", viewport=NARROW)
    mark, card = (page.locator(one).first.bounding_box() for one in ("#s-s7", ".card"))
    assert mark["y"] >= 0
    assert mark["y"] + mark["height"] <= card["y"]


def test_everything_works_without_scripts(open_page):
    page = open_page(scripts=False)
    page.click("#s-s4")
    assert "年均增长8%以上" in page.locator(".card .sentence").inner_text()
    page.click("text=下一项")
    assert page.locator('.card[data-s="s5"]').count() == 1
    page.click("[data-close]")
    assert page.locator(".card").count() == 0


def test_the_outline_opens_on_a_phone_without_scripts(open_page):
    page = open_page(viewport=NARROW, scripts=False)
    page.click(".outline summary")
    page.click(".outline .fold >> text=扩大港口能力")
    assert page.url.endswith("#sec-sec3")


def test_on_paper_there_is_the_text_and_no_buttons(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator("main").is_visible()
    for hidden in (".bar", ".tools", ".outline", ".margin"):
        assert not page.locator(hidden).first.is_visible()
    number = "getComputedStyle(document.querySelector('#s-s4'), '::after').content"
    assert page.evaluate(number) == '"4"'


def test_a_mark_leads_to_its_card_its_target_and_back(open_page):
    page = open_page()
    page.click("main a.at[data-s=s1]")
    page.wait_for_selector('.card[data-s="s1"]')
    assert "低于目标" in page.locator(".card .stand").inner_text()
    page.click(".card .to-target")
    assert "港口吞吐量低于目标。" in page.locator("h1").inner_text()
    page.click("text=在正文中查看")
    page.wait_for_selector('.card[data-s="s1"]')
    assert chosen_words(page) == "全市港口吞吐量达到3亿吨以上"


def test_the_same_without_scripts(open_page):
    page = open_page(scripts=False)
    page.click("main a.at[data-s=s7]")
    page.click(".card .to-target")
    assert "未能每年达标" in page.locator("h1").inner_text()


def test_filtering_by_standing(open_page):
    page = open_page()
    page.click(".margin .wide .signs >> text=未持续达标")
    assert page.url.endswith("?standing=broken")
    assert page.locator("main a.mark:not(.faded)").all_text_contents() == [
        "近岸水质优良率保持在90%以上"
    ]
    assert page.locator("main a.at").count() == 1


def test_the_counts_lead_to_the_filter(open_page):
    page = open_page(f"{PLAN}overview/")
    page.click(".answer >> text=无法评价")
    assert page.locator(".results .list li").count() == 2


def test_asking_for_another_day(open_page):
    page = open_page(f"{PLAN}?standing=missed")
    page.click(".known summary")
    page.fill("#as_of", "2025-12-31")
    page.click(".known button")
    assert "按2025年12月31日已知数据" in page.locator(".known").inner_text()
    assert "standing=missed" in page.url
    page.click(".pages >> text=总览")
    assert page.url.endswith("/overview/?as_of=2025-12-31")
    assert "低于目标" not in page.locator(".answer").inner_text()
    page.click(".known summary")
    page.click("text=回到今天")
    assert "低于目标" in page.locator(".answer").inner_text()


def test_a_number_opens_its_row(open_page):
    page = open_page(f"{PLAN}targets/s1/")
    page.click(".based a >> nth=0")
    row = page.locator("tr:target")
    assert "2.7亿吨" in row.inner_text()


@pytest.mark.parametrize(
    "path",
    [
        "overview/",
        "off-course/",
        "final/",
        "balance/",
        "targets/s1/",
        "targets/s6/",
        "targets/s7/",
    ],
)  # fmt: skip
def test_no_page_of_standings_is_wider_than_a_phone(open_page, path):
    page = open_page(PLAN + path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_on_paper_the_day_is_told(open_page):
    page = open_page(f"{PLAN}final/?as_of=2025-12-31")
    page.emulate_media(media="print")
    assert page.locator(".known summary").is_visible()
    assert not page.locator(".bar").is_visible()


@pytest.fixture
def yunze_page(serve, yunze, open_page):
    serve(yunze)

    def opened(path, **options):
        return open_page(f"/plans/yunze-2024/{path}?as_of=2025-11-05", **options)

    return opened


def test_the_sentence_of_milestones_leads_to_them_and_to_the_target(yunze_page):
    page = yunze_page("overview/")
    page.click(".told-nodes a")
    assert page.url.endswith("#nodes")
    page.click(".nodes .of a >> nth=0")
    page.wait_for_selector(".card")
    assert "2025年批次项目认定书全部发放" in page.locator(".card").inner_text()


def test_the_number_of_a_district_opens_its_row(yunze_page, yunze):
    (fund,) = (s.id for s in yunze.plan.statements if s.indicator == "省外到位资金")
    page = yunze_page(f"targets/{fund}/")
    row = page.locator(".districts tbody tr").first
    name = row.locator("th").inner_text()
    row.locator("a").click()
    assert name in page.locator("tr:target").inner_text()


@pytest.mark.parametrize("path", ["overview/", "final/"])
def test_the_invented_city_fits_a_phone(yunze_page, path):
    page = yunze_page(path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_a_table_of_districts_fits_a_phone(yunze_page, yunze):
    (housing,) = (s.id for s in yunze.plan.statements if s.indicator == "保障性租赁住房")
    page = yunze_page(f"targets/{housing}/", viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.locator(".districts tfoot").is_visible()


def test_a_point_on_the_board_opens_to_its_figure(yunze_page):
    page = yunze_page("contest/")
    page.click(".cells td a >> nth=0")
    row = page.locator(".why tr:target")
    assert "实际值" in row.inner_text()
    assert "figures/contest.csv" in row.inner_text()
    page.click(".crumbs a")
    assert "领先" in page.locator(".answer").inner_text()


CONTEST = [
    "contest/",
    "contest/lists/",
    "contest/analysis/",
    "contest/quarterly/2025Q3/竹汀县/",
]


@pytest.mark.parametrize("path", CONTEST)
def test_contests_fit_a_phone_without_scripts(yunze_page, path):
    page = yunze_page(path, viewport=NARROW, scripts=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_on_paper_the_board_has_all_groups_and_no_buttons(yunze_page):
    page = yunze_page("contest/")
    page.emulate_media(media="print")
    assert page.locator(".league").count() == 3
    for hidden in (".bar", ".contest .parts", ".rounds", ".tabs"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator(".simulated").is_visible()
