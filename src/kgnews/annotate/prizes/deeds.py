"""Who receives the prizes behind a verb: read clause by clause, backwards from the verb.

甲队选手张三、乙队的李四获金奖; 张三凭《…》捧回新人奖; 张三战胜对手，成功卫冕冠军; 该村被命名为…. Whoever stands before the verb,
and is not held by a preposition, receives; where nobody does, who opened the clause before, or whom 他 and 该村 mean.
What is read becomes statements of the grammar ``prize-deed``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.prizes.clauses import Clauses, behind
from kgnews.annotate.prizes.days import dated
from kgnews.annotate.prizes.words import (
    ADVERBS,
    AMONG,
    BY,
    DESCRIBES,
    GOES_ON,
    HOW,
    KINDS,
    NOBODY,
    NOT_SO,
    OTHERS,
    PEOPLE,
    PRONOUN,
    RUMOUR,
    SOME,
    SPEAKS,
    TEAM,
    THINGS,
    WHERE,
    Deed,
)
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_RELATIVE = expression(r"”?(?:荣誉)?(?:称号)?的(?!优异|好成绩|佳绩|成绩|殊荣|桂冠|荣誉|称号)")
_SOMEBODY = r"[^，。；：！？“”（）在与和对向被让给]{0,12}(?:[^，。；：！？“”（）]{1,6}、)?"
_RESPECTIVELY = expression(r"包揽|分别|依次|分(?=获|夺|摘)|各自")
_DIVISION = expression("[省市县区旗州镇乡村]$")
# Between the last receiver and the verb or the prize.
_CLOSE = expression(
    r"(?:[、和与及][^，。；“”]{2,30}?)?(?:等[^，。；“]{0,12}|[\d一二两三四五六七八九十]+[名位家个人][^，。；“]{0,6}|同志|同学|老师|烈士|先生|女士|"
    r"主席|总统|总理|首相|国王|女王|陛下)*"
)
_TO = expression(r"(?:[向给为])[^，、]{0,6}$")
_ASIDE = expression(r"^[（(][^（）()]{0,30}[）)]")  # 甲（指导教师乙）获奖
_ACCEPTS = expression(r"(?:接受|领取|捧回)了?[^，。；]{0,24}$")  # 接受了该组织授予的称号
_TEAM = expression(TEAM)
_LONGEST = 60


class _Reader(Clauses):
    """Reads one sentence."""

    def __init__(self, passage: Passage, sentence: Sentence, near: Sequence[Mention], house: Mention | None) -> None:
        super().__init__(passage, sentence)
        self.near, self.house = near, house

    def receivers(self, deed: Deed) -> list[Mention]:
        """Those who receive; empty where nobody surely does."""
        start = self.clause(deed.start)
        zone = self.text(start, deed.start)
        if NOT_SO.search(zone):
            return []
        end = deed.awards[-1].outer.end
        if relative := _RELATIVE.match(self.text(end, self.sentence.end)):
            others = self._winners(end + relative.end())
            among = (
                [m for m in self.who if start <= m.outer.start and m.outer.end == deed.start - 1] if zone.endswith("等") else []
            )
            return others or among[-1:]  # 为甲等荣获某奖的十人颁奖
        group = self.group_before(start, deed.start)
        if group:
            return group if self._his(group, deed) else []
        if some := SOME.search(zone):
            return self._among(end, ahead=some.end() == len(zone))
        if meant := self._meant(zone, start):
            return meant
        if not self._nobody(zone):
            return []
        return self._earlier(start)

    def _among(self, end: int, *, ahead: bool) -> list[Mention]:
        """10名教师被授予“…”，其中张三坐着轮椅上台领奖: whom the next clause tells of among them."""
        among = AMONG.match(self.text(end, self.sentence.end)) if ahead else None
        stop = end + among.end() if among else end
        here = [m for m in self.who if m.label == "Person" and end <= m.outer.start and m.outer.end <= stop]
        return self.listed(here, end) if here else []

    def _winners(self, start: int) -> list[Mention]:
        """获得二等奖的乙校学生张三、李四: the persons right behind."""
        found: list[Mention] = []
        at = start
        for one in self.who:
            if one.outer.start < start:
                continue
            between = self.text(at, one.outer.start)
            if not (re.fullmatch("[、和]" if found else _SOMEBODY, between)) or (found and one.posts):
                break
            at = one.outer.end
            if one.label == "Person":
                found.append(one)
            elif found:
                break
        return found

    def given(self, deed: Deed) -> list[Mention]:
        """授予甲、乙“…”称号, 向丙颁发…: those between the verb and the prize, or between 向 and the verb."""
        start = self.clause(deed.start)
        zone = self.text(start, deed.start)
        if NOT_SO.search(zone):
            return []
        at = deed.awards[0].outer.start
        told = [m for m in self.who if deed.end <= m.outer.start and m.outer.end <= at and m.label != "Place"]
        if told:
            near = len(self.text(deed.end, told[0].outer.start)) < 8 and _CLOSE.fullmatch(self.text(told[-1].outer.end, at))
            return self.listed(told, deed.end) if near else []
        accepted = _ACCEPTS.search(zone) if self.text(deed.end, at) == "的" else None
        if accepted:
            return self.group_before(start, start + accepted.start())
        before = [m for m in self.who if start <= m.outer.start and m.outer.end <= deed.start]
        if not before or self.text(deed.end, at) or not _CLOSE.fullmatch(self.text(before[-1].outer.end, deed.start)):
            return []
        group = self.listed(before, start)
        return group if _TO.search(self.text(start, group[0].outer.start)) else []

    def _his(self, group: list[Mention], deed: Deed) -> bool:
        """Whether nothing between the receiver and the verb makes another the receiver."""
        gap = self.text(group[-1].outer.end, deed.start)
        gap = behind(PEOPLE, _ASIDE.sub("", gap))
        bare = self._framed(gap)
        if group[-1].label != "Person" and _noun(bare):
            return False
        rest = behind(ADVERBS, bare)
        if group[-1].label == "Place" and not _collective(deed) and (rest or not _DIVISION.search(group[-1].form)):
            return False
        return len(gap) <= _LONGEST and not OTHERS.search(bare)

    def _framed(self, gap: str) -> str:
        """The words without those of place, manner and agent."""
        return BY.sub("", WHERE.sub("", HOW.sub("", _TEAM.sub("", gap))))

    def group_before(self, start: int, end: int) -> list[Mention]:
        """The last of the clause whom no preposition holds, with those before him in a list."""
        inside = [m for m in self.who if start <= m.outer.start and m.outer.end <= end]
        while inside and self.is_held(inside, start):
            inside.pop()
        if not inside:
            return []
        return self.listed(inside, start)

    def _nobody(self, zone: str, others: re.Pattern[str] = OTHERS) -> bool:
        """Whether the words name nothing that could have won."""
        bare = self._framed(zone)
        rest = behind(ADVERBS, bare)
        return not rest or (NOBODY.match(rest) is not None and not others.search(rest))

    def _earlier(self, start: int) -> list[Mention]:
        """Who opened one of the clauses before, in the same sentence; else whom the sentences before are about."""
        end = start - 1
        for _ in range(5):
            if end <= self.sentence.start:
                return self._topic()
            if self.text(end, end + 1) not in "，；":
                return []
            begin = self.clause(end)
            clause = self.text(begin, end)
            if RUMOUR.search(clause) or NOT_SO.search(clause):
                return []
            inside = [m for m in self.who if begin <= m.outer.start and m.outer.end <= end]
            if begin > self.sentence.start and DESCRIBES.match(clause):
                end = begin - 1
                continue
            if inside and (told := self._told_of(clause, begin)) is not None:
                return told
            first = self.first(inside, begin)
            if first:
                if first[-1].label != "Person" and first[-1].outer.end < end and self.noun_at(first[-1].outer.end):
                    return []
                rest = behind(ADVERBS, behind(PEOPLE, self.text(first[-1].outer.end, end)))
                return [] if SPEAKS.match(rest) or OTHERS.search(self._framed(rest)) else first
            if begin == self.sentence.start and (topic := self._topic()):
                return topic
            pronoun = self._meant(clause, begin)
            if pronoun:
                return pronoun
            if not (
                self._nobody(clause, THINGS)
                or self._acts(begin, clause)
                or any(m.outer.start < end < m.outer.end for m in self.who)
            ):
                return []
            end = begin - 1
        return []

    def _acts(self, begin: int, clause: str) -> bool:
        """Whether the clause opens with a verb, so that its subject is that of the clause before."""
        at = begin + len(clause) - len(behind(ADVERBS, clause))
        index = self.passage.word_at.get(at)
        return index is not None and self.passage.tags[index] == "v" and not THINGS.search(clause)

    def _topic(self) -> list[Mention]:
        topic = self.sentence.topic
        if topic is None or topic.label != "Person" or not GOES_ON.match(self.sentence.text):
            return []
        return [topic]

    def _told_of(self, clause: str, at: int) -> list[Mention] | None:
        """她还到甲市参加了比赛，抱回奖杯: whom 她 means, who opens the clause; None where no pronoun does."""
        pronoun = PRONOUN.match(clause, ADVERBS.match(clause).end())  # type: ignore[union-attr]
        if pronoun is None or not pronoun["he"]:
            return None
        rest = behind(ADVERBS, clause[pronoun.end() :])
        return [] if SPEAKS.match(rest) or OTHERS.search(self._framed(rest)) else self._him(at)

    def _him(self, at: int) -> list[Mention]:
        """Whom 他 means: the one person that the sentence has named before, else whom the sentences before are about."""
        mine = {m.name or m.form: m for m in self.who if m.label == "Person" and m.outer.end <= at}
        topic = self.sentence.topic
        told = [topic] if topic is not None and topic.label == "Person" else []
        return [*mine.values()] if len(mine) == 1 else [] if mine else told

    def _meant(self, zone: str, at: int) -> list[Mention]:
        """Whom 他, 该村, 学校 at the head of the clause mean."""
        lead = ADVERBS.match(zone)
        pronoun = PRONOUN.match(zone, lead.end() if lead else 0)
        if pronoun is None or not self._nobody(zone[pronoun.end() :]):
            return []
        if pronoun["he"]:
            return self._him(at)
        ends = KINDS[pronoun["kind"]]
        house = self.house
        if pronoun["it"] in (None, "我") and house is not None and (house.name or house.form)[-1:] in ends:
            return [house]
        if pronoun["it"] == "我":
            return []
        fitting = {m.name or m.form: m for m in self.near if len(m.form) > 2 and (m.form[-1] in ends or m.name[-1:] in ends)}
        here = [m for m in fitting.values() if self.passage.norm.find("\n", m.start, self.sentence.start) < 0]
        return here[-1:] or ([*fitting.values()] if len(fitting) == 1 else [])


def _noun(gap: str) -> bool:
    """Whether the words right behind a body go on with a noun: 甲大学乙项目获…."""
    rest = behind(ADVERBS, gap)
    return bool(rest) and NOBODY.match(rest) is None and len(rest) > 1


def mark(document: Document, annotated: Annotated) -> None:
    """Add the statements about who receives what."""
    deeds = document.notes.get("deeds")
    if not isinstance(deeds, list) or not deeds:
        return
    said: list[Statement] = []
    before: list[Mention] = []
    for sentence in annotated.sentences:
        here = [d for d in deeds if d.where == sentence.where and sentence.start <= d.start < sentence.end]
        bodies = [m for m in sentence.mentions if m.label in ("Organization", "Place")]
        bodies += [p.body for m in sentence.mentions for p in m.posts if p.body is not None and p.body.label == "Organization"]
        if here and not RUMOUR.search(sentence.text):
            reader = _Reader(
                document.title if sentence.where == "title" else document.text, sentence, before + bodies, annotated.house
            )
            for deed in here:
                said.extend(_told(reader, deed))
        before = (before + [m for m in bodies if m.where == "text"])[-8:] if bodies else before
    annotated.statements = (*annotated.statements, *said)


def _told(reader: _Reader, deed: Deed) -> Iterator[Statement]:
    who = reader.given(deed) if deed.given else reader.receivers(deed)
    told = reader.sentence.mentions  # none in a line of a life, which other passes have read
    free = not told or (deed.apart and not any(m.outer.start <= deed.end < m.outer.end for m in told))
    awards = [a for a in deed.awards if free or a in told]
    if len(who) == 1 and len(awards) > 1 and deed.apart and who[0].label == "Person":
        pairs = []  # 包揽冠亚军 takes two; the other is not known
    elif len(who) > 1 and len(awards) > 1 and _RESPECTIVELY.search(reader.text(who[-1].outer.end, deed.end)):
        pairs = list(zip(who, awards, strict=True)) if len(who) == len(awards) else []
    else:
        pairs = [(one, award) for one in who for award in awards]
    for one, award in pairs:
        if one.label == "Person" and "collective" in award.tags:
            continue
        body = replace(one, label="Organization") if one.label == "Place" else one
        said = Statement("prize-deed", award.where, _span(one, award), body, award, {})
        yield dated(said, reader.sentence, one, deed.start)


def _collective(deed: Deed) -> bool:
    return any("collective" in award.tags for award in deed.awards)


def _span(one: Mention, award: Mention) -> Span:
    if one.where != award.where or one.start > award.end or award.end - one.start > 300:
        return Span(award.outer.start, award.outer.end)
    return Span(one.start, award.outer.end)
