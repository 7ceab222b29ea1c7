"""From when and until when a post was held, where the words before it tell: 2012年3月至2015年任, 自2015年起担任."""

from __future__ import annotations

from kgnews.expressions import expression

_DATE = r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?"
_VERB = (
    r"(?:正式|开始|曾|先后|一直|又|再次|重新|全票|高票|被)*"
    r"(?:任命为|选举?为|聘为|任|担任|出任|就任|接任|升任|调任|转任|当选为?|兼任|受聘为?|获聘为?)(?:了|第[一二三四五六七八九十\d]+[任届])?$"
)
_TERM = expression(rf"{_DATE}(?:到|至|—|-|~){_DATE}(?:间|期间)?，?{_VERB}")
_SINCE = expression(rf"{_DATE}(?:起|以来|开始)?，?{_VERB}")
_REACH = 40


def told_term(norm: str, start: int) -> tuple[str, str]:
    """ISO dates, as precise as told, of the post whose words begin at ``start``; "" where none is told.

    Only a date right before the verb counts: one further off may be of another act.
    """
    before = norm[max(0, start - _REACH) : start]
    both = _TERM.search(before)
    if both:
        return _iso(both[1], both[2], both[3]), _iso(both[4], both[5], both[6])
    one = _SINCE.search(before)
    return (_iso(one[1], one[2], one[3]), "") if one else ("", "")


def _iso(year: str, month: str | None, day: str | None) -> str:
    parts = [year, *(f"{int(part):02d}" for part in (month, day) if part)]
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= 31):
        return year
    return "-".join(parts)
