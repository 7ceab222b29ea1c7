"""A page into its articles: layout, copies, seams, places, and the records that come out."""

from __future__ import annotations

from dataclasses import replace

from kgnews.articles import patterns
from kgnews.articles.draft import TEXT, Draft, is_open, make_draft
from kgnews.articles.layout import Block, Layout, read_layout
from kgnews.articles.places import Loose, Story, place
from kgnews.articles.seams import join_seams
from kgnews.records import Article, Fragment, Page, Span


def cut(page: Page) -> tuple[list[Article], list[Fragment]]:
    """The articles of a page in the order of their first spans, and what could not be placed.

    A whole record stays as it is, under its own id. The articles of a page are ``page#1``, ``page#2`` …; the text of each is exactly
    the concatenation of its spans of the page.
    """
    if page.whole:
        return [_whole(page)], []
    layout = _promote(read_layout(page.text))
    if sum(block.kind == "headline" for block in layout.blocks) < 2:
        return [_single(page, layout)], []
    draft = make_draft(layout.blocks)
    join_seams(draft)
    stories, loose = place(draft)
    return _records(page, draft, stories, loose)


def _whole(page: Page) -> Article:
    return Article(
        id=page.id,
        text=page.text,
        title=page.title,
        date=page.date,
        home=page.home,
        source=page.source,
        page=page.id,
        metadata=page.metadata,
    )


def _promote(layout: Layout) -> Layout:
    """Bare short lines right above a dateline or byline are headlines."""
    blocks = list(layout.blocks)
    for i, (block, after) in enumerate(zip(blocks, blocks[1:], strict=False)):
        if block.kind == "short" and not layout.marked and (after.kind == "byline" or patterns.is_lead(after.text)) and not is_open(block):
            blocks[i] = replace(block, kind="headline")
    return replace(layout, blocks=blocks)


def _single(page: Page, layout: Layout) -> Article:
    return _article(page, 1, layout.blocks, None, [block for block in layout.blocks if block.kind in TEXT])


def _article(page: Page, number: int, blocks: list[Block], head: Block | None, body: list[Block]) -> Article:
    spans: list[Span] = []
    for block in body:
        spans += block.spans
    text = "".join(page.text[a:b] for a, b in spans)
    return Article(id=f"{page.id}#{number}", text=text, title=head.text if head else page.title, date=page.date, home=page.home,
                   source=page.source, page=page.id, spans=tuple(spans), title_spans=head.spans if head else (), metadata=page.metadata)


def _records(page: Page, draft: Draft, stories: list[Story], loose: list[Loose]) -> tuple[list[Article], list[Fragment]]:
    articles = []
    for n, story in enumerate(stories):
        head = draft.blocks[story.head] if story.head is not None else None
        articles.append(_article(page, n + 1, draft.blocks, head, [draft.blocks[i] for chain in story.chains for i in chain]))
    fragments = []
    for item in loose:
        for i in item.chain:
            for s in draft.blocks[i].spans:
                fragments.append(Fragment(page.id, s, page.text[s.start:s.end], tuple(f"{page.id}#{k + 1}" for k in item.candidates)))
    return articles, fragments
