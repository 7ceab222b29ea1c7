"""Chains of titles: 佛山市委常委、佛山高新区党工委书记, each title with the body that stands before it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter

from kgnews.annotate.base.document import Title
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.walk import body_start
from kgnews.annotate.titles.chain_parts import Chain, Slot, spread_status
from kgnews.annotate.titles.slot_bodies import common_words
from kgnews.annotate.titles.slots import SlotReader
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.expressions import expression
from kgnews.records import Span

_SEPARATOR = expression(r"(?:（兼）)?(?:、同时兼任?|，同时兼任?|、并兼任?|、|，兼任?|、兼任?|兼任?|暨|并兼任?|，|/| +)?")
_RENOWNED = expression(
    r"[中美俄英法德日韩外双我对两]方|(?:我国|中国|国内|国际|世界)?(?:著名|知名|资深|优秀|杰出|当代|青年)[^，。；、]{0,12}"
)
_MADE = expression(r"(?:[\d一二三四五六七八九十]+[人名位]|等)(?:同志|专家|学者|代表)?[为是任]$")
_GIVEN = expression(r"(?:担任|出任|兼任|就任|接任|当选|[为是系任])$")
_SESSION = expression(r"第[一二三四五六七八九十\d]{1,3}[次届]")
_THEN = ("时任", "现任", "原任", "前任", "同时任", "并任")
_PLAIN_GAP = expression(r"(?:(?![由向把被让说和与及是]|对(?![话外口接]))[\u4e00-\u9fff]){2,14}")
_TAKES = expression(r"[\u4e00-\u9fff·]{2,5}?(?:同志|先生|女士)?(?:任(?!务|期|职|命)|担任|出任|接任|当选|调任|升任)")
_JOINT = expression(r"[及和与同、对向给为将在是]")
# 党委书记校长甲: two offices that one person often holds, run together without a mark.
_FIRST_OFFICE = ("书记", "董事长")
_SECOND_OFFICE = word_set("校长 院长 理事长 董事长 总经理 局长 厅长 主任 总裁 所长 台长 社长 行长 会长")
_CLOSE = frozenset({"、", "兼", "兼任", "暨", "、兼", "，兼", "/"})


class ChainReader(SlotReader):
    """Reads the chains of one passage, left to right."""

    def read(self, which: int, floor: int) -> Chain:
        """The chain that begins with the title at ``which``; its first body does not begin before ``floor``."""
        titles = self.passage.titles
        title = titles[which]
        sentence = self.sentence(title.start)
        floor = max(floor, sentence.start)
        slot = self._slot(title, floor)
        front = len(slot.country) + 1 if slot.country else 0  # 尼泊尔前|教育部
        left = title.left - (len(slot.extra) if slot.extra[:1] == "驻" else 0)  # 中国驻甲国大使张三、驻乙国大使李四
        chain = Chain([slot], slot.body.start - front if slot.body else left, title.end, which, which)
        if slot.body:
            self._share(slot, chain, floor)
        for place in range(which + 1, len(titles)):
            if titles[place].end > sentence.end or not self._link(chain, titles[place]):
                break
            chain.last = place
        spread_status(chain, self.norm)
        return chain

    def aside(self, chain: Chain) -> int:
        """Fill ``chain.aside`` with the posts of a bracket right behind (甲局局长（乙局原局长）|张三); its end, 0 for none."""
        close = self.norm.find("）", chain.end, chain.end + 80) if self.norm.startswith("（", chain.end) else -1
        which = bisect_right(self.passage.titles, chain.end, key=attrgetter("left"))
        if close < 0 or which >= len(self.passage.titles) or self.passage.titles[which].end > close:
            return 0
        inner = self.read(which, chain.end + 1)
        if inner.end != close or self.norm[chain.end + 1 : inner.start] not in ("", "原", "前", "时任", "曾任"):
            return 0
        chain.aside = inner
        return close + 1

    def _share(self, slot: Slot, chain: Chain, floor: int) -> None:
        """Bodies in front of the body, joined by 、: 中共中央台办、国务院台办主任."""
        at = chain.start
        while at > floor + 2 and self.norm[at - 1] == "、" and len(slot.shared) < 3:
            start = body_start(self.bodies, self.passage, at - 1, floor)
            text = self.norm[start : at - 1]
            own = self.norm[slot.body.start : slot.body.end] if slot.body else ""
            if (
                len(text) < 3
                or not own
                or self.bodies.suffix_of(text)[-1:] != self.bodies.suffix_of(own)[-1:]
                or own.endswith("集团")
            ):
                return
            if not self.bodies.suffix_of(text) or (start > floor and self.norm[start - 1] in "、和"):
                return
            slot.shared.append(Span(start, at - 1))
            at = chain.start = start

    def _link(self, chain: Chain, title: Title) -> bool:
        """Add the title to the chain where only a separator and a body stand between."""
        if title.kind == "cue" or title.left < chain.end:
            return False
        match = _SEPARATOR.match(self.norm, chain.end, title.left)
        at = match.end() if match else chain.end
        mark = self.norm[chain.end : at].strip().replace("（兼）", "")
        if mark[:1] == "，" and at == title.left and self.norm.startswith(("一职", "职务由", "由"), title.end):
            return False  # 甲调任乙市副市长，县长一职由丙接任
        if mark[:1] == "，" and _MADE.search(self.norm, max(0, chain.start - 12), chain.start):
            return False  # 聘任甲等19人为委员会委员，主任乙
        given = mark == "，" and at == title.left and _GIVEN.search(self.norm, max(0, chain.start - 4), chain.start)
        if given and self.finder.after(title.end, title.end + 6, least=1.0) > title.end:
            return False  # 庭长甲担任审判长，书记员乙记录
        if at == title.left:
            paired = at == chain.end and chain.slots[-1].title.head.endswith(_FIRST_OFFICE) and title.head in _SECOND_OFFICE
            if mark in _CLOSE or (mark == "，" and title.kind != "cue") or paired:
                chain.slots.append(Slot(title, None, title.status))
                chain.end = title.end
                return True
            return False
        if not mark and at == chain.end == title.left - (title.status == "former") and chain.slots[-1].title.head in STATE_HEADS:
            chain.slots[-1] = Slot(title, None, "none")  # 副总统前首席经济学家甲: with a person, of no body
            chain.end = title.end
            return True
        if not mark and at == chain.end:
            return self._merge(chain, title)
        return self._link_body(chain, title, at, mark)

    def _merge(self, chain: Chain, title: Title) -> bool:
        """秘书长利比亚问题特别代表: one title, where nothing but nouns stands between its two halves."""
        last = chain.slots[-1].title
        if title.kind != "office" or title.left - chain.end > 10 or _JOINT.search(self.norm, chain.end, title.left):
            return False
        if self.finder.after(chain.end, title.left) == title.left:
            return False
        if (
            body_start(self.bodies, self.passage, title.left, chain.end) != chain.end
            or self.bodies.suffix_of(self.norm[chain.end : title.left]) in self.bodies.safe
        ):
            return False
        chain.slots[-1].title = replace(last, end=title.end, head=title.head, kind=title.kind)
        chain.end = title.end
        return True

    def _link_body(self, chain: Chain, title: Title, at: int, mark: str) -> bool:
        gap = self.norm[at : title.left]
        if len(gap) > 40 or any(one in "，。；：！？" for one in gap):
            return False
        if mark[:1] == "，" and _TAKES.match(gap) and self.finder.names.surname_at(gap, 0):
            return False  # 甲不再担任某县委书记，乙任某县委书记
        slot = self._slot_between(title, at) or self._portfolio(chain, title, at)
        if slot is None and mark == "、" and self._goes_with_name(title, at):
            slot = Slot(title, None, "none")  # 国务院副总理、中美全面经济对话中方牵头人甲
            chain.slots.append(slot)
            chain.end = title.end
            return True
        if slot is None:
            return False
        ends = self.bodies.business.tails
        if slot.body and "公司" in title.fits and not gap.endswith(ends) and common_words(self.bodies, self.passage, *slot.body):
            slot.body, slot.extra = None, gap  # 总裁兼|国际形象总裁
        if slot.body and gap.isascii() and len(gap) < 6 and "兼" in mark:
            slot.body, slot.extra = None, gap  # 护理部副主任兼ICU护士长
        if not self.is_body(gap):
            person = gap in self.finder.names.transliterated or gap in self.finder.known
            if not person and self.finder.before(title.left, at) < title.left:
                return False
            if person:
                slot.status = "none"  # a post with a person (特朗普首席经济顾问) has no body
            work = gap[:1] == "《" and "》" in gap and mark == "，"  # 甲公司副总裁，《…》制片人
            if not person and not work and mark in ("，", "") and not self.bodies.place_prefix(gap):
                return False
        chain.slots.append(slot)
        chain.end = title.end
        return True

    def _portfolio(self, chain: Chain, title: Title, at: int) -> Slot | None:
        """新加坡副总理兼|经济政策统筹|部长: what a minister of a state abroad sees to is of the title."""
        body = chain.slots[0].body
        if title.head not in ("部长", "大臣") or body is None or not self.bodies.is_foreign(self.norm[body.start : body.end]):
            return None
        return (
            Slot(title, None, title.status, self.norm[at : title.left])
            if _PLAIN_GAP.fullmatch(self.norm, at, title.left)
            else None
        )

    def _goes_with_name(self, title: Title, at: int) -> bool:
        """Whether a name follows the title, and what stands before it since ``at`` is a few nouns without a name."""
        plain = title.kind == "office" and _PLAIN_GAP.fullmatch(self.norm, at, title.left) is not None
        if not plain or self.finder.before(title.left, at) < title.left:
            return False
        first = bisect_right(self.passage.starts, at) - 1
        for index in range(first, len(self.passage.tags)):
            if self.passage.starts[index] >= title.left:
                break
            tag, word = self.passage.tags[index], self.norm[self.passage.starts[index] : self.passage.ends[index]]
            if tag[:2] == "nr" or tag[:1] in "dupr" or (tag[:1] != "n" and word in self.bodies.acting):
                return False
        return self.finder.after(title.end, title.end + 6, least=1.5) > title.end

    def _slot_between(self, title: Title, at: int) -> Slot | None:
        """The slot of a title whose body must begin exactly at ``at``, over more bodies joined by 、 if need be."""
        slot = self._slot(title, at)
        start = slot.body.start if slot.body else title.left - len(slot.extra)
        if slot.body and start == at + 1 and self.norm[at] in "省市县区州":
            slot.body, start = Span(at, slot.body.end), at  # 局长兼|市爱卫办主任
        if self.norm[at:start] in ("全", *_THEN) or _SESSION.fullmatch(self.norm, at, start):
            start = at  # 甲公司董事长、时任乙协会会长; 第五次|全国经济普查领导小组组长
        if start != at and _RENOWNED.fullmatch(self.norm, at, title.left):
            return Slot(title, None, "none")
        while start > at and slot.body and self.norm[start - 1] == "、":
            before = body_start(self.bodies, self.passage, start - 1, at)
            if before >= start - 1 or not self.bodies.suffix_of(self.norm[before : start - 1]):
                return None
            if self.norm[start - 2] != "师" or "第" in self.norm[before:start]:
                slot.shared.append(Span(before, start - 1))  # not 国家一级心理咨询师、甲中心负责人
            start = before
        return slot if start == at else None
