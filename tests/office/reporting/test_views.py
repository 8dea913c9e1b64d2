import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from paitou.office.journal.models import Entry
from paitou.office.people.models import User
from paitou.office.reporting.models import Extension, Reported, Round, Submission
from paitou.office.reporting.urls import urlpatterns
from paitou.tables import read_table

NAME = "yunze-2024"


def page(response):
    return response.content.decode()


def form_address(desk, org="YZ01", name="form"):
    return reverse(name, args=(desk.form(org).pk,))


def typed(desk, org="YZ01", **fields):
    cells = desk.form(org).cells.all()
    data = {}
    for cell in cells:
        data |= {f"v-{cell.key}": cell.text, f"w-{cell.key}": cell.text}
        data |= {f"n-{cell.key}": cell.note, f"m-{cell.key}": cell.note}
    return data | fields


def test_today_says_what_waits_for_a_clerk(desk, enter):
    shown = page(enter("clerk").get("/desk/"))
    assert "1张表等您填报" in shown
    assert "还有9个工作日" in shown
    assert "墨泉区" not in shown


def test_today_tells_who_is_late(desk, enter, on_day):
    on_day("2026-04-20")
    assert "已逾期5天" in page(enter("clerk").get("/desk/"))
    shown = page(enter("office").get("/desk/"))
    assert "还有21个单位没有报，21个逾期" in shown


def test_the_form_shows_last_time_quota_and_how_many_were_spared(desk, enter):
    shown = page(enter("clerk").get(form_address(desk)))
    assert "486.2" in shown
    assert "553" in shown
    assert "规模以上工业总产值" in shown
    statistics = page(enter("source").get(form_address(desk, "YZ44")))
    assert "本期已少报1个数" in statistics


def test_a_draft_is_saved_and_comes_back(desk, enter):
    client, cell = enter("clerk"), desk.form().cells.first()
    data = typed(desk, **{f"v-{cell.key}": "0.12"})
    answer = client.post(form_address(desk), data)
    assert answer.status_code == 302
    shown = page(client.get(answer.url))
    assert "已保存，改动了1格" in shown
    assert 'value="0.12"' in shown


def test_an_error_stands_beside_its_cell_and_keeps_the_form_back(desk, enter):
    client, cell = enter("clerk"), desk.form().cells.first()
    data = typed(desk, submit="1", **{f"v-{cell.key}": "很多"})
    answer = client.post(form_address(desk), data)
    assert answer.status_code == 400
    assert 'aria-invalid="true"' in page(answer)
    assert "“很多”不是数" in page(answer)
    assert desk.form().cells.first().text == "很多"


def test_a_warning_explains_and_blocks_nothing(desk, enter):
    desk.fill()
    client, cell = enter("clerk"), desk.form().cells.all()[1]
    data = typed(desk, submit="1", **{f"v-{cell.key}": "1120000"})
    assert client.post(form_address(desk), data).status_code == 302
    assert desk.form().stage == "review"
    assert "像是" in page(client.get(form_address(desk)))


def test_a_clash_is_told_and_nothing_overwritten(desk, enter):
    cell = desk.form().cells.first()
    seen = typed(desk)
    enter("head").post(form_address(desk), seen | {f"v-{cell.key}": "1"})
    answer = enter("clerk").post(form_address(desk), seen | {f"v-{cell.key}": "2"})
    assert answer.status_code == 409
    assert "刚才被别人改过" in page(answer)


def test_fields_that_are_no_cells_change_nothing(desk, enter):
    data = typed(desk, stage="approved", org="YZ02", **{"v-n0000000000000000": "5"})
    enter("clerk").post(form_address(desk), data)
    form = desk.form()
    assert (form.stage, form.cells.exclude(text="").count()) == ("draft", 0)


def test_what_is_typed_is_never_markup(desk, enter):
    cell = desk.form().cells.first()
    hostile = "<script>alert(1)</script>"
    data = typed(desk, **{f"v-{cell.key}": hostile, f"n-{cell.key}": hostile})
    enter("clerk").post(form_address(desk), data)
    shown = page(enter("clerk").get(form_address(desk)))
    assert hostile not in shown
    assert "&lt;script&gt;" in shown


def test_a_column_is_pasted_in_the_order_of_the_form(desk, enter):
    text = "\n".join(str(n) for n in range(1, 8))
    answer = enter("clerk").post(form_address(desk, name="form_paste"), {"pasted": text})
    assert answer.status_code == 302
    assert [c.text for c in desk.form().cells.all()] == text.split()


