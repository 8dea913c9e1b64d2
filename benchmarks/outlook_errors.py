"""Training data of M3 and Tourism → the shipped table of usual errors.

    python benchmarks/outlook_errors.py > src/paitou/outlook/data/errors.tsv

Only the training parts are read. Of each, the window before the test is forecast from
histories cut to several lengths, as short as those that plans have.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np  # noqa: TID253

from outlook_series import FILES, earlier, read_series
from paitou.outlook.centre import centre_path
from paitou.outlook.laws import error_quantiles
from paitou.outlook.usual import usual_change

#: From so many years of history on → the number of figures that stands for them; None is
#: everything there is.
CUTS = {
    "year": {1: 1, 2: 2, 3: 3, 4: 5, 6: None},
    "quarter": {0.25: 2, 1: 6, 2: 10, 3: 14, 4: None},
}
PERIODS = {"year": 1, "quarter": 4}


def main() -> int:
    """Print the table."""
    names = "、".join(name for name, _, _ in FILES)
    print(
        f"# {names}: 训练部分检验期之前一段的预测误差÷通常变动，分位数见 laws.PROBABILITIES"
    )
    for kind, cuts in CUTS.items():
        for since, length in cuts.items():
            for step, quantiles in enumerate(_law(kind, length, since), start=1):
                told = "\t".join(f"{q:.3f}" for q in quantiles)
                print(f"{kind}\t{since}\t{step}\t{told}")
    return 0


def _law(kind: str, length: int | None, since: float) -> Iterator[np.ndarray]:
    period = PERIODS[kind]
    least = length or int(since * period)
    errors: list[np.ndarray] = []
    most = max(h for _, p, h in FILES if p == period)
    for name, its_period, horizon in FILES:
        if its_period != period:
            continue
        for one in earlier(read_series(name), horizon).values():
            if len(one.history) >= least:
                cut = one.history[-(length or 0) :]
                row = np.full(most, np.nan)
                middle, _ = centre_path(cut, horizon, period)
                row[:horizon] = (one.actual - middle) / usual_change(cut, period)
                errors.append(row)
    together = np.array(errors)
    return (error_quantiles(together[:, step]) for step in range(most))


if __name__ == "__main__":
    sys.exit(main())
