"""Names of persons in places where only a name can stand: spaced names, lists, what brackets behind a name tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table, words
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.model import Names
from kgnews.expressions import expression
from kgnews.records import Span
from kgnews.schema.terms import Terms

_TOKEN = expression(r"[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)*|[A-Z][A-Za-z.'’\-]+(?: [A-Z][A-Za-z.'’\-]+)*")
_PLAIN = expression(r"[\u3400-\u9fff]{2,3}(?=[ 、，（]|$)|[\u3400-\u9fff] {1,3}[\u3400-\u9fff](?=[ 、，（]|$)")
_GAP = expression(r"(?: *(?:、|，|；|以及|和|及|与) *| +)")
_CALLED = (
    "先生|女士|小姐|博士|医生|牙医|教授|院士|议员|工程师|测量师|建筑师|会计师|规划师|园境师|资深大律师|大律师|律师|牧师|神父"
)
_POLITE = expression(
    rf"(?:{_CALLED})?(?:[，、 ]+(?:G\.?B\.?M|G\.?B\.?S|S\.?B\.?S|B\.?B\.?S|M\.?H|J\.?P|SC|CBE|OBE|太平绅士)(?![A-Za-z])\.?)+|"
    r"(?:先生|女士|博士|医生|教授)?，?太平绅士|"
    r" ?等?(?:\d+|[一二三四五六七八九十两]+)[人名位](?:同志|先生|女士)?|"
    rf" ?等?(?:同志|{_CALLED})|等(?:\d+[人名位]|[一二三四五六七八九十两]+[人名位](?:同志)?)?"
)
_SECOND = expression(r" +([\u3400-\u9fff])(?=同志|先生|女士|(?:\d+|[一二三四五六七八九十两]+)[位名人]|(?![\u3400-\u9fff·]))")
_LETTERS = expression(r"[\u3400-\u9fff·]+|[A-Za-z.'’\-]+")
_NOTE = expression(r" ?（([^（）]{1,60})）")
# 英红，女，满族: whom the text introduces so bears a name, whatever word it may be.
_INTRODUCED = expression(r"(?:^|(?<=[\n：。；、 ]))([\u3400-\u9fff]{2,4}|[\u3400-\u9fff] {1,2}[\u3400-\u9fff])，[男女]，")
_NOT_IN_NAME = expression(
    r"任职|兼职|职称|学历|不再|^其|方式|[省市县区州镇乡局处科厅部院校所站社台厂团]长|国籍|人士|下列|以下|上述|显示|备注|附注|资料|记者|获悉|近日|日前|消息|信息|情况|资料|概况|简况|简历|简介|履历|经历|分工|职责|^因|届满|原因|^[各本该]|^全[体县市省区国校]|[的在]|[拟将曾]$|届龄|屆齡|等$|绅士|^推荐|^提名|^建议|^同意|聘任|兼任|表决|与此|同时|经过|今天|现任|常委|市委|县委|区委|省委|职务|主席|局长|市长|"
    r"县长|书记|主任|委员|院长|校长|部长|名单|公司|大学|同志|干部|人员|会议|决定|通过|任免|任命|免去"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name: its span, what a bracket behind it says (span without the bracket), and where all of it ends."""

    span: Span
    note: Span | None
    end: int


def _heads(terms: Terms) -> frozenset[str]:
    """Titles of two characters and more: no name ends in one."""
    titles = {head for head, value in words(terms, "titles").items() if value.startswith(("office", "rank"))}
    return frozenset(head for head in (*titles, *words(terms, "record_titles")) if len(head) > 1)


