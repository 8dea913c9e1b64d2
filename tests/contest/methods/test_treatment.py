import numpy as np
import pytest

from paitou.contest.methods import Limits, shape, treat, treat_column
from paitou.model import UsageError

NAN = float("nan")


def test_a_quiet_column_is_left_alone():
    column = np.arange(20.0)
    done = treat_column(column)
    assert done.values.tolist() == column.tolist()
    assert (done.moved, done.logged) == (0, False)


def test_one_wild_cell_moves_to_the_next_value():
    column = np.append(np.arange(20.0), [NAN, 400])
    done = treat_column(column)
    assert done.values[-1] == 19
    assert done.high.tolist() == [False] * 21 + [True]
    assert np.isnan(done.values[20])
    assert not done.before.passes(Limits())
    assert done.after.passes(Limits())


def test_the_low_end_is_treated_alike():
    column = np.append(np.arange(20.0), -400)
    assert treat_column(column).low.tolist() == [False] * 20 + [True]


def test_what_too_many_cells_bend_becomes_logarithms():
    column = np.exp(np.linspace(0, 12, 40))
    done = treat_column(column, Limits(cells=2))
    assert done.logged
    span = column.max() - column.min()
    wanted = np.log(column - column.min() + 0.01 * span)
    np.testing.assert_allclose(done.values, wanted)


def test_a_column_of_noughts_with_one_value_does_not_stop():
    """Zero-inflated columns make the published loop fail."""
    done = treat_column([0.0] * 30 + [7.0])
    assert done.logged
    assert np.isfinite(done.values).all()


def test_what_has_no_shape_is_refused():
    for column in ([1, 1, 1, 1, 1], [1, 2, 3], [NAN] * 5):
        with pytest.raises(UsageError):
            shape(column)
    with pytest.raises(UsageError, match="第2个指标"):
        treat([[1, 5], [2, 5], [3, 5], [4, 5]])
