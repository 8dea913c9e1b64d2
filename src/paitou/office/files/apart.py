"""A file checked in a process of its own, because a bent one can end the process it is in.

It goes through pipes only: nothing unchecked is ever written to a disk.
"""

from __future__ import annotations

import json
import subprocess
import sys

from paitou.model import UnreadableFile
from paitou.office.files.checking import Checked
from paitou.office.files.marks import BearsMark

_WORKER = "paitou.office.files.worker"
_SECONDS = 60


def check_apart(name: str, data: bytes, most: int) -> Checked:
    """Return what `check` returns, and raise what it raises.

    Raises:
        UnreadableFile: as there; also where the checking process did not survive.
    """
    head = json.dumps({"name": name, "most": most}).encode()
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter, no shell
            [sys.executable, "-m", _WORKER],
            input=head + b"\n" + data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("这份文件检查超时，没有保存，请拆分或另存后再传") from error
    if done.returncode:
        raise UnreadableFile("这份文件检查时出了问题，没有保存，请打开后另存一份再传")
    line, _, content = done.stdout.partition(b"\n")
    told = json.loads(line)
    if "mark" in told:
        raise BearsMark(*told["mark"])
    if "refused" in told:
        raise UnreadableFile(told["refused"])
    return Checked(name=told["name"], media_type=told["media_type"], content=content)
