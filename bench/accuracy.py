#!/usr/bin/env python3
"""The accuracy table: gold by type (development and validation), official titles of sentences, spans of entities.

    .venv/bin/python bench/accuracy.py [FOLDER] [--small]

FOLDER is the shared material (default: ../shared beside the checkout). Validation texts are scored and never shown.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgnews.evaluate import load_gold, score, tally
from kgnews.evaluate.gold import GoldRecord
from kgnews.evaluate.score import Tally, norm
from kgnews.pipeline import Knowledge, annotate_article, load_knowledge, read_article
from kgnews.records import Annotated, Article, Mention

ANNOTATIONS = Path(__file__).parent / "data" / "annotations.jsonl"
# What each label of the entity sentences may be read as.
LABELS = {
    "name": {"Person"}, "organization": {"Organization"}, "company": {"Organization"}, "government": {"Organization"},
    "department": {"Organization"}, "conference": {"Event"}, "location": {"Place", "Organization"}, "award": {"Award"},
}  # fmt: skip


def annotated_corpus(folder: Path) -> list[GoldRecord]:
    """Our own annotation of random corpus articles, put together with their texts, which stay where they are."""
    own = {entry["id"]: entry for entry in map(json.loads, ANNOTATIONS.read_text(encoding="utf-8").splitlines())}
    with (folder / "corpus" / "articles.jsonl").open(encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream]
    return [GoldRecord.model_validate(record | own[record["id"]]) for record in records if record["id"] in own]


def gold_table(name: str, records: Sequence[GoldRecord], knowledge: Knowledge) -> Tally:
    """Print the figures of one gold set."""
    total = tally(score(record, read_article(record.article(), knowledge).claims) for record in records)
    print(f"\n{name}: {len(records)} articles")
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


# Kinship, roles in films and games, and mere membership are no posts.
NO_POST = re.compile(
    r"(?:妻子?|丈夫|[儿女养]子|女儿|父亲?|母亲?|爸爸?|妈妈?|父母|[兄弟姐妹]{1,2}|[爷奶姥外]{1,2}[爷奶婆公]|[孙侄甥][子女]?|夫人|老婆|男友|女友|恋人|"
    r"亲属|家属|亲信|弟子|徒弟|老师傅|朋友|好友|同学|主演|领衔主演|出演|饰演者?|演员|歌手|主唱|作者|译者|编剧|导演|总导演|执导|[男女]主角?|球员|选手|队员|"
    r"球队|前锋|后卫|中场|门将|村民|居民|市民|学生|硕士|博士|研究生|博士生|会员|成员|代表|志愿者|员工|粉丝|记者|通讯员|皇帝|皇后|国王)$"
)


def positions(path: Path, knowledge: Knowledge, small: bool) -> tuple[float, float]:
    """The shares of true (organization, title, person) triples and of false ones that are claimed; of posts and of all.

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
                post = not NO_POST.search(title)
                counts[kind] += 1
                counts[f"{kind} posts"] += post
                wanted = norm(body) + norm(title.lstrip("原前新"))
                claimed = any(
                    name == norm(person) and (wanted == joined or (joined.endswith(norm(title)) and norm(body) in joined))
                    for joined, name in found
                )
                counts[f"{kind} claimed"] += claimed
                counts[f"{kind} posts claimed"] += claimed and post
    print(f"\n{path.name}: triples claimed")
    rates = []
    for kind in ("true", "true posts", "false"):
        rates.append(counts[f"{kind} claimed"] / max(1, counts[kind]))
        print(f"{kind:16} {counts[f'{kind} claimed']:5} of {counts[kind]:5} {rates[-1]:7.1%}")
    return rates[1], rates[2]


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
    sets = {f"gold/{name}": load_gold(args.folder / "gold" / f"{name}.jsonl") for name in ("dev", "validation")}
    figures = [gold_table(name, records, knowledge).whole.f1 or 0.0 for name, records in sets.items()]
    gold_table("annotated corpus articles", annotated_corpus(args.folder), knowledge)
    positions(args.folder / "corpus" / "positions-dev.jsonl", knowledge, args.small)
    entities(args.folder / "corpus" / "entities-dev.jsonl", knowledge, args.small)
    print(f"\nF1 on validation is {figures[0] - figures[1]:+.3f} under that on development")
    return 0


if __name__ == "__main__":
    sys.exit(main())
