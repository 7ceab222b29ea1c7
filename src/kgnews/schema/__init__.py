"""The product's knowledge as data: ontology, rules, term lists. Loaded here, used by every stage."""

from kgnews.schema.terms import Terms, load_terms

__all__ = ["Terms", "load_terms"]
