"""A seed and the story in yunze_maker/ → the made-up tables of the fictitious city 云泽市.

Run it as `python examples/make_yunze.py`: it writes the tables of yunze-2024/ and prints
the seed. Equal seeds give equal bytes. Nothing here comes from a real place.
"""

from __future__ import annotations

import sys
from pathlib import Path

from yunze_maker.places import HOME
from yunze_maker.rows import SEED
from yunze_maker.tables import tables


def main() -> None:
    """Write the tables and print the seed."""
    write_all(HOME, SEED)
    sys.stdout.write(f"种子 {SEED}，数据写在 {HOME.name}/\n")


def write_all(folder: Path, seed: int) -> None:
    """Write every table into a folder, which is made where it is not there."""
    for name, text in tables(seed).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
