"""Rule sets from a few lines, for tests of the rule language and engine."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kgnews import paths
from kgnews.records import Claim
from kgnews.rules import CompiledRules, apply_rules, compile_rules
from kgnews.schema import load_ontology, load_rules
from marked import marked

ONTOLOGY = load_ontology(paths.schema_dir())
TEXTS: dict[str, Any] = {"examples": [{"text": "甲", "facts": [["甲", "ATTENDS", "乙"]]}], "refuses": ["甲"]}


def rule(id: str, claims: object, pattern: object = None, **more: object) -> dict[str, Any]:
    """A rule as its file has it; ``pattern`` is left out for a grammar."""
    return {"id": id, "claims": claims, **({"pattern": pattern} if pattern else {}), **TEXTS, **more}


def book(*rules: dict[str, Any], **head: object) -> CompiledRules:
    """The compiled rules of one file (JSON is YAML)."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rules" / "a.yml"
        path.parent.mkdir()
        path.write_text(json.dumps({**head, "rules": rules}, ensure_ascii=False), encoding="utf-8")
        return compile_rules(load_rules(Path(folder)), ONTOLOGY)


def read(compiled: CompiledRules, text: str, title: str = "") -> list[Claim]:
    """The claims of a marked text."""
    return apply_rules(marked(text, title), compiled)


def facts(claims: list[Claim]) -> list[tuple[str, ...]]:
    """(subject, TYPE, object) of each claim, sorted."""
    return sorted((c.subject.name, c.type, *([c.object.name] if c.object else [])) for c in claims)
