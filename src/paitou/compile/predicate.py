"""The words between a noun and its number → verb, comparator, base and modality."""

from __future__ import annotations

import re

from attrs import frozen

from paitou.compile import words
from paitou.compile.patterns import Words, one_of

_YEARISH = (
    r"(?:20\d\d年?(?:底|末|初|同期)?|19\d\d年?(?:底|末)?|上年(?:同期|末|底)?|去年(?:同期|末|底)?"
    r"|前一年|上一年|“?[十一二三四五]{1,3}五”?(?:期间|末|时期|初)?|全国平均(?:水平)?|全省平均(?:水平)?|计划目标|预期目标|年度计划|年初|疫情前)"
)
#: 较2019年, 比上年, 同比, 在全省总体目标基础上: what the value is compared with.
BASE = (
    rf"(?:(?<![占对之配环百同无相])[较比](?![缩降提升扩]|上升|下降)(?:{_YEARISH}|[^,、。;较比率例重]{{1,14}}?)"
    r"|在(?P<ground>[^,、。;]{2,16}?)(?:的)?基础上|同比|环比)"
)
_LONG = [
    w
    for w in (
        *words.REACH,
        *words.LOWER_TO,
        *words.KEEP,
        *words.GROW,
        *words.FALL,
        *words.MULTIPLY,
        *words.BEFORE,
        *words.ADVERBS,
        *words.STRETCH,
    )
    if len(w) > 1
]
_SHORT = {
    w
    for w in (
        *words.REACH,
        *words.GROW,
        *words.FALL,
        *words.MULTIPLY,
        *words.BEFORE,
        *words.ADVERBS,
    )
    if len(w) == 1
}


def _guarded(word: str) -> str:
    before = words.GUARDS.get(word, "")
    return (f"(?<![{before}])" if before else "") + re.escape(word)


_DATE = r"(?:20|19)\d\d年(?:底|末)?(?:的)?"
_RUN = r"(?<![近第])[两三四五六七八九十]年(?:累计)?"
_ITEM = (
    f"(?:{one_of(_LONG)}|{_DATE}|{_RUN}|{BASE}|"
    + "|".join(_guarded(w) for w in sorted(_SHORT))
    + ")"
)
_FIRSTS = "".join(
    sorted({w[0] for w in _LONG} | _SHORT | set("较比在同环12两三四五六七八九十"))
)
#: The longest run of predicate words that reaches the number.
_CHAIN = re.compile(
    rf"(?=[{re.escape(_FIRSTS)}])(?:{_ITEM})+$".replace("(?P<ground>", "(?:")
)
_BASE_IN = re.compile(
    rf"(?<![占对之配环百同无相])[较比](?![缩降提升扩]|上升|下降)(?P<base>{_YEARISH}|[^,、。;较比率例重]{{1,14}}?)"
    rf"(?=(?:的)?(?:[{re.escape(''.join(sorted({w[0] for w in _LONG})))}增减升降翻多高]|$))"
)
_GROUND_IN = re.compile(r"在(?P<base>[^,、。;]{2,16}?)(?:的)?基础上")

#: Verbs of doing that end like a verb of growth: 改造提升|15条街道.
_DONE_LAST = Words(
    done
    for done in words.DONE
    if len(done) > 2 and any(done.endswith(w) for w in words.GROW if len(w) > 1)
)

_VERB_KINDS = (
    ("lower", words.LOWER_TO),
    ("keep", words.KEEP),
    ("reach", words.REACH),
    ("multiply", words.MULTIPLY),
    ("fall", words.FALL),
    ("grow", words.GROW),
)
_KIND_OF = {word: kind for kind, group in reversed(_VERB_KINDS) for word in group}
_VERB = re.compile(one_of(_KIND_OF))
_COMPARATOR = re.compile(one_of(words.BEFORE))
_AVERAGE = re.compile(r"年均|年平均|平均每年")
_CUMULATIVE = re.compile("累计|[两三四五六七八九十]年")
_STEADY = re.compile(r"稳定|持续|保持|始终|长期|连续")
_DISTRIBUTED = re.compile(
    r"分别|双双|皆|(?<![年平人户亩地日月])均|(?<![首成])都|各(?!类|项|级|种)"
)
_AFTER = re.compile(one_of(words.AFTER))
_STRETCH = re.compile(one_of(words.STRETCH))


