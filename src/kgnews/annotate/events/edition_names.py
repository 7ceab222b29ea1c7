"""第九届库布其国际沙漠论坛: what follows an edition is the name of an event, and no person however much it looks like one."""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression

_EDITION = expression(r"(?:第[一二三四五六七八九十百\d]+届|首届)$")
_REACH = 8  # characters that an edition takes at most


def without_editions(document: Document) -> None:
    """Take out the persons that an edition stands right before, and others of their name that have no post."""
    if "届" not in document.whole:
        return
    found = {
        mention.form
        for passage in document.passages
        for mention in passage.mentions
        if mention.label == "Person"
        and mention.outer.start == mention.start
        and _EDITION.search(passage.norm, max(0, mention.start - _REACH), mention.start)
    }
    if not found:
        return
    for passage in document.passages:
        passage.mentions[:] = [m for m in passage.mentions if m.label != "Person" or m.form not in found or m.posts]
