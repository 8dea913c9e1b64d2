"""`paitou import-figures`: tables of figures as they were sent → files of a folder."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import define, evolve, field, frozen

from paitou.cli.options import PATH
from paitou.cli.output import write_file
from paitou.cli.plan_table import issue_lines
from paitou.model import Figure, Issue, Level, UnreadableFile, UsageError

if TYPE_CHECKING:
    from paitou.figures.columns.names import Namer
    from paitou.figures.reading import Defaults
    from paitou.tables import Sheet

_PLACE, _RATES = "figures", "rates.csv"
_SHOWN = 20
_HELP = """\
把各单位报来的数据表读进工作文件夹的 figures/，一行一个数。

Read tables of figures into a folder. 长表、指标采集表、县区×指标等宽表都能读，
有几张工作表就读几张；只增加行，不改动已有的行，同一个数不重复加；读不懂的逐格说明。

\b
例：
  paitou import-figures kunming/ 主要指标.xlsx --source 昆统〔2024〕3号
  paitou import-figures kunming/ 官渡区.xlsx 盘龙区.xlsx --state 已报 --known-on 2024-01-20
"""


@click.command("import-figures", help=_HELP)
@click.argument("folder", metavar="文件夹", type=PATH)
@click.argument("sheets", metavar="表格…", type=PATH, nargs=-1, required=True)
@click.option("--state", default="", help="数据状态，表里没写的按它，如 已报、快报。")
@click.option("--source", default="", help="来源或文号，表里没写的按它。")
@click.option("--known-on", default="", help="公布日期，表里没写的按它。")
@click.option("--definition", default="", help="口径，表里没写的按它。")
@click.option("--dry-run", is_flag=True, help="只检查，不写入。")
def import_figures_command(
    folder: Path, sheets: tuple[Path, ...], *, dry_run: bool, **said: str
) -> int:
    """Add the figures of the sheets and return the exit status."""
    from paitou.figures.columns.names import Namer

    shelf = _Shelf(folder=folder, namer=Namer(_catalogue(folder)))
    defaults = _defaults(**said)
    intakes = [shelf.intake(path, defaults) for path in sheets]
    if shown := _lines(issue for intake in intakes for issue in intake.issues):
        click.echo(shown, err=True)
    for target, text in shelf.texts.items() if not dry_run else ():
        target.parent.mkdir(exist_ok=True)
        write_file(partial(Path.write_bytes, data=text), target)
    for intake in intakes:
        click.echo(intake.told(dry_run=dry_run))
    return int(any(i.level is Level.ERROR for intake in intakes for i in intake.issues))


@frozen(kw_only=True)
class _Intake:
    """What became of one table."""

    target: str
    added: int
    known: int
    issues: tuple[Issue, ...]

    def told(self, *, dry_run: bool) -> str:
        """Return it in one sentence."""
        refused = sum(issue.level is Level.ERROR for issue in self.issues)
        done = "将新增" if dry_run else "新增"
        return (
            f"{self.target}：{done} {self.added} 个数，已有 {self.known} 个，"
            f"没有采用 {refused} 处"
        )


@define(kw_only=True)
class _Shelf:
    """The figures of a folder; `texts` is what its files will hold."""

    folder: Path
    namer: Namer
    texts: dict[Path, bytes] = field(factory=dict)
    _keys: set[tuple[str, ...]] | None = None
    _faults: dict[Path, tuple[Issue, ...]] = field(factory=dict)

    def intake(self, path: Path, defaults: Defaults) -> _Intake:
        """Take a table in, without writing yet.

        Raises:
            UsageError: the table, or the file that it would be added to, cannot be read.
        """
        from paitou.figures.reading import figure_key

        target = self.folder / _PLACE / f"{path.stem.strip('. ')}.csv"
        if target.resolve() == path.resolve() or target.name == _RATES:
            raise UsageError(f"“{path.name}”不能导入成它自己或汇率表，请换一个文件名再导入")
        known = self._known()
        _check_sound(target, self._faults.get(target, ()))
        figures, issues = self._read(path, defaults)
        fresh: dict[tuple[str, ...], Figure] = {}
        for figure in figures:
            if (key := figure_key(figure)) not in known:
                fresh.setdefault(key, figure)
        known.update(fresh)
        if fresh:
            self.texts[target] = _grown(self._old(target), fresh.values())
        return _Intake(
            target=f"{_PLACE}/{target.name}",
            added=len(fresh),
            known=len(figures) - len(fresh),
            issues=issues,
        )

    def _read(
        self, path: Path, defaults: Defaults
    ) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
        from paitou.figures.currency import NO_RATES
        from paitou.figures.reading import read_with

        read = [
            read_with(sheet, self.namer, NO_RATES, defaults) for sheet in _sheets_of(path)
        ]
        figures = tuple(figure for found, _ in read for figure in found)
        return figures, tuple(issue for _, issues in read for issue in issues)

    def _known(self) -> set[tuple[str, ...]]:
        """Return the keys of all figures in the folder's files, read once."""
        from paitou.figures.reading import Defaults, figure_key

        if self._keys is None:
            self._keys = set()
            for path in sorted((self.folder / _PLACE).glob("*.csv")):
                if path.name != _RATES:
                    figures, issues = self._read(path, Defaults())
                    self._faults[path] = issues
                    self._keys.update(map(figure_key, figures))
        return self._keys

    def _old(self, target: Path) -> bytes:
        if target in self.texts:
            return self.texts[target]
        return target.read_bytes() if target.exists() else b""


