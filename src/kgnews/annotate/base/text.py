"""Characters, words and sentences: normalisation that keeps the length, tokens with parts of speech, sentence bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

import rjieba

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table, words
from kgnews.expressions import expression
from kgnews.records import Article, Span
from kgnews.schema.terms import Terms

# One sentence ends at 。！？ or a line break; a closing quote or bracket right behind belongs to it. A full-width or
# half-width semicolon does not end one: 甲主办；乙承办 is read as a whole.
_END = expression(r"[。！？!?\n](?:(?<!\n)[。！？!?]*[”’」』）)]*)?")  # one class first: then re looks for it alone
# 人民法院|对沧浦市: the tagger takes a preposition into the name of a place that it does not know.
_LEADS = "对在由被把给至往赴"
_UNITS = "省市县区州旗镇乡村"
# Importing rjieba loads a dictionary (0.1 s); the first tagger takes that one.
_SPARE: list[Any] = [rjieba.tag.__self__]  # type: ignore[attr-defined]
# No sentence of the news is longer. What is goes in pieces, so that no step meets a whole text without full stops.
_LONGEST = 2000
_PIECE = 5000  # characters that the tagger is given at least
_KEPT_WIDE = "，！？；：（）"  # patterns are written with the full-width forms


def translation(traditional: Mapping[str, str]) -> dict[int, int]:
    """The table for ``str.translate``: traditional to simplified, full-width letters and digits to half-width."""
    wide = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_WIDE}
    same = {ord(key): ord(value) for key, value in traditional.items()}
    quotes = {ord(a): ord(b) for a, b in zip("「」『』｢｣﹁﹂", "“”“”“”“”", strict=True)}
    marks = {ord(a): ord(b) for a, b in zip(",;:()•‧・∙⋅．\u3000\xa0\t\u200b", "，；：（）·····.    ", strict=True)}
    return wide | same | quotes | marks


def normaliser(terms: Terms) -> Callable[[str], str]:
    """A function that normalises a text and keeps its length."""
    characters = translation(words(terms, "traditional"))
    # One set of characters is looked up ten times as fast as each character in a table, and most texts have few of them.
    other = re.compile(f"[{re.escape(''.join(map(chr, characters)))}]+")
    dotted = _lost_dot(terms)
    return lambda text: _between_digits(other.sub(lambda match: match[0].translate(characters), dotted(text)))


def _lost_dot(terms: Terms) -> Callable[[str], str]:
    """A function that gives names their mark back where it became a question mark: 唐纳德?特朗普."""
    letters = "".join(re.escape(one) for name in ("translit_chars", "translit_more") for one in words(terms, name))
    if not letters:
        return lambda text: text
    lost = re.compile(rf"(?<=[{letters}]{{2}})\?(?=[{letters}]{{2}})")
    return lambda text: lost.sub("·", text) if "?" in text else text


_IN_NUMBER = expression(r"([，：])(?<=\d[，：])(?=\d)")


def _between_digits(text: str) -> str:
    """Commas and colons inside numbers (1,000; 10:30) stay half-width, so that they part nothing."""
    return _IN_NUMBER.sub(lambda match: "," if match[1] == "，" else ":", text) if "，" in text or "：" in text else text


def sentence_spans(norm: str) -> list[Span]:
    """The sentences of a text, without the blanks around them."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(norm):
        _add(spans, norm, start, match.end())
        start = match.end()
    _add(spans, norm, start, len(norm))
    return spans


def _add(spans: list[Span], norm: str, start: int, end: int) -> None:
    if start < end and (norm[start].isspace() or norm[end - 1].isspace()):
        piece = norm[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
    while end - start > _LONGEST:
        cut = max(norm.rfind(mark, start, start + _LONGEST) for mark in "；，、 ") + 1 or start + _LONGEST
        spans.append(Span(start, cut))
        start = cut
    if start < end:
        spans.append(Span(start, end))


def _tagger(terms: Terms) -> Callable[[str], list[tuple[str, str]]]:
    """The tagger with the words that jieba's dictionary lacks: ``words.txt``, each with its part of speech."""
    tagger = _SPARE.pop() if _SPARE else rjieba.Jieba()
    for source in ("bodies", "international_bodies", "universities"):
        for word in words(terms, source):
            if len(word) > 2:
                tagger.add_word(word, 20_000, "nt")
    for word in words(terms, "divisions"):
        if len(word) > 2 and not rjieba.has_word(word):
            tagger.add_word(word, 3000, "ns")  # 横州市: younger than the tagger's dictionary
    for word, tag in words(terms, "words").items():
        tagger.add_word(word, 100_000 if len(word) > 1 else 1000, tag or "n")
    tag_text: Callable[[str], list[tuple[str, str]]] = tagger.tag
    return tag_text


def _passage(where: str, raw: str, norm: str, tag: Callable[[str], list[tuple[str, str]]]) -> Passage:
    passage = Passage(where, raw, norm, sentences=sentence_spans(norm))
    lengths: list[int] = []
    for piece in _pieces(norm):
        words, parts = map(list, zip(*tag(piece), strict=True))
        for at in [at for at, part in enumerate(parts) if part == "ns"][::-1]:
            word = words[at]
            if word[0] in _LEADS and len(word) > 2 and word[-1] in _UNITS and not rjieba.has_word(word):
                words[at : at + 1] = word[0], word[1:]
                parts[at : at + 1] = "p", "ns"
        lengths.extend(map(len, words))
        passage.tags.extend(parts)
    passage.ends = list(accumulate(lengths))
    passage.starts = [0, *passage.ends[:-1]] if passage.ends else []
    passage.word_at = dict(zip(passage.starts, range(len(lengths)), strict=True))
    return passage


def _pieces(norm: str) -> Iterator[str]:
    """A text in pieces of some paragraphs: no word goes across a line, and a book's worth of words at once takes longer."""
    start = 0
    while (end := norm.find("\n", start + _PIECE) + 1) > 0:
        yield norm[start:end]
        start = end
    if start < len(norm):
        yield norm[start:]


def read(article: Article, terms: Terms) -> Document:
    """The working document of an article: title and text normalised, cut into words and sentences."""
    normal, tag = table(terms, normaliser), table(terms, _tagger)
    passages = tuple(_passage(where, raw, normal(raw), tag) for where, raw in (("title", article.title), ("text", article.text)))
    return Document(article, terms, passages)
