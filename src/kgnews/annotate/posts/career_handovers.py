"""Posts that pass from one person to the next: 法定代表人由甲变更为乙, 甲辞去总经理职务，由乙接任."""

from __future__ import annotations

from kgnews.annotate.posts.career_verbs import CareerVerbs
from kgnews.annotate.posts.career_words import HANDED, LEFT, SUCCEEDED
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.records import Mention, Span

_NO_BODY = ("变更", "更换", "公司", "企业", "该公司", "该企业")
_FIRM = ("公司", "集团", "银行", "分行", "支行", "企业", "合伙）", "中心", "学校", "协会", "基金会")


class CareerHandovers(CareerVerbs):
    """Reads who leaves a post and who takes it."""

    def _handed_over(self, chain: Chain, before: str, sentence: Span) -> bool:
        """法定代表人由甲变更为乙: of the body in the chain, or the one that the sentence names before."""
        match = HANDED.match(self.norm, chain.end, sentence.end)
        if match is None or len(chain.slots) > 1:
            return False
        taker, giver = ("new", "old") if match["new"] else ("next", "left")
        came = self._named(*match.span(taker))
        gone = self._named(*match.span(giver)) if match[giver] else None
        if came is None or (match[giver] and gone is None):
            return False
        slot = chain.slots[0]
        named = slot.body is not None and self.norm[slot.body.start : slot.body.end] not in _NO_BODY
        slot.body = slot.body if named else self._firm_before(chain.start, sentence)
        if slot.body is None:
            return False
        if gone is not None:
            self._give(gone, chain, "former", "post-removed")
        self._give(came, chain, "appointed", "post-appointed")
        return True

    def _named(self, start: int, end: int) -> Mention | None:
        """The one person whose name, perhaps with a title, fills ``[start, end)``."""
        told = next((one for one in self.people if one.outer.start <= start and end in (one.end, one.outer.end)), None)
        told = told or next((one for one in self.people if start <= one.outer.start and end in (one.end, one.outer.end)), None)
        if told is not None and (told.start == start or told.outer.start == start):
            return told
        people = self.names_in(start, end)
        return people[0] if len(people) == 1 and people[0].start == start and people[0].end == end else None

    def _firm_before(self, at: int, sentence: Span) -> Span | None:
        """The one company that the sentence names before ``at``."""
        found = [
            one
            for one in self.passage.mentions
            if one.label == "Organization" and sentence.start <= one.start and one.end <= at and one.form.endswith(_FIRM)
        ]
        outer = [one for one in found if not any(o is not one and o.start <= one.start and one.end <= o.end for o in found)]
        names = {one.name or one.form for one in outer if len(one.form) > 3}
        return Span(outer[-1].start, outer[-1].end) if len(names) == 1 and len(outer[-1].form) > 3 else None

    def _same_post(self, chain: Chain, sentence: Span) -> Span | None:
        """The body of the same title told before in the sentence (甲县县长调任…，县长一职由乙接任)."""
        told = [one for person in self.reader.told for one in person.chains] + [one for one, _ in self.handed]
        slots = [slot for one in told for slot in one.slots if sentence.start <= slot.title.start < chain.start and slot.body]
        head = chain.slots[0].title.head
        return next((slot.body for slot in reversed(slots) if slot.title.head == head), None)

    def succeed(self) -> None:
        """Give posts that somebody left to who takes them over, told in the same sentence behind."""
        if not any(word in self.norm for word in ("接任", "接替", "继任", "接棒")):
            return
        for match in SUCCEEDED.finditer(self.norm):
            sentence = self.reader.chains.sentence(match.start())
            left = self._left_post(sentence.start, match.start())
            came = self._named(*match.span("who")) if left else None
            if left is not None and came is not None:
                self._give(came, left, "appointed", "post-appointed")

    def _left_post(self, start: int, end: int) -> Chain | None:
        """The last chain in ``[start, end)`` that its holder leaves."""
        told = [(chain, False) for one in self.reader.told for chain in one.chains]
        chains = [(chain, gone) for chain, gone in told + self.handed if start <= chain.start and chain.end <= end]
        if not chains:
            return None
        chain, gone = max(chains, key=lambda one: one[0].end)
        own = all(slot.status != "former" for slot in chain.slots)
        return chain if own and (gone or LEFT.search(self.norm, chain.end, end)) else None
