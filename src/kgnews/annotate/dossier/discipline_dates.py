"""When each step of a case was taken: the date that stands before the words of the step, not one of another step."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from kgnews.annotate.dossier import when
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_FULL = expression(rf"(?P<date>{when.DATE})(?! ?(?:至|到|以来|—|－|-|出?生|参加工作|加入|入党|[出担历]?任|当选))")
# 4月, 9月3日 of a year told before; 同月, 同年4月.
_LATER = expression(
    r"(?<![\d年至到—\-])(?:同年|当年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?(?![\d至到—份\-])|同月"
)
# A month is that of what directly follows it; a day is that of the sentence.
_NEAR = expression(r"[，,]?[^，。；]{0,45}$")
# 2024年7月，甲给予某某开除党籍处分，乙给予其开除公职处分: both that month.
_ALSO = expression(r"(?:处分)?，(?:并)?(?:由)?[^，。；]{0,24}?(?:给予|对)其?")
_LOOSE = expression(r"日前|近日|此前|随后|之后|此后|后来|不久")


class Ordered:
    """Mentions in the order of their places, so that those of a sentence are found without looking at all others."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that begin in ``[start, end)``."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class StepDates:
    """The dates of one passage; ``days`` are the mentions of days that are known otherwise (3月6日 of the article's year)."""

    def __init__(self, norm: str, days: Iterable[Mention]) -> None:
        self.norm, self.days = norm, Ordered(days)

    def of(self, sentence: Span, steps: list[Span]) -> list[str]:
        """A date for each step of a sentence, in their order; "" where none is told of it."""
        told = self._told(sentence)
        found: list[str] = []
        floor = sentence.start
        for step in steps:
            value = next((iso for at, iso in reversed(told) if floor <= at < step.start and self._fits(at, iso, step.start)), "")
            between = self.norm[floor : step.start]
            if not value and found and not _LOOSE.search(between):
                also = _ALSO.fullmatch(between) is not None
                value = found[-1] if also or len(found[-1]) == 10 or not re.search(r"[，；]", between) else ""
            found.append(value)
            floor = max(floor, step.end)
        if told and not any(found) and len(told) == 1 and len(told[0][1]) == 10 and told[0][0] < steps[-1].end:
            found = [told[0][1]] * len(steps)
        return found

    def _fits(self, at: int, iso: str, step: int) -> bool:
        words = _FULL.match(self.norm, at) or _LATER.match(self.norm, at)
        end = words.end() if words else at
        return len(iso) == 10 or bool(_NEAR.match(self.norm[end:step]))

    def _told(self, sentence: Span) -> list[tuple[int, str]]:
        """The dates of a sentence with where they stand; months without a year are of the year told last."""
        found = {match.start(): when.iso(match["date"]) for match in _FULL.finditer(self.norm, *sentence)}
        found = {at: iso for at, iso in found.items() if len(iso) > 4}
        for mention in self.days.within(*sentence):
            if not any(at <= mention.start < at + 12 for at in found):
                found[mention.start] = mention.name
        line = self.norm.rfind("\n", 0, sentence.start) + 1
        earlier = [when.iso(match["date"]) for match in _FULL.finditer(self.norm, line, sentence.start)]
        for match in _LATER.finditer(self.norm, *sentence):
            if any(at <= match.start() < at + 12 for at in found):
                continue
            before = [found[at] for at in sorted(found) if at < match.start()] or earlier
            if before:
                found[match.start()] = self._later(match, before[-1])
        return sorted(found.items())

    def _later(self, match: re.Match[str], before: str) -> str:
        if match["month"] is None:  # 同月
            return before[:7]
        return f"{before[:4]}-{int(match['month']):02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
