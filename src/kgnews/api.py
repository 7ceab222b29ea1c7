"""The program as six verbs, in the order data flows: read → cut → extract → build → open_graph → render."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeAlias

from kgnews import articles, building, html, pages, paths, pipeline
from kgnews.errors import KgnewsError
from kgnews.records import Article, Claim, Fragment, Graph, Page
from kgnews.records.graphstore import GraphStore, whole_graph
from kgnews.schema import load_ontology
from kgnews.store.ledger import Ledger

PathLike: TypeAlias = str | os.PathLike[str]

shipped_knowledge = cache(pipeline.load_knowledge)


def read(inputs: Iterable[PathLike], *, date: str | None = None, home: str | None = None) -> Iterator[Page]:
    """Files, folders and globs as pages; the first that cannot be read raises its InputError.

    ``date`` (ISO) and ``home`` (the place or body whose news it is) fill what the inputs leave open.
    """
    for page in pages.read_inputs(list(inputs), pages.ReadOptions(date=date, home=home)):
        if isinstance(page, KgnewsError):
            raise page
        yield page


def cut(page: Page) -> tuple[list[Article], list[Fragment]]:
    """The articles of a page, each a list of spans of its unchanged text, and the fragments that could not be placed."""
    found, rest = articles.cut(page)
    return list(found), list(rest)


def extract(article: Article, *, doubtful: bool = False) -> list[Claim]:
    """The facts that an article states, each with its quotations; with ``doubtful`` also those left in doubt."""
    claims = pipeline.read_article(article, shipped_knowledge()).claims
    return [claim for claim in claims if doubtful or not claim.doubtful]


def build(
    inputs: Iterable[PathLike],
    graph: PathLike = "kgnews.db",
    *,
    date: str | None = None,
    home: str | None = None,
    jobs: int = 0,
    schema: Sequence[Path] = (),
) -> building.Summary:
    """Take inputs into the graph file (made where there is none). Failed inputs stand in the summary; all others are kept."""
    found = pages.read_inputs(list(inputs), pages.ReadOptions(date=date, home=home))
    with Ledger.open(Path(graph), write=True) as ledger:
        return building.build(ledger, found, building.shipped_steps(schema), jobs)


@contextmanager
def open_graph(graph: PathLike = "kgnews.db") -> Iterator[GraphStore]:
    """The graph of a file, for the questions of ``kgnews.lookup`` and for ``render``."""
    with Ledger.open(Path(graph)) as ledger:
        yield ledger.graph


def render(graph: GraphStore | Graph, *, title: str = "", lang: str = "zh") -> str:
    """The graph as one offline HTML page."""
    records = graph if isinstance(graph, Graph) else whole_graph(graph)
    guide = html.guide_from_ontology(load_ontology(paths.schema_dir()).model_dump())
    page = html.render(records, html.Options(title=title, lang=lang), guide)
    return page if isinstance(page, str) else page.decode("utf-8")
