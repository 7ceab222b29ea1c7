"""Chinese news into a knowledge graph of officials, organizations and events, each fact with its quotation.

The verbs, in the order data flows::

    import kgnews

    for page in kgnews.read(["seeds/newspaper-page-2020-11.md"], date="2020-11-09"):
        articles, fragments = kgnews.cut(page)
        for article in articles:
            for claim in kgnews.extract(article):
                print(claim.subject.name, claim.type, claim.object and claim.object.name, claim.evidence[0].quote)

    kgnews.build(["seeds/newspaper-page-2020-11.md"], "kgnews.db", date="2020-11-09")
    with kgnews.open_graph("kgnews.db") as graph:
        for node in kgnews.lookup.find(graph, "贾敬敏"):
            print(kgnews.lookup.card(graph, node))
        page = kgnews.render(graph)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kgnews import lookup
    from kgnews.api import build, cut, extract, open_graph, read, render

__all__ = ["__version__", "build", "cut", "extract", "lookup", "open_graph", "read", "render"]


def __getattr__(name: str) -> Any:
    # The verbs pull in every stage; the command line must answer --help without them.
    if name == "lookup":
        from importlib import import_module

        return import_module("kgnews.lookup")
    if name in __all__:
        from kgnews import api

        return getattr(api, name)
    raise AttributeError(f"module 'kgnews' has no attribute {name!r}")
