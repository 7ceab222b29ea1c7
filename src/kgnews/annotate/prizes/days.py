"""The day, month or year of a prize: 2019年，某某获得…; 去年，某村入选…; 2018年3月又被授予…."""

from __future__ import annotations

from dataclasses import replace

from kgnews.annotate.prizes.words import ADVERBS
from kgnews.expressions import expression
from kgnews.records import Mention, Sentence, Span, Statement

_BEFORE_ONE = expression(r"，?(?![^，]*[岁生届])[^，。；：！？]{0,8}")  # 今年31岁的某某 is no date of a prize
_KINDS = frozenset({"day", "month", "year"})


def dated(said: Statement, sentence: Sentence, one: Mention, verb: int) -> Statement:
    """The statement with the date that stands right before the receiver, or between him and the verb that begins at ``verb``."""
    day = _day(sentence, one, verb)
    if day is None:
        return said
    span = Span(day.start, day.end)
    proofs = (
        said.proofs if said.span.start <= span.start and span.end <= said.span.end else (("date", day.where, span), *said.proofs)
    )
    return replace(said, properties={**said.properties, "date": day.name}, proofs=proofs)


def _day(sentence: Sentence, one: Mention, verb: int) -> Mention | None:
    base = sentence.start
    for date in reversed([m for m in sentence.mentions if m.label == "Date" and m.tags & _KINDS and m.end <= verb]):
        gap = sentence.text[date.end - base : verb - base].lstrip("，")
        adverbs = ADVERBS.match(gap)
        if adverbs is not None and gap[adverbs.end() :][:1] in ("", "被"):
            return date
        here = one.where == sentence.where and date.end <= one.outer.start < verb
        here = here and "，" not in sentence.text[one.outer.end - base : verb - base]
        if here and _BEFORE_ONE.fullmatch(sentence.text[date.end - base : one.outer.start - base]):
            return date
    return None
