"""A grade's words (Ⅲ, 劣Ⅴ, AAA, 一级) → its place in an order where less is better."""

from __future__ import annotations

import re

_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6}
_LETTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "甲": 1, "乙": 2, "丙": 3}
_ORDER = {**_ROMAN, **_LETTERS, **_CHINESE, **{str(n): n for n in range(1, 7)}}
_TAIL = re.compile(r"(?:类|级|等|星)+(?:水体|水质|水|标准|以上)?$")
_STARS = re.compile(r"([一二三四五1-5])星|([1-5])A")
_LETTER_GRADE = re.compile(r"(A+)([+-]?)|([B-D])([+-]?)")


def grade_rank(words: str) -> float | None:
    """Return the place of a grade, 1 for the best; None where it is no grade.

    Numbered grades count upwards (Ⅰ before Ⅱ, 劣Ⅴ after Ⅴ); stars and letters are better
    the more there are: 5A and AAA come before A, A before B.
    """
    text = words.strip().upper()
    if stars := _STARS.fullmatch(text.removesuffix("级")):
        return 6.0 - _ORDER[stars[1] or stars[2]]
    text = _TAIL.sub("", text)
    if text.startswith("劣") and (place := _ORDER.get(text[1:])):
        return place + 0.5
    if place := _ORDER.get(text):
        return float(place)
    if letters := _LETTER_GRADE.fullmatch(text):
        return _letters(letters)
    return None


def _letters(found: re.Match[str]) -> float:
    sign = found[2] or found[4] or ""
    step = {"+": -0.25, "-": 0.25, "": 0.0}[sign]
    if found[1]:
        return 6.0 - len(found[1]) + step
    return 5.0 + "BCD".index(found[3]) + 1 + step
