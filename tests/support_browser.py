"""Real browsers for the tests: Debian's Chromium by Playwright, Debian's Firefox by WebDriver BiDi."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Nothing may leave the machine, whatever the browser itself would like to fetch.
FIREFOX_PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "browser.aboutwelcome.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
OUT = Path(__file__).parents[1] / "out"


def executable(*names: str) -> str:
    """The path of a browser; the test is skipped where there is none, or fails under KGNEWS_REQUIRE_BROWSER."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found:
        return found
    if os.environ.get("KGNEWS_REQUIRE_BROWSER"):
        pytest.fail(f"{names[0]} is not installed: run scripts/browsers")
    pytest.skip(f"{names[0]} is not installed (scripts/browsers installs it)")


class Firefox:
    """A headless Firefox that is spoken to by WebDriver BiDi, the protocol of the W3C."""

    def __init__(self, address: str) -> None:
        import websocket

        self._socket = websocket.create_connection(address + "/session", timeout=60, suppress_origin=True)
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self.command("session.new", {"capabilities": {}})
        self.command("session.subscribe", {"events": ["log.entryAdded", "network.beforeRequestSent"]})
        self.context = self.command("browsingContext.getTree", {})["contexts"][0]["context"]

    def command(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Sends a command and waits for its answer; events that come before it are kept."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer: dict[str, Any] = json.loads(self._socket.recv())
            if answer.get("id") != number:
                self.events.append(answer)
                continue
            assert answer["type"] == "success", answer
            result: dict[str, Any] = answer["result"]
            return result

    def goto(self, address: str) -> None:
        """Loads a page and waits until it says that it is ready."""
        self.command("browsingContext.navigate", {"context": self.context, "url": address, "wait": "complete"})
        self.wait("document.documentElement.dataset.ready === 'true'")

    def run(self, expression: str) -> Any:
        """The JSON value of an expression in the page."""
        answer = self.command(
            "script.evaluate",
            {"expression": f"JSON.stringify({expression})", "target": {"context": self.context}, "awaitPromise": True},
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"]) if answer["result"]["type"] == "string" else None

    def wait(self, expression: str, seconds: float = 20) -> None:
        """Waits until an expression is true."""
        end = time.monotonic() + seconds
        while not self.run(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Presses keys one after another, as WebDriver spells them (\\ue007 is Enter)."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.command("input.performActions", {"context": self.context, "actions": [source]})

    def click(self, x: float, y: float, kind: str = "mouse") -> None:
        """A click, or a tap with ``kind`` touch, at a point of the window."""
        steps = [{"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0}]
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}}
        source["actions"] = [*steps, {"type": "pointerUp", "button": 0}]  # type: ignore[assignment]
        self.command("input.performActions", {"context": self.context, "actions": [source]})

    def size(self, width: int, height: int) -> None:
        """Sets the size of the window's inside."""
        self.command("browsingContext.setViewport", {"context": self.context, "viewport": {"width": width, "height": height}})

    def requests(self) -> list[str]:
        """Addresses that pages asked for, besides files and data."""
        sent = [event for event in self.events if event.get("method") == "network.beforeRequestSent"]
        addresses = [event["params"]["request"]["url"] for event in sent]
        return [address for address in addresses if not address.startswith(("file:", "data:", "blob:", "about:"))]

    def complaints(self) -> list[str]:
        """Errors and warnings that the page wrote."""
        entries = [event["params"] for event in self.events if event.get("method") == "log.entryAdded"]
        return [entry["text"] for entry in entries if entry["level"] in ("error", "warn")]


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with an empty profile in ``profile``."""
    program = executable("firefox-esr", "firefox")
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f'user_pref("{key}", {json.dumps(value)});' for key, value in FIREFOX_PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    arguments = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0", "about:blank"]
    environment = os.environ | {"HOME": str(profile), "MOZ_HEADLESS": "1"}
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
    try:
        assert process.stderr
        for line in process.stderr:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                yield Firefox(found[1])
                break
        else:
            pytest.fail("Firefox ended before it listened")
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
