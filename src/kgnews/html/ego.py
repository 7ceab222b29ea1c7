"""The neighbours of one entity as a still picture in SVG, for pages without script: rows on both sides, grouped by relation."""

from __future__ import annotations

import math

from kgnews.html.markup import Markup, tag
from kgnews.records import Node

Neighbour = tuple[str, str, str, tuple[str, str]]
_WIDTH, _ROW, _MOST, _LETTERS = 760, 26, 40, 15


def ego_picture(node: Node, neighbours: list[Neighbour]) -> Markup:
    """An SVG of at most 40 neighbours, each a link; neighbours are (address, name, relation, (shape, colour))."""
    shown = neighbours[:_MOST]
    if not shown:
        return Markup()
    half = math.ceil(len(shown) / 2)
    height = half * _ROW + 44
    parts = []
    for side, own in ((-1, shown[:half]), (1, shown[half:])):
        for at, neighbour in enumerate(own):
            y = height / 2 + (at - (len(own) - 1) / 2) * _ROW
            parts.append(_row(side, y, height / 2, neighbour))
    middle = tag("circle", cx=_WIDTH / 2, cy=height / 2, r=9, fill="currentColor")
    name = tag("text", _short(node.name), x=_WIDTH / 2, y=height / 2 + 26, text_anchor="middle", class_="halo big")
    rest = len(neighbours) - len(shown)
    more = tag("text", f"+{rest}", x=_WIDTH / 2, y=height - 4, text_anchor="middle") if rest else Markup()
    return tag(
        "svg", *parts, middle, name, more, viewBox=f"0 0 {_WIDTH} {height}", class_="ego", role="group", aria_label=node.name[:80]
    )


def _row(side: int, y: float, centre: float, neighbour: Neighbour) -> Markup:
    href, name, relation, (shape, color) = neighbour
    middle, end = _WIDTH / 2, _WIDTH / 2 + side * 175
    bend = middle + side * 85
    line = tag("path", d=f"M{middle} {centre:.1f}C{bend} {centre:.1f} {bend} {y:.1f} {end} {y:.1f}", class_="edge")
    word = tag(
        "text", relation, x=end - side * 14, y=round(y - 3, 1), text_anchor="end" if side > 0 else "start", class_="relation"
    )
    anchor = "start" if side > 0 else "end"
    text = tag("text", _short(name), x=end + side * 11, y=round(y + 4.5, 1), text_anchor=anchor)
    return Markup(line + word + tag("a", _mark(shape, color, end, y), text, href=href, aria_label=f"{relation} {name[:80]}"))


def _mark(shape: str, color: str, x: float, y: float) -> Markup:
    corners = {"dot": 0, "square": 4, "diamond": 4, "triangle": 3, "hexagon": 6, "star": 5, "triangleDown": 3}[shape]
    if not corners:
        return tag("circle", cx=x, cy=round(y, 1), r=6, fill=color)
    turn = {"square": math.pi / 4, "triangleDown": math.pi}.get(shape, 0.0)
    angles = (turn + at * 2 * math.pi / corners for at in range(corners))
    points = " ".join(f"{x + 7 * math.sin(angle):.1f},{y - 7 * math.cos(angle):.1f}" for angle in angles)
    return tag("polygon", points=points, fill=color)


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…"
