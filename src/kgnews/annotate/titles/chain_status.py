"""What stands in front of a body and is no part of its name: words of status (前央行行长), and a name that its rank follows."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Title
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import Names
from kgnews.expressions import expression

_LED = expression(r"[^，。；、]{0,8}[由与和对同向](?=前(?![沿海进锋线端期]))")  # 公司由|前高通中国区总裁


def behind_status(bodies: Bodies, norm: str, start: int, end: int) -> tuple[int, str]:
    """Where the body of ``[start, end)`` begins behind 前 or 原, and "former"; as it was, and "", where it has no such word."""
    led = _LED.match(norm, start, end)
    if led and end - led.end() > 1:
        start = led.end()
    return (start + 1, "former") if norm[start : start + 1] in ("前", "原") and _was(bodies, norm, start, end) else (start, "")


def _was(bodies: Bodies, norm: str, start: int, end: int) -> bool:
    """前中央电视台主持人, 原云图科技副总裁: 前 and 原 where no word or place begins with them (前海, 原子能)."""
    if bodies.place_prefix(norm[start + 1 : end]):
        return True
    return end - start > 2 and not has_word(norm[start : start + 2]) and not bodies.place_prefix(norm[start:end])


def is_named(names: Names, title: Title, extra: str) -> bool:
    """北京大学|熊跃根|教授: what stands between a body and a rank is a name that no list knows, not a part of the title."""
    surname = names.surname_at(extra, 0) if 1 < len(extra) < 5 else 0
    return title.head in ("教授", "副教授", "研究员") and surname > 0 and len(extra) - surname in (1, 2) and not has_word(extra)
