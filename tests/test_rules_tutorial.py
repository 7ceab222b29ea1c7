"""Runs docs/tutorial-rules.md: writes its files, runs its commands, looks for the output that it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```", re.M | re.S)


def run(line: str, folder: Path) -> tuple[int, str]:
    """Exit code and all output of a kgnews command line."""
    words = shlex.split(line, comments=True)
    assert words[0] == "kgnews"
    code = "from kgnews.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *words[1:]], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_tutorial_does_what_it_says(tmp_path: Path) -> None:
    output, commands = "", 0
    for kind, name, body in _FENCE.findall((ROOT / "docs" / "tutorial-rules.md").read_text(encoding="utf-8")):
        if kind == "sh":
            for line in body.strip().splitlines():
                code, output = run(line, tmp_path)
                expected = re.search(r"# (\d)$", line)
                assert code == int(expected[1] if expected else 0), f"{line}\n{output}"
                commands += 1
        elif kind == "text":
            for line in body.strip().splitlines():
                assert line in output
        else:
            path = tmp_path / name.strip()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
    assert commands == 4


def test_reference_names_every_key_of_a_rule() -> None:
    from kgnews.schema import Rule
    from kgnews.schema.rules import RuleFile

    reference = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for key in (*Rule.model_fields, *RuleFile.model_fields):
        assert re.search(rf"\b{key}\b", reference), f"docs/rules.md does not tell of {key}"
