"""Builds a graph: takes inputs into a ledger, reads what changed, derives the graph."""

from kgnews.building.core import Progress, Summary, build, refresh_graph, remove
from kgnews.building.steps import Steps, StepsMaker, shipped_steps

__all__ = ["Progress", "Steps", "StepsMaker", "Summary", "build", "refresh_graph", "remove", "shipped_steps"]
