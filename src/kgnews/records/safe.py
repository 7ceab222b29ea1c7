"""Hostile text made harmless: for terminals, spreadsheets, JSON and XML. What a program reads back is what it was."""

from __future__ import annotations

import json
import re

# C0 and C1 controls, line and paragraph separators, bidi marks, overrides and isolates, zero-width and tag characters,
# lone surrogates: none may reach a terminal as such (escape sequences, text that reads in another order than it is).
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\n\r\t":
        return " "
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def clean(text: str) -> str:
    """The text on one line, with control characters made visible: safe for a terminal."""
    return _HOSTILE.sub(_visible, text)


def guard(cell: str) -> str:
    """The text as a spreadsheet cell that is never a formula."""
    text = clean(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def json_text(value: object, indent: int | None = None) -> str:
    """JSON with Chinese as such; what could harm a terminal is escaped, so that the value stays what it is."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _HOSTILE.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\n":  # between the lines of an indented value; inside a string json has escaped it
        return "\n"
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


# What XML 1.0 has no way to say; networkx would write a file that no reader takes.
# Not compiled here: it takes 5 ms, and only GraphML needs it.
_NO_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def xml_text(text: str) -> str:
    """The text with U+FFFD for the characters that XML cannot hold."""
    return re.sub(_NO_XML, "\ufffd", text)
