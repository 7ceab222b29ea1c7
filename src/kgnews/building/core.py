"""From inputs to a ledger and its graph: what changed is read again, the rest is left; every step may be cut off and resumed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias, TypeVar

from kgnews.building.steps import Cut, Steps, StepsMaker
from kgnews.building.workers import Workers
from kgnews.errors import InputError, KgnewsError, SchemaError
from kgnews.graph import build_graph
from kgnews.records import Article, Graph, LocalEntity, Page, Reading
from kgnews.records.claims import NAMED_VALUES, OWN_VALUES
from kgnews.records.graphstore import difference
from kgnews.records.review import Ruling
from kgnews.store.ledger import Failure, Ledger

Progress: TypeAlias = Callable[[str, int, int], None]
T = TypeVar("T")

_BATCH = 32  # articles a worker that are kept in one transaction: what a kill may cost
_WORTH_A_WORKER = 40  # articles: fewer are read before a second process has started


@dataclass
class Summary:
    """What a build did. ``failures`` are those of this run; ``changed`` counts nodes and edges written or taken out."""

    given: int = 0
    unchanged: int = 0
    cut: int = 0
    read: int = 0
    removed: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    changed: int = 0


def build(
    ledger: Ledger,
    inputs: Iterable[Page | InputError],
    make: StepsMaker,
    jobs: int = 0,
    progress: Progress = lambda stage, done, total: None,
) -> Summary:
    """Take the inputs in, read what is new or outdated, and derive the graph. With no inputs all is brought up to date.

    ``make`` gives the steps, here and in each worker process; ``jobs`` is the number of processes (0: by the work and
    the machine). The result depends on nothing but the inputs, the knowledge and the decisions in the ledger.
    """
    steps, summary = make(), Summary()
    _take_in(ledger, inputs, summary)
    with Workers(make, jobs) as workers:
        _cut_stale(ledger, steps, workers, summary, progress)
        _read_stale(ledger, steps, workers, summary, progress)
    progress("graph", 0, 1)
    summary.changed = refresh_graph(ledger, steps)
    progress("graph", 1, 1)
    return summary


def remove(ledger: Ledger, keys: Iterable[str], steps: Steps) -> Summary:
    """Take articles or whole pages out again, with all their facts. ``removed`` are the articles that went."""
    summary = Summary()
    with ledger.transaction():
        for key in keys:
            gone = ledger.remove(key)
            if not gone:
                summary.failures.append(Failure(key, "remove", "no such article"))
            summary.removed += gone
        summary.changed = refresh_graph(ledger, steps)
    return summary


def refresh_graph(ledger: Ledger, steps: Steps) -> int:
    """Derive the graph again if anything that it rests on has changed; how many nodes and edges did."""
    with ledger.transaction(), _collector_paused():
        state = ledger.state(steps.knowledge)
        if state == ledger.graph_state():
            return 0
        graph = derive(ledger, steps, {verdict.claim: verdict.ruling for verdict in ledger.review.verdicts()})
        change = difference(ledger.graph.digests(), graph)
        ledger.put_graph(change, state)
    return len(change.put_nodes) + len(change.put_edges) + len(change.drop_nodes) + len(change.drop_edges)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hundreds of thousands of records without a cycle: looking for cycles among them takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def derive(ledger: Ledger, steps: Steps, verdicts: Mapping[str, Ruling]) -> Graph:
    """The graph that follows from what the ledger holds, under these verdicts by claim."""
    readings = list(ledger.readings())
    articles = list(ledger.articles())
    resolution = steps.resolve(readings, articles, ledger.review.judgements())
    headers = [replace(article, text=article.text[:80]) for article in articles]
    return build_graph(readings, headers, resolution, verdicts, steps.symmetric)


def _take_in(ledger: Ledger, inputs: Iterable[Page | InputError], summary: Summary) -> None:
    for batch in _batches(inputs, 256):
        with ledger.transaction():
            for item in batch:
                summary.given += 1
                if isinstance(item, InputError):
                    summary.failures.append(Failure("", "input", _told(item)))
                elif ledger.has_page(item):
                    summary.unchanged += 1
                else:
                    ledger.put_page(item)


def _cut_stale(ledger: Ledger, steps: Steps, workers: Workers, summary: Summary, progress: Progress) -> None:
    stale = ledger.stale_pages(steps.knowledge)
    for keys in _batches(stale, _BATCH * workers.size(len(stale), _WORTH_A_WORKER)):
        pages = [page for page in map(ledger.page, keys) if page is not None]
        results = list(workers.map(cut_page, pages, len(stale) >= _WORTH_A_WORKER))
        with ledger.transaction():
            for page, result in results:
                _keep_cut(ledger, page, result, steps.knowledge, summary)
        summary.cut += len(keys)
        progress("cut", summary.cut, len(stale))


def _keep_cut(ledger: Ledger, page: Page, result: Cut | str, knowledge: str, summary: Summary) -> None:
    ledger.clear_failures("cut", page.id)
    try:
        if isinstance(result, str):
            raise InputError(result)
        ledger.put_articles(page, *result, knowledge)
    except InputError as error:
        ledger.put_articles(page, (), (), "")  # its old articles go; it is tried again next time
        _fail(ledger, Failure(page.id, "cut", _told(error)), summary)


def _read_stale(ledger: Ledger, steps: Steps, workers: Workers, summary: Summary, progress: Progress) -> None:
    stale = ledger.stale_articles(steps.knowledge)
    done = 0
    for keys in _batches(stale, _BATCH * workers.size(len(stale), _WORTH_A_WORKER)):
        articles = [article for article in map(ledger.article, keys) if article is not None]
        results = list(workers.map(read_one, articles, len(stale) >= _WORTH_A_WORKER))
        with ledger.transaction():
            for article, result in results:
                _keep_reading(ledger, article, result, steps.knowledge, summary)
        done += len(keys)
        progress("read", done, len(stale))


def _keep_reading(ledger: Ledger, article: Article, result: Reading | str, knowledge: str, summary: Summary) -> None:
    ledger.clear_failures("read", article.id)
    if isinstance(result, str):
        ledger.drop_reading(article.id)
        _fail(ledger, Failure(article.id, "read", result), summary)
    else:
        ledger.put_reading(result, knowledge)
        summary.read += 1


def _fail(ledger: Ledger, failure: Failure, summary: Summary) -> None:
    ledger.put_failure(failure)
    summary.failures.append(failure)


def cut_page(steps: Steps, page: Page) -> Cut | str:
    """The articles of a page, or why there are none."""
    try:
        return steps.cut(page)
    except SchemaError:
        raise
    except Exception as error:
        return _told(error)


def read_one(steps: Steps, article: Article) -> Reading | str:
    """What an article says, or why it could not be read: one bad article never ends a build.

    Raises ``SchemaError`` where the rules cannot be read: that is no article's fault, and must not empty the graph.
    """
    try:
        return check(steps.read(article), article)
    except SchemaError:
        raise
    except Exception as error:
        return _told(error)


def check(reading: Reading, article: Article) -> Reading:
    """The reading with an entity for each end of a claim; ``ValueError`` where a quotation is not what stands there."""
    sources = {"text": article.text, "title": article.title}
    for claim in reading.claims:
        for item in claim.evidence:
            if item.where in sources and sources[item.where][item.start : item.end] != item.quote:
                raise ValueError(f"claim {claim.id} quotes {item.quote!r}, which does not stand at {item.start}")
    known = {(entity.label, entity.name) for entity in reading.entities}
    ends = {(end.label, end.name) for claim in reading.claims for end in (claim.subject, claim.object) if end}
    missing = sorted(end for end in ends - known if end[0] not in OWN_VALUES and end[0] not in NAMED_VALUES)
    found = tuple(LocalEntity(label, name, (name,)) for label, name in missing)
    return replace(reading, entities=(*reading.entities, *found)) if found else reading


def _told(error: Exception) -> str:
    if isinstance(error, KgnewsError):
        return f"{error.message} ({error.hint})" if error.hint else error.message
    return f"{type(error).__name__}: {error}"


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
