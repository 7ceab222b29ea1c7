"""Lists of guests and of speakers, read item by item: 甲，乙和丙及有关负责人参加会议; 参会的有甲，乙，还有丙; 甲、乙等先后发言.

A pattern cannot tell forty names with nested titles from a sentence with commas; here each item must be a person with what belongs
to him, or a group without a name, and the first that is neither ends the list. What is read becomes statements of the grammars
``guest-list`` and ``speaker-list``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

# The symbols that stand for mentions while a sentence is read; OTHER is any that a list steps over.
PERSON, EVENT, BODY, OTHER, POST = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_SYMBOLS = {"Person": PERSON, "Event": EVENT, "Organization": BODY, "Post": POST}
_ANY = "\ue000-\ue004"

_CROWD = (
    r"代表|负责人|负责同志|同志|师生|学生|同学|教师|老师|教职工|职工|干部|人员|嘉宾|专家|学者|领导|官员|人士|家长|校友|媒体|群众|成员|学员|"
    r"志愿者|企业家|记者|青年|新生|本科生|研究生|博士生|硕士生|主席团|代表团|班主任|辅导员|队员|运动员|选手|领导人|使节|"
    r"党员|会员|委员|团队|班子|部门|单位|机构|企业|高校|院校|院长|书记|主任|处长|部长|局长|市长"
)
_COUNT = r"(?:等)?(?:共计?)?(?:[近约逾超]?[0-9一二两三四五六七八九十百千几数多余]+[余多]?[人名位]|[^，。；、]{0,6}[人名位])?"
_LINK = r"(?:以及|及其?|和|与|还有|另有|还包括|包括|特?邀请?到?了?|并?有)?"
_ACTS = expression(
    r"[是把将说谈]|就(?!业)|对(?!外|口|台)|(?<!作)为(?!首)|围绕|表示|指出|强调|认为|主持|作了|做了|进行|介绍|出席|参加|参会|与会|讲话|致辞|发言|担任|欢迎|感谢|"
    r"会见|陪同|率领?|带领|举行|召开|开展|通过|以下简称|根据|按照|获|颁|受聘|传达|贯彻|领会|一道|一同|共同|来到|走进|听取|"
    r"(?:学习|考察|调研|交流|讨论)(?!(?:与|和)?(?:合作|发展|促进|协作|传播|研究)?(?:处|部|中心|室|科|司|局|协会|学会|学院|基金会|委员会|专员|项目))|[“”：]"
)
_PERSON_ITEM = expression(
    rf"{_LINK}(?P<lead>(?:作为|来自)?[^，。；：！？、{PERSON}{EVENT}]{{0,30}}){PERSON}"
    rf"(?:副?教授|老师|先生|女士|同志|博士|院士|研究员|律师|处长|院长|主任|书记|同学|委员|代表(?=[、，和等及分先依]|\Z)|一行|夫妇|夫人|[（][^（）]{{0,60}}[）])*"
    rf"(?:代表(?![^{PERSON}]*(?:欢迎|感谢|祝贺|看望|[会接]见))[^，。；、{PERSON}{EVENT}]{{0,20}}{PERSON})?"
    rf"(?:(?:以及|及其?|和|与|等)[^，。；、{PERSON}{EVENT}]{{0,30}}(?:{_CROWD}|[{BODY}{POST}]){_COUNT}|等(?!待)[^，。；、{_ANY}]{{0,16}}{POST}?|[一二两三四五六七八九十0-9]+[位名人][^，。；、{_ANY}]{{0,10}})?"
)
_GROUP_ITEM = expression(
    rf"{_LINK}(?P<lead>[^，。；：！？、{PERSON}{EVENT}]{{0,40}}?)(?:(?:{_CROWD}|[{BODY}{POST}]){_COUNT}|等|等人)"
)
# A body and something short behind it is a guest whose name was not read (国际儒学院常务副长俞某某): it parts no list.
_UNREAD_ITEM = expression(
    rf"{_LINK}(?P<lead>[{BODY}{OTHER}{POST}]{{1,3}}[^，。；：！？、{_ANY}]{{2,14}}|[^，。；：！？、{_ANY}·]{{1,6}}·[^，。；：！？、{_ANY}·]{{1,6}})"
)
_GOES = (
    rf"(?:代表(?:(?!欢迎|感谢|祝贺)[^，。；{PERSON}]){{0,12}})?(?:共同|一同|一起|也|还|均|都|分别|应邀|受邀|现场|在线|"
    r"全程|集体|亲临|莅临|到场|拨冗|线上|线下|通过视频|以视频方式|在主会场|等)*"
)
_PRESENT = expression(
    rf"{_GOES}(?:(?:出席|参加|列席|莅临|观摩|旁听|参与|亲临)了?(?P<which>[^，。；：！？、{PERSON}]{{0,40}})|参会|与会|到会|到场|"
    r"担任[^，。；]{0,12}(?:评委|评审|(?<!主讲)(?<!演讲)嘉宾))"
    r"(?P<end>[，。；！]|并|\Z)"
)
_OBJECTLESS = expression(
    r"(?:此次|本次|这次|上述|了|相关|有关|当天的?|整个)*(?:会议|大会|活动|讲座|论坛|仪式|座谈|座谈会|研讨|研讨会|培训|开幕式|报告会|比赛|典礼|党课|沙龙)?"
)
_OTHER_THING = expression(
    r"会见|会谈|调研|考察|工作|审议|调查|检查|慰问|走访|陪同|革命|培训工作|评审|救援|演出|项目|抗战|战争|建设|上述|座谈后|"
    r"讨论|协商|表决|投票|选举"
)
_ITS_KIND = expression(r"了?(?:此次|本次|这次)?(调研|讨论|座谈|考察|交流|协商|评审|慰问|调查)(?:活动|会|会议)?")
_GUESTS = expression(
    rf"(?:(?:应邀|受邀|到场)?(?:参会|与会|出席|参加|参与|到会|列席|应邀前来|莅临)了?(?:此次|本次|这次|的|{EVENT}|会议|会谈|座谈|活动|讲座|现场|仪式|典礼|"
    rf"[、并和]|讨论|指导|应邀)*(?:主要|各位|校方|校外|外|[^，。；、：{PERSON}]{{1,16}}(?=领导|分别[是为有]|包括|{POST}))?(?:{POST}|领导人?|嘉宾|专家|学者|人员|老师|教师|代表|同志|成员|校友|单位)*(?:[和及、](?:领导|嘉宾|专家|学者))?"
    r"(?:还|主要|另|分别)?(?:有|为|包括|是)(?:（[^（）]{0,16}）)?：?)"
)
_SPEAK = expression(
    rf"(?:各自|分别|先后|依次|也|还|均|都|共同|相继|陆续|等|[一二两三四五六七八九十]+人|[一二两三四五六七八九十]+位[^，。；、{_ANY}]{{0,6}})+"
    rf"(?:(?:结合|围绕|就|从|针对|立足|以)[^，。；：{PERSON}]{{2,40}}，)?(?:[^，。；：！？{PERSON}]{{0,90}}?)"
    rf"(?:(?:介绍|汇报|阐述|讲述|分享|解读|回顾|剖析|探讨|论述|阐释|通报|讲解|呈现)了(?!解)|致辞|致词|讲话|发言|作报告|做报告|演讲|宣读|述职|汇报|点评|授课|宣讲|发了言|"
    rf"(?:作|做|发表|进行|带来|提出)了?(?:[^，。；{PERSON}]{{0,40}}?)(?:报告|演讲|发言|讲话|分享|讲座|致辞|汇报|点评|说明|介绍|宣讲|交流|看法|意见|建议))|"
    rf"(?:为[^，。；{PERSON}]{{1,10}})?(?:作|做|发表|带来)了?(?:[^，。；{PERSON}]{{0,16}}?)(?:报告|演讲|发言|讲座|分享)"
)
_NOT_YET = expression(r"^.{0,7}[要将拟应]|希望|学习|传达|聆听|听取|听了|收听|观看")
_TALKED_WITH = expression(rf"(?:[与同]|，和)[^，。；]{{0,40}}{PERSON}")
_SPEAKERS = expression(
    r"(?:主讲|演讲|报告|发言|点评|对话|分享)(?:嘉宾|专家|人)(?:还|主要|分别|依次)?(?:有|为|是|包括|：)+|(?:作|做|发表|带来)了?[^，。；\ue000]{0,16}(?:报告|演讲|发言|分享|讲话)的?(?:专家|学者|嘉宾|代表|老师|同学|领导)?(?:还|主要|分别|依次)?(?:有|为|是|：)+|"
    r"(?:发言|致辞|致词|演讲|讲话|作报告|作主旨报告|分享|述职|汇报|点评|评议|主讲|授课)的(?:专家|学者|嘉宾|代表|老师|同学|领导|人)*(?:还|主要|分别|依次|先后)*(?:有|为|是|包括)：?"
)
# What all four of these hold somewhere: a sentence without is not read.
_CUES = cues(
    "出席 参加 列席 莅临 观摩 旁听 参与 亲临 参会 与会 到会 到场 担任 前来 致辞 致词 讲话 发言 发了言 报告 演讲 宣读 述职 汇报 点评 授课 "
    "宣讲 分享 讲座 说明 介绍 交流 看法 意见 建议 嘉宾 主持人 主讲人 与谈人 对谈人 评议人 点评人 报告人 "
    "阐述 讲述 解读 剖析 论述 阐释 通报 讲解 呈现"
)
# 与谈人（按姓氏拼音排序）：甲（某院副教授）乙（某院教授）: a notice.
_NOTICED = expression(
    r"(?P<chair>主持人)?(?:主讲人|报告人|演讲人|与谈人|对谈人|评议人|点评人|主讲嘉宾|与谈嘉宾|对谈嘉宾)?(?<=[人宾])"
    rf"(?:（[^（）{PERSON}]{{0,16}}）)?[：:](?P<who>(?:\s*{PERSON}(?:[（(][^（）()]{{0,60}}[）)]|\s|、|副?教授|老师|博士|研究员)*)+)"
)
_BRACKETED = expression(r"[（(][^（）()]*[）)]")
_SPLIT = expression(r"[，；、]|(?:以及|和|与|及)(?=[^，。；、]{0,60}[\ue000\ue002])")
_ENTRY = expression(r"(?:[^，；、。！？（]|（[^（）。]{0,80}）|（)+(?:[，；、]|\Z)?")
_LONGEST = 1500  # no list of guests has more characters, mentions counted as one


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its mentions as symbols; ``at`` maps the position of a symbol to its mention."""

    sentence: Sentence
    text: str
    at: dict[int, Mention]
    starts: list[int]

    @property
    def event(self) -> Mention | None:
        """The event that the sentence stands in."""
        return self.sentence.event

    def person(self, start: int, end: int) -> Iterator[Mention]:
        """The persons of ``text[start:end]``, but for those whom others stand in for (甲代表乙)."""
        found = (i for i in range(start, end) if i in self.at and self.at[i].label == "Person")
        return (self.at[i] for i in found if not (PERSON in self.text[start:i] and self.text[i - 2 : i] == "代表"))


