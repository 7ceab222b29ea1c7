"""Names of persons: how long the name is that begins or ends at a place, and how likely it is one at all.

The score is a sum of log-likelihood ratios (characters in given names against characters in ordinary words) and of what
stands behind the name; above 0 a name is likelier than not, given that a title stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log

from kgnews.annotate.base.tables import words
from kgnews.annotate.names.native import NativeNames
from kgnews.expressions import expression
from kgnews.schema.terms import Terms

HAN = expression(r"[\u3400-\u9fff]")
_LATIN = expression(r"[A-Z][a-z'’\-]+(?:[ ·][A-Z]\.?(?=[ ·])|[A-Z]\.(?=[A-Z]))*(?:[ ·\-]?[A-Z][A-Za-z'’]*[a-z]){1,3}")
_INITIALS = expression(r"(?:(?:Dr|Mr|Ms|Prof)\.? ?)(?:[A-Z]\. ?)*[A-Z][a-z]+(?:[ \-]?[A-Z][a-z]+)*")
_PARTS = expression(r"(?:[\u3400-\u9fff]{1,8}|[A-Z]\.?)(?:(?:[·\-－﹒･]{1,2}[ ]?|—(?!—))(?:[\u3400-\u9fff]{1,8}|[A-Z]\.?))+")
_KIN = expression(r"之[子女妻夫父母弟妹兄姐孙侄][·\-－—]")
_PAUSES = frozenset("，。、；：）")
_STOPS = frozenset("，。！？；：、（）“”《》〈〉【】 \n…—\"'()[]/|｜·>")
# Words of one character that follow a name; the second group also ends given names, so it shows less.
_AFTER_STRONG = frozenset("墓却称于的了在与和及等说率将已也还曾就到被让给是由把很又都并")
_AFTER_WEAK = frozenset("未所道发很多指认坦透告呼带对向为任以从同出赴来主致作做前后因今昨上下参会带走用要则并便获摄同当获去")
# 副省长甲、书记刘洪都、: an adverb or preposition with a pause behind it is the end of the name.
_NO_PAUSE = frozenset("于在与和及率将也还曾就到被让给由把又都并")
NOT_LAST = frozenset("率等偕携以向对为从同就因于到把被则并且已均再即未曾也又却仅只还可能会请让称将还所")
_CAREER = ("屈居", "曾任", "任命", "时任", "曾在", "曾经", "任职", "任教", "任期", "曾是", "曾为")
_PREPOSITIONS = frozenset("向于应时由对任从")
_SELDOM_LAST = frozenset("后前时中上下不")
# Words that are frequent given names too, though made of characters that are not (胡和平).
_GIVEN_WORDS = frozenset({"和平"})
# 秦安市, 陈仓镇: with a surname in front, places look like names.
_PLACE_LAST = {"市": -9.0, "县": -9.0, "省": -9.0, "镇": -2.0, "乡": -2.0, "村": -2.0}
_NEVER = frozenset("副的了在与和及或等说称是被把将已也还曾就到给让很又都们这那其者我你他她它个")


class Names:
    """The likelihoods, read once from the lists of surnames, given characters and ordinary words."""

    def __init__(self, terms: Terms) -> None:
        self.native = NativeNames(terms)
        self.surnames = {name: float(share or 0.01) for name, share in words(terms, "surnames").items()}
        for name in words(terms, "rare_surnames"):
            self.surnames.setdefault(name, 0.01)
        self.married = frozenset(name for name, share in self.surnames.items() if share >= 0.1 and len(name) == 1)
        for word in ("和", "与", "及", "由", "等", "第", "不", "是", "在", "了", "将", "被", "有", "从", "为", "之", "访", "到"):
            self.surnames.pop(word, None)
        self.given = {key: _ratios(value) for key, value in words(terms, "given_chars").items()}
        self.rare = frozenset(key for key, value in words(terms, "given_chars").items() if float(value.split()[-1]) < 0.15)
        self.words = words(terms, "common_words")
        self.name_words = words(terms, "name_words")
        mistaken = words(terms, "not_names")
        self.never = frozenset(word for word, mark in mistaken.items() if mark != "s")
        self.seldom = frozenset(mistaken) - self.never
        self.never |= frozenset(words(terms, "countries"))  # 乌克兰表示, 对卢旺达进行访问
        self.followers = frozenset(words(terms, "name_followers"))
        self.follower_starts = frozenset(word[0] for word in self.followers)
        self.given_names = frozenset(words(terms, "given_names"))
        self.japanese = frozenset(words(terms, "japanese_surnames"))
        foreign = {key: log(float(value or 2)) for key, value in words(terms, "translit_chars").items()}
        for one in words(terms, "translit_more"):
            foreign.setdefault(one, 1.8)
        self.foreign = foreign
        self.heads = frozenset(words(terms, "heads_of_state"))
        self.transliterated = frozenset(words(terms, "transliterations"))

    def surname_at(self, norm: str, at: int) -> int:
        """The length of the surname at ``at``, 0 for none."""
        if norm[at : at + 2] in self.surnames and len(norm[at : at + 2]) == 2:
            return 2
        return 1 if norm[at : at + 1] in self.surnames else 0

    def given_score(self, given: str) -> float:
        """How much likelier the one or two characters are in a given name than in ordinary text (log)."""
        if len(given) == 1:
            return self.given.get(given, _NONE)[2]
        first, second = (self.given.get(one, _NONE) for one in given)
        return first[0] + second[1]

    def name_score(self, name: str, surname: int, abroad: bool = False) -> float:
        """The score of the characters alone; ``abroad``: of a Korean, say, whose name may hold 在 or 与."""
        given = name[surname:]
        if name.startswith(_CAREER) or name in self.never:
            return -9.0
        if not 0 < len(given) < 3 or min(name) < "\u3400" or max(name) > "\u9fff":
            return -9.0
        if given in _GIVEN_WORDS:
            return 1.0
        if any(one in _NEVER and not (abroad and one in "在与") for one in given) and not self._middle(given):
            return -9.0
        share = self.surnames.get(name[:1] if len(name) == 4 and name[:2] not in self.surnames else name[:surname], 0.01)
        placed = _PLACE_LAST.get(given[-1], 0.0) if len(given) == 2 and not abroad else 0.0
        if placed <= -9.0:
            return placed
        if name in self.seldom:
            return -0.4 if share >= 0.1 else -1.2  # the characters are those of a word; a title must make up for it
        score = (
            placed + (0.8 if share >= 0.1 else 0.0 if share > 0.02 else -0.7) + max(-3.0, min(2.0, self.given_score(given) * 0.6))
        )
        if surname == 2 and name[:2] in self.surnames:
            score += 1.5
        if len(given) == 2 and given[1] in NOT_LAST:
            score -= 1.5
        elif len(given) == 2 and given[1] in _SELDOM_LAST:
            score -= 0.6
        if name in self.name_words or name in self.words:
            score -= 2.5
        elif given in self.words:
            score -= (1.2 if abroad else 2.2) if name[0] not in _PREPOSITIONS else 9.0  # 阿里总统|向中方
        elif name[:2] in self.words and surname == 1:
            score -= 1.0 if given[-1] not in _SELDOM_LAST else 3.0  # 国王|来访时
        if len(name) == 4 and (
            name[:2] in self.words or name[2:] in self.words or name[1:3] in self.words or name[0] in "向于任应时"
        ):
            score -= 3.0
        return score

    def _middle(self, given: str) -> bool:
        """又侠, 曾南: an adverb between a surname and a character that is frequent in given names and no word with it."""
        if len(given) != 2 or given[0] not in "又曾" or given in self.words or given in self.followers or given[1] in _NEVER:
            return False
        return self.given.get(given[1], _NONE)[1] > 0.0

    def behind(self, norm: str, at: int) -> float:
        """How much what stands at ``at`` looks like the end of a name before it."""
        if at >= len(norm):
            return 1.5
        one = norm[at]
        if one in _STOPS:
            return 1.5
        if not "\u3400" <= one <= "\u9fff":
            return 1.0
        if one in self.follower_starts:
            for length in (4, 3, 2):
                if norm[at : at + length] in self.followers and len(norm[at : at + length]) == length:
                    return 1.8
        if one in _NO_PAUSE and norm[at + 1 : at + 2] in _PAUSES:
            return -1.0
        score = 1.2 if one in _AFTER_STRONG else 0.5 if one in _AFTER_WEAK else 0.0
        if not score:
            score -= 0.4
            # A character that is frequent in names and rare in words rather goes on with the name.
            ratio = self.given.get(one, _RARE)[1]
            score -= 1.6 if ratio > 8.0 or one in self.rare else 0.8 if ratio > 1.0 else 0.0
            score -= 1.6 if self.foreign.get(one, 0.0) > 3.0 else 0.0
        ahead = norm[at : at + 2] in self.words and norm[at + 1 : at + 3] not in self.followers  # 建|一回应: no 一回
        return max(score, 0.0) + 1.0 if ahead else score

    def crossing(self, norm: str, at: int) -> float:
        """A penalty where an ordinary word, or one that follows names (英拉|通电话), stands across ``at``."""
        if norm[at - 1 : at + 2] in self.followers or norm[at - 1 : at + 1] in self.followers:
            return -2.5
        return -1.5 if norm[at - 1 : at + 1] in self.words else 0.0

    def foreign_end(self, norm: str, at: int, stop: int) -> int:
        """The end of the run of transliteration characters from ``at``."""
        end = at
        while end < stop:
            if norm[end] not in self.foreign and not self._bridge(norm, at, end, stop):
                break
            end += 1
        return end

    def _bridge(self, norm: str, at: int, here: int, stop: int) -> bool:
        """One character that is rare in such names, between two and two that are not (马特维延科)."""
        one = norm[here]
        if (here - at < 2 and not (norm[at] in "姆恩" and here - at == 1)) or here + 1 >= stop or not HAN.match(one):
            return False  # 姆|南|加古瓦 begins as no word does
        if one in _AFTER_STRONG or one in _AFTER_WEAK or one in _NEVER:
            return False
        if norm[here - 1] not in self.foreign or norm[here : here + 2] in self.words or norm[here : here + 2] in self.followers:
            return False
        return norm[here + 1] in self.foreign and (
            here + 2 >= stop or here - at == 1 or self.foreign.get(norm[here + 1], 0) > 2.3
        )


_RARE = (9.0, 9.0, 9.0)
_NONE = (0.3, 0.3, 0.0)  # a character that is rare in words and names alike


def _ratios(value: str) -> tuple[float, float, float]:
    first, second, single, common = (float(part) for part in value.split())
    base = common + 1.0
    return log((first + 0.5) / base), log((second + 0.5) / base), log((single + 0.5) / base)


def chinese_after(
    names: Names,
    norm: str,
    at: int,
    stop: int,
    whole: str,
    behind: Callable[[int], float],
    abroad: bool = False,
    tagged: int = -1,
) -> tuple[int, float]:
    """End and score of the Chinese name at ``at``; ``whole`` is the article, for how the same characters go on elsewhere.

    ``behind``: how much a place looks like the end of a name; ``tagged``: where the tagger ends a name that begins there.
    """
    best, best_score = at, -99.0
    surname = names.surname_at(norm, at)
    if not surname:
        return best, best_score
    options = [surname + 1, surname + 2]
    if surname == 2:
        options.append(2)
    if norm[at] in names.married and norm[at + 1 : at + 2] in names.married:
        options.append(4)  # a married name of two surnames: 林郑月娥
    for length in options:
        end = at + length
        if end > stop:
            continue
        name = norm[at:end]
        kind = 1 if surname == 2 and length == 2 else 2 if length == 4 and surname == 1 else surname
        if (
            name[-1] in "和都"
            and length > surname + 1
            and (norm[end : end + 1] in _PAUSES or (abroad and names.behind(norm, end) >= 1.5))
        ):
            name = name[:-1] + "河"  # 原副主任刘玉和，: no 和 between two things stands before a mark
        crossed = names.crossing(norm, end)
        if crossed == -1.5 and names.behind(norm, end) >= 1.8:
            crossed = -0.4  # 徐建一|回应
        if length == surname + 1 and norm.startswith("正在", end - 1):
            crossed = 0.0  # 国家副主席韩|正在: the word across would leave nothing but a surname
        score = names.name_score(name, kind, abroad) + behind(end) + crossed
        score += (0.0, 0.0, 0.0, 0.4, -0.8)[min(length, 4)] if surname == 1 else 0.0
        if end == tagged and name[-1] not in NOT_LAST:
            score += 1.0 if behind(end) > 0 else 0.3
        elif tagged - at == 3 and length == 4:
            score -= 1.5  # 张文君|刚
        if score > best_score:
            best, best_score = end, score
    return _by_article(norm, at, best, best_score, whole, surname, stop)


# A name is asked for wherever it stands; a long article must not be searched as often.
@lru_cache(maxsize=2000)
def _times(whole: str, part: str) -> int:
    return whole.count(part)


@lru_cache(maxsize=500)
def _followers(whole: str, part: str) -> int:
    """How many different characters stand behind the part."""
    found: set[str] = set()
    at = whole.find(part)
    while at >= 0:
        at += len(part)
        found.add(whole[at : at + 1])
        at = whole.find(part, at)
    return len(found)


def _by_article(norm: str, at: int, best: int, score: float, whole: str, surname: int, stop: int) -> tuple[int, float]:
    """Other places of the article decide the length: a longer string that always goes on alike, or a shorter that does not."""
    name = norm[at:best]
    length = best - at
    if length == surname + 1 and best < stop and HAN.match(norm[best]) and norm[best] not in _NEVER:
        longer = _times(whole, norm[at : best + 1])
        if (
            longer >= 2
            and longer == _times(whole, name)
            and norm[best : best + 2] not in ("表示", "强调", "指出", "介绍", "主持", "出席")
            and _followers(whole, norm[at : best + 1]) > 1
        ):
            return best + 1, score + 1
    elif length == surname + 2:
        shorter = name[:-1]
        if score < 2.5 and _times(whole, name) == 1 and _times(whole, shorter) > 1:
            return best - 1, score
    return best, score


def parts_at(norm: str, at: int, stop: int) -> int:
    """The end of a name in parts (拉里·库德罗, 艾克拜尔·吾甫尔, Larry Kudlow) at ``at``, or ``at``."""
    match = _PARTS.match(norm, at, stop)
    if match and _KIN.search(match[0]):
        return at  # 扎尔达里之子--比拉瓦尔·扎尔达里
    match = match or _INITIALS.match(norm, at, stop) or _LATIN.match(norm, at, stop)
    return match.end() if match else at