def test_a_paste_that_does_not_fit_says_how_many_rows(desk, enter):
    answer = enter("clerk").post(form_address(desk, name="form_paste"), {"pasted": "1\n2"})
    assert "粘贴了2行，表里有7行" in page(answer)


def test_a_paste_with_a_secrecy_mark_is_refused(desk, enter):
    address = form_address(desk, name="form_paste")
    answer = enter("clerk").post(address, {"pasted": "机密★5年\n1\n2\n3\n4\n5\n6"})
    assert answer.status_code == 400
    assert not desk.form().cells.exclude(text="").exists()


def filled(data, path, values):
    """Return a template as a spreadsheet saves it, with values in 填报值."""
    from xlsxwriter import Workbook

    path.write_bytes(data)
    sheet = read_table(path)
    head = next(r for r in range(sheet.height) if sheet.cell(r, 8).text == "填报值")
    out = BytesIO()
    with Workbook(out) as book:
        page = book.add_worksheet("填报表")
        for row in range(head + 1 + len(values)):
            for cell in sheet.cells(row):
                page.write(row, cell.column, cell.text)
        for at, value in enumerate(values, head + 1):
            page.write(at, 8, value)
        page.merge_range(head + 1 + len(values), 0, head + 1 + len(values), 10, "只填两列")
    return SimpleUploadedFile("填好的表.xlsx", out.getvalue())


def test_the_template_goes_out_and_comes_back(desk, enter, tmp_path):
    client = enter("clerk")
    answer = client.get(form_address(desk, name="form_template"))
    values = [0.5, 1.5, "三百来个", 3.5, 4.5, 5.5, 6.5]
    file = filled(b"".join(answer.streaming_content), tmp_path / "t.xlsx", values)
    answer = client.post(form_address(desk, name="form_upload"), {"file": file})
    assert answer.status_code == 302
    assert [c.text for c in desk.form().cells.all()] == [str(each) for each in values]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("表.xlsx", b"PK\x03\x04broken"),
        ("表.exe", b"MZ"),
        ("表.xls", b"<html><table></table></html>"),
        ("表.csv", b"\x00\x01\x02\x03"),
        ("../../表.csv", "机密★10年,a\n1,2\n".encode()),
        ("表.csv", b"a" * (3 * 1024 * 1024)),
    ],
)
def test_what_is_no_table_is_refused_and_not_kept(desk, enter, name, data):
    file = SimpleUploadedFile(name, data)
    answer = enter("clerk").post(form_address(desk, name="form_upload"), {"file": file})
    assert answer.status_code == 400
    assert not desk.form().cells.exclude(text="").exists()


def test_the_queue_shows_differences_and_passes_forms_on(desk, enter):
    desk.submit()
    client = enter("head")
    shown = page(client.get("/desk/queue/"))
    assert "1张表等您审核" in shown
    assert "比上年同期" in shown
    assert "全年任务的" in shown
    address = form_address(desk, name="form_review")
    assert client.post(address, {"turn": 1, "move": "pass"}).url == "/desk/queue/"
    assert desk.form().step == 1


def test_a_return_without_reason_is_told(desk, enter):
    desk.submit()
    address = form_address(desk, name="form_review")
    answer = enter("head").post(address, {"turn": 1, "move": "return"})
    assert answer.status_code == 400
    assert "退回要写明原因" in page(answer)


def test_the_round_lists_who_is_missing_with_words_to_copy(desk, enter):
    desk.submit()
    shown = page(enter("office").get(reverse("round", args=(desk.round.pk,))))
    assert "【催办】2026年一季度填报" in shown
    assert re.search(r"墨泉区、.*：4月15日截止", shown)
    assert not re.search(r"东溪区.*4月15日截止", shown)


def test_a_round_is_opened_extended_and_closed_on_pages(desk, enter, on_day):
    client = enter("office")
    data = {"book": NAME, "period": "2026-04", "due": "2026-05-02", "opens": "2026-04-01"}
    answer = client.post("/desk/rounds/", data)
    made = Round.objects.get(period="2026-04")
    assert answer.url == reverse("round", args=(made.pk,))
    assert made.due.isoformat() == "2026-05-06"  # after the holiday
    client.post(
        reverse("round_extend", args=(made.pk,)),
        {"org": "YZ01", "due": "2026-05-09", "reason": "换了系统"},
    )
    assert Extension.objects.get().due.isoformat() == "2026-05-09"  # a worked Saturday
    answer = client.post(reverse("round_close", args=(made.pk,)), {"reason": ""})
    assert answer.status_code == 400
    client.post(reverse("round_close", args=(made.pk,)), {"reason": "试运行"})
    made.refresh_from_db()
    assert made.closed_on


