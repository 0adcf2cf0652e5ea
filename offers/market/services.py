"""What can be done with a batch that has been read: confirm, import, roll back, set aside."""

from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from offers.market.models import Batch, KeptRow, State
from offers.market.models.batches import rows
from offers.market.own_bands import clear_away, make_room, why_not_back
from offers.market.preview import LAYOUT, Progress, compare, give_room, quiet, refuse, staging_of
from offers.market.reading.limits import RefusalError
from offers.market.rows import execute
from offers.market.staging import undo
from offers.market.targets import TARGETS
from offers.market.unstamped import Unstamped

LOCK = 7_214_001  # Whoever holds it writes figures; nobody else does meanwhile.


class BatchError(Exception):
    """What was asked for cannot be done with this batch now; the text is one sentence."""


class ChangedSinceError(Exception):
    """Merging did other than the preview said."""


def same_file(batch: Batch) -> Batch | None:
    """The batch that has imported this very file already."""
    same = Batch.objects.filter(sha256=batch.sha256, state=State.IMPORTED).exclude(pk=batch.pk)
    return same.filter(year=batch.year).first()


@transaction.atomic
def confirm(batch: Batch, *, without_refused: bool = False) -> Batch:
    """Has what the preview shows imported. Rows that were refused must be left out knowingly."""
    batch = locked(batch, State.PREVIEWED, "Only a batch that is ready to look at can be imported.")
    if batch.refused and not without_refused:
        raise BatchError(
            f"{rows(batch.refused)} cannot be imported. Correct the file, or import without"
            f" {'this row' if batch.refused == 1 else 'these rows'}."
        )
    batch.state, batch.without_refused = State.IMPORTING, without_refused
    batch.step, batch.share = "", 0
    batch.save()
    return batch


def locked(batch: Batch, state: State, sentence: str) -> Batch:
    found = Batch.objects.select_for_update().filter(pk=batch.pk).first()
    if found is None or found.state != state:
        raise BatchError(sentence)
    return found


def take_turn() -> None:
    """Waits until nobody else writes figures; let go of at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def import_(batch: Batch, progress: Progress = quiet) -> Batch:
    """Merges a confirmed batch, whole or not at all; the preview is made anew when it no longer holds."""
    try:
        with transaction.atomic():
            merge(batch, progress)
    except ChangedSinceError:
        try:
            look_again(batch, progress)
        except RefusalError as refusal:
            refuse(batch, str(refusal))
    return batch


def merge(batch: Batch, progress: Progress) -> None:
    take_turn()
    give_room()
    staging = staging_of(batch)
    if isinstance(staging, Unstamped) and not make_room(batch, staging):
        raise ChangedSinceError
    if batch.added or batch.changed:
        progress("writing", 0.1)
        for count, statement in staging.merge():
            written = execute(statement)
            if count and written != getattr(batch, count):
                raise ChangedSinceError
        progress("working out percentiles", 0.9)
        for statement in staging.derive():
            execute(statement)
    execute(staging.drop())
    batch.parts.all().delete()
    batch.state, batch.done_at, batch.step = State.IMPORTED, timezone.now(), ""
    batch.save()


@transaction.atomic
def look_again(batch: Batch, progress: Progress) -> None:
    give_room()
    compare(batch, progress)
    batch.state = State.PREVIEWED
    batch.sentence = "Other figures were imported since this preview was made. Here is what it would do now."
    batch.save()


@transaction.atomic
def ask_to_roll_back(batch: Batch) -> Batch:
    batch = locked(batch, State.IMPORTED, "Only a batch that was imported can be rolled back.")
    check_way_back(batch)
    batch.state, batch.step, batch.share = State.UNDOING, "", 0
    batch.save()
    return batch


def check_way_back(batch: Batch) -> None:
    """Raises `BatchError` with what stands in the way of rolling an imported batch back."""
    if later := later_batch(batch):
        raise BatchError(
            f"“{later.file_name}” was imported later and changed rows of this batch. Roll it back first."
        )
    check_untouched(batch)


def check_untouched(batch: Batch) -> None:
    """Bands are edited by people too; what they did is not taken back."""
    staging = staging_of(batch)
    if isinstance(staging, Unstamped) and (reason := why_not_back(batch, staging)):
        raise BatchError(reason)


def later_batch(batch: Batch) -> Batch | None:
    """A batch that has changed rows which this one brought."""
    later = KeptRow.objects.filter(from_batch=batch).values("batch")
    return Batch.objects.filter(pk__in=later).order_by("-pk").first()


@transaction.atomic
def roll_back(batch: Batch, progress: Progress = quiet) -> Batch:
    """Takes away what the batch added and puts back what it changed."""
    take_turn()
    if later_batch(batch):
        raise BatchError("A later batch has changed rows of this one.")
    check_untouched(batch)
    progress("rolling back", 0.1)
    target, staging = TARGETS[LAYOUT[batch.layout].target], staging_of(batch)
    model = next(model for model in apps.get_models() if model._meta.db_table == target.table)
    columns = [
        field.column for field in model._meta.concrete_fields if field.column and not field.primary_key
    ]
    own = staging if isinstance(staging, Unstamped) else None
    for statement in own.undo(columns) if own else undo(target, columns, batch.pk):
        execute(statement)
    for statement in staging.derive():
        execute(statement)
    if own:
        clear_away(batch)
    batch.state, batch.done_at, batch.step = State.UNDONE, timezone.now(), ""
    batch.save()
    return batch


@transaction.atomic
def set_aside(batch: Batch) -> None:
    """Forgets a file that was not imported, with everything that was read of it."""
    found = Batch.objects.select_for_update().filter(pk=batch.pk).first()
    if found is None or found.state not in (State.COLUMNS, State.PREVIEWED, State.REFUSED, State.FAILED):
        raise BatchError("Only a batch that was not imported can be set aside.")
    if found.layout:
        execute(staging_of(found).drop())
    found.delete()
