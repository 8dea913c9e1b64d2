"""A system → what HiGHS makes of it in floating point: a guess, for exact work to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from paitou.consistency.system import System

if TYPE_CHECKING:
    import highspy
    from highspy._core import _Highs

#: Without presolve the last basis is one of the whole system; 6 is the strategy of getIis
#: that takes rows from the LP and drops what can go (2 alone left more than needed).
_OPTIONS: dict[str, bool | int | str] = {
    "output_flag": False,
    "presolve": "off",
    "threads": 1,
    "iis_strategy": 6,
}


@frozen(kw_only=True)
class Guess:
    """What a solver in floating point found.

    Attributes:
        core: targets and facts that seem to contradict each other, empty if none do.
        resting: the variables that rest at 0.
        at_lo, at_hi: the constraints that rest at a bound.
    """

    core: frozenset[str]
    resting: frozenset[str]
    at_lo: frozenset[str]
    at_hi: frozenset[str]


def guess(system: System) -> Guess | None:
    """Return what HiGHS makes of it, None where it is not installed or has no answer."""
    try:
        import highspy
        from highspy._core import (
            _Highs,
        )  # what Highs wraps; Highs prints a banner when made
    except ImportError:
        return None
    solver = _Highs()
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    if solver.passModel(_model(system)) == highspy.HighsStatus.kError:
        return None
    solver.run()
    basis = solver.getBasis()
    if not basis.valid:
        return None
    status = highspy.HighsBasisStatus
    columns = dict(zip(system.variables, basis.col_status, strict=True))
    rows = {c.name: at for c, at in zip(system.constraints, basis.row_status, strict=True)}
    return Guess(
        core=_core(system, solver),
        resting=frozenset(x for x, at in columns.items() if at != status.kBasic),
        at_lo=frozenset(name for name, at in rows.items() if at == status.kLower),
        at_hi=frozenset(name for name, at in rows.items() if at == status.kUpper),
    )


def _model(system: System) -> highspy.HighsLp:
    import highspy
    import numpy as np

    variables = system.variables
    column = {x: place for place, x in enumerate(variables)}
    lengths = [len(c.terms) for c in system.constraints]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(variables), len(lengths)
    lp.col_cost_ = np.zeros(len(variables))
    lowest = 0.0 if system.nonnegative else -highspy.kHighsInf
    lp.col_lower_ = np.full(len(variables), lowest)
    lp.col_upper_ = np.full(len(variables), highspy.kHighsInf)
    inf = highspy.kHighsInf
    lp.row_lower_ = np.array(
        [-inf if c.lo is None else float(c.lo) for c in system.constraints]
    )
    lp.row_upper_ = np.array(
        [inf if c.hi is None else float(c.hi) for c in system.constraints]
    )
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *lengths])
    terms = [term for c in system.constraints for term in c.terms]
    lp.a_matrix_.index_ = np.array([column[x] for x, _ in terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([float(weight) for _, weight in terms])
    return lp


def _core(system: System, solver: _Highs) -> frozenset[str]:
    import highspy

    if solver.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        return frozenset()
    status, found = solver.getIis()
    if status != highspy.HighsStatus.kOk:
        return frozenset()
    rows = (system.constraints[place] for place in found.row_index_)
    return frozenset(c.name for c in rows if not c.is_hard)