@pytest.mark.parametrize("period", ["", "三季度", "2026-2028", "2026-13"])
def test_a_wrong_period_is_told(desk, enter, period):
    answer = enter("office").post("/desk/rounds/", {"book": NAME, "period": period})
    assert answer.status_code == 400
    assert Round.objects.count() == 1


def test_a_figure_shows_its_vintages_and_is_corrected(desk, enter, on_day):
    desk.approve()
    on_day("2026-04-20")
    row = Reported.objects.first()
    address = reverse("figure_history", args=(NAME, row.key))
    answer = enter("office-two").post(address, {"text": "99.5", "reason": "核减"})
    assert answer.status_code == 302
    shown = page(enter("leader").get(address))
    assert "更正过1次" in shown
    assert "核减" in shown
    shown = page(enter("office").get(reverse("round", args=(desk.round.pk,))))
    assert "11万人" in shown
    assert "99.5万人" in shown


def test_the_csv_of_a_closed_round_stays_the_same(desk, enter, on_day):
    desk.approve()
    on_day("2026-04-20")
    address = reverse("round_csv", args=(desk.round.pk,)) + "?as_of=2026-04-02"
    first = enter("office").get(address).content
    key = Reported.objects.first().key
    enter("office-two").post(
        reverse("figure_history", args=(NAME, key)), {"text": "1", "reason": "核减"}
    )
    assert enter("office").get(address).content == first
    assert first.count(b"\n") == 8


def test_what_is_approved_is_seen_on_the_page_of_its_target(desk, enter, shelf):
    public = enter()
    target = next(s for s in desk.book.plan.statements if s.indicator == "城镇新增就业")
    address = reverse("target", args=(NAME, target.id))
    desk.fill()
    cell = desk.form().cells.get(name="城镇新增就业")
    type(cell).objects.filter(pk=cell.pk).update(text="0.137")
    assert "0.137" not in page(public.get(address))
    from paitou.office.journal.actions import perform
    from paitou.office.reporting.actions import submit

    actor = desk.actor("clerk")
    perform(actor, submit, actor, desk.form().pk, desk.book)
    desk.pass_on("head")
    assert "0.137" not in page(public.get(address))
    desk.pass_on("office")
    assert shelf.find(NAME).book.figures[-1].value is not None
    values = {f.value for f in shelf.find(NAME).book.figures}
    assert Decimal("0.137") in values


#: Which pages open for whom, besides who may see the form itself: name → logins.
BUSINESS = {
    "clerk", "head", "deputy", "other", "other-head", "source", "source-head", "office",
    "planner", "appraiser", "leader", "owner",
}  # fmt: skip
EVERYBODY = BUSINESS | {"system", "security", "audit"}
READERS = {"office", "planner", "appraiser", "leader"}
REVIEWERS = {"head", "deputy", "other-head", "source", "source-head", "office"}
OPEN = {
    "work": EVERYBODY,
    "queue": REVIEWERS,
    "rounds": READERS,
    "round": READERS,
    "round_extend": {"office"},
    "round_close": {"office", "planner"},
    "round_remind": {"office", "planner"},
    "round_changes": READERS,
    "calendar": EVERYBODY,
    "calendar_cancel": {"office", "planner"},
    "round_csv": READERS,
}
#: A draft of one district is there for its own people alone; others get "no such page".
OF_FORM = {
    "form", "form_paste", "form_upload", "form_template", "form_withdraw", "form_review",
    "form_sheet", "form_paper",
}  # fmt: skip
OWN = {"clerk", "head", "deputy"}
POSTED = {"form_paste", "form_upload", "form_withdraw", "form_review", "form_paper"}
POSTED |= {"round_extend", "round_close", "round_remind", "calendar_cancel"}
NAMES = [pattern.name for pattern in urlpatterns]


