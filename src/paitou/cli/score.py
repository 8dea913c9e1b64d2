"""`paitou score`: a rulebook and a folder or a table → scores, every point explained."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from paitou.cli.options import PATH, form_option, out_option, wants_file
from paitou.cli.output import write_file, write_lines
from paitou.cli.plan_table import issue_lines
from paitou.cli.scoring import Scored, score_folder, score_table
from paitou.model import Issue, Level, Period, UsageError

_HELP = """\
按考核办法给各单位计分、排名，每一分都说明怎样算出来。

考核办法是 .toml 文件，或随附办法的编号；数据是工作文件夹，或每个单位一行的表格。

Score organisations by a rulebook, every point with its arithmetic.

\b
例：
  paitou score 办法.toml 竞赛数据.csv
  paitou score huangyan-2023 企业.xlsx --format json -o 得分.json
  paitou score quarterly examples/yunze-2024 --period 2025Q2
"""
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("score", help=_HELP)
@click.argument("rulebook", metavar="考核办法")
@click.argument("data", metavar="数据", type=PATH)
@click.option("--period", "written", help="哪一期，如 2023Q2。[默认有数据的最近一期]")
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据计分。[默认今天]")
@form_option("table", "json", "xlsx")
@out_option
def score_command(
    rulebook: str,
    data: Path,
    written: str | None,
    as_of: dt.datetime | None,
    form: str,
    out: Path | None,
) -> int:
    """Score the folder or the table and return the exit status."""
    wants_file(form, out)
    period = _period(written)
    if data.is_dir():
        day = as_of.date() if as_of else dt.date.today()  # noqa: DTZ011
        scored = score_folder(rulebook, data, period, day)
    elif as_of is not None:
        raise UsageError("--as-of 只用于工作文件夹；表格里没有公布日期")
    else:
        scored = score_table(rulebook, data, period)
    _write(scored, form, out)
    return int(any(issue.level is Level.ERROR for issue in scored.issues))


def _period(written: str | None) -> Period | None:
    if written is None:
        return None
    try:
        return Period.parse(written)
    except ValueError as error:
        raise UsageError(f"--period {error}，请写成 2023Q2、2023-06 或 2023") from error


def _write(scored: Scored, form: str, out: Path | None) -> None:
    if form == "xlsx" and out is not None:
        from paitou.report.score_sheet import write_scores

        write_file(
            lambda path: write_scores(scored.board, path, is_simulated=scored.is_simulated),
            out,
        )
    elif form == "json":
        from paitou.cli.score_record import score_record

        write_lines([json.dumps(score_record(scored), ensure_ascii=False)], out)
    else:
        from paitou.cli.score_table import score_table_text

        write_lines([score_table_text(scored)], out)
    _tell(scored.issues, form)


def _tell(issues: tuple[Issue, ...], form: str) -> None:
    if form != "json" and (said := issue_lines(issues)):
        click.echo(said, err=True)
