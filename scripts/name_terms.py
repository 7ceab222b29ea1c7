"""Term lists of names of people, from jieba's dictionary and Faker; called by ``build_terms.py``."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from term_lists import JIEBA, hand, jieba, write


def faker(cache: Path, field: str) -> ast.expr:
    """What the zh_CN provider of Faker assigns to ``field``."""
    source = (cache / "faker/faker/providers/person/zh_CN/__init__.py").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == field:
            return node.value
    raise SystemExit(f"faker: no {field} in the zh_CN provider")


def faker_surnames(cache: Path) -> dict[str, float]:
    value = faker(cache, "last_names")
    assert isinstance(value, ast.Call)
    return dict(ast.literal_eval(value.args[0]))


def faker_given(cache: Path) -> list[str]:
    return [*ast.literal_eval(faker(cache, "first_names_male")), *ast.literal_eval(faker(cache, "first_names_female"))]


def people(cache: Path) -> None:
    words = dict(jieba(cache))
    known = faker_surnames(cache)
    known.pop("萧", None)
    surnames = {s: f"{share:.3f}" for s, share in known.items()} | {
        s: "0.010" for s, _ in hand("rare_surnames") if s not in known
    }
    surnames["肖"] = surnames["萧"] = "0.560"
    order = sorted(surnames.items(), key=lambda item: (-float(item[1]), item[0]))
    about = "surname, then its share of people in per cent (0.010: rare, not counted)"
    write("surnames", "pip faker 40.63.0, zh_CN; own knowledge for those at 0.010", "MIT", about, order)
    given(words, surnames, faker_given(cache))
    name_words(words, surnames)
    transliteration(words)


def given(words: Mapping[str, tuple[int, str]], surnames: Mapping[str, str], frequent: list[str]) -> None:
    """Counts of each character as 1st and 2nd of two given characters, as the only one, and in ordinary words."""
    counts = [Counter[str]() for _ in range(4)]
    for name in frequent:  # Faker's are China's most frequent given names: each stands for many people
        for position, char in enumerate(name, start=0 if len(name) == 2 else 2):
            counts[position][char] += 20
    for word, (count, tag) in words.items():
        if tag in {"nr", "nrfg"} and word[0] in surnames and len(word) in {2, 3} and word[:2] not in words_of(words, word):
            if len(word) == 3:
                counts[0][word[1]] += 1
                counts[1][word[2]] += 1
            else:
                counts[2][word[1]] += 1
        elif tag not in {"nr", "nrfg", "nrt"}:
            for char in word:
                counts[3][char] += count
    totals = [sum(c.values()) for c in counts]
    shares = {
        char: [round(10000 * c[char] / t, 1) for c, t in zip(counts, totals, strict=True)]
        for char in counts[0] | counts[1] | counts[2]
    }
    rows = ((c, " ".join(f"{s:g}" for s in v)) for c, v in sorted(shares.items()) if max(v[:3]) >= 0.3)
    pairs = Counter(
        word[1:] for word, (_, tag) in words.items() if tag in {"nr", "nrfg"} and len(word) == 3 and word[0] in surnames
    )
    pairs.update({name: 30 for name in frequent if len(name) == 2})
    common = {word for word, (count, tag) in words.items() if count >= 3000 and not tag.startswith(("nr", "nz"))}
    kept = (
        (name, f"{10000 * n / pairs.total():.1f}")
        for name, n in sorted(pairs.items())
        if n >= 4 and (name in frequent or name not in common)
    )
    # A tenth of those with one given character bear one of the dozen most frequent: 张伟 is the name of 300,000 people.
    single = ((name, "110.0") for name in sorted(frequent) if len(name) == 1)
    source = f"{JIEBA} (words tagged nr with a surname); pip faker 40.63.0, zh_CN"
    write(
        "given_names",
        source,
        "MIT",
        "frequent given name, then its share per 10,000 of the names of its length",
        [*single, *kept],
    )
    about = (
        "character; per 10,000: as 1st of two given characters, as 2nd, as the only one, among the characters of ordinary words"
    )
    write("given_chars", f"{JIEBA} (words tagged nr with a surname); pip faker 40.63.0, zh_CN", "MIT", about, rows)


def words_of(words: Mapping[str, tuple[int, str]], word: str) -> set[str]:
    """Leading pairs that are common words (一审判, 黄金周): the tag nr of such entries is a mistake of the dictionary."""
    count, tag = words.get(word[:2], (0, "nr"))
    return {word[:2]} if count >= 200 and not tag.startswith("nr") and len(word) == 3 else set()


def name_words(words: Mapping[str, tuple[int, str]], surnames: Mapping[str, str]) -> None:
    no_name = {"nr", "nrfg", "nrt", "ns", "nz", "nt"}
    as_given = Counter(
        word[1:] for word, (_, tag) in words.items() if tag in {"nr", "nrfg"} and len(word) == 3 and word[0] in surnames
    )
    rows = [
        (word, str(count))
        for word, (count, tag) in sorted(words.items())
        if word[0] in surnames and len(word) in {2, 3} and tag not in no_name and count >= (20 if len(word) == 2 else 5)
    ]
    about = "ordinary word that begins like a name (高度, 黄金周), then its count"
    write("name_words", JIEBA, "MIT", about, rows)
    rows = [
        (word, str(count))
        for word, (count, tag) in sorted(words.items())
        if len(word) == 2 and tag not in no_name and count >= 300 and as_given[word] < 1 + count // 5000
    ]
    about = "ordinary two-character word that is hardly ever a given name (表示, 出席), then its count"
    write("common_words", JIEBA, "MIT", about, rows)


def transliteration(words: Mapping[str, tuple[int, str]]) -> None:
    foreign = [w for w, (_, tag) in words.items() if tag == "nrt" and len(w) >= 4] + [w for w, _ in hand("transliterations")]
    letters = Counter(char for word in foreign for char in word)
    general = Counter[str]()
    for word, (count, tag) in words.items():
        if not tag.startswith("nr"):
            general.update(dict.fromkeys(word, count))
    total, everything = sum(letters.values()), sum(general.values())
    rows = [
        (char, f"{ratio:.2f}")
        for char, count in sorted(letters.items(), key=lambda item: (-item[1], item[0]))
        if count >= 3 and (ratio := 10000 * count / total / (1 + 10000 * general[char] / everything)) >= 0.8
    ]
    about = "character of transliterated names; how much likelier it is there than in ordinary text (smoothed)"
    write("translit_chars", f"{JIEBA} (words tagged nrt); own names", "MIT", about, rows)
