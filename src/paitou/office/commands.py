"""Folders of books → a site on this machine; and what keeps its database in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from paitou.folder import load
from paitou.model import Book, UsageError
from paitou.office.books import Shelf
from paitou.office.config.starting import open_database
from paitou.office.server import check_port, prepare, run, site_address
from paitou.report.summary import summarise

_HOST = "127.0.0.1"
_PORT = 8000
_LAST = 65535
_EXAMPLE = Path(__file__).parents[3] / "examples" / "kunming-2023"
_FAULTS_FOUND = 1
_DIGEST = re.compile("[0-9a-f]{64}")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (compared with, not listened on)


_DEMO_HELP = """\
编译昆明市三年行动方案示例，显示一屏摘要，并在本机打开方案网页。

Compile the worked example, print a summary, and serve the living plan on 127.0.0.1.

\b
例：
  paitou demo --port 8001
"""
_SERVE_HELP = """\
把一个或几个方案文件夹作为网页打开；文件改动后刷新即见。

Serve the books in some folders as pages to read.

\b
例：
  paitou serve examples/kunming-2023
"""


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
"""
_BACKUP_HELP = """\
把数据库备份成一个文件，网站不必停。

Write the database into one file while the site goes on.

\b
例：
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


class _Port(click.ParamType[int]):
    """A port number; what is none is told in Chinese."""

    name = "端口"

    def convert(
        self,
        value: Any,  # noqa: ANN401 (click hands over whatever was typed)
        param: click.Parameter | None,  # noqa: ARG002 (click's own)
        ctx: click.Context | None,  # noqa: ARG002 (click's own)
    ) -> int:
        """Return the port as a number."""
        if not (str(value).isascii() and str(value).isdigit() and 1 <= int(value) <= _LAST):
            raise UsageError(f"--port 的取值“{value}”不对：请写 1 到 {_LAST} 的整数。")
        return int(value)


_port_option = click.option(
    "--port", type=_Port(), default=_PORT, help=f"端口。[默认 {_PORT}]"
)


@click.command("demo", help=_DEMO_HELP, short_help="编译示例方案，显示摘要，打开网页")
@_port_option
@click.option("--no-serve", is_flag=True, help="只显示摘要，不启动网页。")
def demo(port: int, *, no_serve: bool) -> int:
    """Compile the worked example, print what it holds, and serve the living plan."""
    if not _EXAMPLE.is_dir():
        raise UsageError(
            "找不到示例 examples/kunming-2023：请在源码目录里运行，"
            "或用 paitou serve 文件夹 打开自己的方案。"
        )
    book = load(_EXAMPLE)
    click.echo(summarise(book.plan), nl=False)
    if not no_serve:
        _serve((_EXAMPLE,), _HOST, port)
    return _status((book,))


@click.command("serve", help=_SERVE_HELP, short_help="把方案文件夹作为网页打开")
@click.argument("folders", metavar="文件夹...", nargs=-1, required=True, type=Path)
@click.option("--host", default=_HOST, help=f"监听的地址。[默认 {_HOST}]")
@_port_option
def serve(folders: tuple[Path, ...], host: str, port: int) -> int:
    """Serve the books in some folders as pages to read."""
    books, faults = Shelf(folders, load).books()
    if faults:
        raise UsageError(faults[0])
    _serve(folders, host, port)
    return _status(tuple(one.book for one in books))


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
@click.option("--deposited", metavar="条数:校验值", help="以前打印或留存的校验值。")
def verify(deposited: str | None) -> int:
    """Say whether the journal holds."""
    kept = _deposited(deposited) if deposited else None
    open_database()
    return _verified(kept)


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

    restoring.restore(file, replace=replace)
    click.echo(f"已恢复 {file}。", err=True)
    return _verified(None)


def _deposited(text: str) -> tuple[int, str]:
    number, _, digest = text.strip().partition(":")
    if not (number.isascii() and number.isdigit() and _DIGEST.fullmatch(digest)):
        raise UsageError(
            f"--deposited 的取值“{text}”不对：请写 条数:校验值，如 120:9f86…（64位）。"
        )
    return int(number), digest


def _verified(deposited: tuple[int, str] | None) -> int:
    from paitou.office.journal.verifying import verify as verify_journal

    found = verify_journal(deposited)
    click.echo(f"留痕 {found.entries} 条，校验值 {found.number}:{found.digest}")
    for fault in found.faults:
        click.echo(fault)
    if found.holds:
        click.echo("核对无误。")
    return 0 if found.holds else _FAULTS_FOUND


def _serve(folders: tuple[Path, ...], host: str, port: int) -> None:
    prepare(folders, host)
    check_port(host, port)
    open_database()
    click.echo(f"请用浏览器打开 {site_address(host, port)} ，按 Ctrl+C 结束。", err=True)
    if host in _EVERYWHERE:
        click.echo(
            "从别的电脑访问，请先在 PAITOU_ALLOWED_HOSTS 写明本机的域名或地址。", err=True
        )
    run(host, port)


def _status(books: tuple[Book, ...]) -> int:
    return _FAULTS_FOUND if any(book.has_errors for book in books) else 0
