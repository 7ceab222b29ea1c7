"""Groups into one picture: linked groups as discs that touch, islands as boxes around the largest. In pixels at zoom 1."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# The stage of a laptop beside filters and panel.
ASPECT = 1.25
_GAP = 36.0
_MANY = 60


def pack_discs(radii: Array, weights: Mapping[tuple[int, int], int]) -> Array:
    """Centres (n, 2) of discs that do not overlap; strongly linked ones come to lie near each other.

    ``weights`` gives the number of links between two groups, by pair of indices.
    """
    count = len(radii)
    if count == 1:
        return np.zeros((1, 2))
    force = np.zeros((count, count))
    for (a, b), weight in weights.items():
        force[a, b] = force[b, a] = np.sqrt(weight)
    reach = radii[:, None] + radii[None, :] + 14.0
    order = np.argsort(-radii, kind="stable")
    spiral = np.arange(count) * np.pi * (3 - np.sqrt(5))
    start = np.sqrt(np.cumsum(radii[order] ** 2))
    centres = np.empty((count, 2))
    centres[order] = np.stack([start * np.cos(spiral) * ASPECT, start * np.sin(spiral)], axis=1)
    force /= max(force.sum(axis=1).max(), 1e-9)
    heavy = (radii**2 / (radii**2)[:, None].max()).clip(0.05)
    share = heavy[None, :] / (heavy[:, None] + heavy[None, :])
    for step in range(300):
        cool = 1 - step / 300
        pull = force @ centres - force.sum(axis=1)[:, None] * centres
        centres += 0.9 * cool * pull - 0.02 * cool * centres * np.array([1.0, ASPECT])
        centres = _collide(centres, reach, share)
    for _ in range(120):
        before = centres
        centres = _collide(centres, reach, share)
        if np.abs(before - centres).max() < 0.05:
            break
    return lie_flat(centres)


def lie_flat(positions: Array) -> Array:
    """Turns a picture so that its longer axis lies flat: screens are wide, and names are read across."""
    middle = positions - positions.mean(axis=0)
    angle = 0.5 * np.arctan2(2 * (middle[:, 0] * middle[:, 1]).sum(), (middle[:, 0] ** 2 - middle[:, 1] ** 2).sum())
    cos, sin = np.cos(-angle), np.sin(-angle)
    turned: Array = np.stack([middle[:, 0] * cos - middle[:, 1] * sin, middle[:, 0] * sin + middle[:, 1] * cos], axis=1)
    return turned


def _collide(centres: Array, reach: Array, share: Array) -> Array:
    gap = centres[:, None, :] - centres[None, :, :]
    length = np.sqrt((gap**2).sum(axis=2))
    np.fill_diagonal(length, np.inf)
    over = np.maximum(reach - length, 0.0) / np.maximum(length, 1e-6)
    moved: Array = centres + (gap * (over * share)[:, :, None]).sum(axis=1) * 0.7
    return moved


def pack_boxes(sizes: Array, near: int) -> Array:
    """Centres (n, 2) of boxes (n, 2: width, height), in the order given (largest first).

    The first ``near`` (at most 60) lie close around the first, the small ones after them stand in rows below.
    """
    near = max(1, min(len(sizes), near, _MANY))
    centres = np.zeros((len(sizes), 2))
    for index in range(1, near):
        centres[index] = _best_corner(centres[:index], sizes[:index] + _GAP, sizes[index])
    if near < len(sizes):
        centres[near:] = _rows(centres[:near], sizes[:near], sizes[near:])
    return centres


def _best_corner(centres: Array, sizes: Array, size: Array) -> Array:
    """The free place beside one of the placed boxes that keeps the picture smallest and closest to a screen's shape."""
    half = (sizes + size) / 2
    left, top = centres - sizes / 2 + size / 2, centres + sizes / 2 - size / 2
    beside = np.concatenate(
        [
            np.stack([centres[:, 0] + side * half[:, 0], y], axis=1)
            for side in (-1, 1)
            for y in (centres[:, 1], left[:, 1], top[:, 1])
        ]
        + [
            np.stack([x, centres[:, 1] + side * half[:, 1]], axis=1)
            for side in (-1, 1)
            for x in (centres[:, 0], left[:, 0], top[:, 0])
        ]
    )
    touching: NDArray[np.bool_] = np.abs(beside[:, None, :] - centres[None, :, :]) < half[None, :, :] - 1e-6
    clash = touching.all(axis=2).sum(axis=1) > 0
    low = np.minimum((centres - sizes / 2).min(axis=0), beside - size / 2)
    high = np.maximum((centres + sizes / 2).max(axis=0), beside + size / 2)
    span = high - low
    cost = np.maximum(span[:, 0] / ASPECT, span[:, 1]) + 1e-3 * np.hypot(beside[:, 0] / ASPECT, beside[:, 1]) + clash * 1e12
    best: Array = beside[int(cost.argmin())]
    return best


def _rows(centres: Array, sizes: Array, small: Array) -> Array:
    """Rows below the placed boxes, as wide as the picture may be, each in the middle."""
    left, right = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    span = right - left
    width = max(span[0], span[1] * ASPECT, np.sqrt((small + _GAP).prod(axis=1).sum() * ASPECT), small[:, 0].max())
    middle, y = (left[0] + right[0]) / 2, right[1] + _GAP
    places = np.zeros((len(small), 2))
    first = 0
    while first < len(small):
        ends = np.cumsum(small[first:, 0] + _GAP) - _GAP
        count = max(1, int((ends <= width + 1e-9).sum()))
        row = slice(first, first + count)
        places[row, 0] = middle - ends[count - 1] / 2 + ends[:count] - small[row, 0] / 2
        places[row, 1] = y + small[row, 1] / 2
        first, y = first + count, y + small[row, 1].max() + _GAP
    return places
