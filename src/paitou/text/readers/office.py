"""A .doc or .wps file → the same as .docx, through LibreOffice where it is installed."""

from __future__ import annotations

from pathlib import Path

from paitou.model import UnreadableFile
from paitou.text.readers.docx import read_docx
from paitou.text.reading import Reading

SECONDS = 120
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse">'
_SETTING += "<value>{}</value></prop></item>\n"
# A plan needs no macros; its pictures on the net are sought where nobody answers.
_CHOSEN = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_PROGRAMS = ("soffice", "libreoffice")
_MISSING = (
    "要读旧格式 .doc、.wps 须装有 LibreOffice，本机没有找到，"
    "请用 Word 或 WPS 打开后另存为 .docx 再试"
)
_FAILED = "LibreOffice 没能打开它，可能已损坏或加了密码，请用 Word 或 WPS 另存为 .docx 再试"
_SLOW = f"LibreOffice 用了 {SECONDS} 秒还没有转换完，请用 Word 或 WPS 另存为 .docx 再试"


def read_doc(data: bytes) -> Reading:
    """Return the reading of a .doc file."""
    return _read(data, ".doc")


def read_wps(data: bytes) -> Reading:
    """Return the reading of a .wps file."""
    return _read(data, ".wps")


def _read(data: bytes, extension: str) -> Reading:
    from shutil import which

    program = next(filter(None, map(which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableFile(_MISSING)
    return read_docx(_converted(program, data, extension))


def _converted(program: str, data: bytes, extension: str) -> bytes:
    """Return the .docx; a profile of its own lets conversions run side by side."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="paitou-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"plan{extension}"
        source.write_bytes(data)
        profile = _profile(folder).as_uri()
        _run(
            [
                *(program, "--headless", "--norestore", f"-env:UserInstallation={profile}"),
                *("--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(folder / "out"), str(source)),
            ]
        )
        result = folder / "out" / "plan.docx"
        if not result.is_file():
            raise UnreadableFile(_FAILED)
        return result.read_bytes()


def _profile(folder: Path) -> Path:
    """Return a fresh profile that runs nothing and fetches nothing for a document."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    settings = "".join(_SETTING.format(*choice) for choice in _CHOSEN)
    (user / "registrymodifications.xcu").write_text(_SETTINGS.format(settings), "utf-8")
    return user.parent


def _run(command: list[str]) -> None:
    """Run the command; its helpers end with it when it takes too long."""
    import os
    import signal
    from subprocess import DEVNULL, Popen, TimeoutExpired

    with Popen(  # noqa: S603 — a list, no shell; the only foreign part is the file's content
        command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(SECONDS)
        except TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise UnreadableFile(_SLOW) from None
