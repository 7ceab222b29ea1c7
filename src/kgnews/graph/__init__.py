"""Claims with entity ids become nodes and edges."""

from kgnews.graph.build import build_graph
from kgnews.graph.ids import article_node_id, same_name, value_node_id
from kgnews.graph.views import asserted

__all__ = ["article_node_id", "asserted", "build_graph", "same_name", "value_node_id"]
