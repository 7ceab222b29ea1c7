"""A chain of titles and each title's place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.document import Title
from kgnews.records import Span


@dataclass(slots=True)
class Slot:
    """One title of a chain; ``body`` is the span of the body right before it, None where there is none.

    ``shared`` are bodies that the title holds together with its own (中共中央台办、国务院台办主任).
    """

    title: Title
    body: Span | None
    status: str
    extra: str = ""
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