def mark(document: Document, annotated: Annotated) -> None:
    """Add the statements of all lists of guests and of speakers."""
    norms = {passage.where: passage.norm for passage in document.passages}
    found: list[Statement] = []
    for sentence in annotated.sentences:
        if _CUES.within(norms[sentence.where], sentence.start, sentence.end) and _has_person(sentence):
            line = _line(sentence)
            found += _attending(line)
            found += _named_as_guests(line)
            found += _speaking(line)
            found += _named_as_speakers(line)
            found += _noticed(line)
    annotated.statements = (*annotated.statements, *found)


def _has_person(sentence: Sentence) -> bool:
    return any(m.label == "Person" for m in sentence.mentions)


def _line(sentence: Sentence) -> _Line:
    pieces: list[str] = []
    at: dict[int, Mention] = {}
    starts: list[int] = []
    position = length = 0
    for mention in sentence.mentions:
        begin, end = mention.outer.start - sentence.start, mention.outer.end - sentence.start
        if begin < position:
            continue
        pieces.append(sentence.text[position:begin])
        starts.extend(range(sentence.start + position, sentence.start + begin))
        length += begin - position
        at[length] = mention
        pieces.append(_SYMBOLS.get(mention.label, OTHER))
        starts.append(sentence.start + begin)
        length += 1
        position = end
    pieces.append(sentence.text[position:])
    starts.extend(range(sentence.start + position, sentence.end + 1))
    return _Line(sentence, "".join(pieces), at, starts)


