"""A mail server of the tests: takes what it is given, counts it, and may refuse, or strike, at any step."""

import contextlib
import email
import socket
from collections.abc import Callable
from threading import Thread

STEPS = ("connected", "EHLO", "MAIL", "RCPT", "DATA", "read", "QUIT")


class MailServer:
    """Speaks enough SMTP for one mail after another. `at` says what to do once, at a step."""

    def __init__(self) -> None:
        self.mails: list[email.message.Message] = []
        self.is_refusing = False
        self.refused = 0
        self.at: dict[str, Callable[[], None]] = {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        Thread(target=self.serve, daemon=True).start()

    @property
    def message_ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails]

    def close(self) -> None:
        self.listener.close()

    def serve(self) -> None:
        with contextlib.suppress(OSError):  # The listener is closed.
            while True:
                line, _ = self.listener.accept()
                Thread(target=self.talk, args=[line], daemon=True).start()

    def talk(self, line: socket.socket) -> None:
        with line, line.makefile("rwb") as talk, contextlib.suppress(OSError):

            def say(words: str) -> None:
                talk.write(f"{words}\r\n".encode())
                talk.flush()

            self.reach("connected")
            if self.is_refusing:
                self.refused += 1
                say("421 come back later")
                return
            say("220 ready")
            while order := talk.readline().decode().split():
                self.reach(order[0].upper())
                if order[0].upper() == "DATA":
                    say("354 go on")
                    lines = list(iter(talk.readline, b".\r\n"))
                    self.mails.append(email.message_from_bytes(b"".join(lines)))
                    self.reach("read")
                say("221 bye" if order[0].upper() == "QUIT" else "250 ok")

    def reach(self, step: str) -> None:
        """Does what is asked for at this step, once."""
        self.at.pop(step, lambda: None)()
