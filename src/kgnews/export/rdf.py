"""RDF: Turtle and JSON-LD of the same statements, with schema.org and Wikidata terms from the ontology.

Each fact is a resource of its own (``rdf:Statement``) with its quotations; a fact beyond doubt is also a plain triple.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeAlias
from urllib.parse import quote as percent

from kgnews.records import Edge, Graph, Node, Proof
from kgnews.records.safe import json_text
from kgnews.schema import Ontology

PREFIXES: Mapping[str, str] = {
    "kg": "urn:kgnews:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
}
# schema.org says these from the other end: an event has an organizer, where for us a body HOSTS an event.
_INVERSE = frozenset({"attendee", "organizer", "performer", "contributor", "sponsor", "publisher", "founder", "author"})


class Iri(NamedTuple):
    """A resource."""

    value: str


class Literal(NamedTuple):
    """A text, or a value of an XSD type."""

    value: str
    type: str = ""


Term: TypeAlias = Iri | Literal
Triple: TypeAlias = tuple[Iri, Iri, Term]


def _name(prefix: str, local: str) -> Iri:
    return Iri(PREFIXES[prefix] + percent(local, safe="-._~:"))


_TYPE = _name("rdf", "type")


def statements(graph: Graph, ontology: Ontology) -> Iterator[Triple]:
    """All triples, those of one subject together."""
    nodes = {node.id for node in graph.nodes}
    articles = {node.articles[0]: _name("kg", node.id) for node in graph.nodes if node.label == "Article" and node.articles}
    outgoing: dict[str, list[Triple]] = {}
    for edge in graph.edges:
        if not edge.doubtful and {edge.source, edge.target} <= nodes:
            for triple in _plain(edge, ontology):
                outgoing.setdefault(triple[0].value, []).append(triple)
    for node in graph.nodes:
        yield from _node(node, ontology)
        yield from sorted(set(outgoing.get(_name("kg", node.id).value, ())))
    for edge in graph.edges:
        yield from _fact(edge, articles)


def _node(node: Node, ontology: Ontology) -> Iterator[Triple]:
    own, label = _name("kg", node.id), ontology.labels.get(node.label)
    yield own, _TYPE, _name("kg", node.label)
    if label and label.schema_org:
        yield own, _TYPE, _name("schema", label.schema_org)
    if label and label.wikidata:
        yield own, _TYPE, _name("wd", label.wikidata)
    yield own, _name("rdfs", "label"), Literal(node.name)
    for alias in node.aliases:
        yield own, _name("skos", "altLabel"), Literal(alias)
    names = {
        "date": ("schema", "datePublished" if node.label == "Article" else "startDate"),
        "article": ("dcterms", "identifier"),
    }
    for key, value in sorted(node.properties.items()):
        for item in value if isinstance(value, tuple) else (value,):
            if key == "url" and str(item).startswith(("http://", "https://")):
                yield own, _name("schema", "url"), _web(str(item))
            else:
                yield own, _name(*names.get(key, ("kg", key))), _date(str(item)) if key == "date" else Literal(str(item))


def _plain(edge: Edge, ontology: Ontology) -> Iterator[Triple]:
    """The fact as a triple of our own, and of schema.org where it has a term."""
    source, target = _name("kg", edge.source), _name("kg", edge.target)
    own = _own(edge)
    if own is not None:
        yield source, _name("kg", edge.type), own
        return
    yield source, _name("kg", edge.type), target
    relation = ontology.relations.get(edge.type)
    term = relation.schema_org if relation else None
    if edge.type == "HOLDS_POSITION" and term:  # an occupation is not the body: it is what the fact describes
        yield source, _name("schema", term), _name("kg", edge.id)
    elif term and (term in _INVERSE or edge.type == "MENTIONED_IN"):
        yield target, _name("schema", term), source
    elif term:
        yield source, _name("schema", term), target


def _own(edge: Edge) -> Literal | None:
    """What an edge tells of its own node: the date of an event, an attribute of a person."""
    if edge.type == "HELD_ON":
        return _date(str(edge.properties.get("date", "")))
    return Literal(str(edge.properties["value"])) if edge.source == edge.target and "value" in edge.properties else None


def _fact(edge: Edge, articles: Mapping[str, Iri]) -> Iterator[Triple]:
    own = _name("kg", edge.id)
    yield own, _TYPE, _name("rdf", "Statement")
    if edge.type == "HOLDS_POSITION":
        yield own, _TYPE, _name("schema", "Occupation")
        yield own, _name("schema", "name"), Literal(str(edge.properties.get("title", "")))
    yield own, _name("rdf", "subject"), _name("kg", edge.source)
    yield own, _name("rdf", "predicate"), _name("kg", edge.type)
    yield own, _name("rdf", "object"), _own(edge) or _name("kg", edge.target)
    for key, value in sorted(edge.properties.items()):
        for item in value if isinstance(value, tuple) else (value,):
            yield own, _name("kg", key), _date(str(item)) if key in ("date", "since", "until") else Literal(str(item))
    yield own, _name("kg", "confidence"), Literal(f"{edge.confidence:.4f}", "decimal")
    for flag in ("doubtful", "derived"):
        if getattr(edge, flag):
            yield own, _name("kg", flag), Literal("true", "boolean")
    proofs = [(_name("kg", f"{edge.id}:{number}"), proof) for number, proof in enumerate(edge.proofs, 1)]
    for iri, _ in proofs:
        yield own, _name("kg", "proof"), iri
    for iri, proof in proofs:
        yield from _proof(iri, proof, articles)


def _proof(own: Iri, proof: Proof, articles: Mapping[str, Iri]) -> Iterator[Triple]:
    yield own, _TYPE, _name("kg", "Proof")
    yield own, _name("dcterms", "source"), articles.get(proof.article) or Literal(proof.article)
    yield own, _name("kg", "rule"), Literal(proof.rule)
    yield own, _name("kg", "confidence"), Literal(f"{proof.confidence:.4f}", "decimal")
    if proof.claim:
        yield own, _name("kg", "claim"), Literal(proof.claim)
    quotes = [(Iri(f"{own.value}:{number}"), quote) for number, quote in enumerate(proof.quotes, 1)]
    for key, _ in quotes:
        yield own, _name("kg", "quotation"), key
    for key, (shows, where, start, end, text) in quotes:
        yield key, _name("kg", "shows"), Literal(shows)
        yield key, _name("kg", "in"), Literal(where)
        yield key, _name("kg", "start"), Literal(str(start), "integer")
        yield key, _name("kg", "end"), Literal(str(end), "integer")
        yield key, _name("kg", "quote"), Literal(text)


def _date(text: str) -> Literal:
    for pattern, kind in ((r"\d{4}-\d\d-\d\d", "date"), (r"\d{4}-\d\d", "gYearMonth"), (r"\d{4}", "gYear")):
        if re.fullmatch(pattern, text, re.ASCII):
            return Literal(text, kind)
    return Literal(text)


def _web(url: str) -> Iri:
    """An address without the characters that no IRI may have; Chinese stays."""
    return Iri(re.sub(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f\ud800-\udfff]', lambda match: percent(match[0], errors="replace"), url))


def turtle(graph: Graph, ontology: Ontology) -> Iterator[str]:
    """Turtle, one subject a block."""
    for prefix, base in PREFIXES.items():
        yield f"@prefix {prefix}: <{base}> .\n"
    for subject, triples in groupby(statements(graph, ontology), key=lambda triple: triple[0]):
        lines = [f"    {_turtle(predicate)} {_turtle(value)}" for _, predicate, value in triples]
        yield f"\n{_turtle(subject)}\n" + " ;\n".join(lines) + " .\n"


def _turtle(term: Term) -> str:
    if isinstance(term, Literal):
        return f'"{_escaped(term.value)}"' + (f"^^xsd:{term.type}" if term.type else "")
    for prefix, base in PREFIXES.items():
        local = term.value.removeprefix(base)
        if local != term.value and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", local):
            return f"{prefix}:{local}"
    return f"<{term.value}>"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]')


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES.get(match[0]) or _code(match[0]), text)


def _code(character: str) -> str:
    """A surrogate is no character of RDF; everything else can be said by its number."""
    return "\\uFFFD" if "\ud800" <= character <= "\udfff" else f"\\u{ord(character):04X}"


def jsonld(graph: Graph, ontology: Ontology) -> Iterator[str]:
    """JSON-LD, one object a subject, each on its line."""
    yield '{"@context": ' + json_text(dict(PREFIXES)) + ',\n"@graph": ['
    separator = "\n"
    for subject, triples in groupby(statements(graph, ontology), key=lambda triple: triple[0]):
        yield separator + json_text(_object(subject, triples))
        separator = ",\n"
    yield "\n]}\n"


def _object(subject: Iri, triples: Iterable[Triple]) -> dict[str, object]:
    found: dict[str, object] = {"@id": subject.value}
    for _, predicate, value in triples:
        key = "@type" if predicate == _TYPE else predicate.value
        values = found.setdefault(key, [])
        assert isinstance(values, list)
        values.append(value.value if key == "@type" else _value(value))
    return found


def _value(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        return {"@id": term.value}
    text = re.sub("[\ud800-\udfff]", "\ufffd", term.value)
    return {"@value": text, "@type": PREFIXES["xsd"] + term.type} if term.type else {"@value": text}
