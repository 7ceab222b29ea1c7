"""One title and what stands before it: its body, its status, and words of the title that are not in the lists."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage, Title
from kgnews.annotate.base.tables import table, word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.bodies.walk import body_start
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.titles.chain_parts import Slot
from kgnews.annotate.titles.chain_status import LEARNED, behind_status, is_named
from kgnews.annotate.titles.fields import board, ministry
from kgnews.annotate.titles.heads import NOT_BEFORE_FRONT, STATUS, STATUS_VERBS
from kgnews.annotate.titles.slot_bodies import PARTIES, before_bracket, common_words, no_body, own_bracket, own_end, owner_before
from kgnews.annotate.titles.slot_fronts import inner_status, is_letter, own_branch
from kgnews.annotate.titles.state_posts import STATE_HEADS
from kgnews.expressions import expression
from kgnews.records import Span

_BEFORE = {word: value for word, value in STATUS.items() if value} | STATUS_VERBS
_STATUS_WORDS = sorted(_BEFORE, key=len, reverse=True)
_ENVOYS = word_set(
    "大使 特命全权大使 总领事 领事 副领事 公使 参赞 武官 临时代办 代办 一等秘书 二等秘书 代表 常驻代表 特别代表 使节"
    " 公使衔参赞 文化参赞 商务参赞 政务参赞 侨务参赞 领事参赞 科技参赞 经济商务参赞 经商参赞 新闻参赞 警务参赞"
)
_OF_FIELDS = word_set("编辑 秘书 负责人 主管 经理 专员 成员 助理 顾问 书记 支部书记 指挥 总指挥 组长 班长 辅导员")
_WAS = ("前", "原")
_UNITS = ("省", "市", "县", "区", "州", "镇", "乡")
_HALVED = {("中央", "纪委书记"), ("中央", "政法委书记"), ("全国", "政协委员"), ("全国", "政协主席"), ("全国", "政协常委")}
_DEPUTY_OF = expression(r"(.*([系院校所部室]))(?:副[系院校所室]|(?<=系)系)")
_OF_PARTY = expression(r"党|团[委支总]|纪委")
_OF_STATE = ("部", "委员会", "总局", "议会", "国会", "机构", "安全会议")
_ONE_OF = expression(r"的一[名位个]$")
_POSTED = expression(r"驻([\u4e00-\u9fff]{2,8})(?:[、和][\u4e00-\u9fff]{2,8})*$")
_REGIONS = word_set("华东 华南 华北 华中 西南 西北 东北 亚太 亚太区 大中华区 中国区 青训 梯队")
# 中国燃气总裁: a firm, not a state's; but 中国区总裁, 中国业务总裁.
_CHINA_FIRM = expression(
    r"中国(?!业务|市场|项目|事务|运营|销售|品牌|产品|政策|高级|对外|大陆|总部|公司|地区|首席|驻|女|男|队)[\u4e00-\u9fff]{2,3}(?<![区部队军])"
)
_KIND = expression(r"非[营盈]利性?(?:机构|组织|团体)(?=[\u4e00-\u9fff]{4})")  # what it is, before its name


class SlotReader:
    """Reads single titles of one passage with their bodies."""

    def __init__(self, document: Document, passage: Passage, finder: Finder) -> None:
        self.passage, self.norm, self.finder = passage, passage.norm, finder
        self.bodies: Bodies = table(document.terms, Bodies)
        self._starts = [span.start for span in passage.sentences]

    def sentence(self, at: int) -> Span:
        """The sentence around ``at``."""
        place = bisect_right(self._starts, at) - 1
        return self.passage.sentences[place] if place >= 0 else Span(0, len(self.norm))

    def body_before(self, end: int, floor: int, *, any_kind: bool = False) -> int:
        """Where the body that ends at ``end`` begins, ``end`` where none does; ``any_kind``: whatever it ends in."""
        start = body_start(self.bodies, self.passage, end, floor)
        text = self.norm[start:end]
        if text in self.bodies.suffixes and len(text) < 3 and text != "学院":
            return end
        return start if any_kind or self.is_body(text) else end

    def is_body(self, text: str) -> bool:
        """Whether ``text`` ends like a body and is not rather a name (朱军, 马建军)."""
        suffix = self.bodies.suffix_of(text)
        if text in self.bodies.known:
            return True
        if not suffix or suffix in self.bodies.safe or self.bodies.is_place(text):
            return bool(suffix) or self.bodies.is_place(text)
        surname = self.finder.names.surname_at(text, 0)
        return len(text) > 3 or not surname or text in self.bodies.generic or self.finder.names.name_score(text, surname) < 0.0

    def _slot(self, title: Title, floor: int) -> Slot:
        state, fields = ministry(self.bodies, self.passage, title, floor)
        if fields:
            return Slot(title, Span(state, fields), title.status, self.norm[fields : title.left])
        managed = board(self.bodies, self.passage, title, floor)
        firm = self.body_before(managed, floor, any_kind=True) if managed else managed
        if firm < managed:
            return Slot(
                title, Span(firm, managed), title.status or self._status_before(firm, floor), self.norm[managed : title.left]
            )
        end = before_bracket(self.norm, title.left, floor)
        whole, end = end, own_bracket(self.bodies, self.norm, end, floor) if self.norm[end - 1 : end] == "）" else end
        start = body_start(self.bodies, self.passage, end, floor, brand="公司" in title.fits)
        party = self.norm.endswith(PARTIES, start, end)
        if whole > end > start and (party or self.bodies.suffix_of(self.norm[start:end])):
            last = whole if whole - end < 5 or party else end  # 学生工作部（处）, but 综合司（政策法规司）
            return Slot(title, Span(start, last), title.status or self._status_before(start, floor))
        start, end = (start, end) if whole == end else (whole, whole)
        kind = _KIND.match(self.norm, start, end)
        start = kind.end() if kind else start
        if self.norm[start : start + 1] in ("我", "本", "该") and self.norm[start + 2 : start + 3] == "《" and end - start > 4:
            start += 2  # 我院《法学评论》主编
        status = title.status
        start, was = behind_status(self.bodies, self.norm, start, end)
        status = was or status
        country = self._former_country(start, title.left)
        if country:  # 俄罗斯前国家安全会议秘书, 尼泊尔前教育部部长
            inner, sender = start + country + 1, self.norm[start : start + country]
            if end - inner > 2 and self.norm[inner:end].endswith(_OF_STATE):
                return Slot(title, Span(inner, end), "former", country=sender)
            if self.norm[inner:end] in ("国家", "联邦"):
                return Slot(title, Span(start, start + country), "former", self.norm[inner : title.left])
        if is_letter(self.finder.document, self.bodies, self.norm, title, start):
            return Slot(title, Span(end - 1, end), status)
        told = inner_status(self.bodies, self.norm, start, end)
        if told > start:
            return Slot(title, Span(told, end), "former", country=self.norm[start : told - 1])
        bare = end - start < 3 or (title.head.endswith("支部书记") and not self.bodies.suffix_of(self.norm[start:end]))
        if bare and (branch := own_branch(self.norm, title)) and branch.start <= start:
            return Slot(replace(title, start=branch.end, head="书记"), branch, status)
        if start >= end and title.head in LEARNED and (name := self._strange_name(title, floor)):
            return Slot(title, None, "none", name, named=True)
        if start >= end:
            return self._owned(title, floor, status)
        status = status or self._status_before(start, floor)
        body = self.norm[start:end]
        if body[-1] in "和与及的、" and not self.bodies.is_place(body):
            return Slot(title, None, status)
        if body in _REGIONS and "公司" in title.fits:
            return Slot(title, None, status, body)  # 华南区域总经理: of a company that is named elsewhere
        if body[0] == "全" and body[1:] in _UNITS:
            return Slot(title, Span(start + 1, end), status)  # 全市|总河长: of the city told before
        if (body, title.head) in _HALVED and title.left == title.start:
            at = title.end - 2  # 中央 alone is no body
            return Slot(replace(title, start=at, left=at, head=title.head[-2:]), Span(start, at), status)
        if self.norm[start - 1 : start] == "某":
            return Slot(title, Span(start - 1, end), status)
        under = _DEPUTY_OF.fullmatch(body)
        if under:  # 社会学系副系主任
            return Slot(title, Span(start, start + under.end(1)), status, body[under.end(1) :])
        if (
            self.norm[start - 1 : start] == "的"
            and len(body) < 5
            and not self.is_body(body)
            and not self.bodies.place_prefix(body)
        ):
            left = self.body_before(start - 1, floor)  # 北京理工大学的法学教授
            if left < start - 1 and is_named(self.finder.names, self.finder.known, title, body):
                return Slot(title, None, "none", body, named=True)  # 兰州大学的李万同教授
            if left < start - 1:
                return Slot(title, Span(left, start - 1), status, body)
        if (
            title.head == "大臣"
            and len(body) < 7
            and "”" not in body
            and not self.bodies.suffix_of(body)
            and not self.bodies.place_prefix(body)
        ):
            return Slot(title, None, status, body)  # 经济再生|大臣
        if no_body(self.bodies, self.passage, title, start, end) or (
            len(body) < 4 and title.head in _OF_FIELDS and self._ordinary(start, end)
        ):
            return Slot(title, None, status, body)  # 视频|编辑, 党务|秘书
        sure = self.is_body(body) or self.bodies.place_prefix(body) or body[-1] in "省市县区州镇乡村旗盟"
        if (
            len(body) < 6
            and _OF_PARTY.match(self.norm, title.start)
            and not sure
            and common_words(self.bodies, self.passage, start, end)
        ):
            return Slot(title, None, status, body)  # 分|党委书记, 直属|党支部书记
        cut = (
            len(body)
            if ("公司" in title.fits and _CHINA_FIRM.fullmatch(body))
            or (
                "公司" in title.fits
                and self.bodies.place_prefix(body) not in (0, len(body))
                and (body[: self.bodies.place_prefix(body)] not in self.bodies.countries and not self._middle(body))
            )
            else own_end(self.bodies, self.passage, body, start)
        )
        if body.startswith("公司") and len(body) > 2 and not self.bodies.suffix_of(body):
            cut = 2  # 公司海外事业|总监
        slot = Slot(title, Span(start, start + cut), status, body[cut:])
        if is_named(self.finder.names, self.finder.known, title, slot.extra):
            return Slot(title, None, "none", slot.extra, named=True)
        if cut == 0:
            slot.body, slot.extra = None, body
        if title.head in _ENVOYS:
            self._sent(slot, floor, start)
        if title.head[-1] == "长" and len(title.head) == 2 and slot.body and not slot.extra:
            self._overlap(slot)
        return slot

    def _strange_name(self, title: Title, floor: int) -> str:
        """心理学系|时勘|教授: a name that the tagger takes for some unknown word, between a body and a rank."""
        left = title.left
        for start in (left - 3, left - 2):
            name = self.norm[start:left]
            at = start - (self.norm[start - 1 : start] == "的")  # 兰州大学的李万同教授
            behind = at > floor and at in self.passage.word_at and self.bodies.suffix_of(self.norm[max(floor, at - 8) : at])
            if behind and is_named(self.finder.names, self.finder.known, title, name):
                return name if self.body_before(at, floor) < at - 3 else ""
        return ""

    def _former_country(self, start: int, end: int) -> int:
        """How long the name of the country is in 尼泊尔前教育部, 0 where that is not how the body begins."""
        for at in range(start + 2, min(end, start + 9)):
            word = self.norm[at : at + 2] in ("原子", "原油", "原料", "前线", "前沿")
            if self.norm[at] in _WAS and not word and self.norm[start:at] in self.bodies.countries:
                return at - start
        return 0

    def _sent(self, slot: Slot, floor: int, start: int) -> None:
        """中国驻日本大使, 埃及常驻联合国代表: the country that sends is the body."""
        left = slot.title.left
        posted = self.norm.rfind("驻", max(floor, start - 1), left)
        if posted < 0 and self.norm[start - 1 : start] in ("、", "和", "兼"):
            several = _POSTED.search(self.norm, floor, start - 1)  # 驻甲国、乙国大使
            posted = several.start() if several and self.bodies.is_place(several[1]) else -1
        if posted < 0:
            return
        posted -= self.norm[posted - 1 : posted] == "常"
        new = self.norm[posted - 2 : posted]
        if new in ("新任", "现任", "时任", "前任", "原任") and self._posted_by(slot, floor, posted - 2, left):
            slot.status, slot.extra = STATUS[new], self.norm[posted:left]
            return
        sender = min(start, posted) if start < posted else self.body_before(posted, floor, any_kind=True)
        if self.norm[posted - 1 : posted] in _WAS:  # 美国前驻华大使
            slot.status = "former"
            sender = min(sender, posted - 1) if sender < posted else self.body_before(posted - 1, floor, any_kind=True)
        end = posted - (slot.status == "former" and self.norm[posted - 1] in _WAS)
        slot.body, slot.extra = (Span(sender, end) if sender < end else None), self.norm[posted:left]

    def _posted_by(self, slot: Slot, floor: int, end: int, left: int) -> bool:
        """中国新任|驻孟大使: the country before the word of status."""
        sender = self.body_before(end, floor, any_kind=True)
        if sender < end and self.bodies.is_place(self.norm[sender:end]):
            slot.body = Span(sender, end)
            return True
        return False

    def _owned(self, title: Title, floor: int, status: str) -> Slot:
        """小米科技的创始人: a body, 的 and the title."""
        end = title.left - 1
        counted = _ONE_OF.search(self.norm, max(floor, title.left - 3), title.left)
        end = counted.start() if counted else end
        if (self.norm[end : title.left] != "的" and not counted) or title.head in STATE_HEADS:
            return Slot(title, None, status)
        quote = self.norm.rfind("“", max(floor, end - 12), end) if self.norm[end - 1] == "”" else -1
        if quote >= 0 and "公司" in title.fits:
            return Slot(title, Span(quote, end), status or self._status_before(quote, floor))  # “北京零废弃”的创始人
        end = before_bracket(self.norm, end, floor)
        start = body_start(self.bodies, self.passage, end, floor)
        owned = start < end and owner_before(self.bodies, self.norm[start:end])
        return Slot(title, Span(start, end) if owned else None, status or self._status_before(start, floor))

    def _ordinary(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is one word of the dictionary and no name of anything."""
        index, body = self.passage.word_at.get(start), self.norm[start:end]
        if index is None or self.passage.ends[index] != end or self.passage.tags[index] in ("ns", "nt", "nz", "nr", "nrt", "j"):
            return False
        named = (
            self.bodies.suffix_of(body) or self.bodies.is_place(body) or body in self.bodies.known or body in self.bodies.brands
        )
        return has_word(body) and not named and body not in self.bodies.generic

    def _status_before(self, start: int, floor: int) -> str:
        """原中国银行行长: a word of status in front of the body."""
        for word in _STATUS_WORDS:
            left = start - len(word)
            if left >= floor and self.norm.startswith(word, left) and left in self.passage.word_at:
                return "" if word == "前" and self.norm[left - 1 : left] in NOT_BEFORE_FRONT else _BEFORE[word]
        return ""

    def _middle(self, body: str) -> bool:
        """Whether a body ends inside of ``body`` (广汽集团研究|总监)."""
        return any(self.bodies.suffix_of(body[:cut]) in self.bodies.safe for cut in range(4, len(body)))

    def _overlap(self, slot: Slot) -> None:
        """宁德市长 is 市长 of 宁德市, 外交部长 部长 of 外交部: the character counts for both."""
        assert slot.body is not None
        unit, title = slot.title.head[0], slot.title
        text = self.norm[slot.body.start : slot.body.end]
        if (
            text.isascii()
            or title.start != slot.body.end
            or title.end - title.start != 2
            or text.endswith(unit)
            or text in self.bodies.generic
        ):
            return
        if unit in "省市县区州镇乡" and self.bodies.is_place(text) and not self.bodies.suffix_of(text):
            slot.body = Span(slot.body.start, slot.body.end + 1)
        elif unit in "部局厅处科" and not self.bodies.suffix_of(text) and not self.bodies.is_place(text):
            place = self.bodies.place_prefix(text)
            slot.body = Span(slot.body.start, slot.body.end + 1)
            if place and text[:place] in self.bodies.countries and unit == "部":
                slot.extra = text[place:]  # 美国财政部长 is 财政部长 of 美国财政部
