"""Names in the database fit databases that allow no more than thirty characters."""

import pytest
from django.apps import apps

LONGEST = 30
OURS = [m for m in apps.get_models() if m.__module__.startswith("paitou.")]


def names_of(model):
    meta = model._meta
    yield meta.db_table
    yield from (field.column for field in meta.local_concrete_fields)
    yield from (field.m2m_db_table() for field in meta.local_many_to_many)
    yield from (each.name for each in (*meta.indexes, *meta.constraints))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_name_is_longer_than_thirty_characters(model):
    assert [name for name in names_of(model) if len(name) > LONGEST] == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_nothing_but_plain_columns_is_used(model):
    """No arrays, ranges or search vectors: national databases lack them."""
    modules = {type(field).__module__ for field in model._meta.local_concrete_fields}
    assert not [each for each in modules if "postgres" in each]
