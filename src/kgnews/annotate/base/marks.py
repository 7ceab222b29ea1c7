"""Small helpers that the passes share: adding a mention, and asking what already stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kgnews.annotate.base.document import Passage
from kgnews.records import Mention, Span


def add(passage: Passage, label: str, start: int, end: int, *, name: str = "", outer: Span | None = None) -> Mention:
    """Put a mention of ``[start, end)`` into the passage; ``outer`` is the mention itself where not given."""
    form = passage.raw[start:end]
    mention = Mention(label, passage.where, start, end, form, outer or Span(start, end), name)
    passage.mentions.append(mention)
    return mention


class Taken:
    """Which mention of a passage covers a position; built once from what earlier passes found."""

    def __init__(self, passage: Passage, *labels: str) -> None:
        chosen = [m for m in passage.mentions if not labels or m.label in labels]
        placed = sorted([(m.outer.start, -m.outer.end, at) for at, m in enumerate(chosen)])
        self._mentions = [chosen[at] for _, _, at in placed]
        self._starts = [start for start, _, _ in placed]
        self._longest = max([-end - start for start, end, _ in placed], default=0)

    def touching(self, start: int, end: int) -> list[Mention]:
        """The mentions whose outer span overlaps ``[start, end)``, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, end - 1)
        return [m for m in self._mentions[first:last] if m.outer.end > start and m.outer.start < end]

    def put(self, mention: Mention) -> None:
        """Take in a mention that was added to the passage since."""
        start, end = mention.outer
        place = bisect_right(self._starts, start)
        while place > 0 and self._starts[place - 1] == start and self._mentions[place - 1].outer.end < end:
            place -= 1
        self._mentions.insert(place, mention)
        self._starts.insert(place, start)
        self._longest = max(self._longest, end - start)

    def drop(self, mention: Mention) -> None:
        """Leave out a mention that is to be changed or taken out of the passage."""
        place = bisect_left(self._starts, mention.outer.start)
        while self._mentions[place] is not mention:
            place += 1
        del self._mentions[place], self._starts[place]

    def ending_at(self, position: int) -> Mention | None:
        """The longest mention whose outer span ends at ``position``."""
        ending = [m for m in self.touching(position - 1, position) if m.outer.end == position]
        return min(ending, key=lambda m: m.outer.start, default=None)
