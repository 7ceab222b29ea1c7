"""``kgnews rules`` and ``kgnews eval`` as a person meets them: output, exit codes, errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgnews.cli import app
from kgnews.errors import NotFoundError, SchemaError

RUNNER = CliRunner()
RULES = """\
- id: praises
  claims: {type: MEETS, subject: a, object: b}
  pattern: "{a:Person}表扬了{b:Person}"
  examples:
    - {text: 青山市市长林远江表扬了红河大学校长周明达。, facts: [[林远江, MEETS, 周明达]]}
    - {text: 青山市市长林远江没有来。, facts: [[林远江, MEETS, 周明达]]}
  refuses: [青山市市长林远江表扬了红河大学校长周明达。]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yml").write_text(RULES, encoding="utf-8")
    return tmp_path


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def test_list_has_every_rule_with_its_file(own: Path) -> None:
    done = RUNNER.invoke(app, ["rules", "list", "--schema", str(own)])
    assert done.exit_code == 0
    listed = {row["id"]: row for row in rows(done.stdout)}
    assert listed["praises"]["file"] == "a.yml:1"
    assert listed["praises"]["examples"] == 2
    assert len(listed) > 20


def test_failed_trials_are_listed_with_line_and_reason(own: Path) -> None:
    done = RUNNER.invoke(app, ["rules", "test", "praises", "--schema", str(own)])
    assert done.exit_code == 1
    found = {row["where"]: row["problems"] for row in rows(done.stdout)}
    assert found == {
        "a.yml:6": ["does not claim 林远江 MEETS 周明达"],
        "a.yml:7": ["claims 林远江 MEETS 周明达"],
    }
    assert "1 rules, 3 texts, 2 failed" in done.stderr


def test_unknown_rule_offers_near_names(own: Path) -> None:
    done = RUNNER.invoke(app, ["rules", "show", "praise", "--schema", str(own)])
    assert isinstance(done.exception, NotFoundError)
    assert "praises" in done.exception.hint


def test_show_spells_macros_out() -> None:
    done = RUNNER.invoke(app, ["rules", "show", "signs-with"])
    assert done.exit_code == 0
    (shown,) = json.loads(done.stdout)
    assert shown["id"] == "signs-with"
    assert "@" not in "".join(shown["spelt_out"])


def test_explain_says_what_fired_and_what_stopped_the_others(own: Path) -> None:
    text = "青山市市长林远江表扬了红河大学校长周明达。"
    (row,) = rows(RUNNER.invoke(app, ["rules", "explain", text, "--schema", str(own), "-f", "jsonl"]).stdout)
    assert row["shape"] == "〔Person〕表扬了〔Person〕。"
    assert "praises" in row["fired"]  # type: ignore[operator]
    other = text.replace("表扬了", "看见")
    shown = RUNNER.invoke(app, ["rules", "explain", other, "--rule", "praises", "--schema", str(own), "-f", "table"])
    assert "no 表扬了 (there stands “看见红河大学校长周明达。”)" in shown.stdout


def test_explain_keeps_hostile_text_off_the_terminal() -> None:
    shown = RUNNER.invoke(app, ["rules", "explain", "\x1b[31m青山市市长林远江\u202e来了", "-f", "table"])
    assert "\x1b" not in shown.stdout
    assert "\u202e" not in shown.stdout


def test_coverage_lists_silent_rules_and_unread_sentences(own: Path, tmp_path: Path) -> None:
    articles = tmp_path / "a.jsonl"
    articles.write_text(json.dumps({"id": "x", "text": "青山市市长林远江表扬了红河大学校长周明达。"}) + "\n", encoding="utf-8")
    done = RUNNER.invoke(app, ["rules", "coverage", str(articles), "--schema", str(own)])
    assert done.exit_code == 0
    silent = {row.get("rule") for row in rows(done.stdout) if row["kind"] == "silent rule"}
    assert "signs-with" in silent
    assert "praises" not in silent
    assert "1 articles, 1 sentences" in done.stderr


def test_schema_error_is_one_line_and_a_hint(own: Path) -> None:
    (own / "rules" / "a.yml").write_text(RULES.replace("{a:Person}", "{a:Persn}"), encoding="utf-8")
    done = RUNNER.invoke(app, ["rules", "list", "--schema", str(own)])
    assert isinstance(done.exception, SchemaError)
    assert "a.yml:3: rule praises: unknown label 'Persn'" in done.exception.message
    assert "Person" in done.exception.hint


GOLD = {
    "id": "g", "date": "2020-11-09", "title": "", "text": "青山市市长林远江会见了红河大学校长周明达。",
    "entities": {
        "p": {"label": "Person", "names": ["林远江"]}, "q": {"label": "Person", "names": ["周明达"]},
        "o": {"label": "Organization", "names": ["青山市"]}, "u": {"label": "Organization", "names": ["红河大学"]},
    },
    "facts": [
        {"type": "MEETS", "subject": "p", "object": "q"},
        {"type": "HOLDS_POSITION", "subject": "p", "object": "o", "titles": ["市长"]},
        {"type": "HOLDS_POSITION", "subject": "q", "object": "u", "titles": ["校长"]},
    ],
}  # fmt: skip


def test_eval_gives_figures_and_holds_a_threshold(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD, ensure_ascii=False) + "\n", encoding="utf-8")
    done = RUNNER.invoke(app, ["eval", str(gold), "--min-f1", "0.9"])
    assert done.exit_code == 0, done.stderr
    figures = {row["type"]: row for row in rows(done.stdout)}
    assert (figures["ALL"]["found"], figures["ALL"]["wrong"], figures["ALL"]["f1"]) == (3, 0, 1.0)
    by_rule = rows(RUNNER.invoke(app, ["eval", str(gold), "--by", "rule"]).stdout)
    assert sum(int(str(row["found"])) for row in by_rule) == 3
    missing = {**GOLD, "facts": [{"type": "BYLINE", "subject": "p", "evidence": "林远江"}]}
    gold.write_text(json.dumps(missing, ensure_ascii=False) + "\n", encoding="utf-8")
    assert RUNNER.invoke(app, ["eval", str(gold), "--min-f1", "0.5"]).exit_code == 1
    errors = rows(RUNNER.invoke(app, ["eval", str(gold), "--errors"]).stdout)
    assert sorted((str(row["what"]), str(row["type"])) for row in errors)[0] == ("missed", "BYLINE")


def test_eval_writes_confidence_that_claims_then_carry(tmp_path: Path) -> None:
    gold, own = tmp_path / "gold.jsonl", tmp_path / "own"
    own.mkdir()
    gold.write_text(json.dumps(GOLD, ensure_ascii=False) + "\n", encoding="utf-8")
    assert RUNNER.invoke(app, ["eval", str(gold), "--schema", str(own), "--write-confidence"]).exit_code == 0
    assert "gold.jsonl: 3 facts" in (own / "confidence.yml").read_text(encoding="utf-8")
    from kgnews.pipeline import load_knowledge, read_article
    from kgnews.records import Article

    knowledge = load_knowledge([own])
    measured = knowledge.rules.rule_set.confidence.rules
    claims = read_article(Article("g", str(GOLD["text"])), knowledge).claims
    assert {claim.confidence for claim in claims} == {measured[claim.rule].value for claim in claims}
