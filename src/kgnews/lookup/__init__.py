"""Questions to a graph, written once above the ``GraphStore`` contract: each answers with JSON-ready rows."""

from kgnews.lookup.card import card, card_rows
from kgnews.lookup.entities import find, find_meant
from kgnews.lookup.facts import Reader, Row
from kgnews.lookup.near import near_names, suggestion
from kgnews.lookup.posts import who
from kgnews.lookup.search import search
from kgnews.lookup.walks import common, path_rows, shortest_paths, timeline
from kgnews.lookup.why import stats_rows, why

__all__ = [
    "Reader",
    "Row",
    "card",
    "card_rows",
    "common",
    "find",
    "find_meant",
    "near_names",
    "path_rows",
    "search",
    "shortest_paths",
    "stats_rows",
    "suggestion",
    "timeline",
    "who",
    "why",
]
