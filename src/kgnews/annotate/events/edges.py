"""Where the name of an event begins: the words to the left of its head noun that cannot belong to it."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.base.walk import tag_at
from kgnews.annotate.events.heads import Heads
from kgnews.annotate.events.words import EDITION, INSPECTING, OWN_VERBS, PREFIX, STAGING, YEAR
from kgnews.expressions import expression

_OPENS = expression(rf"{YEAR}|{EDITION}|全国(?:政协|人大|人民|代表|两会|教育|宣传|组织)|中国共产党第")
# 纪念甲同志诞辰100周年座谈会, 甲新闻思想研讨会: whom the event honours belongs to its name.
_HONOURS = expression(
    r"(?:诞辰|逝世|从教|从艺|从医|百年|百岁|牺牲|遇难|"
    r"[^，。；：！？、]{0,4}(?:思想|学术成就|生平|事迹|作品|艺术|奖助学金))"
)
_ASIDE = expression(r"记者|通讯员|摄|图|见|联播|抗击|供稿|来源|编辑")
_ENDS = expression(r"(?:十[一二三四五六七八九]|二十)大$|全会$|会议$")
_ENDING_STOPS = frozenset({"出席", "参加", "举行", "召开", "举办", "主持", "主办", "承办"})
_CLAUSE_START = expression(
    r"(?:[，。；！？：\n]|^|[，。；！？：\n][^，。；！？：\n]{0,3}(?:将|要|愿|会|以|来|自|并|又|还|已|可|再|共同|共|积极|深入|成功|全力|继续|努力|进一步|坚决))$"
)
_HONOUR = frozenset({"纪念", "庆祝", "学习", "致敬", "缅怀", "悼念", "欢庆", "聚焦", "走进", "相约"})
_TAKES_PLACE = expression(
    r"[^，。；！？\n]{2,30}?(?:举行|召开|举办|开幕|闭幕|启动|揭幕|开班|结业|落幕|开展|进行|上[，发作]|拉开)|[^，。；！？\n]{2,4}(?:[。！”》\n]|\Z)"
)
_OF_HEAD = ("发展大会", "技能竞赛", "知识竞赛")  # 合作与|发展大会: what is joined here stands before the head noun proper
_HARD = frozenset("，。；：！？、|\n“《（‘【〈〔…~～丨#")


class Edges:
    """Stops the walk back from the heads of one passage. ``head``: where the head noun of the name in work begins."""

    def __init__(self, passage: Passage, heads: Heads, taken: Taken) -> None:
        self.passage, self.heads, self.taken = passage, heads, taken
        self.head = 0

    def stops(self, start: int, end: int) -> bool:
        """Whether the word ``[start, end)`` does not belong to the name any more."""
        passage, word = self.passage, self.passage.norm[start:end]
        if word[-1] == "会" and self.heads.ends_in(passage.norm[max(0, end - 8) : end]) and passage.norm[end : end + 1] == "暨":
            return False
        if (
            word in _HARD
            or (word in self.heads.stops and not (word == "大型" and passage.norm[start - 1 : start] == "”"))
            or word[-1] == "是"
            or (len(word) > 2 and (word[-2:] in _ENDING_STOPS or word[:2] in _ENDING_STOPS))
        ):
            return True
        if word[-1] == "）" and (start == 0 or passage.norm[start - 1] in " \n。” 电讯" or _ASIDE.search(word)):
            return True
        if word == "的":
            return passage.norm[start - 1 : start] != "党"
        if word == " " or word in self.heads.plural:
            return True
        tag = tag_at(passage, start)
        if word in ("电", "日电") and re.search(r"\d日电$", passage.norm[max(0, end - 4) : end]):
            return True  # 新华社北京4月2日电
        if word in INSPECTING and any(m.label == "Place" and m.start == end for m in self.taken.touching(end, end + 1)):
            return True  # 在浙江调研|杭州亚运会筹办工作
        if word == "颁发" and end != self.head:
            return True
        if end == self.head and word in ("申办", "筹办", "备战", "承办"):
            return True
        if word in STAGING and passage.norm[end : end + 1] == "“":
            return True
        if tag == "v" and len(word) > 1 and word not in OWN_VERBS and _OPENS.match(passage.norm, end):
            return not any(m.label == "Organization" and m.end >= end for m in self.taken.touching(start, end))
        if tag[:1] == "v" and self._predicate(start, end):
            return True
        if word == "好" and (index := passage.word_at.get(start, 0)) and passage.tags[index - 1][:1] in ("v", "a"):
            return True  # 落实好|中央经济工作会议精神
        if passage.norm[start : start + 2] in ("和平", "和谐", "和解"):
            return False
        if word in ("和", "与", "及", "以及"):
            return (end == self.head and not passage.norm.startswith(_OF_HEAD, end)) or self._joins_ends(start)
        if tag in ("p", "y", "e", "c", "ul", "uz", "ug", "uv") and word != "暨" and len(word) < 4:
            return True
        return self._covered(start, end)

    def _predicate(self, start: int, end: int) -> bool:
        """Whether a verb at the head of a clause acts on the event: 一道努力，推动|汉堡峰会取得成功; but 推动长江发展座谈会在京召开."""
        text = self.passage.norm
        if not (_CLAUSE_START.search(text, max(0, start - 6), start) and self._named_from(end)):
            return False
        return text[start:end] not in _HONOUR and _TAKES_PLACE.match(text, self.head, self.head + 40) is None

    def _named_from(self, at: int) -> bool:
        """Whether a place, a body or an edition stands here: then the name may begin with it."""
        named = any(m.start == at for m in self.taken.touching(at, at + 1) if m.label in ("Place", "Organization"))
        return named or self.passage.norm[at : at + 1] in "《“" or _OPENS.match(self.passage.norm, at) is not None

    def _joins_ends(self, start: int) -> bool:
        """Whether A和B are two things here, and the name begins at B: A ends a name or an event."""
        before = self.passage.norm[max(0, start - 12) : start]
        return (
            ((left := self.taken.ending_at(start)) is not None and left.label != "Post" and not self._edition(left.outer.start))
            or before[-1:] in "”》）"
            or bool(_ENDS.search(before) or self.heads.ends_in(before))
        )

    def _edition(self, at: int) -> bool:
        """第十八次|东盟|与中日韩领导人会议: an edition in front holds the two together."""
        return PREFIX.search(self.passage.norm, max(0, at - 10), at) is not None

    def _covered(self, start: int, end: int) -> bool:
        """Whether a person or a full date stands here (a year may belong to a name)."""
        for mention in self.taken.touching(start, end):
            if mention.label == "Person" and mention.outer.end == end and not _HONOURS.match(self.passage.norm, end):
                return True
            if mention.label == "Person" and mention.outer.end == end - 1 and self.passage.norm[end - 1] in "为向给在":
                return True  # 丁茂为|学员培训班讲课: the tagger took name and preposition for one word
            if (
                mention.label == "Date"
                and mention.end >= end
                and not re.fullmatch(YEAR, self.passage.norm[mention.start : mention.end])
            ):
                return True
        return False
