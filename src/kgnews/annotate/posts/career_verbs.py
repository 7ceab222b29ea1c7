"""Titles that a verb gives to their holder: 任命…为, 免去…职务, 当选, 曾任, 现任, and lists that go on behind one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.posts.career_posts import CareerPosts
from kgnews.annotate.posts.career_words import (
    ADDRESSED,
    ADVERBS,
    BEFORE_MARK,
    DELEGATION,
    FIRST,
    ITSELF,
    KIN,
    NAMED_AS,
    NOMINATED,
    NOT_YET,
    NOT_YET_ONE,
    ORDER,
    OTHER_ONE,
    PRONOUN,
    REMOVED,
    REPLACED,
    TAIL,
    UNREAD,
    WISHED,
)
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_NO_LONGER = expression(r"(?:不再聘任|不再续聘|不再任命|解聘)[^，。；]{0,30}$")
_STAYS = ("访问学者", "访问教授", "客座教授", "博士后", "访问研究员")  # 在红河大学做访问学者
_SINCE = expression(r"(?:一职)?(?:以来|至今)")
_USED = expression(r"利用(?:其|本人|自己)?(?:先后)?$")
_DURING = expression(r"(?:等(?:职务?)?)?(?:一职)?(?:的)?(?:期间|时期)")


class CareerVerbs(CareerPosts):
    """Reads verbs of office before the chains of one passage."""

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
        self._own_firm(chain, offset + match.start())
        for person in people:
            self._give(person, chain, "appointed", "post-appointed")
        return bool(people)

    def _own_firm(self, chain: Chain, end: int) -> None:
        """乐视网|聘任甲为公司副总经理: the company is the one that appoints, where a body ends right before the verb."""
        body = chain.slots[0].body
        if body is None or self.norm[body.start : body.end] not in ("公司", "集团", "本公司", "该公司", "公司证券"):
            return
        sentence = self.reader.chains.sentence(end)
        left = self.reader.chains.body_before(end, sentence.start)
        told = self.last[1] if self.last is not None and self.last[0] >= sentence.start else None
        if left < end - 1:
            chain.slots[0].body = Span(left, end)
        elif told is not None and told.where == self.passage.where and told.end > told.start:
            chain.slots[0].body = Span(told.start, told.end)  # …；聘任乙为公司证券事务代表

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
        if (
            NOT_YET.search(ahead)
            or NOMINATED.search(ahead)
            or OTHER_ONE.search(ahead)
            or (verb == "作为" and not self._sure(chain))
            or (verb == "做" and chain.slots[0].title.head not in _STAYS)
            or (verb.startswith("成为") and (WISHED.search(ahead) or NOT_YET_ONE.match(self.norm, chain.end)))
        ):
            return False
        end = self.edge - len(before) + match.start()
        if (
            not chain.slots[0].body
            and verb in ("任", "担任", "出任", "兼任", "做")
            and (joined := self.joined(end, stayed=verb == "做"))
        ):
            chain.slots[0].body, end = Span(joined[1], end), joined[0]
        ahead = before[: end - self.edge + len(before)] if end > self.edge - len(before) else ""
        end -= len(ADVERBS.search(ahead)[0])  # type: ignore[index]
        if ADDRESSED.search(self.norm, sentence.start, end):
            return False
        person = self.ending_at(end, sentence.start, named=status == "appointed" or (verb == "是" and self._sure(chain)))
        if person is None:
            if (
                self.norm.startswith("的", chain.end)
                or verb[0] in "是为系作"
                or verb == "新任"
                or (verb in ("任", "身为") and not chain.slots[0].body)
            ):
                return False
            if verb in ("还是", "也是") and not ITSELF.search(self.norm, sentence.start, end):
                return False  # 习近平强调，智利还是亚投行成员
            if (
                KIN.search(ahead)
                or (verb.startswith("成为") and not self._told_to_be(end, sentence))
                or self._other_holder(end, sentence)
            ):
                return False
            if (
                ahead
                and ahead[-1] in "者员人客家士"
                and self.passage.word_at.get(end) is not None
                and verb not in ("曾任", "历任")
            ):
                return False  # 任命无背景的政客担任…: the subject is told, and nobody by name
            if verb == "历任" and ahead and ahead[-1] not in "，。；、：":
                return False  # 社会学系历任系主任
            person = self.find_subject(chain.start, sentence)
        led = DELEGATION.match(self.norm, chain.end, sentence.end) if verb == "为" and chain.slots[0].body is None else None
        if led:
            chain.slots[0].body = Span(*led.span("body"))  # 以甲为团长的乙国代表团
        if person is None or (
            verb == "为" and not led and "以" in (self.norm[person.start - 1], self.norm[person.outer.start - 1])
        ):
            return False
        if verb.startswith("成为") and FIRST.fullmatch(chain.slots[0].extra):
            chain.slots[0].extra = ""
        replaced = REPLACED.search(self.norm, sentence.start, person.start)
        if replaced:  # 甲接替乙出任总裁
            adverbs = ADVERBS.search(self.norm, sentence.start, replaced.start())
            person = self.ending_at(adverbs.start() if adverbs else replaced.start(), sentence.start)
            if person is None:
                return False
        past = status == "present" and verb == "任" and re.search(r"\d{4}年(?:\d{1,2}月)?(?:起)?$", ahead) is not None
        status = "" if status == "present" else status
        if verb in ("任", "担任", "兼任", "出任") and (_USED.search(ahead) or _DURING.match(self.norm, chain.end)):
            status = "former"  # 利用担任局长的职务便利; 在担任主任期间
        if status == "appointed" and _SINCE.match(self.norm, chain.end):
            status = ""  # 就任总统以来
        if _NO_LONGER.search(ahead):
            status = "former"  # 不再聘任甲、乙等5人为公司执行副总裁
            self._listed(person, chain, status)
        named = verb[0] == "为" and person in self.people and status != "former"
        ordered = ORDER.search(before[: match.start()]) if named else None
        if (status == "appointed" or verb in ("任", "担任")) and not chain.slots[0].body:
            chain.slots[0].body = self.electing(chain.start)
        if before[: match.start()].endswith("分别") and len(chain.slots) > 1:
            return self._each(person, chain, status)
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

    def _other_holder(self, end: int, sentence: Span) -> bool:
        """首席财务官某某（…）|兼任: whether a title and what was read as no name stand before the verb in its clause."""
        clause = max(self.norm.rfind(mark, sentence.start, end) for mark in "，。；：”") + 1
        clause = max(clause, sentence.start)
        title = next((one for one in reversed(self.passage.titles) if clause <= one.left < end), None)
        told = any(clause <= one.start and one.end <= end for one in self.people)
        if told or title is None or title.kind == "cue" or title.end > end - 2:
            return False
        named = self.reader.finder.names.surname_at(self.norm, title.end) or self.norm[end - 1] == "）"
        return bool(named) and UNREAD.fullmatch(self.norm, title.end, end) is not None

    def _told_to_be(self, end: int, sentence: Span) -> bool:
        """Whether 成为 goes with who was told before: by 他, or as the clause behind the one that a person opens."""
        if self.norm[end - 1] in "他她" and end - 1 > sentence.start and self.norm[end - 2] in "，。；：":
            return True
        if self.norm[end] not in "，；":
            return False
        start = max(self.norm.rfind(mark, sentence.start, end) for mark in "，；：。") + 1
        return any(one.outer.start == max(start, sentence.start) for one in self.people)

    def _sure(self, chain: Chain) -> bool:
        """Whether the first title has a body that surely is one."""
        body = chain.slots[0].body
        text = self.norm[body.start : body.end] if body else ""
        bodies = self.reader.chains.bodies
        return bodies.is_place(text) or text in bodies.known or (len(text) > 3 and self.reader.chains.is_body(text))

    def _listed(self, last: Mention, chain: Chain, status: str) -> None:
        """Give the chain to the names before the last one of a list."""
        rule = "post-appointed" if status == "appointed" else "post-held"
        for person in self._names_before(last):
            self._give(person, chain, status, rule)

    def _each(self, last: Mention, chain: Chain, status: str) -> bool:
        """甲、乙分别当选副主席、秘书长: to each person the title of the same place."""
        people = [last, *self._names_before(last)][::-1]
        if len(people) != len(chain.slots):
            return False
        for person, slot in zip(people, chain.slots, strict=True):
            slot.body = slot.body or chain.slots[0].body
            one = Chain([slot], chain.start, slot.title.end, chain.first, chain.last)
            self.parted.append(one)
            self._give(person, one, status, "post-appointed" if status == "appointed" else "post-held")
        return True

    def _names_before(self, last: Mention) -> Iterator[Mention]:
        """The names before the last one of a list, from right to left."""
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
            yield self.person(start, stop)
            end = start

    def _continued(self, chain: Chain, before: str) -> bool:
        """曾任甲县县长，乙市副市长，…: the list goes on behind a comma."""
        gap = self.norm[self.reach : chain.start] if 0 <= self.reach <= chain.start else "x"
        if self.subject is None or not re.fullmatch(r"[，、；](?:后任|并任|兼任|后|兼|并)?", gap) or not chain.slots[0].body:
            return False
        self.reach = chain.end
        self._give(self.subject, chain, self.status, "post-career" if self.status == "former" else "post-held")
        return True
