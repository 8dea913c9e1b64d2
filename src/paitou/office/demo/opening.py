"""The demonstration's database → an office to look at, and who may sign in to it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve
from django.db import connections
from django.utils import timezone

from paitou.folder import load
from paitou.model import UsageError
from paitou.office.demo.accounts import new_passwords, set_password
from paitou.office.demo.cast import ADMINISTRATORS, BOOK, MEMBERS, Member
from paitou.office.demo.folder import Kept, read_kept, write_kept
from paitou.office.demo.seeding import seed_office
from paitou.office.demo.values import SEED
from paitou.office.people.models import User
from paitou.office.reporting.models import Round
from paitou.office.tasks.ticking import tick


def open_demo(folder: Path, example: Path) -> str:
    """Return what to print, the office being there: made where it is not, else as it was.

    Args:
        folder: where the data of the demonstration are.
        example: the folder of the invented city.

    Raises:
        UsageError: there are data that are none of a demonstration.
    """
    kept = read_kept(folder)
    has_people = User.objects.exists()
    if has_people and kept is None:
        raise UsageError(f"“{folder}”里的数据不是演示的：请删除这个文件夹后重新运行。")
    today = timezone.localdate()
    if kept is None or not has_people:
        kept = Kept(seed=SEED, passwords=new_passwords(), marks={})
        write_kept(folder, kept)
        seed_office(load(example), today, kept.passwords)
    else:
        _restore(kept)
    tick()
    kept = evolve(kept, marks=_marks(kept.passwords))
    write_kept(folder, kept)
    newest = Round.objects.filter(book=BOOK).latest("due")
    # A process that is made from this one must not share a connection with it.
    connections.close_all()
    return "\n".join((*_accounts(kept.passwords), "", *_story(kept, newest, folder, today)))


def _restore(kept: Kept) -> None:
    """Give accounts their printed passwords back where a visitor changed them."""
    for user in User.objects.filter(login__in=list(kept.passwords)):
        is_as_made = user.password == kept.marks.get(user.login) and user.is_active
        if not is_as_made or user.must_change or user.totp_key:
            set_password(user, kept.passwords[user.login])


def _marks(passwords: Mapping[str, str]) -> dict[str, str]:
    known = User.objects.filter(login__in=list(passwords))
    return dict(known.values_list("login", "password"))


def _accounts(passwords: Mapping[str, str]) -> Iterator[str]:
    yield "演示账号（云泽市是虚构的；账号只在这台电脑上有用）"
    for each in (*MEMBERS, *ADMINISTRATORS):
        columns = (_padded(each.login, 10), _padded(passwords[each.login], 13))
        yield f"  {' '.join(columns)} {_padded(_role(each), 18)} {each.does}".rstrip()


def _role(member: Member) -> str:
    where = _SHORT.get(member.org, "")
    named = (one for one in _TITLES if member.title.endswith(one))
    label = next(named, member.role.label)
    return f"{where}{label}" if where else label


#: Titles that say more than their role.
_TITLES = ("项目业主", "督查室主任")
#: Those of whom there are several of one role.
_SHORT = {
    "YZ01": "东溪区",
    "YZ05": "石笠县",
    "YZ32": "市工信局",
    "YZ44": "市统计局",
    "YZ45": "市投促局",
}


def _story(kept: Kept, newest: Round, folder: Path, today: dt.date) -> Iterator[str]:
    yield f"填报的数由种子 {kept.seed} 模拟；最新一批是{newest.title}，{newest.due}截止。"
    if (today - newest.due).days > _STALE:
        yield f"这套演示做得早了；删除 {folder} 再运行，日期就接上今天。"


_STALE = 30


def _padded(text: str, width: int) -> str:
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * max(0, width - taken)