def _catalogue(folder: Path):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from paitou.indicators import load_indicators, standard

    if not folder.is_dir():
        raise UsageError(f"没有“{folder}”这个文件夹，请先用 paitou new 新建")
    own = folder / "indicators.toml"
    return standard().extended(load_indicators(own)[0]) if own.exists() else standard()


def _defaults(*, state: str, source: str, known_on: str, definition: str) -> Defaults:
    from paitou.figures.columns.times import day_of
    from paitou.figures.reading import Defaults
    from paitou.figures.states import state_of

    found = state_of(state) if state else None
    if state and found is None:
        raise UsageError(f"不认识数据状态“{state}”，可写 预计、已报、确认、快报、最终核实")
    day: dt.date | None = None
    if known_on:
        try:
            day = day_of(known_on)
        except ValueError as error:
            raise UsageError(f"--known-on：{error}，写成 2024-01-20") from error
    return Defaults(state=found, source=source, known_on=day, definition=definition)


def _sheets_of(path: Path) -> Iterator[Sheet]:
    from paitou.tables import read_table, sheet_names

    names = sheet_names(path)
    for name in names:
        sheet = read_table(path, name or None)
        yield evolve(sheet, file=f"{sheet.file}“{name}”") if len(names) > 1 else sheet


def _check_sound(path: Path, issues: Iterable[Issue]) -> None:
    """Refuse to add to figures of which some cannot be read: nobody could tell them apart.

    Raises:
        UsageError: a row of the file is not read.
    """
    wrong = [issue for issue in issues if issue.level is Level.ERROR]
    if wrong:
        raise UsageError(
            f"{_PLACE}/{path.name} 里有读不懂的内容"
            f"（{wrong[0].where}：{wrong[0].message}），没有写入，请先改正"
        )


def _grown(old: bytes, figures: Iterable[Figure]) -> bytes:
    """Return the bytes of the file with lines for the figures after those it has.

    Raises:
        UsageError: the file has other columns than the long form.
    """
    from paitou.figures.writing import figure_lines, head_line

    if not old:
        # Excel takes a CSV without the mark for GBK.
        return (head_line() + figure_lines(figures)).encode("utf-8-sig")
    encoding, text = _decoded(old)
    if text.partition("\n")[0].strip() != head_line().strip():
        raise UsageError(
            "figures/ 里已有同名的文件，列和标准的长表不同，不能往后加，"
            "请把它或要导入的表改个名字"
        )
    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    gap = "" if text.endswith("\n") else end
    return old + (gap + figure_lines(figures, end)).encode(encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    for encoding in ("utf-8", "gb18030"):
        try:
            return encoding, data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("figures/ 里同名文件的编码无法识别，请另存为 UTF-8")


def _lines(issues: Iterable[Issue]) -> str:
    """Return one line a fault; of many alike the first, and how many more there are."""
    counts: Counter[str] = Counter()
    shown: list[Issue] = []
    for issue in issues:
        counts[issue.code] += 1
        if counts[issue.code] <= _SHOWN:
            shown.append(issue)
    more = [
        f"  另有 {n - _SHOWN} 处同类问题（{code}）"
        for code, n in counts.items()
        if n > _SHOWN
    ]
    return "\n".join(part for part in (issue_lines(shown), *more) if part)
