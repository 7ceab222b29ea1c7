"""Events: a head noun (论坛, 座谈会, 大赛, 签约仪式 …) with its name to the left, back to the word that cannot belong to it.

Found here are candidates: ``name`` is set where the words name or describe an event, "" where they only point (大会,
本次论坛, 会上). What each pointing form means, and which forms name one event, ``settle_events`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.base.tables import table, word_set
from kgnews.annotate.base.walk import back, opener
from kgnews.annotate.events.edges import Edges
from kgnews.annotate.events.edition_names import without_editions
from kgnews.annotate.events.heads import Heads
from kgnews.annotate.events.words import (
    ACTIVITY,
    AT_MEETING,
    BEFORE_SPIRIT,
    BODY_BEHIND,
    COUNTED,
    EDITION,
    HELD_IN_MARKS,
    HELD_THERE,
    HOLDING,
    HOLDING_MARKS,
    HOSTING,
    MEANS,
    NO_GATHERING,
    PREFIX,
    SPIRIT,
    SPORT,
    SUMMIT,
    TALKS,
    WEAK,
)
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_TAIL = expression(
    r"（[^（）。，]{1,14}(?:站|赛区|领域|专场|分会场|组|届|赛|场)）|·[\u4e00-\u9fff]{2,6}(?=[”活])|"
    r"(?<=[讲][堂坛座])(?:·[^，。；“”]{2,16}|系列)?第[一二三四五六七八九十百\d]+[讲期场回]"
)
_LEADING_EDITION = expression(EDITION)
_SESSION = expression(r"第[一二三四五六七八九十百\d]+[次届]")
_MARKED = expression(rf"{EDITION}|(?:20|19)\d\d|[“《]")
_EDITED = expression(rf"{EDITION}|[”》]$")
_OF_ACT = expression(r"(?:签署|签订|签约|纪念|庆祝|颁发|揭牌|成立)[^，。；：“”《》\n]{2,20}的$")
_NUMBERED = expression(r"\d{1,2}[.．、](?=[^\d])")  # 1.夏令营举办时间
_DETERMINER = expression(r"(?:本次|本期|此次|这次|本届|这届|此届|该届|该|这一|这场|本|此|上述|当天的?|当日的?)$")
# Heads that are ordinary words too: events only where the words around them say so.
_STRICT = word_set(
    "会晤 活动 对话 磋商 评选 路演 集训 演习 演练 展览 比赛 两会 庆典 联赛 竞赛 沙龙 党课 展会 培训 演出 汇演 比武"
)
_ACTS_ON = word_set("启动 开启 见证 宣布 主持 观摩 点燃 助力 承接 并作 并做 作 做 位于")
_AS_HOST = expression(r"[^，。；的]{0,40}?(?:主办|举办|承办|协办|联合发布|发起)")
_ACTS_AS_BODY = expression(r"[、和与向]|副?会长|名誉会长|执行会长|主席|秘书长|等")
_IN_BRACKET = expression(r"（[^（）。，]{2,24}）")
_STRENGTHENS = expression(r"(?:进一步)?(?:加强|深化|推进|增进|促进|开展|进行|通过|保持|扩大)")
_SEVERAL = expression(r"^(?:超过|共计|累计|多达|[近约逾超共])?(?:[二三四五六七八九十百两多数几]|\d|上[百千万]|[百千]余)")
# 已成功举办|五届|某研讨会: so many of them, and no fifth.
_EDITIONS = expression(r"[二三四五六七八九十百\d]+届(?!全国|[一二三四五六七八九十\d]+次)")
_HELD_SO_OFTEN = expression(r"(?:已经?|成功|连续|先后|累计|[共曾])(?:举办|召开|举行|主办|承办|举办过|连续举办)(?:了|过)?$")
_LISTED_NAME = expression(r"(?:第[一二三四五六七八九十百\d]+届|首届|20\d\d年?)[\u4e00-\u9fff]{2,16}、$")
_FIRST_OF, _NEXT = expression(r"[一二三]、$"), "二三四"
_SIGNING = expression(r"(?:组委会|主办方)?(?:正式|现场|共同|分别)?签[署订约]")
_ONLINE = ("腾讯会议", "视频号直播会议")  # a programme, no meeting
_TWO_SESSIONS = expression(r"(?:(?:20\d\d年)?(?:全国|省|市|区|县|自治区|[\u4e00-\u9fff]{2}省?)?)两会$")


def find(document: Document) -> None:
    """Add the candidates of title and text as Event mentions; ``tags`` hold their kind."""
    heads = table(document.terms, Heads)
    without_editions(document)
    for passage in document.passages:
        reader = _Reader(passage, heads)
        found = [mention for head in heads.find(passage.norm) if (mention := reader.candidate(head))]
        found += [reader.pointing(match.start(), match.end()) for match in AT_MEETING.finditer(passage.norm)]
        found += [reader.pointing(*match.span(1), "contest") for match in _sports(passage.norm)]
        passage.mentions.extend(_outermost(found))


def _sports(norm: str) -> Iterable[re.Match[str]]:
    return SPORT.finditer(norm) if "赛事" in norm else ()


def _outermost(found: list[Mention]) -> list[Mention]:
    """Without those inside another: 论坛 in 论坛年会."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


