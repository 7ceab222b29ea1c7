"""Gives chains to headlines, and chains without one to the article that they belong to, or to none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from kgnews.articles.draft import DECK, Draft, bond_at, is_headless, is_open, may_follow, opens, quote_fit
from kgnews.articles.limits import LIMITS
from kgnews.articles.seams import likely_pairs, seam
from kgnews.articles.topics import Matrix

# A headline tells what the first paragraphs say.
LEAD = 4


@dataclass
class Story:
    """An article in the making: its headline if known, and its chains in order."""

    head: int | None
    chains: list[list[int]] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """All its blocks, the headline included."""
        found = [index for chain in self.chains for index in chain]
        return found if self.head is None else [self.head, *found]


@dataclass
class Loose:
    """A chain that could not be placed, and the stories that it fits best (indices, best first)."""

    chain: list[int]
    candidates: list[int]


def place(draft: Draft) -> tuple[list[Story], list[Loose]]:
    """Stories in the order of the page, and what is left over."""
    _loosen(draft)
    _give_heads(draft)
    _find_beginnings(draft)
    stories = [Story(head) for head in draft.heads if head not in draft.copies]
    of_head = {story.head: story for story in stories}
    rest: list[list[int]] = []
    for chain in draft.chains():
        if chain[0] in draft.head:
            of_head[draft.head[chain[0]]].chains.append(chain)
        elif _opens(draft, chain):
            stories.append(Story(None, [chain]))
        else:
            rest.append(chain)
    loose = _attach(draft, stories, rest)
    stories += [Story(None, [item.chain]) for item in loose if _stands_alone(draft, item.chain)]
    loose = [item for item in loose if not _stands_alone(draft, item.chain)]
    _move_tails(draft, stories)
    stories = [story for story in stories if story.chains or story.head is not None]
    return stories, loose


def _stands_alone(draft: Draft, chain: list[int]) -> bool:
    """Whether a chain that fits no story is one of its own that lost its headline: long, and begun as texts begin."""
    return not is_headless(draft.blocks[chain[0]]) and float(draft.weight(chain).sum()) >= LIMITS.alone


def _loosen(draft: Draft) -> None:
    """Gives up links of texts that are not about the same; ``_attach`` restores those that nothing else claims."""
    for index in [index for index in draft.after if index not in draft.sure]:
        sizes = draft.weight([index]).sum(), draft.weight([draft.after[index]]).sum()
        if min(sizes) >= LIMITS.telling and bond_at(draft, index) < LIMITS.weak:
            draft.unlink(index)


def _opens(draft: Draft, chain: list[int]) -> bool:
    """Whether a chain begins as articles do, a second headline or two passed over."""
    return any(opens(draft.blocks[index]) for index in chain[:3] if index == chain[0] or len(draft.blocks[chain[0]].text) <= DECK)


def _give_heads(draft: Draft) -> None:
    """Headlines to the chains that may begin an article: the one below, or by its words one farther away; the sure ones first."""
    heads = [head for head in draft.heads if head not in draft.copies]
    chains = [chain for chain in draft.chains() if not is_headless(draft.blocks[chain[0]])]
    draft.head.clear()
    for least in (0.8, 0.5, 0.5):
        heads = [head for head in heads if head not in draft.head.values()]
        chains = [chain for chain in chains if chain[0] not in draft.head]
        if not heads or not chains:
            return
        chances = likely_pairs(_head_odds(draft, heads, chains))
        for row, column in np.argwhere(chances >= least).tolist():
            draft.head[chains[column][0]] = heads[row]


def _head_odds(draft: Draft, heads: list[int], chains: list[list[int]]) -> Matrix:
    contexts = np.vstack([draft.weight([head]) for head in heads])
    pieces = np.vstack([draft.weight(chain[:LEAD]) for chain in chains])
    like = draft.topics.likeness(pieces, contexts).T / np.sqrt(contexts.sum(axis=1, keepdims=True) + 5)
    odds: Matrix = LIMITS.head_topic * (like - like.mean(axis=1, keepdims=True)) - LIMITS.head_bias
    for column, chain in enumerate(chains):
        for row, head in enumerate(heads):
            odds[row, column] += LIMITS.head_near * (draft.under.get(chain[0]) == head)
        odds[:, column] += LIMITS.head_lead * _opens(draft, chain)
    return odds


def _find_beginnings(draft: Draft) -> None:
    """A headline that is left without a text may have it inside a chain, behind the end of a paragraph."""
    for head in draft.heads:
        if head in draft.copies or head in draft.head.values():
            continue
        context = draft.weight([head])
        size = float(np.sqrt(context.sum() + 5))
        best, place = LIMITS.inside, None
        for chain in draft.chains():
            for cut in range(1, len(chain)):
                if chain[cut - 1] in draft.sure:
                    continue
                before, after = draft.weight(chain[:cut]), draft.weight(chain[cut:])
                gain = draft.topics.likeness(after, context)[0, 0] - draft.topics.likeness(before, context)[0, 0]
                if gain / size > best:
                    best, place = gain / size, (chain[cut - 1], chain[cut])
        if place:
            draft.unlink(place[0])
            draft.head[place[1]] = head


def _move_tails(draft: Draft, stories: list[Story]) -> None:
    """Where, at the end of a paragraph, another story's text begins, the tail is moved to that story."""
    for _ in range(len(stories)):
        weights = np.vstack([draft.weight(story.rows) for story in stories])
        moves = [move for number, story in enumerate(stories) for move in _moves(draft, story, number, weights)]
        if not moves:
            return
        _gain, number, first, target = max(moves)
        story = stories[number]
        place = next(i for i, chain in enumerate(story.chains) if first in chain)
        chain = story.chains[place]
        cut = chain.index(first)
        story.chains[place : place + 1] = [chain[:cut]]
        draft.unlink(chain[cut - 1])
        _insert(draft, stories[target], chain[cut:])


