"""Judgements of people, applied: what was said to be one is joined, what was said to be two is parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kgnews.records import Member
from kgnews.records.review import Judgement
from kgnews.resolve.verdicts import Verdicts


def read_judgements(judgements: Iterable[Judgement], keys: Mapping[str, Member]) -> Verdicts:
    """Judgements whose both members are there; others wait until what they speak of is read again."""
    verdicts = Verdicts()
    for judgement in judgements:
        left, right = keys.get(judgement.left), keys.get(judgement.right)
        if left is None or right is None or left.label != right.label:
            continue
        if judgement.decision == "same":
            verdicts.same.add((left, right))
        elif judgement.decision == "different":
            verdicts.different.add((left, right))
    return verdicts


def apply_verdicts(groups: Sequence[Sequence[Member]], verdicts: Verdicts) -> list[list[Member]]:
    """Join and part groups of members; who leaves a group takes along those judged the same as it.

    Of two that are different, the one that is not (judged) the same as the group's least member leaves.
    """
    joined = _join(groups, verdicts)
    for left, right in sorted(verdicts.different):
        group = next((group for group in joined if left in group and right in group), None)
        if group is None:
            continue
        leaving = _leaving(group, left, right, verdicts)
        if leaving:
            joined.remove(group)
            joined += [group - leaving, leaving]
    return [sorted(group) for group in joined]


def _join(groups: Sequence[Sequence[Member]], verdicts: Verdicts) -> list[set[Member]]:
    home: dict[Member, set[Member]] = {}
    for group in groups:
        own = set(group)
        home.update(dict.fromkeys(own, own))
    for left, right in sorted(verdicts.same):
        mine, theirs = home.get(left), home.get(right)
        if mine is not None and theirs is not None and mine is not theirs:
            mine |= theirs
            home.update(dict.fromkeys(theirs, mine))
    return list({id(group): group for group in home.values()}.values())


def _leaving(group: set[Member], left: Member, right: Member, verdicts: Verdicts) -> set[Member]:
    """Who leaves: the one told apart from more than the other, else the one that is not the same as the least."""
    least = min(group)
    apart = verdicts.told_apart
    for member in sorted((left, right), key=lambda one: (apart[one], least not in verdicts.reach(one), one), reverse=True):
        with_it = verdicts.reach(member) & group
        if not {left, right} <= with_it and (least not in with_it or apart[member] > 1):
            return with_it
    return set()
