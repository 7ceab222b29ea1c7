"""FollowTheMoney entities, as Aleph and its kin take them. The schemata come from the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.safe import json_text
from kgnews.schema import Ontology

# The ends of FollowTheMoney's link schemata: for our subject, for our object.
_ENDS: Mapping[str, tuple[str, str]] = {
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "UnknownLink": ("subject", "object"),
    "Documentation": ("entity", "document"),
    "Succession": ("predecessor", "successor"),
    "Associate": ("person", "associate"),
}
# Our attributes of persons and theirs.
_OF_PERSONS: Mapping[str, str] = {
    "sex": "gender",
    "ethnicity": "ethnicity",
    "birth": "birthDate",
    "birth_place": "birthPlace",
    "education": "education",
    "degree": "education",
    "party": "political",
}
_SEXES: Mapping[str, str] = {"男": "male", "女": "female"}
_DEFAULT = "UnknownLink"
_QUOTES = 20  # quotations of one link; the rest is in the graph


def entities(graph: Graph, ontology: Ontology) -> Iterator[str]:
    """One entity a line: things first, then links. What tells of its own node (the date of an event, the birth of a person) is no link."""
    nodes = {node.id: node for node in graph.nodes}
    articles = {node.articles[0]: node for node in graph.nodes if node.label == "Article" and node.articles}
    own: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        if edge.type == "ATTRIBUTE" and not edge.doubtful:
            own.setdefault(edge.source, []).append(edge)
    for node in graph.nodes:
        yield json_text(_thing(node, ontology, own.get(node.id, ()))) + "\n"
    for edge in graph.edges:
        if edge.source != edge.target and edge.source in nodes and edge.target in nodes:
            yield json_text(_link(edge, ontology, articles)) + "\n"


def _entity(key: str, schema: str, properties: Mapping[str, object]) -> dict[str, object]:
    """An entity with every value a list of texts; empty ones are left out."""
    values = {name: _texts(value) for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: texts for name, texts in values.items() if texts}}


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list | tuple) else [value]
    return list(dict.fromkeys(str(item) for item in items if item not in (None, "")))


def _thing(node: Node, ontology: Ontology, attributes: Iterable[Edge] = ()) -> dict[str, object]:
    label = ontology.labels.get(node.label)
    schema = (label and label.ftm) or "LegalEntity"
    properties: dict[str, object] = {"name": node.name, "alias": node.aliases, "sourceUrl": _url(node)}
    if schema in ("Article", "Document"):
        properties |= {"title": node.name, "publishedAt": node.properties.get("date"), "publisher": node.properties.get("source")}
        if schema == "Document":
            properties["fileName"] = node.name  # the model requires one
    elif schema == "Address":
        properties["full"] = node.name
    elif schema == "Event":
        properties["date"] = node.properties.get("date")
    if schema == "Person":
        for edge in attributes:
            key, value = _OF_PERSONS.get(str(edge.properties.get("attribute"))), str(edge.properties.get("value", ""))
            if key is not None:
                told = properties.setdefault(key, [])
                assert isinstance(told, list)
                told.append(_SEXES.get(value, value))
    return _entity(node.id, schema, properties)


def _url(node: Node) -> str | None:
    url = str(node.properties.get("url", ""))
    return url if url.startswith(("http://", "https://")) else None


def _link(edge: Edge, ontology: Ontology, articles: Mapping[str, Node]) -> dict[str, object]:
    relation = ontology.relations.get(edge.type)
    schema = (relation and relation.ftm) or _DEFAULT
    ends = _ENDS.get(schema)
    if ends is None:  # a schema whose ends ours do not fit (Ownership wants an asset)
        schema, ends = _DEFAULT, _ENDS[_DEFAULT]
    given = edge.properties
    known = [articles[proof.article] for proof in edge.proofs if proof.article in articles]
    return _entity(
        edge.id,
        schema,
        {
            ends[0]: edge.source,
            ends[1]: edge.target,
            "role": given.get("title") or (relation.zh if relation else edge.type),
            "status": [given.get("status"), "doubtful" if edge.doubtful else None],
            "startDate": given.get("since"),
            "endDate": given.get("until"),
            "date": given.get("date") or [proof.date for proof in edge.proofs],
            "summary": [_said(proof) for proof in edge.proofs[:_QUOTES]],
            "recordId": [proof.claim for proof in edge.proofs],
            "publisher": [node.properties.get("source") for node in known],
            "sourceUrl": [_url(node) for node in known],
        },
    )


def _said(proof: Proof) -> str:
    return " … ".join(quote[4] for quote in proof.quotes)
