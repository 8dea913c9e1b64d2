"""The name of a rulebook and of data → what was scored, for each form of output."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from attrs import frozen

from paitou.contest.fields import field_of_sheet
from paitou.contest.playing import Played, latest_period, play_book
from paitou.contest.readings import Field
from paitou.contest.results import Scoreboard
from paitou.contest.rulebooks import preset, presets, read_rulebook_file
from paitou.contest.scoring import score
from paitou.model import Book, Issue, Period, Rulebook, UsageError
from paitou.tables import read_table

_ENDING = ".toml"
Named = tuple[Rulebook, tuple[Issue, ...]]


@frozen(kw_only=True)
class Scored:
    """A scoreboard, the one of the period before, and all that is to be said of them."""

    board: Scoreboard
    before: Scoreboard | None = None
    issues: tuple[Issue, ...] = ()
    is_simulated: bool = False


def score_table(name: str, path: Path, period: Period | None) -> Scored:
    """Return a wide table scored.

    Raises:
        UsageError: the rulebook or the table cannot be read.
    """
    rulebook, faults = rulebook_named(name)
    sheet = read_table(path)
    field, issues = field_of_sheet(rulebook, sheet, period)
    board = score(rulebook, field)
    return Scored(board=board, issues=(*faults, *issues, *board.issues))


def score_folder(name: str, folder: Path, period: Period | None, day: dt.date) -> Scored:
    """Return a period of a folder scored as it was known on a day.

    Raises:
        UsageError: the rulebook or the folder cannot be read, or has no figures.
    """
    from paitou.folder import load

    book = load(folder)
    rulebook, faults = rulebook_named(name, book)
    played = _played(rulebook, book, period, day)
    return Scored(
        board=played.board,
        before=played.before,
        issues=(*book.issues, *faults, *played.issues),
        is_simulated=book.is_simulated,
    )


def score_contest(
    rulebook: Rulebook | Path | str,
    data: Field | Book | Path | str,
    *,
    period: Period | None = None,
    as_of: dt.date | None = None,
) -> Scoreboard:
    """Return the scoreboard of a field, a book, a folder or a wide table.

    Args:
        rulebook: itself, its file, or the id of one in the folder or that ships.
        data: who takes part and what is known of them.
        period: of a book; the last that anything is known of where nobody says.
        as_of: of a book: the day as on which figures are known; None is all there are.

    Raises:
        UsageError: the rulebook or the data cannot be read, or there are no figures.
    """
    if isinstance(data, str | Path):
        if not Path(data).is_dir():
            found = _named(rulebook)
            return score(found, field_of_sheet(found, read_table(Path(data)), period)[0])
        from paitou.folder import load

        data = load(data)
    if isinstance(data, Field):
        return score(_named(rulebook), data)
    return _played(_named(rulebook, data), data, period, as_of or dt.date.max).board


def rulebook_named(name: str, book: Book | None = None) -> Named:
    """Return the rulebook in a file, of the book, or that ships under this id.

    Raises:
        UsageError: there is none, or nothing can be scored by it.
    """
    path = Path(name)
    if path.is_file():
        return _in_file(path)
    for rulebook in book.rulebooks if book else ():
        if rulebook.id == name:
            return rulebook, ()  # its faults are the book's
    if path.suffix.lower() == _ENDING:
        raise UsageError(f"没有“{name}”这个考核办法文件，请检查路径")
    own = [rulebook.id for rulebook in book.rulebooks] if book else []
    shipped = [each.id for each in presets()]
    if name not in shipped:
        known = "、".join([*own, *shipped])
        raise UsageError(f"没有“{name}”这个考核办法，可以写 .toml 文件，或：{known}")
    return preset(name), ()


def _named(rulebook: Rulebook | Path | str, book: Book | None = None) -> Rulebook:
    if isinstance(rulebook, Rulebook):
        return rulebook
    return rulebook_named(str(rulebook), book)[0]


def _played(rulebook: Rulebook, book: Book, period: Period | None, day: dt.date) -> Played:
    asked = period or latest_period(rulebook, book, day)
    if asked is None:
        title = f"《{rulebook.title}》"
        raise UsageError(f"“{book.title}”没有{title}所考指标的数据，请先导入数据")
    return play_book(rulebook, book, asked, day)


def _in_file(path: Path) -> Named:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"打不开“{path}”（{error.strerror}），请检查路径和权限") from error
    rulebook, issues = read_rulebook_file(data, path.name)
    if rulebook is None:
        why = issues[0].message if issues else "没有可用的指标"
        raise UsageError(f"考核办法“{path.name}”不能用：{why}")
    return rulebook, issues
