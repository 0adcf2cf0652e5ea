"""The job of a batch. It holds the number of the batch; the batch itself says what is to be done."""

import logging
import time

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from offers.market.models import Batch, State
from offers.market.own_bands import is_own, look
from offers.market.preview import read
from offers.market.services import BatchError, import_, roll_back
from offers.market.uploads import spooled

logger = logging.getLogger(__name__)
TURN = "market"  # Batches are worked on one after another.
SECONDS = 0.5  # Between two notes of how far a step is.
BROKEN = "It broke off, and nothing was written. The worker's log says why."


class Noted:
    """Progress as a page can read it: on a line of its own, since the work is not committed yet."""

    def __init__(self, batch: Batch) -> None:
        self._batch, self._step, self._at = batch.pk, "", 0.0
        self._line = connections.create_connection(DEFAULT_DB_ALIAS)

    def __call__(self, step: str, share: float) -> None:
        now, head = time.monotonic(), step.partition(",")[0]
        if head == self._step and now < self._at + SECONDS:
            return
        self._step, self._at = head, now
        with self._line.cursor() as cursor:
            cursor.execute(
                "UPDATE market_batch SET step = %s, share = %s WHERE id = %s", [step, share, self._batch]
            )

    def close(self) -> None:
        self._line.close()


@app.task(name="work_on_batch")
def work_on_batch(batch: int) -> None:
    """Does what the state of the batch asks for; nothing when somebody has done it."""
    found = Batch.objects.filter(pk=batch).at_work().first()
    if found is None:
        return
    progress = Noted(found)
    try:
        work(found, progress)
    except Exception:
        logger.exception("Batch %s broke off", batch)
        give_up(batch)
    finally:
        progress.close()


def work(batch: Batch, progress: Noted) -> None:
    if batch.state == State.IMPORTING:
        import_(batch, progress)
    elif batch.state == State.UNDOING:
        undo(batch, progress)
    else:
        Batch.objects.filter(pk=batch.pk).update(state=State.READING)
        with spooled(batch) as file:
            if is_own(batch) and "plan" not in batch.facts:
                look(batch, file)
            else:
                read(batch, file, progress)


def undo(batch: Batch, progress: Noted) -> None:
    try:
        roll_back(batch, progress)
    except BatchError as error:
        Batch.objects.filter(pk=batch.pk).update(state=State.IMPORTED, sentence=str(error))


def give_up(number: int) -> None:
    """Where a step broke off, the batch goes back to before it; a file that broke the reading is set down."""
    before = {State.IMPORTING: State.PREVIEWED, State.UNDOING: State.IMPORTED}
    for batch in Batch.objects.filter(pk=number):
        state = before.get(State(batch.state), State.FAILED)
        Batch.objects.filter(pk=number).update(state=state, sentence=BROKEN, step="", share=0)


def defer(batch: Batch) -> None:
    """A job for the batch, unless one waits already."""
    try:
        with transaction.atomic():
            work_on_batch.configure(queueing_lock=f"batch {batch.pk}", lock=TURN).defer(batch=batch.pk)
    except AlreadyEnqueued:
        pass


def resume() -> None:
    """A job for every batch that has something to be done; a worker that was killed has lost its own."""
    for batch in Batch.objects.at_work():
        defer(batch)
