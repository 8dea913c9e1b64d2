"""Environment variables → typed settings; a wrong value stops the start."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import ParseResult, unquote, urlparse

from paitou.model import UsageError

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off", ""})
#: What `check --deploy` asks for.
_SHORTEST_SECRET = 50
_FEWEST_LETTERS = 5
_INSECURE = "django-insecure-"

#: What is asked a second time is not parsed and planned anew.
POSTGRES_OPTIONS = {
    "connect_timeout": 5,
    "server_side_binding": True,
    "prepare_threshold": 2,
}
#: Waits for a writer instead of failing, and lets readers go on while one writes.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}

Database = dict[str, object]


def read_text(name: str, default: str = "") -> str:
    """Return the variable without blanks around it."""
    return os.environ.get(name, default).strip()


def read_flag(name: str, *, default: bool) -> bool:
    """Return the variable as yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in _YES | _NO:
        return value.strip().lower() in _YES
    raise UsageError(f"环境变量 {name} 的值“{value}”不对：请写 1（是）或 0（否）。")


def read_choice(name: str, choices: tuple[str, ...]) -> str:
    """Return the variable, one of the choices; the first where it is not set."""
    value = read_text(name, choices[0]).lower()
    if value not in choices:
        known = " 或 ".join(choices)
        raise UsageError(f"环境变量 {name} 的值“{value}”不对：请写 {known}。")
    return value


def read_number(name: str, default: int, highest: int) -> int:
    """Return the variable as a whole number from 0 to `highest`."""
    value = read_text(name) or str(default)
    if not (value.isascii() and value.isdigit() and int(value) <= highest):
        raise UsageError(f"环境变量 {name} 的值“{value}”不对：请写 0 到 {highest} 的整数。")
    return int(value)


def read_list(name: str, default: tuple[str, ...]) -> list[str]:
    """Return the variable split at commas."""
    value = os.environ.get(name)
    if value is None:
        return list(default)
    return [part.strip() for part in value.split(",") if part.strip()]


def read_address(name: str) -> str:
    """Return the address of a page on the web; empty where it is not set."""
    value = read_text(name)
    if value and urlparse(value).scheme not in ("http", "https"):
        raise UsageError(f"环境变量 {name} 的值“{value}”不对：请写 https:// 开头的地址。")
    return value


def read_paths(name: str) -> tuple[Path, ...]:
    """Return the folders that the variable lists, as PATH does."""
    listed = os.environ.get(name, "").split(os.pathsep)
    return tuple(Path(part) for part in listed if part)


def read_secret(name: str) -> str:
    """Return the secret in the variable, or in the file that `<name>_FILE` names.

    Empty where neither is set.

    Raises:
        UsageError: it is short, or always the same letter or two.
    """
    value = read_handed(name)
    if value and len(value) < _SHORTEST_SECRET:
        raise UsageError(f"{name} 太短：请用不少于{_SHORTEST_SECRET}个字符的随机串。")
    if value and (len(set(value)) < _FEWEST_LETTERS or value.startswith(_INSECURE)):
        raise UsageError(f"{name} 容易猜到：请用随机串，不要用重复的字符。")
    return value


def read_handed(name: str) -> str:
    """Return a secret that somebody else chose, however short; empty where none is."""
    return read_text(name) or _read_secret_file(f"{name}_FILE")


def _read_secret_file(name: str) -> str:
    path = read_text(name)
    if not path:
        return ""
    try:
        value = Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(
            f"{name} 指向的文件“{path}”读不出来：请检查路径和权限。"
        ) from fault
    if not value:
        raise UsageError(f"{name} 指向的文件“{path}”是空的：请写入密钥。")
    return value


def keep_secret(folder: Path) -> str:
    """Return the secret that is kept in the folder, made where there is none yet.

    Raises:
        UsageError: the folder cannot be written, or what is kept there cannot be read.
    """
    path = folder / "secret-key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            kept = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text("utf-8").strip()
        with os.fdopen(kept, "w", encoding="utf-8") as file:
            file.write(secret := secrets.token_urlsafe(_SHORTEST_SECRET))
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(
            f"数据目录“{folder}”不能读写（{fault}）：请检查权限，"
            "或用 PAITOU_DATA_DIR 换一个目录。"
        ) from fault
    return secret


def read_database(names: tuple[str, ...], folder: Path) -> Database:
    """Return the database that the first URL names; by default a file in `folder`."""
    name = next((each for each in names if read_text(each)), names[0])
    url = read_text(name)
    if not url:
        return _sqlite(str(folder / "office.sqlite3"))
    try:
        parsed = urlparse(url)
        if parsed.scheme == "sqlite":
            return _sqlite(unquote(parsed.path.removeprefix("/")))
        if parsed.scheme in ("postgres", "postgresql") and parsed.path.strip("/"):
            return _postgres(parsed)
    except ValueError:
        pass  # a port that is no number; told below like every other wrong URL
    raise UsageError(
        f"{name} 的写法不对：请写 sqlite:///相对路径、sqlite:////绝对路径，"
        "或 postgresql://用户:口令@主机:端口/库名。"
    )


def _sqlite(path: str) -> Database:
    if not path:
        raise ValueError("no file")
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE_OPTIONS}


def _postgres(url: ParseResult) -> Database:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        # A thread keeps its connection: handing it back after every request costs more
        # than the queries of the request.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": POSTGRES_OPTIONS,
    }
