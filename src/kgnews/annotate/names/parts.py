"""Names in parts: where the first part may begin, which part is made like a foreign name, and where the last one ends."""

from __future__ import annotations

import itertools

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN, Names

SEPARATORS = frozenset("·—-－﹒･")
_LEADING = tuple("对向与和同由给把将为从在就")
_ENDING = frozenset("却与和及在的是对向将为从同把被就已曾也还并称说")  # no foreign name holds them


class PartNames:
    """What a finder of names knows of names in parts."""

    passage: Passage
    bodies: Bodies
    names: Names
    norm: str
    known: dict[str, int]
    title_starts: set[int]

    def foreign_part(self, at: int, end: int) -> bool:
        """Whether the first part of a name in parts is made like one (not 会见美国乔治·华盛顿)."""
        mark = next((place for place in range(at, end) if self.norm[place] in SEPARATORS or self.norm[place] == " "), end)
        part = self.norm[at:mark]
        if not part or part.isascii():
            return True
        if not self.title_starts.isdisjoint(range(at + 1, mark)):
            return False  # 、新西兰总理约翰-基
        index = self.passage.word_at.get(at)
        one = index is not None and self.passage.ends[index] == mark and 2 <= len(part) <= 5
        ordinary = part in self.names.words or self.bodies.is_place(part) or self.bodies.suffix_of(part)
        if one and self.norm[mark : mark + 1] == "·" and not ordinary:
            return True  # 路易丝·理查森: one word before the mark
        pairs = [part[place : place + 2] for place in range(len(part) - 1)]
        if any(pair in self.names.words and not all(one in self.names.foreign for one in pair) for pair in pairs):
            return False
        strange = sum(one not in self.names.foreign for one in part)
        dotted = self.norm[mark] == "·" or "·" in self.norm[mark:end]  # 让—克洛德·特里谢
        return strange <= (0 if len(part) == 1 and not dotted else len(part) // 2 if len(part) > 1 else 1)

    def dotted_part(self, at: int, end: int) -> bool:
        """Whether the first part behind a title is no word of the language, whatever its characters (副委员长艾力更·依明巴海)."""
        part = self.norm[at : self.norm.find("·", at, end)] if "·" in self.norm[at:end] else ""
        titled = any(title.end == at for title in self.passage.titles) and self.title_starts.isdisjoint(range(at, end))
        ordinary = any(part[place : place + 2] in self.names.words for place in range(len(part) - 1))
        return (
            titled
            and not part.startswith(_LEADING)
            and 2 <= len(part) <= 5
            and not ordinary
            and not self.bodies.is_place(part)
            and not self.bodies.suffix_of(part)
        )

    def foreign_parts(self, part: str) -> bool:
        """Whether one part of a name is written in characters of transliteration."""
        foreign = self.names.foreign
        if part in self.names.transliterated:
            return True
        likely = sum(min(3.0, foreign.get(one, -1.0)) for one in part) / max(len(part), 1)
        return likely > 1.5 and not self.bodies.is_place(part) and part not in self.names.words

    def parts_end(self, at: int, end: int) -> int:
        """The last part of a name in parts ends where its characters stop being such of foreign names."""
        norm, names = self.norm, self.names
        marks = [place for place in range(at, end) if norm[place] in SEPARATORS or norm[place] == " "]
        for one, two in itertools.pairwise(marks):
            # Words between two parts (丹·沙利文以及唐·扬): the name ends before them.
            if two - one > 1 and any(
                norm[place : place + 2] in names.followers or norm[place] in "、和以与" for place in range(one + 1, two)
            ):
                end = two
                break
        last = max((place for place in marks if place < end), default=at - 1) + 1
        if last <= at or not HAN.match(norm[last : last + 1] or "x"):
            return end
        listed = names.native.part_end(norm, last, end)
        if listed > last and names.behind(norm, listed) > 0.3:
            return listed  # 阿依努尔·买买提|出席: not 买买|提出
        best, best_score, total = end, -99.0, 0.0
        index = self.passage.word_at.get(last)
        word = self.passage.ends[index] if index is not None and self.passage.tags[index][:2] == "nr" else -1
        for stop in range(last + 1, end + 1):
            if stop > last + 1 and norm[stop - 1] in _ENDING and stop >= word:
                break  # 贾森·卡姆与安布罗西亚公司
            total += max(-1.2, min(1.0, names.foreign.get(norm[stop - 1], -1.0)))
            score = total * 0.7 + names.behind(norm, stop) + (1.5 if stop in self.title_starts else 0)
            score -= 1.5 if norm[stop - 1] in "对于向在为将从同就说曾还也已后时" else 0.0
            index = self.passage.word_at.get(stop)
            score += 0.8 if index and self.passage.tags[index - 1] in ("nrt", "nr", "ns") else 0.0
            score += 1.5 if stop == word and stop - last > 1 and names.behind(norm, stop) > 0.3 else 0.0
            score += 3.0 if norm[last:stop] in names.transliterated else 0.0
            score += names.crossing(norm, stop) - (1.2 if norm[stop - 2 : stop] in names.words and stop - last > 1 else 0.0)
            if score > best_score:
                best, best_score = stop, score
        return best

    def parts_before(self, end: int, floor: int) -> int:
        """A name in parts that ends at ``end``: back over · and characters of transliteration."""
        norm, names = self.norm, self.names
        dot = max(norm.rfind("·", max(floor, end - 9), end), norm.rfind("—", max(floor, end - 9), end))
        if "——" in norm[max(floor, dot - 1) : dot + 2]:
            return end  # 最后的胜利——甲: a dash
        if dot <= floor or not all(HAN.match(one) for one in norm[dot + 1 : end]):
            return end
        start = dot
        while start > floor and (norm[start - 1] in names.foreign or norm[start - 1] in "·-—"):
            start -= 1
        while start < dot and norm[start] in "·-—":
            start += 1
        word = self.word_start(dot)
        alone = floor <= word < start and 2 <= dot - word <= 5 and not HAN.match(norm[word - 1 : word] or " ")
        if alone and norm[dot] == "·" and not has_word(norm[word:dot]):
            start = word  # 素帕·翁萨功: one word of whatever characters before the mark
        for name in self.known:
            if "·" in name and norm.endswith(name, floor, end):
                return end - len(name)
        return start if dot - start >= 1 else end

    def word_start(self, end: int) -> int:
        """Where the word begins that ends at ``end``."""
        index = self.passage.word_at.get(end, len(self.passage.starts))
        return self.passage.starts[index - 1] if index else end
