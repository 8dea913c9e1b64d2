"""Wholes beside their parts, of places and of indicators → where they do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from paitou.figures.checks.board import Board, plain, told
from paitou.figures.derived import places_in
from paitou.figures.intervals import Interval, mean, total
from paitou.figures.measuring import same_kind
from paitou.figures.ratios import denominators, numerator_unit, share_factor
from paitou.indicators import Additivity, Dimension
from paitou.indicators.relations import Denominator, Relation, RelationKind
from paitou.model import Figure, Issue


def whole_issues(board: Board) -> Iterator[Issue]:
    """Yield where parts miss or exceed their whole, and shares their quotient."""
    yield from _place_issues(board)
    for relation in board.catalogue.relations:
        if relation.kind is RelationKind.SUM:
            yield from _sum_issues(board, relation)
        elif relation.kind is RelationKind.PART:
            yield from _part_issues(board, relation.parts[0], relation.whole)
        else:
            yield from _share_issues(board, relation)
            if _is_share_of_own(board, relation):
                yield from _part_issues(board, relation.numerator, relation.denominator)


@frozen(kw_only=True)
class _Added:
    """Parts beside a whole; `what` says of which parts."""

    whole: Figure
    parts: Sequence[Figure]
    is_complete: bool
    cannot_be_negative: bool
    code: str
    what: str


def _place_issues(board: Board) -> Iterator[Issue]:
    places = board.ledger.places
    for (indicator_id, definition), by_org in board.levels.items():
        known = board.known(indicator_id)
        if known is None or known.additivity is Additivity.NONE:
            continue
        if known.is_never_negative:
            yield from _above_issues(board, indicator_id, definition)
        for org, levels in by_org.items():
            within = places.summands(org)
            for period, whole in levels.items() if within else ():
                found = (board.at(indicator_id, o, period, definition) for o in within)
                parts = [figure for figure in found if figure]
                if parts:
                    yield from _added_issues(
                        board,
                        _Added(
                            whole=whole,
                            parts=parts,
                            is_complete=len(parts) == len(within),
                            cannot_be_negative=known.is_never_negative,
                            code="figure-sum-differs",
                            what=f"{len(parts)}个下级单位",
                        ),
                    )


def _above_issues(board: Board, indicator_id: str, definition: str) -> Iterator[Issue]:
    for org, levels in board.orgs(indicator_id, definition).items():
        for above in board.ledger.places.above(org):
            for period, part in levels.items():
                whole = board.at(indicator_id, above, period, definition)
                if whole and _exceeds(part, whole):
                    yield _exceeding(board, part, whole)


def _sum_issues(board: Board, relation: Relation) -> Iterator[Issue]:
    kinds = [board.known(part) for part in relation.parts]
    for org, levels in board.orgs(relation.whole).items():
        for period, whole in levels.items():
            found = (board.at(part, org, period) for part in relation.parts)
            parts = [figure for figure in found if figure]
            if parts:
                yield from _added_issues(
                    board,
                    _Added(
                        whole=whole,
                        parts=parts,
                        is_complete=len(parts) == len(relation.parts),
                        cannot_be_negative=all(k and k.is_never_negative for k in kinds),
                        code="figure-parts-differ",
                        what="、".join(_short(board, figure) for figure in parts),
                    ),
                )


def _added_issues(board: Board, added: _Added) -> Iterator[Issue]:
    whole, parts = added.whole, added.parts
    if not all(same_kind(part.unit, whole.unit) for part in parts):
        return
    beside, together = _sure(whole), total([_sure(part) for part in parts])
    if beside.meets(together):
        return
    exceeds = beside.is_below(together)
    if not added.is_complete and not (exceeds and added.cannot_be_negative):
        return
    places = max(places_in(figure, whole.unit) for figure in (whole, *parts))
    written = sum((_base(part) for part in parts), Decimal(0)) / whole.unit.scale
    assert isinstance(whole.value, Decimal)  # noqa: S101 (a board holds numbers only)
    gap = plain(abs(written - whole.value), places)
    where = parts[0].where
    yield board.issue(
        added.code if added.is_complete else "figure-part-exceeds",
        (whole, *parts),
        f"{board.title(whole)}{told(whole)}，而{added.what}合计"
        f"{plain(written, places)}{whole.unit.text}{f'（{where}等）' if where else ''}，"
        f"{'多' if exceeds else '少'}{gap}{whole.unit.text}，超出四舍五入",
        "核对各项的数值、单位、口径和是否同一批次；差额属实的，在备注里说明",
    )


def _part_issues(board: Board, part_id: str, whole_id: str) -> Iterator[Issue]:
    for org, levels in board.orgs(part_id).items():
        for period, part in levels.items():
            whole = board.at(whole_id, org, period)
            if whole and _exceeds(part, whole):
                yield _exceeding(board, part, whole)


def _exceeds(part: Figure, whole: Figure) -> bool:
    if _base(part) <= _base(whole):
        return False
    return same_kind(part.unit, whole.unit) and _sure(whole).is_below(_sure(part))


def _exceeding(board: Board, part: Figure, whole: Figure) -> Issue:
    return board.issue(
        "figure-part-exceeds",
        (part, whole),
        f"{board.title(part)}{told(part)}大于它所属的{board.title(whole)}{told(whole)}",
        "核对两个数的单位和口径，改正其中一个",
    )


def _share_issues(board: Board, relation: Relation) -> Iterator[Issue]:
    indicator, places = board.known(relation.whole), board.ledger.places
    for org, levels in board.orgs(relation.whole).items():
        for period, share in levels.items():
            part = board.at(relation.numerator, org, period)
            wholes = denominators(board.at, places, relation, org, period) if part else ()
            factor = share_factor(share.unit, indicator)
            if part is None or not factor or not any(_base(whole) for whole in wholes):
                continue
            if not same_kind(numerator_unit(share.unit, wholes[0].unit), part.unit):
                continue
            computed = _sure(part) / mean([_sure(whole) for whole in wholes])
            if not computed.scaled(factor * share.unit.scale).meets(_sure(share)):
                yield _share_issue(board, share, (part, *wholes), factor)


def _share_issue(
    board: Board, share: Figure, terms: tuple[Figure, ...], factor: Decimal
) -> Issue:
    part, *wholes = terms
    under = sum((_base(whole) for whole in wholes), Decimal(0)) / len(wholes)
    computed = plain(_base(part) / under * factor, places_in(share, share.unit) + 1)
    named = " ÷ ".join(
        f"{_short(board, figure)}{told(figure)}" for figure in (part, wholes[0])
    )
    mean = "（取两年平均）" if len(wholes) > 1 else ""
    return board.issue(
        "figure-share-differs",
        (share, *terms),
        f"{board.title(share)}{told(share)}，而{named}{mean}得{computed}{share.unit.text}",
        "核对三个数是否同一口径、同一批次，改正有误的一个",
    )


def _is_share_of_own(board: Board, relation: Relation) -> bool:
    result = board.known(relation.whole)
    return (
        relation.denominator_of is Denominator.SAME
        and result is not None
        and result.dimension is Dimension.SHARE
    )


def _sure(figure: Figure) -> Interval:
    return Interval.surely(figure) or Interval(None, None)


def _base(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)  # noqa: S101 (a board holds numbers only)
    return figure.value * figure.unit.scale


def _short(board: Board, figure: Figure) -> str:
    known = board.known(figure.indicator_id)
    return known.name if known else figure.indicator
