"""A ledger → the value that holds for every level, and the words to speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from attrs import frozen

from paitou.figures.derived import amount
from paitou.figures.ledger import Ledger
from paitou.figures.vintages import current
from paitou.indicators import Additivity, Catalogue, Indicator
from paitou.model import Figure, Issue, Level, Measure, Period

Levels = Mapping[Period, Figure]


@frozen(slots=False)
class Board:
    """The latest levels by indicator, definition, organisation and period."""

    ledger: Ledger
    catalogue: Catalogue

    @cached_property
    def levels(self) -> Mapping[tuple[str, str], Mapping[str, Levels]]:
        """Return the levels by indicator and definition, then by organisation."""
        found: dict[tuple[str, str], dict[str, Levels]] = {}
        for (indicator, org, measure, definition), series in self.ledger:
            if measure is Measure.LEVEL:
                held = _held(series.by_period)
                found.setdefault((indicator, definition), {})[org] = held
        return found

    def orgs(self, indicator_id: str, definition: str = "") -> Mapping[str, Levels]:
        """Return the levels of an indicator by organisation."""
        return self.levels.get((indicator_id, definition), {})

    def at(
        self, indicator_id: str, org: str, period: Period, definition: str = ""
    ) -> Figure | None:
        """Return a level; a stock's may be that of any period with the same end."""
        levels = self.orgs(indicator_id, definition).get(org)
        if levels is None:
            return None
        if (found := levels.get(period)) is not None:
            return found
        known = self.catalogue.get(indicator_id)
        if known is None or known.additivity is not Additivity.STOCK:
            return None
        return self._ends(indicator_id, definition)[org].get(period.last_month)

    def _ends(
        self, indicator_id: str, definition: str
    ) -> Mapping[str, Mapping[int, Figure]]:
        key = (indicator_id, definition)
        if key not in self._by_end:
            self._by_end[key] = {
                org: {p.last_month: f for p, f in sorted(levels.items(), reverse=True)}
                for org, levels in self.orgs(*key).items()
            }
        return self._by_end[key]

    @cached_property
    def _by_end(self) -> dict[tuple[str, str], Mapping[str, Mapping[int, Figure]]]:
        return {}

    def known(self, indicator_id: str) -> Indicator | None:
        """Return what is known of an indicator."""
        return self.catalogue.get(indicator_id)

    def title(self, figure: Figure) -> str:
        """Return what a figure speaks of: 昆明市2023年常住人口."""
        places = self.ledger.places
        known = self.catalogue.get(figure.indicator_id)
        name = known.name if known else figure.indicator
        growth = "增速" if figure.measure is Measure.GROWTH else ""
        org = places.name(places.key(figure.org))
        return f"{org}{figure.period.label}{name.removesuffix(growth)}{growth}"

    def issue(
        self, code: str, figures: Iterable[Figure], message: str, remedy: str
    ) -> Issue:
        """Return an issue about figures; a hint where one of them settles nothing."""
        involved = tuple(figures)
        settled = all(figure.state.can_settle for figure in involved)
        places = list(dict.fromkeys(figure.where for figure in involved if figure.where))
        more = f"等{len(places)}处" if len(places) > 3 else ""
        return Issue(
            code=code,
            level=Level.WARNING if settled else Level.HINT,
            message=message,
            remedy=remedy,
            where="；".join(places[:3]) + more,
        )


def told(figure: Figure) -> str:
    """Return a value with the place where it stands: 868万人（a.csv 第3行）."""
    return f"{amount(figure)}（{figure.where}）" if figure.where else amount(figure)


def plain(value: Decimal, places: int) -> str:
    """Return a computed number without more decimals than it is worth."""
    return f"{value.quantize(Decimal(1).scaleb(-places)):f}"


def _held(by_period: Mapping[Period, tuple[Figure, ...]]) -> Levels:
    held = {}
    for period, vintages in by_period.items():
        figure = vintages[0] if len(vintages) == 1 else current(vintages)
        if figure is not None and isinstance(figure.value, Decimal):
            held[period] = figure
    return held
