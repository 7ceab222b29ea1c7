"""The posts that a text tells, for tables of sentences."""

from __future__ import annotations

from kgnews.api import extract
from kgnews.records import Article

Told = set[tuple[str, str, str]]


def posts(text: str, title: str = "", **more: str) -> set[tuple[str, str, str, str]]:
    """(person, body, title, status) of every post that is extracted, doubtful ones left out."""
    told = (claim for claim in extract(Article("a", text, title, **more)) if claim.type == "HOLDS_POSITION")  # type: ignore[arg-type]
    return {
        (claim.subject.name, claim.object.name, str(claim.properties.get("title", "")), str(claim.properties.get("status", "")))
        for claim in told
        if claim.object is not None
    }


def held(text: str, title: str = "", **more: str) -> Told:
    """(person, body, title) of the same."""
    return {told[:3] for told in posts(text, title, **more)}
