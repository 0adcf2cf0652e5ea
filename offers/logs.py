"""Log lines that say where something broke and never what somebody typed."""

import logging
import re
import traceback
from collections.abc import Iterator
from types import TracebackType

PRIVATE = re.compile(r"/calendar/[\w-]+")


def without_keys(text: str) -> str:
    """`text` with addresses that open something cut short: whoever reads logs may not open it."""
    return PRIVATE.sub("/calendar/…", text)


class QuietFormatter(logging.Formatter):
    """Prints the class and the frames of an exception. Its message may quote a value, so it stays out."""

    def format(self, record: logging.LogRecord) -> str:
        return without_keys(super().format(record))

    def formatException(  # noqa: N802
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return "".join(frames_of(ei[1])).rstrip() if ei[1] else ""


def frames_of(error: BaseException) -> Iterator[str]:
    """The causes first, as Python prints them, each without its message."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield from frames_of(earlier)
        yield "which led to\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
