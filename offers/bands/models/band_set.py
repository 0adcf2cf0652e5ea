"""All that an employer pays, as of one round: one set is in force, others are drafts or archived."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from offers.bands.models.base import Versioned, recorded
from offers.bands.models.employer import Employer


class SetState(models.TextChoices):
    DRAFT = "draft", "draft"
    ACTIVE = "active", "in force"
    ARCHIVED = "archived", "archived"


class BandSetQuerySet(models.QuerySet["BandSet"]):
    def in_force(self) -> Self:
        return self.filter(state=SetState.ACTIVE)

    def for_new_band(self, employer: Employer) -> "BandSet":
        """The set in force of an employer, made where there is none yet."""
        found, _ = self.get_or_create(
            employer=employer, state=SetState.ACTIVE, defaults={"name": "First set"}
        )
        return found


@recorded
class BandSet(Versioned):
    """`before` is the set that this one took the place of when it was published last."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="sets")
    name = models.CharField(max_length=100, help_text="Such as 2027, or Review of May.")
    state = models.CharField(max_length=8, choices=SetState, default=SetState.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    before = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = BandSetQuerySet.as_manager()

    class Meta:
        ordering = ["employer__name", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SetState.values), name="band_set_state_known"),
            models.UniqueConstraint(
                fields=["employer"], condition=Q(state=SetState.ACTIVE), name="band_set_in_force_once"
            ),
            models.UniqueConstraint(
                "employer",
                Lower("name"),
                name="band_set_named_once",
                violation_error_message="This employer has a set of this name.",
            ),
            # A band points to both, so that no band stands in the set of another employer.
            models.UniqueConstraint(fields=["id", "employer"], name="band_set_of_employer"),
        ]

    def __str__(self) -> str:
        return f"{self.employer.name}: {self.name}"

    @property
    def is_draft(self) -> bool:
        return self.state == SetState.DRAFT

    @property
    def is_in_force(self) -> bool:
        return self.state == SetState.ACTIVE
