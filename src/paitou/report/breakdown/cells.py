"""The cells of a filled-in row → decisions, nodes and quotas, or what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import define, evolve, field

from paitou.model import (
    Assignment,
    Correction,
    Decision,
    Issue,
    Level,
    Milestone,
    Nature,
    Period,
    Quota,
    Rhythm,
    Section,
    Statement,
    Subject,
    Verdict,
    stated_assignment,
)
from paitou.report.breakdown.dates import read_due, split_due
from paitou.report.breakdown.fields import Field, Target
from paitou.report.breakdown.filled import FilledRow
from paitou.report.breakdown.rows import (
    Item,
    deadline_words,
    item_cells,
    stated_for_all,
)
from paitou.report.breakdown.target_words import read_target
from paitou.review.words import choices_of, choose
from paitou.tables import Content, parse_number
from paitou.text.view import fold

Read = TypeVar("Read")

_LISTED = re.compile(r"\s*[、,，;；\n]\s*")
_LINES = re.compile(r"\s*[\n;；]\s*")
CLEARING = ("/", "／")
DEADLINE = "完成时限"
