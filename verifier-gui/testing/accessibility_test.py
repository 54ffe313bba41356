#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""accessibility_test.py PROGRAM DOCUMENTS: what a screen reader learns of an answer, over AT-SPI. To be run on an X server and
a session bus of its own (dbus-run-session). Exit 77 where there is no accessibility bus. The system's own Python has the module."""
import os
import subprocess
import sys
import time

PATIENCE = 20


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(77)


def found(root):
    """(role, name) of all that is shown."""
    stack, seen = [root], []
    while stack:
        item = stack.pop()
        if item is None:
            continue
        seen.append((item.getRoleName(), item.name))
        stack += [item.getChildAtIndex(i) for i in range(item.childCount)]
    return seen


def application(pyatspi, name):
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.clear_cache()  # what came since is told by events alone, for which nobody waits here
    return next((app for app in desktop if app and app.name == name), None)


def wait_for(question):
    for _ in range(PATIENCE * 10):
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    return None


BUTTON = ("push button", "button")  # until at-spi2-core 2.52, and since


def missing(seen):
    """What a person who hears the window has to be told, and is not."""
    wanted = [("a verdict in words", lambda role, name: name.startswith("CONFORME. Sceau de la CPAM de Paris intact")),
              ("the person's name", lambda role, name: role == "label" and name == "LEFÈVRE Zoé Anaïs"),
              ("a field for the name", lambda role, name: role == "text" and name == "Nom et prénom"),
              ("a field for the number that is not read aloud", lambda role, name: role == "password text"),
              ("a button to compare", lambda role, name: role in BUTTON and name == "Comparer"),
              ("a check with its result", lambda role, name: name.startswith("Droits: ouverts le"))]
    return [what for what, test in wanted if not any(test(*item) for item in seen)] + [
        f"a name for a {role}" for role, name in seen if role in (*BUTTON, "text", "combo box", "check box") and not name]


def main():
    try:
        import pyatspi
        pyatspi.Registry.getDesktop(0).childCount
    except Exception as error:  # of whatever kind the bindings raise without a bus
        skip(f"no accessibility bus: {error}")
    program, documents = sys.argv[1:]
    window = subprocess.Popen([program, "--lang", "fr", "--trust", f"{documents}/confiance", f"{documents}/genuine.pdf"],
                              env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        app = wait_for(lambda: application(pyatspi, "verifier-gui"))
        if app is None:
            print("FAILED: the window is not on the accessibility bus")
            return 1
        wait_for(lambda: not missing(found(app)))
        lacking = missing(found(app))
        for what in lacking:
            print("FAILED: a screen reader is not told", what)
        return 1 if lacking else 0
    finally:
        window.terminate()
        window.wait()


if __name__ == "__main__":
    sys.exit(main())
