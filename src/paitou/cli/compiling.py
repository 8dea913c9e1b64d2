"""A document's path → what `paitou compile` makes of it; many of them in parallel."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from attrs import frozen

from paitou.model import Level, Plan, UnreadableFile, UsageError


@frozen(kw_only=True)
class Outcome:
    """What became of one file: a text, the plan itself, or why it was not read."""

    text: str = ""
    plan: Plan | None = None
    fault: str = ""
    has_errors: bool = False


def compile_one(path: Path, form: str) -> Outcome:
    """Return the compiled document as `form` (json, table, xlsx) wants it.

    Raises:
        UnreadableFile: it cannot be read.
    """
    from paitou.compile import compile_document
    from paitou.text import read_document

    plan = compile_document(read_document(path))
    has_errors = any(issue.level is Level.ERROR for issue in plan.issues)
    if form == "xlsx":
        return Outcome(plan=plan, has_errors=has_errors)
    return Outcome(text=rendered(plan, form), has_errors=has_errors)


def rendered(plan: Plan, form: str) -> str:
    """Return the plan as one line of JSON, or as a table for people."""
    if form == "json":
        from paitou.compile.record import plan_record

        return json.dumps(plan_record(plan), ensure_ascii=False)
    from paitou.cli.plan_table import plan_table

    return plan_table(plan)


def compile_or_say(path: Path, form: str) -> Outcome:
    """Return what `compile_one` does, or the sentence that says why it could not."""
    try:
        return compile_one(path, form)
    except UnreadableFile as fault:
        return Outcome(fault=str(fault))


@contextmanager
def compiled(paths: Sequence[Path], form: str, jobs: int) -> Iterator[Iterator[Outcome]]:
    """Give the outcomes in the order of the paths, made by `jobs` processes.

    Raises:
        UsageError: a process was ended from outside.
    """
    one: Callable[[Path], Outcome] = partial(compile_or_say, form=form)
    if min(jobs, len(paths)) < 2:
        yield map(one, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(min(jobs, len(paths))) as pool:
        try:
            yield pool.map(one, paths)
        except BrokenProcessPool as error:
            said = "有一个编译进程被系统中止（多半是内存不足），请减小 --jobs 再试"
            raise UsageError(said) from error
        finally:
            pool.shutdown(cancel_futures=True)
