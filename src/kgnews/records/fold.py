"""The form in which names and quotations are compared: simplified, half-width, lower case, without blanks and punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from kgnews import paths

_DROPPED = ("P", "Z", "C")  # punctuation, separators, controls: 《》 （） · and blanks are written in many ways


@cache
def _simplified() -> dict[int, str]:
    """Traditional and variant characters to the simplified one, from the shipped list."""
    lines = (paths.schema_dir() / "terms" / "traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {ord(old): new for old, new in pairs if len(old) == 1}


def simplified(text: str) -> str:
    """The text in simplified characters; keeps the length."""
    return text.translate(_simplified())


@lru_cache(maxsize=65536)
def _kept(character: str) -> str:
    return "" if unicodedata.category(character)[0] in _DROPPED else character


def fold(text: str) -> str:
    """The text as it is compared; two spellings of one name fold to one string. Not length-preserving."""
    plain = unicodedata.normalize("NFKC", text).translate(_simplified()).casefold()
    return "".join(map(_kept, plain))
