#!/usr/bin/env python3
"""Saves pages as a browser does ("Web page, single file"), with Chromium and its DevTools protocol over a pipe.

    snapshots.py FOLDER PAGE.html ...
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

folder = pathlib.Path(sys.argv[1])
ours, theirs = os.pipe(), os.pipe()


def attach():
    os.dup2(ours[0], 3)
    os.dup2(theirs[1], 4)
    for end in (3, 4):
        os.set_inheritable(end, True)


profile = tempfile.TemporaryDirectory()
browser = subprocess.Popen(
    [os.environ.get("CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
     "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
     f"--user-data-dir={profile.name}", "--remote-debugging-pipe"],
    preexec_fn=attach, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
os.close(ours[0])
os.close(theirs[1])
answers, rest, count = os.fdopen(theirs[0], "rb"), b"", 0


def message():
    global rest
    while b"\0" not in rest:
        more = os.read(answers.fileno(), 1 << 16)
        assert more, "the browser is gone"
        rest += more
    one, rest = rest.split(b"\0", 1)
    return json.loads(one)


def ask(method, session=None, until=None, **parameters):
    global count
    count += 1
    call = {"id": count, "method": method, "params": parameters}
    if session:
        call["sessionId"] = session
    os.write(ours[1], json.dumps(call).encode() + b"\0")
    result = None
    while result is None or until:
        got = message()
        if got.get("id") == count:
            assert "error" not in got, got
            result = got["result"]
        elif got.get("method") == until:
            until = None
    return result


target = ask("Target.createTarget", url="about:blank")["targetId"]
session = ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
ask("Page.enable", session)
for page in map(pathlib.Path, sys.argv[2:]):
    ask("Page.navigate", session, until="Page.loadEventFired", url=page.resolve().as_uri())
    saved = ask("Page.captureSnapshot", session, format="mhtml")["data"]
    (folder / f"{page.stem}.mhtml").write_text(saved, encoding="utf-8", newline="")
browser.kill()
browser.wait()
