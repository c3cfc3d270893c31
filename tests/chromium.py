"""Drive headless Chromium over its debugging pipe: no driver program, no port, no package."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # whatever it asks for, nothing leaves the machine
    "--remote-debugging-pipe",
)
PATIENCE = 60  # seconds until Chromium has done what was asked
# Chromium reads commands from descriptor 3 and answers on 4
_LAUNCH = (
    "import fcntl, os, sys\n"
    "a, b = (fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3])\n"
    "os.dup2(a, 3); os.dup2(b, 4); os.close(a); os.close(b)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)


@contextmanager
def open_chromium(program: str, folder: Path) -> Iterator[Browser]:
    """Start a browser with its own profile and a log of everything it asks of the network."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    flags = [f"--user-data-dir={folder / 'profil'}", f"--log-net-log={folder / 'jaringan.json'}"]
    process = subprocess.Popen(
        [sys.executable, "-c", _LAUNCH, str(to_read), str(from_write), program, *FLAGS, *flags],
        pass_fds=(to_read, from_write),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_read)
    os.close(from_write)
    browser = Browser(to_write, from_read)
    try:
        yield browser
        browser.send("Browser.close")
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
        os.close(to_write)
        os.close(from_read)


class Browser:
    """A connection: commands out, answers and events back."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._rest, self._last = b"", 0
        self.events: list[dict] = []

    def send(self, method: str, session: str | None = None, **params: object) -> dict:
        """Send a command and return what it answers; events on the way are kept."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        message |= {"sessionId": session} if session else {}
        os.write(self._write, json.dumps(message).encode() + b"\0")
        number = self._last
        answer = self._until(lambda m: m.get("id") == number)
        assert "error" not in answer, f"{method}: {answer['error']}"
        return answer["result"]

    def wait(self, method: str, session: str | None = None, **params: object) -> dict:
        """Take an event with these parameters, one that came already or the next one."""

        def wanted(event: dict) -> bool:
            return (
                event.get("method") == method
                and event.get("sessionId") == session
                and params.items() <= event["params"].items()
            )

        event = next(filter(wanted, self.events), None) or self._until(wanted)
        if event in self.events:
            self.events.remove(event)
        return event["params"]

    def page(self) -> Page:
        """A new blank page of 1300 × 900 points."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session)

    def _until(self, wanted: Callable[[dict], bool]) -> dict:
        deadline = time.monotonic() + PATIENCE
        while True:
            message = self._next(deadline)
            if "id" not in message:
                self.events.append(message)
            if wanted(message):
                return message

    def _next(self, deadline: float) -> dict:
        while b"\0" not in self._rest:
            left = max(0, deadline - time.monotonic())
            assert select.select([self._read], [], [], left)[0], "Chromium tidak menjawab"
            part = os.read(self._read, 1 << 20)
            assert part, "Chromium berhenti"
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)


class Page:
    """A page: open an address, run a script in it, see what it complained about."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.resize(1300, 900)

    def send(self, method: str, **params: object) -> dict:
        return self.browser.send(method, self.session, **params)

    def open(self, address: str) -> None:
        """Go to an address and wait until all of it is loaded; forgets earlier events."""
        self.send("Page.navigate", url="about:blank")
        self.browser.wait("Page.loadEventFired", self.session)
        self.browser.events.clear()
        self.send("Page.navigate", url=address)
        self.browser.wait("Page.loadEventFired", self.session)

    def run(self, script: str) -> object:
        """Value of an expression (awaited); AssertionError with its error."""
        answer = self.send(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            userGesture=True,
        )
        fault = answer.get("exceptionDetails")
        assert not fault, fault["exception"].get("description", fault)
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key on whatever has the focus."""
        for kind in ("rawKeyDown", "keyUp"):
            self.send(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    def resize(self, width: int, height: int) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def scheme(self, name: str) -> None:
        """What the reader's system prefers: "light" or "dark"."""
        feature = {"name": "prefers-color-scheme", "value": name}
        self.send("Emulation.setEmulatedMedia", features=[feature])

    def complaints(self) -> list[str]:
        """Console errors and warnings, and uncaught exceptions, since `open`."""
        self.run("new Promise(requestAnimationFrame)")
        found = []
        for event in self._own():
            method, params = event["method"], event["params"]
            if method == "Runtime.exceptionThrown":
                found.append(str(params["exceptionDetails"]))
            elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
                found.append(str(params["args"]))
            elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
                found.append(str(params["entry"]))
        return found

    def requests(self) -> list[str]:
        """Every address asked for since `open`."""
        names = ("Network.requestWillBeSent", "Network.webSocketCreated")
        params = [event["params"] for event in self._own() if event["method"] in names]
        return [p["request"]["url"] if "request" in p else p["url"] for p in params]

    def weight(self, folder: Path) -> int:
        """Bytes of all files of a folder that were asked for since `open`."""
        root = f"{folder.as_uri()}/"
        names = {a.removeprefix(root).split("?")[0].split("#")[0] for a in self.requests()}
        return sum(path.stat().st_size for name in names if (path := folder / name).is_file())

    def seconds_to_ready(self) -> float:
        """Seconds from asking for the page until all of it could be used."""
        return self.run("performance.getEntriesByType('navigation')[0].domComplete") / 1000

    def _own(self) -> list[dict]:
        return [event for event in self.browser.events if event.get("sessionId") == self.session]
