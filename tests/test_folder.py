import shutil

import pytest

from paitou.folder import load, new_folder
from paitou.model import OrgKind, PlanPeriod, UnreadableFile, UsageError

PLAN = """试验市三年行动方案

(2023—2025年)

一、重点任务

1.建设住房。三年筹集不少于6万套保障性租赁住房。

2.发展贸易。到2025年,进出口总额突破3000亿元。
"""


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "某方案.txt"
    path.write_text(PLAN, encoding="gb18030", newline="\r\n")
    return path


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "账"
    made.mkdir()
    (made / "plan.txt").write_text(PLAN, encoding="utf-8")
    return made


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
    return folder


def codes(book):
    return [issue.code for issue in book.issues]


def houses(book):
    return next(s for s in book.plan.statements if "住房" in s.indicator)


def test_a_folder_with_nothing_but_a_plan(folder):
    book = load(folder)
    assert book.name == "账"
    assert book.title == "试验市三年行动方案"
    assert book.issues == ()
    assert book.plan == book.compiled
    assert houses(book).value == 6


def test_the_settings_name_title_plan_and_period(folder):
    (folder / "plan.txt").rename(folder / "方案.txt")
    write(folder, book__toml='title = "题"\nplan = "方案.txt"\nperiod = "2021-2024"')
    book = load(str(folder))
    assert book.title == "题"
    assert book.plan.document.period == PlanPeriod(start=2021, end=2024)
    assert houses(book).when.end == 2024


def test_faulty_settings_are_issues(folder):
    write(folder, book__toml='title = 3\nperiod = "2023Q1"\nfarbe = "rot"')
    book = load(folder)
    assert sorted(codes(book)) == ["review-unknown-key"] + ["review-wrong-value"] * 2
    assert {issue.where for issue in book.issues} == {
        f"book.toml 第{n}行" for n in (1, 2, 3)
    }


def test_decisions_quotas_and_orgs_come_together(folder):
    name = houses(load(folder)).id
    write(
        folder,
        review__toml=f'[statement.{name}]\nvalue = 7\nlead_org = "住建局"\n',
        orgs__csv="code,name,kind,parent\nC,试验市,全市,\nE,东区,县(市)区,C\n",
        breakdown__csv=f"statement,org,period,value\n{name},东区,2023-2025,6\n",
    )
    book = load(folder)
    assert (houses(book).value, book.compiled.statements[0].value) == (7, 6)
    assert book.assignment_of(houses(book)).lead_org == "住建局"
    assert book.orgs[1].kind is OrgKind.COUNTY
    assert codes(book) == ["org-unknown", "quota-short"]
    assert "比全市目标 7 万套少 1 万套" in book.issues[1].message


def test_a_changed_text_loses_no_decision(folder):
    name = houses(load(folder)).id
    quote = houses(load(folder)).quote
    write(
        folder,
        review__toml=f'[statement.{name}]\nquote = "{quote}"\nverdict = "confirm"\n',
        breakdown__csv=f"statement,org,period,value\n{name},,2024,2\n",
        plan__txt=PLAN.replace("6万套", "5万套"),
    )
    book = load(folder)
    assert sorted(codes(book)) == ["decision-orphaned", "quota-orphaned"]
    assert houses(book).id in book.issues[0].remedy
    assert len(book.decisions) == len(book.quotas) == 1


def test_text_around_a_statement_changes_no_id(folder):
    before = {s.id for s in load(folder).plan.statements}
    write(folder, plan__txt=PLAN.replace("一、重点", "一、总则\n\n要好。\n\n二、重点"))
    assert {s.id for s in load(folder).plan.statements} == before


@pytest.mark.parametrize("name", ["review.toml", "breakdown.csv", "orgs.csv", "book.toml"])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\x00\xff\xff\x81", b"\x00" * 99, b"PK\x03\x04x"]
)
def test_broken_files_are_issues(folder, name, data):
    (folder / name).write_bytes(data)
    book = load(folder)
    assert houses(book)
    assert all(name in issue.where for issue in book.issues)


def test_an_old_encoding_is_read(folder):
    (folder / "review.toml").write_bytes('[task.x]\nquote = "任务"'.encode("gb18030"))
    assert load(folder).decisions[0].quote == "任务"


def test_its_own_indicators_extend_the_catalogue(folder):
    write(
        folder,
        indicators__toml='[[indicator]]\nid = "homes"\nname = "保障性租赁住房"\n'
        'dimension = "count"\nadditivity = "sum"\n',
    )
    book = load(folder)
    assert codes(book) == ["indicator-name-taken"]
    assert houses(book).indicator_id == "homes"


