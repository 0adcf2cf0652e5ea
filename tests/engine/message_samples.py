"""Three messages of every kind that leave nothing to block or to fix, with the record they stand on."""

from tests.engine.messages_asking import ASKING
from tests.engine.messages_closing import CLOSING

SAMPLES = ASKING + CLOSING
