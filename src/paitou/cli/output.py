"""A command's result → standard output, or a file that is complete or not there at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from paitou.model import UsageError


def write_lines(lines: Iterable[str], out: Path | None) -> None:
    """Write each line as it comes, in UTF-8 to a file, else to standard output."""
    if out is None:
        for line in lines:
            _print(line)
        return
    with replacing(out) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_file(write: Callable[[Path], object], out: Path) -> None:
    """Let `write` make the file; it takes the place of `out` when it is complete."""
    with replacing(out) as path:
        write(path)


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `out` at the end, and vanishes on a fault.

    Raises:
        UsageError: there is no such folder, or it may not be written to.
    """
    if out.exists() and not out.is_file() and not out.is_dir():
        yield out  # /dev/null and the like cannot be replaced
        return
    _check(out)
    # its end is kept: writers go by it
    part = out.with_name(f".{out.stem}.{os.getpid()}.part{out.suffix}")
    try:
        yield part
        part.replace(out)
    except OSError as error:
        raise UsageError(
            f"“{out}”写不进去（{error.strerror or error}），请换一个位置"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _check(out: Path) -> None:
    if out.is_dir():
        raise UsageError(f"“{out}”是文件夹，-o 后面请给出文件名")
    if not out.parent.is_dir():
        raise UsageError(f"没有“{out.parent}”这个文件夹，请先建好再导出")


def _print(line: str) -> None:
    """UTF-8 whatever the locale: what is piped on is read by programs."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{line}\n".encode())
