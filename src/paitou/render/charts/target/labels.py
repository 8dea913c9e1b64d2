"""A plot → the words beside its marks, each where it covers nothing."""

from __future__ import annotations

from itertools import pairwise

from paitou.render.charts.glyphs import STATES
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.placing import Box
from paitou.render.charts.sheet import Ink
from paitou.render.charts.target.back import gap_places
from paitou.render.charts.target.plot import Plot
from paitou.render.charts.target.values import DUTY, REQUIRED, UNPUBLISHED, Point, ordered
from paitou.render.charts.theme import GREY


def name_gaps(plot: Plot) -> None:
    """Write 未发布 into each gap: as low as it is free, upright where it is narrow."""
    ink = plot.sheet.small(align="center")
    for left, right in gap_places(plot):
        fits = width_of(UNPUBLISHED, ink.size) <= right - left
        lines = (UNPUBLISHED,) if fits else tuple(UNPUBLISHED)
        step, middle = ink.size * 1.15, (left + right) / 2
        half = width_of(lines[0], ink.size) / 2
        tall, bottom = step * len(lines), plot.frame.bottom
        tops = [bottom - tall - i * 4 for i in range(int((bottom - plot.frame.top) / 4))]
        spots = [Box(middle - half, top, middle + half, top + tall) for top in tops]
        box = plot.room.place(spots) or spots[0]
        for i, line in enumerate(lines):
            plot.sheet.write(line, middle, box.top + step * (i + 0.5), ink)


def name_target(plot: Plot) -> list[str]:
    """Write the words of the lines; return those that found no room."""
    chart = plot.chart
    lines = ((chart.target, chart.target_words), (chart.stretch, chart.stretch_words))
    return [
        words
        for value, words in lines
        if value is not None
        and clean(words)
        and not _name_line(plot, plot.y_at(value), words)
    ]


def _name_line(plot: Plot, y: float, words: str) -> bool:
    size = plot.sheet.face.text
    lines = fold(words, size, (plot.frame.right - plot.frame.left) * 0.6, 2)
    wide, step = max(width_of(line, size) for line in lines), size * 1.3
    tall = step * len(lines)
    starts = [plot.frame.left + 4 + i * size for i in range(60)]
    starts = [x for x in starts if x + wide <= plot.frame.right] or starts[:1]
    tops = (y - tall - 3, y + 3)
    spots = [Box(x, top, x + wide, top + tall) for top in tops for x in starts]
    if (box := plot.room.place(spots)) is None:
        return False
    _clear(plot, box)
    for i, line in enumerate(lines):
        plot.sheet.write(line, box.left, box.top + step * (i + 0.5), Ink(size=size))
    return True


def _clear(plot: Plot, box: Box) -> None:
    plot.sheet.clear((box.left, box.right), (box.top + 2, box.bottom - 2))


def label_points(plot: Plot) -> None:
    """Write the numbers, the weightiest first; the last one always."""
    points = ordered(plot.chart.reported)
    for point in _by_weight(points):
        is_last = point is points[-1]
        size = plot.sheet.face.text if is_last else plot.sheet.face.small
        words = plot.chart.words(point.value, plot.scale)
        look = STATES[point.state]
        ink = Ink(
            size=size, fill=look.ink if look.is_settled else GREY, bold=is_last,
            align="center",
        )  # fmt: skip
        spots = _spots(plot, point, width_of(words, size) * (1.05 if is_last else 1), size)
        box = plot.room.place(spots) or (spots[0] if is_last else None)
        if box:
            _clear(plot, box)
            plot.sheet.write(clean(words), *box.middle, ink)


def _spots(plot: Plot, point: Point, wide: float, size: float) -> list[Box]:
    """Above, below, right, left; then higher and lower."""
    (x, y), tall, gap = plot.place(point), size * 1.2, plot.sheet.face.dot + 2
    middles = [
        (x, y - gap - tall / 2),
        (x, y + gap + tall / 2),
        (x + gap + wide / 2 + 1, y),
        (x - gap - wide / 2 - 1, y),
        *((x + side * wide * 0.5, y + up * (gap + tall * 0.5))
          for up in (-1, 1) for side in (1, -1)),
        (x, y - gap - tall), (x, y + gap + tall),
    ]  # fmt: skip
    return [
        Box(mx - wide / 2, my - tall / 2, mx + wide / 2, my + tall / 2)
        for mx, my in middles
    ]


def name_path(plot: Plot) -> None:
    """Say whether the path is a duty or computed."""
    points = ordered(plot.chart.path)
    if not points:
        return
    words, size = DUTY if plot.chart.path_is_duty else REQUIRED, plot.sheet.face.small
    wide, tall = width_of(words, size), size * 1.2
    spots = [  # a corner touches the line: free of it whether it rises or falls
        Box(mx - wide / 2, my - tall / 2, mx + wide / 2, my + tall / 2)
        for x, y in _stops([plot.place(point) for point in points])[::-1]
        for my in (y + tall / 2 + 3, y - tall / 2 - 3)
        for mx in (x + wide / 2 + 3, x - wide / 2 - 3)
    ]
    spots += [box for point in reversed(points) for box in _spots(plot, point, wide, size)]
    if box := plot.room.place(spots):
        _clear(plot, box)
        plot.sheet.write(words, *box.middle, plot.sheet.small(align="center"))


def _by_weight(points: list[Point]) -> list[Point]:
    """The last, the first, what is not final, then the newer; of many only these."""
    if not points:
        return []
    odd = [point for point in points if STATES[point.state].word]
    rest = points[::-1] if len(points) <= 16 else []
    weighty = [points[-1], points[0], *odd[::-1], *rest]
    return list({id(point): point for point in weighty}.values())


def _stops(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [
        (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        for a, b in pairwise(line)
        for part in (0.75, 0.25, 0.5)
    ]
