"""A chain of titles and each title's place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.base.document import Title
from kgnews.records import Span


@dataclass(slots=True)
class Slot:
    """One title of a chain; ``body`` is the span of the body right before it, None where there is none.

    ``shared`` are bodies that the title holds together with its own (中共中央台办、国务院台办主任).
    ``country`` is told before a word of status in front of the body (尼泊尔前教育部部长).
    """

    title: Title
    body: Span | None
    status: str
    extra: str = ""
    country: str = ""
    shared: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """Titles ``first`` to ``last`` (places in ``passage.titles``) in ``[start, end)``."""

    slots: list[Slot]
    start: int
    end: int
    first: int
    last: int

    @property
    def many(self) -> bool:
        """Whether several people can hold the last title."""
        return self.slots[-1].title.many


def spread_status(chain: Chain) -> None:
    """原党组书记、局长: former holds for the titles behind that have no body of their own."""
    for before, slot in zip(chain.slots, chain.slots[1:], strict=False):
        if before.status == "former" and not slot.status and slot.body is None and slot.title.kind != "rank":
            slot.status = "former"
