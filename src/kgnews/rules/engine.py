"""Applies compiled rules to an annotated article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from time import monotonic

from kgnews.errors import TimeLimitError
from kgnews.records import Annotated, Claim, Mention
from kgnews.rules.claims import claims_of, grammar_claims, statement_claims
from kgnews.rules.compiler import Candidate, CompiledRules, Index
from kgnews.rules.evidence import Showing
from kgnews.rules.match import Match, candidates, found_words, matches
from kgnews.rules.merge import merged
from kgnews.rules.reduce import Reduced, join, reduce

# Seconds for one article. The longest real ones take a hundredth of this.
TIME_LIMIT = 20.0


def apply_rules(annotated: Annotated, compiled: CompiledRules, limit: float = TIME_LIMIT) -> list[Claim]:
    """All claims of an article, each once, in the order of their evidence. TimeLimitError after ``limit`` seconds."""
    doubt = compiled.rule_set.confidence.doubtful.value
    claims = merged(all_claims(annotated, compiled, limit), compiled.ontology)
    return [replace(claim, confidence=min(doubt, claim.confidence)) if claim.doubtful else claim for claim in claims]


def all_claims(annotated: Annotated, compiled: CompiledRules, limit: float = TIME_LIMIT) -> Iterator[Claim]:
    """What every rule claims, also where another one claims the same."""
    deadline = monotonic() + limit
    showing = Showing(annotated)
    for sentence, match_list in sentence_matches(annotated, compiled):
        for match in settled(match_list):
            yield from claims_of(match, showing)
        for mention in sentence.mentions:
            if mention.posts or mention.tags:
                yield from _of_grammar(mention, compiled, showing)
        if monotonic() > deadline:
            name = annotated.article.id
            raise TimeLimitError(f"article {name}: reading it takes longer than {limit:g} s", "is it one article?")
    for said in annotated.statements:
        for rule in compiled.grammars.get(said.grammar, ()):
            yield from statement_claims(rule, said, showing)


def sentence_matches(annotated: Annotated, compiled: CompiledRules) -> Iterator[tuple[Reduced, list[Match]]]:
    """Each sentence in its reduced form with the matches in it, those that reach into the following one included."""
    previous: Reduced | None = None
    for item in annotated.sentences:
        sentence = reduce(item, compiled.alphabet)
        found: list[Match] = []
        for candidate in _candidates(compiled, compiled.within, sentence):
            scope = candidate.rule.rule.scope
            if scope in ("title", "text") and scope != item.where:
                continue
            if scope == "clause" or candidate.pattern.regex.search(sentence.text):  # most do not match: no iterator for them
                found.extend(matches(candidate, sentence))
        if previous is not None and previous.parts[0].where == item.where:
            found.extend(_across(compiled, previous, sentence))
        yield sentence, found
        previous = sentence


def _candidates(compiled: CompiledRules, index: Index, *sentences: Reduced) -> list[Candidate]:
    """The patterns to try; a third of all sentences has labels that no rule can do with, and is not searched for words."""
    labels = 0
    for sentence in sentences:
        labels |= sentence.labels
    fitting = index.having(labels)
    if not fitting.all:
        return []
    words: set[int] = set()
    for sentence in sentences:
        if sentence.words is None:
            sentence.words = found_words(compiled, sentence.text)
        words |= sentence.words
    return candidates(fitting, words)


def _across(compiled: CompiledRules, first: Reduced, second: Reduced) -> Iterator[Match]:
    both: Reduced | None = None
    edge = len(first.text)
    for candidate in _candidates(compiled, compiled.across, first, second):
        both = both or join(first, second)
        yield from (match for match in matches(candidate, both) if match.start < edge < match.end)


def settled(found: list[Match]) -> Iterable[Match]:
    """The matches without those that a rule with ``overrides`` takes the words from."""
    ruling = [match for match in found if match.rule.rule.overrides]
    if not ruling:
        return found
    return [match for match in found if not any(_overrules(other, match) for other in ruling)]


def _overrules(ruling: Match, match: Match) -> bool:
    over = match.rule.rule.id in ruling.rule.rule.overrides
    return over and ruling.start < match.end and match.start < ruling.end


def _of_grammar(mention: Mention, compiled: CompiledRules, showing: Showing) -> Iterator[Claim]:
    if mention.label == "Person":
        several = len(mention.posts) > 1
        for rank, post in enumerate(mention.posts, 1):
            for rule in compiled.grammars.get(post.rule, ()):
                yield from grammar_claims(rule, mention, post, rank if several else None, showing)
    for tag in mention.tags & compiled.grammars.keys() if mention.tags else ():
        for rule in compiled.grammars[tag]:
            yield from grammar_claims(rule, mention, None, None, showing)
