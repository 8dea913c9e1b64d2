"""A folder of plain files → a book; a plan → a folder to begin with."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import define, evolve, field, frozen

from paitou.compile import compile_document
from paitou.consistency.plan.assuming import read_assumptions
from paitou.indicators import Catalogue, load_indicators, standard
from paitou.indicators.relation_reading import load_relations
from paitou.model import (
    Book,
    Document,
    Figure,
    Issue,
    Level,
    Org,
    PageKind,
    Period,
    Plan,
    PlanPeriod,
    Publicity,
    Rulebook,
    UnreadableFile,
    UsageError,
)
from paitou.review import (
    apply,
    check_quotas,
    parse_toml,
    read_breakdown,
    read_orgs,
    read_review,
    starting_files,
    unknown_orgs,
)
from paitou.review.entry import Entry, fault_issues
from paitou.review.values import TomlValue, text
from paitou.tables import Sheet, read_table, sheet_names
from paitou.text import read_document
from paitou.text.view import fold
from paitou.tracking.settings import check_tracking, read_tracking

if TYPE_CHECKING:  # only a book with a contest pays for its readers
    from paitou.contest.fields.records import Records

_SUFFIXES = (".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".doc", ".wps")
_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".et"})
_RELEASE = "release"
_SETTINGS = frozenset({"title", "plan", "period", "parent_task", "simulated", _RELEASE})
_PAGES = frozenset(kind.value for kind in PageKind)
_LARGEST = 10 * 1024 * 1024
_DEEPEST = 3

Rows = TypeVar("Rows")


@frozen(kw_only=True)
class _Settings:
    title: str = ""
    plan: str = ""
    period: PlanPeriod | None = None
    parent_task: str = ""
    simulated: bool = False
    release: tuple[tuple[PageKind, Publicity], ...] = ()


def load(folder: Path | str) -> Book:
    """Return the book in a folder, its child books included.

    Raises:
        UsageError: there is no such folder, or no plan in it that can be read. Every other
            fault is an issue of the book.
    """
    try:
        return _load(Path(folder), 0)
    except OSError as error:
        raise UsageError(f"打不开“{folder}”({error.strerror})，请检查路径和权限") from error


def new_folder(folder: Path | str, plan_file: Path | str) -> tuple[Path, ...]:
    """Make a folder ready to work in and return its files; all of it or nothing is made.

    Raises:
        UsageError: the folder is not empty or cannot be made, or the plan cannot be read.
    """
    folder, plan_file = Path(folder).resolve(), Path(plan_file)
    try:
        _check_vacant(folder)
        plan = compile_document(read_document(plan_file))
        name = f"plan{plan_file.suffix.lower()}"
        folder.parent.mkdir(parents=True, exist_ok=True)
        _fill(folder, plan_file, name, starting_files(plan, name))
    except OSError as error:
        raise UsageError(
            f"建不了文件夹“{folder}”({error.strerror})，请检查路径和写入权限"
        ) from error
    return tuple(sorted(folder.iterdir()))


def _load(folder: Path, depth: int) -> Book:
    if not folder.is_dir():
        kind = "是一个文件，不是文件夹" if folder.exists() else "不存在"
        raise UsageError(f"“{folder}”{kind}，请给出 paitou new 建立的文件夹")
    shelf = _Shelf(folder=folder)
    settings = shelf.settings()
    catalogue = shelf.catalogue()
    compiled = compile_document(shelf.document(settings), catalogue)
    review, found = read_review(shelf.text("review.toml"))
    plan, applied = apply(compiled, review, catalogue)
    quotas = shelf.table("breakdown.csv", read_breakdown)
    orgs = shelf.table("orgs.csv", read_orgs)
    figures = shelf.figures(catalogue)
    odd = _odd_figures(figures, orgs, settings.title or compiled.document.title, catalogue)
    rules, ruled = read_tracking(shelf.text("tracking.toml"))
    assumptions, assumed = read_assumptions(shelf.text("check.toml"))
    rulebooks = tuple(shelf.rulebooks())
    contest = shelf.contest()
    children = tuple(shelf.children(plan, depth))
    checked = unknown_orgs(review.decisions, quotas, orgs)
    checked += check_quotas(plan, quotas, orgs, catalogue)
    checked += check_tracking(rules, _statement_ids(plan), _org_names(orgs))
    faults = (*found, *applied, *ruled, *assumed, *checked, *odd)
    return Book(
        name=folder.resolve().name,
        title=settings.title or plan.document.title or folder.resolve().name,
        plan=plan,
        compiled=compiled,
        indicators=catalogue,
        decisions=review.decisions,
        merges=review.merges,
        quotas=quotas,
        milestones=review.milestones,
        orgs=orgs,
        figures=figures,
        tracking=rules,
        assumptions=assumptions,
        rulebooks=rulebooks,
        contest=contest,
        outlooks=shelf.outlooks(),
        is_simulated=settings.simulated,
        release=settings.release,
        parent_task=settings.parent_task,
        children=children,
        issues=(*compiled.issues, *shelf.issues, *faults),
    )


@define(kw_only=True)
class _Shelf:
    """The files of a folder; `issues` gathers what is wrong with them."""

    folder: Path
    issues: list[Issue] = field(factory=list)

    def settings(self) -> _Settings:
        """Return what book.toml says, nothing where it is not there."""
        toml = parse_toml(self.text("book.toml"))
        self.issues += fault_issues(toml, "book.toml")
        entry = Entry(
            file="book.toml", toml=toml, path=(), data=toml.data, issues=self.issues
        )
        entry.check_keys(_SETTINGS)
        return _Settings(
            title=entry.text("title"),
            plan=entry.text("plan"),
            period=entry.get("period", _period),
            parent_task=entry.text("parent_task"),
            simulated=bool(entry.get("simulated", _flag)),
            release=tuple(_release(entry)),
        )

    def catalogue(self) -> Catalogue:
        """Return the standard indicators, with the folder's own on top."""
        path = self.folder / "indicators.toml"
        if not path.exists():
            return standard()
        own, issues = load_indicators(path)
        known = standard().extended(own)
        relations, more = load_relations(path, known)
        self.issues += (*issues, *more)
        return known.related(relations)

    def document(self, settings: _Settings) -> Document:
        """Return the plan as it was read, for the years that the settings say."""
        document = read_document(self._plan_file(settings.plan))
        return evolve(document, period=settings.period or document.period)

    def text(self, name: str) -> str:
        """Return the text of a file; empty, with an issue, where it cannot be read."""
        path = self.folder / name
        if not path.exists():
            return ""
        try:
            return _decoded(path)
        except (OSError, UnreadableFile) as error:
            self._note("file-unreadable", str(error), "改正后重新装载", name)
            return ""

    def table(
        self,
        name: str,
        reader: Callable[[Sheet], tuple[tuple[Rows, ...], tuple[Issue, ...]]],
    ) -> tuple[Rows, ...]:
        """Return the rows of a table; none, with an issue, where it cannot be read."""
        if not (self.folder / name).exists():
            return ()
        try:
            rows, issues = reader(read_table(self.folder / name))
        except UnreadableFile as error:
            self._note("file-unreadable", str(error), "改正后重新装载", name)
            return ()
        self.issues += issues
        return rows

    def figures(self, catalogue: Catalogue) -> tuple[Figure, ...]:
        """Return the figures of every table in figures/, equal rows once."""
        shelf = self.folder / "figures"
        if not shelf.is_dir():
            return ()
        # Only a book with figures pays for their readers.
        from paitou.figures.currency import read_rates
        from paitou.figures.reading import read_figures

        rates = self.table("figures/rates.csv", lambda sheet: _alone(read_rates(sheet)))
        found: dict[str, Figure] = {}
        for path in sorted(shelf.iterdir()):
            if path.suffix.lower() in _TABLES and path.name != "rates.csv":
                for sheet in self._sheets(path):
                    figures, issues = read_figures(sheet, catalogue, *rates)
                    self.issues += issues
                    for figure in figures:
                        found.setdefault(figure.id, figure)
        return tuple(found.values())

    def _sheets(self, path: Path) -> Iterator[Sheet]:
        """Yield the tables of a file under the name that people find it by."""
        name = f"figures/{path.name}"
        try:
            for sheet in sheet_names(path):
                yield evolve(read_table(path, sheet), file=name)
        except UnreadableFile as error:
            self._note("file-unreadable", str(error), "改正后重新装载", name)

    def outlooks(self) -> tuple[object, ...]:
        """Return the outlooks that were kept in outlooks/, the earliest day first."""
        shelf = self.folder / "outlooks"
        if not shelf.is_dir():
            return ()
        from paitou.outlook.plan.keeping import read_kept

        names = sorted(path.name for path in shelf.iterdir() if path.suffix == ".csv")
        return tuple(
            row for name in names for row in self.table(f"outlooks/{name}", read_kept)
        )

    def rulebooks(self) -> Iterator[Rulebook]:
        """Yield the rulebooks of rulebooks/ in the order of their names."""
        shelf = self.folder / "rulebooks"
        if not shelf.is_dir():
            return
        from paitou.contest.formulas import added
        from paitou.contest.rulebooks import read_rulebook

        for path in sorted(shelf.glob("*.toml")):
            name = f"rulebooks/{path.name}"
            rulebook, issues = read_rulebook(self.text(name), name, added())
            self.issues += issues
            if rulebook is not None:
                yield rulebook

    def contest(self) -> Records | None:
        """Return what the tables of contest/ say, None where there are none."""
        shelf = self.folder / "contest"
        if not shelf.is_dir():
            return None
        from paitou.contest.fields.records import (
            Records,
            period_of_observation,
            read_events,
            read_tasks,
        )

        observed = [
            (period, evolve(sheet, file=f"contest/{path.name}"))
            for path in sorted(shelf.iterdir())
            if (period := period_of_observation(path.stem)) is not None
            for sheet in self.table(f"contest/{path.name}", lambda read: ((read,), ()))
        ]
        return Records(
            events=self.table("contest/events.csv", read_events),
            tasks=self.table("contest/quotas.csv", read_tasks),
            observations=tuple(observed),
        )

    def children(self, plan: Plan, depth: int) -> Iterator[Book]:
        """Yield the child books in order of their names."""
        shelves = self.folder / "children"
        if not shelves.is_dir():
            return
        for folder in sorted(shelves.iterdir()):
            if not folder.is_dir() or folder.name.startswith("."):
                continue
            if depth >= _DEEPEST:
                words = (f"专项方案套了 {_DEEPEST} 层以上，没有装载", "把它移到上一层")
                self._note("child-too-deep", *words, f"children/{folder.name}")
                return
            try:
                child = _load(folder, depth + 1)
            except UsageError as error:
                words = (f"专项方案没有装载：{error}", "改正后重新装载，或移走这个子文件夹")
                self._note("child-unreadable", *words, f"children/{folder.name}")
                continue
            yield self._linked(child, plan)

    def _linked(self, child: Book, plan: Plan) -> Book:
        """Return the child with the id of the task that asked for it."""
        wanted = fold(child.parent_task)
        if not wanted:
            return child
        for section in plan.sections:
            names = (section.number, section.title, section.number + section.title)
            if wanted in (section.id, *map(fold, names)):
                return evolve(child, parent_task=section.id)
        self._note(
            "child-task-unknown",
            f"专项方案“{child.title}”所落实的任务“{child.parent_task}”不在本方案中",
            "在它的 book.toml 里把 parent_task 改为本方案的任务编号",
            f"children/{child.name}/book.toml",
        )
        return child

    def _plan_file(self, named: str) -> Path:
        found = [self.folder / f"plan{suffix}" for suffix in _SUFFIXES]
        found = [path for path in found if path.is_file()]
        if named:
            path = self.folder / named
            if not path.is_file() or not path.resolve().is_relative_to(
                self.folder.resolve()
            ):
                raise UsageError(
                    f"“{self.folder}”里没有 book.toml 所说的方案文件“{named}”，"
                    "请把文件放进去，或改正 book.toml 的 plan"
                )
            return path
        if not found:
            raise UsageError(
                f"“{self.folder}”里没有方案原文，请放入 plan.txt(或 .md .docx .pdf .html)，"
                "或用 paitou new 新建文件夹"
            )
        if len(found) > 1:
            names = "、".join(path.name for path in found)
            words = (
                f"有几份方案原文({names})，用的是 {found[0].name}",
                "在 book.toml 里写明 plan",
            )
            self._note("plan-ambiguous", *words, "book.toml", Level.WARNING)
        return found[0]

    def _note(
        self, code: str, message: str, remedy: str, where: str, level: Level = Level.ERROR
    ) -> None:
        self.issues.append(
            Issue(code=code, level=level, message=message, remedy=remedy, where=where)
        )


