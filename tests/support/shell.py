"""The command line as a person uses it: a process of its own, with its exit code and both streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Done:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def kgnews(*words: object, cwd: Path | None = None, stdin: str | bytes = "", **environment: str) -> Done:
    """Run ``kgnews WORDS``."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "kgnews", *map(str, words)],
        input=data,
        cwd=cwd,
        capture_output=True,
        timeout=120,
        env={key: value for key, value in os.environ.items() if key != "KGNEWS_GRAPH"} | environment,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
