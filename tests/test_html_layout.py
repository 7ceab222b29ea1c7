"""The layout: the same everywhere, nothing on top of anything else, and quick."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgnews.html.forces import push_apart
from kgnews.html.layout import Layout, compute_layout
from kgnews.html.network import choose_drawn, rank_nodes
from kgnews.html.packing import pack_boxes, pack_discs
from support_html import make_graph


def laid_out(nodes: int, edges: int | None = None) -> Layout:
    graph = make_graph(nodes, edges)
    ranked, drawn = choose_drawn(graph, 100_000)
    rank = {node.id: at for at, node in enumerate(ranked)}
    links = [(rank[edge.source], rank[edge.target]) for edge in graph.edges if not edge.doubtful]
    return compute_layout([node.name for node in ranked[:drawn]], [link for link in links if max(link) < drawn])


def nearest(positions: np.ndarray) -> float:
    """The least distance between two of the first 600 nodes."""
    some = positions[:600]
    gaps = np.hypot(*(some[:, None] - some[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    return float(gaps.min())


@pytest.mark.parametrize(("nodes", "edges"), [(60, None), (500, 650), (1500, 2000)])
def test_no_node_lies_on_another_and_all_are_placed(nodes: int, edges: int | None) -> None:
    layout = laid_out(nodes, edges)
    assert np.isfinite(layout.positions).all()
    assert nearest(layout.positions) > 12


def test_same_input_same_positions() -> None:
    first, second = laid_out(400, 520), laid_out(400, 520)
    assert np.array_equal(first.positions, second.positions)
    assert first.discs == second.discs
    assert first.bundles == second.bundles


# The promised 0.5, 3 and 20 s are for an idle machine and measured by bench/html_view.py; here is room for a busy one.
@pytest.mark.parametrize(("nodes", "edges", "seconds"), [(500, 650, 1.5), (2000, 2600, 9)])
def test_layout_is_quick(nodes: int, edges: int, seconds: float) -> None:
    start = time.perf_counter()
    laid_out(nodes, edges)
    assert time.perf_counter() - start < seconds


def test_a_star_too_large_to_split_is_still_a_picture() -> None:
    layout = compute_layout([str(n) for n in range(3000)], [(0, n) for n in range(1, 3000)])
    assert nearest(layout.positions) > 10
    assert np.abs(layout.positions).max() < 5000


@pytest.mark.parametrize("links", [[], [(0, 0)], [(0, 1)], [(0, 1), (1, 0), (0, 1)]])
def test_the_smallest_graphs(links: list[tuple[int, int]]) -> None:
    layout = compute_layout(["甲", "乙"], links)
    assert nearest(layout.positions) > 20


def test_no_nodes() -> None:
    assert compute_layout([], []).discs == []


def test_names_of_a_small_graph_have_room() -> None:
    names = ["中国创新创业大赛组织委员会"] * 12
    layout = compute_layout(names, [(0, n) for n in range(1, 12)])
    gap = np.abs(layout.positions[:, None] - layout.positions[None, :])
    clear = (gap[:, :, 0] > 80) | (gap[:, :, 1] > 38) | np.eye(12, dtype=bool)
    assert clear.all()


@given(st.lists(st.tuples(st.floats(20, 400), st.floats(20, 400)), min_size=1, max_size=90), st.integers(1, 90))
@settings(max_examples=40, deadline=None)
def test_boxes_never_overlap(sizes: list[tuple[float, float]], near: int) -> None:
    boxes = np.array(sorted(sizes, key=lambda one: -one[0] * one[1]))
    centres = pack_boxes(boxes, near)
    gap = np.abs(centres[:, None] - centres[None, :])
    least = (boxes[:, None] + boxes[None, :]) / 2
    apart = (gap >= least - 1e-3).any(axis=2) | np.eye(len(boxes), dtype=bool)
    assert apart.all()


def test_linked_discs_come_near_and_none_overlap() -> None:
    radii = np.array([100.0] * 30)
    centres = pack_discs(radii, {(0, 29): 50} | {(n, n + 1): 1 for n in range(28)})
    gaps = np.hypot(*(centres[:, None] - centres[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > 195
    assert gaps[0, 29] < np.median(gaps[np.isfinite(gaps)])


def test_equal_points_are_pushed_apart() -> None:
    apart = push_apart(np.zeros((5, 2)), np.tile([30.0, 30.0], (5, 1)), 200)
    assert nearest(apart) > 20


def test_nobody_stands_alone_where_not_all_are_drawn() -> None:
    graph = make_graph(600, 780)
    ranked, drawn = choose_drawn(graph, 200)
    kept = {node.id for node in ranked[:drawn]}
    linked = {
        end
        for edge in graph.edges
        if {edge.source, edge.target} <= kept and not edge.doubtful
        for end in (edge.source, edge.target)
    }
    assert drawn == 200
    assert kept == linked
    assert {node.id for node in ranked} == {node.id for node in graph.nodes}
    assert [node.label for node in rank_nodes(graph)][-1] == "Article"
