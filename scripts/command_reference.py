#!/usr/bin/env python3
"""Writes docs/commands.md from the commands' own help. A test holds the file to what the program says.

.venv/bin/python scripts/command_reference.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from kgnews.cli import app

TARGET = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# 命令 · Commands

由 `scripts/command_reference.py` 从各命令的帮助生成，请勿手改。Written from the commands' own help; do not edit.

标准输出只有数据，进度与告警在标准错误。`-f` 选格式（auto 在终端是表格，在管道里是 JSON 行），`-o` 整个写入文件；
图在 `-g`、环境变量 `KGNEWS_GRAPH` 或 `./kgnews.db`。

Standard output is data only; progress and warnings go to standard error. `-f` chooses the format (auto: a table on a terminal, JSON
lines in a pipe), `-o` writes a file whole; the graph is `-g`, `KGNEWS_GRAPH`, or `./kgnews.db`.

| 退出码 exit | |
| --- | --- |
| 0 | 完成 done |
| 1 | 答案是否 the answer is no (no match, no path, a rule test or a threshold failed) |
| 2 | 用法或配置 usage or configuration |
| 3 | 有输入没读成，已列出，其余保留 some input was bad: listed, the rest is kept |
| 4 | Neo4j |
| 70 | 程序错误 a bug |
| 130 | 中断 interrupted |
"""


def commands(group: Any, prefix: str = "kgnews") -> Iterator[tuple[str, Any]]:
    """Every command under a group with its full name, in the order of the help."""
    for name, command in group.commands.items():
        full = f"{prefix} {name}"
        if hasattr(command, "commands"):
            yield from commands(command, full)
        elif not command.hidden:
            yield full, command


def section(name: str, command: Any) -> str:
    """Heading, help and options of one command."""
    lines = [f"## {name}", "", (command.help or "").strip(), ""]
    options = [row(parameter) for parameter in command.params if parameter.name != "help"]
    if options:
        lines += ["| | |", "| --- | --- |", *options, ""]
    return "\n".join(lines)


def row(parameter: Any) -> str:
    """One option or argument as a row of a table."""
    words = ", ".join(f"`{word}`" for word in (*parameter.opts, *parameter.secondary_opts))
    if parameter.param_type_name == "argument":
        words = f"`{parameter.metavar or parameter.name.upper()}`"
    text = (getattr(parameter, "help", "") or "").replace("|", "\\|").replace("\n", " ")
    return f"| {words} | {text} |"


def reference() -> str:
    """The whole page."""
    group = typer.main.get_command(app)
    return "\n".join([HEAD, *(section(name, command) for name, command in commands(group))]).rstrip() + "\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
