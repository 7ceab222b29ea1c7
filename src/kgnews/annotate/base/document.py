"""The working copy of one article while it is annotated: passages (title, text), tokens, and the mentions found so far.

Every pass is a function ``(document) -> None`` that reads what earlier passes found and adds its own mentions.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.records import Article, Mention, Span
from kgnews.schema.terms import Terms


@dataclass(slots=True)
class Title:
    """A title where it stands: ``[left, end)`` with a word of status (原, 前), ``[start, end)`` without.

    ``head`` is the word of the list in it, ``kind`` "office", "rank" or "cue", ``fits`` the endings of its bodies.
    """

    left: int
    start: int
    end: int
    head: str
    kind: str
    fits: tuple[str, ...]
    status: str = ""
    many: bool = True


@dataclass(slots=True)
class Passage:
    """Title or text. ``norm`` has the length of ``raw``: simplified characters, half-width digits and letters.

    ``starts[i]``, ``ends[i]``, ``tags[i]`` are the words of ``norm`` and their parts of speech (jieba's tag set).
    ``word_at[start]`` is the index of the word that begins there. ``sentences`` cover the passage without its line breaks.
    """

    where: str
    raw: str
    norm: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    word_at: dict[int, int] = field(default_factory=dict)
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """One article in work. ``terms`` are the term lists (compile from them with ``tables.table``).

    ``names``: persons named in this article, with how often. ``house``: the body that the piece is written from.
    ``notes``: what one pass tells another. ``whole``: title and text, for counting; one string, so that what was counted
    in it is remembered.
    """

    article: Article
    terms: Terms
    passages: tuple[Passage, ...] = ()
    names: dict[str, int] = field(default_factory=dict)
    house: Mention | None = None
    notes: dict[str, object] = field(default_factory=dict)
    whole: str = ""

    def __post_init__(self) -> None:
        self.whole = "\n".join(passage.norm for passage in self.passages)

    @property
    def title(self) -> Passage:
        """The passage of the title (empty text where there is none)."""
        return self.passages[0]

    @property
    def text(self) -> Passage:
        """The passage of the text."""
        return self.passages[1]