def _attending(line: _Line) -> Iterator[Statement]:
    for verb in _PRESENT.finditer(line.text):
        event = _attended(line, verb)
        if event is None:
            continue
        begin = _list_before(line.text, verb.start())
        if begin > 0 and line.text[verb.start() - 1] == "，":
            continue  # 甲会见乙主席、丙等，出席某会: who attends opens the sentence
        end = verb.end("end") - len(verb["end"])
        yield from _statements("guest-list", line, (begin, end), event, verb.start())


def _attended(line: _Line, verb: re.Match[str]) -> Mention | None:
    which = verb["which"] or ""
    before, event, behind = which.partition(EVENT)
    if event:
        fits = not _OTHER_THING.search(before) and re.match(r"并|[^，]{0,4}\Z", behind)
        return line.at[verb.start("which") + len(before)] if fits else None
    if line.event is not None and (own := _ITS_KIND.fullmatch(which)) and own[1] in line.event.name:
        return line.event  # 参加调研, where the event is 某某调研会
    if _OTHER_THING.search(which) or not _OBJECTLESS.fullmatch(which):
        return None
    talks = "座谈" not in which or line.event is None or "会" in line.event.name
    return line.event if talks else None


def _list_before(text: str, end: int) -> int:
    """Where the list that ends at ``end`` begins; ``end`` where none does. It never begins inside an enumeration."""
    low = max(0, end - _LONGEST)
    cuts = [mark.span() for mark in _SPLIT.finditer(text, low, end)]
    starts, ends = [low, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), end]
    begin = end
    for index in range(len(starts) - 1, -1, -1):
        if starts[index] < ends[index] and not _is_item(text[starts[index] : ends[index]]):
            break
        if index == 0 or text[cuts[index - 1][0]] in "，；":
            begin = starts[index]
    return begin


