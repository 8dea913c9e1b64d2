"""A series and a year → the next number, each given out once: 督办〔2026〕12号."""

from __future__ import annotations

from django.db import transaction

from paitou.office.cases.models import Series


def next_number(name: str, year: int) -> str:
    """Return the next number of a series; it is kept only if the transaction is."""
    with transaction.atomic():
        Series.objects.get_or_create(name=name, year=year)
    series = Series.objects.select_for_update().get(name=name, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{name}〔{year}〕{series.last}号"
