"""What people judged of members: those that are one, those that are not, and which of two leaves the other's group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kgnews.records import Member


@dataclass
class Verdicts:
    """Judgements of people on members, complete before anything is asked of them."""

    same: set[tuple[Member, Member]] = field(default_factory=set)
    different: set[tuple[Member, Member]] = field(default_factory=set)

    @cached_property
    def links(self) -> Mapping[Member, set[Member]]:
        """Each member with those that it was said to be one with."""
        links: dict[Member, set[Member]] = {}
        for left, right in self.same:
            links.setdefault(left, set()).add(right)
            links.setdefault(right, set()).add(left)
        return links

    @cached_property
    def told_apart(self) -> Mapping[Member, int]:
        """From how many others a member was told apart: who was split off, from more than each of those that stay."""
        return Counter(member for pair in self.different for member in pair)

    @cached_property
    def leaving(self) -> frozenset[Member]:
        """Members told apart from others, with those judged the same as they: they join nobody before the others are joined."""
        found: set[Member] = set()
        for left, right in self.different:
            found |= self.reach(max((left, right), key=lambda member: (self.told_apart[member], member)))
        return frozenset(found)

    def reach(self, start: Member) -> set[Member]:
        """A member and all that judgements make one with it."""
        seen = {start}
        queue = [start]
        while queue:
            for other in self.links.get(queue.pop(), set()) - seen:
                seen.add(other)
                queue.append(other)
        return seen
