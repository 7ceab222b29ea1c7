"""Titles that do not stand beside their name: 当选, 任命…为, 免去…职务, 辞去, 曾任, 现任, and apposition."""

from __future__ import annotations

from bisect import bisect_left

from kgnews.annotate.base.document import Document
from kgnews.annotate.persons.parts import NATIONAL
from kgnews.annotate.posts.career_handovers import CareerHandovers
from kgnews.annotate.posts.career_words import (
    ABOUT,
    ADVERBS,
    AFTER,
    BY,
    COUNTED,
    GIVEN_TO,
    IN_FRONT,
    IN_OFFICE,
    IN_OR_FROM,
    LABELLED,
    LEFT,
    LINE_END,
    LONE,
    RENEWED,
    TERM,
    VITA,
    WHILE_IN,
)
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.records import Span


class CareerReader(CareerHandovers):
    """Attaches the chains of one passage that stand without a name beside them."""

    def run(self) -> None:
        """Each loose chain in turn; what nobody holds becomes a Post mention."""
        for chain in self.reader.loose:
            sentence = self.reader.chains.sentence(chain.start)
            if not self._attach(chain, sentence):
                self._post_mention(chain)
        self.succeed()

    def _attach(self, chain: Chain, sentence: Span) -> bool:
        if chain.slots[0].body is None and not chain.slots[0].extra:
            chain.start = chain.slots[0].title.start
        whole = self.norm[max(sentence.start, chain.start - 70) : chain.start]
        before = TERM.sub("", whole)
        self.edge = chain.start - len(whole) + len(before)
        ways = (
            self._named_as,
            self._handed_over,
            self._removed,
            self._in_front,
            self._verb,
            self._shared_out,
            self._held_by,
            self._in_office,
            self._counted,
            self._run_on,
            self._follows,
            self._apposition,
        )
        return any(read(chain, before, sentence) for read in ways)

    def _in_front(self, chain: Chain, before: str, sentence: Span) -> bool:
        """作为红河大学名誉院长，李四…; 在任甲市市长期间，李四…: the post stands before the clause of its holder."""
        match = IN_FRONT.search(before)
        while_in = WHILE_IN.match(self.norm, chain.end, sentence.end)
        if not match or not while_in or (match["period"] and not while_in["period"]):
            return False
        end = self.reader.finder.after(while_in.end(), sentence.end, least=1.2)
        if end == while_in.end():
            return False
        self._give(self.person(while_in.end(), end), chain, "former" if match["period"] else "", "post-held")
        return True

    def _shared_out(self, chain: Chain, before: str, sentence: Span) -> bool:
        """副主任由甲、乙担任; 主任、副主任分别由甲、乙担任."""
        match = GIVEN_TO.match(self.norm, chain.end, sentence.end)
        people = self.names_in(*match.span("who")) if match else []
        if match is None or not people:
            return False
        headline = self.reader.document.title.norm
        renewed = RENEWED.search(self.norm, max(0, sentence.start - 300), sentence.end) or RENEWED.search(headline)
        status = "appointed" if renewed else ""
        chain.slots[0].body = chain.slots[0].body or self._same_post(chain, sentence)
        if chain.slots[0].body is None and self.last is not None and chain.start - self.last[0] < 150:
            body, head = self.last[1], chain.slots[0].title.head
            local = len(head) == 2 and head[0] in "省市县区州镇乡村" and body.form[-1:] != head[0]
            if body.where == self.passage.where and body.end > body.start and not local:
                chain.slots[0].body = Span(body.start, body.end)
        if match["each"] and len(people) == len(chain.slots) > 1:
            for slot in chain.slots[1:]:
                slot.body = slot.body or chain.slots[0].body
            for person, slot in zip(people, chain.slots, strict=True):
                one = Chain([slot], chain.start, slot.title.end, chain.first, chain.last)
                self.parted.append(one)  # what is solved is remembered by the chain's identity, so it must live on
                self._give(person, one, status, "post-held")
            return True
        for person in people:
            self._give(person, chain, status, "post-held")
        return True

    def _held_by(self, chain: Chain, before: str, sentence: Span) -> bool:
        """新任局长是张三, 主任由李四担任."""
        match = BY.match(self.norm, chain.end, sentence.end)
        if not match:
            return False
        titled = next((one for one in self.people if one.outer.start == match.end() != one.outer.end - len(one.form)), None)
        if titled is not None and match[0][-1] in "为是":  # 团长为哲学院院长李四
            self._give(titled, chain, "", "post-held")
            return True
        end = self.reader.finder.after(match.end(), sentence.end, least=1.0)
        by = match[0].endswith("由")
        if end == match.end() or (by and self.norm[end : end + 2] not in ("担任", "出任", "接任", "兼任")):
            return False
        if not by and not AFTER.match(self.norm, end):
            return False
        self._give(self.person(match.end(), end), chain, "", "post-held")
        return True

    def _in_office(self, chain: Chain, before: str, sentence: Span) -> bool:
        """甲在乙市市长任上被查, 丙从丁公司总裁岗位离职."""
        match = IN_OFFICE.match(self.norm, chain.end, sentence.end)
        led = IN_OR_FROM.search(before) if match and chain.slots[0].body else None
        if match is None or led is None:
            return False
        end = self.edge - len(before) + led.start()
        end -= len(ADVERBS.search(before[: led.start()])[0])  # type: ignore[index]
        person = self.ending_at(end, sentence.start) or self.find_subject(chain.start, sentence)
        if person is None or person.end > end:
            return False
        self._give(person, chain, "former" if LEFT.search(match[0]) else "", "post-held")
        return True

    def _counted(self, chain: Chain, before: str, sentence: Span) -> bool:
        """甲、乙、丙三位副会长: each of the list."""
        match = COUNTED.search(before)
        if match is None or len(chain.slots) > 1:
            return False
        people = self.names_in(self.edge - len(before) + match.start("who"), self.edge - len(before) + match.end("who"))
        if len(people) != " 一两三四五六七八九".find(match["number"]):
            return False
        for person in people:
            self._give(person, chain, "", "post-held")
        return True

    def _run_on(self, chain: Chain, before: str, sentence: Span) -> bool:
        """主讲人：李四教授红河大学法学院院长: name, body and title of a poster without a mark between."""
        if not chain.slots[0].body or before[-1:] in "，、：；。（":
            return False
        ahead = self.norm[chain.end : chain.end + 12]
        goes_on = ahead.startswith(NATIONAL) or self.reader.chains.bodies.place_prefix(ahead)
        if not goes_on and not LINE_END.match(self.norm, chain.end):
            return False
        at = bisect_left(self.starts, chain.start) - 1
        person = self.people[at] if at >= 0 else None
        if person is None or chain.start not in (person.end, person.outer.end):
            person = self.ending_at(chain.start, max(sentence.start, chain.start - 4))
        if person is None or not LABELLED.search(self.norm, sentence.start, person.start):
            return False
        self._give(person, chain, "", "post-apposition")
        return True

    def _follows(self, chain: Chain, before: str, sentence: Span) -> bool:
        """甲大学教授乙研究会副会长丙学会理事: posts of one person run on without a mark, in the lines of a short biography."""
        if self.given is None or self.given[:2] != (chain.start, "post-apposition") or not chain.slots[0].body:
            return False
        self._give(self.given[2], chain, "", "post-apposition")
        return True

    def _apposition(self, chain: Chain, before: str, sentence: Span) -> bool:
        if not any(slot.body for slot in chain.slots) or not AFTER.match(self.norm, chain.end):
            return False
        mark = before[-1:]
        if mark == " ":
            return self._poster(chain, before, sentence)
        about = ABOUT.search(before)
        if about:
            before, mark = before[: about.start() + 1], "："
        if mark == "，" and (vita := VITA.match(self.norm, sentence.start, chain.start)):
            start = sentence.start
            self._give(self.person(start, start + len(vita[1])), chain, "", "post-apposition")
            return True
        if mark not in ("，", "（", "：") and before[-2:] != "——":
            return False
        end = chain.start - len(self.norm[max(sentence.start, chain.start - 70) : chain.start]) + len(before) - len(mark)
        person = self.ending_at(end, sentence.start)
        if person is None or (
            mark == "，" and self.norm[chain.end : chain.end + 1] not in ("，", "。", "；", "", "\n", "）", "【")
        ):
            return False
        self._give(person, chain, "", "post-apposition")
        return True

    def _poster(self, chain: Chain, before: str, sentence: Span) -> bool:
        """主讲人：李四 红河大学教授: a name alone before a blank, and the post alone behind it."""
        lone = LONE.search(before)
        if not lone or self.norm[chain.end : chain.end + 1] not in (" ", "", "\n", "，", "。", "；", "、"):
            return False
        end = self.edge - len(before) + lone.end(1)
        person = self.ending_at(end, max(sentence.start, end - len(lone[1])))
        if person is None or person.end - person.start != len(lone[1].replace(" ", "")):
            return False
        self._give(person, chain, "", "post-apposition")
        return True


def find(document: Document) -> None:
    """Give posts to persons who do not stand beside their titles; add Post mentions."""
    readers = document.notes["posts"]
    assert isinstance(readers, list)
    for posts in readers:
        CareerReader(posts.reader, posts).run()
