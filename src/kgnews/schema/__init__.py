"""The product's knowledge as data: ontology, rules, term lists. Loaded here, used by every stage."""

from kgnews.schema.confidence import Confidence, Measured, load_confidence
from kgnews.schema.ontology import Label, Ontology, Property, Relation, load_ontology
from kgnews.schema.rules import ClaimSpec, Example, LocatedRule, Rule, RuleSet, load_rules
from kgnews.schema.terms import Terms, load_terms

__all__ = [
    "ClaimSpec",
    "Confidence",
    "Example",
    "Label",
    "LocatedRule",
    "Measured",
    "Ontology",
    "Property",
    "Relation",
    "Rule",
    "RuleSet",
    "Terms",
    "load_confidence",
    "load_ontology",
    "load_rules",
    "load_terms",
]
