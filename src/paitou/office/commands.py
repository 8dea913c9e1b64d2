"""Folders of books → a site on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from paitou.folder import load
from paitou.model import Book, UsageError
from paitou.office.books import Shelf
from paitou.office.config.starting import open_database
from paitou.office.options import Whole
from paitou.office.server import check_port, prepare, run, site_address
from paitou.report.summary import summarise

_HOST = "127.0.0.1"
_PORT = 8000
_LAST = 65535
_MOST_WORKERS = 64
_EXAMPLE = Path(__file__).parents[3] / "examples" / "kunming-2023"
#: The invented city, whose office the demonstration shows.
_CITY = _EXAMPLE.with_name("yunze-2024")
_FAULTS_FOUND = 1
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (compared with, not listened on)


_DEMO_HELP = """\
编译昆明市三年行动方案示例，显示一屏摘要，并在本机打开方案网页和虚构城市的办公演示。

Compile the worked example, print a summary, and serve it on 127.0.0.1 beside the office
of an invented city, whose accounts and passwords are printed.

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
  paitou serve /srv/paitou/books/* --workers 2
"""


_port_option = click.option(
    "--port", type=Whole(1, _LAST), default=_PORT, help=f"端口。[默认 {_PORT}]"
)


@click.command("demo", help=_DEMO_HELP, short_help="编译示例方案，显示摘要，打开网页")
@_port_option
@click.option("--no-serve", is_flag=True, help="只显示摘要，不启动网页。")
def demo(port: int, *, no_serve: bool) -> int:
    """Compile the worked example, print what it holds, and serve it with an office."""
    if not _EXAMPLE.is_dir():
        raise UsageError(
            "找不到示例 examples/kunming-2023：请在源码目录里运行，"
            "或用 paitou serve 文件夹 打开自己的方案。"
        )
    book = load(_EXAMPLE)
    click.echo(summarise(book.plan), nl=False)
    if not no_serve:
        _serve_demo(port)
    return _status((book,))


@click.command("serve", help=_SERVE_HELP, short_help="把方案文件夹作为网页打开")
@click.argument(
    "folders",
    metavar="文件夹...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    envvar="PAITOU_BOOKS",
)
@click.option("--host", default=_HOST, help=f"监听的地址。[默认 {_HOST}]")
@_port_option
@click.option(
    "--workers", type=Whole(1, _MOST_WORKERS), default=1, help="几个进程。[默认 1]"
)
def serve(folders: tuple[Path, ...], host: str, port: int, workers: int) -> int:
    """Serve the books in some folders as pages to read."""
    books, faults = Shelf(folders, load).books()
    if faults:
        raise UsageError(faults[0])
    _serve(folders, host, port, workers)
    return _status(tuple(one.book for one in books))


def _serve(folders: tuple[Path, ...], host: str, port: int, workers: int = 1) -> None:
    prepare(folders, host, workers)
    check_port(host, port)
    open_database()
    click.echo(f"请用浏览器打开 {site_address(host, port)} ，按 Ctrl+C 结束。", err=True)
    if host in _EVERYWHERE:
        click.echo(
            "从别的电脑访问，请先在 PAITOU_ALLOWED_HOSTS 写明本机的域名或地址。", err=True
        )
    run(host, port, workers)


def _serve_demo(port: int) -> None:
    from paitou.office.demo.folder import settle_demo

    folder = settle_demo()
    folders = tuple(one for one in (_EXAMPLE, _CITY) if one.is_dir())
    prepare(folders, _HOST)
    check_port(_HOST, port)
    open_database()
    if _CITY in folders:
        from paitou.office.demo.opening import open_demo

        click.echo(open_demo(folder, _CITY))
    click.echo(f"请用浏览器打开 {site_address(_HOST, port)} ，按 Ctrl+C 结束。", err=True)
    run(_HOST, port)


def _status(books: tuple[Book, ...]) -> int:
    return _FAULTS_FOUND if any(book.has_errors for book in books) else 0