@frozen(kw_only=True)
class Predicate:
    """What stands between a noun and its number; indices are into the passage's text."""

    start: int
    end: int
    verb: str = ""  # reach | lower | keep | grow | fall | multiply, empty for none
    word: str = ""
    comparator: str = ""
    comparator_at: tuple[int, int] | None = None
    base: str | None = None
    base_at: tuple[int, int] | None = None
    is_average: bool = False
    is_cumulative: bool = False
    is_steady: bool = False
    is_distributed: bool = False
    is_stretch: bool = False
    is_gap: bool = False  # 高于全国1.8个百分点: how far apart two places are


#: 高于全国|1.8个百分点, 快于全省平均|2个和3个百分点.
_GAP = re.compile(
    r"(?P<word>高于|快于|高出|好于|优于|领先|低于|慢于|超过?)(?P<base>[^,、。;:\d]{2,14}?)(?:约|近)?$"
)
_POINTS = re.compile(r"[\d.]+(?:[多余]?个?(?:[和、][\d.]+)*[多余]?个?)百分点")
_LESS_THAN = frozenset({"低于", "慢于"})


def _gap_before(text: str, start: int, end: int) -> Predicate | None:
    found = _GAP.search(text, start, end) if _POINTS.match(text, end) else None
    if found is None:
        return None
    return Predicate(
        start=found.start(),
        end=end,
        verb="fall" if found["word"] in _LESS_THAN else "grow",
        word=found["word"],
        comparator_at=found.span("word"),
        base=found["base"],
        base_at=found.span("base"),
        is_distributed="分别" in text[start : found.start()],
        is_gap=True,
    )


def predicate_before(text: str, start: int, end: int) -> Predicate:
    """Return the predicate that ends at `end`, looking no further back than `start`."""
    if gap := _gap_before(text, start, end):
        return gap
    left = text[start:end]
    chain = _CHAIN.search(left)
    if chain is None or _DONE_LAST.before(left) >= 0:
        return Predicate(start=end, end=end)
    at = start + chain.start()
    return _read(text, at, end)


def _read(text: str, at: int, end: int) -> Predicate:
    run = text[at:end]
    base = _BASE_IN.search(run) or _GROUND_IN.search(run)
    spoken = (
        run
        if base is None
        else run[: base.start()] + "\0" * len(base[0]) + run[base.end() :]
    )
    verb = _last_verb(spoken)
    comparator = _last(_COMPARATOR, spoken)
    return Predicate(
        start=at,
        end=end,
        verb=_KIND_OF[verb[0]] if verb else "",
        word=verb[0] if verb else "",
        comparator=words.BEFORE[comparator[0]] if comparator else "",
        comparator_at=_place(comparator or verb, at),
        base=_base_text(base, run),
        base_at=_place(base, at, "base"),
        is_average=bool(_AVERAGE.search(spoken)),
        is_cumulative=bool(_CUMULATIVE.search(spoken)),
        is_steady=bool(_STEADY.search(spoken)),
        is_distributed=bool(_DISTRIBUTED.search(spoken)),
        is_stretch=bool(_STRETCH.search(spoken)),
    )


def _last_verb(run: str) -> re.Match[str] | None:
    found = list(_VERB.finditer(run))
    strong = [m for m in found if m[0] not in words.BEFORE]
    return (strong or found)[-1] if found else None


def _last(pattern: re.Pattern[str], run: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(run))), None)


def _place(
    found: re.Match[str] | None, at: int, group: str | int = 0
) -> tuple[int, int] | None:
    return None if found is None else (at + found.start(group), at + found.end(group))


def _base_text(base: re.Match[str] | None, run: str) -> str | None:
    if base is not None:
        return base["base"]
    return "上年同期" if "同比" in run else None


_ANY_VERB = re.compile(
    one_of(w for w in _KIND_OF if len(w) > 1)
    + "|"
    + one_of(w for w in words.ADVERBS if len(w) > 1)
)


def first_verb(text: str, start: int, end: int) -> int:
    """Return where the first predicate word after two characters stands, or -1."""
    found = _ANY_VERB.search(text, min(start + 2, end), end)
    return found.start() if found else -1


def comparator_after(text: str, at: int) -> tuple[str, int]:
    """Return the comparator that follows a number ending at `at`, and where it ends."""
    found = _AFTER.match(text, at)
    return (words.AFTER[found[0]], found.end()) if found else ("", at)


def stretch_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the last 力争 of [start, end) stands."""
    found = _last(_STRETCH, text[start:end])
    return _place(found, start)
