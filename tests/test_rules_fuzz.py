"""Whatever a rule file or a pattern says, it is read or refused with a SchemaError, never with another error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgnews.errors import SchemaError
from kgnews.rules import apply_rules, compile_rules
from kgnews.rules.parser import PatternError, Vocabulary, parse
from kgnews.schema import load_ontology, load_rules
from marked import marked
from rulebook import ONTOLOGY, book, rule

VOCABULARY = Vocabulary(frozenset({"Person", "Event"}), frozenset({"virtual"}), {"否": "不|未", "环": "@环"})
PIECES = st.sampled_from(
    ["{p:Person}", "{Event+}", "{a:text}", "{a=", "}",
     "(", ")", "|", "?", "@否", "@环", "…", "..", "....9", "……", "^", "$$", "!(", "<!(",
     "甲", "[一二]", "[^", "]", "#", "\\", "{", " ", "+", ".", "\n", "，", "9"]
)  # fmt: skip


def told(error: PatternError, pattern: str) -> None:
    assert 0 <= error.position <= len(pattern) + 1
    assert error.message


def named(error: SchemaError, file: str) -> None:
    assert file in error.message


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20))
def test_any_pattern_is_read_or_refused(pattern: str) -> None:
    try:
        parse(pattern, VOCABULARY)
    except PatternError as error:
        told(error, pattern)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=10).map("".join), st.lists(st.sampled_from(["{P:甲}", "{E:会}", "甲", "，"]), max_size=12))
def test_any_pattern_that_is_read_can_be_matched(pattern: str, text: list[str]) -> None:
    claims = {"type": "ATTENDS", "subject": "p", "object": "@event"}
    try:
        compiled = book(rule("r", claims, "{p:Person}(" + pattern + ")?", unless=pattern or "甲"), macros=dict(VOCABULARY.macros))
    except SchemaError as error:
        named(error, "a.yml:")
        return
    apply_rules(marked("".join(text)), compiled)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from(["", "甲", "a|b", "ATTENDS", "{p:Person}", "p"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["rules", "id", "type", "subject"]), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(["id", "claims", "pattern", "grammar", "scope", "unless", "overrides", "examples", "refuses", "other"])


@settings(max_examples=200, deadline=None)
@given(VALUES | st.dictionaries(KEYS, VALUES).map(lambda entry: {"rules": [{**rule("r", {}, "甲"), **entry}]}))
def test_any_rule_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    folder = tmp_path_factory.mktemp("schema")
    (folder / "rules").mkdir()
    (folder / "rules" / "a.yml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    try:
        compile_rules(load_rules(folder), ONTOLOGY)
    except SchemaError as error:
        named(error, "a.yml")


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["labels", "properties", "relations", "x"]), VALUES | st.dictionaries(KEYS, VALUES)))
def test_any_ontology_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    folder = tmp_path_factory.mktemp("schema")
    (folder / "ontology.yml").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    try:
        load_ontology(folder)
    except SchemaError as error:
        named(error, "ontology.yml")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yml").write_bytes(b"\xff\xfe\x00rules")
    with pytest.raises(SchemaError, match=r"a\.yml"):
        load_rules(tmp_path)
