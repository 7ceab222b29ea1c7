"""Titles that do not stand beside their name: 当选, 任命…为, 免去…职务, 辞去, 曾任, 现任, and apposition."""

from __future__ import annotations

import re
from bisect import bisect_left

from kgnews.annotate.career_people import CareerPeople
from kgnews.annotate.career_words import (
    ABOUT,
    ADDRESSED,
    ADVERBS,
    AFTER,
    BEFORE_MARK,
    BY,
    GIVEN_TO,
    IN_FRONT,
    ITSELF,
    LABELLED,
    LINE_END,
    LONE,
    NAMED_AS,
    NOT_YET,
    OF_ANOTHER,
    ORDER,
    OTHER_ONE,
    PRONOUN,
    REMOVED,
    RENEWED,
    REPLACED,
    TAIL,
    TERM,
    VITA,
    WHILE_IN,
)
from kgnews.annotate.chain_parts import Chain
from kgnews.annotate.document import Document
from kgnews.annotate.person_parts import Told
from kgnews.annotate.persons import PersonReader
from kgnews.annotate.posts import PostReader
from kgnews.annotate.terms_of_office import told_term
from kgnews.records import Mention, Post, Span


class CareerReader(CareerPeople):
    """Attaches the chains of one passage that stand without a name beside them."""

    def __init__(self, reader: PersonReader, posts: PostReader) -> None:
        super().__init__(reader)
        self.posts = posts
        self.status, self.reach, self.edge = "", -1, 0
        self.subject: Mention | None = None
        self.last: tuple[int, Mention] | None = None
        self.parted: list[Chain] = []

    def run(self) -> None:
        """Each loose chain in turn; what nobody holds becomes a Post mention."""
        for chain in self.reader.loose:
            sentence = self.reader.chains.sentence(chain.start)
            if not self._attach(chain, sentence):
                self._post_mention(chain)

    def _attach(self, chain: Chain, sentence: Span) -> bool:
        if chain.slots[0].body is None and not chain.slots[0].extra:
            chain.start = chain.slots[0].title.start
        whole = self.norm[max(sentence.start, chain.start - 70) : chain.start]
        before = TERM.sub("", whole)
        self.edge = chain.start - len(whole) + len(before)
        ways = (
            self._named_as,
            self._removed,
            self._in_front,
            self._verb,
            self._shared_out,
            self._held_by,
            self._run_on,
            self._apposition,
        )
        return any(read(chain, before, sentence) for read in ways)

    def _named_as(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = NAMED_AS.search(before)
        if not match or NOT_YET.search(before[: match.start()]):
            return False
        offset = self.edge - len(before)
        start, end = offset + match.start("who"), offset + match.end("who")
        people = self.names_in(start, end) or [one for one in self.people if start <= one.start and one.end <= end]
        slot = chain.slots[0]
        if slot.body is None and people:
            slot.body = self.electing(offset + match.start())
        if slot.body is None and people:
            left = self.reader.chains.body_before(offset + match.start(), sentence.start)
            slot.body = Span(left, offset + match.start()) if left < offset + match.start() else None
        for person in people:
            self._give(person, chain, "appointed", "post-appointed")
        return bool(people)

    def _removed(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = REMOVED.search(before)
        if not match:
            return False
        offset = self.edge - len(before)
        if PRONOUN.fullmatch(match["who"]):
            subject = self.find_subject(chain.start, sentence)
            people = [subject] if subject else []
        else:
            people = self.names_in(offset + match.start("who"), offset + match.end("who"))
        for person in people:
            self._give(person, chain, "former", "post-removed")
        return bool(people)

    def _verb(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = TAIL.search(before)
        if not match:
            return self._continued(chain, before)
        verb, status = match[0], next(kind for kind in ("appointed", "former", "present") if match[kind])
        ahead = before[: match.start()]
        if NOT_YET.search(ahead) or OTHER_ONE.search(ahead):
            return False
        end = self.edge - len(before) + match.start()
        if not chain.slots[0].body and verb in ("任", "担任", "出任", "兼任") and (joined := self.joined(end)):
            chain.slots[0].body, end = Span(joined[1], end), joined[0]
        ahead = before[: end - self.edge + len(before)] if end > self.edge - len(before) else ""
        end -= len(ADVERBS.search(ahead)[0])  # type: ignore[index]
        if ADDRESSED.search(self.norm, sentence.start, end):
            return False
        person = self.ending_at(end, sentence.start, named=status == "appointed")
        if person is None:
            if verb[0] in "是为系" or (verb in ("任", "新任", "身为") and not chain.slots[0].body):
                return False
            if verb in ("还是", "也是") and not ITSELF.search(self.norm, sentence.start, end):
                return False  # 习近平强调，智利还是亚投行成员
            if verb == "历任" and ahead and ahead[-1] not in "，。；、：":
                return False  # 社会学系历任系主任
            person = self.find_subject(chain.start, sentence)
        if person is None or (verb == "为" and "以" in (self.norm[person.start - 1], self.norm[person.outer.start - 1])):
            return False
        replaced = REPLACED.search(self.norm, sentence.start, person.start)
        if replaced:  # 甲接替乙出任总裁
            adverbs = ADVERBS.search(self.norm, sentence.start, replaced.start())
            person = self.ending_at(adverbs.start() if adverbs else replaced.start(), sentence.start)
            if person is None:
                return False
        past = status == "present" and verb == "任" and re.search(r"\d{4}年(?:\d{1,2}月)?(?:起)?$", ahead) is not None
        status = "" if status == "present" else status
        ordered = ORDER.search(before[: match.start()]) if verb[0] == "为" and person in self.people else None
        if (status == "appointed" or verb in ("任", "担任")) and not chain.slots[0].body:
            chain.slots[0].body = self.electing(chain.start)
        if ordered:
            status = "appointed"  # 聘任甲为总裁，乙、丙为副总裁
            self._listed(person, chain, status)
        elif verb in ("任", "担任", "出任") and "分别" not in ahead[-6:] and status == "":
            self._listed(person, chain, status)
        self.status, self.subject, self.reach = status, person, chain.end
        if status == "appointed" and not ordered:
            self._listed(person, chain, status)
        rule = {"appointed": "post-appointed", "former": "post-career"}.get(status, "post-held")
        self._give(person, chain, status, rule, past)
        return True

    def _listed(self, last: Mention, chain: Chain, status: str) -> None:
        """The names before the last one of a list."""
        end = last.start
        while end > 1 and self.norm[end - 1] == "、":
            stop = end - 1
            if self.norm[stop - 1] == "）":  # 赵海洋（女）、
                stop = max(self.norm.rfind("（", 0, stop), stop - 9)
            lone = BEFORE_MARK.search(self.norm, max(0, stop - 4), stop)
            start = self.reader.finder.before(stop, max(0, stop - 9), least=0.0)
            if start >= stop and lone and self.reader.finder.names.surname_at(self.norm, lone.start(1)):
                start = lone.start(1)
            if start >= stop:
                return
            rule = "post-appointed" if status == "appointed" else "post-held"
            self._give(self.person(start, stop), chain, status, rule)
            end = start

    def _continued(self, chain: Chain, before: str) -> bool:
        """曾任甲县县长，乙市副市长，…: the list goes on behind a comma."""
        gap = self.norm[self.reach : chain.start] if 0 <= self.reach <= chain.start else "x"
        if self.subject is None or not re.fullmatch(r"[，、；](?:后任|并任|兼任|后|兼|并)?", gap) or not chain.slots[0].body:
            return False
        self.reach = chain.end
        self._give(self.subject, chain, self.status, "post-career" if self.status == "former" else "post-held")
        return True

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
        if chain.slots[0].body is None and self.last is not None and chain.start - self.last[0] < 150:
            body = self.last[1]
            if body.where == self.passage.where and body.end > body.start:
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
        titled = next((one for one in self.people if one.outer.start == match.end() < one.start), None)
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

    def _run_on(self, chain: Chain, before: str, sentence: Span) -> bool:
        """主讲人：李四教授红河大学法学院院长: name, body and title of a poster without a mark between."""
        if not chain.slots[0].body or not LINE_END.match(self.norm, chain.end) or before[-1:] in "，、：；。（":
            return False
        at = bisect_left(self.starts, chain.start) - 1
        person = self.people[at] if at >= 0 else None
        if person is None or chain.start not in (person.end, person.outer.end):
            person = self.ending_at(chain.start, max(sentence.start, chain.start - 4))
        if person is None or not LABELLED.search(self.norm, sentence.start, person.start):
            return False
        self._give(person, chain, "", "post-apposition")
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

    def _give(self, person: Mention, chain: Chain, status: str, rule: str, past: bool = False) -> None:
        since, until = told_term(self.norm, chain.start)
        own = chain.slots[0].body or chain.slots[0].title.head not in OF_ANOTHER
        told = next((one for one in self.reader.told if one.mention is person and own), Told(person))
        for group in self.posts.solve(chain, told):
            for post in group:
                mark = "former" if person is self.dead else post.status or status
                body = post.body or self._same_sentence(chain, status)
                made = Post(
                    post.title,
                    post.title_span,
                    post.where,
                    body,
                    rule,
                    mark,
                    since,
                    until,
                    inferred=post.inferred,
                    doubtful=post.doubtful,
                )
                if body is not None:
                    self.last = (chain.end, body)
                person.posts = (*person.posts, made)

    def _same_sentence(self, chain: Chain, status: str) -> Mention | None:
        """甲当选会长，乙当选秘书长: the body of the appointment before, in the same sentence."""
        if self.last is None or status != "appointed" or self.last[0] < self.reader.chains.sentence(chain.start).start:
            return None
        return self.last[1]

    def _post_mention(self, chain: Chain) -> None:
        posts = [post for group in self.posts.solve(chain, None) for post in group]
        body = next((slot.body for slot in chain.slots if slot.body), None)
        if posts and body and body.end - body.start > 1:
            span = Span(chain.start, chain.end)
            form = self.passage.raw[span.start : span.end]
            self.passage.mentions.append(
                Mention("Post", self.passage.where, span.start, span.end, form, span, posts=tuple(posts))
            )


def find(document: Document) -> None:
    """Give posts to persons who do not stand beside their titles; add Post mentions."""
    readers = document.notes["posts"]
    assert isinstance(readers, list)
    for posts in readers:
        CareerReader(posts.reader, posts).run()
