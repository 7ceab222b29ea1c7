"""Positions in one connected group: stress majorization, then overlaps are pushed apart. Units: CSS pixels at zoom 1.

Only numpy without BLAS: the same input gives the same positions whatever the number of threads.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kgnews.html.packing import lie_flat

Array = NDArray[np.float64]
MOST = 240
# Below 1 long chains are shortened, so that a group fills its disc.
_ROUND = 0.8
# Names lie flat: they need more room beside each other than one below the other.
_WIDE = np.array([1.15, 1.0])
_GOLDEN = np.pi * (3 - np.sqrt(5))


def place(count: int, links: list[tuple[int, int]], boxes: Array, spacing: float) -> Array:
    """Positions (count, 2), centred on the middle of their bounding box.

    ``links`` are pairs of indices below ``count``, ``boxes`` (count, 2) the width and height that each node keeps free,
    ``spacing`` the length of a link between two nodes of low degree.
    """
    if count == 1:
        return np.zeros((1, 2))
    degrees = np.bincount(np.array(links, dtype=np.int64).ravel(), minlength=count)
    positions = _sunflower(degrees, spacing) if count > MOST else _stress(_distances(count, links, degrees) ** _ROUND, spacing)
    if count <= 3 * MOST:
        positions = push_apart(positions, boxes, 80)
    centred: Array = positions - (positions.min(axis=0) + positions.max(axis=0)) / 2
    return centred


def push_apart(positions: Array, boxes: Array, rounds: int) -> Array:
    """Moves overlapping boxes apart along the axis where they overlap less, a little in each round, until none overlap."""
    positions = positions.copy()
    wide, high = ((boxes[:, None, axis] + boxes[None, :, axis]) / 2 for axis in (0, 1))
    nudge = np.where(np.tri(len(positions), k=-1, dtype=bool), 1.0, -1.0)
    for _ in range(rounds):
        gap_x, gap_y = (positions[:, None, axis] - positions[None, :, axis] for axis in (0, 1))
        over_x, over_y = wide - np.abs(gap_x), high - np.abs(gap_y)
        hit = (over_x > 0.5) & (over_y > 0.5)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        crowd = np.sqrt(np.maximum(hit.sum(axis=1), 1)) * 2
        sideways = over_x < over_y
        positions[:, 0] += (np.where(gap_x == 0, nudge, np.sign(gap_x)) * over_x * (hit & sideways)).sum(axis=1) / crowd
        positions[:, 1] += (np.where(gap_y == 0, nudge, np.sign(gap_y)) * over_y * (hit & ~sideways)).sum(axis=1) / crowd
    return positions


def _distances(count: int, links: list[tuple[int, int]], degrees: NDArray[np.int64]) -> Array:
    """Ideal distances: shortest paths over links that are longer at a hub, so that its neighbours have room (Floyd–Warshall)."""
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    for a, b in links:
        if a != b:
            far[a, b] = far[b, a] = 1.0 + 0.22 * np.sqrt(max(degrees[a], degrees[b]) - 1)
    for middle in range(count):
        np.minimum(far, far[:, middle, None] + far[None, middle, :], out=far)
    ideal: Array = np.where(np.isinf(far), far[np.isfinite(far)].max() + 1.0, far)
    return ideal


def _stress(distances: Array, spacing: float, rounds: int = 100) -> Array:
    """Classical scaling as a start, then localized stress majorization with weights 1/d², a good half step at a time."""
    positions = _scaled(distances)
    weights = 1.0 / np.maximum(distances, 0.1) ** 2
    np.fill_diagonal(weights, 0.0)
    total = weights.sum(axis=1)[:, None]
    wanted = weights * distances
    for _ in range(rounds):
        x, y = positions[:, 0], positions[:, 1]
        length = np.hypot(x[:, None] - x, y[:, None] - y)
        np.maximum(length, 1e-6, out=length)
        pull = wanted / length
        moved = np.einsum("ij,jk->ik", weights - pull, positions) + pull.sum(axis=1)[:, None] * positions
        positions = positions * 0.4 + moved / total * 0.6
    stretched: Array = lie_flat(positions) * spacing * _WIDE
    return stretched


def _scaled(distances: Array) -> Array:
    """The two main axes of classical scaling by power iteration, with a little seeded noise that parts equal points.

    Not by LAPACK, whose last digits depend on the number of threads.
    """
    count = len(distances)
    squares = distances**2
    inner = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean())
    rng = np.random.default_rng(count)
    axes = rng.normal(size=(count, 2))
    for _ in range(30):
        axes = np.einsum("ij,jk->ik", inner, axes)
        axes[:, 0] /= np.sqrt((axes[:, 0] ** 2).sum()) + 1e-12
        axes[:, 1] -= (axes[:, 0] * axes[:, 1]).sum() * axes[:, 0]
        axes[:, 1] /= np.sqrt((axes[:, 1] ** 2).sum()) + 1e-12
    spread = np.sqrt(np.abs(np.einsum("ik,ij,jk->k", axes, inner, axes)))
    scaled: Array = axes * spread + rng.normal(scale=0.05, size=axes.shape)
    return scaled


def _sunflower(degrees: NDArray[np.int64], spacing: float) -> Array:
    """For a group that is too large and too dense to be split: a disc, the best linked nodes in the middle."""
    order = np.argsort(-degrees, kind="stable")
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order))
    radius, angle = spacing * 0.6 * np.sqrt(rank + 0.5), rank * _GOLDEN
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
