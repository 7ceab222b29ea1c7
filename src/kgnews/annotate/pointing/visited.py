"""Schools that people go to or come from: such a one is not the one whose news it is."""

from __future__ import annotations

from collections.abc import Iterator

from kgnews.expressions import expression

_BEFORE = expression(r"(?:赴|前往|走访|参观|访问|调研|考察|来自|做客|欢迎)了?\Z")
_BEHIND = expression(r"[^，。；]{0,24}(?:一行|来访|到访|来我[校院]|代表团)")
_HERE = expression(r"[^，。；]{0,40}(?:来到?|到访|访问|莅临|走进)[我本][校院]")


def is_visited(form: str, text: str) -> bool:
    """Whether the text tells of a visit to the body, or of its people as visitors."""
    return any(_BEFORE.search(text, max(0, at - 3), at) or _BEHIND.match(text, at + len(form)) for at in _places(form, text))


def comes_here(form: str, text: str) -> bool:
    """四川大学教务处来我校调研: whose people come to 我校 is another school, even where it is the only one named."""
    return any(_HERE.match(text, at + len(form)) for at in _places(form, text))


def _places(form: str, text: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)
