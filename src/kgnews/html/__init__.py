"""The HTML view: one file that shows the graph, offline, each fact with its proof."""

from kgnews.html.network import build_network
from kgnews.html.options import Guide, Options, Word, guide_from_ontology
from kgnews.html.page import render

__all__ = ["Guide", "Options", "Word", "build_network", "guide_from_ontology", "render"]
