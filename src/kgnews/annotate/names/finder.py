"""The name of a person that begins or ends at a place of a passage, with all that the article knows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.foreign import japanese_end
from kgnews.annotate.names.latin import FIRMS, latin_start
from kgnews.annotate.names.model import HAN, NOT_LAST, Names, chinese_after, parts_at
from kgnews.annotate.names.not_names import no_name
from kgnews.annotate.names.parts import SEPARATORS, PartNames
from kgnews.annotate.names.tagged import goes_on, tagged_end, unknown_end
from kgnews.annotate.names.tails import tail_end, trimmed, with_surname
from kgnews.expressions import expression

_REST_OF_PART = expression(r"([\u4e00-\u9fff]{1,5})[·•・]")
_ALONE = expression(r"(?<![\u4e00-\u9fff])(?![和向于任应时由同与连对并从为常全是有请邀])[\u4e00-\u9fff]{3}\Z")
_OF_YI = 2.2  # the score of a Yi name of four characters with its end in sight
_NO_JOINT = ("和，", "和。", "和、", "和；", "和：", "和）")  # 刘玉和，: nothing is joined there


@dataclass
class Finder(PartNames):
    """Looks for names in one passage. ``known`` are names of the article, ``titles`` the places where a title begins."""

    document: Document
    passage: Passage

    def __post_init__(self) -> None:
        self.bodies: Bodies = table(self.document.terms, Bodies)
        self.names: Names = table(self.document.terms, Names)
        self.norm = self.passage.norm
        self.known = self.document.names
        self.abroad = 0.0  # set above 0 where the body before the name is a foreign one
        self.title_starts = {title.left for title in self.passage.titles}

    def after(self, at: int, stop: int, *, least: float = 0.0, loose: bool = False) -> int:
        """End of the name that begins at ``at``, or ``at``. ``least``: score needed; ``loose``: also names of unknown make."""
        stop = min(stop, len(self.norm))
        if at >= stop:
            return at
        known = self._known(at, stop)
        if known > at and not self._goes_on_in_parts(known, stop):
            return tail_end(self, at, known, stop)
        end = max(self._after(at, stop, least, loose), japanese_end(self.names, self.norm, at, stop))
        if loose and end - at in (2, 3):
            end = goes_on(self, at, end, stop)
        if end > at:
            end = trimmed(self, at, end)
            return at if no_name(self, at, end) else tail_end(self, at, end, stop)
        return at

    def _goes_on_in_parts(self, at: int, stop: int) -> bool:
        """科斯塔|斯·古里亚莫斯, 买买提|江·艾山: the listed name is the beginning of a longer first name."""
        rest = _REST_OF_PART.match(self.norm, at, stop)
        return rest is not None and (rest[1] in "江汗" or all(one in self.names.foreign for one in rest[1]))

    def _after(self, at: int, stop: int, least: float, loose: bool) -> int:
        norm, names = self.norm, self.names
        index = self.passage.word_at.get(at)
        tagged_to = -1
        if index is not None and self.passage.tags[index] in ("nr", "nrfg"):
            end = tagged_to = self.passage.ends[index]
            if (
                3 <= end - at <= 4
                and end <= stop
                and norm[end : end + 1] not in SEPARATORS
                and has_word(norm[at:end])
                and names.surname_at(norm, at)
                and names.behind(norm, end) > 0.3
            ):
                return end  # a name that the tagger's dictionary has
        parts = parts_at(norm, at, min(stop, at + 40))
        if parts > at and at in self.title_starts:
            return at  # 总理|阿卜杜勒-迈赫迪
        if parts > at and (self.foreign_part(at, parts) or self.dotted_part(at, parts)):
            return self.parts_end(at, parts)
        end, score = chinese_after(names, norm, at, stop, self.document.whole, self._behind, self.abroad > 0, tagged_to)
        if end in self.title_starts:
            if end - at > 2 and norm[end - 1] in "任兼":
                return end - 1  # 范力任组长
            score += 1.0
        for length in (2, 3):
            if at + length in self.title_starts and at + length != end and names.surname_at(norm, at):
                other = names.name_score(norm[at : at + length], 1) + 1.5
                if other > score - 0.5:
                    end, score = at + length, other
        foreign, foreign_score = self._foreign(at, stop)
        if end in self.title_starts and norm[at] in "向于任应时" and end - at > 2:
            return at  # 副院长向程雷副院长介绍
        placed = end > at >= foreign - (end - at) and self.bodies.is_place(norm[at:end])
        if placed and len(norm) > end and names.behind(norm, end) < 1.5:
            return at
        if foreign > at and (self.bodies.is_place(norm[at:foreign]) or (not self.abroad and self._thing(at, foreign))):
            foreign_score = -9.0
        if foreign_score > score and foreign_score >= max(0.5, least):
            return foreign
        yi = self.names.native.yi_end(norm, at, stop)
        if yi > at and least <= _OF_YI and (yi in self.title_starts or self._behind(yi) >= 1.0):
            return yi
        if loose:
            tagged = tagged_end(self, at, stop)
            if tagged > end or (tagged > at and score < least):
                return tagged
        if loose and (score < least or names.behind(norm, end) <= -1.0):
            unknown = unknown_end(self, at, stop)
            if unknown > end or (unknown > at and score < least):
                return unknown
        if loose and end - at == 3 and score >= least - 0.9 and names.behind(norm, end) >= 1.5:
            return end  # 局长马团结介绍
        return end if score >= least else at

    def _behind(self, end: int) -> float:
        """How much ``end`` looks like the end of a name, with what the tagger sees there: a word (讲道) or the rest of a name."""
        if self.norm.startswith(_NO_JOINT, end):
            return -1.0
        score, index = self.names.behind(self.norm, end), self.passage.word_at.get(end)
        if index is None or score >= 1.0 or not "\u3400" <= self.norm[end] <= "\u9fff":
            return score
        tag, stop = self.passage.tags[index], self.passage.ends[index]
        if stop - end > 1:
            known = tag[:2] != "nr" and has_word(self.norm[end:stop])
            whole = index and self.passage.tags[index - 1][:2] == "nr" and end - self.passage.starts[index - 1] in (2, 3)
            return max(score, 1.0 if tag[:1] in "vdpc" else 0.2 if whole else score) if known else score
        return score - 0.6 if tag in ("n", "ns", "nr", "nz", "a", "j", "ng", "g") and score < 0.5 else score

    def _known(self, at: int, stop: int) -> int:
        for length in range(min(7, stop - at), 1, -1):
            name = self.norm[at : at + length]
            if (name in self.known or name in self.names.transliterated) and self.norm[
                at + length : at + length + 1
            ] not in SEPARATORS:
                return at + length
        return self.names.native.whole(self.norm, at, stop)

    def _foreign(self, at: int, stop: int) -> tuple[int, float]:
        names, norm = self.names, self.norm
        index = self.passage.word_at.get(at)
        strange = norm[at] not in names.foreign and index is not None and self.passage.tags[index] == "nrt"
        limit = names.foreign_end(norm, at + strange, min(stop, at + 9))  # 东|布罗夫斯基斯
        best, best_score = at, -99.0
        for end in range(at + 2, limit + 1):
            mean = sum(min(3.0, names.foreign.get(one, 1.0)) for one in norm[at:end]) / (end - at)
            score = mean - 2.0 + 0.45 * (end - at) + names.behind(norm, end) - 1.2 + names.crossing(norm, end) + self.abroad
            score += 0.6 if end - at >= 4 else 0.0
            score += 1.0 if end in self.title_starts else 0.0
            score -= 2.0 if norm[at:end] in names.words or norm[at:end] in names.name_words else 0.0
            if score > best_score:
                best, best_score = end, score
        return best, best_score

    def sure_before(self, end: int, floor: int) -> bool:
        """Whether a name that the article or the tagger's dictionary knows ends at ``end``."""
        for start in range(end - 2, max(floor, end - 4) - 1, -1):
            name = self.norm[start:end]
            if name in self.known or self.norm[start - 1 : start] in SEPARATORS:  # 哈雷-戴维森首席执行官: a firm
                return name in self.known
            index = self.passage.word_at.get(start)
            if end - start == 3 and index is not None and self.passage.ends[index] == end:
                return (
                    self.passage.tags[index] in ("nr", "nrfg") and has_word(name) and self.names.surname_at(self.norm, start) > 0
                )
        return False

    def before(self, end: int, floor: int, *, least: float = 0.3, places: bool = False) -> int:
        """Start of the name that ends at ``end``, or ``end``. ``places``: also one that is a place too (吴江常委)."""
        norm, _names = self.norm, self.names
        latin = latin_start(norm, max(floor, end - 30), end)
        if latin < end:
            return latin
        if norm.endswith(FIRMS, floor, end):
            return end  # ChinaImagingLimited创办人甲
        parts = self.parts_before(end, floor)
        if parts < end:
            return parts
        alone = _ALONE.search(norm, max(floor, end - 4), end) if norm[end : end + 1] == "（" else None
        whole = alone and self.names.surname_at(norm, alone.start()) and not no_name(self, alone.start(), end)
        if alone and whole and norm[alone.start() + 1 : end] not in self.known:
            return alone.start()  # ）尤陈俊（某学院副教授）
        if (native := self.names.native.start(norm, floor, end)) < end:
            return native
        best, best_score = end, least
        for length in range(min(6, end - floor), 1, -1):
            start = end - length
            name = norm[start:end]
            head = name in self.names.heads and (length > 2 or end in self.title_starts)
            if name in self.known or head or (length > 2 and name in self.names.transliterated):
                return start
            if length <= 4:
                score = self._before_score(start, end, places)
                if score >= best_score:
                    best, best_score = start, score
        if best < end and norm[best] == "贺" and norm[best - 1 : best] in "祝致电庆":
            best += 1  # 祝贺祖马
        if best < end and norm[best] in "向于任应时由" and end - best > 2 and self._before_score(best + 1, end) > 0.6:
            best += 1  # 向崔光莲书记
        foreign = self._foreign_before(end, floor)
        if best < end and any(self.bodies.is_place(norm[at:end]) for at in range(max(floor, best - 3), best)):
            return end  # 津巴布韦总统
        if foreign < best < end and all(one in self.names.foreign for one in norm[foreign:end]):
            return foreign  # 同拉马福萨总统: not 马福萨
        return with_surname(self, best, end) if best < end else foreign

    def _before_score(self, start: int, end: int, places: bool = False) -> float:
        norm, names = self.norm, self.names
        surname = names.surname_at(norm, start)
        name = norm[start:end]
        married = len(name) == 4 and name[0] in names.married and name[1] in names.married
        if not married and (not surname or len(name) > surname + 2 or surname >= len(name)):
            return -9.0
        if surname == 2 and len(name) == 2:
            surname = 1
        if (
            no_name(self, start, end)
            or name[-1] in "县省市镇乡区村局厅院会部委社校馆所处科司署办"
            or self._in_place(start, end)
            or (not (places and self.left_edge(start) >= 1.0) and self._thing(start, end))
        ):
            return -9.0
        if (name in names.words and not self._is_nr(start, end)) or (name[-1] in "任兼" and not has_word(name)):
            return -9.0
        if len(name) == 3 and name[2] == "和":
            name = name[:2] + "河"  # 张永和教授: with a title behind it 和 is of the name
        if len(name) == 4 and any(name[place : place + 2] in names.words for place in range(3)):
            return -9.0
        score = names.name_score(name, 2 if len(name) == 4 else surname) + self.left_edge(start)
        index = self.passage.word_at.get(start)
        if (
            index is not None
            and self.passage.ends[index] == end
            and self.passage.tags[index][:2] == "nr"
            and name[-1] not in NOT_LAST
        ):
            score += 1.2 if len(name) < 3 else 2.0
        if start > 0 and len(name) == 2 and start not in self.passage.word_at:
            score -= 0.5
        edge = (
            start == 0 or not HAN.match(self.norm[start - 1]) or bool(self.bodies.suffix_of(self.norm[max(0, start - 6) : start]))
        )
        if len(name) == 3:
            score += 1.2 if edge else 0.4
        return -9.0 if score > 0 and no_name(self, start, end) else score

    def _in_place(self, start: int, end: int) -> bool:
        """科|左后旗: the end of one word that the tagger takes for a place."""
        index = bisect_right(self.passage.starts, start) - 1
        first, last = self.passage.starts[index], self.passage.ends[index]
        return first < start and last == end and self.passage.tags[index] in ("ns", "nt")

    def _is_nr(self, start: int, end: int) -> bool:
        index = self.passage.word_at.get(start)
        return index is not None and self.passage.ends[index] == end and self.passage.tags[index][:2] == "nr"

    def left_edge(self, start: int) -> float:
        """How much ``start`` looks like the beginning of a name."""
        if start == 0 or not HAN.match(self.norm[start - 1]):
            return 1.2
        score = self.names.crossing(self.norm, start)
        if self.bodies.suffix_of(self.norm[max(0, start - 6) : start]):
            return 0.8
        if self.norm[start - 1] in "的由和与请对向据是为让给被及":
            return 1.0
        return score + (0.6 if start in self.passage.word_at else -0.8)

    def _thing(self, start: int, end: int) -> bool:
        """Whether the tagger or the lists know the words as a place, a body or a brand."""
        index = self.passage.word_at.get(start)
        tag = self.passage.tags[index] if index is not None and self.passage.ends[index] >= end else ""
        text = self.norm[start:end]
        whole = index is not None and self.passage.ends[index] == end
        listed = self.bodies.is_place(text) or text in self.bodies.known
        if tag == "ns" and end - 1 in self.passage.word_at and not self.bodies.is_place(text[:-1]):
            tag = "" if len(text) > 3 and all(one in self.names.foreign for one in text) else tag  # 安东内|洛
        return listed or (tag in ("ns", "nt", "nz") and not (whole and not has_word(text)))

    def _foreign_before(self, end: int, floor: int) -> int:
        norm, names = self.norm, self.names
        placed = self.bodies.is_place(norm[self.word_start(end) : end])  # 格鲁吉亚总理
        if placed or self.bodies.suffix_of(norm[max(floor, end - 4) : end]) or norm[end - 2 : end] in names.words:
            return end
        start = end
        while start > floor and norm[start - 1] in names.foreign:
            start -= 1
        for at in range(start, end - 1):
            with_other = norm[at - 1 : at] in ("同", "与", "和") and end - at >= 2 and norm[at:end] not in names.words
            if with_other and (end - at >= 3 or norm[at:end] in names.transliterated):
                if self.bodies.is_place(norm[at:end]):
                    return end  # 同哈萨克斯坦总理会谈
                return at  # 同普京总统会谈
            if (at in self.passage.word_at or at == start) and end - at >= 3 and self.left_edge(at) > 0:
                mean = sum(min(3.0, names.foreign[one]) for one in norm[at:end]) / (end - at)
                if mean > 2.0 and not self._thing(at, end):
                    return at
        return end
