"""Whether a story reports one event, and which events it tells only in passing: earlier ones, plans, those inside what somebody says."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kgnews.annotate.base.cues import cues
from kgnews.expressions import expression
from kgnews.records import Mention, Sentence

# Features, round-ups and obituaries: who is quoted there was asked by the journalist, or tells of another time.
_FEATURE = expression(
    r"反响|热议|热烈讨论|引发热|引起强烈|谈体会|感言|述评|综述|纪实|新春走基层|干部群众(?:纷纷|表示|认为|热)|国际人士|国际社会|海外人士|"
    r"各界人士|社会各界|多国人士|专家解读|接受[^，。；]{0,20}采访的"
)
# Columns in brackets behind a headline (（在一线）, （国际视点）, （一线行走）), and digests of many stories.
_FEATURE_HEAD = expression(
    r"观察(?!员|团|站|家)|讣告|逝世(?!.{0,6}周年)|生平|沉痛悼念|干部群众|"
    r"[（(][^（）()]{0,10}(?:一线|视点|调研行|行走|巡礼|手记|见证|聚焦|看信心|逐梦|故事|走[^（）()]{1,4}\s+看[^（）()]{1,4})[^（）()]{0,8}[）)]$|"
    r"^[【\[]?[^，。|丨：:]{0,6}(?:早读|早报|早知道|晚读|要闻速览|一周要闻|热点回顾)"
)
# Columns of comment: what is quoted there was said elsewhere.
_COMMENT = expression(
    r"[（(](?:和音|钟声|望海楼|国际论坛|人民论坛|人民时评|人民观点|评论员观察|社论|本报评论员|国际观察|环球走笔|现场评论|今日谈|快评|锐评)[）)]?"
    r"|^(?:社论|锐评|快评|时评|评论|国际观察|新华时评|央视快评|国际锐评)[丨｜|：:]"
)
# A headline that breaks off (湖北省深入开展主题教育——) and names no gathering stands over a feature.
_BROKEN_OFF = expression(r"(?!.*(?:举行|召开|举办|开幕|闭幕|开班|启动|出席|主持)).*——$")
_ASKED = expression(
    r"接受[^，。；]{0,30}(?:采访|专访)|(?:告诉|对|向)[^，。；]{0,8}记者(?:表示|说|介绍|坦言|透露|，|：)|告诉[^，。；]{0,6}记者|受访|"
    r"记者(?:[^，。；]{0,10}采访了?|走进|来到|走访|看到|见到|探访|回访|跟随|电话连线|连线)|(?:采访[时中])"
)
_ASKING = cues("采访 专访 记者 受访")  # one of these stands wherever the expression above matches
# A paragraph that opens on another scene tells what was seen there: the conference of the lead is over.
_SCENE = expression(
    r"^[“\s]*[^，。；！？“”]{0,16}(?:课堂|教室|车间|田间|田|地|实验室|病房|工地|果园|大棚|操场|生产线|街头|家|店|院子|窗口|办公会|例会)(?:里|上|内|中|头|边|前)，"
)
_CITED_BEFORE = expression(r"(?:召开|举行|举办|闭幕)的[^，。；]{0,12}$")
_CITED = expression(
    r"[”》]?(?:上)?(?:强调|指出|提出|要求|明确|部署|作出|决定|审议通过|通过(?!腾讯|钉钉|云|[线网]|视频|直播|[^，。；]{0,16}(?:方式|形式|平台|会议室))|提到)"
)
_EARLIER = expression(r"去年|前年|上一?[届年次]|早在|此前|曾|当年|同年|年前")
_PLANNED = expression(r"(?:将|拟|计划|定于|即将|有望)(?!军|领|士|官)[^，。；]{0,20}$|明年|下一?[届次年]|[明后][天年]")
_WILL = expression(r"[^，。；]{0,6}(?:将|拟|计划|定于|即将)(?:于|在|由|以)?")
_QUOTED = expression(r"(?<!据)(?<!记者)(?:说|表示|指出|强调|认为|称|透露|介绍)[，：]")
_SAYING = expression(r"(?:说|表示|指出|强调|认为|称|透露|希望|建议|愿|呼吁|邀请|期待|欢迎|祝贺|感谢)(?:[，：]|(?=[^，。；]{2}))")
_NEXT = expression(
    r"^[“\s]*(?:[^，。；]{0,16}(?:随后|之后|此后|接着|最后|会[前后]|结束后|当天|当日|当晚|同日|同期|期间|后，|活动后|[\d一二三四五六七八九十][日号]|上午|下午|晚上|中午|傍晚|"
    r"还|分别|并)|(?:昨天|今天|昨日|今日|日前|近日))|\d{4}年\d{1,2}月\d{1,2}日(?:[上中下]午|晚[上间]?)?，"
)
_IN_MARKS = expression(r"“[^”]*”|《[^》]*》|【[^】]*】")
_SPEAKS_HERE = expression(r"[^，。；：]{0,30}(?:说|表示|指出|强调|认为|提出|建议|称)[，：]")
_MONTH = expression(r"(\d{4})(?:-(\d{1,2})(?!\d))?")
_MONTHS = 3
_RECENT = timedelta(days=15)
_OPENING = 240  # characters of a paragraph that tell what the story is: a whole text may stand in one


def moves_on(before: str) -> bool:
    """Whether words that stand before an event in its sentence say that the story goes on to it: 随后, 会后, 24日下午."""
    return bool(_NEXT.search(before))


def is_feature(headline: str, around: str) -> bool:
    """Whether headline or opening paragraph tell that the story gathers voices, or looks back."""
    return bool(_FEATURE.search(headline + around[:_OPENING]) or _FEATURE_HEAD.search(headline) or _BROKEN_OFF.match(headline))


def other_scene(text: str) -> bool:
    """Whether a sentence opens where no conference is: 课堂上，教授对研究生们提出一个课题."""
    return "，" in text[:24] and _SCENE.match(text) is not None


def comments(headline: str) -> bool:
    """Whether the headline tells that the story is a comment: it names events, and is at none."""
    return _COMMENT.search(headline) is not None


def asks(text: str) -> bool:
    """Whether a journalist asks people in the story: who is quoted need not have been at the event."""
    return _ASKING.stand_in(text) and bool(_ASKED.search(text))


def aside(sentence: Sentence, event: Mention, today: str) -> str:
    """How a sentence tells an event in passing: "said" (in somebody's words), "cited", "earlier", "planned", else ""."""
    at, end = event.outer.start - sentence.start, event.outer.end - sentence.start
    before = sentence.text[:at]
    speaker = next((m for m in sentence.mentions if m.label == "Person" and m.outer.end - sentence.start <= at), None)
    if _QUOTED.search(before) or (speaker is not None and _SAYING.search(before, speaker.outer.end - sentence.start)):
        return "said"
    if _CITED_BEFORE.search(before) and _CITED.match(sentence.text, end):
        return "cited"
    before = _IN_MARKS.sub("", before)
    clause = re.split(r"[；]", before)[-1]
    if _EARLIER.search(clause) or any(_long_ago(m, today) for m in sentence.mentions if m.start < event.start):
        return "earlier"
    return "planned" if _PLANNED.search(before) or _WILL.match(sentence.text, end) else ""


def _long_ago(mention: Mention, today: str) -> bool:
    """Whether a date lies months before the article's, or a year tells that it does."""
    then, now = _MONTH.match(mention.name), _MONTH.match(today)
    if mention.label != "Date" or then is None or now is None:
        return False
    if then[2] is None or now[2] is None:
        return int(then[1]) < int(now[1])
    return (int(now[1]) - int(then[1])) * 12 + int(now[2]) - int(then[2]) > _MONTHS


def these_days(mention: Mention, today: str) -> bool:
    """Whether a mention is a day of the week or two before the article's."""
    if mention.label != "Date" or len(mention.name) != 10 or len(today) < 10:
        return False
    return timedelta(0) <= date.fromisoformat(today[:10]) - date.fromisoformat(mention.name) <= _RECENT


def in_speech(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person is named in what somebody else says: 甲表示，乙的演讲……; 甲提出，……；乙提出，…… has two speakers."""
    start, end = mention.outer.start - sentence.start, mention.outer.end - sentence.start
    if _SPEAKS_HERE.match(sentence.text, end) and sentence.text[start - 1 : start] in ("，", "；", ""):
        return False
    return bool(_QUOTED.search(sentence.text, max(0, sentence.text.rfind("；", 0, start)), start))
