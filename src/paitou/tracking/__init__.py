"""Statements, quotas and figures → where each target stands, and why."""

from paitou.tracking.following import Follower
from paitou.tracking.rules import Deviation, Reading, TrackingRules
from paitou.tracking.standings import Tracker, Tracking, track

__all__ = [
    "Deviation",
    "Follower",
    "Reading",
    "Tracker",
    "Tracking",
    "TrackingRules",
    "track",
]
