"""Documentation under test: commands as the program says, links that lead somewhere, no path or host of one machine."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import command_reference  # noqa: E402  (scripts is no package)

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_command_reference_is_what_the_program_says() -> None:
    written = command_reference.TARGET.read_text(encoding="utf-8")
    assert written == command_reference.reference(), "run scripts/command_reference.py"


def test_every_command_has_an_example() -> None:
    import typer.main

    from kgnews.cli import app

    group = typer.main.get_command(app)
    lacking = [name for name, command in command_reference.commands(group) if "kgnews " not in (command.help or "")]
    assert not lacking


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_commands_in_readme_exist() -> None:
    import typer.main

    from kgnews.cli import app

    known = {name.split()[1] for name, _ in command_reference.commands(typer.main.get_command(app))}
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^\.venv/bin/)kgnews ([a-z0-9]+)\b", text, re.MULTILINE))
    assert {"build", "show"} <= named <= known


def test_scripts_of_the_readme_exist_and_run() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for script in set(re.findall(r"^scripts/\w+", text, re.MULTILINE)):
        assert (ROOT / script).stat().st_mode & 0o111, script


def test_ci_runs_what_the_readme_tells() -> None:
    lines = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines[-1] == "exec scripts/test"


def test_the_readme_leads_to_every_page() -> None:
    chinese, english = (ROOT / "README.md").read_text(encoding="utf-8").split("## English")
    for page in PAGES[1:]:
        assert f"](docs/{page.name})" in chinese, page.name
        assert f"](docs/{page.name})" in english, page.name


def test_the_fact_in_the_readme_stands_in_the_seed_page() -> None:
    block = re.search(r"```json\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    page = (ROOT / "seeds" / "newspaper-page-2020-11.md").read_text(encoding="utf-8")
    for item in json.loads(block[1])["evidence"]:
        assert page[item["start"] : item["end"]] == item["quote"]
