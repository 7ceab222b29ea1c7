"""Persons beside titles: chains before the name, titles behind it, lists that share a title, and bare names later on."""

from __future__ import annotations

from kgnews.annotate.base.document import Document, Title
from kgnews.annotate.names.expected import expected_end
from kgnews.annotate.names.framed import framed_end
from kgnews.annotate.names.latin import latin_start
from kgnews.annotate.persons.lists import PersonLists, keep_apart
from kgnews.annotate.persons.parts import (
    ALSO,
    COHORT,
    CREDIT,
    GIVEN_UP,
    JOINED,
    LATIN,
    LATIN_BRACKET,
    LISTED,
    NAMED_FOR,
    PLAYED,
    SPACE,
    TAKES,
    VERBS,
)
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.annotate.titles.chain_status import LEARNED
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.records import Span

_ACTS = ("主持", "表示", "介绍", "指出", "认为", "强调", "发言", "致辞", "回顾", "担任主持")
_LEARNED = ("教授", "副教授", "研究员", "讲师", "院士", "博士")


class PersonReader(PersonLists):
    """Reads one passage from left to right."""

    def run(self) -> None:
        """Find every person who stands beside a title, and the chains that stand alone."""
        which = 0
        while which < len(self.passage.titles):
            title = self.passage.titles[which]
            if title.left < self.floor:
                which += 1
            elif title.kind == "cue":
                which = self._cue(which)
            else:
                which = max(which + 1, self._chain(which))

    def _cue(self, which: int) -> int:
        title = self.passage.titles[which]
        stop = self.chains.sentence(title.start).end
        at = title.end + (self.norm[title.end : title.end + 1] == " ")
        end = self.finder.after(at, stop, least=2.0)
        if end > at:
            self._people(None, at, end, stop)
            return which + 1
        floor = max(self.floor, self.chains.sentence(title.start).start)
        start = self.finder.before(title.left, floor, least=1.5)
        if start < title.left and title.head in ("先生", "女士", "同志", "博士", "同学", "小姐"):
            told = self._add(start, title.left, Span(start, title.end))
            return self._trailing(told, which + 1)
        return which + 1

    def _chain(self, which: int) -> int:
        chain = self.chains.read(which, max(self.floor, self._line(which)))
        if CREDIT.match(self.norm, self.passage.titles[which].start):
            chain.slots[0].status = "none"  # of the item, not of a body
        if PLAYED.search(self.norm, max(0, chain.start - 6), chain.start):
            for slot in chain.slots:
                slot.status = "none"  # 饰演某局局长甲: of a film
        stop = self.chains.sentence(chain.start).end
        if GIVEN_UP.search(self.norm, max(0, chain.start - 5), chain.start):
            self.loose.append(chain)  # 甲辞任某公司董事会秘书 乙接任
            return chain.last + 1
        match = SPACE.match(self.norm, chain.end, stop)
        at = self.chains.aside(chain) or (match.end() if match else chain.end)
        cohort = COHORT.match(self.norm, chain.end, stop) if chain.slots[-1].title.kind == "office" else None
        if cohort and self.finder.after(cohort.end(), stop, least=0.6) > cohort.end():
            at = cohort.end()
        also = ALSO.match(self.norm, chain.end, stop)
        if also and self.finder.after(also.end(), stop, least=1.0) > also.end():
            at = also.end()
        self.finder.abroad = 1.2 if self._foreign(chain) else 0.0
        left = self.passage.titles[which].left
        if chain.slots[0].named and (before := self._before(which, name=len(chain.slots[0].extra))):
            return before
        body = chain.slots[0].body
        inside = body is not None and not chain.slots[0].extra and self._name_inside(body, left)  # 最高人民检察院|张军|检察长
        if body and LATIN.fullmatch(chain.slots[0].extra) and self.norm[body.end - 1] in "院学所系心会":
            inside = True  # 某大学法学院|Anna Lee|院长
        if body and chain.slots[0].title.head in _LEARNED and latin_start(self.norm, body.start, body.end) == body.start:
            inside = True  # AnnaLee教授、某大学副校长甲
        if inside or self.finder.sure_before(left, max(self.floor, left - 8)):
            before = self._before(which)
            if before:
                return before
        first = chain.slots[0]
        if (
            first.title.kind == "rank"
            and first.body
            and not self.chains.is_body(self.norm[first.body.start : first.body.end])
            and (len(chain.slots) > 1 and self.finder.before(left, max(self.floor, left - 8), least=1.0) < left)
        ) and (before := self._before(which)):
            return before
        if self.norm[at - 1 : at] == "的":
            several = "兼任" in self.norm[chain.start : chain.end]
            held = (
                several
                or any(slot.status for slot in chain.slots)
                or self.norm[chain.start - 2 : chain.start]
                in (
                    "时任",
                    "身为",
                    "作为",
                    "担任",
                    "出任",
                    "兼任",
                    "接任",
                    "起任",
                )
            )
            end = self.finder.after(at, stop, least=0.3 if held else 2.5)
            size = (2, 3, 4, 5) if held else (2, 3)
            if (end - at in size or "·" in self.norm[at:end]) and self._strong(chain):
                return self._people(chain, at, end, stop)
            before = self._before(which)  # 甲大学李四教授的报告
            if not before:
                self.loose.append(chain)
            return before or chain.last + 1
        end = self.finder.after(at, stop, least=2.2 if chain.slots[-1].title.kind == "office" else 2.8)
        if end > at:
            return self._people(chain, at, end, stop)
        if (
            first.title.kind == "office"
            and first.body
            and self.norm[first.body.start : first.body.end] in self.chains.bodies.brands
        ):
            end = self.finder.after(at, stop, least=0.6, loose=True)
            if end > at:
                return self._people(chain, at, end, stop)
        named = self._before_first(which, chain)
        if named:
            return named
        if (
            len(chain.slots) == 1
            and first.title.kind == "rank"
            and self.finder.before(left, max(self.floor, left - 8), least=1.4) < left
        ):
            before = self._before(which)  # 中文系李四教授用好
            if before:
                return before
        strong = self._strong(chain) or self._in_list(chain, at, stop)
        least = -0.6 if strong and chain.slots[-1].title.kind == "office" else 0.6
        end = self.finder.after(at, stop, least=least + (0.8 if at > chain.end else 0), loose=strong)
        if end > at:
            return self._people(chain, at, end, stop)
        before = self._before(which)
        if before:
            return before
        if (chain.slots[-1].title.kind == "office" or (strong and first.title.head in LEARNED)) and at == chain.end:
            end = framed_end(self.finder, at, stop, verbs=self._in_list(chain, at, stop))
            if end > at:
                return self._people(chain, at, end, stop)
        if strong and at == chain.end and (end := expected_end(self.finder, at, stop)) > at:
            return self._people(chain, at, end, stop)
        self.loose.append(chain)
        return chain.last + 1

    def _in_list(self, chain: Chain, at: int, stop: int) -> bool:
        """院长甲，党总支书记乙，副院长丙: behind a title between two marks of a list of titled persons stands a name."""
        if not self.told or self.norm[chain.start - 1 : chain.start] not in ("，", "、"):
            return False
        last = self.told[-1].mention
        near = chain.start - last.outer.end < 12 and self.chains.sentence(last.start).end == stop
        return near and LISTED.match(self.norm, at, stop) is not None

    def _foreign(self, chain: Chain) -> bool:
        """Whether the chain is of a body abroad, its own or that of the person right before (新加坡副总理甲、外长乙)."""
        texts = self._texts(chain)
        if not texts and self.told and chain.slots[0].title.head in STATE_HEADS:
            last = self.told[-1]
            between = self.norm[last.mention.outer.end : chain.start]
            texts = [text for one in last.chains for text in self._texts(one)] if between in JOINED else []
        return any(map(self.chains.bodies.is_foreign, texts))

    def _texts(self, chain: Chain) -> list[str]:
        """The bodies that stand in the chain."""
        return [self.norm[slot.body.start : slot.body.end] for slot in chain.slots if slot.body]

    def _strong(self, chain: Chain) -> bool:
        """Whether a body of the chain is surely one."""
        bodies = self.chains.bodies
        return any(self.chains.is_body(t) or bodies.place_prefix(t) or t in bodies.brands for t in self._texts(chain))

    def _before_first(self, which: int, chain: Chain) -> int:
        """The name before the title where what looks like its body is the name (旋天颖副处长汇报)."""
        body, extra = chain.slots[0].body, chain.slots[0].extra
        left = self.passage.titles[which].left
        if body and len(extra) in (2, 3) and chain.slots[0].title.kind == "rank":  # 计算机学院|李四教授
            return self._before(which) if self.finder.before(left, left - len(extra), least=0.0) < left else 0
        if body is None or chain.slots[0].extra or chain.slots[0].shared or self.chains.is_body(self.norm[body.start : body.end]):
            return 0
        unit = chain.slots[0].title.head
        if unit in LEARNED and self._lone_name(body):
            return self._before(which, least=-1.5)
        if len(unit) == 2 and unit[1] == "长" and self.norm[body.end - 1] == unit[0]:
            return 0  # 刑一庭庭长
        return self._before(which) if body.end - body.start <= 4 or chain.slots[0].title.kind == "rank" else 0

    def _lone_name(self, body: Span) -> bool:
        """Whether two or three characters alone before a rank, of which no list knows anything, are a name (成美教授、…)."""
        bodies, text = self.chains.bodies, self.norm[body.start : body.end]
        alone = body.end - body.start in (2, 3) and self.norm[body.start - 1 : body.start] in (
            "",
            "、",
            "，",
            "。",
            "：",
            "；",
            "\n",
            " ",
        )
        known = text in bodies.known or text in bodies.brands or bodies.place_prefix(text)
        return alone and not known and self.finder.names.surname_at(text, 0) > 0

    def _name_inside(self, body: Span, left: int) -> bool:
        """Whether the last word of what looks like a body is a name, and what stands before it is a body."""
        start = next((at for at in (left - 3, left - 2) if at in self.passage.word_at), left)
        index = self.passage.word_at.get(start)
        if index is None or self.passage.ends[index] != left or self.passage.tags[index] not in ("nr", "nrfg"):
            return False
        front = self.norm[body.start : start]
        bodies = self.chains.bodies
        sure = len(front) > 3 and (front in bodies.known or bodies.suffix_of(front) in bodies.safe)
        return sure and bool(bodies.suffix_of(front)) and self.finder.names.surname_at(self.norm, start) > 0

    def _before(self, which: int, *, least: float = 0.3, name: int = 0) -> int:
        """A name right before the title (洪大用副校长): the place of the next title, 0 where there is no name.

        ``name``: the length of the name, where it is known.
        """
        title = self.passage.titles[which]
        floor = max(self.floor, self.chains.sentence(title.start).start)
        if title.left - floor < 2 or title.status or self._is_verb(title) or NAMED_FOR.search(self.norm, floor, title.left):
            return 0
        places = title.kind == "rank" or title.head in ("常委", "委员")
        latin = LATIN_BRACKET.search(self.norm, floor, title.left)  # 安秉日（Byungil Ahn）副教授
        end = latin.start() if latin else title.left
        start = end - name if name else self.finder.before(end, floor, least=least, places=places)
        if start >= end:
            return 0
        if self.norm.endswith(TAKES, floor, start):
            return 0  # 甲兼任柯莱逊监事: what looks like a name is the firm
        if title.head in ("领导人", "领袖", "领导者") and self.norm[start:end] in self.finder.names.seldom:
            return 0  # 党的卓越领导人
        chain = self._own_titles(self.chains.read(which, title.left), which)
        slot = chain.slots[0]
        earlier = self._listed_before(start, floor) if title.head in LEARNED else []
        first = earlier[0].start if earlier else start
        slot.body = self._body_before(first, floor)
        for one in earlier:  # 我院甲、乙教授: the rank is of each
            self._add(*one, Span(one.start, one.end)).chains.append(chain)
        left = slot.body.start if slot.body and not earlier else start
        told = self._add(start, end, Span(left, chain.end))
        self._carry(told, chain)
        told.chains.append(chain)
        self._bracketed(chain, told)
        self.floor = told.mention.outer.end
        return self._more(chain, told, chain.last + 1)

    def _is_verb(self, title: Title) -> bool:
        """甲主编《乙》: the verb of what stands before it; but 甲主编主持会议."""
        return title.head in VERBS and not self.norm.startswith(_ACTS, title.end)

    def _body_before(self, start: int, floor: int) -> Span | None:
        """The body in front of a name that has its title behind: 清华大学(的)李国良教授."""
        end = start - (self.norm[start - 1 : start] == "的")
        paper = self.norm.rfind("《", max(floor, end - 24), end) if self.norm[end - 1 : end] == "》" else -1
        if paper >= 0 and "》" not in self.norm[paper : end - 1]:
            return Span(paper, end)
        slot_start = self.chains.body_before(end, floor)
        return Span(slot_start, end) if slot_start < end else None


def find(document: Document) -> None:
    """Add persons with titles to all passages; ``document.notes["told"]`` has them with their chains."""
    readers = [PersonReader(document, passage) for passage in reversed(document.passages)]
    for reader in readers:
        reader.run()
        for told in reader.told:
            form = reader.norm[told.mention.start : told.mention.end]
            document.names[form] = document.names.get(form, 0) + 1
    keep_apart(readers)
    document.notes["readers"] = readers
