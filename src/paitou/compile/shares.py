"""A percentage with words on both sides → what it is a share of."""

from __future__ import annotations

import re

from attrs import evolve

from paitou.compile.construction import Construction, Found, opens_with_noun
from paitou.compile.naming import Name

_SUCH = re.compile("的(?:有|为|是|达)")
_REACHING = re.compile("^(?P<noun>.{2,12}?)(?:达到|达|实现|降至)")
_COMPLETED = re.compile(r"^(?P<plan>.{2,})完成(?P<task>.{2,})$")
_PART_OF = re.compile(
    r"^(?P<part>.{2,}?)(?:达到|占|相当于|超过|约占)(?P<whole>[^占比]{2,}?)的?$"
)


def share_of(case: Construction) -> Found | None:
    """Return what the percentage is a share of, None when it is no such construction."""
    right = case.right.text
    if _SUCH.match(right):
        return None
    if right.startswith("的") and opens_with_noun(right):
        return _of_what_follows(case)
    tied = case.predicate.verb in ("", "reach")
    if case.left.text and right and opens_with_noun(right) and tied:
        return _done_by(case)
    return _completed(case)


def _of_what_follows(case: Construction) -> Found:
    """90%的煤矿达到二级以上: the share of mines that do."""
    right = case.right
    noun = _REACHING.sub(r"\g<noun>", right.text[1:])
    name = Name(
        start=right.start + 1, end=right.end, text=noun + "比例", scope=case.left.scope
    )
    return Found(name, case.amount.start, right.end)


def _done_by(case: Construction) -> Found:
    """税费事项100%“网上办”: the share of matters that are."""
    left, right = case.left, case.right
    verb = left.verb if left.verb.startswith("新") else ""
    name = evolve(left, text=verb + left.text + right.text, verb="")
    return Found(name, case.start, right.end)


def _completed(case: Construction) -> Found | None:
    """完成总任务60%以上, 高标准农田达到耕地总面积的64%."""
    left = case.left
    if case.predicate.verb == "" and (whole := _COMPLETED.search(left.text)):
        text = whole["plan"] + whole["task"].removesuffix("的") + "完成比例"
        return Found(evolve(left, text=text, verb=""), case.start)
    if part := _PART_OF.search(left.text):
        text = f"{part['part']}占{part['whole']}比重"
        return Found(evolve(left, text=text, verb=""), case.start)
    done = left.verb.startswith(("完成", "累计完成")) or left.text.endswith("完成")
    if left.text and (done or case.predicate.word == "完成"):
        stem = left.text.removesuffix("的").removesuffix("完成")
        return Found(evolve(left, text=stem + "完成比例", verb=""), case.start)
    return None
