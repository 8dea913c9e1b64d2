"""The standard's fonts → open ones that stand in where a machine lacks them.

Documents name the fonts of GB/T 9704; only what is rendered here needs others.
"""

from __future__ import annotations

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "AR PL UMing CN")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "WenQuanYi Zen Hei")
#: The family, then what is taken in its place, the likest first.
STAND_INS = {
    "方正小标宋简体": ("FandolSong", *_SERIF),
    "仿宋_GB2312": ("FandolFang R", "FandolFang", *_SERIF),
    "楷体_GB2312": ("FandolKai", "AR PL UKai CN", *_SERIF),
    "宋体": ("FandolSong", *_SERIF),
    "黑体": ("FandolHei", *_SANS),
}
_HEAD = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
)


def fontconfig() -> str:
    """Return the text of a fonts.conf: each font, and what is accepted in its place."""
    return f"{_HEAD}{''.join(map(_alias, STAND_INS))}</fontconfig>\n"


def _alias(family: str) -> str:
    accepted = "".join(f"<family>{name}</family>" for name in STAND_INS[family])
    return (
        f'<alias binding="strong"><family>{family}</family>'
        f"<accept>{accepted}</accept></alias>"
    )