def _alone(
    read: tuple[Rows, tuple[Issue, ...]],
) -> tuple[tuple[Rows, ...], tuple[Issue, ...]]:
    """Return what was read of a table that holds one thing, as the only one of its rows."""
    return (read[0],), read[1]


def _odd_figures(
    figures: tuple[Figure, ...], orgs: tuple[Org, ...], title: str, catalogue: Catalogue
) -> tuple[Issue, ...]:
    if not figures:
        return ()
    from paitou.figures import Ledger, Places
    from paitou.figures.checks import check_figures

    return check_figures(Ledger(figures, Places.of(orgs, title)), catalogue)


def _statement_ids(plan: Plan) -> frozenset[str]:
    return frozenset(statement.id for statement in plan.statements)


def _org_names(orgs: tuple[Org, ...]) -> frozenset[str]:
    return frozenset(name for org in orgs for name in (org.code, org.name, *org.aliases))


def _release(settings: Entry) -> Iterator[tuple[PageKind, Publicity]]:
    """Yield who may be shown which page, as [release] says."""
    pages = settings.get(_RELEASE, _table)
    if pages is None:
        return
    entry = evolve(settings, path=(_RELEASE,), data=pages)
    entry.check_keys(_PAGES)
    for kind in PageKind:
        level = entry.get(kind.value, _publicity)
        if level is not None:
            yield kind, level


