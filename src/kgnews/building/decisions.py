"""Decisions of people on a ledger: one or two, right or wrong; and the graph that follows from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from kgnews.building.core import derive, refresh_graph
from kgnews.building.steps import Steps
from kgnews.errors import InputError, KgnewsError, NotFoundError
from kgnews.records import Member, Node, Resolution
from kgnews.records.graphstore import EdgeQuery
from kgnews.records.review import Decision, Judgement, Ruling, Verdict
from kgnews.records.serial import dumps
from kgnews.store.ledger import Ledger
from kgnews.store.review import now

_MOST_PAIRS = 3  # of a split: from so many of those that stay who leaves is told apart, which tells who leaves


def resolved(ledger: Ledger, steps: Steps) -> Resolution:
    """The resolution that the graph rests on, made again."""
    return steps.resolve(list(ledger.readings()), list(ledger.articles()), ledger.review.judgements())


def members_of(ledger: Ledger, node: Node) -> list[Member]:
    """What the articles of a node call it, as members that judgements can name; sorted."""
    names = {node.name, *node.aliases}
    found = {
        Member(article, entity.label, entity.name)
        for article in node.articles
        for entity in ledger.reading(article).entities
        if entity.label == node.label and (entity.name in names or names & set(entity.forms))
    }
    if not found:
        raise NotFoundError(f"“{node.name}” has no mention that a judgement could name", "run `kgnews build` first")
    return sorted(found)


def judge(ledger: Ledger, steps: Steps, pairs: Iterable[tuple[str, str]], decision: Decision, note: str, by: str) -> int:
    """Note down a decision on pairs of member keys and derive the graph; how many nodes and edges changed."""
    at = now()
    with ledger.transaction():
        for left, right in pairs:
            if left != right:
                ledger.review.judge(left, right, decision, note, by, at)
        return refresh_graph(ledger, steps)


def merge_pairs(ledger: Ledger, nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """The pairs whose judgement makes the nodes one. ``KgnewsError`` where they are of two kinds."""
    if len({node.label for node in nodes}) > 1:
        kinds = "、".join(f"{node.name} ({node.label})" for node in nodes)
        raise KgnewsError(f"two kinds of things are never one: {kinds}", "narrow with -l Person, or give ids")
    if len({node.id for node in nodes}) < 2:
        raise KgnewsError(f"“{nodes[0].name}”: already one entity ({nodes[0].id})", "give two ids (see `kgnews search`)")
    return [(left.key, right.key) for left, right in pairwise(members_of(ledger, node)[0] for node in nodes)]


def split(ledger: Ledger, steps: Steps, node: Node, articles: Sequence[str], note: str, by: str) -> int:
    """Take what some articles call the node for another entity; how many nodes and edges changed."""
    members = members_of(ledger, node)
    leaving = [member for member in members if member.article in set(articles)]
    staying = [member for member in members if member.article not in set(articles)]
    if not leaving or not staying:
        hint = f"its articles: {'、'.join(node.articles[:8])}"
        raise KgnewsError(f"“{node.name}”: name some of its articles with --article, not none and not all", hint)
    at = now()
    with ledger.transaction():
        for left, right in pairwise(leaving):
            ledger.review.judge(left.key, right.key, "same", note, by, at)
        for member in staying[:_MOST_PAIRS]:
            ledger.review.judge(leaving[0].key, member.key, "different", note, by, at)
        return refresh_graph(ledger, steps)


def undo(ledger: Ledger, steps: Steps, number: int | None) -> tuple[list[Judgement], int]:
    """Take back a judgement (the last one) with those of the same decision; these, and how many nodes and edges changed."""
    with ledger.transaction():
        gone = ledger.review.undo(number)
        return gone, refresh_graph(ledger, steps) if gone else 0


def claims_of(ledger: Ledger, steps: Steps, fact: str) -> list[str]:
    """The claims behind a fact, by its id in the graph or that of a claim. ``NotFoundError`` where there is none.

    A fact that was rejected stands in no graph; its id still finds its claims.
    """
    if ledger.claims(fact):
        return [fact]
    edges = ledger.graph.edges(EdgeQuery(ids=(fact,), doubtful=None))
    if not edges and any(verdict.ruling == "reject" for verdict in ledger.review.verdicts()):
        edges = [edge for edge in derive(ledger, steps, {}).edges if edge.id == fact]
    claims = sorted({proof.claim for edge in edges for proof in edge.proofs if proof.claim})
    if not claims:
        raise NotFoundError(f"no fact or claim {fact!r}", "ids stand in the last column of `kgnews show NAME`")
    return claims


def rule(ledger: Ledger, steps: Steps, claims: Iterable[str], ruling: Ruling | None, note: str, by: str) -> int:
    """Reject or confirm claims, or (None) take that back; how many nodes and edges changed."""
    with ledger.transaction():
        for claim in claims:
            if ruling is None:
                ledger.review.withdraw_ruling(claim)
            else:
                ledger.review.rule(claim, ruling, note, by)
        return refresh_graph(ledger, steps)


def to_lines(ledger: Ledger) -> Iterator[str]:
    """All decisions that hold, one JSON object a line: judgements by keys, then verdicts by claim."""
    for item in ledger.review.judgements():
        value: dict[str, Any] = {"left": item.left, "right": item.right, "decision": item.decision}
        yield dumps(value | {"by": item.by, "when": item.at, "why": item.note}) + "\n"
    for verdict in ledger.review.verdicts():
        value = {"claim": verdict.claim, "ruling": verdict.ruling}
        yield dumps(value | {"by": verdict.by, "when": verdict.at, "why": verdict.note}) + "\n"


def from_lines(ledger: Ledger, steps: Steps, lines: Iterable[str], name: str) -> tuple[int, int]:
    """Take in decisions that ``to_lines`` wrote; how many were new, and how many nodes and edges changed.

    All or nothing: ``InputError`` names the line that is wrong.
    """
    new = 0
    with ledger.transaction():
        for number, line in enumerate(lines, 1):
            if line.strip():
                new += ledger.review.restore(_parse(line, f"{name}:{number}"))
        return new, refresh_graph(ledger, steps) if new else 0


def _parse(line: str, where: str) -> Judgement | Verdict:
    hint = 'a line is {"left": …, "right": …, "decision": "same|different|unsure"} or {"claim": …, "ruling": "reject|confirm"}'
    try:
        value = json.loads(line)
        told = (str(value.get("why", "")), str(value.get("by", "")), str(value.get("when", "")))
        if "claim" in value:
            return Verdict(str(value["claim"]), _one_of(value["ruling"], ("reject", "confirm")), *told)
        left, right = sorted((str(value["left"]), str(value["right"])))
        if left == right:
            raise ValueError("left and right are one")
        return Judgement(left, right, _one_of(value["decision"], ("same", "different", "unsure")), *told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{where}: no decision: {error}", hint) from None


def _one_of(value: object, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {'、'.join(allowed)}")
    return value


def questions(resolution: Resolution, find: Callable[[str], Node | None]) -> Iterator[tuple[Any, Node, Node]]:
    """The open questions whose two entities stand in the graph: the decision with its features, and both nodes."""
    seen: set[frozenset[str]] = set()
    for decision in resolution.doubtful():
        ids = [resolution.ids[resolution.keys[key]] for key in (decision.left, decision.right)]
        left, right = find(ids[0]), find(ids[1])
        if left and right and frozenset(ids) not in seen:
            seen.add(frozenset(ids))
            yield decision, left, right
