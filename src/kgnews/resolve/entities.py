"""From a group of members to an entity: its id, the name it is shown by, its other names, what made the members one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgnews.records import Entity, LocalEntity, Member, Reading
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keyed import Keyed
from kgnews.resolve.keys import Key, clean, made_of_words

# Names that only point, within an article or a house: no alias of anything.
_POINTS = re.compile("^(?:[该本我贵此全]|省|市|区|县|州|镇|乡|村|院|校)")
_RANK = ("known", "division", "placed", "part", "edition", "absolute")


class EntityMaker:
    """Makes entities of groups; holds what was read of each member."""

    def __init__(self, readings: Mapping[str, Reading], keyed: Keyed, gazetteer: Gazetteer) -> None:
        self._read: dict[Member, LocalEntity] = {
            Member(key, item.label, item.name): item for key, reading in readings.items() for item in reading.entities
        }
        self._keyed = keyed
        self._gazetteer = gazetteer

    def make(self, group: Sequence[Member]) -> Entity:
        """The entity of a sorted group of members."""
        key = self._key(group)
        label = group[0].label
        real = [member for member in group if member.article]
        name = self._name(label, real, key)
        aliases = sorted(set(self._aliases(label, real, key)) - {name})
        properties = {} if key is None else {"why": key.why} | ({"code": key.code} if key.code else {})
        return Entity(group[0].id, label, name, tuple(aliases), tuple(group), properties)

    def _key(self, group: Iterable[Member]) -> Key | None:
        keys = {self._keyed.keys[member] for member in group if member in self._keyed.keys}
        return min(keys, key=lambda key: (_RANK.index(key.kind) if key.kind in _RANK else 9, key), default=None)

    def _name(self, label: str, members: Sequence[Member], key: Key | None) -> str:
        if key and key.kind == "division" and (full := self._gazetteer.division(key.code)):
            return full
        telling = [member.name for member in members if self._tells(label, member.name)]
        if not telling and key and key.kind == "placed":
            return (self._gazetteer.division(key.code) or "") + key.text.partition(":")[2]
        if not telling and key and key.kind == "part":
            return key.text.replace("/", "")
        counts = Counter(telling or [member.name for member in members])
        return max(counts, key=lambda name: (counts[name], len(name), name))

    def _tells(self, label: str, name: str) -> bool:
        """Whether a name denotes its entity outside of the article it stands in."""
        if label == "Organization":
            return self._placed_or_known(name) or not (_POINTS.match(name) or self._gazetteer.ordinary(name))
        return True

    def _placed_or_known(self, name: str) -> bool:
        gazetteer = self._gazetteer
        return bool(gazetteer.body(name) or gazetteer.country(name) or gazetteer.placed(name).place or gazetteer.owner(name))

    def _aliases(self, label: str, members: Iterable[Member], key: Key | None) -> Iterator[str]:
        if label == "Organization" and key and key.kind == "known":
            yield key.text
        for member in members:
            if self._tells(label, member.name):
                yield member.name
            found = self._read.get(member)
            for form in found.forms if found else ():
                if label == "Person" or self._is_alias(label, form, key):
                    yield form

    def _is_alias(self, label: str, form: str, key: Key | None) -> bool:
        """Not what only points, nor a name that is another's (中国 for 中国政府's ministry)."""
        bare = clean(form)
        if len(bare) < 2 or not self._tells(label, bare):
            return False
        if official := self._gazetteer.body(bare) or self._gazetteer.country(bare):
            return label != "Organization" or (key is not None and key.text == official)
        placed = self._gazetteer.placed(bare)
        if placed.place and key and key.kind in {"placed", "division"}:
            return key.code in placed.codes
        return not (len(bare) < 8 and made_of_words(bare, self._gazetteer))
