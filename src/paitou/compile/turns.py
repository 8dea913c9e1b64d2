"""Turns of phrase that change how a predicate is read before its noun is looked for."""

from __future__ import annotations

import re

from attrs import evolve

from paitou.compile.naming import Name
from paitou.compile.predicate import Predicate
from paitou.compile.quantity import Amount

_GROWN_BY = re.compile(r"(?:的)?(?:增长|增速|增幅)")
_TIMES_OF = re.compile(
    r"(?:提高到|达到|增加到|提升到|相当于|不低于|超过|为|是)(?P<base>[^,、]{2,20}?)的?$"
)
#: Verbs that tie a noun to its value, and are verbs of doing where there is no noun.
_EITHER = ("实现", "完成")


def turned(
    text: str, amount: Amount, left: Name, predicate: Predicate, after: int
) -> tuple[Name, Predicate]:
    """Return name and predicate as meant; `after` is where the number's words end."""
    if not left.text and not left.verb and predicate.word in _EITHER:
        return _doing(text, left, predicate)
    if amount.unit == "倍" and not predicate.verb:
        return _compared(left, predicate)
    return left, _growing(text, amount, predicate, after)


def _doing(text: str, left: Name, predicate: Predicate) -> tuple[Name, Predicate]:
    """完成70个“烂尾楼”整治: without a noun, 完成 is a verb of doing."""
    at = text.index(predicate.word, predicate.start)
    done = evolve(left, verb=predicate.word, verb_start=at)
    return done, evolve(predicate, verb="", word="")


def _growing(text: str, amount: Amount, predicate: Predicate, at: int) -> Predicate:
    """保持40%以上增长: the verb of growth follows the number."""
    held = amount.base_unit == "%" and predicate.verb in ("keep", "reach")
    if held and _GROWN_BY.match(text, at):
        return evolve(predicate, verb="grow", word="增长")
    return predicate


def _compared(left: Name, predicate: Predicate) -> tuple[Name, Predicate]:
    """工资待遇提高到最低工资标准2倍: what the multiple is of stands before the number."""
    found = _TIMES_OF.search(left.text)
    if found is None or not found.start():
        return left, predicate
    at = left.start + found.start("base")
    place = (at, at + len(found["base"]))
    name = evolve(left, text=left.text[: found.start()], end=left.start + found.start())
    return name, evolve(predicate, verb="reach", base=found["base"], base_at=place)