def _publicity(value: TomlValue) -> Publicity:
    return Publicity.named(text(value))


def _table(value: TomlValue) -> dict[str, TomlValue]:
    if isinstance(value, dict):
        return value
    raise ValueError("应写成单独的一段 [release]")


def _flag(value: TomlValue) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("只能写 true 或 false")


def _period(value: TomlValue) -> PlanPeriod:
    if isinstance(value, dict) and set(value) == {"start", "end"}:
        value = f"{value['start']}-{value['end']}"
    period = Period.parse(text(value))
    if period.part:
        raise ValueError("应写成 { start = 2023, end = 2025 }")
    return PlanPeriod(start=period.year, end=period.last)


def _decoded(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise UnreadableFile(f"“{path.name}”超过 10 MB，不像是人写的，没有采用")
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(f"“{path.name}”的编码无法识别，请另存为 UTF-8")


def _check_vacant(folder: Path) -> None:
    if folder.is_file():
        raise UsageError(f"“{folder}”是一个文件，请另给一个文件夹名")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(
            f"文件夹“{folder}”不是空的，为免覆盖已有内容没有改动，请另给一个文件夹名"
        )


def _fill(folder: Path, plan_file: Path, name: str, files: dict[str, str]) -> None:
    """Write beside the goal, then move there in one step."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".paitou-") as made:
        draft = Path(made) / folder.name
        draft.mkdir()
        shutil.copyfile(plan_file, draft / name)
        for file, words in files.items():
            encoding = "utf-8-sig" if file.endswith(".csv") else "utf-8"
            (draft / file).write_text(words, encoding=encoding, newline="\n")
        if not folder.exists():
            draft.rename(folder)
            return
        for path in sorted(draft.iterdir()):  # it may be where the caller stands
            path.rename(folder / path.name)
