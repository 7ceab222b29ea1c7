"""Everything but people: members of one label with one key are one entity; short names and judgements join and part them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kgnews.records import Claim, LocalEntity, Member, Reading
from kgnews.records.claims import NAMED_VALUES, OWN_VALUES
from kgnews.resolve.bodies import body_key
from kgnews.resolve.events import Occasion, collect_series, event_key
from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keys import Context, Key, clean, made_of_words
from kgnews.resolve.places import place_key
from kgnews.resolve.works import work_key

# Ends that resolution has nothing to say on: values (a named one is its name: graph sees to it), articles; people have their own way.
_NO_KEY = frozenset({*OWN_VALUES, *NAMED_VALUES, "Article", "Person"})
_ANCHORED = {"known", "division", "placed", "edition"}


@dataclass(slots=True)
class Keyed:
    """The key of each member that is no person, and which keys are one by a short name told somewhere."""

    keys: dict[Member, Key] = field(default_factory=dict)
    short_for: dict[tuple[str, str], str] = field(default_factory=dict)

    def text(self, member: Member) -> str:
        """The key text that a member's group goes by."""
        text = self.keys[member].text
        return self.short_for.get((member.label, text), text)

    def groups(self) -> Mapping[tuple[str, str], list[Member]]:
        """Members by (label, key text), those of well-known things with their anchor, sorted."""
        found: dict[tuple[str, str], list[Member]] = defaultdict(list)
        for member in self.keys:
            found[member.label, self.text(member)].append(member)
        for (label, text), members in found.items():
            if any(self.keys[member].kind in _ANCHORED and self.keys[member].text == text for member in members):
                members.append(Member("", label, text))
            members.sort()
        return found


def find_keys(readings: Iterable[Reading], contexts: Mapping[str, Context], gazetteer: Gazetteer) -> Keyed:
    """The keys of all organizations, places, events and works."""
    keyed = Keyed()
    occasions: dict[Member, Occasion] = {}
    aliases: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        context = contexts[reading.article]
        for item in reading.entities:
            member = Member(reading.article, item.label, item.name)
            if item.label == "Organization":
                keyed.keys[member] = key = body_key([item.name, *item.forms], context, gazetteer)
                _note_aliases(item, key, context, gazetteer, aliases)
            elif item.label == "Place":
                keyed.keys[member] = place_key([item.name], context, gazetteer)
            elif item.label == "Work":
                keyed.keys[member] = work_key([item.name, *item.forms], context, gazetteer)
            elif item.label == "Event":
                occasions[member] = Occasion((item.name, *item.forms), item.generic)
        _complete(reading, keyed, occasions, context, gazetteer)
    named = [occasion for occasion in occasions.values() if not occasion.generic]
    series = collect_series(named, gazetteer)
    for member, occasion in occasions.items():
        keyed.keys[member] = event_key(occasion, contexts[member.article], gazetteer, series)
    keyed.short_for = _short_names(keyed, aliases)
    return keyed


def _complete(reading: Reading, keyed: Keyed, occasions: dict[Member, Occasion], context: Context, gazetteer: Gazetteer) -> None:
    """What only claims tell: dates and places of events, awards, ends that are not among the entities."""
    for claim in reading.claims:
        for end in (claim.subject, claim.object):
            if end is None or end.label in _NO_KEY:
                continue
            member = Member(reading.article, end.label, end.name)
            if end.label == "Event":
                occasions.setdefault(member, Occasion((end.name,)))
            elif member not in keyed.keys:
                keyed.keys[member] = _key_of_end(end.label, end.name, context, gazetteer)
        if not claim.doubtful:
            _note_occasion(claim, keyed, occasions)


def _key_of_end(label: str, name: str, context: Context, gazetteer: Gazetteer) -> Key:
    if label == "Place":
        return place_key([name], context, gazetteer)
    return work_key([name], context, gazetteer) if label == "Work" else body_key([name], context, gazetteer)


def _note_occasion(claim: Claim, keyed: Keyed, occasions: Mapping[Member, Occasion]) -> None:
    occasion = occasions.get(Member(claim.article, "Event", claim.subject.name))
    if occasion is None or claim.object is None:
        return
    if claim.type == "HELD_ON":
        dates = [date for date in (occasion.date, claim.object.name) if date]
        occasion.date = min(dates, key=lambda text: (-len(text), text))
    elif claim.type == "HELD_AT":
        key = keyed.keys.get(Member(claim.article, claim.object.label, claim.object.name))
        code = key.code[:4] if key and key.code.isdecimal() and len(key.code) >= 4 else ""
        occasion.city = min(filter(None, (occasion.city, code)), default="")


def _note_aliases(item: LocalEntity, key: Key, context: Context, gazetteer: Gazetteer, aliases: dict[str, set[str]]) -> None:
    """Short forms with a proper noun of their own (佛山科创集团) that an article explains by the full name."""
    if key.kind not in {"absolute", "placed", "part"}:
        return
    for form in {clean(form) for form in item.forms} - {clean(item.name)}:
        if len(form) < 3 or made_of_words(form, gazetteer):
            continue
        other = body_key([form], context, gazetteer)
        telling = other.kind == "absolute" or (other.kind == "placed" and len(other.text.partition(":")[2]) >= 3)
        if telling and other.text != key.text and len(other.text) >= 3:
            aliases[other.text].add(key.text)


def _short_names(keyed: Keyed, aliases: Mapping[str, set[str]]) -> dict[tuple[str, str], str]:
    """Short key → full key, where a short form stands for one body only, in all that was read."""
    plain = {short: next(iter(full)) for short, full in aliases.items() if len(full) == 1}
    found: dict[tuple[str, str], str] = {}
    for short in plain:
        full, seen = short, {short}
        while full in plain and plain[full] not in seen:
            full = plain[full]
            seen.add(full)
        if full not in plain:
            found["Organization", short] = full
    return found
