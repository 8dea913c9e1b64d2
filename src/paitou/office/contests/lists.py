"""A round → the lists by rule (先进、进位、提醒) and who speaks at the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.contest.explaining.gaps import gap_to_mean, next_place
from paitou.contest.explaining.words import behind_words
from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Honours, ListRule
from paitou.office.contests.numbers import movement, points_words
from paitou.office.contests.rounds import Choice


@frozen(kw_only=True)
class Listed:
    """One organisation on a list, with its group and why it is there."""

    org: str
    group: str
    words: str


@frozen(kw_only=True)
class HonoursList:
    """A list by rule; `tone` is praise, remind or warn."""

    name: str
    tone: str
    rule: str
    listed: tuple[Listed, ...]


@frozen(kw_only=True)
class Speech:
    """Who speaks, as what (交流发言, 表态发言), and what about."""

    kind: str
    org: str
    group: str
    reason: str
    points: tuple[str, ...]


@frozen(kw_only=True)
class Promise:
    """Who had to promise to do better in the round before, and how it went on."""

    org: str
    told: str


@frozen(kw_only=True)
class ListsPage:
    """The lists of a round, all of them internal until somebody approves them."""

    choice: Choice
    sentence: str
    lists: tuple[HonoursList, ...] = ()
    speeches: tuple[Speech, ...] = ()
    promises: tuple[Promise, ...] = ()


def lists_page(choice: Choice) -> ListsPage:
    """Return the lists; a round without any makes a page, too."""
    if choice.scored is None:
        return ListsPage(choice=choice, sentence="还没有可以计分的一期，这里先空着。")
    board = choice.board
    lists = tuple(_lists(board))
    return ListsPage(
        choice=choice,
        sentence=_sentence(board, lists),
        lists=lists,
        speeches=tuple(_speeches(board)),
        promises=tuple(_promises(choice)),
    )


def _lists(board: Scoreboard) -> Iterator[HonoursList]:
    groups = {group.id: group.name for group in board.rulebook.groups}
    for honours in board.rulebook.lists:
        yield HonoursList(
            name=honours.name,
            tone=honours.tone,
            rule=rule_words(board, honours),
            listed=tuple(
                Listed(org=n.org, group=_group(board, groups, n.org), words=n.words)
                for n in board.lists.get(honours.id, ())
            ),
        )


def _group(board: Scoreboard, groups: dict[str, str], org: str) -> str:
    score = board.of(org)
    return groups.get(score.group, "") if score else ""


def rule_words(board: Scoreboard, honours: Honours) -> str:
    """Return by what rule one comes onto the list."""
    item = board.rulebook.item(honours.by) if honours.by else None
    about = item.name if item else "总分"
    edge = "" if honours.threshold is None else f"{honours.threshold:f}"
    told = {
        ListRule.TOP: f"{about}在本组居前{_counts(board, honours)}",
        ListRule.BOTTOM: f"{about}在本组居末{_counts(board, honours)}",
        ListRule.RISEN: f"{about}比上期上升{edge or 1}位以上",
        ListRule.FALLEN: f"{about}比上期下降{edge or 1}位以上",
        ListRule.BELOW: f"{about}低于{edge}分",
        ListRule.ABOVE: f"{about}不低于{edge}分",
    }[honours.rule]
    gate = next((g.name for g in board.rulebook.gates if g.id == honours.gate), "")
    return f"{told}，并且{gate}" if gate else told


def _counts(board: Scoreboard, honours: Honours) -> str:
    names = {group.id: group.name for group in board.rulebook.groups}
    if not honours.counts:
        return f"{honours.count or 1}名"
    each = (f"{names.get(g, g)}{count}名" for g, count in honours.counts.items())
    return f"（{'、'.join(each)}）"


def _sentence(board: Scoreboard, lists: tuple[HonoursList, ...]) -> str:
    period = f"{board.period.label}，" if board.period else ""
    if not lists:
        return f"{period}考核办法没有规定名单。"
    told = (
        f"{one.name}{'、'.join(n.org for n in one.listed) if one.listed else '没有单位'}"
        for one in lists
    )
    return f"{period}{'；'.join(told)}。"


def _speeches(board: Scoreboard) -> Iterator[Speech]:
    """Yield the first of each group (交流发言), then the last (表态发言), never both."""
    first = tuple(_speakers(board, ListRule.TOP))
    for score in first:
        yield _speech(board, score, "交流发言")
    for score in _speakers(board, ListRule.BOTTOM):
        if score not in first:
            yield _speech(board, score, "表态发言")


def _speakers(board: Scoreboard, rule: ListRule) -> Iterator[OrgScore]:
    """Yield of every group the first that a list of this rule names."""
    named = [
        each.org
        for honours in board.rulebook.lists
        if honours.rule is rule and not honours.by
        for each in board.lists.get(honours.id, ())
    ]
    for group in dict.fromkeys(score.group for score in board.scores):
        fit = [s for s in board.group(group) if s.org in named]
        if fit:
            yield fit[0] if rule is ListRule.TOP else fit[-1]


def _speech(board: Scoreboard, score: OrgScore, kind: str) -> Speech:
    groups = {group.id: group.name for group in board.rulebook.groups}
    decimals = board.rulebook.decimals
    got = "" if score.score is None else f"{points_words(score.score, decimals)}分"
    mean, nearest = gap_to_mean(board, score.org), next_place(board, score.org)
    strong = [part.name for part in mean.ahead[:3]]
    weak = [part.name for part in mean.behind[:3]]
    points = []
    if kind == "交流发言":
        points += [f"高于组平均最多的：{'、'.join(strong)}"] if strong else []
        points += [f"还低于组平均的：{'、'.join(weak)}"] if weak else []
    else:
        points += [f"低于组平均最多的：{'、'.join(weak)}"] if weak else []
        points += [behind_words(nearest).rstrip("。")] if nearest else []
    return Speech(
        kind=kind,
        org=score.org,
        group=groups.get(score.group, ""),
        reason=f"{got}，本组第{score.rank}名",
        points=tuple(points),
    )


def _promises(choice: Choice) -> Iterator[Promise]:
    before, board = choice.before, choice.board
    if before is None:
        return
    decimals = board.rulebook.decimals
    for old in _speakers(before, ListRule.BOTTOM):
        new = board.of(old.org)
        if new is None or new.score is None or old.score is None:
            yield Promise(org=old.org, told="本期不计分")
            continue
        apart = new.score - old.score
        way = f"得分{'多' if apart > 0 else '少'}{points_words(abs(apart), decimals)}"
        moved = movement(old.rank, new.rank).words
        told = (
            f"上期{points_words(old.score, decimals)}分、第{old.rank}名，本期"
            f"{points_words(new.score, decimals)}分、"
            f"{f'第{new.rank}名' if new.rank else '不排名'}，"
            f"{way if apart else '得分相同'}"
        )
        yield Promise(org=old.org, told=f"{told}，名次{moved}" if moved else told)
