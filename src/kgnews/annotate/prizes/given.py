"""Who stands behind the prize: 金奖由甲获得, 导演奖颁给乙, 冠军归属丙, 获得一等奖的是丁和戊, 新人奖得主是己;
“…”评选揭晓，10人当选，其中有庚.

What is read becomes statements of the grammar ``prize-deed``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kgnews.annotate.base.document import Document
from kgnews.annotate.prizes.days import dated
from kgnews.annotate.prizes.words import NOT_SO, RUMOUR, TAKEN
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_TO = expression(
    r"”?(?:[（(][^（）()]{0,20}[）)])?(?:则|均|都|也|最终|分别|已|同时|双双|被)*"
    r"(?:(?P<by>[由被])|(?P<is>[是为])(?=[^的]{2})|颁给|颁发给|颁予|授予|花落|归属|归(?=[^类])|属于|(?:的?(?:\d{4}年?度?)?(?:得主|获得者|获奖者|荣获者|奖项得主))(?:则|均|也|分别)?(?:是|为|：)|"
    r"(?:称号|荣誉称号|荣誉)?的[^，。；：、“”]{0,8}?，?(?:还|主要|分别|则)?(?:有|是|为|包括)：?)了?"
)
_TAKEN = expression(rf"(?:[^，。；、]{{0,8}}?)(?:共同|分别|联合|同时|一举|双双)*{TAKEN}")
_COUNTED = expression(r"[一二两三四五六七八九十\d]+[名位][^，。；]{0,8}(?:——|：)")  # 授予三位科学家——甲，乙和丙
_STOP = expression(r"[，。；！？\n（]")
_LIST_STOP = expression(r"[。；！？\n（]")
_NOT_TO = expression(r"(?:颁奖|评委|主办|组织|负责|评选|评审|承办|设立|颁发|创立|冠名|主持|揭晓|赞助|表示|介绍)")
_BETWEEN = expression(r"[、和与及/]|以及|，|。|；|等|\Z")
_RESULT = expression(r"(?:，|：)?(?:其中有|其中包括|分别是|分别为|他们是|它们是|包括|当选者有|名单为)：?")
_CHOSEN = expression(r"当选|入选|上榜|获评|获奖|榜上有名|获此殊荣")
_GROUP = expression(
    r"(?:等[^，。；、]{0,14})?(?:光荣|成功|荣幸|一同|共同)*(?:当选|入选|上榜|榜上有名|获此殊荣|获此荣誉|获此称号)(?=[，。；\n]|\Z)"
)


def mark(document: Document, annotated: Annotated) -> None:
    """Add the statements about prizes that go to somebody."""
    announced = document.notes.get("announced")
    told: list[Mention] = announced if isinstance(announced, list) else []
    said: list[Statement] = []
    for sentence in annotated.sentences:
        awards = [m for m in sentence.mentions if m.label == "Award"]
        mine = [m for m in told if m.where == sentence.where and sentence.start <= m.start < sentence.end]
        if not (awards or mine) or RUMOUR.search(sentence.text):
            continue
        for award in awards:
            said.extend(_goes_to(sentence, award))
        for award in mine:
            said.extend(_chosen(sentence, award))
    annotated.statements = (*annotated.statements, *said)


def _goes_to(sentence: Sentence, award: Mention) -> Iterator[Statement]:
    at = award.outer.end - sentence.start
    cue = _TO.match(sentence.text, at)
    if cue is None:
        return
    opening = max(sentence.text.rfind(mark, 0, award.outer.start - sentence.start) for mark in "，。；：！？\n") + 1
    if NOT_SO.search(sentence.text[opening : cue.end()]):
        return
    told = cue[0].endswith("：") or _COUNTED.match(sentence.text, cue.end())
    stop = (_LIST_STOP if told else _STOP).search(sentence.text, cue.end())
    end = stop.start() if stop else len(sentence.text)
    who = _standing(sentence, cue.end(), end)
    if cue["by"]:
        taken = _TAKEN.match(sentence.text, who[-1].outer.end - sentence.start) if who else None
        if taken is None:
            return
    if cue["is"] and (len(who) != 1 or sentence.text[who[0].outer.end - sentence.start :][:1] not in "，。；"):
        return  # 一等奖为张三提供的奖品
    awards = _together(sentence, award)
    if len(awards) > 1:
        pairs = list(zip(who, awards, strict=True)) if "分别" in cue[0] and len(who) == len(awards) else []
    else:
        pairs = [(one, award) for one in who]
    for one, prize in pairs:
        yield dated(_statement(one, prize), sentence, one, award.outer.start)


def _together(sentence: Sentence, award: Mention) -> list[Mention]:
    """最佳男演员奖和最佳女演员奖分别由…: the prizes joined to this one, and it."""
    found, base = [award], sentence.start
    for one in reversed([m for m in sentence.mentions if m.label == "Award" and m.outer.end <= award.outer.start]):
        if sentence.text[one.outer.end - base : found[0].outer.start - base] not in ("和", "与", "及", "、"):
            break
        found.insert(0, one)
    return found


def _standing(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """The persons between two places, and the bodies to which none of them belongs, up to the first gap with a verb."""
    base, found, at = sentence.start, list[Mention](), start
    inside = [m for m in sentence.mentions if start <= m.outer.start - base and m.outer.end - base <= end]
    for index, one in enumerate(inside):
        before = sentence.text[at : one.outer.start - base]
        if one.label == "Award" or _NOT_TO.search(before) or len(before) > 24:
            break
        at = one.outer.end - base
        if one.tags & {"silent", "byline"} or not (one.name or one.form):
            break
        if one.label == "Person":
            found.append(one)
        elif one.label == "Organization":
            following = inside[index + 1] if index + 1 < len(inside) else None
            if sentence.text.startswith("的", at) and not (following is not None and following.label == "Person"):
                break  # 由甲大学的某某获得, whose name nothing has told
            belongs = following is not None and not re.search("[、，和与及]", sentence.text[at : following.outer.start - base])
            if not belongs and (_BETWEEN.match(sentence.text, at) or _TAKEN.match(sentence.text, at)):
                found.append(one)
    return found


def _chosen(sentence: Sentence, award: Mention) -> Iterator[Statement]:
    """“…”评选揭晓，甲、乙等10人当选; 共有10人当选，其中有甲、乙."""
    text, base = sentence.text, sentence.start
    at = award.outer.end - base
    result = next(_RESULT.finditer(text, at), None)
    if result is not None and _CHOSEN.search(text, at, result.end()):
        for one in _standing(sentence, result.end(), len(text)):
            yield dated(_statement(one, award), sentence, one, award.outer.start)
        return
    for group in _GROUP.finditer(text, at):
        clause = max(text.rfind(mark, at, group.start()) for mark in "，；：") + 1
        if not NOT_SO.search(text, clause, group.end()):
            for one in _standing(sentence, max(clause, at), group.start()):
                yield dated(_statement(one, award), sentence, one, award.outer.start)


def _statement(one: Mention, award: Mention) -> Statement:
    who = replace(one, label="Organization") if one.label == "Place" else one
    span = Span(min(one.start, award.outer.start), max(one.end, award.outer.end))
    return Statement("prize-deed", award.where, span, who, award, {})
