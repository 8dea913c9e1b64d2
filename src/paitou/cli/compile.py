"""`paitou compile`: documents → what they say, as a table, as JSON or as a workbook."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import click
from attrs import define, field

from paitou.cli.compiling import Outcome, compile_one, compiled
from paitou.cli.inputs import documents
from paitou.cli.options import PATH, form_option, out_option, wants_file
from paitou.cli.output import write_file, write_lines
from paitou.model import Plan

_HELP = """\
把文件编译成量化目标、任务和逐个说明的数字。

Compile documents (.txt .md .html .docx .pdf; .doc .wps with LibreOffice) as they are.
文件可以是文件夹：其中的文件逐份编译，读不了的说明原因，其余照常完成。

\b
例：
  paitou compile examples/kunming-2023/plan.txt
  paitou compile plan.pdf --format json -o plan.json
  paitou compile 各市方案/ --format xlsx -o 汇总.xlsx --jobs 2
"""


@click.command("compile", help=_HELP)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=PATH)
@form_option("table", "json", "xlsx")
@out_option
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, help="用几个进程同时编译。[默认 1]"
)
def compile_command(files: tuple[Path, ...], form: str, out: Path | None, jobs: int) -> int:
    """Compile the documents and return the exit status."""
    wants_file(form, out)
    paths = documents(files)
    if len(paths) == 1 and not files[0].is_dir():
        return _one(paths[0], form, out)
    return _many(paths, form, out, jobs)


def _one(path: Path, form: str, out: Path | None) -> int:
    outcome = compile_one(path, form)
    _deliver(iter([outcome]), form, out)
    return int(outcome.has_errors)


def _many(paths: Sequence[Path], form: str, out: Path | None, jobs: int) -> int:
    tally = _Tally()
    with compiled(paths, form, jobs) as outcomes, _progress(outcomes, len(paths)) as bar:
        _deliver(tally.watch(bar), form, out)
    for fault in tally.faults:
        click.echo(fault, err=True)
    return tally.status


def _deliver(outcomes: Iterator[Outcome], form: str, out: Path | None) -> None:
    if form == "xlsx" and out is not None:
        from paitou.cli.plan_sheets import plans_workbook

        plans: list[Plan] = [o.plan for o in outcomes if o.plan is not None]
        write_file(lambda path: path.write_bytes(plans_workbook(plans)), out)
    else:
        write_lines((outcome.text for outcome in outcomes), out)


@define
class _Tally:
    """What went wrong among many files; told at the end, under the progress bar."""

    faults: list[str] = field(factory=list)
    has_errors: bool = False

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass on what was compiled, and keep count of what was not."""
        for outcome in outcomes:
            self.has_errors |= outcome.has_errors
            if outcome.fault:
                self.faults.append(outcome.fault)
            else:
                yield outcome

    @property
    def status(self) -> int:
        """Return the exit status: 2 outweighs 1."""
        return 2 if self.faults else int(self.has_errors)


def _progress(
    outcomes: Iterator[Outcome], length: int
) -> AbstractContextManager[Iterable[Outcome]]:
    return click.progressbar(
        outcomes,
        length=length,
        label="编译",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=True,
    )
