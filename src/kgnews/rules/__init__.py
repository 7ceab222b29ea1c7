"""The rule engine: patterns in Chinese with typed slots, compiled once, applied to annotated articles. See docs/rules.md."""

from kgnews.rules.compiler import CompiledRules, compile_rules
from kgnews.rules.engine import all_claims, apply_rules

__all__ = ["CompiledRules", "all_claims", "apply_rules", "compile_rules"]
