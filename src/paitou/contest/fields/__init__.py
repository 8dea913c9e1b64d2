"""A table or a book → who takes part in a contest, and what is known of each."""

from __future__ import annotations

from paitou.contest.fields.book import field_of_book
from paitou.contest.fields.records import Records, read_events, read_tasks
from paitou.contest.fields.sheet import field_of_sheet

__all__ = ["Records", "field_of_book", "field_of_sheet", "read_events", "read_tasks"]
