"""What is told with a name once it is found: titles behind it, further names of its list, bodies that they take over."""

from __future__ import annotations

from collections.abc import Sequence

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.bodies.unknown_brands import unknown_brand
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.framed import framed_end
from kgnews.annotate.persons.parts import (
    AFTER_NAME,
    BODY_IN_BRACKET,
    DUTY,
    ENVOYS,
    LIST,
    NATIONAL,
    VERBS,
    Told,
)
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.annotate.titles.chains import ChainReader
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.records import Mention, Span


class PersonLists:
    """The persons of one passage as they are told, from left to right."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.finder = Finder(document, passage)
        self.chains = ChainReader(document, passage, self.finder)
        self.bodies = {m.start: m.end for m in passage.mentions if m.label == "Organization"}
        self.told: list[Told] = []
        self.loose: list[Chain] = []
        self.floor = 0

    def _people(self, chain: Chain | None, at: int, end: int, stop: int) -> int:
        """The name at ``[at, end)`` with the chain before it, what stands behind it, and further names of the list."""
        if chain:
            self._brand(chain)
        told = self._add(at, end, Span(chain.start if chain else at, end))
        which = chain.last + 1 if chain else self._next_title(end)
        if chain:
            told.chains.extend(one for one in (chain, chain.aside) if one)
            self._carry(told, chain)
        before = len(told.chains)
        which = self._trailing(told, which)
        if len(told.chains) > before and chain is None:
            return which
        return self._more(chain, told, which)

    def _bracketed(self, chain: Chain, told: Told) -> None:
        """李四教授（红河大学）: the body in the bracket behind the title."""
        match = BODY_IN_BRACKET.match(self.norm, chain.end)
        if match and chain.slots[0].body is None and self.chains.is_body(match[1]) and len(match[1]) > 2:
            chain.slots[0].body = Span(*match.span(1))
            told.mention.outer = Span(told.mention.outer.start, match.end())

    def _brand(self, chain: Chain) -> None:
        """Give the first title of business the unknown name right before it as its body (有赞CEO甲)."""
        slot = chain.slots[0]
        if slot.body or slot.extra or slot.status == "none" or "公司" not in slot.title.fits or slot.title.kind != "office":
            return
        found = unknown_brand(self.chains.bodies, self.passage, slot.title.left, self.chains.sentence(slot.title.start).start)
        if found and self.norm[found.start : found.end] not in self.document.names:
            slot.body, chain.start = found, min(chain.start, found.start)

    def _listed_before(self, start: int, floor: int) -> list[Span]:
        """The names in front of the one at ``start`` that 、 joins to it, not told with titles of their own (我院甲、|乙教授)."""
        found: list[Span] = []
        while self.norm[start - 1 : start] == "、" and start - 1 > floor and len(found) < 4:
            end = start - 1
            start = self.finder.before(end, max(floor, end - 4), least=0.6)
            if start >= end or not self.finder.names.surname_at(self.norm, start):
                break
            found.insert(0, Span(start, end))
        return found

    def _line(self, which: int) -> int:
        """Where the next line of a biography begins, right behind the last title that stood alone (博士生导师|国家研究中心副主任)."""
        if not self.loose or self.loose[-1].slots[-1].title.head in STATE_HEADS:
            return 0  # 美国总统|国家安全顾问
        end = self.loose[-1].end
        ahead = self.norm[end : end + 12]
        fresh = ahead.startswith(NATIONAL) or self.chains.bodies.place_prefix(ahead) > 1
        return end if fresh and end <= self.passage.titles[which].left else 0

    def _next_title(self, at: int) -> int:
        titles = self.passage.titles
        which = 0
        low, high = 0, len(titles)
        while low < high:
            which = (low + high) // 2
            if titles[which].left < at:
                low = which + 1
            else:
                high = which
        return low

    def _trailing(self, told: Told, which: int) -> int:
        """Titles behind the name: 张昆教授, 李强同志, 张三（女）主任."""
        titles, outer = self.passage.titles, told.mention.outer
        match = AFTER_NAME.match(self.norm, outer.end)
        at = match.end() if match else outer.end
        while which < len(titles) and titles[which].left < outer.end:
            which += 1
        while which < len(titles) and titles[which].left in (outer.end, at):
            if titles[which].head in VERBS and titles[which].start == titles[which].left == at:
                break
            if titles[which].head in ENVOYS and told.chains:
                break  # 总统甲特使乙: the envoy is the next person
            if titles[which].kind == "cue":
                if self.finder.after(titles[which].end, titles[which].end + 4, least=2.0) > titles[which].end:
                    break
                outer = Span(outer.start, titles[which].end)
                which += 1
            else:
                chain = self.chains.read(which, titles[which].left)
                chain = self._own_titles(chain, which)
                told.chains.append(chain)
                self._bracketed(chain, told)
                outer = Span(outer.start, max(chain.end, told.mention.outer.end))
                which = chain.last + 1
            at = outer.end
        told.mention.outer = outer
        self.floor = outer.end
        return which

    def _own_titles(self, chain: Chain, which: int) -> Chain:
        """Of a chain behind a name the titles that are that person's: not those behind a comma, nor those of a next name."""
        end = self.passage.titles[which].end
        if len(chain.slots) > 1 and (chain.slots[1].shared or (chain.slots[0].title.head == "老师" and chain.slots[1].body)):
            return Chain(chain.slots[:1], chain.start, end, which, which)  # 李四老师、甲协会、乙协会负责人
        for place, slot in enumerate(chain.slots[1:], 1):
            # 甲总理、两院议长、内阁成员等: the list goes on with others, who are not named
            if slot.body and self.norm[chain.end : chain.end + 1] in ("、", "等", "和"):
                last = chain.slots[place - 1].title.end
                return Chain(chain.slots[:place], chain.start, last, which, which + place - 1)
        if len(chain.slots) > 1 and (self._named(chain) or self.norm[end : chain.slots[1].title.left][:1] == "，"):
            return Chain(chain.slots[:1], chain.start, end, which, which)
        return chain

    def _named(self, chain: Chain) -> bool:
        """Whether a further name stands right behind the chain, so that its later titles are that person's."""
        ahead = 30 if self.norm[chain.end : chain.end + 1].isascii() else 6
        if self.finder.after(chain.end, chain.end + ahead, least=0.5) > chain.end:
            return True
        return (
            chain.slots[-1].title.kind == "office" and framed_end(self.finder, chain.end, len(self.norm), verbs=False) > chain.end
        )

    def _more(self, chain: Chain | None, told: Told, which: int) -> int:
        """Further names behind 、: they share the title where several can hold it, or have one of their own."""
        titles = self.passage.titles
        stop = self.chains.sentence(told.mention.start).end
        own = len(told.chains) > (1 if chain and told.chains[0] is chain else 0)
        while True:
            match = LIST.match(self.norm, told.mention.outer.end, stop)
            if not match or (match[0] == " " and self.norm[match.start() - 1 : match.start()] in "，。"):
                return which
            at = match.end()
            while which < len(titles) and titles[which].left < at:
                which += 1
            least = 0.8 if match[0] == "、" else 1.8
            end = self.finder.after(at, stop, least=least)
            if end <= at and match[0] == "、" and chain and chain.many and chain.slots[-1].title.kind == "office":
                end = framed_end(self.finder, at, stop, verbs=False)
            if end <= at or self._body_follows(at, end, which):
                return which
            if match[0] == "，" and chain is None:
                return which
            # 副院长甲，乙、丙等教师: the title ends with its clause; 副院长甲以及乙、丙: others are added who do not hold it
            own = own or match[0] == "，" or (match[0] in ("以及", "及") and told.shared is None)
            parted = match[0] == "与" and self._office(told)  # 甲学院院长李四与王五教授: the two sides of a meeting
            told = self._add(at, end, Span(at, end))
            told.carried = None if parted else chain
            which = self._trailing(told, which)
            if told.chains:
                if not parted:
                    self._carry(told, chain)
                own = True
            elif chain and not own and match[0] != "，" and chain.many and not self._other_rank(chain, told):
                told.shared = chain

    def _other_rank(self, chain: Chain, told: Told) -> bool:
        """李四教授、王五博士: a name with a rank of another kind does not share the one before it."""
        return chain.slots[-1].title.kind == "rank" and told.mention.outer.end > told.mention.end

    def _body_follows(self, at: int, end: int, which: int) -> bool:
        """Whether what looks like a name is the beginning of a body (、黄山市委书记; 、青山大学的李四教授)."""
        titles = self.passage.titles
        text, bodies = self.norm[at:end], self.chains.bodies
        if self.bodies.get(at, 0) > end or text in bodies.countries or text in bodies.brands or text in bodies.known:
            return True  # 、黄山市委书记; ，特斯拉CEO马斯克
        if which >= len(titles) or titles[which].left <= end or titles[which].left - end > 14 or titles[which].kind == "cue":
            return False
        start = self.chains.body_before(titles[which].left, at, any_kind=True)
        return start == at and start < titles[which].left

    def _carry(self, told: Told, chain: Chain | None) -> None:
        """A rank without a body of its own takes that of the person before it in the list."""
        told.carried = chain
        if chain and chain.slots[0].body is None and len(self.told) > 1:
            last = self.told[-2]
            between = self.norm[last.mention.outer.end : told.mention.outer.start]
            if not between and chain.slots[0].title.head in ENVOYS and last.chains:
                told.carried = last.chains[0]
            joined = ("、", "和", "，", "以及", "及") if self._office(last) else ("、", "和", "，", "以及", "及", "与")
            if (between in joined or DUTY.fullmatch(between)) and (last.chains or last.carried):
                told.carried = last.carried if last.carried and not _bodied(last.chains) else (last.chains or [chain])[0]

    def _office(self, told: Told) -> bool:
        """Whether a person holds an office of its own (甲学院院长李四与王五教授: the two sides of a meeting)."""
        return any(slot.title.kind == "office" for chain in told.chains for slot in chain.slots)

    def _add(self, start: int, end: int, outer: Span) -> Told:
        form = self.passage.raw[start:end]
        mention = Mention("Person", self.passage.where, start, end, form, outer, tags=frozenset({"titled"}))
        self.passage.mentions.append(mention)
        told = Told(mention)
        self.told.append(told)
        self.floor = max(self.floor, end)
        return told


def _bodied(chains: list[Chain]) -> bool:
    return any(slot.body for chain in chains for slot in chain.slots)


def keep_apart(readers: Sequence[PersonLists]) -> None:
    """副市长甲和乙为获奖者颁奖: where the article gives 乙 an office of its own, 副市长 is 甲's alone."""
    own = {told.mention.form for reader in readers for told in reader.told if reader._office(told)}
    for reader in readers:
        for told in reader.told:
            if told.shared is not None and told.mention.form in own and reader.norm[told.mention.start - 1] in "和与及":
                told.shared = None
