"""`paitou check`: a folder, or a file of constraints → whether it can all be true."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from paitou.cli.options import PATH, form_option, out_option
from paitou.cli.output import write_lines
from paitou.cli.plan_table import issue_lines
from paitou.consistency import Conflicts, System, TimeUp, all_conflicts, read_system
from paitou.model import Issue, Level, UsageError

_HELP = """\
检查一组目标能不能同时成立：有矛盾的，列出每一组矛盾和算式，并给出改动最小的办法。

Check whether targets can all be true, and name every smallest set that cannot.

\b
例：
  paitou check examples/kunming-2023
  paitou check --system constraints.json
  paitou check --system constraints.json --format json
"""
_LIMIT, _SECONDS = 10_000, 60
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("check", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH, required=False)
@click.option("--as-of", "as_of", type=_DAY, help="按这一天已知的数据检查。[默认今天]")
@click.option("--system", type=PATH, help="不用文件夹，检查一份写好的约束（.json）。")
@form_option("table", "json")
@out_option
def check_command(
    folder: Path | None,
    as_of: dt.datetime | None,
    system: Path | None,
    form: str,
    out: Path | None,
) -> int:
    """Check the folder or the file and return the exit status."""
    if system is None:
        return _folder(folder, as_of.date() if as_of else dt.date.today(), form, out)  # noqa: DTZ011
    if folder is not None:
        raise UsageError("文件夹和 --system 只能给一个")
    return _system(system, form, out)


def _folder(folder: Path | None, as_of: dt.date, form: str, out: Path | None) -> int:
    if folder is None:
        raise UsageError("请给出工作文件夹，或用 --system 给出约束文件")
    from paitou.consistency.plan.answers import answer
    from paitou.consistency.plan.building import build
    from paitou.consistency.plan.notes import besides, notes
    from paitou.folder import load

    book = load(folder)
    plan = build(book, as_of)
    found = answer(plan)
    every = (*book.issues, *notes(plan, book.plan.document))
    issues = besides(found, every)
    if form == "json":
        from paitou.cli.check_record import answers_record

        text = json.dumps(answers_record(found, issues), ensure_ascii=False)
    else:
        from paitou.cli.check_table import answers_table

        text = answers_table(book, found)
    write_lines([text], out)
    if form != "json" and (said := issue_lines(issues)):
        click.echo(said, err=True)
    return int(any(issue.level is Level.ERROR for issue in every))


def _system(path: Path, form: str, out: Path | None) -> int:
    system = read_system(path)
    try:
        found = all_conflicts(system, limit=_LIMIT, seconds=_SECONDS)
    except TimeUp as late:
        raise UsageError(
            f"“{path}”里的约束在{_SECONDS}秒内没有算完，请按领域分开检查"
        ) from late
    issues = _issues(found)
    write_lines([_text(system, found, form)], out)
    if said := issue_lines(issues):
        click.echo(said, err=True)
    return int(any(issue.level is Level.ERROR for issue in issues))


def _text(system: System, found: Conflicts, form: str) -> str:
    if form == "json":
        return json.dumps(_record(found), ensure_ascii=False)
    from paitou.cli.conflict_table import conflict_table

    return conflict_table(system, found)


def _record(found: Conflicts) -> dict[str, object]:
    answer = {"feasible": found.feasible, "all_mus": found.sets}
    # the two agreed keys, unless that would say more than is known
    return answer if found.complete else {**answer, "complete": False}


def _issues(found: Conflicts) -> tuple[Issue, ...]:
    if not found.identities_hold:
        return (
            Issue(
                code="identities-contradict",
                level=Level.ERROR,
                message="恒等关系本身就不能同时成立，与目标无关",
                remedy="请先核对 kind 为 identity 的约束",
            ),
        )
    if not found.complete:
        return (
            Issue(
                code="conflicts-incomplete",
                level=Level.WARNING,
                message=f"矛盾太多，只找出{len(found.sets)}组，可能还有别的",
                remedy="请先消除已列出的矛盾，再检查一次",
            ),
        )
    return ()
