"""Which mentions of which articles are one entity: readings, articles and judgements in, a ``Resolution`` out.

The same input gives the same output whatever its order; a canonical id is that of the least member.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kgnews.records import Article, Decision, Member, Reading, Resolution
from kgnews.records.review import Judgement
from kgnews.resolve.contexts import context_of
from kgnews.resolve.copies import copy_groups
from kgnews.resolve.entities import EntityMaker
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.judging import apply_verdicts, read_judgements
from kgnews.resolve.keyed import find_keys
from kgnews.resolve.lookalike import propose_lookalikes
from kgnews.resolve.naming import Naming
from kgnews.resolve.people import cluster_people
from kgnews.resolve.rarity import Rarity
from kgnews.resolve.sightings import Bodies, bodies_named, sightings
from kgnews.resolve.ties import find_ties
from kgnews.schema import Terms

__all__ = ["copy_groups", "resolve"]


def resolve(
    readings: Iterable[Reading], articles: Iterable[Article], terms: Terms, judgements: Iterable[Judgement] = ()
) -> Resolution:
    """Join what the articles tell of the same people, bodies, events, places and works.

    ``articles`` give dates, homes and sources (a reading without its article is resolved with less). ``judgements`` are
    those that hold now, one a pair.
    """
    known = {article.id: article for article in articles}
    read = {reading.article: reading for reading in sorted(readings, key=lambda item: item.article)}
    judged = list(judgements)
    gazetteer = Gazetteer(terms)
    copies = copy_groups(known.values())
    contexts = {key: context_of(reading, known.get(key), copies.get(key, key), gazetteer) for key, reading in read.items()}
    keyed = find_keys(read.values(), contexts, gazetteer)
    groups = keyed.groups()
    texts = {member: key._replace(text=keyed.text(member)) for member, key in keyed.keys.items()}
    bodies = Bodies(texts, bodies_named(keyed.keys, read), gazetteer, Naming(terms))
    seen = [item for key, reading in read.items() for item in sightings(reading, contexts[key], known.get(key), bodies)]
    everyone = {item.member.key: item.member for item in seen}
    everything = everyone | {member.key: member for group in groups.values() for member in group}
    verdicts = read_judgements(judged, everything)
    found = cluster_people(seen, bodies, Rarity(terms), verdicts)
    parted = apply_verdicts([group for _, group in sorted(groups.items())], verdicts)
    maker = EntityMaker(read, keyed, gazetteer)
    entities = {entity.id: entity for entity in map(maker.make, [*found.groups, *parted])}
    ids = {member: entity.id for entity in entities.values() for member in entity.members}
    decisions = [*found.decisions, *propose_lookalikes(seen, ids, terms)]
    ties = find_ties(entities.values(), ids, keyed, gazetteer)
    repeats = {key: least for key, least in copies.items() if key != least}
    return Resolution(entities, ids, tuple(_open(decisions, ids, everything, judged)), tuple(ties), repeats)


def _open(
    decisions: Iterable[Decision], ids: Mapping[Member, str], members: Mapping[str, Member], judged: Iterable[Judgement]
) -> Iterable[Decision]:
    """Decisions in order, without questions that a person has answered or that were answered otherwise."""
    answered = set()
    for judgement in judged:
        if judgement.left in members and judgement.right in members:
            answered.add(frozenset((ids[members[judgement.left]], ids[members[judgement.right]])))
    for decision in sorted(set(decisions), key=lambda item: (item.left, item.right, item.outcome)):
        pair = frozenset((ids[members[decision.left]], ids[members[decision.right]]))
        if decision.outcome == "merged" or (len(pair) == 2 and pair not in answered):
            yield decision
