"""Which places a passage has while venues are added to it, so that no venue looks at all others."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.records import Mention


class KnownPlaces:
    """The places of a passage while venues are added, by what is asked of them.

    ``gone``: spans of bodies that are none but a city and a venue (上海国家会展中心, where something is held there).
    """

    def __init__(self, passage: Passage, taken: Taken) -> None:
        self.passage, self.taken = passage, taken
        self.spans: set[tuple[int, int]] = set()
        self.gone: set[tuple[int, int]] = set()
        self._ending: dict[int, list[int]] = {}
        for mention in passage.mentions:
            if mention.label == "Place":
                self._note(mention.start, mention.end)

    def _note(self, start: int, end: int) -> None:
        self.spans.add((start, end))
        self._ending.setdefault(end, []).append(start)

    def add(self, start: int, end: int, named: int) -> Mention:
        """A further place; its name begins at ``named``."""
        self._note(start, end)
        return add(self.passage, "Place", start, end, name=self.passage.raw[named:end])

    def once(self, start: int, end: int) -> None:
        """A further place where it is not known yet."""
        if (start, end) not in self.spans:
            self.add(start, end, start)

    def covered(self, start: int, end: int) -> bool:
        """Whether something that is still there covers ``[start, end)``."""
        around = (m for m in self.taken.touching(start, end) if m.outer.start <= start and m.outer.end >= end)
        return any(m.label != "Organization" or (m.start, m.end) not in self.gone for m in around)

    def last_level(self, whole: int, start: int) -> int:
        """Where the level right in front of a venue begins; the venue itself where there is none."""
        return next((level for level in reversed(self._ending.get(start, ())) if level >= whole), start)

    def close(self) -> None:
        """Take out the bodies that are none."""
        if self.gone:
            self.passage.mentions[:] = [
                m for m in self.passage.mentions if m.label != "Organization" or (m.start, m.end) not in self.gone
            ]


def halves(passage: Passage, names: frozenset[str], start: int, end: int) -> bool:
    """广西|南宁, one word to the tagger: whether what is left of the word that the name begins is a place too."""
    index = passage.word_at.get(start)
    return index is not None and end < passage.ends[index] and passage.norm[end : passage.ends[index]] in names
