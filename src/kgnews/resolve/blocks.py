"""Which sightings are compared at all: those of one name, or of two forms of a foreigner's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kgnews.resolve.gazetteer import CHINA
from kgnews.resolve.naming import Naming
from kgnews.resolve.rarity import Rarity
from kgnews.resolve.sightings import Sighting
from kgnews.schema.offices import is_national


def blocks_of(seen: Iterable[Sighting], rarity: Rarity, naming: Naming) -> Mapping[str, list[Sighting]]:
    """By name; a transliterated name by its last part, so that 普京
    meets 弗拉基米尔·普京 (and 巴沙尔 his one full name, 安倍 the one 安倍晋三)."""
    blocks: dict[str, list[Sighting]] = defaultdict(list)
    lasts: dict[str, set[str]] = defaultdict(set)
    for sighting in seen:
        last = sighting.name.split("·")[-1]
        blocks[last].append(sighting)
        if last != sighting.name:
            lasts[sighting.name.split("·")[0]].add(last)
    for first, found in lasts.items():
        if first in blocks and len(found) == 1 and first not in found:
            last = next(iter(found))
            for sighting in blocks[first]:
                sighting.name = f"{first}·{last}"
                sighting.era = naming.era(sighting.name, sighting.context.date)
            blocks[last] += blocks.pop(first)
    for short, long in _surnames(blocks, rarity):
        blocks[long] += blocks.pop(short)
    return blocks


def _surnames(names: Iterable[str], rarity: Rarity) -> list[tuple[str, str]]:
    """Japanese surnames that stand alone (安倍), each with the one full name that begins with it."""
    fulls: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if surname := rarity.japanese(name):
            fulls[surname].add(name)
    return [(short, next(iter(found))) for short, found in sorted(fulls.items()) if len(found) == 1 and short in set(names)]


def leaders_named(seen: Sequence[Sighting]) -> Mapping[str, set[str]]:
    """By article, the names in it that a leader of the country bears anywhere."""
    known = {item.name for item in seen for post in item.posts if post.code == CHINA and is_national(*post[:2], post.country)}
    found: dict[str, set[str]] = defaultdict(set)
    for item in seen:
        if item.name in known:
            found[item.member.article].add(item.name)
    return found
