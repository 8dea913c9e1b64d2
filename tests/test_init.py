"""Tests of what `import paitou` offers."""

import subprocess
import sys

import pytest

import paitou


@pytest.mark.parametrize("name", paitou.__all__)
def test_every_public_name_is_there(name):
    assert callable(getattr(paitou, name))


def test_another_name_is_not():
    with pytest.raises(AttributeError, match="reconcil"):
        _ = paitou.reconcil


def test_importing_it_costs_nothing():
    code = "import paitou, sys; print('paitou.model' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_the_version_is_the_one_that_is_installed():
    from importlib.metadata import version

    assert paitou.__version__ == version("paitou")
