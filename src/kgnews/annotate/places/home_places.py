"""Which city, county or village an article means by 我市, 市委 or 县长: its home, else of the places that it names."""

from __future__ import annotations

import re
from collections import Counter

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.records import Mention

_LEAD = 150  # characters: what is named there is what the article is about
_UNIT_TAILS = {"市": "市", "省": "省", "县": "县", "区": "区", "州": "州", "镇": "镇", "乡": "乡", "村": "村", "旗": "旗"}


class HomePlaces:
    """The places of one article by their unit (市, 县, …). ``home``: whose news it is, "" where that is not told."""

    def __init__(self, document: Document, bodies: Bodies, home: str) -> None:
        self.document, self.bodies, self.home = document, bodies, home
        self._places: dict[str, str] = {}

    def place(self, unit: str) -> str:
        """The place of the article with that unit (市, 县, …), from its home or from the places it names, "" if none."""
        if unit not in self._places:
            self._places[unit] = self._find_place(unit)
        return self._places[unit]

    def _find_place(self, unit: str) -> str:
        if unit in _UNIT_TAILS and self.home.endswith(unit):
            return self.home
        names = self._by_name(unit) + self._by_office(unit)
        if names:
            return max(names, key=lambda name: names[name])
        return self._by_short(unit)

    def _by_name(self, unit: str) -> Counter[str]:
        """The known places that are named with that ending, and how often."""
        names: Counter[str] = Counter()
        for passage in self.document.passages:
            for name in re.findall(rf"[\u4e00-\u9fff]{{2,7}}?{unit}", passage.norm) if len(passage.norm) < 20000 else ():
                length = next((n for n in range(2, len(name)) if self.bodies.is_place(name[-n - 1 :])), 0)
                if length:
                    names[name[-length - 1 :]] += 1
        return names

    def _by_office(self, unit: str) -> Counter[str]:
        """The places whose party committees and governments are named (云泽县委): the article's own rather than others."""
        office = re.compile(rf"([\u4e00-\u9fff]{{2,4}}{unit})(?:委|政府|人民政府|人大常委会|政协)(?![\u4e00-\u9fff])")
        names: Counter[str] = Counter()
        for passage in self.document.passages:
            for mention in passage.mentions:
                bodies = [mention] if mention.label == "Organization" else [post.body for post in mention.posts if post.body]
                for body in bodies:
                    if match := office.fullmatch(passage.norm[body.start : body.end]):
                        names[match[1]] += 2
        return names

    def _by_short(self, unit: str) -> str:
        """北京 in the text gives 北京市 for 市委 where no place with that ending is named."""
        counts: Counter[str] = Counter()
        for passage in self.document.passages:
            for mention in passage.mentions:
                if mention.label == "Place" and mention.form + unit in self.bodies.places and _stands_for(passage, mention):
                    counts[mention.form] += 2 if mention.start < _LEAD else 1
        whole = self.document.whole
        for name in list(counts):
            if any(name + other in whole for other in "省市县区州" if other != unit):
                del counts[name]  # 怀安市 is not 怀安县
            elif counts[name] < 2:
                del counts[name]  # named in passing
        best = max(counts, key=lambda name: counts[name], default="")
        return best + unit if best else ""


def _stands_for(passage: Passage, mention: Mention) -> bool:
    """Whether a short place name may mean the whole place: not in a firm's bracket (（上海）), nor as a town's (石门、黄沙两镇)."""
    text, end = passage.norm, mention.end
    if mention.start not in passage.word_at:
        return False  # 局长沙某: no 长沙
    if text[mention.start - 1 : mention.start] == "（" and text[end : end + 1] == "）":
        return False
    return re.match(r"(?:、[\u4e00-\u9fff]{2,3}){0,3}[两三四五]?[镇乡村]|街道", text[end : end + 16]) is None
