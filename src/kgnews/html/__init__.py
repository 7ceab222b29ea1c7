"""The HTML view: one file that shows the graph, offline, each fact with its proof."""

from kgnews.html.files import write_file, write_folder
from kgnews.html.network import build_network
from kgnews.html.options import Guide, Options, Word, guide_from_ontology
from kgnews.html.page import render
from kgnews.html.split import render_split

__all__ = [
    "Guide",
    "Options",
    "Word",
    "build_network",
    "guide_from_ontology",
    "render",
    "render_split",
    "write_file",
    "write_folder",
]
