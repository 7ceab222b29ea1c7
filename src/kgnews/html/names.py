"""Pinyin of names, computed when the page is written, so that the page finds 王伟 by wangwei and ww."""

from __future__ import annotations

import re

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


def pinyin(name: str, *, person: bool) -> str:
    """Syllables of the Han characters of ``name`` joined by spaces, without tones; "" where there are none.

    Only the first 24 characters are read: nobody types more, and hostile names are longer.
    """
    from pypinyin import lazy_pinyin

    han = "".join(_HAN.findall(name[: _LIMIT * 2]))[:_LIMIT]
    if not han:
        return ""
    syllables = [str(syllable).replace("ü", "v") for syllable in lazy_pinyin(han, errors="ignore")]
    if person and syllables and han[0] in _SURNAMES:
        syllables[0] = _SURNAMES[han[0]]
    return " ".join(syllables)
