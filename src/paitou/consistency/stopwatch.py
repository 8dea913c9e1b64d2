"""A span of seconds → a sign, while working, that they are over."""

from __future__ import annotations

from time import monotonic

from paitou.model import PaitouError


class TimeUp(PaitouError):
    """The seconds allowed for a calculation are over."""


class Stopwatch:
    """Seconds that run from the making of it; it knows no time of day."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def check(self) -> None:
        """Do nothing while there is time.

        Raises:
            TimeUp: the seconds are over.
        """
        if monotonic() > self._end:
            raise TimeUp
