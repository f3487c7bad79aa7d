"""A headless Chromium over its debugging pipe: no port, no driver, no package."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import time

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "
         "--disable-extensions --disable-dev-shm-usage --hide-scrollbars --force-device-scale-factor=1").split()
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27}
PATIENCE = 30


class Chromium:
    """One browser with one page. `messages` are what its console said and what it asked the network for since the last `open`."""

    def __init__(self, profile: str):
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()

        def wire() -> None:
            # The browser reads from 3 and writes to 4.
            ends = [os.dup(fd) for fd in (to_browser, from_browser)]
            for end, fd in zip(ends, (3, 4)):
                os.dup2(end, fd)

        self.process = subprocess.Popen([PROGRAM, *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, close_fds=False, preexec_fn=wire)
        os.close(to_browser)
        os.close(from_browser)
        self.read, self.number, self.session = b"", 0, None
        self.messages: list[str] = []
        self.loaded = False
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM", "Accessibility"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        self.session = None
        with contextlib.suppress(OSError, TimeoutError):
            self.call("Browser.close")
        for fd in (self.out, self.into):
            os.close(fd)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()

    # The pipe

    def call(self, method: str, **parameters):
        """The result of one command of the DevTools protocol."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters} | ({"sessionId": self.session} if self.session else {})
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data) :]
        while (answer := self.receive()).get("id") != self.number:
            pass
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def receive(self) -> dict:
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self.read:
            if not select.select([self.into], [], [], max(deadline - time.monotonic(), 0))[0]:
                raise TimeoutError("the browser does not answer")
            data = os.read(self.into, 1 << 20)
            if not data:
                raise OSError("the browser is gone")
            self.read += data
        line, _, self.read = self.read.partition(b"\0")
        event = json.loads(line)
        self.note(event.get("method"), event.get("params", {}))
        return event

    def note(self, method: str | None, event: dict) -> None:
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Log.entryAdded":
            self.messages.append(f"log: {event['entry']['text']}")
        elif method == "Runtime.consoleAPICalled":
            self.messages.append(f"console: {event['args']}")
        elif method == "Runtime.exceptionThrown":
            self.messages.append(f"exception: {event['exceptionDetails']}")
        elif method == "Network.requestWillBeSent":
            self.messages.append(f"request: {event['request']['url']}")

    # A page

    def open(self, path, width: int = 1440, height: int = 900, scripts: bool = True, dark: bool = False) -> None:
        """Loads a file and forgets what was before; the request for the file itself is no message."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.go("about:blank")
        self.messages = []
        self.go(path.as_uri())
        self.messages = [message for message in self.messages if message != f"request: {path.as_uri()}"]

    def go(self, url: str) -> None:
        self.loaded = False
        self.call("Page.navigate", url=url)
        while not self.loaded:
            self.receive()
        self.settle()

    def js(self, expression: str):
        """The value of an expression in the page; works where the page's own scripts are off."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def settle(self) -> None:
        """Waits until what was asked for is drawn."""
        self.call("Page.captureScreenshot", format="jpeg", quality=1, clip={"x": 0, "y": 0, "width": 1, "height": 1, "scale": 1})

    def middle(self, selector: str) -> tuple[float, float]:
        """The middle of an element on the screen, scrolled to if need be."""
        self.js(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'nearest'}})")
        box = self.js(f"(r => [r.x, r.y, r.width, r.height])(document.querySelector({json.dumps(selector)}).getClientRects()[0])")
        return box[0] + box[2] / 2, box[1] + box[3] / 2

    def hover(self, selector: str) -> None:
        x, y = self.middle(selector)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.settle()

    def click(self, selector: str) -> None:
        x, y = self.middle(selector)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left" if kind != "mouseMoved" else "none", clickCount=int(kind != "mouseMoved"))
        self.settle()

    def press(self, key: str) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key])
            if kind == "rawKeyDown" and key == "Enter":
                self.call("Input.dispatchKeyEvent", type="char", key=key, text="\r")
        self.settle()
