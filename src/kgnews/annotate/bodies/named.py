"""The named bodies of a passage in the order of their places, with the companies that have no ending of bodies."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.records import Mention, Span


def bodies_of(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    """Start, form and mention of each body that has a name of its own."""
    found = []
    for mention in passage.mentions:
        if mention.label == "Organization":
            form = passage.norm[mention.start : mention.end]
            if form not in bodies.generic and len(form) > 2:
                found.append((mention.start, form, mention))
    found.extend(_brands(passage, bodies))
    return sorted(found, key=lambda one: (one[0], len(one[1])))


def _brands(passage: Passage, bodies: Bodies) -> list[tuple[int, str, Mention]]:
    """Companies by names that have no ending of bodies (中兴通讯)."""
    found = []
    for index in (place for place, tag in enumerate(passage.tags) if tag == "nz"):
        start, end = passage.starts[index], passage.ends[index]
        form, span = passage.norm[start:end], Span(start, end)
        if end - start > 2 and form in bodies.brands:
            found.append((start, form, Mention("Organization", passage.where, start, end, passage.raw[start:end], span, form)))
    for match in bodies.business.openings(passage.norm):
        start, end = match.span(1)
        if passage.norm[start : start + 2] not in bodies.stops:
            found.append(
                (start, match[1], Mention("Organization", passage.where, start, end, match[1], Span(start, end), match[1]))
            )
    return found
