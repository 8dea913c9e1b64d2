"""Times as people write them (1—9月, 2024年1月20日, an Excel date) → periods and days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache

from paitou.model import Period, PeriodKind
from paitou.tables import Value, text_of
from paitou.text.view import fold

_DASH = r"(?:-+|—+|~|至|到)"
_QUARTERS = rf"(?:前[二三四两2-4]个?季度|[1一]{_DASH}[2-4二三四]季度)"
#: A part of a year, without the year.
_PART = (
    rf"(?:0?1月?{_DASH}\d{{1,2}}月|前\d{{1,2}}个月|前[一二三四五六七八九十]+个月|{_QUARTERS}"
    r"|第?[1-4一二三四]季度|[上下]半年|\d{1,2}月)(?:份|末|底)?(?:累计)?|全年|年[末底]"
)
PART = re.compile(_PART)
_YEAR = r"(?<!\d)(?:19|20|21)\d{2}(?!\d)"
#: A time inside other words. A bare number is none; 2023年 and what follows it is.
WRITTEN = re.compile(
    rf"{_YEAR}年?{_DASH}{_YEAR}年"
    rf"|{_YEAR}年(?:{_PART}|度|末|底)?"
    rf"|{_YEAR}-?(?:[Qq][1-4](?:-[Qq][1-4])?|[Hh][12]|[Mm]\d{{1,2}}(?:-\d{{1,2}})?)(?!\w)"
    rf"|{_YEAR}[-./](?:0[1-9]|1[0-2])(?![\d.\-/])"
)
_CLOCK = r"(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?"
_FULL_DAY = re.compile(
    rf"({_YEAR})(?P<mark>[./-])(\d{{1,2}})(?P=mark)(\d{{1,2}}){_CLOCK}"
    rf"|({_YEAR})年(\d{{1,2}})月(\d{{1,2}})日?{_CLOCK}"
)
_COMPACT_DAY = re.compile(r"((?:19|20|21)\d{2})(\d{2})(\d{2})")
_MONTH = re.compile(rf"({_YEAR})[年./-](\d{{1,2}})月?")
_SERIAL = re.compile(r"[3-7]\d{4}(?:\.\d+)?")
_EPOCH = dt.date(1899, 12, 30)
_CHINESE_YEAR = re.compile("[一二][〇零○Ｏ0一二三四五六七八九]{3}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
_WHOLE_YEAR = ("全年", "年末", "年底")


def plain_time(text: str) -> str:
    """Return the text as times are read in it: folded, without blanks, years in digits."""
    plain = "".join(fold(text).split())
    return _CHINESE_YEAR.sub(lambda found: found[0].translate(_CHINESE_DIGITS), plain)


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Return the period that a text names and nothing else.

    Raises:
        ValueError: it names none, or one that does not exist.
    """
    plain = plain_time(text)
    if found := re.fullmatch(rf"({_YEAR}年?){_DASH}({_YEAR}年?)", plain):
        return Period.parse(f"{found[1]}-{found[2]}")
    trimmed = re.sub(r"(?<=\d年)第(?=[1-4一二三四]季度)|(?<=月)份|(?<=年)全年", "", plain)
    try:
        return Period.parse(re.sub("(?<=季度|半年)(?:末|底|累计)", "", trimmed))
    except ValueError:
        raise ValueError(f"“{text[:20]}”不是年、季、月或起止年份") from None


def period_of(value: Value) -> Period:
    """Return the period in a cell; a date that Excel made of 2023-06 is the month.

    Raises:
        ValueError: it is none, or can be read two ways.
    """
    if isinstance(value, dt.date):
        last = calendar.monthrange(value.year, value.month)[1]
        if value.day not in (1, last):
            raise ValueError(f"期别是日期 {value:%Y-%m-%d}，看不出是哪个月还是哪一年")
        return Period(value.year, value.month, value.year, PeriodKind.MONTH)
    if isinstance(value, Decimal) and re.fullmatch(r"\d{4}\.1", text_of(value)):
        raise ValueError(f"“{text_of(value)}”可能是1月，也可能是10月")
    return parse_period(text_of(value))


def in_year(year: int, part: str) -> Period:
    """Return the part of a year: 2023 and 1—9月.

    Raises:
        ValueError: there is no such part.
    """
    if part in _WHOLE_YEAR:
        return Period.of_year(year)
    return parse_period(f"{year}年{part}")


def periods_in(text: str) -> tuple[Period, ...]:
    """Return the periods that a title names, each once; full dates are none."""
    plain = _FULL_DAY.sub(" ", plain_time(text))
    found: list[Period] = []
    for match in WRITTEN.finditer(plain):
        try:
            found.append(parse_period(match[0]))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _day_of_text(text: str) -> dt.date:
    plain = fold(text).strip()
    if found := _FULL_DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain):
        return dt.date(*(int(part) for part in found.groups() if part and part.isdecimal()))
    if _SERIAL.fullmatch(plain):
        return _EPOCH + dt.timedelta(days=int(plain.partition(".")[0]))
    raise ValueError


def day_of(value: Value) -> dt.date:
    """Return the day in a cell, as people and as Excel write it; of a month, its last.

    Raises:
        ValueError: it is none, or one that does not exist.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = text_of(value)
    try:
        return _day_of_text(text)
    except ValueError:
        pass
    if found := _MONTH.fullmatch(plain_time(text)):
        try:
            return parse_period(f"{found[1]}年{found[2]}月").last_day
        except ValueError:
            pass
    raise ValueError(f"“{text[:20]}”不是存在的日期")
