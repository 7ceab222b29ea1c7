"""The symbols that mentions become in a reduced sentence: one private-use character for a label and the tags that rules test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kgnews.records import Mention
from kgnews.rules.syntax import Test

FIRST, LAST = 0xE000, 0xF8FF
MAX_TAGS = 8


@dataclass(slots=True)
class Alphabet:
    """``labels`` in order; ``tags[label]`` are those that some rule tests on that label, one bit each.

    ``other`` stands for unknown labels. It is the last one in use and not of the area: re walks through all code points of
    a character class when it compiles it.
    """

    labels: tuple[str, ...]
    tags: dict[str, tuple[str, ...]]
    other: str = chr(LAST)
    _bases: dict[str, int] = field(default_factory=dict)
    _bits: dict[str, int] = field(default_factory=dict)
    _codes: dict[tuple[str, frozenset[str], bool, bool, bool, bool], str] = field(default_factory=dict)

    @classmethod
    def of(cls, labels: Iterable[str], tests: Iterable[Test]) -> Alphabet:
        """The alphabet that tells apart what these tests tell apart."""
        ordered = tuple(sorted(labels))
        found: dict[str, set[str]] = {label: set() for label in ordered}
        for test in tests:
            found[test.label].update("generic" if tag == "named" else tag for tag, _ in test.tags)
        alphabet = cls(ordered, {label: tuple(sorted(tags)) for label, tags in found.items()})
        base = FIRST
        for label in ordered:
            alphabet._bases[label] = base
            alphabet._bits[label] = 1 << len(alphabet._bits)
            base += 1 << len(alphabet.tags[label])
        if base > LAST or any(len(tags) > MAX_TAGS for tags in found.values()):
            raise ValueError("rules test too many different tags on one label")
        alphabet.other = chr(base)
        return alphabet

    @property
    def any(self) -> str:
        """The inside of a character class that matches every symbol."""
        return f"{chr(FIRST)}-{self.other}"

    def bits(self, labels: Iterable[str]) -> int:
        """These labels as a set of bits."""
        found = 0
        for label in labels:
            found |= self._bits.get(label, 0)
        return found

    def symbol(self, mention: Mention) -> str:
        """The character that stands for a mention."""
        key = (mention.label, mention.tags, mention.generic, mention.inferred, mention.doubtful, bool(mention.posts))
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = self._encode(mention)
        return code

    def _encode(self, mention: Mention) -> str:
        base = self._bases.get(mention.label)
        if base is None:
            return self.other
        has = {"generic": mention.generic, "inferred": mention.inferred, "doubtful": mention.doubtful}
        has["posts"] = bool(mention.posts)
        tags = self.tags[mention.label]
        return chr(base + sum(1 << bit for bit, tag in enumerate(tags) if has.get(tag, tag in mention.tags)))

    def chars(self, tests: Iterable[Test]) -> str:
        """The inside of a character class that matches the symbols of any of these tests."""
        codes = sorted({code for test in tests for code in self._matching(test)})
        runs: list[list[int]] = []
        for code in codes:
            if runs and runs[-1][1] == code - 1:
                runs[-1][1] = code
            else:
                runs.append([code, code])
        return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in runs)

    def _matching(self, test: Test) -> list[int]:
        wanted, unwanted = 0, 0
        for tag, present in test.tags:
            if tag == "named":
                tag, present = "generic", not present
            bit = 1 << self.tags[test.label].index(tag)
            wanted, unwanted = (wanted | bit, unwanted) if present else (wanted, unwanted | bit)
        base, size = self._bases[test.label], 1 << len(self.tags[test.label])
        return [base + bits for bits in range(size) if bits & wanted == wanted and not bits & unwanted]

    def all_but(self, labels: Iterable[str]) -> str:
        """The inside of a character class that matches every symbol except those of these labels."""
        keep = set(labels)
        return self.chars(Test(label) for label in self.labels if label not in keep) + self.other
