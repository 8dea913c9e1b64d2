"""The text of a review.toml → the review it holds, with every fault of the file."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from paitou.model import Decision, Issue, Merge, Milestone, Subject
from paitou.review import values as read
from paitou.review.deciding import read_addition, read_decision
from paitou.review.entry import Entry, fault_issues
from paitou.review.fields import ASSIGNMENT_KEYS, COMMITMENT_KEYS, STATEMENT_KEYS
from paitou.review.review import Review
from paitou.review.toml_text import TomlText, parse_toml

_DECIDED = ("verdict", "quote", "note")
_KNOWN = {
    Subject.STATEMENT: frozenset((*_DECIDED, *STATEMENT_KEYS, *ASSIGNMENT_KEYS)),
    Subject.COMMITMENT: frozenset((*_DECIDED, *COMMITMENT_KEYS, *ASSIGNMENT_KEYS)),
    Subject.TASK: frozenset((*_DECIDED, *ASSIGNMENT_KEYS)),
}
_ADDED = _KNOWN[Subject.STATEMENT] | set(COMMITMENT_KEYS) | {"id", "occurrence", "section"}
_ADDED -= {"verdict"}
_MILESTONE = frozenset({"task", "statement", "what", "due", "org", "done", "note"})
_MERGE = frozenset({"into", "names", "note"})
_TOP = ("statement", "commitment", "task", "add", "merge", "milestone")


def read_review(text: str, file: str = "review.toml") -> tuple[Review, tuple[Issue, ...]]:
    """Return the review; of a broken text, whatever of it can be read."""
    toml = parse_toml(text)
    reader = _Reader(file=file, toml=toml, issues=list(fault_issues(toml, file)))
    reader.check_top()
    review = Review(
        decisions=(*reader.decisions(), *reader.additions()),
        merges=tuple(reader.merges()),
        milestones=tuple(reader.milestones()),
    )
    return review, tuple(reader.issues)


@define(kw_only=True)
class _Reader:
    file: str
    toml: TomlText
    issues: list[Issue] = field(factory=list)

    def check_top(self) -> None:
        """Note every table that means nothing."""
        self._top().check_keys(frozenset(_TOP))

    def _top(self) -> Entry:
        return self._entry((), self.toml.data)

    def _entry(self, path: tuple[str, ...], data: read.TomlValue, nth: int = 0) -> Entry:
        return Entry(
            file=self.file,
            toml=self.toml,
            path=path,
            data=data,
            nth=nth,
            issues=self.issues,
        )

    def decisions(self) -> Iterator[Decision]:
        for subject in Subject:
            for entry in self._keyed(subject.value):
                entry.check_keys(_KNOWN[subject])
                yield read_decision(entry, subject)

    def additions(self) -> Iterator[Decision]:
        seen: dict[str, str] = {}
        for entry in self._listed("add", _ADDED):
            added = read_addition(entry)
            if added is not None and added.id in seen:
                message = f"{entry.name} 与 {seen[added.id]} 是同一条增补，以前面的为准"
                entry.note(
                    "review-duplicate", message, "删去一条；若确是两处，写明 occurrence"
                )
            elif added is not None:
                seen[added.id] = entry.where
                yield added

    def merges(self) -> Iterator[Merge]:
        for entry in self._listed("merge", _MERGE):
            into, names = entry.text("into"), entry.get("names", read.texts) or ()
            if entry.require("into", "names") and into and names:
                note = entry.text("note")
                yield Merge(into=into, names=names, note=note, where=entry.where)

    def milestones(self) -> Iterator[Milestone]:
        for entry in self._listed("milestone", _MILESTONE):
            due, what = entry.get("due", read.due), entry.text("what")
            subject = Subject.STATEMENT if "statement" in entry.data else Subject.TASK
            if entry.require(subject.value, "what", "due") and what and due is not None:
                yield Milestone(
                    subject=subject,
                    id=entry.text(subject.value),
                    what=what,
                    due=due,
                    org=entry.text("org"),
                    done_on=entry.get("done", read.day),
                    note=entry.text("note"),
                    where=entry.where,
                )

    def _keyed(self, name: str) -> Iterator[Entry]:
        """Yield the tables under [name.<id>]."""
        tables = self.toml.data.get(name, {})
        if not isinstance(tables, dict):
            self._misshapen(name, f"[{name}.编号]")
            return
        for key, data in tables.items():
            entry = self._entry((name, key), data if isinstance(data, dict) else {})
            if isinstance(data, dict):
                yield entry
            else:
                self._misshapen(name, f"[{name}.编号]")

    def _listed(self, name: str, known: frozenset[str]) -> Iterator[Entry]:
        """Yield the tables under [[name]]."""
        rows = self.toml.data.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._misshapen(name, f"[[{name}]]")
            return
        for nth, data in enumerate(rows):
            entry = self._entry((name,), data, nth)
            entry.check_keys(known)
            yield entry

    def _misshapen(self, name: str, shape: str) -> None:
        message = f"{name} 应写成 {shape} 开头的一段，现在的写法没有采用"
        self._top().note("review-wrong-value", message, f"每一条写成 {shape}", name)
