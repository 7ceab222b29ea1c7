"""One sentence in clauses: who stands in each of them, who of these is held by a preposition, and which of them are one list."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Passage
from kgnews.annotate.prizes.words import TAKEN, TEAM
from kgnews.expressions import expression
from kgnews.records import Mention, Sentence

_ACTORS = ("Person", "Organization", "Place")
_NO_ACTOR = expression("所在|该|其|各|我|.*《")
_MARKS = "，。；：！？\n"
_HELD = expression(
    r"(?:在|于|由|被|(?<![得遭受达直])到|(?<!奔)赴|奔赴|前往|来到|(?<![现身成])为|向|给|对|据|从|代表|以|凭借?|因|经|与|(?<!共)同|跟|和|受|战胜|击败|力克|险胜|完胜|淘汰|不敌|负于|力压|逆转|来自|作为|获)"
    r"[^，、的]{0,6}\Z"
)
TAKES = expression(rf"(?:共同|分别|联合|最终|一举)*{TAKEN}|{TEAM}")
_BY = expression(r"由[^，。；、]{0,6}\Z")
_JOINT = expression(r"(?:、|和|与|及|以及|暨|/| |以及来自|和来自|、来自)\Z")
_PARTNER = expression(r"(?:和|与|携手|搭档)(?:队友|搭档|同伴|师[弟妹兄姐]|妻子|丈夫|[弟妹]妹?弟?)\Z")  # 甲和队友乙夺冠
_DESCRIBED = expression(r"[^，。；：！？、“”（）]{0,16}\Z")


class Clauses:
    """The actors of one sentence, clause by clause."""

    def __init__(self, passage: Passage, sentence: Sentence) -> None:
        self.passage, self.sentence = passage, sentence
        self.who = [
            m
            for m in sentence.mentions
            if m.label in _ACTORS
            and (m.name or m.form)
            and not m.tags & {"silent", "byline"}
            and (not _NO_ACTOR.match(m.form) or _house(m))
        ]

    def text(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` of the passage."""
        base = self.sentence.start
        return self.sentence.text[max(0, start - base) : max(0, end - base)]

    def clause(self, at: int) -> int:
        """Where the clause around ``at`` begins."""
        before = self.text(self.sentence.start, at)
        return self.sentence.start + max(before.rfind(mark) for mark in _MARKS) + 1

    def is_held(self, inside: list[Mention], start: int, over: int = 0) -> bool:
        """Whether the last of them stands behind a preposition (在甲市, 战胜乙队), or in a list (that ends at ``over``) that does."""
        last, over = inside[-1], over or inside[-1].outer.end
        if self._bracketed(last):
            return True  # 甲（指导教师乙）
        left = inside[-2].outer.end if len(inside) > 1 else start
        before = self.text(left, last.outer.start)
        if len(inside) > 1 and (_JOINT.search(before) or _PARTNER.search(before)):
            return self.is_held(inside[:-1], start, over)
        if _BY.search(before) and TAKES.match(self.text(over, self.sentence.end)):
            return False  # 由甲夺得金奖
        return _HELD.search(before) is not None or bool(re.search(r"(?:在|凭借?|以|因)[^，]*\Z", before))

    def _bracketed(self, one: Mention) -> bool:
        before, after = self.text(self.sentence.start, one.outer.start), self.text(one.outer.end, self.sentence.end)
        closed = after.find("）")
        return before.rfind("（") > before.rfind("）") and closed >= 0 and not TAKES.search(after[:closed])

    def listed(self, inside: list[Mention], start: int) -> list[Mention]:
        """The list that the last mention ends: persons with bodies in front of them, or bodies."""
        found = [inside[-1]]
        kind = inside[-1].label == "Person"
        index = len(inside) - 2
        while index >= 0:
            one, after = inside[index], inside[index + 1]
            between = self.text(one.outer.end, after.outer.start)
            if (one.label == "Person") == kind and after is found[-1] and _joined(between):
                found.append(one)
            elif kind and one.label != "Person" and after is found[-1]:
                # 甲大学的张三, and before it perhaps another of the list
                if (
                    index
                    and inside[index - 1].label == "Person"
                    and _joined(self.text(inside[index - 1].outer.end, one.outer.start))
                    and _DESCRIBED.match(between)
                ):
                    found.append(inside[index - 1])
                    index -= 1
                else:
                    break
            else:
                break
            index -= 1
        return found[::-1]

    def first(self, inside: list[Mention], begin: int) -> list[Mention]:
        """The first list of the clause that no preposition holds."""
        for index in range(len(inside)):
            if self.is_held(inside[: index + 1], begin):
                continue
            last = index
            while last + 1 < len(inside):
                between = self.text(inside[last].outer.end, inside[last + 1].outer.start)
                affiliated = inside[last].label != "Person" and inside[last + 1].label == "Person" and _attached(between)
                if not (_joined(between) or affiliated):
                    break
                last += 1
            return self.listed(inside[: last + 1], begin)
        return []

    def noun_at(self, at: int) -> bool:
        """Whether a word that goes on with the name of a body begins there: 甲市|第一学校队."""
        index = self.passage.word_at.get(at)
        return index is None or self.passage.tags[index][:1] in "njzbmqlsx"


def _house(one: Mention) -> bool:
    """我校 where it is known whose news it is."""
    return one.form[:1] == "我" and one.inferred and one.name[:1] not in ("", "我")


def behind(words: re.Pattern[str], text: str) -> str:
    """What follows the words that the text may begin with."""
    first = words.match(text)
    return text[first.end() :] if first else text


def _joined(between: str) -> bool:
    return (
        re.fullmatch(r"(?:、|和|与|及|以及|暨|/| |，以及|[、，]?以?及?和?来自)[^，。；：！？、“”（）]{0,16}", between) is not None
    )


def _attached(between: str) -> bool:
    return re.fullmatch(r"的?[^，。；：！？、“”（）]{0,8}", between) is not None and not _HELD.search(between)
