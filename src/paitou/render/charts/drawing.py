"""A specification → SVG, PNG or PDF, remembered by what it says."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from paitou.model import InternalError
from paitou.render.charts.spec import Spec

_TAG = re.compile(r"<[^<>]*>")  # words have their < and > escaped
#: Roles and names of single marks: the picture has one description.
_NOISE = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"')
_LONG_NUMBER = re.compile(r"(-?\d+\.\d\d)\d+")


def draw_svg(spec: Spec) -> str:
    """Return an SVG that may stand in a page: no style, script, id or outside reference."""
    return _svg(spec.json, spec.width, spec.height, spec.description)


def draw_png(spec: Spec, scale: float = 2) -> bytes:
    """Return a PNG of `scale` dots to a unit."""
    return _png(draw_svg(spec), scale)


def draw_pdf(spec: Spec) -> bytes:
    """Return a PDF of one page, its words as text."""
    return _pdf(draw_svg(spec))


# vl_convert is imported in the process that draws: after a fork of one that has drawn,
# the first drawing of the child never ends.
@lru_cache(maxsize=256)
def _svg(vega_lite: str, width: int, height: int, description: str) -> str:
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(vega_lite, allowed_base_urls=[])
    root, marks = _TAG.match(drawn), _TAG.sub(_plain_tag, drawn)
    if root is None:
        raise InternalError("图表引擎没有返回 SVG。")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(description)}">{marks[len(_plain_tag(root)) :]}'
    )


def _plain_tag(tag: re.Match[str]) -> str:
    return _LONG_NUMBER.sub(r"\1", _NOISE.sub("", tag[0]))


@lru_cache(maxsize=64)
def _png(svg: str, scale: float) -> bytes:
    import vl_convert

    return vl_convert.svg_to_png(svg, scale=scale)


@lru_cache(maxsize=64)
def _pdf(svg: str) -> bytes:
    import vl_convert

    return vl_convert.svg_to_pdf(svg)
