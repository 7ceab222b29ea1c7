#!/usr/bin/env python3
"""The accuracy table: gold by type (development and validation), official titles of sentences, spans of entities.

    .venv/bin/python bench/accuracy.py [FOLDER] [--small]

FOLDER is the shared material (default: ../shared beside the checkout). Validation texts are scored and never shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgnews.evaluate import load_gold, score, tally
from kgnews.evaluate.score import Tally, norm
from kgnews.pipeline import Knowledge, annotate_article, load_knowledge, read_article
from kgnews.records import Annotated, Article, Mention

# What each label of the entity sentences may be read as.
LABELS = {
    "name": {"Person"}, "organization": {"Organization"}, "company": {"Organization"}, "government": {"Organization"},
    "department": {"Organization"}, "conference": {"Event"}, "location": {"Place", "Organization"}, "award": {"Award"},
}  # fmt: skip


def gold_table(path: Path, knowledge: Knowledge) -> Tally:
    """Print the figures of one gold file."""
    records = load_gold(path)
    total = tally(score(record, read_article(record.article(), knowledge).claims) for record in records)
    print(f"\n{path.name}: {len(records)} articles")
    print(f"{'type':16} {'gold':>5} {'found':>5} {'wrong':>5}   prec. recall    F1")
    for kind, figures in (*total.types.items(), ("ALL", total.whole)):
        rates = " ".join("    -" if rate is None else f"{rate:.3f}" for rate in (figures.precision, figures.recall, figures.f1))
        print(f"{kind:16} {figures.gold:5} {figures.found:5} {figures.wrong:5}   {rates}")
    for name, counts in (("STATUS", total.status), ("NAMES", total.names)):
        print(f"{name:16} {counts[True]} of {counts.total()}")
    return total


def lines(path: Path, small: bool) -> Iterator[dict[str, object]]:
    """The records of a JSON lines file; every tenth with ``small``."""
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            if not small or number % 10 == 0:
                yield json.loads(line)


def positions(path: Path, knowledge: Knowledge, small: bool) -> tuple[float, float]:
    """The shares of true (organization, title, person) triples and of false ones that are claimed.

    Body and title are compared joined and without the words 原, 前, 新; a triple is claimed too where its title is the end of
    a longer one of the same chain (国防部长 of 德国国防部长).
    """
    counts: Counter[str] = Counter()
    for record in lines(path, small):
        reading = read_article(Article(str(record["id"]), str(record["text"])), knowledge)
        found = {
            (norm(end) + norm(str(claim.properties["title"])), norm(claim.subject.name))
            for claim in reading.claims
            if claim.type == "HOLDS_POSITION" and claim.object and not claim.doubtful
            for end in (claim.object.name, claim.object.mention or "")
        }
        for kind in ("true", "false"):
            for body, title, person in record[kind]:  # type: ignore[attr-defined]
                counts[kind] += 1
                wanted = norm(body) + norm(title.lstrip("原前新"))
                counts[f"{kind} claimed"] += any(
                    name == norm(person) and (wanted == joined or (joined.endswith(norm(title)) and norm(body) in joined))
                    for joined, name in found
                )
    rates = [counts[f"{kind} claimed"] / max(1, counts[kind]) for kind in ("true", "false")]
    print(f"\n{path.name}: {counts['true claimed']} of {counts['true']} true triples claimed ({rates[0]:.1%}),", end=" ")
    print(f"{counts['false claimed']} of {counts['false']} false ones ({rates[1]:.1%})")
    return rates[0], rates[1]


def mentions(annotated: Annotated) -> Iterable[Mention]:
    """All mentions of an article, the bodies of posts among them."""
    for sentence in annotated.sentences:
        for mention in sentence.mentions:
            yield mention
            yield from (post.body for post in mention.posts if post.body is not None)


def entities(path: Path, knowledge: Knowledge, small: bool) -> None:
    """Print how many annotated spans are found, exactly and at least overlapping with the right label."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in lines(path, small):
        annotated = annotate_article(Article(str(record["id"]), str(record["text"])), knowledge)
        found = [(m.label, m.start, m.end) for m in mentions(annotated)]
        for label, start, end in record["entities"]:  # type: ignore[attr-defined]
            if label not in LABELS:
                continue
            fitting = [(a, b) for kind, a, b in found if kind in LABELS[label]]
            counts[label, "all"] += 1
            counts[label, "exact"] += (start, end) in fitting
            counts[label, "overlap"] += any(a < end and start < b for a, b in fitting)
    print(f"\n{path.name}: spans found")
    print(f"{'label':16} {'all':>5} {'exact':>7} {'overlap':>7}")
    for label in LABELS:
        whole = counts[label, "all"]
        if whole:
            print(f"{label:16} {whole:5} {counts[label, 'exact'] / whole:7.1%} {counts[label, 'overlap'] / whole:7.1%}")


def main() -> int:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--small", action="store_true", help="every tenth sentence of the sentence sets")
    args = parser.parse_args()
    if not (args.folder / "gold").is_dir():
        print(f"{args.folder}: no gold there; give the folder of the shared material", file=sys.stderr)
        return 2
    knowledge = load_knowledge()
    figures = [gold_table(args.folder / "gold" / f"{name}.jsonl", knowledge).whole.f1 or 0.0 for name in ("dev", "validation")]
    positions(args.folder / "corpus" / "positions-dev.jsonl", knowledge, args.small)
    entities(args.folder / "corpus" / "entities-dev.jsonl", knowledge, args.small)
    print(f"\nF1 on validation is {figures[0] - figures[1]:+.3f} under that on development")
    return 0


if __name__ == "__main__":
    sys.exit(main())
