"""Measures facts against a gold standard: matching, figures by type and rule, confidence of rules."""

from kgnews.evaluate.calibrate import measure
from kgnews.evaluate.gold import GoldEntity, GoldFact, GoldRecord, load_gold
from kgnews.evaluate.score import Figures, Scored, Tally, score, tally

__all__ = ["Figures", "GoldEntity", "GoldFact", "GoldRecord", "Scored", "Tally", "load_gold", "measure", "score", "tally"]
