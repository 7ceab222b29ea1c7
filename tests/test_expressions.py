"""Expressions that are compiled at their first use: all of them compile, and stand for what re.compile gives."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import kgnews.annotate
import kgnews.articles
from kgnews.expressions import expression


def expressions() -> list[tuple[str, str]]:
    """Module and pattern of the expressions of the grammar."""
    found = []
    for package in (kgnews.annotate, kgnews.articles):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(info.name)).values():
                if type(value) is type(expression("")):
                    found.append((info.name, value.pattern))
    return found


def test_every_expression_compiles() -> None:
    found = expressions()
    assert len(found) > 400
    for module, pattern in found:
        try:
            re.compile(pattern)
        except re.error as error:
            pytest.fail(f"{module}: {error}: {pattern[:80]}")


def test_it_is_the_compiled_expression_after_its_first_use() -> None:
    plain, late = re.compile(r"(?P<a>[甲乙])丙?", re.MULTILINE), expression(r"(?P<a>[甲乙])丙?", re.MULTILINE)
    assert late.pattern == plain.pattern
    for text in ("", "甲", "丁乙丙", "乙\n甲丙"):
        assert [m.span() for m in late.finditer(text)] == [m.span() for m in plain.finditer(text)]
        assert late.sub("x", text) == plain.sub("x", text)
        assert late.findall(text, 1) == plain.findall(text, 1)
    assert (late.groups, late.groupindex, late.flags) == (plain.groups, plain.groupindex, plain.flags)


def test_what_expressions_have_not_is_said() -> None:
    with pytest.raises(AttributeError):
        _ = expression("甲").unknown  # type: ignore[attr-defined]


def test_a_wrong_expression_says_so_at_its_first_use() -> None:
    wrong = expression("(甲")
    with pytest.raises(re.error):
        wrong.search("甲")
