"""Reads patterns: from the words of an analyst to the tree of ``syntax``. docs/rules.md is the reference of the language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from kgnews.rules.regex import literals
from kgnews.rules.syntax import Anchor, Chars, Choice, Gap, Literal, Maybe, Node, Number, Refusal, Sequence, Slot, Test, Words
from kgnews.schema.source import suggest

# Sentences are read with full-width marks, so patterns may be written with either.
MARKS = str.maketrans(",;:", "，；：")
# What the text says in brackets is matched by \( and \) or （ and ）.
_ESCAPED = {"(": "（", ")": "）", "!": "！", "s": " "}
INTRINSIC = ("generic", "named", "inferred", "doubtful", "posts")
_GAP = re.compile(r"(……|\.\.\.\.|…|\.\.)(\d{1,4})?")
_GAP_LIMIT = {"…": 15, "..": 15, "……": 40, "....": 40}
_SLOT = re.compile(r"\{\s*(\w*)\s*([:=]?)")
_LABEL = re.compile(r"\s*([A-Z][A-Za-z]*)\s*((?:#!?\w+\s*)*)$")
_TEXT = re.compile(r"\s*(text|quoted)\s*(?:\((\d{1,2})\s*,\s*(\d{1,2})\))?\s*$")
_PLAIN = re.compile(r"[^(){}\[\]|?@#^$!<….\\\s+*]+")  # what can be nothing but words
_SPECIAL = set("(){}[]|?@#^$!<…\\")
MAX_DEPTH, MAX_GAP = 20, 200


class PatternError(ValueError):
    """A pattern that cannot be read: what is wrong, at which character (from 0), and a hint."""

    def __init__(self, message: str, position: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.position, self.hint = message, position, hint


@dataclass(frozen=True)
class Vocabulary:
    """What a pattern may name: labels, tags, macros (name to pattern)."""

    labels: frozenset[str]
    tags: frozenset[str]
    macros: Mapping[str, str]
    parsed: dict[str, Node] = field(default_factory=dict)
    patterns: dict[str, Node] = field(default_factory=dict)  # many rules have the same negative contexts
    tests: dict[str, Test] = field(default_factory=dict)  # by how they are written
    open: list[str] = field(default_factory=list)

    def macro(self, name: str) -> Node:
        """The tree of a macro, read once. A macro that uses itself is refused."""
        if name in self.open:
            raise PatternError(f"macro @{name} uses itself: {' → '.join([*self.open, name])}", 0)
        if name not in self.parsed:
            self.open.append(name)
            try:
                self.parsed[name] = parse(self.macros[name], self)
            except PatternError as error:
                raise PatternError(f"in macro @{name}: {error.message}", error.position, error.hint) from None
            finally:
                self.open.pop()
        return self.parsed[name]


def parse(pattern: str, vocabulary: Vocabulary) -> Node:
    """The tree of a pattern; PatternError with the place of the fault."""
    if pattern not in vocabulary.patterns:
        vocabulary.patterns[pattern] = _parse(pattern, vocabulary)
    return vocabulary.patterns[pattern]


def _parse(pattern: str, vocabulary: Vocabulary) -> Node:
    parser = _Parser(pattern, vocabulary)
    node = parser.choice(0)
    if parser.at < len(pattern):
        parser.fail(f"a {pattern[parser.at]!r} too many")
    if not isinstance(node, Sequence) or node.items:
        return node
    parser.fail("the pattern is empty")


class _Parser:
    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text, self.vocabulary, self.at = text, vocabulary, 0

    def fail(self, message: str, hint: str = "") -> NoReturn:
        raise PatternError(message, self.at, hint)

    def choice(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self.fail("brackets are nested too deep")
        start = self.at
        options = [self.sequence(depth)]
        while self.text[self.at : self.at + 1] == "|":
            self.at += 1
            options.append(self.sequence(depth))
        return options[0] if len(options) == 1 else Choice(self.text[start : self.at].strip(), tuple(options))

    def sequence(self, depth: int) -> Node:
        start, items = self.at, list[Node]()
        while self.at < len(self.text) and self.text[self.at] not in "|)}":
            if self.text[self.at].isspace():
                self.at += 1
                continue
            if self.text[self.at] == "?":
                self.optional(items)
                continue
            items.append(self.element(depth))
        return items[0] if len(items) == 1 else Sequence(self.text[start : self.at].strip(), tuple(items))

    def optional(self, items: list[Node]) -> None:
        if not items or isinstance(items[-1], Gap | Anchor | Refusal | Maybe):
            hint = "put it behind a word, a slot or a bracket; \\? is a literal"
            self.fail("'?' has nothing before it that could be left out", hint)
        self.at += 1
        last = items.pop()
        if isinstance(last, Literal) and len(last.text) > 1:  # only the last character is meant, as in 共同?
            items.append(Literal(last.text[:-1], last.text[:-1]))
            last = Literal(last.text[-1], last.text[-1])
        items.append(Maybe(f"{last.source}?", last))

    def element(self, depth: int) -> Node:
        char = self.text[self.at]
        if char in "…." and (gap := _GAP.match(self.text, self.at)):
            self.at = gap.end()
            mark = gap[1]
            if int(gap[2] or 1) > MAX_GAP:
                self.fail(f"a gap of {gap[2]} is too long", f"at most {MAX_GAP}")
            return Gap(gap[0], int(gap[2] or _GAP_LIMIT[mark]), wide="." in mark, far=mark in ("……", "...."))
        if char == "(":
            return self.group(depth)
        if char == "{":
            return self.slot(depth)
        if char == "[":
            return self.chars()
        if char == "@":
            return self.macro()
        if char == "#":
            self.at += 1
            return Number("#")
        if char in "^$":
            mark = char * 2 if self.text.startswith(char * 2, self.at) else char
            self.at += len(mark)
            return Anchor(mark)
        if self.text.startswith(("!(", "<!("), self.at):
            return self.refusal(depth)
        return self.literal()

    def group(self, depth: int) -> Node:
        start = self.at
        self.at += 1
        node = self.choice(depth + 1)
        if self.text[self.at : self.at + 1] != ")":
            self.fail("a bracket is not closed", "add ')'; for a bracket of the text write \\( or （")
        self.at += 1
        return Sequence(self.text[start : self.at], (node,))

    def refusal(self, depth: int) -> Node:
        start, before = self.at, self.text[self.at] == "<"
        self.at += 2 if before else 1
        item = self.group(depth)
        if before and literals(item) is None:
            raise PatternError("only fixed words can stand in <!( )", start, "use not_before of the rule")
        return Refusal(self.text[start : self.at], item, before)

    def literal(self) -> Node:
        start, text = self.at, ""
        while self.at < len(self.text):
            if plain := _PLAIN.match(self.text, self.at):
                text += plain[0]
                self.at = plain.end()
                continue
            char = self.text[self.at]
            if char == "\\":
                self.at += 1
                char = self.text[self.at : self.at + 1] or self.fail("a backslash at the end")
                text += _ESCAPED.get(char, char)
            elif char in "+*" and not text:
                hint = "lists are written {name:Label+}; a literal sign is written with a backslash"
                self.fail(f"{char!r} does not stand here", hint)
            elif self.ends_words(char):
                break
            elif char == ".":
                self.fail("a single dot is no gap", "a gap is … or .. (…6, ..6); a literal dot is written \\.")
            else:
                text += char
            self.at += 1
        if not text:
            self.fail(f"{self.text[self.at]!r} does not stand here")
        return Literal(self.text[start : self.at], text.translate(MARKS))

    def ends_words(self, char: str) -> bool:
        special = char in _SPECIAL and char not in "!<"
        return special or char.isspace() or bool(_GAP.match(self.text, self.at)) or self.text.startswith(("!(", "<!("), self.at)

    def chars(self) -> Node:
        end = self.text.find("]", self.at)
        if end < 0:
            self.fail("'[' is not closed", "add ']'")
        source = self.text[self.at : end + 1]
        inside = source[1:-1]
        self.at = end + 1
        negated = inside.startswith("^")
        chars = inside[negated:].translate(MARKS)
        if not chars:
            self.fail("no characters in []")
        return Chars(source, chars, negated)

    def macro(self) -> Node:
        start = self.at
        name = self.macro_name()
        try:
            node = self.vocabulary.macro(name)
        except PatternError as error:
            raise PatternError(error.message, start, error.hint) from None
        return Sequence(self.text[start : self.at], (node,))

    def macro_name(self) -> str:
        macros = self.vocabulary.macros
        braced = re.match(r"@\{(\w+)\}", self.text[self.at :])
        if braced:
            name, self.at = braced[1], self.at + braced.end()
            if name in macros:
                return name
            self.fail(f"unknown macro @{name}", suggest(name, macros))
        word = re.match(r"@(\w*)", self.text[self.at :])
        run = word[1] if word else ""
        name = max((known for known in macros if run.startswith(known)), key=len, default="")
        if not name:
            self.fail(f"unknown macro @{run}", suggest(run[:6], macros))
        self.at += 1 + len(name)
        return name

    def slot(self, depth: int) -> Node:
        start = self.at
        head = _SLOT.match(self.text, start)
        assert head is not None
        name, mark = head[1], head[2]
        if mark == "=":
            return self.words(name, head.end(), start, depth)
        end = self.text.find("}", start)
        if end < 0:
            self.fail("'{' is not closed", "a slot is {name:Label}")
        content = self.text[head.end() : end]
        if not mark:
            content, name = self.text[start + 1 : end], ""
        self.at = end + 1
        source = self.text[start : self.at]
        if text := _TEXT.match(content):
            return Words(source, name, _text_item(text))
        many = content.rstrip().endswith("+")
        tests = tuple(self.test(part, start) for part in content.rstrip().removesuffix("+").split("|"))
        return Slot(source, name, tests, many)

    def words(self, name: str, inside: int, start: int, depth: int) -> Node:
        self.at = inside
        item = self.choice(depth + 1)
        if self.text[self.at : self.at + 1] != "}":
            self.fail("'{' is not closed", "captured words are {name=pattern}")
        self.at += 1
        return Words(self.text[start : self.at], name, item)

    def test(self, part: str, start: int) -> Test:
        if part not in self.vocabulary.tests:
            self.vocabulary.tests[part] = self.read_test(part, start)
        return self.vocabulary.tests[part]

    def read_test(self, part: str, start: int) -> Test:
        match = _LABEL.match(part)
        if match is None:
            hint = "a slot is {name:Label}, {name:Label#tag}, {name:text} or {name=pattern}"
            raise PatternError(f"{part.strip()!r} is no label", start, hint)
        if match[1] not in self.vocabulary.labels:
            raise PatternError(f"unknown label {match[1]!r}", start, suggest(match[1], self.vocabulary.labels))
        tags = tuple((tag.lstrip("#!"), not tag.startswith("#!")) for tag in re.findall(r"#!?\w+", match[2]))
        known = (*INTRINSIC, *self.vocabulary.tags)
        for tag, _ in tags:
            if tag not in known:
                raise PatternError(f"unknown tag #{tag}", start, suggest(tag, known))
        return Test(match[1], tags)


def _text_item(match: re.Match[str]) -> Node:
    source, low, high = match[0].strip(), int(match[2] or 2), int(match[3] or 30)
    inside = Gap(source, high, wide=True, far=match[1] == "quoted", low=low)
    return inside if match[1] == "text" else Sequence(source, (Chars("[“《]", "“《"), inside, Chars("[”》]", "”》")))
