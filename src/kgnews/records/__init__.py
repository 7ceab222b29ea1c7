"""The records that stages share: plain, frozen, without behaviour beyond arithmetic on spans."""

from kgnews.records.annotation import Annotated, Mention, Post, Sentence, Statement
from kgnews.records.claims import Claim, End, Evidence, LocalEntity, NamedMention, Reading
from kgnews.records.facts import claim_from_json, claim_to_json
from kgnews.records.graph import Edge, Graph, Node, Proof
from kgnews.records.resolution import Decision, Entity, Feature, Member, Resolution, Tie
from kgnews.records.text import Article, Fragment, Page, Span, map_spans

__all__ = [
    "Annotated",
    "Article",
    "Claim",
    "Decision",
    "Edge",
    "End",
    "Entity",
    "Evidence",
    "Feature",
    "Fragment",
    "Graph",
    "LocalEntity",
    "Member",
    "Mention",
    "NamedMention",
    "Node",
    "Page",
    "Post",
    "Proof",
    "Reading",
    "Resolution",
    "Sentence",
    "Span",
    "Statement",
    "Tie",
    "claim_from_json",
    "claim_to_json",
    "map_spans",
]
