"""HTML and SVG from Python: every text and every attribute is escaped here and nowhere else."""

from __future__ import annotations

import html
import re

# The same characters as in js/dom.js: controls, bidirectional marks and invisible tags reorder or hide what stands around them.
_TRICKS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_EMPTY = frozenset({"meta"})


class Markup(str):
    """Text that is already HTML."""

    __slots__ = ()


Content = str | Markup | None


def clean(text: str) -> str:
    """Text from articles without characters that reorder or hide others."""
    return _TRICKS.sub(" ", text)


def escape(text: Content) -> str:
    """Text as HTML; what is HTML already stays."""
    if isinstance(text, Markup):
        return text
    return html.escape(clean(text or ""))


def tag(name: str, *content: Content, **attributes: str | int | float | None) -> Markup:
    """An element; ``class_`` gives class, an underscore in a name a hyphen, an attribute that is None is left out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escape(one) for one in content)
    return Markup(f"<{name}{given}>" if name in _EMPTY else f"<{name}{given}>{inside}</{name}>")


def join(parts: list[Markup], between: str = "") -> Markup:
    """Elements one after another."""
    return Markup(escape(between).join(parts))


def safe_link(address: str) -> str | None:
    """An address that may be linked: plain http(s) and no control characters, else None."""
    return address if re.fullmatch(r"https?://[^\s\x00-\x1f\"<>\\]+", address, re.IGNORECASE) else None
