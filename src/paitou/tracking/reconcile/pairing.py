"""A target and what was chosen for it → its pair, with verdict, reason and alternatives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from paitou.indicators import Catalogue, Polarity
from paitou.model import Statement
from paitou.tracking.reconcile import reasons
from paitou.tracking.reconcile.assignment import Choice
from paitou.tracking.reconcile.candidates import Candidate, Sums
from paitou.tracking.reconcile.judging import Judgement, judge
from paitou.tracking.reconcile.measures import from_base
from paitou.tracking.reconcile.result import Evidence, Gap, Pair, PairVerdict
from paitou.tracking.reconcile.silence import LookingBack
from paitou.tracking.reconcile.subjects import Subject
from paitou.tracking.reconcile.times import Timing
from paitou.tracking.reconcile.units import is_rate, same_kind

#: How alike an outcome must be to be named as the nearest one that cannot be compared.
_NAMED = 0.8
#: How alike it must be to be listed for a reader at all.
_WORTH_A_LOOK = 0.6
_MOST = 5


@frozen(kw_only=True)
class Desk:
    """What every target is held against."""

    choices: Mapping[int, Choice]
    by_target: Mapping[int, Sequence[Candidate]]
    bases: Mapping[str, Sequence[Subject]]
    looking_back: LookingBack
    catalogue: Catalogue
    past: int

    def pair(self, target: Subject) -> Pair:
        """Return the pair of a target."""
        if choice := self.choices.get(target.order):
            return self._chosen(choice)
        near = self._near(target)
        if target.years and target.years.last > self.past:
            reason = reasons.not_due(target.years, self.past)
            return _unknown(target, Gap.NOT_DUE, reason, near)
        if based := self._based(target, near):
            return self._judged(based)
        if nearest := next((one for one in near if _is_nameable(one)), None):
            return _unknown(target, Gap.INCOMPARABLE, reasons.incomparable(nearest), near)
        if unsure := self._unsure(target):
            return _unknown(target, Gap.AMBIGUOUS, reasons.unsure(unsure[0]), unsure)
        mention = self.looking_back.mention(target.names)
        gap = Gap.MENTIONED if mention else Gap.SILENT
        reason = reasons.silent(target.statement, mention)
        return evolve(_unknown(target, gap, reason, near), mention=mention)

    def _chosen(self, choice: Choice) -> Pair:
        one = choice.chosen
        verdicts = {self._judgement(each).verdict for each in (one, *choice.rivals)}
        if len(verdicts) > 1:
            found = (one, *choice.rivals)
            reason = reasons.ambiguous(found)
            return _unknown(one.target, Gap.AMBIGUOUS, reason, found)
        pair = self._judged(one)
        if one.sums is Sums.TARGET and pair.verdict is not PairVerdict.MET:
            return _unknown(one.target, Gap.INCOMPARABLE, reasons.only_part(one), (one,))
        others = tuple(rival.outcome.statement for rival in choice.rivals)
        if choice.is_shared:
            pair = evolve(pair, evidence=(*pair.evidence, Evidence.SHARED_OUTCOME))
        return evolve(pair, alternatives=others[:_MOST])

    def _judged(self, one: Candidate) -> Pair:
        judgement = self._judgement(one)
        target = one.target.statement
        pair = Pair(
            target=target,
            outcome=one.outcome.statement,
            verdict=judgement.verdict,
            reason=reasons.judged(one, judgement),
            shortfall=judgement.shortfall,
            side=judgement.side,
            shortfall_unit="个百分点" if is_rate(target.unit) else target.unit.text,
            evidence=(*one.evidence, *(one.reading.how if one.reading else ())),
            likeness=round(one.likeness, 3),
        )
        if one.timing is Timing.ONE_OF_MANY and judgement.verdict is not PairVerdict.MISSED:
            reason = reasons.partial(one, judgement)
            return evolve(pair, verdict=PairVerdict.UNKNOWN, gap=Gap.PARTIAL, reason=reason)
        is_open = judgement.verdict is PairVerdict.UNKNOWN
        return evolve(pair, gap=Gap.INCOMPARABLE) if is_open else pair

    def _judgement(self, one: Candidate) -> Judgement:
        if one.reading is None:
            return Judgement(verdict=PairVerdict.UNKNOWN)
        return judge(one.target.statement, one.reading, self._polarity(one))

    def _polarity(self, one: Candidate) -> Polarity:
        known = one.target.known or one.outcome.known
        name = one.target.statement.indicator
        return known.polarity if known else self.catalogue.polarity(name)

    def _near(self, target: Subject) -> list[Candidate]:
        """Candidates of the target that were not chosen, the likest first."""
        found = [c for c in self.by_target.get(target.order, ()) if not c.is_comparable]
        return sorted(found, key=_nearness)

    def _unsure(self, target: Subject) -> list[Candidate]:
        """Outcomes that nobody claimed and that may or may not be meant."""
        claimed = {choice.chosen.outcome.order for choice in self.choices.values()}
        found = [
            one
            for one in self.by_target.get(target.order, ())
            if one.is_comparable
            and one.likeness >= _WORTH_A_LOOK
            and one.outcome.order not in claimed
        ]
        return sorted(found, key=_nearness)

    def _based(self, target: Subject, near: Sequence[Candidate]) -> Candidate | None:
        """The nearest outcome, read with the level of the year before as its base."""
        known = target.known
        for one in near:
            if one.timing is not Timing.SAME or not target.ids & one.outcome.ids:
                continue
            for base in self.bases.get(known.id if known else "", ()):
                if not (base.years and target.years):
                    continue
                if base.years.last != target.years.last - 1:
                    continue
                args = (target.statement, one.outcome.statement, base.statement)
                if reading := from_base(*args, known):
                    return evolve(one, reading=reading)
        return None


def _nearness(one: Candidate) -> tuple[bool, float, bool, bool, int]:
    is_other_measure, is_other_time = one.reading is None, one.timing is not Timing.SAME
    place = one.outcome.order
    return one.outcome.is_start, -one.likeness, is_other_measure, is_other_time, place


def _is_nameable(one: Candidate) -> bool:
    """Return whether it is the same thing told in another way, not a like name."""
    exact = {Evidence.SAME_INDICATOR, Evidence.SAME_WORDING}
    if exact & set(one.evidence):
        return True
    same_units = same_kind(one.target.statement.unit, one.outcome.statement.unit)
    is_contained = Evidence.CONTAINED_WORDING in one.evidence
    return one.likeness >= _NAMED and (is_contained or same_units)


def _unknown(target: Subject, gap: Gap, reason: str, near: Sequence[Candidate]) -> Pair:
    others: tuple[Statement, ...] = tuple(
        one.outcome.statement for one in near if one.likeness >= _WORTH_A_LOOK
    )
    return Pair(
        target=target.statement, gap=gap, reason=reason, alternatives=others[:_MOST]
    )
