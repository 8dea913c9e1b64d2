"""The verbs of a clause with their adverbs → where the thing begins that they govern."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from paitou.compile.commitments.words import ADVERBS
from paitou.compile.patterns import one_of

_YEARS = r"20\d\d(?:[—~-]20\d\d)?年"
_WHEN = (
    rf"(?:(?:到|在|力争)?{_YEARS}(?:底前?|末|内|上半年|下半年)?|“[^”]{{1,5}}”(?:期间|时期)|每年"
    r"|[一二三四五六七八九十]是|各地|各级[^,]{0,6}?要)"
)
_ADVERB = rf"(?:{_WHEN}|{one_of(ADVERBS)})"
_ADVERBS = re.compile(rf"{_ADVERB}+")
_ADVERBS_BACKWARDS = re.compile(rf"{one_of(word[::-1] for word in ADVERBS)}*")


class Lead(NamedTuple):
    """加快推进 of 加快推进机场改扩建: [start, end) of the clause, text, last verb."""

    start: int
    end: int
    text: str
    verb: str


@frozen
class Leader:
    """Finds the first chain of adverbs and verbs in a clause that ends in a verb."""

    first: re.Pattern[str]
    token: re.Pattern[str]

    @classmethod
    def of(cls, verbs: tuple[str, ...], strong: tuple[str, ...] = ()) -> Leader:
        """Return the leader of `verbs`.

        A verb of `strong` ends the chain: what follows it is the thing, whatever it begins
        with (实施 | 全面深化…行动).
        """
        groups = [rf"(?P<strong>{one_of(strong)})"] if strong else []
        if weak := [verb for verb in verbs if verb not in strong]:
            groups.append(rf"(?P<weak>{one_of(weak)})")
        tokens = "|".join((*groups, rf"(?P<adverb>{_ADVERB})"))
        return cls(re.compile(one_of((*verbs, *_hiding(verbs)))), re.compile(tokens))

    def search(self, shape: str) -> Lead | None:
        """Return the first lead of the clause; the adverbs before it are a part of it."""
        at = 0
        while first := self.first.search(shape, at):
            end, verb = self._last_verb(shape, first.start())
            if verb:
                end += shape.startswith("好", end)
                start = _start(shape[: first.start()])
                return Lead(start, end, shape[start:end], verb)
            at = first.end()
        return None

    def _last_verb(self, shape: str, at: int) -> tuple[int, str]:
        end, verb, is_over = at, "", False
        while found := self.token.match(shape, at):
            if is_over and found.lastgroup != "strong":
                break
            at = found.end()
            if found.lastgroup != "adverb":
                end, verb = at, found[0]
            is_over = found.lastgroup == "strong"
        return end, verb


def without_adverbs(text: str) -> str:
    """Return the text without the adverbs and the dates that it begins with."""
    found = _ADVERBS.match(text)
    return text[found.end() :] if found else text


def _hiding(verbs: tuple[str, ...]) -> list[str]:
    """Return the adverbs whose last sign begins a verb: 全力 | 争取 holds no 力争."""
    beginnings = {verb[0] for verb in verbs}
    return [word for word in ADVERBS if len(word) > 1 and word[-1] in beginnings]


def _start(before: str) -> int:
    """Return where the adverbs begin that end the text before the first verb."""
    if not before or _ADVERBS.fullmatch(before):
        return 0
    found = _ADVERBS_BACKWARDS.match(before[::-1])
    return len(before) - (found.end() if found else 0)
