"""From an article to its sentences with settled mentions: ``annotate(article, terms)``.

A pass is a function ``find(document)`` (or ``settle``) that reads what earlier passes found and adds mentions to the
passages of the document. After them ``selection.annotated`` picks the mentions of each sentence, and the functions of
``_AFTER`` get ``(document, annotated)`` to set scope and topic of the sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kgnews.annotate.document import Document
from kgnews.annotate.text import read
from kgnews.records import Annotated, Article
from kgnews.schema.terms import Terms

__all__ = ["annotate"]

# In the order of what rests on what: names stand beside titles, titles behind bodies, events are known by their hosts.
_PASSES = (
    "dates.find",
    "works.find",
    "titles.find",
    "organizations.find",
    "founded.find",
    "places.find",
    "stops.find",
    "brands_met.find",
    "visited_countries.find",
    "country_pairs.find",
    "persons.find",
    "posts.find",
    "bylines.find",
    "bare_names.find",
    "list_names.find",
    "careers.find",
    "byline_runs.find",
    "credits.find",
    "prize_lists.find",
    "parties.find",
    "hosts.find",
    "commemorated.find",
    "events.find",
    "open_air.find",
    "parties.ceremonies",
    "settle_names.settle",
    "own.settle",
    "awards.find",
    "settle_events.settle",
    "dossier.find",
)
_AFTER = (
    "scope.mark",
    "transcripts.mark",
    "dossier.mark",
    "guests.mark",
    "leads.mark",
    "talks.mark",
    "styled_visits.mark",
    "prize_facts.mark",
    "prize_deeds.mark",
    "prize_given.mark",
    "signers.mark",
)


@cache
def _functions(names: tuple[str, ...]) -> tuple[Callable[..., None], ...]:
    found = []
    for name in names:
        module, function = name.split(".")
        path = f"{__name__}.{module}"
        if find_spec(path) is not None:
            found.append(getattr(import_module(path), function))
    return tuple(found)


def annotate(article: Article, terms: Terms) -> Annotated:
    """Read one article. Offsets of all mentions are code points of its title or text as they stand."""
    from kgnews.annotate.selection import annotated

    document: Document = read(article, terms)
    for find in _functions(_PASSES):
        find(document)
    result = annotated(document)
    for mark in _functions(_AFTER):
        mark(document, result)
    return result
