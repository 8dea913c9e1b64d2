"""Texts → the letters for which no installed font has a glyph, as an issue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from paitou.model import Issue, Level

#: What every Chinese font has ends here; beyond are the extensions of GB 18030, emoji and
#: letters of an office's own.
_RARE = re.compile("[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\uf8ff\U00010000-\U0010ffff]")
_SECONDS = 10
_MOST_NAMED = 5


def font_issues(texts: Iterable[str]) -> tuple[Issue, ...]:
    """Return a warning that names the letters that will be printed as empty boxes."""
    missing = letters_without_font(texts)
    if not missing:
        return ()
    named = "、".join(missing[:_MOST_NAMED])
    told = f"等{len(missing)}个字" if len(missing) > _MOST_NAMED else ""
    return (
        Issue(
            code="paper-letter-without-font",
            level=Level.WARNING,
            message=f"本机的字体里都没有“{named}”{told}，印出来是空框",
            remedy="安装收有这些字的字体（如 Debian 的 fonts-hanazono），或改用通行的写法",
        ),
    )


def letters_without_font(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the rare letters that no installed font has, each once, in their order.

    None are returned where the system cannot be asked (fontconfig).
    """
    rare = dict.fromkeys(letter for text in texts for letter in _RARE.findall(text))
    return tuple(one for one in rare if _has_shape(one) and not _has_font(one))


def _has_shape(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cf", "Cs", "Mn")


@lru_cache(maxsize=4096)
def _has_font(letter: str) -> bool:
    from shutil import which
    from subprocess import SubprocessError, run

    program = which("fc-list")
    if program is None:
        return True
    asked = [program, f":charset={ord(letter):x}", "family"]
    try:
        found = run(  # noqa: S603 (a list, no shell; a number is all that varies)
            asked, check=True, capture_output=True, timeout=_SECONDS
        )
    except (SubprocessError, OSError):
        return True
    return bool(found.stdout.strip())
