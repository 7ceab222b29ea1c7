"""A record that is one article by its format."""

from __future__ import annotations

from kgnews.records import Article, Page


def article(page: Page) -> Article:
    """The article that the record is, under its own id, with its text and title as they stand."""
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
