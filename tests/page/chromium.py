"""A real browser, told what to do over a pipe (Chrome DevTools Protocol); no driver is needed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_LAUNCH = """
import fcntl, os, sys
one, two = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(one, 3)  # the protocol is spoken on descriptors 3 and 4
os.dup2(two, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
_KEYS = {"Tab": 9, "Enter": 13, " ": 32}


@cache
def found() -> str | None:
    """The browser of this machine; Ubuntu has a file of its name that is none."""
    for path in filter(None, map(shutil.which, NAMES)):
        told = subprocess.run([path, "--version"], capture_output=True, check=False)
        if told.returncode == 0:
            return path
    return None


class Browser:
    """One tab. Everything that it asked for, and what it complained of, is remembered."""

    def __init__(self, reading: int, writing: int) -> None:
        self._in = os.fdopen(reading, "rb")
        self._out = os.fdopen(writing, "wb")
        self._number = 0
        self._session = ""
        self.requested: list[str] = []
        self.complaints: list[str] = []

    def close(self) -> None:
        self._in.close()
        self._out.close()

    def open_tab(self) -> None:
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        attached = self.tell("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **params: Any) -> Any:
        """The answer to a command of the protocol."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, said
                return said["result"]

    def _next(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            assert byte, "the browser has ended"
            data += byte
        said: dict[str, Any] = json.loads(data)
        params = said.get("params", {})
        if said.get("method") == "Network.requestWillBeSent":
            self.requested.append(params["request"]["url"])
        if said.get("method") == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])
        return said

    def show(self, address: str, width: int = 1280, scheme: str = "light") -> None:
        """Opens a page as a screen of this width shows it, and waits until all has come."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=800, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.tell("Emulation.setEmulatedMedia", features=[feature])
        self.requested.clear()
        self.complaints.clear()
        self.tell("Page.navigate", url=address)
        self.wait_for_load()

    def wait_for_load(self) -> None:
        """Waits until a page has come with all that belongs to it."""
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def ask(self, script: str) -> Any:
        """The value of a script; a promise is waited for."""
        answer = self.tell(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.tell(
                "Input.dispatchKeyEvent",
                type=kind, key=key, code=key.strip() or "Space", windowsVirtualKeyCode=_KEYS[key],
                **(text if kind == "keyDown" else {}),
            )  # fmt: skip

    def picture(self) -> bytes:
        """The whole page as PNG."""
        shot = self.tell("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(shot["data"])


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own; it ends with the block."""
    program = found()
    assert program
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()
    keep = (their_in, their_out)
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [
                sys.executable, "-c", _LAUNCH, *map(str, keep), program, "--headless",
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--remote-debugging-pipe", f"--user-data-dir={profile}",
            ],
            pass_fds=keep, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        for descriptor in keep:
            os.close(descriptor)
        tab = Browser(our_in, our_out)
        try:
            tab.open_tab()
            yield tab
        finally:
            process.terminate()
            process.wait(timeout=20)
            tab.close()


def address(path: Path) -> str:
    return path.resolve().as_uri()
