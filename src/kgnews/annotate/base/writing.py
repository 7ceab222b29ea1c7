"""Names put together from the normal form, in the characters of the text: 宜兰县 where it writes 宜蘭縣."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kgnews.annotate.base.document import Passage


class Writing:
    """The characters of some passages."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = [passage for passage in passages if passage.norm != passage.raw]

    @cached_property
    def _written(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for passage in self._passages:
            for now, written in zip(passage.norm, passage.raw, strict=True):
                if now != written and now >= "\u4e00" and written >= "\u3400":
                    found.setdefault(now, written)
        return found

    def of(self, name: str) -> str:
        """``name`` as the passages write it: as it stands in one of them, else in two parts or character by character."""
        if not self._written:
            return self._standing(name) or name if "（" in name else name
        for cut in range(len(name), 1, -1):
            first, rest = self._standing(name[:cut]), self._standing(name[cut:])
            if first is not None and rest is not None:
                return first + rest
        if any(self._standing(one) is None for one in name):
            return name  # half of it would be written one way and half the other
        return "".join(self._written.get(one, one) for one in name)

    def _standing(self, words: str) -> str | None:
        for passage in self._passages if words else ():
            at = passage.norm.find(words)
            if at >= 0:
                return passage.raw[at : at + len(words)]
        return None if words else ""
