"""Schema files: what is wrong is said with file, line, entry and likely cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgnews import paths
from kgnews.errors import SchemaError
from kgnews.schema import load_confidence, load_ontology, load_rules

RULE = """\
- id: hosted-by
  claims: {type: HOSTS, subject: hosts, object: event}
  pattern: "{hosts:Organization+}主办{event:Event}"
  examples:
    - text: 甲公司主办大会
      facts: [[甲公司, HOSTS, 大会]]
  refuses: [大会由观众评选]
"""


def folder(tmp_path: Path, **files: str) -> Path:
    """A schema folder with these files (rules__a means rules/a.yml)."""
    for name, text in files.items():
        path = tmp_path / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_shipped_ontology_has_the_types_of_the_guideline() -> None:
    ontology = load_ontology(paths.schema_dir())
    assert {"HOLDS_POSITION", "ATTENDS", "BYLINE", "RECEIVES_AWARD"} <= set(ontology.relations)
    assert ontology.relation("MEETS").symmetric
    assert not ontology.relation("VISITS").symmetric
    with pytest.raises(SchemaError, match="VISIT") as caught:
        ontology.relation("VISIT")
    assert "VISITS" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("labels:\n  A: {zh: 甲, en: a, wikidate: Q1}", ":2: A: unknown key 'wikidate'", "wikidata"),
        ("lables: {}", ":1: unknown section 'lables'", "labels"),
        (
            "relations:\n  OWNS: {zh: 拥有, en: owns,\n    subject: [Persn], object: [Person]}",
            ":3: OWNS: unknown label 'Persn' at its subject",
            "Person",
        ),
        (
            "relations:\n  OWNS: {zh: 拥有, en: owns, subject: [Person], object: [Person], properties: [dat]}",
            "unknown property 'dat'",
            "date",
        ),
        ("relations:\n  Owns: {zh: 拥有, en: owns, subject: [Person], object: [Person]}", "UPPER_SNAKE", "OWNS"),
        ("relations:\n  OWNS: {zh: 拥有, subject: [Person], object: [Person]}", "'en' is missing", ""),
        ("labels:\n  A: {zh: 甲, en: a}\n  A: {zh: 乙, en: b}", ":3: the key 'A' stands twice", ""),
        ("labels: [", "not YAML", "indentation"),
    ],
)
def test_ontology_errors_name_line_and_cause(tmp_path: Path, text: str, message: str, hint: str) -> None:
    own = folder(tmp_path, ontology=text)
    with pytest.raises(SchemaError) as caught:
        load_ontology(paths.schema_dir(), own)
    assert "ontology.yml:" in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_own_folder_extends_and_replaces_the_ontology(tmp_path: Path) -> None:
    own = folder(
        tmp_path,
        ontology="relations:\n  OWNS: {zh: 拥有, en: owns, subject: [Person], object: [Organization]}\n"
        "labels:\n  Person: {zh: 人, en: human}\n",
    )
    ontology = load_ontology(paths.schema_dir(), own)
    assert ontology.relation("OWNS").zh == "拥有"
    assert ontology.labels["Person"].en == "human"
    assert "HOSTS" in ontology.relations


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (("claims:", "claim:"), ":2: rule hosted-by: unknown key 'claim'", "claims"),
        (('  pattern: "{hosts:Organization+}主办{event:Event}"\n', ""), "either a pattern or a grammar", ""),
        (("  refuses: [大会由观众评选]\n", ""), "'refuses' is missing", ""),
        (("  refuses: [大会由观众评选]\n", "  refuses: []\n"), "without examples and refuses does not load", ""),
        (("[[甲公司, HOSTS, 大会]]", "[]"), "examples.0.facts", ""),
        (("[[甲公司, HOSTS, 大会]]", "[[甲公司]]"), "a fact is [subject, TYPE, object]", ""),
        (("  refuses:", "  overrides: [hosted]\n  refuses:"), "overrides 'hosted', which is no rule", "hosted-by"),
        (("  refuses:", "  scope: page\n  refuses:"), ":7: rule hosted-by: scope", ""),
    ],
)
def test_rule_errors_name_line_and_cause(tmp_path: Path, change: tuple[str, str], message: str, hint: str) -> None:
    own = folder(tmp_path, rules__a=RULE.replace(*change))
    with pytest.raises(SchemaError) as caught:
        load_rules(own)
    assert "a.yml:" in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_ids_stand_once_in_a_folder_and_are_replaced_by_a_later_one(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "1", rules__a=RULE), folder(tmp_path / "2", rules__b=RULE.replace("主办", "举办"))
    assert load_rules(first, second).rules["hosted-by"].rule.pattern == ("{hosts:Organization+}举办{event:Event}",)
    both = folder(tmp_path / "3", rules__a=RULE, rules__b=RULE)
    with pytest.raises(SchemaError, match="stands twice"):
        load_rules(both)


def test_remove_takes_a_rule_out(tmp_path: Path) -> None:
    first = folder(tmp_path / "1", rules__a=RULE)
    assert len(load_rules(first, folder(tmp_path / "2", rules__a="remove: [hosted-by]"))) == 0
    with pytest.raises(SchemaError, match="no rule 'hosted'"):
        load_rules(first, folder(tmp_path / "3", rules__a="remove: [hosted]"))


def test_defaults_of_a_file_are_added_to_its_rules(tmp_path: Path) -> None:
    rules = "rules:\n" + "".join(f"  {line}\n" for line in RULE.splitlines())
    own = folder(tmp_path, rules__a="defaults: {unless: 没有}\n" + rules, rules__b=RULE.replace("hosted-by", "other"))
    loaded = load_rules(own).rules
    assert loaded["hosted-by"].rule.unless == ("没有",)
    assert loaded["other"].rule.unless == ()


def test_scalars_are_read_as_written(tmp_path: Path) -> None:
    text = RULE.replace("甲公司主办大会\n", "甲公司主办大会\n      date: 2020-01-02\n").replace("[大会由观众评选]", "[no, 007]")
    rule = load_rules(folder(tmp_path, rules__a=text)).rules["hosted-by"].rule
    assert rule.examples[0].date == "2020-01-02"
    assert [item.text for item in rule.refuses] == ["no", "007"]


def test_confidence_falls_back_from_rule_to_type_to_all(tmp_path: Path) -> None:
    entry = "{right: 9, wrong: 1, value: %s, low: 0.6, high: 1}"
    own = folder(
        tmp_path,
        confidence=f"all: {entry % 0.7}\ntypes:\n  HOSTS: {entry % 0.8}\nrules:\n  hosted-by: {entry % 0.95}\n",
    )
    confidence = load_confidence(paths.schema_dir(), own)
    assert confidence.of("hosted-by", "HOSTS") == 0.95
    assert confidence.of("other", "HOSTS") == 0.8
    assert confidence.of("other", "MEETS") == 0.7
    with pytest.raises(SchemaError, match=r"confidence.yml:1: .*unknown key 'rule'"):
        load_confidence(folder(tmp_path / "x", confidence="rule: {}"))
