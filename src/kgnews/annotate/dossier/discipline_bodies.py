"""Which body took a step: in the words of the step, else nearest before it, of a kind that can take it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgnews.annotate.dossier.discipline_dates import Ordered
from kgnews.annotate.dossier.discipline_words import DECIDED, ORGAN, TOLD_BY, Step
from kgnews.annotate.dossier.houses import is_bare, own_part
from kgnews.annotate.dossier.territory import Territory
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_LEAD = expression(
    r"^.*?(?:上午|下午|正在|在|目前|接受|并|经|由|向|了|日前|近日|，|被|据|报|(?<=[院委局部会厅])和|日|一审|二审)(?=[\u4e00-\u9fff]{2,})"
)
_AGAIN = expression(r"^(?:正在|在|目前|接受|并|经|由|向|日前|近日|被|据|报|一审|二审)(?=[\u4e00-\u9fff]{2,})")
_WHOLE = expression(rf"{ORGAN}$")
_BARE = expression(r"(?:人民)?(?:法院|检察院)|检察机关|纪委监委|纪委|监委|党委|党组")
_OF_CASES = expression(r"纪委|监委|纪检|监察|法院|检察|公安|廉")
_COURT = expression(r"法院$")
_PROCURATORS = expression(r"检察|公安|廉|地检")
_DISCIPLINE = expression(
    r"纪委|监委|纪律|监察|纪检|党委|党组|工委|委$|委员会$|政府$|学校$|医院$|大学$|学院$|研究[院所]$|公司$|集团$|廉政公署|廉署|局$|常委会$"
)


class DecidingBodies:
    """Finds the bodies of one passage's cases; remembers the one named last."""

    def __init__(self, norm: str, territory: Territory, organizations: Iterable[Mention], house: str = "") -> None:
        self.norm, self.territory, self.house = norm, territory, house
        self.organizations = Ordered(organizations)
        self.last: tuple[Span, str] | None = None

    def of(self, step: Step, sentence: int) -> tuple[Span, str] | None:
        """The body that took ``step``; ``sentence`` is where the words about it begin."""
        if step.body is not None:
            return self._organ(step.body)
        found: tuple[Span, str] | None = None
        for match in DECIDED.finditer(self.norm, sentence, step.span.start + 2):
            if "报" in self.norm[match.start("body") - 1 : match.end("body")]:
                continue
            organ = self._organ(Span(*match.span("body")))
            if organ and _fits(organ[1], step.measure):
                found = organ
        if found is not None:
            self.last = found
            return found
        return self._told_by(step, sentence) or self._mentioned(step, sentence)

    def _told_by(self, step: Step, sentence: int) -> tuple[Span, str] | None:
        """据某纪委监委消息: who tells of an investigation leads it."""
        if step.measure != "investigated":
            return None
        told = list(TOLD_BY.finditer(self.norm, sentence, step.span.end)) or list(
            TOLD_BY.finditer(self.norm, max(0, sentence - 160), sentence)
        )
        return self._organ(Span(*told[-1].span("body"))) if told else None

    def _mentioned(self, step: Step, sentence: int) -> tuple[Span, str] | None:
        near = [
            m
            for m in self.organizations.within(sentence, step.span.start)
            if _fits(m.name or m.form, step.measure) and _OF_CASES.search(m.name or m.form)
        ]
        if not near:
            given = "给予" in self.norm[sentence : step.span.start]
            return self.last if self.last and given and _fits(self.last[1], step.measure) else None
        nearest = max(near, key=lambda m: m.start)
        if re.match(r"原|党组|党委", self.norm[nearest.end : nearest.end + 2]):
            return None
        span = Span(nearest.start, nearest.end)
        return self._organ(span) or (span, nearest.name or nearest.form)

    def _organ(self, span: Span) -> tuple[Span, str] | None:
        start, text = span.start, self.norm[span.start : span.end]
        lead = _LEAD.match(text)
        while lead and len(text) - lead.end() >= 2:
            start += lead.end()
            text = text[lead.end() :]
            lead = _AGAIN.match(text)
        if len(text) < 2 or not _WHOLE.match(text):
            return None
        if self.house and (is_bare(text) or (part := own_part(text, self.house))):
            return Span(start, span.end), self.house if is_bare(text) else self.house + part
        name = self._named_before(text, start) if _BARE.fullmatch(text) else self.territory.expand(text)
        return (Span(start, span.end), name) if name else None

    def _named_before(self, text: str, at: int) -> str:
        """法院: the court that the lines before it name."""
        named = [m.name or m.form for m in self.organizations.within(max(0, at - 300), at) if (m.name or m.form).endswith(text)]
        return named[-1] if named else text


def _fits(name: str, measure: str) -> bool:
    """Whether a body of this name can take the step."""
    court, procurators = bool(_COURT.search(name)), bool(_PROCURATORS.search(name))
    if measure in ("sentenced", "tried", "acquitted"):
        return court
    if measure in ("arrested", "prosecuted"):
        return procurators
    return bool(_DISCIPLINE.search(name)) and not court and (measure != "transferred" or not procurators)
