"""How much may be sent to a page at once, asked before any of it is read."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    TemporaryFileUploadHandler,
)
from django.urls import reverse

FORM = 1024 * 1024  # What a form may weigh beside its file.
ELSEWHERE = 2 * 1024 * 1024  # No other page takes files.


class Gate(FileUploadHandler):
    """Stands at Django's own handlers: large files come from administrators, to one page."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 # Django's name.
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        if content_length > self.most() + FORM:
            raise RequestDataTooBig("The file is larger than this page takes.")
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)

    def most(self) -> int:
        request = self.request
        if request is None or request.path != reverse("admin:market_batch_add"):
            return ELSEWHERE
        if request.user.is_authenticated and request.user.is_staff:
            return int(settings.IMPORT_LIMITS["packed"])
        return ELSEWHERE


class SmallUpload(Gate, MemoryFileUploadHandler):
    """What fits in memory."""


class LargeUpload(Gate, TemporaryFileUploadHandler):
    """What does not, in a file that goes with the request."""
