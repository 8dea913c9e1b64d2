"""Make `python -m paitou` the same as `paitou`."""

from paitou.cli import main

if __name__ == "__main__":
    main()
