"""Keys: two members of one label with the same key are one entity. How a key is found is what a sentence of it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kgnews.records.fold import simplified
from kgnews.resolve.gazetteer import Gazetteer, highest, related

_BLANK = re.compile(r"[\s“”\"'‘’《》〈〉「」『』]+")


class Key(NamedTuple):
    """``kind``: known, division, placed, part, absolute, local, house or article (from well-known to this article's alone).

    ``text`` is the key itself, ``code`` a division code (or the name of a country), ``parent`` the key of the body it is a
    part of, ``why`` says in a sentence what the key rests on.
    """

    kind: str
    text: str
    code: str = ""
    parent: str = ""
    why: str = ""


@dataclass(slots=True)
class Context:
    """What an article tells about names in it.

    ``scope`` is the article, or the least of its near-copies; ``home_code`` the division of its home, ``home_body`` the key
    of a home that is a body; ``codes`` the divisions named without doubt, ``countries`` those named.
    """

    article: str
    scope: str
    date: str = ""
    home: str = ""
    home_code: str = ""
    home_body: str = ""
    source: str = ""
    codes: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


@lru_cache(maxsize=200_000)
def clean(name: str) -> str:
    """A name as it is compared: simplified, half-width, without blanks and quotation marks; round brackets as in Chinese text."""
    plain = simplified(unicodedata.normalize("NFKC", name)).replace("(", "（").replace(")", "）")
    return _BLANK.sub("", plain)


def narrow(codes: Iterable[str], context: Context, short: bool = False) -> str | None:
    """The one division of several that an article can mean; None where that stays open.

    A short name of a county (南海 without 区, which is also a sea) and the name of a township need the article to name
    a place around it.
    """
    codes = tuple(codes)
    near = [code for code in codes if any(related(code, other) for other in _around(context))]
    if len(codes) == 1 and not ((short and len(codes[0]) >= 6) or len(codes[0]) > 6):
        return codes[0]
    if len(near) == 1:
        return near[0]
    chosen = highest(near) if near else highest(codes)
    loose = chosen is not None and not near and ((short and len(chosen) >= 6) or len(chosen) > 6)
    return None if loose else chosen


def _around(context: Context) -> set[str]:
    return context.codes | ({context.home_code} if context.home_code else set())


def made_of_words(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name holds nothing but ordinary words (火炬中心, 材料科学与工程学院), so that many may bear it."""
    return gazetteer.ordinary(name)


def of_article(name: str, context: Context) -> Key:
    """The key of what is this article's alone (and that of its near-copies)."""
    return Key("article", f"{name}@{context.scope}", why=f"“{name}”没有能跨报道辨认的名称，只在本报道内成立")
