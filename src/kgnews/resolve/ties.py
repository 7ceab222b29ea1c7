"""Links between entities that no article states: renamed bodies, parts of bodies, a place and the body that acts for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgnews.records import Entity, Member, Tie
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keyed import Keyed


def find_ties(entities: Iterable[Entity], ids: Mapping[Member, str], keyed: Keyed, gazetteer: Gazetteer) -> list[Tie]:
    """All ties, sorted."""
    found: set[Tie] = set()
    for entity in entities:
        if entity.label == "Organization":
            found.update(_of_body(entity, ids, keyed, gazetteer))
    return sorted(found, key=lambda tie: (tie.type, tie.source, tie.target))


def _of_body(entity: Entity, ids: Mapping[Member, str], keyed: Keyed, gazetteer: Gazetteer) -> Iterator[Tie]:
    keys = {keyed.keys[member] for member in entity.members if member in keyed.keys}
    for key in sorted(keys):
        text = keyed.short_for.get(("Organization", key.text), key.text)
        parent = ids.get(Member("", "Organization", key.parent)) if key.parent else None
        if parent and parent != entity.id:
            yield Tie("PART_OF", entity.id, parent, f"名称表明隶属关系：{entity.name}")
        if key.kind == "known" and text in gazetteer.renamed:
            for later, year in gazetteer.renamed[text]:
                if target := ids.get(Member("", "Organization", later)):
                    yield Tie("RENAMED_TO", entity.id, target, f"{year}年更名或并入：{text} → {later}")
        if key.kind == "placed":
            code, _, unit = text.partition(":")
            for later, year in gazetteer.renamed_units.get(unit, ()):
                if target := ids.get(Member("", "Organization", f"{code}:{later}")):
                    yield Tie("RENAMED_TO", entity.id, target, f"{year}年机构改革更名或并入：{unit} → {later}")
        place = key.code if key.kind == "placed" and text.endswith(":") else key.text if key.text == key.code else ""
        if place and (target := ids.get(Member("", "Place", place))):
            yield Tie("BODY_OF", entity.id, target, f"“{entity.name}”既是地方，也指代行使职权的机构")
