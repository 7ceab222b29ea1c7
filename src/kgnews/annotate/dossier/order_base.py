"""Who an order is about and which posts it tells."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier.context import ContextReader
from kgnews.annotate.dossier.decree_words import (
    PREFACE,
    REMARK,
)
from kgnews.annotate.dossier.offices import Office, OfficeReader, Phrase
from kgnews.annotate.dossier.order_parts import Order, State
from kgnews.annotate.dossier.people import Named, People
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Span

_LISTS = expression(r"(?:工作|人事|职务|岗位|干部|人员)调整|任免|任职|免职|任命|聘任|职务|补选|选举|当选")
_AT_HOME = expression(r"[\u4e00-\u9fff]{4}")  # more than a word on the order: 兼, 女, 常务
_TITLED = 60  # characters of posts and a name


class OrderBase:
    """Reads names and posts of orders of one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.context = ContextReader(document, passage, offices.territory)
        self.state = State()
        self.opened = 0  # where the sentence begins
        self.titled_list = bool(_LISTS.search(document.title.norm))
        self.listed = False  # a heading has said that a list of orders follows
        self.decided = False  # words of decision have led up to the orders of the sentence

    def _preface(self, start: int, words: str) -> bool:
        words_ = re.sub(r"^现再?(?:公布|宣布)", "", words.strip(" ，"))
        if not words_:
            return True
        if not PREFACE.fullmatch(words_) and not re.fullmatch(
            r"(?:国务院|(?:本次|此次)?(?:全会|大会|会议)|[\u4e00-\u9fff（）]{2,30}(?:会议|政府|委|委员会|常委会|部|公司|集团|院|局|厅|党组|董事会|"
            r"大会|校|长官))(?:\d{1,2}月\d{1,2}日|日前|近日)?(?:已经?|亦|再)?(?:决定|批准|同意|依法|提请)?",
            words_,
        ):
            return False
        self.context.hear(start, start + len(words) + 4)
        return True

    def _is_list(self) -> bool:
        return self.listed or self.titled_list

    def _titled(self, span: Span, body: str = "") -> tuple[list[Named], list[Office]]:
        """补选市委副书记、代市长某某为…: who is named with the posts held."""
        start, end = span
        while end > start and self.norm[end - 1] in " ，、：":
            end -= 1
        if end - start > _TITLED:
            return [], []
        for size in (3, 2, 4):
            at = end - size
            if at - start < 2 or not self.people.is_name(self.norm[at:end], strict=True):
                continue
            phrase = self._whole(start, at, body)
            if phrase is not None:
                return [self.people.behind(at, end, end)], phrase.offices
        return [], []

    def _whole(self, start: int, end: int, body: str = "") -> Phrase | None:
        """The posts that fill a span; a try that fails leaves no places behind."""
        places = dict(self.offices.territory.places)
        for before in dict.fromkeys((body, self.state.body)):
            phrase = self.offices.read(start, end, before)
            if phrase.whole and not self._part_of_last(phrase):
                return phrase
            self.offices.territory.places = dict(places)
        return None

    def _part_of_last(self, phrase: Phrase) -> bool:
        """选举某某为某市总工会经费审查委员会主任，其不再担任经费审查委员会副主任: the same body, told in short."""
        short = phrase.offices[0].body_name
        return 3 < len(short) < len(self.state.body) and self.state.body.endswith(short)

    def _acting(self, order: Order, verb: str) -> Order:
        """代理市长 where the verb says 代理 and the title does not."""
        word = next((one for one in ("代理", "署理") if one in verb), "")
        if word:
            order.flags["acting"] = word
            for office in order.offices:
                if not office.title.startswith(word[0]):
                    office.title = word + office.title
        return order

    def _who(self, span: Span, *, strict: bool = False) -> list[Named]:
        start, end = span
        while end > start and self.norm[end - 1] in " ，、：\n":
            end -= 1
        if end <= start:
            return []
        found = self.people.many(start, end, strict=strict)
        if strict and not found:  # 甫田、邰丽芳（女）、第五明当选…: the others of a list say that each is a name
            others = self.people.many(start, end)
            found = others if any(self._sure(one) for one in others) else []
        return found

    def _sure(self, named: Named) -> bool:
        note = self.norm[named.note.start : named.note.end] if named.note else ""
        return bool(re.search(r"女|族", note)) or self.people.is_name(self.norm[named.span.start : named.span.end], strict=True)

    def _made(self, who: list[Named], posts: Span, status: str, span: Span) -> Order | None:
        if not who:
            return None
        start, end = posts
        tail = re.search(r"(?:的?等?(?:职务|一职|职|资格|定期委任|委任))?$", self.norm[start:end])
        if tail and tail[0] and end - len(tail[0]) > start and tail[0] != "职":
            end -= len(tail[0])
        flags: dict[str, str] = {}
        while note := re.search(r" ?（([^（）]*)）$", self.norm[start:end]):
            remark = REMARK.fullmatch(note[1])
            if remark is None and not re.fullmatch(r"兼|正?副?[处科县厅局司]级|[^（）]{0,10}级|挂职[^（）]*", note[1]):
                break
            if note[1].startswith("挂职"):
                flags["on_secondment"] = note[1]
            if remark:
                flags |= {key: remark[key] for key in ("probation", "on_secondment", "acting") if remark[key]}
            end = start + note.start()
        phrase = self._whole(start, end)
        if phrase is None:
            return None
        self.state.last = who
        self.state.body = phrase.offices[-1].body_name
        for office in phrase.offices:
            flags |= {key: value for key, value in office.flags if key != "acting"}
        return Order(who, phrase.offices, status, span, flags, noted=self._noted(who))

    def _noted(self, who: list[Named]) -> list[tuple[Named, list[Office]]]:
        """替补何明（女，某市总工会党组书记、主席）: the posts at home."""
        found = []
        for named in who:
            places = dict(self.offices.territory.places)
            offices = self.offices.read(*named.note).offices if named.note and _AT_HOME.search(self.norm, *named.note) else []
            self.offices.territory.places = places
            if offices:
                found.append((named, [one for one in offices if one.body.end > one.body.start or one.body_name]))
        return found