def _moves(draft: Draft, story: Story, number: int, weights: Matrix) -> Iterator[tuple[float, int, int, int]]:
    """(gain, number of the story, first block of the tail, number of the other story) for tails that fit better elsewhere."""
    for chain in story.chains:
        for cut in range(1, len(chain)):
            if chain[cut - 1] in draft.sure:
                continue
            tail = draft.weight(chain[cut:])
            contexts = weights.copy()
            contexts[number] -= tail[0]
            if contexts[number].sum() < LIMITS.split_rest:
                continue
            like = draft.topics.likeness(contexts, tail)[:, 0] / np.sqrt(tail.sum() + LIMITS.split_size)
            own = float(like[number])
            like[number] = -1
            best = int(like.argmax())
            if like[best] - own > LIMITS.split:
                yield float(like[best] - own), number, chain[cut], best


def _attach(draft: Draft, stories: list[Story], rest: list[list[int]]) -> list[Loose]:
    """The clearest chain first, because what it brings helps to place the next; where none is clear, chains find each other."""
    groups = [Story(None, [chain]) for chain in rest]
    known = np.zeros((len(stories), len(groups)))
    while groups and stories:
        known = _group_likeness(draft, stories, groups)
        ranked = np.sort(known, axis=0)
        margins = ranked[-1] - (ranked[-2] if len(stories) > 1 else 0)
        margins[ranked[-1] < LIMITS.attach] = -1
        best = int(margins.argmax())
        if margins[best] >= LIMITS.margin:
            home, group = stories[int(known[:, best].argmax())], groups[best]
        else:
            pair = _nearest_pair(draft, groups, ranked[-1])
            if pair is None:
                break
            home, group = pair
        for chain in group.chains:
            _insert(draft, home, chain)
        groups = [other for other in groups if other is not group]
    return [
        Loose(chain, [int(k) for k in np.argsort(-known[:, i], kind="stable")[:3]])
        for i, group in enumerate(groups)
        for chain in group.chains
    ]


