"""What a plan's system says → the JSON of `paitou check 文件夹`."""

from __future__ import annotations

from fractions import Fraction

from paitou.compile.record import Record, issue_record
from paitou.consistency import Relaxation
from paitou.consistency.plan.adjusting import adjustment_words
from paitou.consistency.plan.answers import Answers, Beyond, Conflict, Idle
from paitou.consistency.plan.sources import Source, SourceKind
from paitou.model import Issue


def answers_record(found: Answers, issues: tuple[Issue, ...]) -> Record:
    """Return the record of the answers; bounds are decimal strings in the unit given."""
    return {
        "feasible": found.feasible,
        "complete": found.complete,
        "conflicts": [_conflict(each) for each in found.conflicts],
        "implied": [_implied(found, each) for each in found.implied],
        "redundant": [_redundant(each) for each in found.redundant],
        "unused": [statement.id for statement in found.plan.unused],
        "refused": [
            {"statement": statement.id, "words": why}
            for statement, why in found.plan.refused
        ],
        "issues": [issue_record(issue) for issue in issues],
    }


def _conflict(conflict: Conflict) -> Record:
    return {
        "statements": list(conflict.statements),
        "relations": list(dict.fromkeys(source.id for source in conflict.relations)),
        "facts": [s.words for s in conflict.sources if not s.is_target],
        "quotas": [s.words for s in conflict.sources if s.kind is SourceKind.QUOTA],
        "children": [s.id for s in conflict.sources if s.kind is SourceKind.CHILD],
        "told": conflict.told,
        "words": [source.words for source in (*conflict.sources, *conflict.relations)],
        "repair": [_repair(conflict, each) for each in conflict.single],
        "proof": [
            {"name": line.name, "times": str(line.multiplier), "bound": str(line.bound)}
            for line in conflict.proof.lines
        ],
    }


def _repair(conflict: Conflict, relaxation: Relaxation) -> Record:
    """Return a change in the numbers and the unit of the sentence that has to say it."""
    source = conflict.plan.sources[relaxation.name]
    said, share = source.said, relaxation.share
    before = said.before(relaxation) if said else None
    after = said.after(relaxation) if said else None
    return {
        "statement": _id(source),
        "from": None if before is None else f"{before:f}",
        "to": None if after is None else f"{after:f}",
        "unit": said.unit if said else "",
        "share": None if share is None else float(share),
        "words": adjustment_words(conflict.plan, relaxation),
    }


def _implied(found: Answers, bound: Beyond) -> Record:
    naming = found.plan.naming
    return {
        "indicator": naming.words(bound.variable).removeprefix(f"{bound.variable.year}年"),
        "indicator_id": bound.variable.indicator_id,
        "period": str(bound.variable.year),
        "low": None if bound.low is None else _decimal(bound.low),
        "high": None if bound.high is None else _decimal(bound.high),
        "unit": naming.unit(bound.variable.indicator_id).text,
        "stated": None if bound.own is None else _decimal(bound.own),
        "growth": bound.growth,
        "because": [_id(source) for source in bound.because],
        "words": [source.words for source in bound.because],
    }


def _redundant(idle: Idle) -> Record:
    return {
        "statement": _id(idle.source),
        "because": [_id(source) for source in idle.because],
    }


def _id(source: Source) -> str:
    if source.kind in (SourceKind.ASSUMPTION, SourceKind.QUOTA):
        return f"{source.kind}:{source.id}"
    return source.id


def _decimal(value: Fraction) -> str:
    """Return a fraction as a decimal, exact where it ends, else to six places."""
    text = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return text or "0"
