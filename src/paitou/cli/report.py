"""`paitou report`: a folder and the name of a product → a file.

Products come from the entry-point group `paitou.products`: functions (book, path) that may
take `as_of`, the day by whose knowledge they speak, `period`, what they speak of,
`template`, a .docx of an office's own, and settings of their own as words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from paitou.cli.options import PATH
from paitou.cli.output import write_file
from paitou.model import Issue, Period, UsageError

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_HELP = """\
由工作文件夹生成一份成品（代拟稿），缺数据的地方照实说明。

.docx 和 .pdf 的有 leader 领导参阅、circular 季度督查通报、contest 竞赛通报、
balance 目标衔接平衡分析、final 评估报告；.xlsx 的有 breakdown 任务分解表、
progress 任务进展月报表、scores 得分明细表、comparison 对照表。

Make one product of a folder.

\b
例：
  paitou report kunming/ breakdown -o 任务分解表.xlsx
  paitou report kunming/ leader --as-of 2025-11-05 -o 领导参阅.docx
  paitou report kunming/ circular --period 2025Q3 -o 通报.docx
  paitou report yunze/ contest --set rulebook=departments -o 竞赛通报.docx
"""


@click.command("report", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.argument("product", metavar="成品")
@click.option("-o", "--output", "out", type=PATH, required=True, help="写入这个文件。")
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据。[默认今天]")
@click.option("--period", help="说的是哪一期，如 2025Q3。[默认 --as-of 以前结束的最近一期]")
@click.option(
    "--set", "settings", metavar="名=值", multiple=True, help="成品自己的选项，可以写几次。"
)
def report_command(
    folder: Path,
    product: str,
    out: Path,
    as_of: dt.datetime | None,
    period: str | None,
    settings: tuple[str, ...],
) -> int:
    """Make the product and return the exit status."""
    from paitou.cli.plan_table import issue_lines
    from paitou.folder import load
    from paitou.report.products import Wish, find_product
    from paitou.report.templates import template_in

    asked = find_product(product)
    if as_of is not None and "as_of" not in asked.taken:
        raise UsageError(f"成品“{product}”用不上 --as-of，请去掉这个选项")
    wish = Wish(
        as_of=as_of.date() if as_of else dt.date.today(),  # noqa: DTZ011
        period=None if period is None else _period(period),
        template=template_in(folder, product) if "template" in asked.taken else None,
        settings=dict(_settings(settings)),
    )
    asked.check(wish)
    asked.check_ending(out)
    book = load(folder)
    issues: list[Issue] = []
    write_file(lambda path: issues.extend(asked.write(book, path, wish)), out)
    if issues:
        click.echo(issue_lines(issues), err=True)
    return int(book.has_errors)


def _settings(pairs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not (name.strip() and sign):
            raise UsageError(f"--set 写成了“{pair}”，请写成 名=值，如 rulebook=quarterly")
        yield name.strip(), value.strip()


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as fault:
        raise UsageError(f"--period 写成了{fault}，请写成 2025Q3 这样") from fault
