import json
import subprocess
import sys
from pathlib import Path

import pytest

from databases import environment_of


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """What is left after eight people did everything at once."""
    script = Path(__file__).with_name("racing.py")
    with environment_of(tmp_path_factory.mktemp("race")) as environment:
        done = subprocess.run(
            [sys.executable, str(script)],
            env=environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_typed_at_the_same_time_is_mixed(outcome):
    assert outcome["saved"] == outcome["cells"]
    assert outcome["typed"] == 1


def test_a_form_is_handed_in_endorsed_and_approved_once(outcome):
    assert (outcome["handed_in"], outcome["endorsed"], outcome["approved"]) == (1, 1, 1)
    assert outcome["refused"] == 3 * 7
    assert outcome["reviews"] == 3


def test_no_value_is_lost_or_doubled(outcome):
    assert outcome["figures"] == outcome["frozen"] == outcome["cells"]
    assert outcome["breaks"] == 0
