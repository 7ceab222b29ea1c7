"""Why a rule fired or did not: for each sentence its mentions, the rules tried, and how far each got."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgnews.records import Annotated, Claim
from kgnews.rules.claims import claims_of
from kgnews.rules.compiler import Candidate, CompiledRule, CompiledRules, Pattern
from kgnews.rules.engine import settled
from kgnews.rules.evidence import Showing
from kgnews.rules.match import Match, found_words, matches, refusal
from kgnews.rules.reduce import Reduced, join, reduce
from kgnews.rules.regex import Emitter
from kgnews.rules.syntax import Choice, Gap, Literal, Maybe, Node, Refusal, Sequence, Words

FIRED, MATCHED, REFUSED, OVERRIDDEN, STOPPED, NOT_TRIED = "fired", "matched", "refused", "overridden", "stopped", "not tried"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rule at one sentence. ``reached``: the words its pattern stepped over; ``stopped_by``: what did not follow.

    ``progress``: the share of the pattern that matched, from 0 to 1. ``here``: the words that stood there instead.
    """

    rule: str
    outcome: str
    pattern: str = ""
    progress: float = 0.0
    reached: str = ""
    stopped_by: str = ""
    here: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence as the rules see it, and every attempt at it: those that fired first, then those that came furthest."""

    where: str
    text: str
    shape: str
    mentions: tuple[str, ...]
    context: tuple[str, ...]
    attempts: tuple[Attempt, ...]


def explain(annotated: Annotated, compiled: CompiledRules, only: Iterable[str] = ()) -> Iterator[Explained]:
    """Explain every sentence; with ``only`` the rules of these names, also where nothing makes them candidates."""
    wanted = frozenset(only)
    showing = Showing(annotated)
    reduced = [reduce(sentence, compiled.alphabet) for sentence in annotated.sentences]
    for number, sentence in enumerate(reduced):
        following = reduced[number + 1] if number + 1 < len(reduced) else None
        attempts = _attempts(sentence, following, compiled, wanted, showing)
        yield Explained(
            where=sentence.parts[0].where,
            text=_source(sentence, 0, len(sentence.text), showing),
            shape=shape(sentence),
            mentions=tuple(_mentions(sentence)),
            context=tuple(_context(sentence)),
            attempts=tuple(attempt for attempt in _best(attempts) if wanted or attempt.progress > 0),
        )


def _attempts(
    sentence: Reduced, following: Reduced | None, compiled: CompiledRules, wanted: frozenset[str], showing: Showing
) -> Iterator[Attempt]:
    candidates = [item for item in _everything(compiled) if not wanted or item.rule.rule.id in wanted]
    readings = [(item, _reading(item.rule, sentence, following)) for item in candidates]
    found = [match for item, text in readings if text is not None for match in _matches(item, text, sentence)]
    kept = list(settled(found))
    for item, text in readings:
        if text is None:
            continue
        own = [match for match in found if match.rule is item.rule]
        if own:
            yield _matched(item.rule, own, [match for match in own if match in kept], showing)
        elif wanted or _can(item, text, compiled):
            yield _stopped(item, text, compiled, showing)


def _best(attempts: Iterable[Attempt]) -> list[Attempt]:
    """One attempt a rule, its best pattern's: those that fired first, then those that came furthest."""
    best: dict[str, Attempt] = {}
    for attempt in sorted(attempts, key=lambda item: (item.outcome != FIRED, -item.progress)):
        best.setdefault(attempt.rule, attempt)
    return list(best.values())


def _everything(compiled: CompiledRules) -> list[Candidate]:
    return sorted((*compiled.within.all, *compiled.across.all), key=lambda item: item.order)


def _reading(rule: CompiledRule, sentence: Reduced, following: Reduced | None) -> Reduced | None:
    scope, where = rule.rule.scope, sentence.parts[0].where
    if scope == "next":
        return join(sentence, following) if following is not None and following.parts[0].where == where else None
    return sentence if scope not in ("title", "text") or scope == where else None


def _matches(item: Candidate, text: Reduced, first: Reduced) -> Iterator[Match]:
    edge = len(first.text)
    return (match for match in matches(item, text) if len(text.parts) == 1 or match.start < edge < match.end)


def _can(item: Candidate, text: Reduced, compiled: CompiledRules) -> bool:
    """Whether the sentence has the pattern's most telling words: what makes a rule worth telling about."""
    return not item.first or not item.first.isdisjoint(found_words(compiled, text.text))


