"""A worker process of the server → the site, warming up behind the first request.

Loaded after the server has made its workers, so that what has drawn a chart never forks.
"""

from __future__ import annotations

from paitou.office.config.wsgi import application
from paitou.office.warming import warm_up

__all__ = ["application"]
warm_up()