def address_of(desk, name):
    if name in OF_FORM:
        return form_address(desk, name=name)
    if name == "figure_history":
        return reverse(name, args=(NAME, desk.form().cells.first().key))
    if name == "calendar_cancel":
        return reverse(name, args=(1,))
    if name == "book_changes":
        return reverse(name, args=(NAME,))
    args = (desk.round.pk,) if name.startswith("round_") or name == "round" else ()
    return reverse(name, args=args)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_a_rule_in_this_file(name):
    assert name in {*OPEN, *OF_FORM, "figure_history", "book_changes"}


@pytest.mark.parametrize("name", NAMES)
def test_the_public_is_sent_to_sign_in(desk, enter, name):
    client = enter()
    send = client.post if name in POSTED else client.get
    answer = send(address_of(desk, name))
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize("login", sorted(EVERYBODY))
@pytest.mark.parametrize("name", sorted(OPEN))
def test_pages_open_for_those_whose_work_it_is(desk, enter, name, login):
    client = enter(login)
    send = client.post if name in POSTED else client.get
    status = send(address_of(desk, name)).status_code
    assert (status != 403) == (login in OPEN[name])


@pytest.mark.parametrize("login", sorted(EVERYBODY))
@pytest.mark.parametrize("name", sorted(OF_FORM))
def test_a_draft_of_others_cannot_be_told_from_none(desk, enter, name, login):
    desk.fill()
    client = enter(login)
    send = client.post if name in POSTED else client.get
    there, nowhere = address_of(desk, name), reverse(name, args=(999_999,))
    answer, none = send(there), send(nowhere)
    if login in OWN:
        assert answer.status_code != 404
        return
    assert answer.status_code == none.status_code
    assert answer.status_code in (403, 404)
    assert answer.content == none.content


@pytest.mark.parametrize("login", sorted(EVERYBODY))
def test_a_form_in_review_is_read_by_who_reads_all_and_not_by_neighbours(
    desk, enter, login
):
    desk.submit()
    status = enter(login).get(form_address(desk)).status_code
    seers = OWN | READERS
    assert status == (200 if login in seers else 404)


@pytest.mark.parametrize("login", sorted(EVERYBODY))
def test_only_its_own_people_fill_a_form_in(desk, enter, login):
    cell = desk.form().cells.first()
    enter(login).post(form_address(desk), typed(desk, **{f"v-{cell.key}": "5"}))
    assert bool(desk.form().cells.first().text) == (login in OWN)


@pytest.mark.parametrize("login", sorted(EVERYBODY))
def test_a_frozen_figure_is_seen_by_its_own_people_and_who_reads_all(desk, enter, login):
    desk.approve()
    address = reverse("figure_history", args=(NAME, Reported.objects.first().key))
    status = enter(login).get(address).status_code
    assert status == (200 if login in OWN | READERS else 404)


@pytest.mark.parametrize("login", sorted(EVERYBODY))
def test_only_who_may_correct_does(desk, enter, login):
    desk.approve()
    address = reverse("figure_history", args=(NAME, Reported.objects.first().key))
    answer = enter(login).post(address, {"text": "3", "reason": "核减"})
    assert (Reported.objects.count() == 8) == (login == "office")
    assert (answer.status_code == 302) == (login == "office")


@pytest.mark.parametrize("name", NAMES)
def test_every_page_refuses_the_wrong_method(desk, enter, name):
    client = enter("office")
    assert client.put(address_of(desk, name)).status_code in (403, 404, 405)
    if name in POSTED:
        assert client.get(address_of(desk, name)).status_code == 405


def test_a_form_from_elsewhere_is_refused(desk, enter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(login="clerk"))
    answer = client.post(form_address(desk), typed(desk, submit="1"))
    assert answer.status_code == 403
    assert Submission.objects.get(pk=desk.form().pk).stage == "draft"


def test_private_pages_are_kept_by_no_cache(desk, enter):
    answer = enter("clerk").get(form_address(desk))
    assert "no-store" in answer.headers["Cache-Control"]


def test_pages_that_only_show_leave_no_entry(desk, enter):
    before = Entry.objects.count()
    for name in ("work", "rounds", "queue", "round"):
        enter("office").get(address_of(desk, name))
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("login", "ways"),
    [("clerk", ()), ("head", ("queue",)), ("leader", ("rounds",)), ("audit", ())],
)
def test_only_ways_that_are_open_are_offered(desk, enter, login, ways):
    shown = page(enter(login).get("/desk/"))
    offered = tuple(one for one in ("queue", "rounds") if f'href="/desk/{one}/"' in shown)
    assert offered == ways
