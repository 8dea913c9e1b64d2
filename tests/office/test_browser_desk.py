"""The demonstration as its visitors use it: reporting and approving in a real browser."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
STARTS_WITHIN = 90
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
OUTPUT = "规模以上工业总产值"


def wait_for(address):
    for _ in range(STARTS_WITHIN * 2):
        try:
            return urlopen(address, timeout=5).read()  # noqa: S310 (our own site)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    raise AssertionError(address)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The address of a demonstration that was just made, and its passwords."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [sys.executable, "-m", "paitou", "demo", "--port", str(port)]
    environment = {**os.environ, "PAITOU_DATA_DIR": str(folder)}
    with (
        (folder / "told").open("w") as told,
        subprocess.Popen(command, stdout=told, stderr=told, env=environment) as site,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            kept = json.loads((folder / "demo" / "demo.json").read_text("utf-8"))
            yield f"http://127.0.0.1:{port}", kept["passwords"]
        finally:
            site.send_signal(signal.SIGINT)


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield running
        running.close()


@pytest.fixture
def enter(browser, demo):
    """A function that signs somebody in and gives their page; no script may fail."""
    address, passwords = demo
    faults, contexts = [], []

    def entered(login, *, viewport=WIDE, scripts=True):
        context = browser.new_context(
            viewport=viewport, java_script_enabled=scripts, base_url=address
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto("/sign-in/")
        page.fill("[name=login]", login)
        page.fill("[name=password]", passwords[login])
        page.click("main button")
        assert page.locator("h1").inner_text() == "今日待办"
        return page

    yield entered
    for context in contexts:
        context.close()
    assert faults == []


def form_of(page):
    """Open the first form of the desk."""
    page.click("table.forms a")
    return page


def cell(page, indicator):
    return page.locator("tr", has_text=indicator).locator("input[type=text]").first


def answer(page):
    return page.locator(".answer").inner_text()


def pass_on(page, org):
    """Pass the form of an organisation on, in the queue."""
    page.goto("/desk/queue/")
    part = page.locator("section", has=page.locator("h2", has_text=org))
    shown = part.inner_text()
    part.locator("button[value=pass]").click()
    return shown


def test_a_returned_form_is_mended_endorsed_and_approved(enter):
    reporter = enter("dongxi")
    assert "疑似小数点错位" in reporter.locator("table.forms").inner_text()
    form_of(reporter)
    assert "差约十倍" in reporter.locator("main").inner_text()
    value = cell(reporter, OUTPUT)
    right = f"{float(value.input_value()) / 10:.1f}"
    value.fill("很多")
    reporter.click("button[name=save]")
    assert "不是" in reporter.locator("tr.wrong .error").inner_text()
    reporter.click("button[name=submit]")
    assert "还有1格没有填好" in reporter.locator(".notice").all_inner_texts()[-1]
    cell(reporter, OUTPUT).fill(right)
    reporter.click("button[name=submit]")
    assert answer(reporter).startswith("待单位审核")
    assert "1张表" in answer(enter("dongxi-fz"))
    pass_on(enter("dongxi-fz"), "东溪区")
    shown = pass_on(enter("ducha"), "东溪区")
    assert "比上年同期" in shown
    assert "全年任务的" in shown
    reporter.reload()
    assert answer(reporter).startswith("已核定")


def test_a_late_form_is_saved_in_part_and_pasted_from_a_sheet(enter):
    page = enter("shili")
    assert "已逾期" in answer(page)
    form_of(page)
    assert "已填3格，共7格" in answer(page)
    cell(page, "职业技能培训").fill("0.2")
    page.click("button[name=save]")
    assert "已填4格，共7格" in answer(page)
    page.click("text=从 Excel 粘贴")
    page.fill("#pasted", "0.1\n130.5\n2\n22.10\n4\n0.21\n60")
    page.click("text=采用粘贴的内容")
    assert "已填7格，共7格" in answer(page)
    assert cell(page, OUTPUT).input_value() == "130.5"
    page.click("button[name=submit]")
    assert "迟报" in answer(page)


def test_a_correction_is_a_new_version_and_the_past_stays(enter):
    page = enter("ducha")
    page.goto("/desk/rounds/")
    page.locator("tbody a").nth(1).click()
    row = page.locator("tr", has_text="统计执法检查核减")
    known_on = row.locator("td[data-label=更正日期]").inner_text()
    first, now = (
        row.locator(f"td[data-label={name}]").inner_text() for name in ("核定时", "现在")
    )
    assert first != now
    number = page.url.rstrip("/").rsplit("/", 1)[-1]
    day_before = dt.date.fromisoformat(known_on) - dt.timedelta(days=1)
    csv = f"/desk/rounds/{number}/figures.csv"
    before = page.request.get(f"{csv}?as_of={day_before}").text()
    assert first.removesuffix("亿元") in before
    assert now.removesuffix("亿元") not in before
    row.locator("a").first.click()
    page.fill("#text", "240.1")
    page.fill("#reason", "再次核实")
    page.click("text=更正 >> nth=-1")
    assert page.locator("tbody tr").count() == 3
    assert "240.1亿元" in answer(page)


def test_the_keyboard_is_enough(enter):
    page = enter("yezhu")
    page.focus("table.forms a")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.fill")
    page.focus("form.fill input[type=text] >> nth=0")
    page.keyboard.press("Control+A")
    page.keyboard.type("0.19")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+S")
    page.wait_for_url("**saved=*")
    assert page.locator("form.fill input[type=text]").first.input_value() == "0.19"


def test_a_head_endorses_without_scripts(enter):
    page = enter("gongxin-fz", scripts=False)
    form_of(page)
    page.click("button[value=pass]")
    assert "没有等您审核的表" in answer(page)


@pytest.mark.parametrize(
    ("login", "paths"),
    [
        ("ducha", ["/desk/", "/desk/queue/", "/desk/rounds/", "/desk/calendar/"]),
        ("lingdao", ["/desk/", "/plans/yunze-2024/overview/"]),
        ("tongji", ["/desk/", "/desk/queue/"]),
        ("kaoping", ["/desk/", "/desk/items/"]),
        ("system", ["/desk/", "/people/users/"]),
        ("audit", ["/desk/", "/journal/"]),
    ],
)
def test_nothing_is_wider_than_a_phone(enter, login, paths):
    page = enter(login, viewport=NARROW)
    for path in paths:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert page.locator(".who .todo").is_visible()


def test_the_site_opens_with_the_published_plan_and_says_what_it_is(browser, demo):
    context = browser.new_context(base_url=demo[0])
    page = context.new_page()
    page.goto("/")
    assert page.url.endswith("/plans/kunming-2023/")
    assert "演示网站" in page.locator(".demonstration").inner_text()
    assert page.locator("text=模拟数据，不是统计数据").count() == 0
    page.click("text=排头 >> nth=0")
    page.click("text=云泽市产业强基三年行动方案")
    assert page.locator("text=模拟数据，不是统计数据").count() >= 1
    context.close()
