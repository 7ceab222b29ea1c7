"""Lives told in running words: how they open, and how far they reach."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.attributes import attributes_in
from kgnews.annotate.dossier.profile_clauses import ClauseReader
from kgnews.annotate.dossier.profile_words import (
    DIED,
    GOES_ON,
    GROUNDS_OF,
    JOINED,
    LIFE_OF,
    PART,
    POLITE,
    PROPOSED,
    REPORTED,
    THE_SAME,
)
from kgnews.records import Mention, Span


class LifeReader(ClauseReader):
    """Reads the lives of one passage that open with a name."""

    def _polite(self, at: int, stop: int) -> None:
        """蓝海洋 女士 above a résumé says the sex."""
        word = re.compile(r" *(?P<word>女士|先生)").match(self.norm, at, stop)
        if word and self.person is not None:
            value = self.scribe.value("Value", Span(word.start("word"), word.start("word") + 1), "女")
            value.name = "女" if word["word"] == "女士" else "男"
            self.scribe.say("record-attribute", Span(self.name.start, word.end()), (self.person, value), {"attribute": "sex"})

    def _life_of(self, line: Span) -> bool:
        """以下是葉美儀的簡歷：, and 葉美儀女士於一九九三年八月加入…, as Hong Kong writes lives."""
        match = LIFE_OF.match(self.norm, *line) or GROUNDS_OF.match(self.norm, *line)
        if match is not None and self.people.is_name(match["name"], strict=True):
            self._set(self.scribe.person(Span(*match.span("name"))), Span(*match.span("name")))
            self.lone = True
            return True
        same = THE_SAME.match(self.norm, *line) if self.person is not None and self.lone else None
        match = same or JOINED.match(self.norm, *line) or self._named_again(line)
        if match is None or not (self.lone or self.norm.count("年", *line) > 2):
            return False
        if same is None or self.norm[self.name.start] != match["name"][0]:
            if not self.people.is_name(match["name"], strict=True):
                return False
            self._set(self.scribe.person(Span(*match.span("name"))), Span(*match.span("name")))
        if match["polite"]:
            self._polite(*match.span("polite"))
        self._text(match.end(), line.end, claim=False)
        self.scribe.claim(*line)
        return True

    def _named_again(self, line: Span) -> re.Match[str] | None:
        """蘇文軒，五十五歲，…, below 以下為蘇文軒的簡歷."""
        if self.person is None or not self.lone:
            return None
        name = self.norm[self.name.start : self.name.end]
        return re.compile(rf" *(?P<name>{re.escape(name)})(?P<polite>{POLITE})?(?:，|(?=现年))").match(self.norm, *line)

    def _life(self, line: Span, titled: tuple[Mention, Span]) -> bool:
        """宿命远，岩土工程专家。1948年生于…: the person of the title, and what sentence by sentence is told of him."""
        name = titled[0].name
        if not self.norm.startswith(f"{name}，", line.start) or not self._is_profile(Span(line.start + len(name) + 1, line.end)):
            return False
        span = Span(line.start, line.start + len(name))
        self._set(self.scribe.person(span), span)
        self._text(span.end + 1, line.end, claim=True)
        return True

    def _died(self, line: Span) -> bool:
        """原甲市人大常委会副主任、离休干部屠岸同志，因病…逝世: the posts once held."""
        match = DIED.match(self.norm, *line)
        if match is None:
            return False
        stop = match.end("chain")
        for size in (3, 2, 4):
            at = stop - size
            name = self.norm[at:stop]
            if not self.people.is_name(name, strict=True) or self.norm.count(name) < 2:
                continue
            span = Span(at, stop)
            self._set(self.scribe.person(span), span)
            for office in self.offices.read(match.start("chain"), at).offices:
                if office.body_name:
                    body = self.scribe.body(office.body, office.body_name)
                    words = Span(office.title_span.start if office.body.end <= office.body.start else office.body.start, stop)
                    self.scribe.say(
                        "record-career", words, (self.scribe.person(span), body), {"title": office.title, "status": "former"}
                    )
            return True
        return False

    def _reported(self, line: Span) -> bool:
        """公开资料显示，伏波出生于1972年，…曾任…: a life told in the news, to the sentence that tells of something else."""
        match = REPORTED.search(self.norm, *line)
        if match is None or not self.people.is_name(match["name"]):
            return False
        end = self._sentence_end(match.end(), line.end)
        if not self._is_profile(Span(match.end(), end)):
            return False
        span = Span(*match.span("name"))
        self._set(self.scribe.person(span), span)
        self._text(match.end(), end, claim=True)
        while end < line.end and GOES_ON.match(self.norm, end + 1, line.end):
            at, end = end + 1, self._sentence_end(end + 1, line.end)
            self._text(at, end, claim=True)
        self.person = None
        return True

    def _sentence_end(self, at: int, stop: int) -> int:
        end = self.norm.find("。", at, stop)
        return end if end >= 0 else stop

    def _is_profile(self, span: Span, said: int = 0) -> bool:
        """At least two attributes (``said``: told otherwise), or one with a post told or proposed."""
        text = self.norm[span.start : span.end]
        parts = [(span.start + part.start(), span.start + part.end()) for part in PART.finditer(text)]
        count = said + sum(any(True for _ in attributes_in(self.norm, *part)) for part in parts)
        posts = len(
            re.findall(
                r"(?:^|，)(?:(?:副?主任|主治)(?:医|护|药|技)师|副?教授|副?研究员|研究馆员|讲师|(?:正?高级)?(?:工程|讲)师)(?=[，。、])|现任|挂任|挂职任|拟任|历任|曾任|现为|拟提名|毕业|现兼任|\d{4}年(?:\d{1,2}月)?(?:起|至[今\d年月]{1,8}，?)任",
                text,
            )
        )
        return count >= 2 or (count >= 1 and posts >= 1) or bool(PROPOSED.search(text) and re.search(r"现任|现为", text))
