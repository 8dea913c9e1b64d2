"""Exceptions: a wrong call or an unreadable input, told in one sentence for the caller.

PaitouError
├── UsageError      the caller's fault; the message is for them (exit status 2)
│   └── UnreadableFile
└── InternalError   our fault
"""

from __future__ import annotations


class PaitouError(Exception):
    """Base of every exception that Paitou raises on purpose."""


class UsageError(PaitouError):
    """A wrong call; the message says in one sentence what is wrong and what to do."""


class UnreadableFile(UsageError):
    """A file cannot be read; the message says which, why, and what to do."""


class InternalError(PaitouError):
    """A fault in Paitou itself."""
