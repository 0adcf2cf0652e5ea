"""Keeps requests away from the tables while they are emptied: a page may still send one as it is closed.

Emptying locks one table after another, so that a request in the middle of its work would lock it out and be
locked out by it.
"""

import threading
from typing import Any

from django.core.signals import request_finished, request_started

PATIENCE = 10.0


class Gate:
    """Counts the requests that the live server answers, and lets none in while it is shut."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.inside: set[int] = set()
        self.is_shut = False

    def enter(self, **_: Any) -> None:
        """A request comes in; the test's own thread is never kept waiting."""
        if threading.current_thread() is threading.main_thread():
            return
        with self.changed:
            self.changed.wait_for(lambda: not self.is_shut, PATIENCE)
            self.inside.add(threading.get_ident())

    def leave(self, **_: Any) -> None:
        with self.changed:
            self.inside.discard(threading.get_ident())
            self.changed.notify_all()

    def shut(self) -> None:
        """Lets nobody in any more, and returns when nobody is left inside."""
        with self.changed:
            self.is_shut = True
            self.changed.wait_for(lambda: not self.inside, PATIENCE)

    def open(self) -> None:
        with self.changed:
            self.is_shut = False
            self.changed.notify_all()


GATE = Gate()
request_started.connect(GATE.enter)
request_finished.connect(GATE.leave)
