"""A command line as a test calls it: what it prints and how it ends."""

from typing import NamedTuple

import pytest

from paitou.cli.entry import run as run_command


class Result(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(capfd):
    def call(*words):
        status = run_command([str(word) for word in words])
        return Result(status, *capfd.readouterr())

    return call
