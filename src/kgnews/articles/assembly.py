"""From blocks in order to records: every text is the concatenation of spans of the unchanged page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kgnews.articles.draft import Draft, openness
from kgnews.articles.language import fit
from kgnews.articles.layout import Block, Layout
from kgnews.articles.places import Loose, Story
from kgnews.records import Article, Fragment, Page, Span

# From here on the odds are that two neighbours are one broken sentence and not a subhead and its text.
_ONE_SENTENCE = 5.0


@dataclass
class Result:
    """What a page consists of. ``furniture`` are spans of marks, credits and the like."""

    articles: list[Article]
    fragments: list[Fragment] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)


def single(page: Page, blocks: list[Block], layout: Layout) -> Result:
    """The page as one article: untouched from the first word of its text to the last, its headline taken off.

    Only where text recognition broke the lines of paragraphs, or headings are marked, is the text joined from pieces.
    """
    first = next((i for i, block in enumerate(blocks) if block.kind != "furniture"), 0)
    head = blocks[first] if blocks and blocks[first].kind == "headline" and len(blocks) > first + 1 else None
    body = blocks[first:] if head is None else blocks[first + 1 :]
    if layout.width or any(block.level for block in body):
        spans = tuple(_text_spans(page.text, body))
    else:
        spans = (Span(body[0].spans[0].start, body[-1].spans[-1].end),) if body else ()
    furniture = [span for block in blocks[:first] for span in block.spans]
    return Result([_article(page, 1, head, spans)] if spans else [], furniture=furniture)


def _article(page: Page, number: int, head: Block | None, spans: tuple[Span, ...], copies: tuple[Span, ...] = ()) -> Article:
    return Article(
        id=f"{page.id}#{number}",
        text="".join(page.text[start:end] for start, end in spans),
        title="".join(page.text[start:end] for start, end in head.spans) if head else "",
        date=page.date,
        home=page.home,
        source=page.source,
        page=page.id,
        spans=spans,
        title_spans=head.spans if head else (),
        copies=copies,
        metadata=page.metadata,
    )


def assemble(page: Page, draft: Draft, stories: Sequence[Story], loose: Sequence[Loose]) -> Result:
    """Articles numbered in the order of their first spans, fragments, furniture."""
    order = sorted(range(len(stories)), key=lambda i: min(stories[i].rows, default=0))
    numbers = {story: number for number, story in enumerate(order, 1)}
    articles = [_story(page, draft, stories[i], numbers[i]) for i in order]
    fragments = [_fragment(page, draft, item, numbers) for item in sorted(loose, key=lambda item: item.chain[0])]
    kept = {index for story in stories for index in story.rows} | {index for item in loose for index in item.chain}
    folded = {index for index, copy in draft.copies.items() if copy.kept in kept}
    rest = [i for i in range(len(draft.blocks)) if i not in kept and i not in folded]
    furniture = [span for i in rest for span in draft.blocks[i].spans]
    flat = [fragment for group in fragments for fragment in group]
    return Result(articles, flat, furniture)


def _story(page: Page, draft: Draft, story: Story, number: int) -> Article:
    blocks = [draft.blocks[index] for chain in story.chains for index in chain]
    joined = {id(draft.blocks[i]) for chain in story.chains for i in chain if _is_joined(draft, i)}
    spans = tuple(_text_spans(page.text, blocks, joined))
    rows = set(story.rows)
    copies = [span for index, copy in sorted(draft.copies.items()) if copy.kept in rows for span in draft.blocks[index].spans]
    return _article(page, number, draft.blocks[story.head] if story.head is not None else None, spans, tuple(copies))


def _is_joined(draft: Draft, index: int) -> bool:
    """Whether a block and what follows it are one paragraph that was broken."""
    if index not in draft.after:
        return False
    if index in draft.sure:
        return True
    first, second = draft.blocks[index], draft.blocks[draft.after[index]]
    return openness(first) > 0 and second.kind == "body" and fit(first.text, second.text) > _ONE_SENTENCE


def _text_spans(text: str, blocks: Sequence[Block], joined: set[int] = frozenset()) -> Iterator[Span]:  # type: ignore[assignment]
    """The blocks' spans, with one line break of the page behind each paragraph."""
    for number, block in enumerate(blocks):
        yield from block.spans
        if number + 1 < len(blocks) and id(block) not in joined:
            place = _line_break(text, block.spans[-1].end, blocks[number + 1].spans[0].start)
            if place >= 0:
                yield Span(place, place + 1)


def _line_break(text: str, end: int, start: int) -> int:
    """The line break behind ``end``, the one before ``start`` where the page ends there; -1: the last line goes on in the first."""
    behind = text.find("\n", end)
    return behind if behind >= 0 else text.rfind("\n", 0, start)


def _fragment(page: Page, draft: Draft, item: Loose, numbers: dict[int, int]) -> list[Fragment]:
    """The blocks of a loose chain and what repeats them, one fragment for each span."""
    candidates = tuple(f"{page.id}#{numbers[story]}" for story in item.candidates)
    reason = "no headline, and no article of the page is clearly nearest" if candidates else "no article to belong to"
    repeated = [index for index, copy in draft.copies.items() if copy.kept in item.chain]
    return [
        Fragment(
            page.id,
            span,
            page.text[span.start : span.end],
            candidates,
            "repeats another fragment" if index in repeated else reason,
        )
        for index in [*item.chain, *sorted(repeated)]
        for span in draft.blocks[index].spans
    ]
