"""Training data of M3 and Tourism → the shipped table of usual errors.

    python benchmarks/outlook_errors.py > src/paitou/outlook/data/errors.tsv

Only the training parts are read. Of each, the window before the test is forecast from
histories cut to several lengths, as short as those that plans have.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np  # noqa: TID253

from outlook_series import FILES, Floats, earlier, read_series
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
    names = [name for name, _, _ in FILES]
    print(f"# {'、'.join(names)}: 训练部分检验期之前一段的预测误差÷通常变动，")
    print("# 列：年或季、从几年历史起、第几期、laws.PROBABILITIES 各分位数")
    for kind, period in PERIODS.items():
        for since, law in table(names, period).items():
            for step, quantiles in enumerate(law, start=1):
                told = "\t".join(f"{q:.3f}" for q in quantiles)
                print(f"{kind}\t{since}\t{step}\t{told}")
    return 0


def table(names: Sequence[str], period: int) -> dict[float, list[Floats]]:
    """Return the quantiles of errors of each length of history, a row a step."""
    cuts = CUTS[next(kind for kind, each in PERIODS.items() if each == period)]
    return {
        since: _law(names, period, length or 0, length or int(since * period))
        for since, length in cuts.items()
    }


def _law(names: Sequence[str], period: int, length: int, least: int) -> list[Floats]:
    files = [each for each in FILES if each[0] in names and each[1] == period]
    most = max(horizon for _, _, horizon in files)
    errors: list[Floats] = []
    for name, _, horizon in files:
        for one in earlier(read_series(name), horizon).values():
            if len(one.history) >= least:
                cut = one.history[-length:]
                row = np.full(most, np.nan)
                middle, _ = centre_path(cut, horizon, period)
                row[:horizon] = (one.actual - middle) / usual_change(cut, period)
                errors.append(row)
    together = np.array(errors)
    return [error_quantiles(together[:, step]) for step in range(most)]


if __name__ == "__main__":
    sys.exit(main())
