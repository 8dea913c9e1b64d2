"""Outlooks → the JSON of `paitou forecast`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from paitou.compile.record import Record
from paitou.model import Book
from paitou.outlook.plan import NOTE, FanPoint, Outlook


def outlooks_record(book: Book, outlooks: Sequence[Outlook], as_of: dt.date) -> Record:
    """Return the record of all outlooks of a book on a day."""
    return {
        "as_of": as_of.isoformat(),
        "simulated": book.is_simulated,
        "note": NOTE,
        "outlooks": [outlook_record(outlook) for outlook in outlooks],
    }


def outlook_record(outlook: Outlook) -> Record:
    """Return the record of one outlook; everything computed is a JSON number."""
    start, following = outlook.unreachable_after, outlook.next_figure
    return {
        "statement": outlook.statement,
        "org": outlook.org,
        "period": str(outlook.period),
        "unit": outlook.unit,
        "value": outlook.value,
        "lo80": outlook.lo80,
        "hi80": outlook.hi80,
        "lo95": outlook.lo95,
        "hi95": outlook.hi95,
        "chance": outlook.chance,
        "reliability": outlook.reliability,
        "basis": outlook.basis,
        "count": outlook.count,
        "required_growth": outlook.required_growth,
        "required_in": outlook.required_in or None,
        "required": outlook.required or None,
        "unreachable_after": str(start) if start else None,
        "precedent": outlook.precedent or None,
        "narrowing": outlook.narrowing,
        "next_figure": str(following) if following else None,
        "figures": list(outlook.figures),
        "fan": [_point(point) for point in outlook.fan],
        "note": outlook.note,
    }


def _point(point: FanPoint) -> Record:
    return {
        "period": str(point.period),
        "value": point.value,
        "lo80": point.lo80,
        "hi80": point.hi80,
        "lo95": point.lo95,
        "hi95": point.hi95,
        "known": point.is_known,
    }
