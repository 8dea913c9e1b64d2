"""`paitou report`: a folder and the name of a product → a file.

Products come from the entry-point group `paitou.products`: functions (book, path) that may
take `as_of`, the day by whose knowledge they speak, and `period`, what they speak of.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import click

from paitou.cli.options import PATH
from paitou.cli.output import write_file
from paitou.model import Period, UsageError

GROUP = "paitou.products"
_DAY = click.DateTime(formats=["%Y-%m-%d"])
_HELP = """\
由工作文件夹生成一份成品（代拟稿）：breakdown 任务分解表（.xlsx）；.docx 或 .pdf 的有
balance 目标衔接平衡分析、final 评估报告、leader 领导参阅、circular 季度督查通报。

Make one product of a folder.

\b
例：
  paitou report kunming/ breakdown -o 任务分解表.xlsx
  paitou report kunming/ leader --as-of 2025-11-05 -o 领导参阅.docx
  paitou report kunming/ circular --period 2025Q3 -o 通报.docx
"""


@click.command("report", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.argument("product", metavar="成品")
@click.option("-o", "--output", "out", type=PATH, required=True, help="写入这个文件。")
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据。[默认今天]")
@click.option(
    "--period", help="通报说的季度，如 2025Q3。[默认 --as-of 以前结束的最近一个季度]"
)
def report_command(
    folder: Path, product: str, out: Path, as_of: dt.datetime | None, period: str | None
) -> int:
    """Make the product and return the exit status."""
    from paitou.folder import load

    write = _product(product)
    asked = _asked(product, write, as_of, period)
    book = load(folder)
    write_file(lambda path: write(book, path, **asked), out)
    return int(book.has_errors)


def _product(name: str) -> Callable[..., object]:
    known: dict[str, EntryPoint] = {one.name: one for one in entry_points(group=GROUP)}
    if name not in known:
        raise UsageError(f"没有“{name}”这种成品，现有：{'、'.join(sorted(known))}")
    product: Callable[..., object] = known[name].load()
    return product


def _asked(
    name: str, write: Callable[..., object], as_of: dt.datetime | None, period: str | None
) -> dict[str, object]:
    """What the product wants to know besides the book.

    Raises:
        UsageError: an option is given that it does not take, or no period.
    """
    taken = inspect.signature(write).parameters
    for option, value in (("as_of", as_of), ("period", period)):
        if value is not None and option not in taken:
            told = option.replace("_", "-")
            raise UsageError(f"成品“{name}”用不上 --{told}，请去掉这个选项")
    asked: dict[str, object] = {}
    if "as_of" in taken:
        asked["as_of"] = as_of.date() if as_of else dt.date.today()  # noqa: DTZ011
    if period is not None:
        asked["period"] = _period(period)
    return asked


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as fault:
        raise UsageError(f"--period 写成了{fault}，请写成 2025Q3 这样") from fault
