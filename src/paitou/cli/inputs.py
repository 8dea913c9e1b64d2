"""Files and folders named on a command line → the documents to read, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from paitou.model import UsageError

#: What `paitou.text` reads; other files of a folder are passed over.
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".doc", ".wps"})


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
    kinds = "、".join(sorted(SUFFIXES))
    raise UsageError(f"文件夹“{folder}”里没有可以读取的文件（{kinds}），请检查路径")


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            # .~lock, ~$draft.docx: what office programs leave beside an open file
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield Path(place, name)
