"""Who won what where no verb joins them: lists under a heading, titles (某奖获得者某某), authors of works that won.

What is read becomes statements of the grammars ``prize-list``, ``prize-winner`` and ``prize-author``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_RANKED_END = expression(
    r"(?:等奖|第[一二三四五六七八九十]+名|优秀(?:论文|作品)?奖|优胜奖|提名奖|[金银铜]奖|(?:文学|图书|新闻|论文|成果|美术|摄影)奖)$"
)
_WON = expression(
    r"(?:等|一文|一稿|[一二三四五六七八九十\d]+[篇件部幅])*(?:荣|均|分别|共同)*(?:获|获得|荣获|被评为|夺得)了?|[、，；]|(?:一文)?、"
)
_OWN = expression(r"(?:[^，。；、]{0,6}(?:撰写|创作|拍摄|提交|完成|所作))?的(?:论文|文章|作品|摄影作品|小说|散文)?")
_AND = expression(r"[、和与]")
_AMONG = expression(r"(?:的|(?:19|20)\d\d年度)?(?:获得者|得主|获奖者)(?:之?中|里|当中)(?=[，有])，?")


def mark(document: Document, annotated: Annotated) -> None:
    """Hand over what the headings and the titles of persons tell as statements."""
    said: list[Statement] = []
    for grammar, key in (("prize-list", "prizes"), ("prize-winner", "winners")):
        found = document.notes.get(key)
        for award, winners in found if isinstance(found, list) else ():
            for winner in winners:
                if winner.name:
                    span = Span(min(award.outer.start, winner.start), max(winner.end, award.outer.end))
                    said.append(Statement(grammar, award.where, span, winner, award, {}))
    for sentence in annotated.sentences:
        said.extend(_among(sentence))
        said.extend(_by_works(sentence))
    annotated.statements = (*annotated.statements, *said)


def _among(sentence: Sentence) -> Iterator[Statement]:
    """在“五四奖章”获得者中，有运动员张三；有工人李四: the persons that begin the clauses or stand behind 有."""
    for award in sentence.mentions:
        behind = sentence.text[award.outer.end - sentence.start :]
        cue = _AMONG.match(behind) if award.label == "Award" else None
        if cue is None:
            continue
        at = award.outer.end + cue.end()
        for person in sentence.mentions:
            if person.label == "Person" and person.outer.start >= at:
                clause = sentence.text[at - sentence.start : person.outer.start - sentence.start].rpartition("；")[2]
                if re.fullmatch(r"(?:[^；]{0,60}，)?[还也既更]?有[^、，；]{0,24}|[^、，；]{0,6}", clause):
                    yield Statement("prize-winner", sentence.where, Span(award.outer.start, person.end), person, award, {})


def _by_works(sentence: Sentence) -> Iterator[Statement]:
    """甲的《……》、乙和丙的《……》获二等奖: the authors of the works right before the verb."""
    mentions = sentence.mentions
    for place, award in enumerate(mentions):
        if award.label != "Award" or not _RANKED_END.search(award.name):
            continue
        at, index = award.outer.start, place - 1
        while (
            index >= 0 and mentions[index].label == "Work" and _WON.fullmatch(_between(sentence, mentions[index].outer.end, at))
        ):
            authors, index = _owners(sentence, index)
            if not authors:
                break
            at = authors[-1].outer.start
            for author in authors:
                yield Statement("prize-author", sentence.where, Span(author.start, award.outer.end), author, award, {})
            while index >= 0 and mentions[index].label in ("Organization", "Place") and mentions[index].outer.end == at:
                at, index = mentions[index].outer.start, index - 1


def _owners(sentence: Sentence, index: int) -> tuple[list[Mention], int]:
    """The persons whose work the mention at ``index`` is, last first, and the place before them."""
    at, link, found = sentence.mentions[index].outer.start, _OWN, list[Mention]()
    index -= 1
    while index >= 0 and sentence.mentions[index].label == "Person":
        person = sentence.mentions[index]
        if not link.fullmatch(_between(sentence, person.outer.end, at)):
            break
        found.append(person)
        at, link, index = person.outer.start, _AND, index - 1
    return found, index


def _between(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]
