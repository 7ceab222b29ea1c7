"""How long resolution takes, and whether it grows linearly: ``python bench/resolve.py ARTICLES.jsonl [--upto 20000]``.

Reads the articles once (timed: extraction), then repeats their readings with changed names and dates until the wanted number
is reached, and resolves growing parts. Names of people, companies and local bodies are changed by exchanging characters, so
that each repetition tells of other people; national bodies stay, as they do in real news. Prints a line a size, and fails
(exit 1) where resolution takes more than a third of extraction or grows faster than twice linearly.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kgnews import pipeline
from kgnews.pages import ReadOptions, read_inputs
from kgnews.records import Article, Claim, LocalEntity, Page, Reading
from kgnews.resolve import resolve

GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红鹏辉建国志海燕文云亮宏晨阳雪飞慧斌宁波凯健俊帆旭龙林欢佳成峰瑞兵雷东博"
STEP = 97  # days between repetitions


def read(path: Path) -> tuple[list[Article], list[Reading], float]:
    """The articles with their readings, and the seconds of processor time that reading took."""
    knowledge = pipeline.load_knowledge()
    pages = [page for page in read_inputs([str(path)], ReadOptions()) if isinstance(page, Page)]
    articles = [Article(page.id, page.text, page.title, page.date, page.home, page.source) for page in pages]
    knowledge.rules, knowledge.terms  # noqa: B018  (loaded before the clock starts)
    began = time.process_time()
    readings = [pipeline.read_article(article, knowledge) for article in articles]
    return articles, readings, time.process_time() - began


def repeated(articles: Sequence[Article], readings: Sequence[Reading], wanted: int) -> Iterator[tuple[Article, Reading]]:
    """Articles and readings until ``wanted`` are reached; the first round is as it was read."""
    for number in range(wanted):
        turn, at = divmod(number, len(articles))
        article, reading = articles[at], readings[at]
        yield (article, reading) if not turn else (_article(article, turn), _reading(reading, turn))


def _article(article: Article, turn: int) -> Article:
    text = f"{turn}。".join(article.text.split("。"))  # no near-copy of the round before
    return replace(article, id=f"{article.id}~{turn}", text=text, date=_date(article.date, turn))


def _date(text: str | None, turn: int) -> str | None:
    try:
        return (date.fromisoformat(text or "") + timedelta(days=STEP * turn)).isoformat()
    except ValueError:
        return text


def _reading(reading: Reading, turn: int) -> Reading:
    key = f"{reading.article}~{turn}"
    entities = tuple(_entity(item, turn) for item in reading.entities)
    return Reading(key, tuple(_claim(item, key, turn) for item in reading.claims), entities)


def _entity(item: LocalEntity, turn: int) -> LocalEntity:
    return replace(
        item, name=_name(item.label, item.name, turn), forms=tuple(_name(item.label, form, turn) for form in item.forms)
    )


def _claim(claim: Claim, article: str, turn: int) -> Claim:
    subject = replace(claim.subject, name=_name(claim.subject.label, claim.subject.name, turn))
    target = replace(claim.object, name=_name(claim.object.label, claim.object.name, turn)) if claim.object else None
    return replace(claim, id=f"{claim.id}~{turn}", article=article, subject=subject, object=target)


def _name(label: str, name: str, turn: int) -> str:
    """Another person's name for a person's; other names as they are (bodies and places recur in real news)."""
    if label == "Date" and len(name) == 10:
        return _date(name, turn) or name
    if label != "Person" or len(name) < 2:
        return name
    return name[:-1] + GIVEN[(ord(name[-1]) + 7 * turn) % len(GIVEN)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Time resolution against extraction.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--upto", type=int, default=20_000)
    arguments = parser.parse_args()
    articles, readings, spent = read(arguments.articles)
    each = spent / len(articles)
    print(f"extraction: {len(articles)} articles, {spent:.1f} s of processor time, {1000 * each:.2f} ms an article")
    pairs = list(repeated(articles, readings, arguments.upto))
    terms = pipeline.load_knowledge().terms
    costs = []
    for size in sorted({arguments.upto // 8, arguments.upto // 4, arguments.upto // 2, arguments.upto}):
        began = time.process_time()
        found = resolve([reading for _, reading in pairs[:size]], [article for article, _ in pairs[:size]], terms)
        took = time.process_time() - began
        costs.append(took / size)
        print(
            f"resolution: {size} articles, {took:.1f} s, {1000 * took / size:.2f} ms an article, "
            f"{took / (each * size):.2f} of extraction, {len(found.ids)} mentions, {len(found.entities)} entities"
        )
    if costs[-1] > each / 3 or costs[-1] > 2 * costs[0]:
        raise SystemExit("too slow: more than a third of extraction, or not linear")


if __name__ == "__main__":
    main()