def _matched(rule: CompiledRule, own: list[Match], kept: list[Match], showing: Showing) -> Attempt:
    match = (kept or own)[0]
    claims = tuple({claim.id: claim for item in kept for claim in claims_of(item, showing)}.values())
    reached = _source(match.sentence, match.start, match.end, showing)
    outcome, why = FIRED, ""
    if not kept:
        outcome, why = OVERRIDDEN, "a rule that overrides it has these words"
    elif not claims:
        outcome, why = MATCHED, "an end has no mention that fits (no context, or no name)"
    return Attempt(rule.rule.id, outcome, "", 1.0, reached, why, "", claims)


def _stopped(item: Candidate, text: Reduced, compiled: CompiledRules, showing: Showing) -> Attempt:
    pattern, rule = item.pattern, item.rule
    hit = pattern.regex.search(text.text)
    if hit is not None:
        key = refusal(rule, text.text, hit.start(), hit.end()) or "scope"
        reached = _source(text, hit.start(), hit.end(), showing)
        return Attempt(rule.rule.id, REFUSED, pattern.tree.source, 1.0, reached, f"{key} of the rule")
    count, span = furthest(pattern, text.text)
    steps = flat(pattern.tree)
    reached = _source(text, *span, showing) if span else ""
    at = span[1] if span else 0
    here = _source(text, at, min(len(text.text), at + 12), showing)
    missing = " ".join(step.source for step in steps[count : count + 1 + isinstance(steps[count], Gap)])
    return Attempt(rule.rule.id, STOPPED, pattern.tree.source, count / len(steps), reached, missing, here)


def furthest(pattern: Pattern, text: str) -> tuple[int, tuple[int, int] | None]:
    """How many steps of a pattern match somewhere in a text, and where: the longest such prefix."""
    steps = flat(pattern.tree)
    for count in range(len(steps) - 1, 0, -1):
        if isinstance(steps[count - 1], Gap):
            continue
        prefix = Sequence("", tuple(steps[:count]))
        hit = re.search(Emitter(pattern.alphabet, pattern.within_clause).emit(prefix, last=False), text)
        if hit is not None:
            return count, hit.span()
    return 0, None


def flat(node: Node) -> list[Node]:
    """The steps of a pattern, brackets without alternatives dissolved."""
    if isinstance(node, Sequence):
        return [step for item in node.items for step in flat(item)]
    return [node]


def shape(sentence: Reduced) -> str:
    """The sentence with its symbols written as 〔Label〕."""
    marked = {at: mention.label for at, mention in sentence.mentions_in(0, len(sentence.text))}
    return "".join(f"〔{marked[at]}〕" if at in marked else char for at, char in enumerate(sentence.text))


def _mentions(sentence: Reduced) -> Iterator[str]:
    for mention in sentence.mentions:
        notes = [*sorted(mention.tags), *(key for key in ("generic", "inferred", "doubtful") if getattr(mention, key))]
        name = f" = {mention.name}" if mention.name and mention.name != mention.form else ""
        posts = "；".join(f"{post.body.name or post.body.form if post.body else '?'} {post.title}" for post in mention.posts)
        yield f"{mention.label} {mention.form}{name}{f' #{chr(35).join(notes)}' if notes else ''}{f' [{posts}]' if posts else ''}"


def _context(sentence: Reduced) -> Iterator[str]:
    part = sentence.parts[-1]
    for key, mention in (("@event", part.event), ("@topic", part.topic)):
        if mention is not None:
            yield f"{key} = {mention.name or mention.form}"


def _source(sentence: Reduced, start: int, end: int, showing: Showing) -> str:
    span = sentence.source(start, end)
    return showing.text(sentence.parts[0].where)[span.start : span.end]


def spelt(node: Node) -> str:
    """A pattern with its macros spelt out."""
    match node:
        case Literal():
            return node.text
        case Sequence():
            inside = "".join(spelt(item) for item in node.items)
            return f"({inside})" if node.source.startswith(("(", "@")) else inside
        case Choice():
            return "|".join(spelt(option) for option in node.options)
        case Maybe():
            return f"{spelt(node.item)}?"
        case Words() if not node.source.endswith((":text}", ":quoted}")):
            return f"{{{node.name}={spelt(node.item)}}}"
        case Refusal():
            return f"{'<!' if node.before else '!'}{spelt(node.item)}"
        case _:
            return node.source
