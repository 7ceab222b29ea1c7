"""Names in Latin letters before a title (Anna Lee院长), and what is rather a firm."""

from __future__ import annotations

from kgnews.expressions import expression

_LATIN_END = expression(r"[A-Z][A-Za-z.'’\-·]*(?: [A-Z][A-Za-z.'’\-]*)*$")
FIRMS = ("Limited", "Ltd", "Inc", "Corp", "Corporation", "Company", "Group", "University", "Co", "Bank", "Institute", "Press")


def latin_start(norm: str, floor: int, end: int) -> int:
    """Where the name in Latin letters begins that ends at ``end``, or ``end``: it has two capitals or more, and small letters."""
    found = _LATIN_END.search(norm, floor, end)
    if found is None or found[0].endswith(FIRMS):
        return end
    cased = sum(one.isupper() for one in found[0]) > 1 and any(one.islower() for one in found[0])
    return found.start() if cased else end
