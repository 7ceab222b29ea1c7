"""Claims as the JSON objects of the stable interface: one fact a line, keys as in the design."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kgnews.records.claims import Claim, End, Evidence


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """The fact as a JSON-ready object; ``doubtful`` stands only where it is true."""
    fact: dict[str, Any] = {
        "id": claim.id,
        "article": claim.article,
        "type": claim.type,
        "subject": _end(claim.subject),
        "object": _end(claim.object) if claim.object else None,
        "properties": {key: list(value) if isinstance(value, tuple) else value for key, value in claim.properties.items()},
        "evidence": [_evidence(item) for item in claim.evidence],
        "rule": claim.rule,
        "confidence": claim.confidence,
    }
    return fact | {"doubtful": True} if claim.doubtful else fact


def claim_from_json(fact: Mapping[str, Any]) -> Claim:
    """The claim that ``claim_to_json`` was given."""
    return Claim(
        id=fact["id"],
        article=fact["article"],
        type=fact["type"],
        subject=End(**fact["subject"]),
        object=End(**fact["object"]) if fact["object"] else None,
        properties={key: tuple(value) if isinstance(value, list) else value for key, value in fact["properties"].items()},
        evidence=tuple(
            Evidence(item["shows"], item["in"], item["start"], item["end"], item["quote"]) for item in fact["evidence"]
        ),
        rule=fact["rule"],
        confidence=fact["confidence"],
        doubtful=fact.get("doubtful", False),
    )


def _end(end: End) -> dict[str, Any]:
    return {"label": end.label, "name": end.name, "mention": end.mention}


def _evidence(item: Evidence) -> dict[str, Any]:
    return {"shows": item.shows, "in": item.where, "start": item.start, "end": item.end, "quote": item.quote}
