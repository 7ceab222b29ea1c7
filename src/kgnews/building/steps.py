"""The stages as functions of one record, for ``build``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kgnews.records import Article, Fragment, Page, Reading, Resolution
from kgnews.records.review import Judgement

Cut: TypeAlias = tuple[Sequence[Article], Sequence[Fragment]]


@dataclass(frozen=True)
class Steps:
    """The stages as functions, with the knowledge that they rest on inside.

    ``knowledge`` is a hash of rules, terms and code: where it changes, everything is read again. ``symmetric`` are the
    relationship types without direction. ``resolve`` gives every local entity of the readings its entity id.
    """

    knowledge: str
    symmetric: frozenset[str]
    cut: Callable[[Page], Cut]
    read: Callable[[Article], Reading]
    resolve: Callable[[Sequence[Reading], Sequence[Article], Sequence[Judgement]], Resolution]


StepsMaker: TypeAlias = Callable[[], Steps]


def shipped_steps(folders: Sequence[Path] = ()) -> StepsMaker:
    """The steps with the shipped knowledge and the user's folders over it, for ``build``."""
    return partial(make_steps, tuple(folders))


def make_steps(folders: Sequence[Path]) -> Steps:
    """The stages of the pipeline with their knowledge loaded."""
    from kgnews import pipeline
    from kgnews.articles import cut
    from kgnews.resolve import resolve

    knowledge = pipeline.load_knowledge(folders)
    relations = knowledge.ontology.relations.items()
    return Steps(
        knowledge=knowledge.fingerprint,
        symmetric=frozenset(name for name, relation in relations if relation.symmetric),
        cut=cut,
        read=lambda article: pipeline.read_article(article, knowledge),
        resolve=lambda readings, articles, judgements: resolve(readings, articles, knowledge.terms, judgements),
    )
