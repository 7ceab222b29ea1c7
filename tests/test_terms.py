"""The shipped term lists: they load, say where they are from, hold no term twice, and agree with one another."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from kgnews.paths import schema_dir
from kgnews.schema.terms import Terms, load_terms

LISTS = sorted((schema_dir() / "terms").glob("*.txt"))


@pytest.fixture(scope="module")
def terms() -> Terms:
    return load_terms(schema_dir())


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_list_is_clean(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert any("source:" in line for line in head)
    assert any("licence:" in line for line in head)
    terms = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    assert terms, "an empty list says nothing"
    assert [term for term, count in Counter(terms).items() if count > 1] == []
    assert [term for term in terms if term != term.strip()] == []


def test_lists_stay_small_and_quick(terms: Terms) -> None:
    assert sum(len(terms[name]) for name in terms) < 100_000
    best = min(_seconds() for _ in range(3))
    assert best < 0.3, "0.1 s on an idle machine; the rest is slack for a busy one"


def _seconds() -> float:
    began = time.perf_counter()
    load_terms(schema_dir())
    return time.perf_counter() - began


@pytest.mark.parametrize("name", ["bodies", "international_bodies", "universities", "countries"])
def test_full_names_are_listed_with_themselves(terms: Terms, name: str) -> None:
    values = set(terms[name].values())
    assert [value for value in sorted(values) if terms[name].get(value) != value] == []


@pytest.mark.parametrize(
    ("name", "term", "value"),
    [
        ("bodies", "科技部", "中华人民共和国科学技术部"),
        ("bodies", "发改委", "国家发展和改革委员会"),
        ("bodies", "两办", None),
        ("international_bodies", "世卫组织", "世界卫生组织"),
        ("universities", "北航", "北京航空航天大学"),
        ("universities", "重大", None),
        ("divisions", "佛山市", "4406"),
        ("division_short", "佛山", "4406"),
        ("division_short", "朝阳", "2113 110105 211321 220104"),
        ("countries", "大韩民国", "韩国"),
        ("world_cities", "日内瓦", "瑞士"),
        ("place_abbreviations", "穗", "广州市"),
    ],
)
def test_examples(terms: Terms, name: str, term: str, value: str | None) -> None:
    assert terms[name].get(term) == value


def test_renamed_bodies_are_known_bodies(terms: Terms) -> None:
    known = terms["bodies"] | terms["universities"]
    for old, value in terms["renamed"].items():
        words = value.split(" ")
        assert known[old] == old
        assert [new for new in words[::2] if known[new] != new] == []
        assert all(1949 < int(year) < 2030 for year in words[1::2])


def test_renamed_units_lead_to_others(terms: Terms) -> None:
    for old, value in terms["renamed_units"].items():
        new, year = value.split(" ")
        assert new != old
        assert 1949 < int(year) < 2030


def test_domains_are_of_known_universities(terms: Terms) -> None:
    known = terms["universities"] | terms["bodies"]
    assert [school for school in terms["school_domains"].values() if known.get(school) != school] == []


def test_variants_of_names_lead_to_names_that_are_none(terms: Terms) -> None:
    variants = terms["name_variants"]
    assert [name for name, usual in variants.items() if usual in variants or usual == name] == []


def test_division_codes_nest(terms: Terms) -> None:
    codes = {code for value in terms["divisions"].values() for code in value.split()}
    cities = {code[:4] for code in codes if len(code) >= 4}
    assert {code for code in codes if len(code) == 2} >= {city[:2] for city in cities}


def test_names_look_like_names(terms: Terms) -> None:
    surnames, given = terms["surnames"], terms["given_chars"]
    for name in ("王建国", "欧阳晓华", "诸葛伟"):
        surname = next(name[:n] for n in (2, 1) if name[:n] in surnames)
        assert all(char in given for char in name[len(surname) :])
    assert "表示" in terms["common_words"]
    assert "建国" not in terms["common_words"]
    assert "高度" in terms["name_words"]
