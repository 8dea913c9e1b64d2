"""The command line of a process → an exit status: 0 done, 1 faults found, 2 wrong call."""

from __future__ import annotations

import os
import sys
import traceback

import click

from paitou.cli.faults import sentence
from paitou.cli.group import paitou
from paitou.model import UsageError

WRONG_CALL = 2
_BUG = 70
_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave the process with its exit status."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command; a wrong call is told in one sentence on standard error."""
    try:
        return _called(sys.argv[1:] if arguments is None else list(arguments))
    except (click.ClickException, UsageError) as error:
        click.echo(sentence(error), err=True)
        return WRONG_CALL
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        return _hang_up()
    except Exception:
        # Python's own status for it is 1, which means “done, faults found” here.
        traceback.print_exc()
        click.echo("程序内部出错，请把以上内容连同所用的文件报告给开发者。", err=True)
        return _BUG


def _called(arguments: list[str]) -> int:
    # Not by click's own main: it ends a broken pipe with status 1, which means faults here.
    try:
        with paitou.make_context("paitou", arguments) as context:
            status = paitou.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as early:  # --help and --version
        return early.exit_code
    return status if isinstance(status, int) else 0


def _hang_up() -> int:
    """The reader went away (`| head`): what Python still flushes at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
