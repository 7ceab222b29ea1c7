"""Bare names beside verbs of winning: 物理系张三、李四获二等奖; 金奖花落歌手张三; 石桥村喜获…称号.

A name needs a mark, a body, or a word for what somebody is (选手, 姑娘, 歌手) in front of it.
"""

from __future__ import annotations

import re

from rjieba import has_word

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.model import Names
from kgnews.annotate.prizes.words import TAKEN
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_COUNT = r"[一两二三四五六七八九十\d]+"
_HELD = (
    r"(?:奖|称号|[冠亚季]军|[金银铜]牌|第[一二三四五六七八九十]+名|标兵|先进|模范|能手|十佳|优秀|[一二三特]等功|好人|人物|之星|楷模|章|最佳|最有|"
    r"最美|示范|文明|政府特殊津贴)"
)
VERB = expression(
    rf"(?:分别|分(?=获)|各(?=获)|共同|均|荣|喜|双双|并列|最终|一举|依次|同学|老师|选手|{_COUNT}[人名位](?:同学|老师|选手|学生)?|等)*"
    r"(?:荣获|荣立|荣膺|获评|获颁|获授|获得|喜获|[夺取赢]得|[勇首重再力]夺|摘得|摘取|斩获|收获|捧得|捧回|抱回|拿下|包揽|问鼎|蝉联|卫冕|屈居|揽获|入选|"
    r"[捧摘夺拿抱]走|捧起|捧获|抱得|抢得|勇获|拿回|[独喜]得|独享|共[享获]|分享|享受(?=国务院|政府)|并列(?=第)|获封|获选|膺选|"
    r"当选为?|(?<![收截捕俘缴查抓破擒荣])获(?![悉知批益准胜])|被[^，。；]{0,16}?(?:评为|授予|追授|命名为|表彰为|认定为))了?"
    rf"(?=[^，。；]{{0,40}}{_HELD})"
)
_WON = cues(
    "获 夺 摘 捧 荣 赢 评为 授予 当选 取得 拿下 包揽 抱回 问鼎 蝉联 卫冕 屈居 入选 命名为"
    " 捧|抱×走 共享 分享 享受 并列第 追授 表彰为 认定为 独|喜×得"
)
_GIVEN = expression(
    r"(?:追授|授予|追记)(?P<names>[\u4e00-\u9fff、]{2,80}?)(?:等|[\d一二两三四五六七八九十]+[名位人家个][^，。；“、]{0,6}|同志|同学|老师|烈士)*"
    r"(?=“|全国|国家|一等|二等|三等)"
)
_GIVE = cues("追授 授予 追记")
_PRIZE = r"(?:最有价值球员|最佳[^，。；：、的“”]{1,5}|奖|奖章|奖学金|勋章|冠军|亚军|季军|[金银铜]牌|称号)"
_WINNERS = expression(
    rf"(?:{_PRIZE}|”)(?:则|分别|均)?[由被](?P<by>[^，。；：！？“”《》\n]{{2,60}}?)(?:共同|分别)?{TAKEN}|"
    rf"(?:为|给|向)(?P<to>[\u4e00-\u9fff、]{{2,60}}?)(?:颁发|颁授|追授|授予|佩戴)了?(?=[^，。；]{{2,30}}?{_PRIZE})|"
    rf"{_PRIZE}”?的，?(?:分别|还|主要)?[是有为]：?(?P<are>[^，。；：！？“”《》\n]{{2,80}}?)(?=[，。；])|"
    rf"(?:{_PRIZE}”?(?:则|分别|均)?(?:授予|颁给|颁发给|颁予|花落|归属|(?:得主|获得者)(?:分别)?[是为]|[是为])|”(?:则|分别|均)?(?:授予|颁给|颁发给|颁予|花落))了?"
    r"(?P<went>(?:《[^》]{1,20}》)?[^，。；：！？“”《》\n]{2,80}?)(?=[，。；])"
)
_WHOSE = expression(
    rf"获[^，。；]{{1,24}}{_PRIZE}”?的[^，。；：“”]{{0,12}}?(?:学生|同学|选手|队员|运动员|教师|老师|工人|职工|医生|护士|民警|村民|作家|演员|歌手)"
)
_BREAK = "，。；：！？\n“”（）"
_LEAD = expression(
    r"(?:其中|由|而|我院|我校|本校|该校|来自|[\d]+岁的?|在[^，。；]{2,40}?(?:中|上|里|期间|内)|(?:昨|今|当|\d+)[日天晚]|近日|日前|最终|"
    r"近?年来|近些?年|近几年来?|多年来|一直以来|今年|去年|此次|据悉|\d{4}年)+"
)
# Where the names of a clause are over and what is told of them begins.
_TOLD = expression(
    r"则|也(?!夫)|还|又|都|均|凭|以(?!及|色列)|因|在|于(?=[\d今去同本])|分别|双双|最终|一举|再次|首次|曾(?=获|被|荣|先后|多次|经)|先后|成功|近日|日前|"
    rf"连续|随后|随即|时隔|[首重再](?=夺)|被|不敌|战胜|击败|力克|憾负|直落|等(?={_COUNT})|{_COUNT}[名位人](?=同学|选手|学生|老师|队员)|《|（"
)
_CUE = expression(
    r"(?:同学|选手|队员|运动员|老师|职工|级|班|专业|队|村|县|市|组合|代表|记者|教练|志愿者|的|队友|室友|妻子|丈夫|儿子|女儿|姑娘|小伙|小将|名将|老将|新秀|新星|"
    r"诗人|导演|编剧|前锋|后卫|门将|种子|搭档|民警|护士|医生|律师|法官|[农渔牧居村]民|[茶果花棉菜]农|青年|少年|[员生师家手工者匠士人]|院长|校长|会长|队长)\Z"
)
_ROLE = expression(
    r"(?:选手|队员|运动员|同学|姑娘|小将|名将|老将|新秀|作家|歌手|演员|诗人|导演|编剧|画家|教师|老师|教练|医生|护士|民警|队友)\Z"
)
_VILLAGE = expression(
    r"(?:[\u4e00-\u9fff]{2,4}[省市县区旗])?(?:[\u4e00-\u9fff]{2,4}(?:镇|乡|街道))?[\u4e00-\u9fff]{1,4}(?:村|社区)\Z"
)
_BODY = expression(r"[\u4e00-\u9fff\d]{4,20}(?<=团|队|所|局|院|校|学|室|科|部|区|站|厂|司)")
_TEAM = expression(r"[\u4e00-\u9fff]{2,6}队")
# 由甲、乙和丙组成的某队，最终夺得金牌
_TEAM_OF = expression(r"组成的(?P<team>[\u4e00-\u9fff]{2,18}?(?:队|组合))(?=在|以|凭|，|最终|获|夺|力|战胜|摘|一举|成功|也|同样)")
_NO_BODY = expression("所在|附近|当地|[该本其全各个这那的了名位多家被]|代表队|团队|参赛|我|年来|以来|其中|来自|所有")


