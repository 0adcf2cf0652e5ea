"""Messages to the employer: written here, checked here, sent by the person."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Self, TypedDict

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from offers import history
from offers.bands.validators import EARLIEST, LATEST, validate_year_range
from offers.engine import draft as engine
from offers.models import Offer, OfferQuerySet

LONGEST = 10_000
LONGEST_OVERRIDE = 1_000
LONGEST_NAME = 150


class Kind(models.TextChoices):
    """The messages to an employer, in the order in which they usually come; the values are the engine's."""

    ACKNOWLEDGE = engine.Kind.ACKNOWLEDGE.value, "Acknowledgement"
    QUESTIONS = engine.Kind.QUESTIONS.value, "Questions about the written offer"
    ASK_RANGE = engine.Kind.ASK_RANGE.value, "Question for the range"
    COUNTER = engine.Kind.COUNTER.value, "Counter"
    FALLBACK = engine.Kind.FALLBACK.value, "Fallback"
    COMPETING = engine.Kind.COMPETING.value, "Note on another offer"
    FOLLOW_UP = engine.Kind.FOLLOW_UP.value, "Follow-up"
    EXTENSION = engine.Kind.EXTENSION.value, "Request for more time"
    ACCEPT = engine.Kind.ACCEPT.value, "Acceptance"
    DECLINE = engine.Kind.DECLINE.value, "Refusal"
    PHONE = engine.Kind.PHONE.value, "Phone script"


COUNTERS = tuple(map(Kind, history.COUNTERS))


def counters_in(drafts: "Iterable[Draft]") -> "list[Draft]":
    """The counters among loaded drafts that went out, the oldest first."""
    sent = (one for one in drafts if one.sent_on and one.kind in COUNTERS)
    return sorted(sent, key=lambda one: one.moment)


class Tone(models.TextChoices):
    """How a message sounds; what it says is the same in each."""

    WARM = "warm", "Warm"
    PLAIN = "plain", "Plain"
    BRIEF = "brief", "Brief"


class Content(TypedDict):
    """All of a message that a person writes: what the check reads, and why it may go out all the same."""

    text: str
    preferred: bool
    override: str
    signature: str


class DraftQuerySet(models.QuerySet["Draft"]):
    def about(self, offers: OfferQuerySet) -> Self:
        """Only messages about these offers: one's own, as every page asks for them."""
        return self.filter(offer__in=offers)

    def with_case(self) -> Self:
        """With the offer and all that advice on it is computed from, in two queries."""
        related = self.select_related("offer__owner", "offer__band", "offer__industry", "offer__decision")
        return related.prefetch_related("offer__colleagues")

    def sent(self) -> Self:
        return self.filter(sent_on__isnull=False)


class Draft(models.Model):
    """One message about one offer. Once it is marked as sent it stays as it was sent.

    `override` is why it goes out although a check blocks it. `basis` is what may be shown to others of the
    advice it stood on, kept when it was sent; empty for a message that needed no advice. `review_on` is when
    they said that a counter is with those who decide. `made_of` is a digest of what its text was composed
    from on the day `made_on`. `signature` is the person's own name, which stands below the text.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="drafts")
    key = models.UUIDField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    kind = models.CharField(max_length=12, choices=Kind)
    tone = models.CharField(max_length=5, choices=Tone, default=Tone.PLAIN)
    text = models.TextField(validators=[MaxLengthValidator(LONGEST)])
    preferred = models.BooleanField(default=False)
    override = models.TextField(blank=True, validators=[MaxLengthValidator(LONGEST_OVERRIDE)])
    signature = models.CharField(max_length=LONGEST_NAME, blank=True)
    sent_on = models.DateField(null=True, blank=True, validators=[validate_year_range])
    review_on = models.DateField(null=True, blank=True, validators=[validate_year_range])
    basis = models.JSONField(null=True, blank=True)
    made_of = models.CharField(max_length=64, blank=True, editable=False)
    made_on = models.DateField(null=True, blank=True, editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], name="draft_form_used_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="draft_kind_known"),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True) | Q(sent_on__range=(EARLIEST, LATEST)),
                name="draft_sent_on_in_range",
            ),
            models.CheckConstraint(condition=Q(tone__in=Tone.values), name="draft_tone_known"),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__range=(EARLIEST, LATEST)),
                name="draft_review_on_in_range",
            ),
            models.CheckConstraint(
                condition=Q(basis__isnull=True) | Q(sent_on__isnull=False),
                name="draft_basis_of_what_was_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} about {self.offer_id}"

    def get_absolute_url(self) -> str:
        return reverse("drafts:edit", args=[self.offer_id, self.pk])

    def says(self, *, sent_on: date | None = None, **content: object) -> bool:
        """Whether all of this is what is saved already, so that saving it again changes nothing."""
        saved = {name: getattr(self, name) for name in content}
        return (saved, self.sent_on) == (content, sent_on)

    @property
    def moment(self) -> history.Moment:
        """When it went out; one that has not comes after all that have."""
        return self.sent_on or date.max, self.changed_at

    @property
    def content(self) -> Content:
        return Content(
            text=self.text, preferred=self.preferred, override=self.override, signature=self.signature
        )

    @property
    def whole(self) -> str:
        """The message as it goes out, with the name below it."""
        return signed(self.text, self.signature)


def signed(text: str, name: str) -> str:
    return f"{text.rstrip()}\n{name}" if name else text


class Revision(models.Model):
    """One text that a draft has had; the latest is the text as it stands.

    `is_open` while what is saved in passing still goes into it, so that not every pause makes one.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField(validators=[MaxLengthValidator(LONGEST)])
    made_at = models.DateTimeField(auto_now_add=True)
    is_open = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="revision_numbered_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="revision_number_positive"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number} of {self.draft_id}"
