"""A file from when it is given until it has been read."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from django.db import transaction

from offers.accounts.models import User
from offers.market.models import Batch, UploadPart
from offers.market.models.batches import stored_name

PART = 1024 * 1024


def register(file: IO[bytes], name: str, *, year: int | None = None, layout: str = "") -> Batch:
    """The batch of a file that is read at once, where it lies."""
    digest = hashlib.sha256()
    for piece in pieces(file):
        digest.update(piece)
    return Batch.objects.create(
        file_name=stored_name(name), size=file.tell(), sha256=digest.hexdigest(), year=year, layout=layout
    )


@transaction.atomic
def give(
    chunks: Iterable[bytes], name: str, *, year: int | None = None, by: User | None = None, layout: str = ""
) -> Batch:
    """Keeps a file until it is read. It lies in the database, since the worker may be on another machine."""
    batch = Batch.objects.create(file_name=stored_name(name), size=0, year=year, given_by=by, layout=layout)
    digest = hashlib.sha256()
    for number, chunk in enumerate(chunks):
        UploadPart.objects.create(batch=batch, number=number, data=chunk)
        digest.update(chunk)
        batch.size += len(chunk)
    batch.sha256 = digest.hexdigest()
    batch.save(update_fields=["size", "sha256"])
    return batch


@contextmanager
def spooled(batch: Batch) -> Iterator[IO[bytes]]:
    """The file on this machine's disk, under no name, while it is read."""
    with tempfile.TemporaryFile() as file:
        for data in batch.parts.values_list("data", flat=True).iterator(chunk_size=4):
            file.write(data)
        file.flush()
        yield file


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PART):
        yield piece
