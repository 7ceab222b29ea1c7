"""A page into its articles: layout, headlines, copies, seams, places, and the records that come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgnews.articles import whole
from kgnews.records import Article, Fragment, Page

if TYPE_CHECKING:
    from kgnews.articles.assembly import Result


def cut(page: Page) -> tuple[list[Article], list[Fragment]]:
    """The articles of a page in the order of their first spans, and what could not be placed.

    A whole record stays as it is, under its own id. The articles of a page are ``page#1``, ``page#2`` …; the text of each is
    exactly the concatenation of its spans of the page. A page that is one plain article is given on as it is.
    """
    if page.whole:
        return [whole.article(page)], []
    result = take_apart(page)
    return result.articles, result.fragments


def take_apart(page: Page) -> Result:
    """As ``cut``, with the furniture of the page (credits, marks, names of editors) that is text of no article."""
    # What takes pages apart needs numpy and its own tables; a run over whole records starts without them.
    from kgnews.articles import listed
    from kgnews.articles.assembly import Result, assemble, single
    from kgnews.articles.draft import make_draft
    from kgnews.articles.headlines import find_headlines
    from kgnews.articles.layout import read_layout
    from kgnews.articles.places import place
    from kgnews.articles.seams import join_seams
    from kgnews.articles.topics import Topics

    if page.whole:
        return Result([whole.article(page)])
    if (found := listed.article(page)) is not None:
        return Result([found])
    layout = read_layout(page.text)
    topics = Topics([block.text for block in layout.blocks])
    blocks = find_headlines(layout.blocks, topics)
    if sum(block.kind == "headline" for block in blocks) < 2:
        result = single(page, blocks, layout)
    else:
        draft = make_draft(blocks, topics)
        join_seams(draft)
        result = assemble(page, draft, *place(draft))
    inside = [span for article in result.articles for span in article.spans]
    result.furniture += [mark for mark in layout.marks if not any(a <= mark.start and mark.end <= b for a, b in inside)]
    return result
