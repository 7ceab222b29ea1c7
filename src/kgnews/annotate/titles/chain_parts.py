"""A chain of titles and each title's place in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.base.document import Title
from kgnews.records import Span


@dataclass(slots=True)
class Slot:
    """One title of a chain; ``body`` is the span of the body right before it, None where there is none.

    ``shared`` are bodies that the title holds together with its own (中共中央台办、国务院台办主任).
    ``country`` is told before a word of status in front of the body (尼泊尔前教育部部长). ``named``: ``extra`` is its holder.
    """

    title: Title
    body: Span | None
    status: str
    extra: str = ""
    country: str = ""
    named: bool = False
    shared: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """Titles ``first`` to ``last`` (places in ``passage.titles``) in ``[start, end)``.

    ``aside``: the titles of a bracket between these and the name (甲局局长（乙局原局长）张三).
    """

    slots: list[Slot]
    start: int
    end: int
    first: int
    last: int
    aside: Chain | None = None

    @property
    def many(self) -> bool:
        """Whether several people can hold the last title."""
        return self.slots[-1].title.many


_SAME_HOUSE = ("管委会", "管理委员会", "董事会", "理事会")


def spread_status(chain: Chain, norm: str) -> None:
    """原党组书记、局长, 原党工委书记、管委会主任: former holds for the titles behind that have no body of their own."""
    for before, slot in zip(chain.slots, chain.slots[1:], strict=False):
        own = slot.body is not None and norm[slot.body.start : slot.body.end] not in _SAME_HOUSE
        if before.status == "former" and not slot.status and not own and slot.title.kind != "rank":
            slot.status = "former"
