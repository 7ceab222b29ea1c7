"""Over thousands of real articles: every quotation is its span, the quotations show both ends, no article fails."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kgnews.pipeline import load_knowledge, read_article
from kgnews.records import Article, Claim, End

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "articles.jsonl"


def shown(claim: Claim, name: str, end: End) -> bool:
    """Whether the quotations show an end: its form in the words of the fact, its name, or a quotation of its own."""
    quotes = [piece.quote for piece in claim.evidence]
    if end.mention and end.mention in quotes[0]:
        return True
    own = any(piece.shows == name for piece in claim.evidence)
    return own or any(end.name in quote for quote in quotes) or name in claim.properties.get("inferred", ())  # type: ignore[operator]


@pytest.mark.skipif(not CORPUS.is_file(), reason="the shared corpus is not beside the checkout")
def test_every_fact_shows_its_proof() -> None:
    knowledge = load_knowledge()
    faults: Counter[str] = Counter()
    count = 0
    with CORPUS.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            more = {key: record.get(key) for key in ("date", "home", "source")}
            article = Article(record["id"], record["text"], record.get("title") or "", **more)
            sources = {"text": article.text, "title": article.title}
            reading = read_article(article, knowledge)
            count += len(reading.claims)
            assert len({claim.id for claim in reading.claims}) == len(reading.claims), article.id
            for claim in reading.claims:
                for piece in claim.evidence:
                    assert piece.quote, claim
                    assert sources[piece.where][piece.start : piece.end] == piece.quote
                assert claim.evidence[0].shows == "fact"
                for name, end in (("subject", claim.subject), ("object", claim.object)):
                    if end is not None and not shown(claim, name, end):
                        faults[f"{claim.rule} {name}: {end.name} ({end.mention}) in {claim.evidence[0].quote}"] += 1
    assert count > 5000
    assert not faults, faults.most_common(10)
