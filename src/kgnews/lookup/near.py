"""Names near one that is unknown: the same sound, a character wrong or missing (typing, OCR), pinyin in Latin letters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kgnews.records.fold import fold
from kgnews.records.graphstore import GraphStore

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzü")


def near_names(store: GraphStore, wanted: str, limit: int = 6) -> list[str]:
    """Names in the graph that may be meant, the likeliest first; those of equal likeliness in alphabetical order."""
    best: dict[str, float] = {}
    score = _latin_score if set(fold(wanted)) <= _LATIN and wanted else _score
    for row in store.names():
        for name in (row.name, *row.aliases):
            value = score(fold(wanted), fold(name))
            if value > best.get(row.name, 0.0):
                best[row.name] = value
    return sorted(best, key=lambda name: (-best[name], name))[:limit]


def _score(wanted: str, name: str) -> float:
    """0 for names that nobody would take for the other; above 1 where sound and writing agree."""
    from rapidfuzz.distance import OSA

    if not wanted or not name:
        return 0.0
    longest = max(len(wanted), len(name))
    sound = 0.6 if len(wanted) == len(name) and all(map(_sound_alike, wanted, name)) else 0.0
    part = 0.5 * min(len(wanted), len(name)) / longest if len(wanted) > 1 and (wanted in name or name in wanted) else 0.0
    allowed = 1 if longest < 5 else longest // 4 + 1
    distance = OSA.distance(wanted, name, score_cutoff=allowed)
    common = distance <= allowed and longest > 1 and (distance < min(len(wanted), len(name)))
    written = 0.9 * (1 - distance / longest) if common else 0.0
    return max(sound + written / 2, written, part)


def _latin_score(wanted: str, name: str) -> float:
    """For a name typed as pinyin, whole or by its initials (jiajingmin, jjm)."""
    if not name or len(name) > len(wanted):
        return 0.0
    if len(name) == len(wanted):
        return (
            0.5
            if all(any(sound.startswith(letter) for sound in _sounds(char)) for char, letter in zip(name, wanted, strict=True))
            else 0.0
        )
    rests = {wanted}
    for character in name:
        rests = {rest[len(sound) :] for rest in rests for sound in _sounds(character) if rest.startswith(sound)}
    return 1.0 if "" in rests else 0.0


def _sound_alike(one: str, other: str) -> bool:
    return one == other or not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """The readings of a character without tones."""
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    return frozenset(_plain(to_normal(sound)) for sound in PINYIN_DICT.get(ord(character), "").split(",") if sound)


def _plain(sound: str) -> str:
    return sound.replace("ü", "v") if "ü" in sound else sound


def suggestion(names: Iterable[str]) -> str:
    """The hint that goes with an unknown name."""
    found = "、".join(names)
    return (
        f"是否指：{found} (did you mean one of these?)"
        if found
        else "`kgnews search TEXT` looks for parts of names and quotations"
    )
