"""Which country one character stands for: the one that the article names and that begins with it (尼 → 尼泊尔), 中 → 中国."""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import words


def countries_of(document: Document, whole: str, letters: set[str]) -> dict[str, str]:
    """Each of ``letters`` with its country, where ``whole`` names just one that begins with it."""
    found: dict[str, set[str]] = {}
    for name, best in words(document.terms, "countries").items() if letters else ():
        if name[0] in letters and len(name) > 1 and name in whole:
            found.setdefault(name[0], set()).add(best)
    return {letter: names.pop() for letter, names in found.items() if len(names) == 1}
