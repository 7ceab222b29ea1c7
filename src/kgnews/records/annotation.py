"""What annotate hands to rules: an article as sentences with settled mentions. Offsets are code points of title or text.

Rules see a sentence as its own characters with each top-level mention collapsed to one symbol of its label, so
a mention's *outer* span (科技部火炬中心主任贾敬敏) is what a pattern steps over, and its own span (贾敬敏) is the name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgnews.records.claims import LocalEntity
from kgnews.records.text import Article, Span


@dataclass(slots=True, eq=False)
class Mention:
    """A span with a label, settled within its article.

    ``label``: Person, Organization, Event, Place, Work, Award, Date, Post (a body and titles without a name: 北京市代理市长).
    ``where``: "text" or "title". ``form``: the words as they stand. ``outer``: with titles, quotes or brackets around it.
    ``name``: the best name of its entity in the article (for Date the ISO value, "" where vague).
    ``generic``: a form that only points (大会, 该校, 会上, 管委会); ``antecedent`` is then the mention that shows the name.
    ``posts``: for a Person the posts told at this very place, for a Post mention its own.
    ``inferred``: the name rests on the article's home or date, not on its words.
    ``doubtful``: facts that rest on this mention are doubtful. ``tags``: what else rules may test ("virtual", "plural");
    "silent" is who stands in the sentence and takes no part in what it tells.
    """

    label: str
    where: str
    start: int
    end: int
    form: str
    outer: Span
    name: str = ""
    generic: bool = False
    antecedent: Mention | None = None
    posts: tuple[Post, ...] = ()
    inferred: bool = False
    doubtful: bool = False
    tags: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Post:
    """One title in or of one body, as the text tells it.

    ``status``: "former", "appointed" or "". ``since`` and ``until``: ISO dates as precise as told.
    ``title_span`` lies in ``where``. ``rule`` is the id of the grammar rule (``schema/rules``) that read it.
    """

    title: str
    title_span: Span
    where: str
    body: Mention | None
    rule: str
    status: str = ""
    since: str = ""
    until: str = ""
    inferred: bool = False
    doubtful: bool = False


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of title or text with its top-level mentions, sorted and not overlapping by ``outer``.

    ``event`` is the event in whose scope the sentence stands (会上…, or the report's one conference), None in an interview or
    where several fit. ``topic`` is the last sentence subject, for elided subjects.
    """

    where: str
    start: int
    end: int
    text: str
    paragraph: int
    mentions: tuple[Mention, ...] = ()
    event: Mention | None = None
    topic: Mention | None = None


@dataclass(slots=True, eq=False)
class Statement:
    """One fact that a closed grammar (of a list of appointments, a résumé …) read word by word; a rule of that grammar claims it.

    ``span`` in ``where`` are the words that state it. ``object`` may be a mention with the label of a value ("Value", "Field",
    "Date"). ``proofs`` are (property, where, span) for properties whose words stand elsewhere (the body that decides).
    """

    grammar: str
    where: str
    span: Span
    subject: Mention
    object: Mention | None
    properties: Mapping[str, str]
    proofs: tuple[tuple[str, str, Span], ...] = ()
    doubtful: bool = False


@dataclass(slots=True)
class Annotated:
    """An article with everything that rules need. ``house`` is the body that the piece is written from (我校, 本报)."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    house: Mention | None = None
    notes: dict[str, object] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
