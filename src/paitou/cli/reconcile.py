"""`paitou reconcile`: a plan and a later report → what became of each target."""

from __future__ import annotations

import json
from pathlib import Path

import click

from paitou.cli.options import PATH, form_option, out_option, wants_file
from paitou.cli.output import write_file, write_lines
from paitou.model import Level, Plan
from paitou.tracking.reconcile import Reconciliation, reconcile

_HELP = """\
用后来的报告逐项核对方案的目标：已达到、基本达到、低于目标，还是没有提到。

Hold each target of a plan against what a later report says of it.

\b
例：
  paitou reconcile 工作报告2025.txt 工作报告2026.txt
  paitou reconcile 方案.docx 工作报告.pdf --format json
  paitou reconcile 工作报告2025.txt 工作报告2026.txt --format xlsx -o 对照表.xlsx
"""


@click.command("reconcile", help=_HELP)
@click.argument("plan", metavar="方案", type=PATH)
@click.argument("later", metavar="后续报告", type=PATH)
@form_option("table", "json", "xlsx")
@out_option
def reconcile_command(plan: Path, later: Path, form: str, out: Path | None) -> int:
    """Reconcile the two documents and return the exit status."""
    wants_file(form, out)
    earlier, after = _compiled(plan), _compiled(later)
    found = reconcile(earlier, after)
    if form == "xlsx" and out is not None:
        from paitou.report.comparison_sheet import write_comparison

        write_file(lambda path: write_comparison(earlier, after, found, path), out)
    else:
        write_lines([_text(earlier, after, found, form)], out)
    if form != "table" or out is not None:
        _tell(found)
    return int(any(issue.level is Level.ERROR for issue in found.issues))


def _compiled(path: Path) -> Plan:
    from paitou.compile import compile_document
    from paitou.text import read_document

    return compile_document(read_document(path))


def _text(plan: Plan, later: Plan, found: Reconciliation, form: str) -> str:
    if form == "json":
        from paitou.tracking.reconcile.record import reconciliation_record

        return json.dumps(reconciliation_record(plan, later, found), ensure_ascii=False)
    from paitou.cli.reconcile_table import reconcile_table

    return reconcile_table(plan, later, found)


def _tell(found: Reconciliation) -> None:
    """Say on standard error what the result itself does not show to a person."""
    for issue in found.issues:
        click.echo(f"{issue.level.label}：{issue.message}，{issue.remedy}。", err=True)
