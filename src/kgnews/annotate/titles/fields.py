"""Titles that name several fields of work, joined by 、 or 和: 英国|大学、科研和创新大臣, 华光公司|全球政策和沟通总监."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage, Title
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_MINISTERS = frozenset(("大臣", "国务大臣", "部长"))
_LISTED = expression(r"[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,6})+(?:和|与|及|以及)[\u4e00-\u9fff]{2,8}")
_PAIR = expression(r"[\u4e00-\u9fff]{2,8}[和与及][\u4e00-\u9fff]{2,6}")
_BOARD = frozenset(("总监", "主管", "总裁", "总经理", "经理", "负责人", "官", "首席执行官"))
_FIRM = ("公司", "集团", "银行", "总部", "基金会")
_FARTHEST = 36


def ministry(bodies: Bodies, passage: Passage, title: Title, floor: int) -> tuple[int, int]:
    """Where the country begins and ends before the listed fields of a minister's title; ``(0, 0)`` where they are not told so."""
    norm, left = passage.norm, title.left
    floor = max(floor, left - _FARTHEST)
    if title.head not in _MINISTERS or norm.find("、", floor, left) < 0 or norm[left - 1] in "部署":
        return 0, 0
    for at in range(floor, left - 8):
        size = bodies.place_prefix(norm[at:left])
        if norm[at : at + size] in bodies.countries and _LISTED.fullmatch(norm, at + size, left):
            return (at, at + size) if not _titled(passage, at, left) else (0, 0)
    return 0, 0


def board(bodies: Bodies, passage: Passage, title: Title, floor: int) -> int:
    """Where the fields of a manager's title begin, right behind the firm; 0 where they are not told so."""
    norm, left = passage.norm, title.left
    floor = max(floor, left - 16)
    if title.head not in _BOARD or not any(one in norm[floor:left] for one in "和与及"):
        return 0
    joint = next(
        (at for at in range(floor, left) if norm[at] in "和与及" and at in passage.word_at and at + 1 in passage.word_at), 0
    )
    for at in range(floor + 1, joint - 1):
        firm = norm.endswith(_FIRM, floor, at) or any(
            norm[at - size : at] in bodies.brands for size in (2, 3, 4) if at - size >= floor
        )
        if firm and at in passage.word_at and _PAIR.fullmatch(norm, at, left) and not _titled(passage, at, left):
            plain = not any(bodies.suffix_of(part) in bodies.safe and bodies.suffix_of(part) for part in _halves(norm[at:left]))
            return at if plain else 0
    return 0


def _halves(text: str) -> list[str]:
    return text.replace("与", "和").replace("及", "和").split("和")


def _titled(passage: Passage, start: int, end: int) -> bool:
    """Whether another title stands in ``[start, end)``."""
    return any(start <= one.left < end for one in passage.titles)
