"""`paitou track`: a folder → where its targets stand; or series → what methods say."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from paitou.cli.options import PATH, out_option, wants_file
from paitou.cli.output import write_file, write_lines
from paitou.cli.plan_table import issue_lines
from paitou.model import Book, Level, UsageError
from paitou.tracking import Tracking

_HELP = """\
判断工作文件夹里每个目标进展到哪一步，并说明依据。

Judge where each target of a folder stands; or judge bare series by a published method.

\b
例：
  paitou track examples/kunming-2023
  paitou track kunming/ --as-of 2024-09-30 --format json -o 进展.json
  paitou track --series cases.csv --method open-sdg --format csv
"""
_FORMS = ("table", "json", "xlsx", "csv")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("track", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH, required=False)
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据判断。[默认今天]")
@click.option("--series", type=PATH, help="不用文件夹，判断一张序列表（.csv）。")
@click.option("--method", default="open-sdg", help="序列表用的方法。[默认 open-sdg]")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="table", help="输出形式：table "
    "表格、json JSON、xlsx 工作簿；序列表用 csv。[默认 table]",
)  # fmt: skip
@out_option
def track_command(
    folder: Path | None,
    as_of: dt.datetime | None,
    series: Path | None,
    method: str,
    form: str,
    out: Path | None,
) -> int:
    """Judge the folder or the series and return the exit status."""
    if series is not None:
        return _series(series, method, folder, out)
    if folder is None:
        raise UsageError("请给出工作文件夹，例如 paitou track kunming/")
    if form == "csv":
        raise UsageError("--format csv 只用于 --series；文件夹请用 table、json 或 xlsx")
    return _folder(folder, as_of.date() if as_of else dt.date.today(), form, out)  # noqa: DTZ011


def _folder(folder: Path, as_of: dt.date, form: str, out: Path | None) -> int:
    from paitou.folder import load
    from paitou.tracking import track

    wants_file(form, out)
    book = load(folder)
    tracking = track(book, as_of)
    if form == "xlsx" and out is not None:
        from paitou.report.standing_sheet import write_standings

        write_file(lambda path: write_standings(book, tracking, path), out)
    else:
        write_lines([_text(book, tracking, form)], out)
    issues = (*book.issues, *tracking.issues)
    if form != "json" and (said := issue_lines(issues)):
        click.echo(said, err=True)
    return int(any(issue.level is Level.ERROR for issue in issues))


def _text(book: Book, tracking: Tracking, form: str) -> str:
    if form == "json":
        from paitou.cli.standing_record import tracking_record

        return json.dumps(tracking_record(book, tracking), ensure_ascii=False)
    from paitou.cli.standing_table import standing_table

    return standing_table(book, tracking)


def _series(series: Path, method: str, folder: Path | None, out: Path | None) -> int:
    if folder is not None:
        raise UsageError("文件夹和 --series 只能给一个")
    from paitou.cli.series import judge_series

    text, issues = judge_series(series, method)
    write_lines([text.rstrip("\n")], out)
    if said := issue_lines(issues):
        click.echo(said, err=True)
    return int(any(issue.level is Level.ERROR for issue in issues))
