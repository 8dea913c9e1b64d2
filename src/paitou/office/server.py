"""Folders, a host and a port → a site that runs until it is interrupted."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paitou.model import UsageError
from paitou.office.config.environment import read_text
from paitou.office.config.starting import settle

_APPLICATION = "paitou.office.worker:application"
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 (compared with, not listened on)
#: Standard output is for results; the server's own words go to standard error.
_LOGGING: dict[str, Any] = {
    "handlers": {
        name: {
            "formatter": form,
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stderr",
        }
        for name, form in (("console", "generic"), ("access", "access"))
    }
}


def prepare(folders: Sequence[Path], host: str, workers: int = 1) -> None:
    """Set the environment that the server's processes inherit, and check the settings.

    Raises:
        UsageError: a setting has a wrong value, a folder's name cannot be handed on, or
            the data folder cannot be written.
    """
    for folder in folders:
        if os.pathsep in str(folder.resolve()):
            raise UsageError(f"文件夹名“{folder}”里有“{os.pathsep}”：请改名后再启动。")
    os.environ["PAITOU_WORKERS"] = str(workers)
    os.environ["PAITOU_BOOKS"] = os.pathsep.join(str(one.resolve()) for one in folders)
    if not read_text("PAITOU_ALLOWED_HOSTS") and host not in _EVERYWHERE:
        os.environ["PAITOU_ALLOWED_HOSTS"] = (
            f"{_in_address(host)},localhost,127.0.0.1,[::1]"
        )
    settle()


def check_port(host: str, port: int) -> None:
    """Check that the port can be listened on.

    Raises:
        UsageError: it is taken, not allowed, or the host is none of this machine's.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as fault:
        raise UsageError(
            f"不能在 {host} 的端口 {port} 上启动（{fault.strerror}）："
            "端口可能已被占用，请用 --port 换一个，或检查 --host。"
        ) from fault


def site_address(host: str, port: int) -> str:
    """Return the address to open in a browser on this machine."""
    name = "127.0.0.1" if host in _EVERYWHERE else _in_address(host)
    return f"http://{name}:{port}/"


def run(host: str, port: int, workers: int = 1) -> None:
    """Serve until interrupted; a worker that dies is replaced."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        _APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        respawn_failed_workers=True,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=_LOGGING,
    ).serve()


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
