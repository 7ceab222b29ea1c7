"""Classes of characters and the normalised form in which pieces of text are compared; length is always kept."""

from __future__ import annotations

from kgnews.expressions import expression

# Stands before the first character of a sentence in the statistics.
BOUNDARY = "\n"
_WIDE = {i: chr(i - 0xFEE0) for i in range(0xFF01, 0xFF5F)}
_SIGNS = dict(zip(map(ord, ",:;?!()（），：；？！"), "，：；？！（）（），：；？！", strict=True))
_KINDS = {ord(d): "0" for d in "0123456789"} | dict.fromkeys((*range(65, 91), *range(97, 123)), "a")
_TABLE = _WIDE | _KINDS | {i: _KINDS[i - 0xFEE0] for i in _WIDE if i - 0xFEE0 in _KINDS} | _SIGNS
CLOSING = "”’」』》）)】"
TERMINAL = "。！？!?…"
_ENDED = expression(rf"[{TERMINAL}][{CLOSING}\"']*$")


def normalise(text: str) -> str:
    """Digits as 0, letters as a, signs in full width: for statistics and comparison only."""
    return text.translate(_TABLE)


def is_ended(text: str) -> bool:
    """Whether a piece of text ends as a sentence ends."""
    return bool(_ENDED.search(text.rstrip()))


def open_quotes(text: str) -> tuple[int, int]:
    """How many double quotes are closed without being opened before, and how many stay open."""
    closed = still = 0
    for char in text:
        if char == "“":
            still += 1
        elif char == "”":
            if still:
                still -= 1
            else:
                closed += 1
    return closed, still


def unbalanced(text: str) -> bool:
    """Whether a bracket or quotation mark is left open."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）", "()", "【】", "「」"))
