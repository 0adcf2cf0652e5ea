"""The real files: PAY_DATA_DIR names their folder. `bin/test pay-data` runs this suite alone."""

import os
from pathlib import Path

import pytest

from offers.market.models import Batch, State
from offers.market.preview import read
from offers.market.services import confirm, import_
from offers.market.uploads import register


@pytest.fixture
def folder() -> Path:
    place = os.environ.get("PAY_DATA_DIR", "")
    if not place:
        pytest.fail("PAY_DATA_DIR names no folder with publishers' files.")
    return Path(place).resolve()


def bring(file: Path, year: int | None = None) -> Batch:
    """Imports a file as the command does."""
    with file.open("rb") as stream:
        batch = read(register(stream, file.name, year=year), stream)
    assert (batch.state, batch.sentence) == (State.PREVIEWED, "")
    return import_(confirm(batch))
