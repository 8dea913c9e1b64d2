"""A form as it stands → the short code (校验码) that is printed on the sheet to sign."""

from __future__ import annotations

import hashlib
import json
import re

from paitou.office.reporting.models import Submission
from paitou.office.reporting.states import Stage

_LENGTH, _GROUP = 12, 4


def fingerprint(submission: Submission) -> str:
    """Return the code of what stands in the cells and of the turn that it is handed in.

    The first 48 bits of a SHA-256, as 3F7A-92C1-0B4E: any other value gives another code.
    A draft has the code that it will have once it is handed in, so that a sheet may be
    signed before.
    """
    is_waiting = submission.stage in (Stage.DRAFT, Stage.RETURNED)
    said = {
        "round": [submission.round.book, submission.round.period],
        "org": submission.org,
        "turn": submission.turn + is_waiting,
        "cells": [[one.key, one.text, one.note] for one in submission.cells.all()],
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    code = hashlib.sha256(text.encode()).hexdigest()[:_LENGTH].upper()
    return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def is_same(typed: str, code: str) -> bool:
    """Return whether a code as somebody typed it is this one, however it is parted."""
    plain = re.sub(r"[\W_]", "", typed).upper().replace("O", "0")
    return plain == code.replace("-", "")
