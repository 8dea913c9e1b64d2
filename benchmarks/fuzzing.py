"""A seed and a number → a hostile text, and a text → what a compiled plan of it gets wrong.

`fuzz.py` runs many of them, `tests/compile/test_fuzz.py` some.
"""

from __future__ import annotations

import json
import random
import traceback
from collections.abc import Iterator, Sequence

from material import CORPUS, KUNMING
from paitou.compile import compile_document
from paitou.compile.record import plan_record
from paitou.model import Document, Mention, Plan, Span, Statement
from paitou.text import document_from_text

LONGEST = 2000
#: Pieces that mean something to a reader of plans, put where they mean nothing.
_WORDS = """
2025年 到2025年, 百分之 千分之 三分之二 以上 左右 不低于 力争 分别 年均增长 翻一番 达到
第 (一) 一、 1. —— 责任单位: 牵头单位: 2025 1,000 1．5 十四五 “十四五” 亿元 个百分点
全覆盖 国发〔2023〕1号
0. .5 -3 1/3 1:2 3-5 30%—40% <td> &#x4e00; 序号 指标 单位 目标值
"""
_SIGNS = (
    "0123456789零〇○一二三四五六七八九十百千万亿两半几ⅠⅡⅣ①１２年月日个家户项元倍成番级类强第"
    "．，、。；：:∶%％‰()（）〔〕《》“”—-～~·/+"
)
_BLANKS = tuple("\n\t\u3000\u00a0\ufeff\u200b\u2028\x85 ")
_ODD = ("\r\n", "\u0301", "🀄", "\x00", "\x0b", "9" * 40, "亿" * 12, "2 0 2 5")
PIECES = (*_SIGNS, *_WORDS.split(), *_BLANKS, *_ODD)
_SCRIPTS = (
    (0x20, 0x7F),
    (0x3000, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xFF00, 0xFFEF),
    (0, 0x10FFFF),
)


def seed_texts() -> list[str]:
    """Return the Kunming plan and, where it is present, every text of the corpus."""
    found = [KUNMING, *sorted(CORPUS.glob("*.txt"))]
    return [path.read_text("utf-8", errors="replace") for path in found]


def hostile_text(seed: int, number: int, originals: Sequence[str]) -> str:
    """Return the text with this number: two in three are changed plans."""
    # A seed of its own for each, so that any one can be made again without the others.
    dice = random.Random(f"{seed}:{number}")
    made = _random(dice) if number % 3 == 2 else _changed(dice, dice.choice(originals))
    return made[:LONGEST]


def _random(dice: random.Random) -> str:
    length = dice.randint(0, LONGEST)
    if dice.random() < 0.3:
        return "".join(dice.choices(PIECES, k=length))
    low, high = dice.choice(_SCRIPTS)
    return "".join(_character(dice, low, high) for _ in range(length))


def _character(dice: random.Random, low: int, high: int) -> str:
    code = dice.randint(low, high)
    # Half a surrogate pair is no character and comes out of no file.
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def _changed(dice: random.Random, original: str) -> str:
    start = dice.randrange(max(1, len(original)))
    text = original[start : start + dice.randint(1, LONGEST)]
    for _ in range(dice.randint(0, 24)):
        text = _edited(dice, text, original)
    return text


def _edited(dice: random.Random, text: str, original: str) -> str:
    at = dice.randint(0, len(text))
    end = min(len(text), at + dice.randint(0, 12))
    match dice.randrange(5):
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:end] + text[at:]
        case 2:
            away = dice.randrange(max(1, len(original)))
            return text[:at] + original[away : away + dice.randint(1, 60)] + text[end:]
        case 3:
            return text[:at] + text[at:end][::-1] + text[end:]
        case _:
            return text[:at] + dice.choice(PIECES) + text[at:]


def found(number: int, seed: int, originals: Sequence[str]) -> str:
    """Return what is wrong with one text, with its number; empty when nothing is."""
    try:
        wrong = "\n".join(faults(hostile_text(seed, number, originals)))
    except Exception:
        wrong = traceback.format_exc(limit=-2)
    return f"#{number} {wrong}" if wrong else ""


def faults(text: str) -> list[str]:
    """Return what is wrong with the plan that the text compiles to."""
    document = document_from_text(text)
    plan = compile_document(document)
    json.dumps(plan_record(plan), ensure_ascii=False).encode()
    return [*_faults_of_document(document, text), *_faults_of_plan(plan)]


def _faults_of_document(document: Document, text: str) -> Iterator[str]:
    if document.text != text:
        yield "the text was rewritten"
    for block in document.blocks:
        if not 0 <= block.start <= block.body <= block.end <= len(text):
            yield f"block outside the text: {block}"
    for section in document.sections:
        if not 0 <= section.start <= section.end <= len(text):
            yield f"section outside the text: {section}"


def _faults_of_plan(plan: Plan) -> Iterator[str]:
    text = plan.document.text
    items = (*plan.statements, *plan.commitments)
    for item in items:
        if not 0 <= item.start < item.end <= len(text):
            yield f"span outside the text: {item}"
        elif item.quote != one_line(text[item.start : item.end]):
            yield f"the quote differs from its span: {item}"
    for statement in plan.statements:
        yield from _faults_of_fields(statement, len(text))
    if len({item.id for item in items}) < len(items):
        yield "an id is there twice"
    yield from _faults_of_mentions(plan)


def _faults_of_fields(statement: Statement, length: int) -> Iterator[str]:
    spans = statement.spans
    single = (spans.value, spans.comparator, spans.when, spans.base, spans.strength)
    for span in (*spans.indicator, *(one for one in single if one)):
        if not 0 <= span.start <= span.end <= length:
            yield f"field outside the text: {statement}"


def _faults_of_mentions(plan: Plan) -> Iterator[str]:
    if sum(plan.mention_counts().values()) != len(plan.mentions):
        yield "the counts of mentions do not add up"
    known = {item.id for item in (*plan.statements, *plan.commitments)}
    for mention in plan.mentions:
        yield from _faults_of_mention(mention, plan.document.text)
        if mention.statement and mention.statement not in known:
            yield f"a number of a statement that is not there: {mention}"
    for before, after in zip(plan.mentions, plan.mentions[1:], strict=False):
        if before.end > after.start:
            yield f"two mentions overlap or are out of order: {before} {after}"


def _faults_of_mention(mention: Mention, text: str) -> Iterator[str]:
    if not 0 <= mention.start < mention.end <= len(text):
        yield f"mention outside the text: {mention}"
    elif one_line(mention.text) != one_line(Span(mention.start, mention.end).of(text)):
        yield f"the words of a mention differ from its span: {mention}"


def one_line(text: str) -> str:
    """Return the text without its line breaks, as the contract compares a quote."""
    return text.replace("\r", "").replace("\n", "")
