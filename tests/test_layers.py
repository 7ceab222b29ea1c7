"""Holds the layers: stages share records and schema, only pipeline and cli know the order, no import goes in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "kgnews"
STAGES = {"pages", "articles", "annotate", "rules", "resolve", "graph", "store", "export", "html", "lookup"}
SHARED = {"records", "schema", "errors", "paths", "expressions"}
# Who may use what besides its own package and SHARED; anything not named here may use nothing else.
ORDER = {"pipeline", "building", "cli", "api", "evaluate"}


# The parts of annotate in the order of what rests on what; each may use those before it.
ANNOTATE = (
    "base", "bodies", "places", "names", "titles", "pointing", "persons", "posts", "events", "meaning", "scenes", "prizes", "dossier",
)  # fmt: skip


def module_name(path: Path) -> str:
    """The dotted name of a file under the package, without ``kgnews.``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def top_level_nodes(tree: ast.Module) -> list[ast.stmt]:
    """Statements that run on import: the module's own, without function bodies and TYPE_CHECKING blocks."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def imports(path: Path) -> set[str]:
    """Names under ``kgnews.`` that a file imports anywhere, also inside functions."""
    found: set[str] = set()
    for node in top_level_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kgnews"):
            base = node.module.removeprefix("kgnews").lstrip(".")
            # ``from kgnews.articles import topics`` uses the module articles.topics, not the package's own names.
            names = {f"{base}.{alias.name}".lstrip(".") for alias in node.names}
            found |= (names & MODULES) | ({base} if base and names - MODULES else set())
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("kgnews.") for alias in node.names if alias.name.startswith("kgnews.")}
    return found


FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = {module_name(path) for path in FILES}
USES = {module_name(path): imports(path) for path in FILES}


@pytest.mark.parametrize("module", [name for name in USES if name.split(".")[0] in STAGES | SHARED])
def test_stages_do_not_import_each_other(module: str) -> None:
    own = module.split(".")[0]
    allowed = {own, "", "__version__"} | ({"records", "errors", "paths"} if own in SHARED else SHARED)
    wrong = {use for use in USES[module] if use.split(".")[0] not in allowed}
    assert not wrong, f"kgnews.{module} imports {wrong}: stages share only {sorted(SHARED)}"


@pytest.mark.parametrize("module", [name for name in USES if name.startswith("annotate.") and name.count(".") > 1])
def test_annotation_rests_on_what_comes_before(module: str) -> None:
    own = module.split(".")[1]
    uses = {use.split(".")[1] for use in USES[module] if use.count(".") > 1 and use.startswith("annotate.")}
    later = {use for use in uses if ANNOTATE.index(use) > ANNOTATE.index(own)}
    assert not later, f"kgnews.{module} uses {later}: the parts of annotate rest on each other in the order {ANNOTATE}"


def test_only_known_modules_know_the_order() -> None:
    tops = {name.split(".")[0] for name in USES} - STAGES - SHARED - ORDER - {"", "__main__"}
    assert not tops, f"new top-level modules {tops}: say in this test which layer they belong to"


def test_no_import_cycle() -> None:
    def targets(module: str) -> set[str]:
        return {use for use in USES[module] if use in USES and use != module}

    state: dict[str, int] = {}

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert state.get(module) != 1, f"import cycle: {' → '.join((*trail, module))}"
        if state.get(module) == 2:
            return
        state[module] = 1
        for target in sorted(targets(module)):
            visit(target, (*trail, module))
        state[module] = 2

    for module in USES:
        visit(module, ())
