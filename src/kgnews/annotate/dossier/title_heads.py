"""Where the title begins that ends a phrase: 常务副市长 in 青山市常务副市长."""

from __future__ import annotations

from operator import add

from kgnews.annotate.base.tables import words
from kgnews.annotate.dossier.office_words import FIELDS, HEAD_OF_UNIT, NO_POSTS, SAME_UNIT, SPACED
from kgnews.schema.terms import Terms


class TitleHeads:
    """The heads of titles of the term lists, and the words before them that belong to a title."""

    def __init__(self, terms: Terms) -> None:
        titles = words(terms, "titles")
        self.heads = {head for head, value in titles.items() if value.split()[0] in ("office", "rank")}
        self.heads |= set(words(terms, "record_titles"))
        self.heads -= {*NO_POSTS, "常务委员会委员"}
        self.heads |= {"正" + head for head in self.heads if head.startswith("高级")}
        self.modifiers = sorted(
            {
                *words(terms, "title_modifiers"),
                "市直机关",
                "正",
                "半",
                "注册",
                "中国注册",
                "职工代表",
                "职工",
                "股东代表",
                "股东",
                "外部",
                "非执行",
            }
            - {"总", "大", "安全", "正", "半", "信息", "数据", "首都", "全科", "学科"},
            key=len,
            reverse=True,
        )
        self.longest = max(map(len, self.heads))
        self.ends = {head[-2:] for head in self.heads}

    def may_stand(self, text: str) -> bool:
        """Whether the end of a title stands somewhere in ``text``; where not, no post does."""
        return not self.ends.isdisjoint(map(add, text, text[1:]))

    def start(self, text: str) -> int:
        """Where the title that ends ``text`` begins; its length where there is none."""
        for length in range(min(self.longest, len(text)), 0, -1):
            if text[-length:] in self.heads and not (text[-length] == "工" and text.endswith("总", 0, len(text) - length)):
                return self._modified(text, len(text) - length)
        spaced = SPACED.search(text)
        if spaced is not None:
            return spaced.start()
        same = SAME_UNIT.search(text)
        return same.start("title") if same else len(text)

    def _modified(self, text: str, at: int) -> int:
        if text[at:] == "助理" and (before := self.start(text[:at])) < at:
            return before  # 厂长助理
        moved = True
        while moved:
            moved = False
            for modifier in self.modifiers:
                if text.endswith(modifier, 0, at) and not (modifier in FIELDS and HEAD_OF_UNIT.fullmatch(text, at)):
                    at, moved = at - len(modifier), True
                    break
        return at
