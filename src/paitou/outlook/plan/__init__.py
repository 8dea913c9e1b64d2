"""A book and a day → an outlook on each of its targets."""

from paitou.outlook.plan.outlook import NOTE, FanPoint, Outlook
from paitou.outlook.plan.outlooks import outlooks

__all__ = ["NOTE", "FanPoint", "Outlook", "outlooks"]
