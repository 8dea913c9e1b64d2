"""Every action × every role, at home and elsewhere: as declared in `permissions.py`."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.test import override_settings

import paitou.office
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.people.roles import Role
from permissions import ACTIONS, NO_POST, OF_ONESELF, OF_THE_MACHINE, PUBLIC
from tried_actions import TRIED, Things

pytestmark = pytest.mark.django_db
ROOT = Path(paitou.office.__file__).parent
#: Plays a part: it acts as others, by the actions that are found elsewhere.
_PLAYS = "demo"


def _given(tree):
    """Yield each function with what it gives to `perform`, and the names it defines."""
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
        own = {n.name for n in ast.walk(function) if isinstance(n, ast.FunctionDef)}
        for call in ast.walk(function):
            is_call = isinstance(call, ast.Call) and len(call.args) > 1
            if is_call and getattr(call.func, "id", "") == "perform":
                yield function.name, call.args[1], own - {function.name}


def _callers(tree, name):
    """Return the functions of a module that lead to one of its private ones."""
    if not name.startswith("_"):
        return {name}
    found = set()
    for function in (n for n in tree.body if isinstance(n, ast.FunctionDef)):
        called = {getattr(n.func, "id", "") for n in ast.walk(function)
                  if isinstance(n, ast.Call)}  # fmt: skip
        if name in called and function.name != name:
            found |= _callers(tree, function.name)
    return found


def _actions():
    """Yield the full name of everything that is done by `perform`."""
    for path in ROOT.rglob("*.py"):
        place = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if place.startswith(_PLAYS):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        module = None
        for function, given, own in _given(tree):
            if isinstance(given, ast.Lambda) or getattr(given, "id", "") in own:
                yield from (f"{place}.{name}" for name in _callers(tree, function))
                continue
            module = module or import_module(f"paitou.office.{place}")
            found = module
            for part in ast.unparse(given).split("."):
                found = getattr(found, part)
            yield f"{found.__module__.removeprefix('paitou.office.')}.{found.__name__}"


def test_every_action_is_declared_and_no_other():
    assert {*_actions()} == {*ACTIONS} | OF_ONESELF | OF_THE_MACHINE


def test_every_declared_action_is_tried():
    assert {*TRIED} == {*ACTIONS}


@pytest.fixture(scope="module")
def things(office, tmp_path_factory):
    """What actions are tried on; what they keep is kept apart."""
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("data")):
        yield Things(office)


def _is_allowed(do, things, actor):
    """Whether somebody is not sent away; what is refused for its own sake is allowed."""
    with transaction.atomic():
        try:
            do(things, actor)
        except (NotAllowed, ObjectDoesNotExist):
            return False
        except Refused:
            return True
        finally:
            transaction.set_rollback(True)
    return True


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_open_to_those_declared(office, things, name):
    at_home, elsewhere = ACTIONS[name]
    wrong = []
    for who in (PUBLIC, NO_POST, *Role):
        actor = office.actor(who)
        if _is_allowed(TRIED[name], things, actor) != (who in at_home):
            wrong.append(who)
        if who in (PUBLIC, NO_POST):
            continue
        actor = office.actor(f"{who} elsewhere")
        if _is_allowed(TRIED[name], things, actor) != (who in elsewhere):
            wrong.append(f"{who} elsewhere")
    assert wrong == []
