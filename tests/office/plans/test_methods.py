"""Every way of judging has a name and a rule."""

from __future__ import annotations

import re
from pathlib import Path

import paitou.tracking
from paitou.office.plans.methods import METHODS, method_of

NAMED = re.compile(r'(?:method=|METHOD = |Measure\.\w+: )"([a-z-]+)"')


def test_every_identifier_of_the_engine_is_explained():
    folder = Path(paitou.tracking.__file__).parent
    named = {
        found for path in folder.glob("*.py") for found in NAMED.findall(path.read_text())
    }
    assert named
    assert named - METHODS.keys() == set()


def test_one_that_is_not_listed_is_called_by_its_identifier():
    assert method_of("new-way").name == "new-way"
