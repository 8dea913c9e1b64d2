"""Files and folders named on a command line → the documents to read, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from paitou.model import UsageError
from paitou.text.readers import EXTENSIONS


def documents(named: Sequence[Path]) -> list[Path]:
    """Return the files as named, and of each folder every document in it, sorted by path.

    Raises:
        UsageError: a folder holds no document.
    """
    found = [
        path for name in named for path in (_inside(name) if name.is_dir() else [name])
    ]
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    if found := sorted(_walk(folder)):
        return found
    kinds = "、".join(sorted(EXTENSIONS))
    raise UsageError(f"文件夹“{folder}”里没有可以读取的文件（{kinds}），请检查路径")


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            # .~lock, ~$draft.docx: what office programs leave beside an open file
            if Path(name).suffix.lower() in EXTENSIONS and not name.startswith((".", "~$")):
                yield Path(place, name)
