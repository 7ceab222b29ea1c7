"""Head nouns of events (论坛, 座谈会, 大赛 …) and the words that stop a name, as one automaton."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from kgnews.annotate.base.cues import cues
from kgnews.expressions import expression
from kgnews.records import Span
from kgnews.schema.terms import Terms

_NEVER_BEHIND = expression(
    r"(?:室|厅|中心|展览中心|展示中心|堂|馆|员|长(?![期达春沙江城久时])|纪要|主席团|场[地馆所次]|语言|服(?!务)|教授|感|家(?!园)|力(?!量)|断|板|队|组委会|筹委会|"
    r"执委会|秘书处|报道组|(?:时间|日期|地点|内容|题目|主题|对象|名称)(?:[：:]|\s|(?=[A-Z]))|基地|战(?!略)|计划|办公室|领导小组|指挥部|规则|资格|成绩|奖学金)"
)
_NOT_BEHIND = {
    last: re.compile(behind)
    for last, behind in {
        "会": "议|[员计谈见晤]|商(?!会)",
        "展": "开(?![展幕馆])|[示现望出览]",
        "赛": "[事程道区场制况点]",
        "课": "[程堂题]",
    }.items()
}

# A noun in 会, 展, 班 … that no list has is an event where it is held (调研会, 学习班, 消费电子展, 高层对话 … 在京举行), and a
# numbered part of a series is one (公开课第一讲), as is a delegation's session.
_NUMBER = r"第[一二三四五六七八九十百\d]{1,4}"
_HELD = (
    r"(?:举行|举办|召开|开幕|开展|启幕|闭幕|落幕|开班|结业|开赛|开营|开讲|收官|落下帷幕|拉开帷幕|拉开序幕|开启|揭幕|登场|开锣|"
    r"开演|上演|开馆|鸣枪|开跑|鸣金收兵|打响|收兵)"
    r"(?=[，。；、！”）\s]|$|之际|期间|前夕|[前后时]|以来|开[赛跑])"
)
# The same nouns where the verb stands in front and the clause ends behind them: 在文化宫举行庆丰收游戏会，
_CALLED = expression(
    r"(?<!决定|准备|计划|希望|建议|可以|能够)(?:举行|举办|召开|主办|承办|协办|联办|合办)(?:了|的)?(?![^，。；：！？“”《》\n]{0,24}(?:的|等|各|多[个场次]|系列))"
    r"(?:[^，。；：！？“”《》、\n]{2,24}|“[^，。；：！？“”《》、\n]{2,24})$"
)
_ENDING = expression(
    r"(?:会(?<![社机工协学商议国总分教委互省市县人农两事常盟金体运央帮约误生终盛机只就才都也不能定还将]会)|展(?<![发开进施扩拓伸]展)|赛(?<![参开竞完停]赛)|"
    r"[班营](?<![夜领运上下接换科航本经露]\S))(?=[，。；！]|”|$)"
)
_DAY_OR_PLACE = r"(?:(?:于|在|将|今|昨|线上|\d{1,2}[日号月])[^，。；：、“]{0,26}?)?"
_WELL = r"(?:如期|成功|隆重|正式|顺利|圆满|顺利地)*"
_SOON = rf"(?:{_NUMBER}[届次期季站]|（[^）]{{1,12}}）)?(?:，(?=[今昨]|\d{{1,2}}[月日]))?{_DAY_OR_PLACE}{_WELL}"
_NO_BODY = "(?<![社机工协学商议国总分教委互省市县人农两事常盟金体运央帮约误生终盛机只就才都也不能定还将]会)"
_OPEN = expression(
    rf"(?:[\u4e00-\u9fff]会{_NO_BODY}(?:{_NUMBER}[期次])?(?={_SOON}{_HELD})"
    rf"|(?:对话|磋商|会商)(?={_SOON}{_HELD})|代表团审议)"
    rf"|(?:(?<=次)(?:(?:常务|会员|扩大)*(?:理事|执委|全委|委员|常委|主席|会长|监事|董事)(?:[（(]扩大[）)]|扩大)?会(?!议))(?={_SOON}{_HELD}))"
    rf"|(?:[\u4e00-\u9fff]展(?<![发开进施扩拓伸]展)(?={_SOON}{_HELD}))"
    rf"|(?:(?:(?<=“[\u4e00-\u9fff]{{2}})|(?<=“[\u4e00-\u9fff]{{3}})|(?<=“[\u4e00-\u9fff]{{4}}))会(?=”{_SOON}{_HELD}))"  # “海科会”
    rf"|(?:[\u4e00-\u9fff]周(?<![本上下每近前后整这那一二两三四五六七八九十数多几个\d]周)(?={_SOON}{_HELD}))"  # 教育交流周在贵阳开幕
    rf"|(?:[\u4e00-\u9fff]博会(?<![赌微]博会)(?={_SOON}{_HELD}|[是系]?由|得到|获|的?[主承协][办]))"
    rf"|(?:[\u4e00-\u9fff]赛(?<![参开竞完停]赛)(?={_SOON}{_HELD}))"
    rf"|(?:[\u4e00-\u9fff]{{2}}节(?<![端国元清中重春儿教妇劳圣复情感建环][\u4e00-\u9fff]节)(?<![音礼季过环细情关师童春]节)"
    rf"(?={_SOON}{_HELD}|[开闭]幕式|上，(?<![章枝骨时小调]节上，)))"
    rf"|(?:[\u4e00-\u9fff][班营](?<![夜领运][班营])(?={_SOON}{_HELD}))"
    rf"|(?:(?:论坛|课堂|沙龙|公开课|直播|报告会?|系列){_NUMBER}[讲期场回])"
)
# One of these stands in every sentence that the expression above matches in.
_OPENS = cues(
    "举行 举办 召开 开|启|闭|落|揭×幕 开|收|结×班 结业 开×展|赛|营|讲|启|锣|演|馆|跑 收官 帷幕 序幕 登场 上演 鸣枪 鸣金 收兵 打响 审议 第 "
    "主办 承办 协办 博会 节上"
)
_KINDS = {"会晤话商": "meeting", "展节周": "show", "赛": "contest", "班营": "training", "讲期场回": "lecture", "议": "session"}


def _sentences(text: str, places: list[int]) -> Iterator[Span]:
    """What stands between two full stops or ends of lines around each of the places."""
    end = -1
    for place in places:
        if place > end:
            start = max(text.rfind("。", 0, place), text.rfind("\n", 0, place)) + 1
            end = min(at if at >= 0 else len(text) for at in (text.find("。", place), text.find("\n", place)))
            yield Span(start, end)


class Heads:
    """Head nouns as one expression, with their kinds; the words that stop a name."""

    def __init__(self, terms: Terms) -> None:
        self.kinds = dict(terms["event_heads"])
        # An automaton, not an alternation: hundreds of heads take re 90 ms to compile and are tried one by one at each character.
        self.automaton = AhoCorasick(list(self.kinds))
        self.stops = frozenset(terms["event_stops"])
        self.plural = frozenset(word for word, value in terms["event_stops"].items() if value == "plural")

    def find(self, text: str) -> list[Span]:
        """The heads of ``text``, the longest at each place, none inside another; a word that goes on (会议室, 赛程) is none."""
        found: list[Span] = []
        matches = [(start, -end) for _, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True)]
        for sentence in _sentences(text, _OPENS.places(text)):
            matches += [(match.start(), -match.end()) for match in _OPEN.finditer(text, *sentence)]
        if "办" in text or "召开" in text or "举行" in text:
            ending = (
                match for match in _ENDING.finditer(text) if _CALLED.search(text, max(0, match.start() - 32), match.start())
            )
            matches += [(match.start(), -match.end()) for match in ending]
        for start, back in sorted(matches):
            end = -back
            if (not found or start >= found[-1].end) and not self._goes_on(text, end):
                found.append(Span(start, end))
        return found

    def kind(self, head: str) -> str:
        """What sort of event the head names; of a head that no list has, its last character tells."""
        return self.kinds.get(head) or next(kind for ends, kind in _KINDS.items() if head[-1] in ends)

    @staticmethod
    def _goes_on(text: str, end: int) -> bool:
        own = _NOT_BEHIND.get(text[end - 1])
        return bool(_NEVER_BEHIND.match(text, end) or (own and own.match(text, end)))

    def ends_in(self, text: str) -> str:
        """The longest head that ``text`` ends in, ""."""
        return next((text[i:] for i in range(len(text)) if text[i:] in self.kinds), "")
