"""Folders → the books that are served, read again when a file in them changes."""

from paitou.office.books.assessing import Assessor
from paitou.office.books.days import Day, WrongDay, read_day
from paitou.office.books.scorekeeping import Rounds, Scored, Scorekeeper
from paitou.office.books.shelf import Shelf, Shelved, served_shelf

__all__ = [
    "Assessor",
    "Day",
    "Rounds",
    "Scored",
    "Scorekeeper",
    "Shelf",
    "Shelved",
    "WrongDay",
    "read_day",
    "served_shelf",
]
