"""Claims with entity ids become nodes and edges."""

from kgnews.graph.build import build_graph
from kgnews.graph.ids import article_node_id, award_node_id, same_name
from kgnews.graph.views import asserted

__all__ = ["article_node_id", "asserted", "award_node_id", "build_graph", "same_name"]
