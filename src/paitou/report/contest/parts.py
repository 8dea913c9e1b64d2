"""The material of a 竞赛通报 → its parts: whole, ranks, items, extras and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from paitou.contest.formulas.wording import percent
from paitou.contest.results import OrgScore
from paitou.model import Honours, ListRule
from paitou.render.document import Block, Heading, Note, Paragraph
from paitou.report.contest.material import Material, share_of
from paitou.report.contest.tables import extra_table, item_table, rank_table
from paitou.report.contest.words import digits, points
from paitou.report.paper import chinese, day_words, named, titled

_MOST_NAMED = 8
_ENDS = 3
_INTERNAL = "内部，审定前不公开"
_RANK_NOTE = "注：升降与上期相比；“—”是没有前一名、没有上期得分或者上期不在本组，不是零。"
_ITEM_NOTE = (
    "注：各列最多三家，得分相同的一并列出，同一家不重复列；按缺数规则得分的不列入。"
)
_RULES = {
    ListRule.TOP: "名次居前",
    ListRule.BOTTOM: "名次居后",
    ListRule.RISEN: "名次上升",
    ListRule.FALLEN: "名次下降",
    ListRule.ABOVE: "得分不低于规定",
    ListRule.BELOW: "得分低于规定",
}


def contest_parts(material: Material) -> tuple[Block, ...]:
    """Return the text of the circular."""
    return (
        Paragraph(text=_opening(material)),
        Heading("一、总体情况"),
        *_overall(material),
        Heading("二、分组名次"),
        *_ranks(material),
        Heading("三、单项前三和后三"),
        *_items(material),
        Heading("四、加减分和一票否决"),
        *_extras(material),
        Heading("五、结果运用"),
        *_lists(material),
    )


def _opening(material: Material) -> str:
    simulated = "本通报数据全部为模拟数据。" if material.book.is_simulated else ""
    rulebook, groups = material.rulebook, material.groups
    split = "、".join(f"{name}{len(scores)}家" for _, name, scores in groups)
    who = f"参评单位{len(material.board.scores)}家"
    if len(groups) > 1:
        who += f"，分为{split}，各组单独排名"
    return (
        f"按照{material.named}，对落实{titled(material.book)}{material.period.label}的情况"
        f"计分排名。{who}；计分指标{len(rulebook.scored)}项，满分{rulebook.full:f}分。"
        f"只按截至{day_words(material.as_of)}已知的数据计分，此后修订的数不改变本期名次。"
        f"现将情况通报如下。{simulated}"
    )


def _overall(material: Material) -> Iterator[Block]:
    if not material.board.scores:
        yield Paragraph(text="没有参评单位，不作评价。")
        return
    for _, name, scores in material.groups:
        yield Paragraph(text=_group_words(material, name, scores))
    if told := _class_words(material):
        yield Paragraph(text=told)
    yield Paragraph(text=_moves_words(material))
    yield Paragraph(text=_item_words(material))
    yield Paragraph(text=_gap_words(material))


def _group_words(material: Material, name: str, scores: Sequence[OrgScore]) -> str:
    ranked = [one for one in scores if one.rank and one.score is not None]
    left = [one for one in scores if not one.rank]
    out = "".join(
        f"{one.org}不参加排名（{one.why_unranked or '没有写明原因'}）。" for one in left
    )
    if not ranked:
        return f"{name}没有参加排名的单位。{out}"
    decimals = material.rulebook.decimals
    marks = [one.score for one in ranked if one.score is not None]
    best, worst = max(marks), min(marks)
    if best == worst:
        told = f"{len(ranked)}家，得分都是{digits(best, decimals)}分"
        return f"{name}{told}。{out}"
    mean = sum(map(Fraction, marks), Fraction(0)) / len(marks)
    first = "、".join(one.org for one in ranked if one.score == best)
    last = "、".join(one.org for one in ranked if one.score == worst)
    return (
        f"{name}{len(ranked)}家平均{digits(mean, decimals)}分。"
        f"最高的{first}{digits(best, decimals)}分，"
        f"最低的{last}{digits(worst, decimals)}分，"
        f"首尾相差{digits(best - worst, decimals)}分。{out}"
    )


def _class_words(material: Material) -> str:
    classes = material.rulebook.classes
    if classes is None:
        return ""
    counts = Counter(one.class_name for one in material.board.scores)
    told = "、".join(
        f"{band.name}{counts[band.name]}家" for band in classes.bands if counts[band.name]
    )
    none = f"，不定等次{counts[None]}家" if counts[None] else ""
    return f"按得分定等次：{told or '没有定等次的单位'}{none}。"


def _moves_words(material: Material) -> str:
    if material.before is None:
        return "上期没有可以比较的得分，不比较升降。"
    up: list[tuple[int, str]] = []
    down: list[tuple[int, str]] = []
    same, unknown = 0, 0
    for score in material.board.scores:
        past = material.past(score)
        if past is None or past.rank is None or score.rank is None:
            unknown += 1
        elif past.rank == score.rank:
            same += 1
        else:
            places = past.rank - score.rank
            (up if places > 0 else down).append((abs(places), score.org))
    label = material.before.period.label if material.before.period else "上期"
    parts = [
        f"{verb}的{len(found)}家（{_moved(found)}）"
        for verb, found in (("名次上升", up), ("名次下降", down))
        if found
    ]
    parts += [f"持平的{same}家"] if same else []
    parts += [f"不能比较的{unknown}家"] if unknown else []
    return f"与{label}相比，{'，'.join(parts)}。"


def _moved(found: list[tuple[int, str]]) -> str:
    found.sort(key=lambda one: (-one[0], one[1]))
    return named([f"{org}{places}位" for places, org in found], _MOST_NAMED)


def _item_words(material: Material) -> str:
    shares = [
        (share, item.name)
        for item in material.rulebook.scored
        if item.weight
        and not item.is_on_top
        and (share := share_of(material.board.scores, item)) is not None
    ]
    if not shares:
        return "没有可以比较的单项得分。"
    shares.sort(key=lambda one: (-one[0], one[1]))
    count = min(_ENDS, (len(shares) + 1) // 2)
    best, worst = shares[:count], shares[count:][-_ENDS:]
    high = "、".join(f"{name}（{percent(share)}）" for share, name in best)
    low = "、".join(f"{name}（{percent(share)}）" for share, name in reversed(worst))
    rest = f"；得分率较低的是{low}" if low else ""
    return f"从单项看，全部参评单位合计得分率较高的是{high}{rest}。"


def _gap_words(material: Material) -> str:
    if not material.gaps:
        return "各项指标的数据齐全。"
    orgs = dict.fromkeys(score.org for score, _ in material.gaps)
    return (
        f"有{len(material.gaps)}处数据缺少（{named(orgs, _MOST_NAMED)}），"
        "得分按办法的缺数规则计算，不是实际数，逐处列在附件中。"
    )


def _ranks(material: Material) -> Iterator[Block]:
    if not material.board.scores:
        yield Paragraph(text="没有参评单位。")
    for number, (_, name, scores) in enumerate(material.groups, 1):
        yield Heading(f"（{chinese(number)}）{name}", 2)
        yield rank_table(material, scores)
    if material.board.scores:
        yield Note(_RANK_NOTE)


def _items(material: Material) -> Iterator[Block]:
    if not material.board.scores:
        yield Paragraph(text="没有参评单位。")
        return
    yield item_table(material)
    yield Note(_ITEM_NOTE)


def _extras(material: Material) -> Iterator[Block]:
    table = extra_table(material)
    if table:
        yield Paragraph(text=_extra_words(material))
        yield table
    else:
        yield Paragraph(text="本期没有登记加减分事项。")
    told = [
        f"{score.org}：{veto}" for score in material.board.scores for veto in score.vetoes
    ]
    if told:
        yield Paragraph(
            text=f"一票否决{len(told)}件，不改变得分：{'；'.join(told)}。",
        )
    elif material.rulebook.vetoes:
        yield Paragraph(text="本期没有登记一票否决事项。")
    else:
        yield Paragraph(text="办法没有规定一票否决。")


def _extra_words(material: Material) -> str:
    given = [extra.points for score in material.board.scores for extra in score.extras]
    plus = [one for one in given if one > 0]
    minus = [one for one in given if one < 0]
    parts = [
        f"{verb}{len(found)}件共{points(abs(sum(found, Fraction(0))))}"
        for verb, found in (("加分", plus), ("减分", minus))
        if found
    ]
    if idle := len(given) - len(plus) - len(minus):
        parts.append(f"登记而未计分{idle}件")
    return f"本期{'，'.join(parts)}，已计入得分。"


def _lists(material: Material) -> Iterator[Block]:
    lists = material.rulebook.lists
    for number, honours in enumerate(lists, 1):
        title = f"（{chinese(number)}）{honours.name}名单（{_INTERNAL}）"
        yield Heading(title, 2)
        yield Paragraph(text=_list_words(material, honours))
    if not lists:
        yield Paragraph(text="办法没有规定名单。")
    yield Paragraph(text=_NEXT)


def _list_words(material: Material, honours: Honours) -> str:
    rule = f"办法规定的条件：{_rule_words(material, honours)}。"
    found = material.board.lists.get(honours.id, ())
    if not found:
        moved = honours.rule in (ListRule.RISEN, ListRule.FALLEN)
        why = "上期没有可以比较的得分" if moved and not material.before else "没有单位符合"
        return f"{rule}本期{why}，名单为空。"
    told = "；".join(f"{one.org}（{one.words}）" for one in found)
    return f"{rule}本期{len(found)}家：{told}。"


def _rule_words(material: Material, honours: Honours) -> str:
    item = material.rulebook.item(honours.by)
    about = f"“{item.name}”" if item else "总分"
    parts = [f"{about}{_RULES[honours.rule]}"]
    if honours.threshold is not None:
        moved = honours.rule in (ListRule.RISEN, ListRule.FALLEN)
        parts.append(f"{honours.threshold:f}{'位及以上' if moved else '分'}")
    gate = next((one for one in material.rulebook.gates if one.id == honours.gate), None)
    told = "".join(parts)
    if counts := _counts(material, honours):
        told += f"，{counts}"
    return f"{told}，并且{gate.name}" if gate else told


def _counts(material: Material, honours: Honours) -> str:
    if honours.counts:
        pairs = honours.counts.items()
        return "、".join(f"{material.group_name(g)}{count}家" for g, count in pairs)
    return f"每组{honours.count}家" if honours.count is not None else ""


_NEXT = (
    "以上名单由办法的规则得出，须经数源部门核定数据、公示和异议处理、领导小组审定后生效；"
    "表扬、提醒和其他运用方式，办法没有写明的，由审定单位确定。"
)
