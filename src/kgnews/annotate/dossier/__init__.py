"""Documents of record: lists of appointments, résumés, rosters, notices, duties, discipline.

Their grammar is closed, so a line is read by it only as a whole. What is read so is taken from the other passes:
their mentions in it are dropped, and no pattern is tried there. The rest of the text stays theirs.
"""

from __future__ import annotations

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier import news_posts
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.kinds import Kinds, kinds_of
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.scribe import Covered, Scribe
from kgnews.annotate.dossier.tags import without_tags
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Span, Statement

# （女，回族）: a bracket of nothing but sex and people.
_PERSONAL = expression(r" ?（(?P<note>(?:[男女]|[\u4e00-\u9fff]{1,4}族)(?:[，、 ](?:[男女]|[\u4e00-\u9fff]{1,4}族))?)）")

__all__ = ["find", "mark"]


def find(document: Document) -> None:
    """Read the documents of record in the text; ``document.notes["dossier"]`` holds what was read."""
    news_posts.mend(document)
    plain = without_tags(document)
    kinds = kinds_of(plain)
    if not kinds.any:
        return
    scribe = _read(plain, kinds)
    if not scribe.statements:
        return
    claimed = Covered(scribe.claimed)
    passage = document.text
    news_posts.complete(document, scribe)
    _tell_brackets(document, scribe)
    passage.mentions = [one for one in passage.mentions if not claimed.holds(one.start)]
    for mention in passage.mentions:
        mention.posts = tuple(post for post in mention.posts if post.where != "text" or not claimed.holds(post.title_span.start))
    _settle(document, passage, scribe)
    document.notes["dossier"] = (claimed, tuple(scribe.statements))


def _read(document: Document, kinds: Kinds) -> Scribe:
    from kgnews.annotate.dossier.reading import read

    return read(document, kinds)


def _tell_brackets(document: Document, scribe: Scribe) -> None:
    """人事处处长索菲娅（女，俄罗斯族）宣读了…: what brackets say of people whom the running words name."""
    taken = Covered(scribe.claimed)
    for mention in document.text.mentions:
        note = _PERSONAL.match(document.text.norm, mention.end) if mention.label == "Person" else None
        if note is not None and not taken.holds(mention.start):
            bracket(scribe, mention, Named(Span(mention.start, mention.end), Span(*note.span("note")), note.end()))


def _settle(document: Document, passage: Passage, scribe: Scribe) -> None:
    """One name for a person in the words of the document and in those of the news around them."""
    used = {id(end) for said in scribe.statements for end in (said.subject, said.object) if end is not None}
    passage.mentions.extend(mention for mention in scribe.mentions() if id(mention) in used)
    ends = (end for said in scribe.statements for end in (said.subject, said.object) if end is not None)
    left_out = [end for end in ends if not end.form and end.label in ("Organization", "Person")]
    if left_out:
        _place(document, left_out)


def _place(document: Document, left_out: list[Mention]) -> None:
    """A body that the text leaves out is shown where it is named, or by the words that it was completed from."""
    known = {(p.where, m.label, m.name, m.start) for p in document.passages for m in p.mentions}
    first: dict[str, tuple[Passage, int]] = {}
    for mention in left_out:
        if mention.form:  # placed already
            continue
        name = mention.name
        if name not in first:
            places = ((passage, passage.raw.find(name)) for passage in document.passages)
            first[name] = next((found for found in places if found[1] >= 0), (document.text, -1))
        passage, at = first[name]
        if at >= 0:
            mention.where, mention.start, mention.end = passage.where, at, at + len(name)
            mention.form, mention.outer, mention.inferred = name, Span(at, at + len(name)), False
            if (passage.where, mention.label, name, at) in known:
                continue
            known.add((passage.where, mention.label, name, at))
        passage.mentions.append(mention)


def mark(document: Document, annotated: Annotated) -> None:
    """Hand over the statements; sentences that were read whole keep no mentions for patterns."""
    found = document.notes.get("dossier")
    if not isinstance(found, tuple):
        return
    claimed, statements = found
    for sentence in annotated.sentences:
        if sentence.where == "text" and claimed.touches(sentence.start, sentence.end):
            sentence.mentions = tuple(one for one in sentence.mentions if not claimed.holds(one.start))
    annotated.statements = _distinct(statements)


def _distinct(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(statement for statement in statements if statement.subject.name)
