"""The scorer: matching of claims to gold facts, figures, confidence; and that it agrees with the reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgnews.errors import InputError
from kgnews.evaluate import GoldRecord, Tally, load_gold, measure, score, tally
from kgnews.evaluate.calibrate import as_yaml, wilson
from kgnews.pipeline import load_knowledge, read_article
from kgnews.records import Claim, End, Evidence
from kgnews.records.facts import claim_to_json
from kgnews.schema import load_confidence

GOLD = Path(__file__).parents[2] / "shared" / "gold"

RECORD: dict[str, Any] = {
    "id": "a",
    "text": "",
    "entities": {
        "p": {"label": "Person", "names": ["张三"]},
        "q": {"label": "Person", "names": ["李四"]},
        "o": {"label": "Organization", "names": ["甲市", "甲市政府"]},
        "e": {"label": "Event", "names": ["2020第九届全国创新大赛", "创新大赛"]},
    },
    "facts": [
        {"type": "HOLDS_POSITION", "subject": "p", "object": "o", "titles": ["市长"], "status": "former"},
        {"type": "SPEAKS_AT", "subject": "p", "object": "e"},
        {"type": "MEETS", "subject": "p", "object": "q"},
        {"type": "HELD_ON", "subject": "e", "value": "2020-11-05"},
        {"type": "RECEIVES_AWARD", "subject": "q", "value": "全国先进个人"},
        {"type": "BYLINE", "subject": "q"},
        {"type": "ATTENDS", "subject": "q", "object": "e", "optional": True},
    ],
}


def claim(type: str, subject: str, object: tuple[str, str] | None = None, **properties: str) -> Claim:
    end = End(*object) if object else None
    rule, proof = properties.pop("rule", "r"), (Evidence("fact", "text", 0, 0, ""),)
    return Claim("x", "a", type, End("Person", subject), end, properties, proof, rule, 0.9)


@pytest.mark.parametrize(
    ("guess", "verdict"),
    [
        (claim("HOLDS_POSITION", "张三", ("Organization", "甲市"), title="市长"), "right"),
        (claim("HOLDS_POSITION", "张三", ("Organization", "甲"), title="市市长"), "right"),  # joined wording is compared
        (claim("HOLDS_POSITION", "张三", ("Organization", "甲市"), title="副市长"), "wrong"),
        (claim("SPEAKS_AT", "张三", ("Event", "第九届全国创新大赛")), "right"),
        (claim("SPEAKS_AT", "张三", ("Event", "第八届全国青年科技创新大赛")), "wrong"),  # another edition
        (claim("SPEAKS_AT", "李四", ("Event", "创新大赛")), "wrong"),
        (claim("ATTENDS", "张三", ("Event", "创新大赛")), "neither"),  # said by SPEAKS_AT
        (claim("ATTENDS", "李四", ("Event", "创新大赛")), "neither"),  # optional
        (claim("MEETS", "李四", ("Person", "张三")), "right"),  # symmetric
        (claim("HELD_ON", "2020第九届全国创新大赛", ("Date", "2020-11-05")), "wrong"),  # a Person has no date
        (claim("RECEIVES_AWARD", "李四", ("Award", "“全国先进个人”")), "right"),
        (claim("BYLINE", "李四"), "right"),
        (claim("MENTIONED_IN", "李四", ("Article", "a")), "neither"),
    ],
)
def test_verdicts(guess: Claim, verdict: str) -> None:
    found = score(GoldRecord.model_validate(RECORD), [guess])
    assert (bool(found.right), bool(found.wrong)) == (verdict == "right", verdict == "wrong")


def test_second_claim_of_a_found_fact_counts_neither_way() -> None:
    record = GoldRecord.model_validate(RECORD)
    twice = [claim("MEETS", "李四", ("Person", "张三")), claim("MEETS", "张三", ("Person", "李四"))]
    total = tally([score(record, twice)])
    assert (total.whole.found, total.whole.wrong, total.whole.missed) == (1, 0, 5)
    assert total.whole.precision == 1.0


def test_status_and_names_are_counted_apart() -> None:
    record = GoldRecord.model_validate(RECORD)
    guesses = [
        claim("HOLDS_POSITION", "张三", ("Organization", "甲市政府"), title="市长", status="appointed"),
        claim("SPEAKS_AT", "张三", ("Event", "全国创新大赛")),
    ]
    total = tally([score(record, guesses)])
    assert (total.status[True], total.status[False]) == (0, 1)
    assert (total.names[True], total.names[False]) == (3, 1)


def test_bad_gold_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n\n{oops\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"gold.jsonl:3"):
        load_gold(path)


@pytest.mark.parametrize(("right", "count", "low"), [(0, 0, 0.0), (1, 1, 0.27), (9, 10, 0.65), (99, 100, 0.96)])
def test_wilson(right: int, count: int, low: float) -> None:
    bounds = wilson(right, count)
    assert bounds[0] == pytest.approx(low, abs=0.01)
    assert 0.0 <= bounds[0] <= (right / count if count else 1.0) <= bounds[1] <= 1.0


def test_rules_that_fired_seldom_lean_on_their_type(tmp_path: Path) -> None:
    total = Tally()
    for name, kind, found, wrong in (("often", "MEETS", 190, 10), ("seldom", "MEETS", 1, 1), ("bad", "HOSTS", 10, 30)):
        figures = total.rules.setdefault(name, type(total.whole)())
        for counts in (figures, total.types[kind], total.whole):
            counts.found += found
            counts.wrong += wrong
    confidence = measure(total, {"often": "MEETS", "seldom": "MEETS", "bad": "HOSTS", "never": "HOSTS"}, "here")
    assert 0.91 < confidence.rules["often"].value < 0.96
    assert 0.75 < confidence.rules["seldom"].value < 0.9
    assert confidence.of("bad", "HOSTS") < 0.4
    assert confidence.of("never", "HOSTS") == confidence.types["HOSTS"].value < 0.5
    (tmp_path / "confidence.yml").write_text(as_yaml(confidence), encoding="utf-8")
    assert load_confidence(tmp_path) == confidence


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not beside the checkout")
def test_agrees_with_the_reference_scorer(tmp_path: Path) -> None:
    knowledge = load_knowledge()
    records = load_gold(GOLD / "dev.jsonl")
    readings = [read_article(record.article(), knowledge).claims for record in records]
    assert sum(map(len, readings)) > 100
    predicted = tmp_path / "facts.jsonl"
    # Wrong, doubled and doubtful facts too, so that the comparison is not of perfect ones only.
    lines = [claim_to_json(item) for claims in readings for item in claims]
    broken = [{**fact, "subject": {**fact["subject"], "name": "无名", "mention": None}} for fact in lines[::7]]
    switched = [{**fact, "type": "ATTENDS"} for fact in lines[::5] if fact["object"]]
    everything = [*lines, *broken, *switched, *lines[::9]]
    predicted.write_text("".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in everything), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev.jsonl"), str(predicted), "--json"]
    expected = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    from kgnews.records.facts import claim_from_json

    claims = [claim_from_json(fact) for fact in everything]
    total = tally(score(record, [item for item in claims if item.article == record.id]) for record in records)
    for kind, figures in (*total.types.items(), ("ALL", total.whole)):
        assert {key: expected[kind][key] for key in ("gold", "found", "wrong", "f1")} == {
            "gold": figures.gold, "found": figures.found, "wrong": figures.wrong, "f1": figures.f1,
        }, kind  # fmt: skip
    assert expected["STATUS"] == {"right": total.status[True], "of": total.status.total()}
    assert expected["NAMES"] == {"right": total.names[True], "of": total.names.total()}