class Winners:
    """Finds the names in one passage."""

    def __init__(self, document: Document, passage: Passage, names: Names, bodies: Bodies) -> None:
        self.document, self.passage, self.names, self.bodies = document, passage, names, bodies
        self.norm = passage.norm

    def find(self) -> None:
        """Add the persons who win, or to whom a prize is given."""
        for sentence in _WON.sentences(self.norm, self.passage.sentences):
            for verb in VERB.finditer(self.norm, *sentence):
                self._before(verb.start())
            for team in _TEAM_OF.finditer(self.norm, *sentence) if "组成的" in self.norm else ():
                start, end = team.span("team")
                if not Taken(self.passage, "Organization", "Person").touching(start, end):
                    add(self.passage, "Organization", start, end, name=self.passage.raw[start:end])
        for role in _WHOSE.finditer(self.norm) if "的" in self.norm else ():
            self._behind(role.end())
        for given in _GIVE.matches(_GIVEN, self.norm):
            for piece in re.finditer(r"[^、和]+", given["names"]):
                at = given.start("names") + piece.start()
                stop = at + len(piece[0])
                if not self._body(at, stop) and not self.bare(at, stop, least=-0.8 if piece.start() else 0.6):
                    break
        prized = _PRIZE_IN.sentences(self.norm, self.passage.sentences)
        for won in (won for sentence in prized for won in _WINNERS.finditer(self.norm, *sentence)):
            place = won.start(won.lastgroup or 0)
            for piece in re.finditer(r"[^、和与及]+", won[won.lastgroup or 0]):
                at, end = place + piece.start(), place + piece.end()
                if not self._body(at, end):
                    self.bare(at, end, least=0.6)

    def _behind(self, at: int) -> None:
        """获得二等奖的学生张三: the name behind the word for what he is."""
        end = Finder(self.document, self.passage).after(at, min(at + 4, len(self.norm)), least=0.6)
        if end - at in (2, 3) and not Taken(self.passage, "Person", "Organization", "Place").touching(at, end):
            self.person(at, end)

    def _before(self, verb: int) -> None:
        """The names at the head of the clause of the verb; where it has none, of the clause before."""
        for _ in range(3):
            bound = max(self.norm.rfind(mark, max(0, verb - 100), verb) for mark in _BREAK) + 1
            if not bound and verb > 100:
                return
            lead = _LEAD.match(self.norm, bound, verb)
            start = lead.end() if lead else bound
            told = _TOLD.search(self.norm, start, verb)
            end = told.start() if told else verb
            if end > start and self._names(start, end):
                return
            if self.norm[bound - 1 : bound] != "，" or (end > start and end == verb):
                return
            verb = bound - 1

    def _names(self, start: int, end: int) -> bool:
        pieces = [*re.finditer(r"[^、和与及/ ]+", self.norm[start:end])]
        found = False
        for number, piece in enumerate(reversed(pieces)):
            at, stop = start + piece.start(), start + piece.end()
            first = number == len(pieces) - 1
            if self._body(at, stop):
                found = True
                continue
            if not self.bare(at, stop, least=0.6 if first else 0.3) and not (
                number == 0 and not first and self._opening(at, stop)
            ):
                break
            found = True
        return found

    def _opening(self, at: int, stop: int) -> bool:
        """甲、乙直落两局: the name that the last piece of a list begins with."""
        if Taken(self.passage, "Person", "Organization", "Place").touching(at, stop):
            return True
        end = Finder(self.document, self.passage).after(at, stop, least=0.6)
        if end - at not in (2, 3):
            return False
        self.person(at, end)
        return True

    def _body(self, start: int, end: int) -> bool:
        """A village, a choir or a squad, which no list has."""
        text = self.norm[start:end]
        team = _TEAM.fullmatch(text) is not None and (not has_word(text) or text[:-1] in self.bodies.countries)
        known = _BODY.fullmatch(text) is not None and self.bodies.suffix_of(text) != ""
        if not (team or known or _VILLAGE.match(text)):
            return False
        place = next((m.end - start for m in Taken(self.passage, "Place").touching(start, end) if m.start == start), 0)
        if _NO_BODY.search(text, place):  # 本溪队 is not 本队
            return False
        taken = Taken(self.passage, "Person", "Organization", "Event").touching(start, end)
        if any(m.end == end for m in taken):
            return True
        if any(m.label != "Organization" or m.outer.start != start for m in taken):
            return False
        add(self.passage, "Organization", start, end, name=self.passage.raw[start:end])
        return True

    def bare(self, at: int, end: int, *, least: float) -> bool:
        """Add the name that the item is; whether it is one."""
        text = self.norm[at:end]
        if Taken(self.passage, "Person").touching(at, end):
            return True
        text = text.rpartition("》")[2]
        if "·" in text[-10:]:
            return self._in_parts(at, end)
        if not re.fullmatch("[\u4e00-\u9fff]{2,24}", text):
            return False
        if Taken(self.passage, "Organization", "Event", "Work", "Place", "Date").touching(max(at, end - 2), end):
            return False
        for length in (4, 3, 2):
            name = text[-length:]
            surname = self.names.surname_at(name, 0)
            if len(text) < length or not surname or surname >= length or self.bodies.is_place(name) or length - surname > 2:
                continue
            before = text[:-length]
            apart = not before or _CUE.search(before) is not None or self.bodies.suffix_of(before) != ""
            score = self.names.name_score(name, surname) + (0.0 if before or has_word(name) else 1.1)
            known = name in self.names.words or name in self.names.never
            enough = -0.5 if _ROLE.search(before) and not has_word(name) else min(least, 0.3) if before else least
            if apart and score > enough and not known:
                self.person(end - length, end)
                return True
        return False

    def _in_parts(self, at: int, end: int) -> bool:
        """法国作家让·雅克: a name in parts that the item ends in."""
        start = Finder(self.document, self.passage).parts_before(end, at)
        if start >= end or Taken(self.passage, "Organization", "Event", "Work", "Place").touching(start, end):
            return False
        self.person(start, end)
        return True

    def person(self, start: int, end: int) -> Mention:
        """The mention of the person there; what else was read from a part of the name gives way."""
        touching = Taken(self.passage, "Person", "Organization", "Place", "Post").touching(start, end)
        same = next((m for m in touching if m.label == "Person" and (m.start, m.end) == (start, end)), None)
        if same is not None:
            return same
        if touching:
            kept = [m for m in self.passage.mentions if m not in touching or m.start < start or m.end > end]
            self.passage.mentions = [m for m in kept if m.label != "Person" or m not in touching]
        name = re.sub(r"\s", "", self.norm[start:end])
        self.document.names.setdefault(name, 1)
        form = self.passage.raw[start:end]
        made = Mention("Person", self.passage.where, start, end, form, Span(start, end), tags=frozenset({"listed"}))
        self.passage.mentions.append(made)
        return made


_PRIZE_IN = cues("奖 章 军 牌 称号 ”×则|分|均|由|授|颁|花")
