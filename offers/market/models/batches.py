"""One file that was given, what became of it, and what it takes to undo it."""

from pathlib import PurePosixPath
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse


class State(models.TextChoices):
    WAITING = "waiting", "waiting to be read"
    READING = "reading", "being read"
    COLUMNS = "columns", "waiting for its columns"
    PREVIEWED = "previewed", "ready to look at"
    IMPORTING = "importing", "being imported"
    IMPORTED = "imported", "imported"
    UNDOING = "undoing", "being rolled back"
    UNDONE = "undone", "rolled back"
    REFUSED = "refused", "refused"
    FAILED = "failed", "failed"


AT_WORK = (State.WAITING, State.READING, State.IMPORTING, State.UNDOING)


class BatchQuerySet(models.QuerySet["Batch"]):
    def at_work(self) -> Self:
        """Batches that a worker has still to do something for."""
        return self.filter(state__in=AT_WORK)


class Batch(models.Model):
    """A file of one publisher's format for one year. Every figure that came with it points here."""

    file_name = models.CharField("file", max_length=200)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    layout = models.CharField("format", max_length=20, blank=True)
    source = models.CharField(max_length=20, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    facts = models.JSONField(default=dict)  # What the file says of itself: its members, its top code.
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    sentence = models.CharField(max_length=500, blank=True)  # Why it was refused or failed.
    read = models.PositiveIntegerField("rows", default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    flagged = models.PositiveIntegerField(default=0)
    examples = models.JSONField(default=dict)
    without_refused = models.BooleanField(default=False)
    step = models.CharField(max_length=60, blank=True)
    share = models.FloatField(default=0)  # Of the step, done.
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)  # Imported, or rolled back.

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "batches"
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="batch_state_known"),
            models.CheckConstraint(
                condition=Q(year=None) | Q(year__range=(1990, 2100)), name="batch_year_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.get_state_display()})"

    def get_absolute_url(self) -> str:
        return reverse("admin:market_batch_change", args=[self.pk])

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def percent(self) -> int:
        return round(self.share * 100)

    def line(self, number: int) -> str:
        """A line number as a person would look for it; archives may hold several files."""
        member, line = divmod(number, 100_000_000)
        members = self.facts.get("members", [])
        return f"{line:,} of {members[member]}" if len(members) > 1 and member < len(members) else f"{line:,}"


class UploadPart(models.Model):
    """A piece of a file that waits to be read: the worker may be on another machine than the page."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"Part {self.number}"


class RefusedRow(models.Model):
    """A row that cannot be imported as it stands, with the reason."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="refused_rows")
    line = models.BigIntegerField()
    column = models.CharField(max_length=60)
    value = models.CharField(max_length=200)
    reason = models.CharField(max_length=200)

    class Meta:
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return f"Line {self.line}: {self.reason}"


class KeptRow(models.Model):
    """A row as it was before a batch changed it, so that the batch can be rolled back.

    `from_batch` is the one that had written it; rows that people edit as well name none.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="kept_rows")
    table = models.CharField(max_length=40)
    row = models.BigIntegerField()
    from_batch = models.ForeignKey(Batch, on_delete=models.DO_NOTHING, null=True, related_name="+")
    before = models.JSONField(null=True)  # Nothing, where the batch has added the row and cannot mark it.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "table", "row"], name="kept_row_once_a_batch")
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"


class Imported(models.Model):
    """A row that a batch brought. `digest` tells quickly that a file says the same again."""

    id: Any = models.BigAutoField(primary_key=True)
    # No constraint and no index: both would cost at each of millions of rows, and batches are never deleted.
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    digest = models.BigIntegerField(editable=False)

    class Meta:
        abstract = True


def rows(number: int) -> str:
    """So many rows, as people say it."""
    return "1 row" if number == 1 else f"{number:,} rows"


def stored_name(name: str) -> str:
    """The name of a file as it was given, without its folders and without what no list can show."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join(letter if letter.isprintable() else " " for letter in last).strip() or "unnamed"
    return clean if len(clean) <= 200 else f"{clean[:150]}…{clean[-40:]}"
