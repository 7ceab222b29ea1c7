"""Pinyin of names, computed when the page is written, so that the page finds 王伟 by wangwei and ww."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

# Surnames that are read otherwise than as a word; pypinyin gives the word's reading.
_SURNAMES = {
    entry[0]: entry[1:]
    for entry in str.split(
        "单shan 解xie 曾zeng 仇qiu 区ou 查zha 任ren 朴piao 盖ge 华hua 繁po 员yun 乐yue 黑he 重chong "
        "缪miao 纪ji 尉wei 燕yan 宁ning 折she 种chong 召shao 翟zhai 覃qin 洗xian 冼xian 逄pang 乜nie"
    )
}
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LIMIT = 24


def han(name: str) -> str:
    """The Han characters that are read: of the first 48 characters, at most 24."""
    return "".join(_HAN.findall(name[: _LIMIT * 2]))[:_LIMIT]


def pinyin(name: str, *, person: bool) -> str:
    """Syllables of the Han characters of ``name`` joined by spaces, without tones; "" where there are none.

    Only the first 24 characters are read: nobody types more, and hostile names are longer.
    """
    from pypinyin import lazy_pinyin

    characters = han(name)
    if not characters:
        return ""
    syllables = [str(syllable).replace("ü", "v") for syllable in lazy_pinyin(characters, errors="ignore")]
    if person and syllables and characters[0] in _SURNAMES:
        syllables[0] = _SURNAMES[characters[0]]
    return " ".join(syllables)


def readings(names: Iterable[tuple[str, bool]]) -> dict[str, dict[str, str]]:
    """The pinyin of many names (name, whether a person's): ``table`` by character, ``other`` by position where it differs.

    A third of the size of all of them written out.
    """
    every = [(han(name), pinyin(name, person=person)) for name, person in names]
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for characters, read in every:
        for character, syllable in zip(characters, read.split(), strict=False):
            seen[character][syllable] += 1
    table = {character: min(count, key=lambda one: (-count[one], one)) for character, count in sorted(seen.items())}
    other = {
        str(at): read
        for at, (characters, read) in enumerate(every)
        if read != " ".join(table.get(character, "") for character in characters)
    }
    return {"table": table, "other": other}
