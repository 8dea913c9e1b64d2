"""A file on standard input → what may be kept of it on standard output; see `apart`."""

from __future__ import annotations

import json
import sys

from paitou.model import UnreadableFile
from paitou.office.files.checking import check
from paitou.office.files.marks import BearsMark

_MEMORY, _SECONDS = 2 << 30, 40


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def main() -> int:
    """Check the one file that is given; the first line of the answer says how it went."""
    _limit()
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    content = b""
    try:
        checked = check(head["name"], data, head["most"])
    except BearsMark as fault:
        told = {"refused": str(fault), "mark": [fault.where, fault.mark]}
    except (UnreadableFile, MemoryError) as fault:
        told = {"refused": str(fault) or "内容过大，查不完，没有保存"}
    else:
        told = {"name": checked.name, "media_type": checked.media_type}
        content = checked.content
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
