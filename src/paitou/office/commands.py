"""`paitou demo` and `paitou serve`: folders of books → a site on this machine."""

from __future__ import annotations

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
