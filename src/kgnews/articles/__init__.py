"""Page repair: a page is cut into its articles, columns are put back in order, what cannot be placed is listed."""

from __future__ import annotations

from kgnews.articles import whole
from kgnews.records import Article, Fragment, Page


def cut(page: Page) -> tuple[list[Article], list[Fragment]]:
    """The articles of a page in the order of their first spans, and what could not be placed.

    A whole record stays as it is, under its own id. The articles of a page are ``page#1``, ``page#2`` …; the text of each is
    exactly the concatenation of its spans of the page. A page that is one plain article is given on as it is.
    """
    if page.whole:
        return [whole.article(page)], []
    # Records need no repair, and should not wait for its numerical library.
    from kgnews.articles import cutting

    return cutting.cut(page)


__all__ = ["cut"]
