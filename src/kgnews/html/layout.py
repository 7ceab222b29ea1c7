"""Where each node stands, computed once, seeded: communities, forces inside each, packed without overlap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kgnews.html.forces import MOST, place
from kgnews.html.packing import pack_boxes, pack_discs

Array = NDArray[np.float64]
Links = list[tuple[int, int]]
SMALL = 260
_SEED = 7


@dataclass(frozen=True, slots=True)
class Layout:
    """``positions`` (n, 2) in CSS pixels at zoom 1; ``group`` the community of each node; ``discs`` (x, y, radius or 0) of each.

    ``bundles`` are (community, community, number of links), strongest first: what is drawn between communities from afar.
    """

    positions: Array
    group: list[int]
    discs: list[tuple[float, float, float]]
    bundles: list[tuple[int, int, int]]


def compute_layout(names: list[str], links: Links) -> Layout:
    """The layout of nodes 0 … n-1 with these names; ``links`` are pairs of indices, parallel ones count.

    A small graph keeps a name's width free at every node and is not cut into communities.
    """
    if not names:
        return Layout(np.zeros((0, 2)), [], [], [])
    small = len(names) <= SMALL
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    for a, b in links:
        if a != b:
            graph.add_edge(a, b, weight=graph.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    islands = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    groups = [[part] if small else _communities(graph, part) for part in islands]
    boxes = np.array([_box(name) for name in names]) if small else np.tile([30.0, 28.0], (len(names), 1))
    if small:
        # A hub's name has its neighbours all around it.
        boxes[[node for node in graph if graph.degree(node) > 3]] *= 1.25
    return _assemble(graph, groups, boxes, 58.0 if small else 44.0)


def _box(name: str) -> tuple[float, float]:
    """The room for a node with its name below in one or two lines: 13 px a wide character, 7 a narrow one, at most 11 a line."""
    width = sum(13 if ord(character) > 0x2E7F else 7 for character in name[:22])
    return (min(width, 143) if len(name) <= 12 else max(width // 2, 80)) + 12.0, 40.0 if len(name) <= 12 else 55.0


def _communities(graph: nx.Graph[int], nodes: list[int], resolution: float = 1.0) -> list[list[int]]:
    """Louvain communities, largest first; one that is too large for the forces is split again."""
    if len(nodes) <= 40:
        return [nodes]
    found = nx.community.louvain_communities(graph.subgraph(nodes), weight="weight", resolution=resolution, seed=_SEED)
    parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part[0]))
    if len(parts) == 1:
        return parts
    return [piece for part in parts for piece in (_communities(graph, part, resolution * 1.5) if len(part) > MOST else [part])]


def _assemble(graph: nx.Graph[int], islands: list[list[list[int]]], boxes: Array, spacing: float) -> Layout:
    positions = np.zeros((len(boxes), 2))
    group = [0] * len(boxes)
    flat = [part for island in islands for part in island]
    for number, part in enumerate(flat):
        index = {node: at for at, node in enumerate(part)}
        inside = [(index[a], index[b]) for a, b in graph.subgraph(part).edges]
        positions[part] = place(len(part), inside, boxes[part], spacing)
        for node in part:
            group[node] = number
    radii = np.array([np.hypot(*(np.abs(positions[part]) + boxes[part] / 2).T).max() for part in flat])
    between = Counter((min(group[a], group[b]), max(group[a], group[b])) for a, b in graph.edges if group[a] != group[b])
    centres = _centres(islands, positions, boxes, radii, between)
    for number, part in enumerate(flat):
        positions[part] += centres[number]
    # A group that is linked to no other needs no disc: nothing has to hold it together.
    alone = [len(island) == 1 for island in islands for _ in island]
    discs = [(float(x), float(y), 0.0 if one else float(r)) for (x, y), r, one in zip(centres, radii, alone, strict=True)]
    return Layout(positions, group, discs, _backbone(between))


def _centres(
    islands: list[list[list[int]]], positions: Array, boxes: Array, radii: Array, between: Counter[tuple[int, int]]
) -> Array:
    """The centre of each community: discs are packed within an island, islands as boxes around the largest."""
    local = np.zeros_like(radii, shape=(len(radii), 2))
    low, high = np.zeros((len(islands), 2)), np.zeros((len(islands), 2))
    first = 0
    for number, island in enumerate(islands):
        own = np.arange(first, first + len(island))
        first += len(island)
        if len(island) == 1:
            part = island[0]
            low[number] = (positions[part] - boxes[part] / 2).min(axis=0)
            high[number] = (positions[part] + boxes[part] / 2).max(axis=0)
            continue
        start = int(own[0])
        links = {(a - start, b - start): weight for (a, b), weight in between.items() if start <= a < first}
        local[own] = pack_discs(radii[own], links)
        low[number] = (local[own] - radii[own, None]).min(axis=0)
        high[number] = (local[own] + radii[own, None]).max(axis=0)
    order = np.argsort(-(high - low).prod(axis=1), kind="stable")
    placed = np.zeros_like(low)
    several = sum(len(part) > 6 for island in islands for part in island[:1])
    placed[order] = pack_boxes((high - low)[order], several)
    shift = placed - (low + high) / 2
    return local + np.repeat(shift, [len(island) for island in islands], axis=0)


def _backbone(between: Counter[tuple[int, int]], each: int = 2) -> list[tuple[int, int, int]]:
    """The strongest bundles of each community: all of them together would be a hairball."""
    used: Counter[int] = Counter()
    kept = []
    for (a, b), weight in sorted(between.items(), key=lambda item: (-item[1], item[0])):
        if used[a] < each or used[b] < each:
            kept.append((a, b, weight))
        used.update((a, b))
    return kept