def test_child_books_are_linked_to_the_task(folder):
    child = folder / "children" / "住房"
    child.mkdir(parents=True)
    write(
        child, plan__txt=PLAN, book__toml='title = "住房行动"\nparent_task = "1.建设住房"'
    )
    (folder / "children" / "空").mkdir()
    (folder / "children" / "便笺.txt").write_text("x")
    book = load(folder)
    assert [one.title for one in book.children] == ["住房行动"]
    assert book.children[0].parent_task in {s.id for s in book.plan.sections}
    assert codes(book) == ["child-unreadable"]
    assert book.issues[0].where == "children/空"


def test_a_child_of_an_unknown_task_is_told(folder):
    child = folder / "children" / "a"
    child.mkdir(parents=True)
    write(child, plan__txt=PLAN, book__toml='parent_task = "没有"')
    assert codes(load(folder)) == ["child-task-unknown"]


def test_children_that_never_end(folder):
    (folder / "children").mkdir()
    (folder / "children" / "自己").symlink_to(folder, target_is_directory=True)
    book = load(folder)
    while book.children:
        book = book.children[0]
    assert codes(book) == ["child-too-deep"]


def test_two_plans_are_told_and_none_is_refused(folder):
    write(folder, plan__md=PLAN)
    assert codes(load(folder)) == ["plan-ambiguous"]
    (folder / "plan.md").unlink()
    (folder / "plan.txt").unlink()
    with pytest.raises(UsageError, match="没有方案原文"):
        load(folder)


@pytest.mark.parametrize("named", ["没有.txt", "../某方案.txt", "/etc/hostname"])
def test_a_plan_outside_the_folder_is_refused(folder, plan_file, named):
    write(folder, book__toml=f'plan = "{named}"')
    with pytest.raises(UsageError, match="所说的方案文件"):
        load(folder)


def test_no_folder(tmp_path, plan_file):
    with pytest.raises(UsageError, match="不存在"):
        load(tmp_path / "无")
    with pytest.raises(UsageError, match="不是文件夹"):
        load(plan_file)


def test_a_new_folder_is_ready_to_work_in(tmp_path, plan_file):
    made = new_folder(tmp_path / "一" / "新账", plan_file)
    assert {path.name for path in made} == {
        "plan.txt",
        "book.toml",
        "review.toml",
        "breakdown.csv",
        "orgs.csv",
        "README.md",
    }
    assert made[0].parent.joinpath("plan.txt").read_bytes() == plan_file.read_bytes()
    book = load(tmp_path / "一" / "新账")
    assert (book.issues, book.decisions, book.quotas) == ((), (), ())
    assert book.title == "试验市三年行动方案"


def test_a_new_folder_takes_an_empty_one_and_refuses_a_full_one(tmp_path, plan_file):
    (tmp_path / "空").mkdir()
    assert new_folder(tmp_path / "空", plan_file)
    with pytest.raises(UsageError, match="不是空的"):
        new_folder(tmp_path / "空", plan_file)
    with pytest.raises(UsageError, match="是一个文件"):
        new_folder(plan_file, plan_file)


def test_nothing_is_left_where_the_plan_cannot_be_read(tmp_path):
    with pytest.raises(UsageError):
        new_folder(tmp_path / "新账", tmp_path / "无.txt")
    bad = tmp_path / "坏.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(UnreadableFile):
        new_folder(tmp_path / "新账", bad)
    assert not (tmp_path / "新账").exists()


def test_nothing_is_left_where_writing_fails(tmp_path, plan_file, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(UsageError, match="建不了文件夹"):
        new_folder(tmp_path / "新账", plan_file)
    assert [path.name for path in tmp_path.iterdir()] == ["某方案.txt"]


def test_the_worked_example_is_in_order(kunming_file, tmp_path):
    book = load(kunming_file.parent)
    known = {
        "figure-duplicate",
        "figure-rate-missing",
        "figure-vintages-disagree",
        "figure-share-differs",
    }
    assert set(codes(book)) - known == {issue.code for issue in book.compiled.issues}
    assert book.decisions
    assert len(book.plan.statements) == len(book.compiled.statements)
    assert not any(
        d.assignment.lead_org or d.assignment.lead_official for d in book.decisions
    )
    assert book.quotas == ()
