"""Japanese names of four or five characters (横仓义武)."""

from __future__ import annotations

from kgnews.annotate.names.model import HAN, Names

_JAPANESE_LAST = frozenset(
    "郎子一二三介也夫雄美文惠宏之彦树人治司男平明哉佑太斗真香奈代江义武胜隆浩博诚健进茂清昭幸光俊广正和行成吉造助辅登藏"
    "纪敏弘英信直孝哲久昌繁勇翔辉希绫織沙未利晃滋贵充祐悟淳芳裕贞仁则规彰毅聪肇宽豪崇隼律力"
)


def japanese_end(names: Names, norm: str, at: int, stop: int) -> int:
    """The end of a Japanese name of four or five characters at ``at``, or ``at``."""
    for size in (3, 2):
        if norm[at : at + size] not in names.japanese:
            continue
        for given in (2, 3) if size == 2 else (1, 2):
            end = at + size + given
            if end <= stop and _given(names, norm, at + size, end) and names.behind(norm, end) + names.crossing(norm, end) >= 0.5:
                return end
    return at


def japanese_surname(names: Names, form: str) -> tuple[str, ...]:
    """The surname of a Japanese name of four or five characters, by which it is told later on (小池百合子, 小池); else nothing."""
    size = next((size for size in (3, 2) if form[:size] in names.japanese and 4 <= len(form) <= 5 and len(form) > size), 0)
    return (form[:size],) if size else ()


def _given(names: Names, norm: str, start: int, end: int) -> bool:
    text = norm[start:end]
    if end - start == 3 and text[1:] not in ("太郎", "一郎", "次郎", "二郎", "三郎", "之介", "之助", "之辅", "美子", "纪子"):
        return False
    if end - start == 2 and (text in names.words or norm[start : start + 2] in names.followers):
        return False
    return all(HAN.match(one) for one in text) and text[-1] in _JAPANESE_LAST
