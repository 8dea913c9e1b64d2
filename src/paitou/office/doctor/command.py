"""`paitou doctor` → what is not yet safe about this office, the worst first."""

from __future__ import annotations

import json

import click

from paitou.cli.options import form_option
from paitou.cli.output import write_lines
from paitou.compile.record import issue_record
from paitou.model import Issue, Level
from paitou.office.config.starting import open_database

_FAULTS_FOUND = 1
_ORDER = (Level.ERROR, Level.WARNING, Level.HINT)
_HELP = """\
看这里装好的系统还有哪里不安全：设置、目录、备份、留存、后台任务、三员。

Say what is not yet safe about this office as it is installed and set.

\b
例：
  paitou doctor
  paitou doctor --format json
"""


@click.command("doctor", help=_HELP, short_help="看装好的系统还有哪里不安全")
@form_option("table", "json")
def doctor(form: str) -> int:
    """Say what is not yet safe; the exit status is 1 where something is wrong."""
    open_database()
    issues = sorted(_issues(), key=lambda issue: _ORDER.index(issue.level))
    if form == "json":
        told = {"issues": [issue_record(each) for each in issues]}
        write_lines([json.dumps(told, ensure_ascii=False, indent=2)], None)
    else:
        write_lines(_table(issues), None)
    return _FAULTS_FOUND if any(each.level is Level.ERROR for each in issues) else 0


def _issues() -> list[Issue]:
    from django.utils import timezone

    from paitou.office.doctor.places import place_issues
    from paitou.office.doctor.profile import profile_issues
    from paitou.office.doctor.running import running_issues

    now = timezone.localtime()
    return [*profile_issues(), *place_issues(), *running_issues(now)]


def _table(issues: list[Issue]) -> list[str]:
    if not issues:
        return ["没有发现不安全的地方。"]
    return [f"{i.level.label} {i.message} → {i.remedy}（{i.code}）" for i in issues]
