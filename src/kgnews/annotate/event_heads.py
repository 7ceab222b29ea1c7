"""Head nouns of events (论坛, 座谈会, 大赛 …) and the words that stop a name, as one automaton."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from kgnews.records import Span
from kgnews.schema.terms import Terms

_NEVER_BEHIND = re.compile(
    r"(?:室|厅|中心|堂|馆|员|长(?![期达春沙江城久时])|纪要|主席团|场[地馆所次]|服(?!务)|教授|感|家(?!园)|力(?!量)|断|板|队|组委会|筹委会|"
    r"执委会|秘书处|报道组|基地|战(?!略)|计划|办公室|领导小组|指挥部|规则|资格|成绩|奖学金)"
)
_NOT_BEHIND = {
    last: re.compile(behind)
    for last, behind in {"会": "议|[员计谈见晤]", "展": "[开示现望出览]", "赛": "[事程道区场制况点]", "课": "[程堂题]"}.items()
}


class Heads:
    """Head nouns as one expression, with their kinds; the words that stop a name."""

    def __init__(self, terms: Terms) -> None:
        self.kinds = dict(terms["event_heads"])
        # An automaton, not an alternation: hundreds of heads take re 90 ms to compile and are tried one by one at each character.
        self.automaton = AhoCorasick(list(self.kinds))
        self.stops = frozenset(terms["event_stops"])
        self.plural = frozenset(word for word, value in terms["event_stops"].items() if value == "plural")

    def find(self, text: str) -> list[Span]:
        """The heads of ``text``, the longest at each place, none inside another; a word that goes on (会议室, 赛程) is none."""
        found: list[Span] = []
        matches = self.automaton.find_matches_as_indexes(text, overlapping=True)
        for _, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if (not found or start >= found[-1].end) and not self._goes_on(text, end):
                found.append(Span(start, end))
        return found

    @staticmethod
    def _goes_on(text: str, end: int) -> bool:
        own = _NOT_BEHIND.get(text[end - 1])
        return bool(_NEVER_BEHIND.match(text, end) or (own and own.match(text, end)))

    def ends_in(self, text: str) -> str:
        """The longest head that ``text`` ends in, ""."""
        return next((text[i:] for i in range(len(text)) if text[i:] in self.kinds), "")
