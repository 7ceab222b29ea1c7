"""Where the shipped data lies: beside the package in a wheel, at the top of the checkout otherwise."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _CHECKOUT / name


def schema_dir() -> Path:
    """The folder with ontology, rules and term lists."""
    return _shipped("schema")


def seeds_dir() -> Path:
    """The folder with the sample inputs of the demo."""
    return _shipped("seeds")
