"""Finds where rules match: candidates by the words of a sentence, then their expressions, then their negative contexts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kgnews.records import Mention, Span
from kgnews.rules.compiler import Candidate, CompiledRule, CompiledRules, Index, Pattern
from kgnews.rules.reduce import Reduced
from kgnews.rules.regex import CLAUSE_MARKS
from kgnews.rules.syntax import Slot

_BOUND = re.compile(f"[{CLAUSE_MARKS}]")
_CLAUSES = re.compile(f"[^{CLAUSE_MARKS}]+")
_IN_BRACKETS = re.compile(r"（[^（）]{0,30}）")
_STRIP = " \n“”《》\"'‘’「」『』"
_CLOSERS = dict(zip("“《‘「『", "”》’」』", strict=True))
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
# A sentence in which one pattern matches more often than this is a table, not a sentence.
MAX_MATCHES = 60


@dataclass(slots=True, eq=False)
class Capture:
    """What a slot took: mentions, or words (``text``); ``start`` and ``end`` are positions in the reduced sentence."""

    start: int
    end: int
    mentions: tuple[tuple[int, Mention], ...] = ()
    many: bool = False
    words: Span | None = None


@dataclass(slots=True, eq=False)
class Match:
    """A rule that matched ``sentence.text[start:end]`` with its captures by slot name."""

    rule: CompiledRule
    sentence: Reduced
    start: int
    end: int
    captures: dict[str, Capture]


def found_words(compiled: CompiledRules, text: str) -> set[int]:
    """The ids of the rules' words that stand in a reduced sentence."""
    if compiled.automaton is None:
        return set()
    return {hit[0] for hit in compiled.automaton.find_matches_as_indexes(text, overlapping=True)}


def candidates(index: Index, words: set[int]) -> list[Candidate]:
    """The patterns that can match a sentence with these words, in the order of their rules; ``index`` is that of its labels."""
    postings = index.postings
    seen = set(index.always)
    for word in words & postings.keys():
        seen.update(postings[word])
    fit = [item for item in seen if _has_all(item.words, words)]
    fit.sort(key=_order)
    return fit


def _order(candidate: Candidate) -> int:
    return candidate.order


def _has_all(groups: tuple[frozenset[int], ...], words: set[int]) -> bool:
    for group in groups:  # noqa: SIM110  # a loop is half the time of all() here, and this runs for every hit
        if group.isdisjoint(words):
            return False
    return True


def matches(candidate: Candidate, sentence: Reduced) -> Iterator[Match]:
    """All matches of a pattern in a sentence, from left to right, that no negative context of the rule refuses."""
    rule, pattern = candidate.rule, candidate.pattern
    for low, high in _ranges(rule, sentence.text):
        at = low
        for _ in range(MAX_MATCHES):
            hit = pattern.regex.search(sentence.text, at, high)
            if hit is None:
                break
            refused = refusal(rule, sentence.text, hit.start(), hit.end())
            if refused is None:
                yield Match(rule, sentence, hit.start(), hit.end(), captures(pattern, hit, sentence))
            at = max(hit.end(), hit.start() + 1) if refused is None else hit.start() + 1


def _ranges(rule: CompiledRule, text: str) -> Iterable[tuple[int, int]]:
    if rule.rule.scope != "clause":
        return ((0, len(text)),)
    return [clause.span() for clause in _CLAUSES.finditer(text)]


def captures(pattern: Pattern, hit: re.Match[str], sentence: Reduced) -> dict[str, Capture]:
    """What each named slot took."""
    taken: dict[str, Capture] = {}
    for number, slot in enumerate(pattern.groups, 1):
        start, end = hit.span(number)
        if start < 0 or not slot.name:
            continue
        if isinstance(slot, Slot):
            taken[slot.name] = Capture(start, end, tuple(_members(slot, start, end, sentence)), slot.many)
        else:
            taken[slot.name] = Capture(start, end, words=_trimmed(sentence, start, end))
    return taken


def _members(slot: Slot, start: int, end: int, sentence: Reduced) -> Sequence[tuple[int, Mention]]:
    inside = sentence.mentions_in(start, end)
    if not slot.many:
        return inside
    brackets = [match.span() for match in _IN_BRACKETS.finditer(sentence.text, start, end)]
    labels = {test.label for test in slot.tests}
    return [(at, m) for at, m in inside if m.label in labels and not any(a < at < b for a, b in brackets)]


def _trimmed(sentence: Reduced, start: int, end: int) -> Span:
    text = sentence.text
    while start < end and text[start] in _STRIP and _closed(text, start, end) in (-1, end - 1):
        start += 1
    while end > start and text[end - 1] in _STRIP and text.rfind(_OPENERS.get(text[end - 1], "\0"), start, end) < 0:
        end -= 1
    return sentence.source(start, end)


def _closed(text: str, start: int, end: int) -> int:
    """Where the quotation that opens at ``start`` closes, -1 where it does not: “甲”称号 keeps its marks, “甲” does not."""
    return text.find(_CLOSERS.get(text[start], "\0"), start, end)


def refusal(rule: CompiledRule, text: str, start: int, end: int) -> str | None:
    """The key of the negative context that refuses a match, None where none does."""
    for key, patterns in rule.contexts.items():
        if patterns and _CHECKS[key](patterns, text, start, end):
            return key
    return None


def _before(patterns: Iterable[Pattern], text: str, start: int, end: int) -> bool:
    return any(_ending(pattern).search(text, max(0, start - 40), start) for pattern in patterns)


@lru_cache(maxsize=4096)
def _ending(pattern: Pattern) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern.regex.pattern})\\Z")


def _after(patterns: Iterable[Pattern], text: str, start: int, end: int) -> bool:
    return any(pattern.regex.match(text, end) for pattern in patterns)


def _in_clause(patterns: Iterable[Pattern], text: str, start: int, end: int) -> bool:
    low = max([text.rfind(mark, 0, start) for mark in CLAUSE_MARKS]) + 1
    close = _BOUND.search(text, end)
    high = close.start() if close else len(text)
    return any(pattern.regex.search(text, low, high) for pattern in patterns)


def _in_sentence(patterns: Iterable[Pattern], text: str, start: int, end: int) -> bool:
    return any(pattern.regex.search(text) for pattern in patterns)


_CHECKS = {"not_before": _before, "not_after": _after, "unless": _in_clause, "unless_sentence": _in_sentence}
