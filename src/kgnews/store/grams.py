"""Strings as words for FTS5: each pair of neighbouring characters is one word, so that any two characters can be found."""

from __future__ import annotations

from collections.abc import Iterable

from kgnews.records.fold import fold


def _word(characters: str) -> str:
    """Five hexadecimal digits a character: no tokenizer cuts them, whatever the character (rare names lie beyond its tables)."""
    return "".join(f"{ord(character):05x}" for character in characters)


def grams(texts: Iterable[str]) -> str:
    """What is indexed for some texts. Each ends with its last character alone, so that no phrase runs from one into the next."""
    return " ".join(_word(folded[at : at + 2]) for folded in map(fold, texts) for at in range(len(folded)))


def phrase(text: str) -> str | None:
    """The FTS5 query for texts that contain ``text``; None where nothing of it is left to search for."""
    folded = fold(text)
    if len(folded) < 2:
        return f'"{_word(folded)}"*' if folded else None
    return '"' + " ".join(_word(folded[at : at + 2]) for at in range(len(folded) - 1)) + '"'
