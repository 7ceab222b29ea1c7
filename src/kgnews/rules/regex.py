"""From a pattern tree to a regular expression over reduced sentences, bounded everywhere so that none can hang."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kgnews.rules.alphabet import Alphabet
from kgnews.rules.syntax import Anchor, Chars, Choice, Gap, Literal, Maybe, Node, Number, Refusal, Sequence, Slot, Test, Words

CLAUSE_MARKS = "，。；：！？\n"
SENTENCE_MARKS = "。；！？\n"
_BEFORE_CLAUSE = r"，。；：！？“”‘’（）《》…—\s"
_CLAUSE_START = f"(?<![^{_BEFORE_CLAUSE}])"
_CLAUSE_END = r"(?=[，。；：！？“”‘’（）…—\s]|\Z)"
_ANCHORS = {"^": _CLAUSE_START, "$": _CLAUSE_END, "^^": r"\A", "$$": r"(?=[。！？”’）\s]*\Z)"}
_NUMERALS = "0-9一二两三四五六七八九十百千万亿零〇几多余数"
_COUNTED = (
    r"(?:双方|两国|两校|两地|[0-9一二两三四五六七八九十]{1,3}[家位个所方国省市地校人名]"
    r"(?:单位|公司|企业|机构|部门|同志|领导|高校|院校)?)"
)
# People without a name at the end of a list of guests: 以及来自甲、乙等单位的代表.
_CROWD = "(?:来自|各|部分|有关|相关|其他|全体|广大|当地|多名|多位|数百|近百|[0-9一二两三四五六七八九十百千余多]{1,6}[名位人])"
# What the next person of a list is to the one before: 甲和弟弟乙.
_KIN = "弟弟|哥哥|姐姐|妹妹|儿子|女儿|友人|好友|同伴|搭档|合伙人|同事|同学|同乡|战友|学生|研究生"
# More than this many ways to fill the gaps of one pattern, and further gaps take the nearest place only.
_MOST_WAYS = 2000


@dataclass(slots=True)
class Emitter:
    """Writes one regular expression. ``groups[n]`` is the capture of group n + 1.

    ``wide``: every gap steps over any mention, as befits a negative context: 希望与甲签署 is a wish whoever 甲 is.
    """

    alphabet: Alphabet
    within_clause: bool = False
    wide: bool = False
    groups: list[Slot | Words] = field(default_factory=list)
    ways: int = 1

    def emit(self, node: Node, last: bool = True) -> str:
        """The expression of a node; ``last`` where nothing of the pattern follows it."""
        match node:
            case Literal():
                return re.escape(node.text)
            case Chars():
                return self._chars(node)
            case Number():
                return f"[{_NUMERALS}]{{1,8}}+"
            case Anchor():
                return _ANCHORS[node.source]
            case Gap():
                return self._gap(node, last)
            case Slot():
                return self._slot(node)
            case Words():
                self.groups.append(node)
                return f"({self.emit(node.item, last)})"
            case Sequence():
                return self._sequence(node, last)
            case Choice():
                return "(?:" + "|".join(self.emit(option, last) for option in node.options) + ")"
            case Maybe():
                return f"(?:{self.emit(node.item, last)})?"
            case Refusal():
                return self._refusal(node)

    def _sequence(self, node: Sequence, last: bool) -> str:
        parts: list[str] = []
        index, count = 0, len(node.items)
        while index < count:
            item, final = node.items[index], last and index == count - 1
            index += 1
            part = self.emit(item, final)
            if isinstance(item, Gap) and index < count:
                self.ways *= item.limit - item.low + 1
                if self.ways > _MOST_WAYS:
                    self.ways //= item.limit - item.low + 1
                    part = f"(?>{part}{self.emit(node.items[index], last and index == count - 1)})"
                    index += 1
            parts.append(part)
        return "".join(parts)

    def _chars(self, node: Chars) -> str:
        inside = re.escape(node.chars)
        return f"[^{inside}{CLAUSE_MARKS}{self.alphabet.any}]" if node.negated else f"[{inside}]"

    def _gap(self, node: Gap, last: bool) -> str:
        marks = SENTENCE_MARKS if node.far and not self.within_clause else CLAUSE_MARKS
        closed = "" if node.wide or self.wide else self.alphabet.all_but(("Date", "Place"))
        return f"[^{marks}{closed}]{{{node.low},{node.limit}}}" + ("" if last else "?")

    def _slot(self, node: Slot) -> str:
        chars = f"[{self.alphabet.chars(node.tests)}]"
        if node.name:
            self.groups.append(node)
        body = self._list(chars, {test.label for test in node.tests}) if node.many else chars
        return f"({body})" if node.name else f"(?:{body})"

    def _list(self, chars: str, labels: set[str]) -> str:
        """A、B，C和D等20家单位. Commas join only a list that begins or ends a clause: 会见了A、B，C参加 is not one list.

        Levels of a place need no mark between them: 浙江省湖州市, 法国斯特拉斯堡的欧洲议会总部; nor do 《甲》《乙》 and “甲”“乙”.
        """
        symbols, places, quoted = self.alphabet.any, "Place" in labels, labels <= {"Work", "Award"}
        bracket = "(?:（[^（）]{0,30}）)?"
        stray = "" if places else rf"(?:[^、，。；：！？“”\n{symbols}]{{1,16}}?[、和及与]){{0,2}}"
        mark = r" ?(?:、?以及|、?和|、|与|及|暨| ) ?"
        joint = rf"(?:{mark}|的?(?:首都|首府|省会)?)" if places else rf"(?:{mark})?" if quoted else mark
        # What annotate has left over stands before the next item: A以及以色列B.
        glued = rf" ?(?:、|，?以及) ?[^、，。；：！？“”（）\n的了在向对与和及由{symbols}]{{1,8}}?"
        # Where the next person comes from, which is no post: 甲大学张三、乙大学学生李四.
        bodies = self.alphabet.chars([Test("Organization")]) if "Organization" in self.alphabet.labels else ""
        from_there = (
            rf"(?:{_KIN}|[{bodies}][^、，。；：！？“”\n的和{symbols}]{{0,6}})?" if labels == {"Person"} and bodies else ""
        )
        from_there = from_there or (f"(?:{_KIN})?" if "Person" in labels else "")
        named = self.alphabet.all_but(("Organization", "Place"))
        crowd = rf"[、，]?(?:以及|和|及|还有)?{_CROWD}[^。；：！？\n{named}]{{0,60}}?"
        tail = rf"(?:等等?[^，。；：！？、\n{symbols}]{{0,14}}?|{_COUNTED})?(?:{crowd})?"
        if self.within_clause:
            return rf"{chars}{bracket}(?:(?:{joint}{stray}|{glued}){from_there}{chars}{bracket}){{0,200}}{tail}"
        # Three ways, in this order, share one expression (three of them take re three times as long to compile): a list with
        # commas that begins a clause; one that ends a clause, marked by the first empty group; one without commas, by the second.
        ends, plain = self._mark(), self._mark()
        way = rf"(?:(?<![^{_BEFORE_CLAUSE}]{chars})|()|())"
        comma = rf"(?({plain})(?!)|[，；] ?(?:以及|和|及|还有)?)"
        more = rf"(?:(?:(?:{joint}|{comma}){stray}|{glued}){from_there}{chars}{bracket}){{0,200}}"
        return rf"{chars}{way}{bracket}{more}{tail}(?({ends})(?=[，。；！？）”\n]|\Z)|)"

    def _mark(self) -> int:
        """The number of a group that captures nothing."""
        self.groups.append(Slot("", "", ()))
        return len(self.groups)

    def _refusal(self, node: Refusal) -> str:
        if not node.before:
            return f"(?!{Emitter(self.alphabet, self.within_clause, True, self.groups).emit(node.item, last=False)})"
        return "".join(f"(?<!{re.escape(word)})" for word in literals(node.item) or () if word)


def literals(node: Node) -> list[str] | None:
    """All texts that a node without slots and gaps can match, or None where it has any."""
    match node:
        case Literal():
            return [node.text]
        case Chars() if not node.negated:
            return list(node.chars)
        case Choice():
            parts = [literals(option) for option in node.options]
            return None if None in parts else [text for part in parts for text in part or []]
        case Maybe():
            inner = literals(node.item)
            return None if inner is None else ["", *inner]
        case Sequence():
            texts = [""]
            for item in node.items:
                inner = literals(item)
                if inner is None or len(texts) * len(inner) > 500:
                    return None
                texts = [head + tail for head in texts for tail in inner]
            return texts
        case _:
            return None