class People:
    """Reads names in one passage."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self.norm = passage.norm
        self.names: Names = table(document.terms, Names)
        self.bodies: Bodies = table(document.terms, Bodies)
        self.finder = Finder(document, passage)
        self.heads = table(document.terms, _heads)
        told = "，男，" in self.norm or "，女，" in self.norm
        self.introduced = {match[1].replace(" ", "") for match in _INTRODUCED.finditer(self.norm)} if told else set()

    def is_name(self, text: str, *, strict: bool = False) -> bool:
        """Whether ``text`` can be a whole name; ``strict``: only one that begins with a surname or has parts."""
        bare = text.replace(" ", "")
        if not _LETTERS.fullmatch(bare):
            return False
        if "·" in bare:
            return all(1 <= len(part) <= 8 for part in bare.split("·"))
        if bare.isascii():
            return len(bare) > 3 and " " in text
        if not 2 <= len(bare) <= 6 or _NOT_IN_NAME.search(bare) or bare in self.bodies.known or bare in self.bodies.generic:
            return False
        if bare in self.introduced and bare[-1] != "族":
            return True
        if strict and bare in self.names.never:
            return False
        titled = bare[-2:] in self.heads or bare[-3:] in self.heads or bare[-4:] in self.heads
        if titled and (strict or len(bare) != 3 or not self.names.surname_at(bare, 0)):
            return False
        surname = self.names.surname_at(bare, 0)
        if surname and len(bare) <= 4:
            if len(bare) == 4 and surname == 1 and not self.names.surname_at(bare, 1):
                return not strict and self._unlike_word(bare)
            return bare not in self.names.words or not strict or self.names.name_score(bare, surname) > -2.5
        return not strict and self._unlike_word(bare)

    def _unlike_word(self, text: str) -> bool:
        return (
            self.bodies.suffix_of(text) not in self.bodies.safe
            and not self.bodies.is_place(text)
            and text not in self.names.words
        )

    def one(self, start: int, end: int, *, strict: bool = False) -> Named | None:
        """The one name that fills ``[start, end)``, with a bracket and 同志 behind it."""
        found = self.many(start, end, strict=strict)
        return found[0] if found and len(found) == 1 else None

    def many(self, start: int, end: int, *, strict: bool = False) -> list[Named]:
        """The names that fill ``[start, end)``, empty where anything else stands there too."""
        found: list[Named] = []
        at, weak = start, 0
        while at < end:
            while at < end and self.norm[at] in " 、":
                at += 1
            if at >= end:
                break
            named = self._next(at, end, strict)
            if named is None and not strict:
                named, weak = self.weak(at, end), weak + 1
            if named is None:
                return []
            found.append(named)
            at = named.end
            gap = _GAP.match(self.norm, at, end)
            if gap is None and at < end:
                return []
            at = gap.end() if gap else at
        return found if 3 * weak < len(found) or not weak else []

    def weak(self, at: int, end: int) -> Named | None:
        """What a list of names has beside them and looks like another word (福安, a city): a name too, where most are ones."""
        token = _PLAIN.match(self.norm, at, end)
        if token is None:
            return None
        bare = token[0].replace(" ", "")
        if (
            _NOT_IN_NAME.search(bare)
            or bare[-2:] in self.heads
            or (not self.names.surname_at(bare, 0) and bare not in self.bodies.places)
        ):
            return None
        return self.behind(at, token.end(), end)

    def _next(self, at: int, end: int, strict: bool) -> Named | None:
        token = _TOKEN.match(self.norm, at, end)
        if token is None:
            return None
        stop = token.end()
        text = token[0]
        if len(text) == 1:  # a name of two characters set with blanks: 史　宁
            further = re.compile(
                r" +([\u3400-\u9fff])(?=同志|先生|女士|(?:\d+|[一二三四五六七八九十两]+)[位名人]|(?![\u3400-\u9fff·]))"
            ).match(self.norm, stop, end)
            if further is None:
                return None
            stop = further.end()
            text += further[1]
        else:
            polite = re.search(
                rf"(?:等?[两二三四五六七八九十]+[位名人])?(?:同志|{_CALLED}|等)$|[两二三四五六七八九十]+[位名]$", text
            )
            if polite and len(text) > 2 and (len(text) > 3 or polite[0] == "等"):  # 甲、乙两位同志
                stop -= len(polite[0])
                text = text[: polite.start()]
        if not self.is_name(text, strict=strict):
            return None
        return self.behind(at, stop, end)

    def behind(self, start: int, stop: int, end: int) -> Named:
        """The name at ``[start, stop)`` with the bracket and the polite word behind it."""
        note: Span | None = None
        at = stop
        polite = _POLITE.match(self.norm, at, end)
        at = polite.end() if polite else at
        match = _NOTE.match(self.norm, at, end)
        if match:
            note = Span(*match.span(1))
            at = match.end()
            polite = _POLITE.match(self.norm, at, end)
            at = polite.end() if polite else at
        return Named(Span(start, stop), note, at)

    def first(self, at: int, stop: int, *, loose: bool = True) -> int:
        """The end of the name that begins at ``at`` and runs on into other words; ``at`` where there is none."""
        spaced = re.compile(r"[\u3400-\u9fff] {1,4}[\u3400-\u9fff](?= |：|（|，|$)").match(self.norm, at, stop)
        if spaced and self.is_name(spaced[0], strict=True):
            return spaced.end()
        return self.finder.after(at, stop, least=-1.0, loose=loose)
