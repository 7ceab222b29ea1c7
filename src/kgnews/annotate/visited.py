"""Schools that people go to or come from: such a one is not the one whose news it is."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:赴|前往|走访|参观|访问|调研|考察|来自|做客|欢迎)了?\Z")
_BEHIND = re.compile(r"[^，。；]{0,24}(?:一行|来访|到访|来我[校院]|代表团)")


def is_visited(form: str, text: str) -> bool:
    """Whether the text tells of a visit to the body, or of its people as visitors."""
    at = text.find(form)
    while at >= 0:
        if _BEFORE.search(text, max(0, at - 3), at) or _BEHIND.match(text, at + len(form)):
            return True
        at = text.find(form, at + 1)
    return False