def _nearest_pair(draft: Draft, groups: list[Story], best: Matrix) -> tuple[Story, Story] | None:
    """Two groups of chains that are liker to each other than either is to any story (``best``)."""
    like = _group_likeness(draft, groups, groups)
    like = np.minimum(like - best, (like - best).T)
    np.fill_diagonal(like, -1e9)
    row, column = np.unravel_index(int(like.argmax()), like.shape)
    if like[row, column] < LIMITS.merge:
        return None
    return groups[min(row, column)], groups[max(row, column)]


def _group_likeness(draft: Draft, homes: list[Story], groups: list[Story]) -> Matrix:
    """Row i, column j: how like the chains of group j are to home i, the longer ones counting more."""
    columns = []
    for group in groups:
        sizes = np.sqrt([draft.weight(chain).sum() + 30 for chain in group.chains])
        columns.append(_story_likeness(draft, homes, group.chains) @ sizes / sizes.sum())
    return np.stack(columns, axis=1)


def _story_likeness(draft: Draft, stories: list[Story], chains: list[list[int]]) -> Matrix:
    """Row i, column j: how like chain j is to story i; a story that is only a headline is judged by the words of the headline."""
    contexts = np.vstack([draft.weight(story.rows) for story in stories])
    pieces = np.vstack([draft.weight(chain) for chain in chains])
    like = draft.topics.likeness(contexts, pieces) / np.sqrt(pieces.sum(axis=1) + 30)
    for column, chain in enumerate(chains):
        for row, story in enumerate(stories):
            beside = any(_is_beside(draft, own[-1], chain[0]) for own in story.chains)
            like[row, column] += LIMITS.beside * beside
            like[row, column] += LIMITS.seam * _seam_of(draft, story, chain)
            like[row, column] += LIMITS.under * (story.head is not None and draft.under.get(chain[0]) == story.head)
    bare = [i for i, story in enumerate(stories) if not story.chains]
    if bare:
        heads = contexts[bare]
        words = draft.topics.likeness(pieces, heads).T / np.sqrt(heads.sum(axis=1, keepdims=True) + 5)
        like[bare] = np.maximum(like[bare], LIMITS.bare * words)
    return np.asarray(like)


def _is_beside(draft: Draft, first: int, second: int) -> bool:
    """Whether a chain stands right below another on the page and nowhere else, and may go on there."""
    first_text, second_text = draft.blocks[first].text, draft.blocks[second].text
    alone = (first, second) in draft.near and sum(other == second for _, other in draft.near) == 1
    return alone and may_follow(draft.blocks[first], draft.blocks[second]) and quote_fit(first_text, second_text) >= 0


def _seam_of(draft: Draft, story: Story, chain: list[int]) -> float:
    """How well a chain goes on at the best of a story's open ends: log odds above what may be chance."""
    ends = [own[-1] for own in story.chains if is_open(draft.blocks[own[-1]])]
    return max((min(6.0, max(0.0, 2.0 + seam(draft, end, chain[0]))) for end in ends), default=0.0)


def _insert(draft: Draft, story: Story, chain: list[int]) -> None:
    """Behind its neighbour on the page, joined to the story's open end that it fits, else in the order of the page."""
    for i, own in enumerate(story.chains):
        if _is_beside(draft, own[-1], chain[0]):
            story.chains.insert(i + 1, chain)
            return
    ends = [i for i, own in enumerate(story.chains) if is_open(draft.blocks[own[-1]])]
    if ends:
        best = max(ends, key=lambda i: seam(draft, story.chains[i][-1], chain[0]))
        end = story.chains[best][-1]
        if seam(draft, end, chain[0]) >= LIMITS.join:
            draft.link(end, chain[0])
            draft.sure.add(end)
            story.chains[best] = story.chains[best] + chain
            return
        if len(ends) == 1 and is_headless(draft.blocks[chain[0]]):
            story.chains.insert(best + 1, chain)
            return
    place = 1 if story.chains and (story.chains[0][0] in draft.head or _opens(draft, story.chains[0])) else 0
    while place < len(story.chains) and story.chains[place][0] < chain[0]:
        place += 1
    story.chains.insert(place, chain)
