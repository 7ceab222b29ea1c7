"""From where on the likeness of texts decides a place: one table, so that it can be measured and changed as one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Limits:
    """Chosen on scrambled pages like the weights of seams, in units of likeness (log odds over the square root of the size).

    ``head_*`` are log odds for a headline and a chain; ``split``: what a tail must be liker to another story than to its own to
    be moved; ``split_size``, ``split_rest``: pairs of characters added to its size, and that must remain; ``under``, ``beside``,
    ``seam``: what speaks for a story besides its topic; ``inside``: for a headline whose text begins inside a chain; ``weak``,
    ``telling``: links with a weaker bond are given up, if both paragraphs have so many pairs; ``join``: log odds at a seam;
    ``attach``, ``margin``: how like a chain must be to a story, and how much more than to the next best; ``merge``: two chains;
    ``alone``: pairs of a chain that may be a story of its own.
    """

    head_topic: float = 1.6
    head_near: float = 3.0
    head_lead: float = 3.2
    head_bias: float = 2.0
    split: float = 3.0
    split_size: float = 100.0
    split_rest: float = 60.0
    bare: float = 2.1
    under: float = 0.7
    weak: float = 0.6
    telling: float = 20.0
    beside: float = 3.2
    seam: float = 0.25
    inside: float = 4.0
    join: float = -0.5
    attach: float = 1.5
    merge: float = 0.8
    alone: float = 200.0
    margin: float = 1.0


LIMITS = Limits()