def _is_item(item: str) -> bool:
    item = item.strip(" \n“”")
    match = _PERSON_ITEM.fullmatch(item) or _GROUP_ITEM.fullmatch(item) or _UNREAD_ITEM.fullmatch(item)
    return match is not None and not _ACTS.search(match["lead"])


def _named_as_speakers(line: _Line) -> Iterator[Statement]:
    for cue in _SPEAKERS.finditer(line.text):
        if line.event is not None:
            yield from _statements("speaker-list", line, (cue.end(), _list_behind(line.text, cue.end())), line.event)


def _noticed(line: _Line) -> Iterator[Statement]:
    if line.event is None or "：" not in line.text + line.sentence.text:
        return
    roles = {at: ("chair-list", at) for at, person in line.at.items() if _chairs(line, person)}
    for role in _NOTICED.finditer(line.text):
        begin, end = role.span("who")
        inside = [range(*mark.span()) for mark in _BRACKETED.finditer(line.text, begin, end)]
        named = (i for i in range(begin, end) if line.text[i] == PERSON and not any(i in part for part in inside))
        for at in named:
            roles.setdefault(at, ("chair-list" if role["chair"] else "speaker-list", role.start()))
    for at, (grammar, begin) in sorted(roles.items()):
        span = Span(line.starts[begin], line.at[at].outer.end)
        yield Statement(grammar, line.sentence.where, span, line.at[at], line.event, {})


def _chairs(line: _Line, person: Mention) -> bool:
    """主持人：甲, where the words before the colon were read as his title."""
    lead = line.sentence.text[person.outer.start - line.sentence.start : person.start - line.sentence.start]
    return person.label == "Person" and lead.endswith(("主持人：", "主持人:"))


def _named_as_guests(line: _Line) -> Iterator[Statement]:
    for cue in _GUESTS.finditer(line.text):
        event = next((line.at[i] for i in range(cue.start(), cue.end()) if line.text[i] == EVENT), line.event)
        if event is None:
            continue
        end = _list_behind(line.text, cue.end())
        yield from _statements("guest-list", line, (cue.end(), end), event)


def _list_behind(text: str, begin: int) -> int:
    """Where the list that begins at ``begin`` ends; ``begin`` where none does."""
    end = begin
    for item in _ENTRY.finditer(text[begin : begin + _LONGEST]):
        words = re.split(r"(?:以及|和|与|及)(?=[^，。；、]{0,60}\ue000)", item[0].rstrip("，；、"))
        if not all(_is_item(word) for word in words if word):
            break
        end = begin + item.end()
    return end


def _speaking(line: _Line) -> Iterator[Statement]:
    for verb in _SPEAK.finditer(line.text):
        own = next((line.at[i] for i in range(verb.start(), verb.end()) if line.text[i] == EVENT), None)
        event = own or line.event
        if event is None or _NOT_YET.search(verb[0]):
            continue
        begin = _list_before(line.text, verb.start())
        if "交流" in verb[0] and _TALKED_WITH.search(line.text, 0, verb.start()):
            continue  # 来访者与甲，乙和丙等学者进行交流
        yield from _statements("speaker-list", line, (begin, verb.end()), event, verb.start())


def _statements(grammar: str, line: _Line, within: tuple[int, int], event: Mention, until: int = 0) -> Iterator[Statement]:
    """One statement for each person of ``line.text[within]``, but for those behind ``until``."""
    begin, end = within
    people = [m for m in line.person(begin, until or end) if "principal" not in m.tags]
    for order, person in enumerate(people, 1):
        span = Span(line.starts[begin], line.starts[end])
        properties = {"order": str(order)} if len(people) > 1 else {}
        yield Statement(grammar, line.sentence.where, span, person, event, properties)
