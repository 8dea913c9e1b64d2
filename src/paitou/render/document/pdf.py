"""A document → the PDF that LibreOffice makes of it, where it is installed."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from paitou.model import Issue, UsageError
from paitou.render.document.content import Document
from paitou.render.document.filling import filled_bytes, texts_of
from paitou.render.document.open_fonts import fontconfig
from paitou.render.document.writing import document_bytes
from paitou.render.rare_letters import font_issues

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
#: 2000-01-01, so that equal documents give equal dates; older releases do not heed it.
_KEPT = {"SOURCE_DATE_EPOCH": "946684800"}
_MADE = re.compile(rb"/CreationDate\(D:\d{14}")
_NAMED = re.compile(
    rb"(/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}|(/DocChecksum /)[0-9A-F]{32}"
)


def write_paper(
    document: Document, path: Path, template: Path | None = None
) -> tuple[Issue, ...]:
    """Write the document as .pdf where the path ends so, else as .docx.

    What comes back names letters that a PDF shows as empty boxes, for want of a font.

    Args:
        document: what to write.
        path: of the file.
        template: an office's own layout; None is that of the standard.

    Raises:
        UsageError: a PDF is asked for and LibreOffice is missing or fails; the template
            cannot be filled.
    """
    made = filled_bytes(document, template) if template else document_bytes(document)
    if path.suffix.lower() != ".pdf":
        path.write_bytes(made)
        return ()
    path.write_bytes(pdf_of(made))
    return font_issues(texts_of(document))


def pdf_bytes(document: Document) -> bytes:
    """Return the document as PDF.

    Raises:
        UsageError: LibreOffice is missing or fails.
    """
    return pdf_of(document_bytes(document))


def has_pdf() -> bool:
    """Return whether LibreOffice is there."""
    return _program() is not None


def _program() -> str | None:
    from shutil import which

    return next(filter(None, map(which, _PROGRAMS)), None)


def pdf_of(made: bytes, ending: str = ".docx") -> bytes:
    """Return a .docx or .xlsx as PDF; own profiles let conversions run side by side.

    Raises:
        UsageError: LibreOffice is missing or fails.
    """
    from subprocess import DEVNULL, SubprocessError, run
    from tempfile import TemporaryDirectory

    program = _program()
    if program is None:
        raise UsageError("要生成 PDF 须装有 LibreOffice，本机没有找到；可以先生成 .docx")
    with TemporaryDirectory(prefix="paitou-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"paper{ending}"
        source.write_bytes(made)
        fonts = folder / "fonts.conf"
        fonts.write_text(fontconfig(), "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, "--headless", "--norestore", profile]
        command += ["--convert-to", "pdf", "--outdir", name, str(source)]
        try:
            run(  # noqa: S603 (a list, no shell; the document is our own)
                command, check=True, timeout=_SECONDS, stdin=DEVNULL, stdout=DEVNULL,
                stderr=DEVNULL, env={**os.environ, **_KEPT, "FONTCONFIG_FILE": str(fonts)},
            )  # fmt: skip
            return _undated(source.with_suffix(".pdf").read_bytes())
        except (SubprocessError, OSError) as fault:
            raise UsageError("LibreOffice 没能转成 PDF，请改用 .docx") from fault


def _undated(pdf: bytes) -> bytes:
    """The PDF with one day, named by what it says; every byte stays at its place."""
    dated = _MADE.sub(b"/CreationDate(D:20000101000000", pdf)
    plain = _NAMED.sub(b"", dated)
    name = hashlib.sha256(plain).hexdigest()[:32].upper().encode()
    return _NAMED.sub(
        lambda found: found[3] + name if found[3] else found[1] + name + found[2] + name,
        dated,
    )
