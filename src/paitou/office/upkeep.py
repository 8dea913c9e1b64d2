"""The database of an office → made, verified, backed up and put back."""

from __future__ import annotations

import re
from pathlib import Path

import click

from paitou.model import UsageError
from paitou.office.config.starting import open_database

_FAULTS_FOUND = 1
_DEPOSITED = re.compile("([0-9]{1,18}):([0-9a-f]{64})")

_ADMIN_HELP = """\
建立三员（系统、安全、审计管理员）账号，打印一次性口令。

Make the three administrators and print their one-time passwords.

\b
例：
  paitou admin
  paitou admin --reset security
"""
_VERIFY_HELP = """\
核对留痕：有没有被改动、删除、调换，库里的数据与留痕是否一致。

Find any altered, removed or reordered entry, and whatever disagrees with the journal.

\b
例：
  paitou verify
  paitou verify --deposited 120:9f86d081884c…
  paitou verify --deposited deposits.txt
"""
_BACKUP_HELP = """\
把数据库备份成一个文件，网站不必停；.tar 连同佐证材料、印发的文稿一起备份。

Write the database into one file while the site goes on; .tar holds the kept files too.

\b
例：
  paitou backup 2026-03-01.tar
  paitou backup 2026-03-01.sqlite3
  paitou backup 2026-03-01.jsonl.gz
"""
_RESTORE_HELP = """\
用备份恢复数据库，随后核对留痕；恢复以前请先停下网站。

Put the database back as a backup has it, and verify the journal.

\b
例：
  paitou restore 2026-03-01.sqlite3 --replace
"""


@click.command("admin", help=_ADMIN_HELP, short_help="建立三员账号，打印一次性口令")
@click.option("--reset", metavar="账号", help="为三员之一重置口令，取消其两步验证。")
def admin(reset: str | None) -> int:
    """Make the three administrators, or give one of them a new password."""
    open_database()
    from paitou.office.journal.actions import Refused
    from paitou.office.people.administrators import (
        make_administrators,
        reset_administrator,
    )

    try:
        handed = [reset_administrator(reset)] if reset else make_administrators()
    except Refused as fault:
        raise UsageError(str(fault)) from fault
    for one in handed:
        click.echo(f"{one.user.login}\t{one.password}")
    click.echo("口令只显示这一次，请分别交给三个人；各人登录后要先修改。", err=True)
    return 0


@click.command("verify", help=_VERIFY_HELP, short_help="核对留痕有没有被改动")
@click.option(
    "--deposited",
    metavar="条数:校验值|文件",
    help="以前打印或留存的校验值，或逐日留存的文件。",
)
def verify(deposited: str | None) -> int:
    """Say whether the journal holds."""
    open_database()
    return _verified(_deposits(deposited) if deposited else [])


@click.command("backup", help=_BACKUP_HELP, short_help="备份数据库")
@click.argument("file", metavar="文件", type=Path)
def backup(file: Path) -> int:
    """Write the database into one file."""
    open_database()
    from paitou.office.config.backups import back_up

    size = back_up(file)
    click.echo(
        f"已备份到 {file}（{size:,}字节）。文件里有口令的散列，请妥善保管。", err=True
    )
    return 0


@click.command("restore", help=_RESTORE_HELP, short_help="用备份恢复数据库")
@click.argument("file", metavar="文件", type=Path)
@click.option("--replace", is_flag=True, help="库里已有数据时，用备份换掉。")
def restore(file: Path, *, replace: bool) -> int:
    """Put the database back as a backup has it."""
    open_database()
    from paitou.office.config import restoring

    files = restoring.restore(file, replace=replace)
    told = f"，连同文件{files}个" if files else ""
    click.echo(f"已恢复 {file}{told}。", err=True)
    return _verified([])


def _deposits(text: str) -> list[tuple[int, str]]:
    """Read one head as it is typed, or those of a file, a line a day."""
    if found := _DEPOSITED.fullmatch(text.strip()):
        return [(int(found[1]), found[2])]
    if not Path(text).is_file():
        raise UsageError(
            f"--deposited 的取值“{text}”不对：请写 条数:校验值，如 120:9f86…（64位），"
            "或者逐日留存的文件。"
        )
    from paitou.office.tasks.depositing import read_deposits

    return [(one.number, one.digest) for one in read_deposits(Path(text))]


def _verified(deposits: list[tuple[int, str]]) -> int:
    from paitou.office.journal.verifying import verify as verify_journal

    found = verify_journal(*deposits)
    click.echo(f"留痕 {found.entries} 条，校验值 {found.number}:{found.digest}")
    for fault in found.faults:
        click.echo(fault)
    if found.holds:
        told = f"，与留存的{len(deposits)}次一致" if deposits else ""
        click.echo(f"核对无误{told}。")
    return 0 if found.holds else _FAULTS_FOUND
