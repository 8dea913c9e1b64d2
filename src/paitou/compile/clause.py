"""A sentence with its numbers → drafts of statements: which noun, which verb, which value.

For each amount the words to its left, back to the comma or the amount before, and the words
to its right decide the construction:

    N 达到 Q        工业增加值超过3000亿元          the noun is to the left of a predicate
    V N Q           引进重大产业项目200个以上        a verb of doing leads the noun
    V Q N           打造5个千亿级开发区              the noun is to the right
    N Q             城镇新增就业8.4万人              nothing between
    Q N V           3家企业入选全国首批…             a count of things that did something
    N1、N2分别达到 Q1、Q2; N1、N2均达到 Q            one or several nouns share a predicate
    由 Q1 提高到 Q2                                  the first value is where it started
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from paitou.compile.construction import Construction, Found, Memory
from paitou.compile.drafting import add_draft
from paitou.compile.lists import members, split_list
from paitou.compile.naming import name_in, without_growth_noun
from paitou.compile.nouns import noun_of
from paitou.compile.origins import add_origin, follows_from, is_origin, read_origin
from paitou.compile.predicate import Predicate, comparator_after, predicate_before
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting, left_start, right_of
from paitou.compile.respective import Share, read_respective, respective
from paitou.compile.turns import turned

#: With these predicates a word that may be verb or noun (投资) is a noun.
_ATTACHED = ("reach", "lower", "keep", "grow", "fall", "multiply")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_APART = re.compile(r"[,;:。、!?]")
_LONGEST_BETWEEN = 30


def drafts_of(setting: Setting, amounts: Sequence[Amount]) -> Memory:
    """Return what the sentence's amounts say: drafts in order, and which only delimit."""
    walker = _Walker(setting, amounts)
    while walker.index < len(amounts):
        walker.step()
    return walker.memory


class _Walker:
    """Goes through the amounts of a sentence from left to right."""

    def __init__(self, setting: Setting, amounts: Sequence[Amount]) -> None:
        self._setting = setting
        self._amounts = amounts
        self._before: Amount | None = None
        self.memory = Memory()
        self.index = 0

    def step(self) -> None:
        """Read the next amount, or the next group that shares a predicate."""
        if self._read_group():
            return
        amount, following = self._amounts[self.index], self._following()
        self.index += 1
        if following is not None and self._delimits(amount, following):
            self.memory.scopes.add(amount.start)
            return
        self._read_one(amount, following)
        self._before = amount

    def _following(self) -> Amount | None:
        after = self.index + 1
        return self._amounts[after] if after < len(self._amounts) else None

    def _read_group(self) -> bool:
        count = respective(self._setting, self._amounts[self.index :], self._before)
        if count == 1:
            return False
        group = self._amounts[self.index : self.index + count]
        shares = read_respective(self._setting, group, self._before, self.memory)
        if shares and self._are_origins(group):
            for share in shares:
                at = share.predicate.start
                add_origin(self._setting, share.amount, share.found, at, self.memory)
        else:
            self._add_shares(shares)
        if shares:
            self.index += count
            self._before = group[-1]
        return bool(shares)

    def _are_origins(self, group: Sequence[Amount]) -> bool:
        """分别从5家、6家增加到7家、8家: the first two values are where it started."""
        start = left_start(self._setting, self._before, group[0].start)
        after = comparator_after(self._setting.text, group[-1].end)[1]
        return is_origin(self._setting, start, group[0], after)

    def _add_shares(self, shares: Sequence[Share]) -> None:
        for share in shares:
            own = self._setting.of(share.said) if share.said else self._setting
            add_draft(own, self.memory, share.amount, share.found, share.predicate)

    def _delimits(self, amount: Amount, following: Amount) -> bool:
        """室温20℃达标率提升到96%: the first number is part of what the second measures."""
        text = self._setting.text
        at = comparator_after(text, amount.end)[1]
        between = text[at : following.start]
        if not 2 < len(between) < _LONGEST_BETWEEN or _APART.search(between):
            return False
        start = left_start(self._setting, self._before, amount.start)
        own = predicate_before(text, start, amount.start)
        if own.verb or follows_from(self._setting, amount):
            return False
        if text.startswith(("以上", "以下"), amount.end) and not own.comparator:
            return True
        later = predicate_before(text, at, following.start)
        return bool(later.verb or later.comparator) and later.start - at >= 2

    def _read_one(self, amount: Amount, following: Amount | None) -> None:
        setting, text = self._setting, self._setting.text
        start = left_start(setting, self._before, amount.start)
        after = comparator_after(text, amount.end)[1]
        if is_origin(setting, start, amount, after):
            read_origin(setting, amount, start, self.memory)
            return
        predicate = predicate_before(text, start, amount.start)
        attached = predicate.verb in _ATTACHED
        left = name_in(text, start, predicate.start, keep_nominal=attached)
        left, predicate = turned(text, amount, left, predicate, after)
        case = Construction(
            setting=setting,
            amount=amount,
            predicate=predicate,
            left=left,
            right=right_of(setting, following, after),
            memory=self.memory,
        )
        if found := noun_of(case):
            self._add(amount, found, found.predicate or predicate)

    def _add(self, amount: Amount, found: Found, predicate: Predicate) -> None:
        for single in _spread(amount, predicate, found):
            for part, value in _parts(single, amount):
                add_draft(self._setting, self.memory, value, part, predicate)


def _parts(found: Found, amount: Amount) -> list[tuple[Found, Amount]]:
    """三次产业结构调整为8.3:41.4:50.3: one statement for each part of the whole."""
    name = found.name.text
    if len(amount.parts) != 2 or "产业" not in name:
        return [(found, amount)]
    values = (amount.value, *amount.parts)
    return [
        (
            found._replace(name=evolve(found.name, text=f"{name}（{sector}）")),
            evolve(amount, value=value, parts=()),
        )
        for value, sector in zip(values, _SECTORS, strict=True)
    ]


def _spread(amount: Amount, predicate: Predicate, found: Found) -> list[Found]:
    """N1、N2均达到 Q and N1、N2翻一番 say it of each."""
    each = predicate.is_distributed or amount.unit == "番"
    listed, growth = without_growth_noun(found.name.text)
    count = len(split_list(listed)) if each else 1
    names = members(listed, count) if count > 1 else None
    if names is None:
        return [found]
    return [found._replace(name=evolve(found.name, text=name + growth)) for name in names]
