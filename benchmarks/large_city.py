"""Numbers of organisations and targets → an invented city of that size, and its office.

The city is a folder like any other; the office is made by the same actions as people use,
so that `paitou verify` holds for it. Call `open_database()` first.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

from attrs import frozen

from paitou.folder import load
from paitou.model import Book, Period, Role

SEED = 20240101
NAME = "large-city"
OFFICE = "DD00"
_BEGAN = dt.date(2010, 1, 1)
_TRADES = (
    "新材料", "食品饮料", "纺织服装", "电子信息", "生物医药", "装备制造", "绿色能源",
    "现代物流", "文化旅游", "特色农业",
)  # fmt: skip
_MEASURES = (
    "营业收入", "销售产值", "出口交货值", "投资完成额", "利税总额", "研发投入",
    "技改投资额", "合同金额", "到位资金", "政府补助额",
)  # fmt: skip


def write_city(parent: Path, orgs: int, targets: int, first: int = 2025) -> Path:
    """Write the folder of the city and return it: every target is split to every district.

    At most a hundred targets; `first` is the year that the plan begins with.
    """
    folder = parent / NAME
    folder.mkdir(parents=True)
    names = [f"{trade}产业{what}" for trade in _TRADES for what in _MEASURES][:targets]
    lines = [f"到2026年，全市{name}达到{10 * orgs}亿元以上。" for name in names]
    text = ["大城市产业行动方案", f"（{first}—2026年）", "一、主要目标", *lines]
    (folder / "plan.txt").write_text("\n\n".join(text) + "\n", "utf-8")
    (folder / "book.toml").write_text(
        'title = "大城市产业行动方案"\nplan = "plan.txt"\nsimulated = true\n',
        "utf-8",
    )
    codes = [(f"DD{n:03d}", f"第{n}区") for n in range(1, orgs + 1)]
    rows = [("DD", "大城市", "全市", "", "", "是", "")]
    rows += [(code, name, "县(市)区", "", "DD", "是", "") for code, name in codes]
    rows.append((OFFICE, "市督查室", "市级部门", "", "DD", "否", ""))
    _write(folder / "orgs.csv", "code,name,kind,group,parent,is_summand,aliases", rows)
    found = [s for s in load(folder).plan.statements if s.role is Role.TARGET]
    if len(found) != targets:
        raise SystemExit(f"{len(found)} targets were compiled, {targets} written")
    shares = [
        (s.id, name, year, 10, "亿元", "模拟", s.quote)
        for s in found
        for year in range(first, 2027)
        for _, name in codes
    ]
    _write(folder / "breakdown.csv", "statement,org,period,value,unit,source,quote", shares)
    return folder


def _write(path: Path, head: str, rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(head.split(","))
        out.writerows(rows)


@frozen(kw_only=True)
class Staff:
    """Who works in the office: the logins of reporters and heads by organisation."""

    reporters: dict[str, str]
    heads: dict[str, str]
    officer: str
    password: str


#: For people who never sign in: what takes long is meant for whoever guesses.
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PASSWORD = "Paitou-load-2026-x7"  # noqa: S105 (of an invented office)


def people(book: Book) -> Staff:
    """Make a reporter and a head for each district, and one who approves."""
    from paitou.office.people.administrators import make_administrators
    from paitou.office.people.orgs import Turned, import_orgs
    from paitou.office.people.posts import grant
    from paitou.office.people.roles import Role as Post

    make_administrators()
    system, security = acting("system"), acting("security")
    import_orgs(system, book.orgs, Turned(day=_BEGAN, reason="性能测试"))
    districts = [org.code for org in book.orgs if org.code not in ("DD", OFFICE)]
    wanted = [(f"r{c.lower()}", c, "填报员", Post.REPORTER) for c in districts]
    wanted += [(f"h{c.lower()}", c, "负责人", Post.HEAD) for c in districts]
    wanted.append(("officer", OFFICE, "核定", Post.SUPERVISION))
    for login, org, title, role in wanted:
        grant(
            security, *_account(system, security, login, org, title, role), (_BEGAN, None)
        )
    return Staff(
        reporters={c: f"r{c.lower()}" for c in districts},
        heads={c: f"h{c.lower()}" for c in districts},
        officer="officer",
        password=PASSWORD,
    )


def _account(system, security, login, org, title, role):  # noqa: ANN001, ANN202 (of the office, imported late)
    from paitou.office.people.accounts import add_user
    from paitou.office.people.posts import add_post

    user = add_user(system, login, login).user
    return user, add_post(security, org, title, role)


def set_passwords(staff: Staff) -> None:
    """Give everybody the password of the benchmark, as the journal says."""
    from django.contrib.auth.hashers import make_password

    from paitou.office.journal.actions import Done, perform
    from paitou.office.people.accounts import change_of
    from paitou.office.people.acting import Machine
    from paitou.office.people.models import User
    from paitou.office.people.states import user_state

    encoded = make_password(staff.password)
    for login in (*staff.reporters.values(), staff.officer):
        user = User.objects.get(login=login)
        before = user_state(user)
        user.password, user.must_change = encoded, False

        def done(user: User = user, before: object = before) -> Done[None]:
            user.save()
            change = change_of(user, "people.change_password", before)
            return Done(None, (change,))

        perform(Machine(), done)


def open_quarter(book: Book, staff: Staff, period: str) -> int:
    """Open the round of a period and return its number."""
    from paitou.office.journal.actions import perform
    from paitou.office.reporting.rounds import Plan, open_round

    officer = acting(staff.officer)
    told = Period.parse(period)
    plan = Plan(book_name=NAME, period=told, opens=_BEGAN)
    return int(perform(officer, open_round, officer, plan, book).pk)


def acting(login: str) -> object:
    """Return somebody of the office as they act today."""
    from django.utils import timezone

    from paitou.office.people.acting import actor_of
    from paitou.office.people.models import User

    return actor_of(User.objects.get(login=login), timezone.localdate(), "127.0.0.1")


def report_quarter(
    book: Book,
    staff: Staff,
    period: str,
    chance: random.Random,
    *,
    is_approved: bool = True,
) -> int:
    """Report and approve every form of a period; return how many figures there are."""
    from paitou.office.journal.actions import perform
    from paitou.office.reporting.actions import pass_on, save_cells, submit
    from paitou.office.reporting.entry import Typed
    from paitou.office.reporting.models import Reported, Submission

    round_ = open_quarter(book, staff, period)
    officer = acting(staff.officer)
    for form in Submission.objects.filter(round=round_):
        clerk, head = acting(staff.reporters[form.org]), acting(staff.heads[form.org])
        typed = {
            key: Typed(text=f"{chance.randint(100, 999) / 100}")
            for key in form.cells.values_list("key", flat=True)
        }
        perform(clerk, save_cells, clerk, form.pk, typed)
        perform(clerk, submit, clerk, form.pk, book)
        perform(head, pass_on, head, form.pk, 1, book)
        if is_approved:
            perform(officer, pass_on, officer, form.pk, 1, book)
    return Reported.objects.count()
