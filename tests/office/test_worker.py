"""What a worker of the server loads."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import os, threading
os.environ["DJANGO_SETTINGS_MODULE"] = "paitou.office.config.settings"
from paitou.office.worker import application
print(type(application).__name__, [t.name for t in threading.enumerate()][1:])
"""


def test_it_is_the_site_with_the_warming_beside_it():
    made = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == "WSGIHandler ['warming']"


def test_the_server_loads_it_and_does_not_warm_up_itself():
    from paitou.office import server

    assert server._APPLICATION == "paitou.office.worker:application"
    assert "warm" not in server.run.__code__.co_names
