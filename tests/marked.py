"""Annotated articles from marked text, for tests of the rule engine that shall not rest on annotate.

``{P:甲|名}`` is a Person mention of form 甲 with the name 名 (default: the form).
Tags stand behind the label: ``{E#generic:大会|}``.
"""

from __future__ import annotations

import re

from kgnews.records import Annotated, Article, LocalEntity, Mention, NamedMention, Sentence, Span

LABELS = {
    "P": "Person", "O": "Organization", "E": "Event", "L": "Place", "W": "Work", "A": "Award", "D": "Date", "T": "Post",
}  # fmt: skip
_MARK = re.compile(r"\{([A-Z])((?:#\w+)*):([^|}]*)(?:\|([^}]*))?\}")


def marked(text: str, title: str = "", id: str = "a") -> Annotated:
    """The annotated article of a marked text and title."""
    parts = [_read(title, "title"), _read(text, "text")]
    sentences = tuple(sentence for _, found in parts for sentence in found)
    entities: dict[tuple[str, str], list[NamedMention]] = {}
    for sentence in sentences:
        for m in sentence.mentions:
            if m.name:
                entities.setdefault((m.label, m.name), []).append(NamedMention(m.where, m.start, m.end, m.form))
    local = tuple(LocalEntity(label, name, (name,), False, tuple(places)) for (label, name), places in entities.items())
    return Annotated(Article(id, parts[1][0], parts[0][0]), sentences, local)


def _read(marks: str, where: str) -> tuple[str, list[Sentence]]:
    plain, at, mentions = "", 0, list[Mention]()
    for match in _MARK.finditer(marks):
        plain += marks[at : match.start()]
        start, form = len(plain), match[3]
        plain += form
        tags = frozenset(match[2].split("#")[1:])
        name = match[4] if match[4] is not None else form
        span = Span(start, len(plain))
        mentions.append(
            Mention(LABELS[match[1]], where, *span, form, span, name, generic="generic" in tags, tags=tags - {"generic"})
        )
        at = match.end()
    plain += marks[at:]
    sentences = []
    for number, match in enumerate(re.finditer(r"[^。！？\n]+[。！？]*", plain)):
        start, end = match.span()
        inside = tuple(m for m in mentions if start <= m.start and m.end <= end)
        sentences.append(Sentence(where, start, end, plain[start:end], number, inside))
    return plain, sentences