class _Reader:
    """Reads the candidates of one passage."""

    def __init__(self, passage: Passage, heads: Heads) -> None:
        self.passage, self.heads = passage, heads
        self.taken = Taken(passage)
        self.edges = Edges(passage, heads, self.taken)
        self.end = 0

    def candidate(self, found: Span) -> Mention | None:
        """The event whose head stands at ``found``; None where the word is no event here."""
        start, end = found
        self.end = end
        head = self.passage.norm[start:end]
        if self._inside_other(start, end):
            return self._titled(start, end, head)
        if tail := _TAIL.match(self.passage.norm, end):
            end = tail.end()
        quoted = self._quoted(start, end)
        if MEANS.match(self.passage.norm, end) or self.passage.norm.endswith(_ONLINE, max(0, start - 2), end):
            return None
        if quoted:
            return self._judged(head, quoted.start, start, quoted.end, quoted)
        self.edges.head = start
        left = back(self.passage, start, self.edges.stops)
        if _SEVERAL.match(self.passage.norm[left:start]) and self._counted(left, start):
            return None
        left += self._counted(left, start)
        if (often := _EDITIONS.match(self.passage.norm, left, start)) and _HELD_SO_OFTEN.search(
            self.passage.norm, max(0, left - 7), left
        ):
            left = often.end()
        left = self._with_list(self._with_body(left, start))
        if numbered := _NUMBERED.match(self.passage.norm, left, start):
            left = numbered.end()
        if left == start and self.passage.where == "title" and self.passage.norm[start - 1 : start] == " ":
            left = self._over_break(start)
        if (
            left == start
            and head in ("仪式", "活动", "大会")
            and (act := _OF_ACT.search(self.passage.norm, max(0, start - 26), start))
        ):
            return self._mention(
                act.start(), end, Span(act.start(), end), self.passage.norm[act.start() : end], self.heads.kind(head)
            )
        return self._judged(head, left, start, end, None)

    def _titled(self, start: int, end: int, head: str) -> Mention | None:
        """《2018年甲研讨会》 in book marks is an event, no book, where it is held."""
        text = self.passage.norm
        left = opener(text, end, max(0, end - 60)) if text[end : end + 1] == "》" else -1
        if left < 0 or not (HELD_IN_MARKS.match(text, end + 1) or HOLDING_MARKS.search(text, max(0, left - 12), left)):
            return None
        return self._mention(left + 1, end, Span(left, end + 1), text[left + 1 : end], self.heads.kind(head))

    def _with_body(self, left: int, start: int) -> int:
        """人权审议工作组第36次会议: the left edge of the body that the walk back from the head stopped in."""
        touching = self.taken.touching(left, start)
        inside = (m for m in touching if m.label == "Organization" and m.start < left < m.end)
        return next((m.start for m in inside if _SESSION.fullmatch(self.passage.norm, m.end, start)), left)

    def _with_list(self, left: int) -> int:
        """新疆首届线上家装建材、|家具博览会, 一、|二级教授荣退仪式: where a name begins that has a list in it."""
        text = self.passage.norm
        if text[left - 1 : left] != "、":
            return left
        if _FIRST_OF.search(text, max(0, left - 3), left) and text[left] in _NEXT:
            return left - 2
        if self.heads.ends_in(text[max(0, left - 6) : left - 1]) or _MARKED.match(text, left):
            return left  # 甲研讨会、第六届乙论坛
        listed = _LISTED_NAME.search(text, max(0, left - 26), left)
        return back(self.passage, listed.start(), self.edges.stops) if listed else left

    def _over_break(self, start: int) -> int:
        """Where a name begins that a headline of two lines breaks right before its head; ``start`` where none does."""
        left = back(self.passage, start - 1, self.edges.stops)
        return left if start - left > 6 else start

    def pointing(self, start: int, end: int, kind: str = "meeting") -> Mention:
        """会 in 会上, 赛事."""
        return self._mention(start, end, Span(start, end), "", kind)

    def _judged(self, head: str, left: int, start: int, end: int, quoted: Span | None) -> Mention | None:
        text = self.passage.norm
        if self.passage.where == "title" and text[left - 1 : left] == "（" and text[end : end + 1] == "）":
            return None  # the column that it stands in: （国际论坛）
        before = text[max(0, left - 5) : left]
        kind = self.heads.kind(head)
        marked = quoted is not None or bool(_MARKED.search(text, left, start))
        if head == "活动" and NO_GATHERING.search(text, max(0, start - 6), start):
            return None
        if any(before.endswith(word) for word in self.heads.plural) or (text[end : end + 1] == "们"):
            return None
        inside = quoted is not None and text[quoted.start - 1] == "“"
        outer = Span(left - 1, end + 1) if inside else Span(left, end)
        determiner = _DETERMINER.search(before)
        if determiner and quoted is None:
            outer = Span(left - len(determiner[0]), end)
        if text[left:start] in _ACTS_ON and quoted is None:
            left = start  # 共同启动|论坛
            outer = Span(left, end)
        modifier = text[left:start]
        named = quoted is not None or (len(modifier) > 1 and not (determiner and WEAK.match(modifier)))
        if modifier.rstrip("暨的") in self.heads.kinds and not marked and not self._told(head, before, modifier, marked):
            named = False
        if head == "两会" and (sessions := _TWO_SESSIONS.search(text, max(0, end - 9), end)):
            left, modifier, named = max(left, sessions.start()), "全国", True
            outer = Span(left, end)
        elif head in _STRICT and not (named and self._told(head, before, modifier, marked)):
            if head in ("会晤", "对话", "磋商", "评选", "路演", "集训", "沙龙", "联赛", "培训"):
                return None
            named = False
        if head == "代表大会" and modifier.endswith("人民") and not _MARKED.search(modifier):
            return None
        if named and (self._is_body(before, end) or (head == "联谊会" and _ACTS_AS_BODY.match(text, end))):
            return self._body(left, end, outer)
        return self._mention(
            left if named else start,
            end,
            outer,
            text[left:end] if named else "",
            kind,
            weak=named and quoted is None and not marked and bool(WEAK.match(modifier)),
            determined=bool(determiner),
        )

    def _told(self, head: str, before: str, modifier: str, marked: bool) -> bool:
        """Whether a head that is an ordinary word too (活动, 对话, 演练) names an event with this modifier."""
        if head in ("对话", "磋商") and _STRENGTHENS.match(modifier):
            return False  # 加强执法安全|对话与交流
        if head in ("对话", "磋商"):
            return bool(TALKS.search(modifier) or _LEADING_EDITION.match(modifier))
        if head == "会晤":
            return not before.endswith(("同", "与", "和", "跟")) and bool(SUMMIT.search(modifier))
        if head == "活动":
            behind = self.passage.norm[self.end : self.end + 30]
            held_there = len(modifier) > 4 and HELD_THERE.match(behind) is not None
            held_there = held_there or (len(modifier) > 3 and HOSTING.search(before) is not None)
            return (marked and len(modifier) > 5) or bool(ACTIVITY.search(modifier)) or held_there
        held = HOLDING.search(before) or (before.endswith("的") and HOLDING.search(before[:-1]))
        if _EDITED.search(modifier) or (held and head != "展会"):
            return True
        return marked and head != "培训"

    def _is_body(self, before: str, end: int) -> bool:
        """由甲论坛和乙共同举办, 甲论坛常务理事: the forum is a body here."""
        text = self.passage.norm
        if BODY_BEHIND.match(text, end):
            return True
        if before[-1:] in ("与", "同", "和") and _SIGNING.match(text, end):
            return True
        if before.endswith("由") and (bracket := _IN_BRACKET.match(text, end)):
            end = bracket.end()
        return before.endswith("由") and text[end : end + 1] in "和与及、主举" and _AS_HOST.match(text, end) is not None

    def _body(self, start: int, end: int, outer: Span) -> Mention:
        form = self.passage.raw[start:end]
        return Mention("Organization", self.passage.where, start, end, form, outer, form)

    def _mention(
        self, start: int, end: int, outer: Span, name: str, kind: str, *, weak: bool = False, determined: bool = False
    ) -> Mention:
        form = self.passage.raw[start:end]
        whole = form.replace(" ", "") if " " in form and self.passage.where == "title" and not form.isascii() else form
        mention = Mention("Event", self.passage.where, start, end, form, outer, whole if name else "", generic=not name)
        mention.tags = frozenset({kind} | ({"weak"} if weak else set()) | ({"determined"} if determined else set()))
        return mention

    def _inside_other(self, start: int, end: int) -> bool:
        return any(m.label in ("Work", "Person") and m.start <= start and m.end >= end for m in self.taken.touching(start, end))

    def _quoted(self, start: int, end: int) -> Span | None:
        """The name inside “…” that ends with this head, with an edition or year in front of the quotation."""
        text = self.passage.norm
        if text[end : end + 1] != "”":
            return None
        left = opener(text, end, max(0, end - 60))
        if left < 0 or re.search(r"[。；！？]", text[left:end]) or ("，" in text[left:end]):
            return None
        self.edges.head = left
        begin = back(self.passage, left, self.edges.stops) if PREFIX.search(text, max(0, left - 16), left) else left
        begin += self._counted(begin, left)
        return Span(begin, end + 1) if begin < left else Span(left + 1, end)

    def _counted(self, left: int, start: int) -> int:
        modifier = self.passage.norm[left:start]
        match = COUNTED.match(modifier)
        skipped = match.end() if match else 0
        if SPIRIT.match(self.passage.norm, start + 2) and (verb := BEFORE_SPIRIT.match(modifier, skipped)):
            skipped = verb.end()
        return skipped
