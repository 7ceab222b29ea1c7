"""Ledgers of our own little articles, built by the real pipeline."""

from __future__ import annotations

from pathlib import Path

from kgnews import building
from kgnews.records import Page
from kgnews.store.ledger import Ledger

A = Page(
    "news-a",
    "本报讯(记者 林知秋) 11月5日,第三届云岭创新大赛在青州市举行。青州市科技局局长韩立言、青州市副市长周明远出席开幕式并致辞。"
    "大赛由青州市科技局主办,云岭高新区承办。",
    title="第三届云岭创新大赛举行",
    date="2020-11-06",
    source="示例日报",
    whole=True,
)
B = Page(
    "news-b",
    "11月12日,青州市科技局局长韩立言到云岭高新区调研。青州市科技局副局长孙若兰陪同调研。当日,云岭高新区与南山大学签署合作协议。",
    title="韩立言到云岭高新区调研",
    date="2020-11-13",
    source="示例日报",
    whole=True,
)
C = Page(
    "news-c",
    "第三届云岭创新大赛总决赛11月20日在青州市落幕。青州市委书记高远山出席。青州市科技局局长韩立言主持颁奖仪式。",
    title="大赛总决赛落幕",
    date="2020-11-21",
    whole=True,
)
_STEPS = building.shipped_steps()


def build(path: Path, *pages: Page) -> Path:
    """Build the pages into the ledger at ``path``, in their order, one build each."""
    for page in pages:
        with Ledger.open(path, write=True) as ledger:
            building.build(ledger, [page], _STEPS, 1)
    return path


def build_together(path: Path, *pages: Page) -> Path:
    """The pages in one build."""
    with Ledger.open(path, write=True) as ledger:
        building.build(ledger, list(pages), _STEPS, 1)
    return path


def remove(path: Path, *keys: str) -> Path:
    """Take articles out again."""
    with Ledger.open(path, write=True) as ledger:
        building.remove(ledger, keys, _STEPS())
    return path
