"""From an article to its sentences with settled mentions: ``annotate(article, terms)``.

The parts rest on each other in one order, which a test holds: base, bodies, places, names, titles, pointing, persons,
posts, events, meaning, scenes, prizes, dossier. A pass is a function ``find(document)`` (or ``settle``) that reads what
earlier passes found and adds mentions to the passages of the document. After them ``scenes.selection.annotated`` picks the
mentions of each sentence, and the functions of ``_AFTER`` get ``(document, annotated)`` to set scope and topic of sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.text import read
from kgnews.records import Annotated, Article
from kgnews.schema.terms import Terms

__all__ = ["annotate"]

# In the order of what rests on what: names stand beside titles, titles behind bodies, events are known by their hosts.
_PASSES = (
    "places.dates.find",
    "events.works.find",
    "titles.heads.find",
    "bodies.found.find",
    "bodies.founded.find",
    "bodies.short_names.find",
    "places.named.find",
    "places.noticed.find",
    "places.stops.find",
    "bodies.brands_met.find",
    "places.visited_countries.find",
    "bodies.country_pairs.find",
    "persons.beside_titles.find",
    "posts.of_chains.find",
    "persons.bylines.find",
    "persons.bare.find",
    "persons.listed.find",
    "posts.careers.find",
    "persons.byline_runs.find",
    "persons.credits.find",
    "prizes.lists.find",
    "events.parties.find",
    "events.hosts.find",
    "names.commemorated.find",
    "events.found.find",
    "places.open_air.find",
    "events.parties.ceremonies",
    "meaning.settle_names.settle",
    "meaning.own.settle",
    "prizes.awards.find",
    "events.settle.settle",
    "dossier.find",
)
_AFTER = (
    "scenes.scope.mark",
    "scenes.transcripts.mark",
    "dossier.mark",
    "scenes.guests.mark",
    "scenes.leads.mark",
    "scenes.talks.mark",
    "scenes.styled_visits.mark",
    "prizes.facts.mark",
    "prizes.deeds.mark",
    "prizes.given.mark",
    "scenes.signers.mark",
)


@cache
def _functions(names: tuple[str, ...]) -> tuple[Callable[..., None], ...]:
    found = []
    for name in names:
        module, _, function = name.rpartition(".")
        path = f"{__name__}.{module}"
        if find_spec(path) is not None:
            found.append(getattr(import_module(path), function))
    return tuple(found)


def annotate(article: Article, terms: Terms) -> Annotated:
    """Read one article. Offsets of all mentions are code points of its title or text as they stand."""
    from kgnews.annotate.scenes.selection import annotated

    document: Document = read(article, terms)
    for find in _functions(_PASSES):
        find(document)
    result = annotated(document)
    for mark in _functions(_AFTER):
        mark(document, result)
    return result
