"""Builds with the real stages: knowledge is loaded once, and what a graph holds is compared as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from kgnews import building, paths
from kgnews.building import Steps, Summary
from kgnews.errors import InputError
from kgnews.export import stream
from kgnews.pages import ReadOptions, read_inputs
from kgnews.records import Page
from kgnews.records.graphstore import whole_graph
from kgnews.schema import load_ontology
from kgnews.store.ledger import Ledger

SEEDS = paths.seeds_dir()
DATE = "2020-11-09"


@cache
def steps() -> Steps:
    """The shipped stages."""
    return building.shipped_steps()()


@cache
def seed_pages() -> tuple[Page, ...]:
    """All shipped samples."""
    found = read_inputs(sorted(path for path in SEEDS.iterdir() if path.stem != "README"), ReadOptions(date=DATE))
    return tuple(page for page in found if isinstance(page, Page))


def build(path: Path, pages: Iterable[Page | InputError], jobs: int = 1) -> Summary:
    """Build with the shipped stages."""
    with Ledger.open(path, write=True) as ledger:
        return building.build(ledger, pages, steps, jobs)


def exported(path: Path) -> str:
    """Everything that the graph holds."""
    with Ledger.open(path) as ledger:
        return "".join(stream(whole_graph(ledger.graph), "jsonl", load_ontology(paths.schema_dir())))


def many_pages(count: int) -> list[Page]:
    """So many short articles about many people, made from the samples."""
    whole = [page for page in seed_pages() if page.whole]
    made = []
    for number in range(count):
        page = whole[number % len(whole)]
        text = page.text.replace("贾敬敏", f"贾{chr(0x4E10 + number)}敏")
        made.append(Page(f"made-{number:03}", text, page.title, page.date, page.home, page.source, True))
    return made


def write_jsonl(path: Path, pages: Sequence[Page]) -> Path:
    """The articles as a file of records."""
    rows = ({"id": page.id, "title": page.title, "date": page.date, "text": page.text} for page in pages)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
