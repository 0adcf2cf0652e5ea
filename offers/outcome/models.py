"""What the employer answered, and how it ended. Private to the offer's owner, as the offer is."""

import uuid
from datetime import date
from typing import Self

from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from offers.bands.validators import EARLIEST, LATEST, validate_year_range
from offers.drafts.models import Draft, Kind
from offers.engine.process import Outcome as Engine
from offers.models import LARGEST, SMALLEST, Offer, OfferQuerySet, Stage, choices_of, money

LONGEST = 1_000


class AnswerQuerySet(models.QuerySet["Answer"]):
    def about(self, offers: OfferQuerySet) -> Self:
        """Only answers to these offers: one's own, as every page asks for them."""
        return self.filter(offer__in=offers)


class Answer(models.Model):
    """What they said on one day, as it was heard; amounts are in the measure of the offer.

    It is never changed, only taken back. A part that is None was not mentioned.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="heard")
    key = models.UUIDField(editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    heard_on = models.DateField("heard on", validators=[validate_year_range])
    channel = models.CharField(
        "how you have it",
        max_length=6,
        choices=[("call", "said aloud"), ("mail", "in a mail"), ("letter", "in a new written offer")],
        default="call",
    )
    base = models.DecimalField(
        "the base they answer with",
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )
    sign_on = money("sign-on")
    leave_days = models.DecimalField(
        "days of paid leave",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(120)],
    )
    other = models.TextField("anything else they said", blank=True, validators=[MaxLengthValidator(LONGEST)])
    is_final = models.BooleanField("they called it final", default=False)
    decide_by = models.DateField(
        "they want your decision by", null=True, blank=True, validators=[validate_year_range]
    )

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-heard_on", "-made_at"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], name="answer_form_used_once"),
            models.CheckConstraint(condition=Q(base__gt=0), name="answer_base_positive"),
            models.CheckConstraint(
                condition=Q(heard_on__range=(EARLIEST, LATEST)), name="answer_heard_on_in_range"
            ),
            models.CheckConstraint(
                condition=Q(decide_by__isnull=True) | Q(decide_by__range=(EARLIEST, LATEST)),
                name="answer_decide_by_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"Answer of {self.heard_on} about {self.offer_id}"

    def get_absolute_url(self) -> str:
        return reverse("outcome:page", args=[self.offer_id])

    @property
    def measure(self) -> str:
        return self.offer.measure


class Decision(models.Model):
    """How one negotiation ended. `stage_before` is where it stood, in case the decision is taken back."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(
        "how it ended",
        max_length=9,
        choices=choices_of(
            Engine,
            accepted="I accepted",
            declined="I declined",
            withdrawn="They took the offer back",
            expired="It ran out",
        ),
    )
    decided_on = models.DateField("on", validators=[validate_year_range])
    stage_before = models.CharField(max_length=10, choices=Stage, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__range=(EARLIEST, LATEST)), name="decision_decided_on_in_range"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} on {self.decided_on}"

    @property
    def days(self) -> int | None:
        """Days from the first counter that went out to the decision."""
        first: date | None = (
            Draft.objects.filter(offer=self.offer_id, kind=Kind.COUNTER)
            .sent()
            .order_by("sent_on")
            .values_list("sent_on", flat=True)
            .first()
        )
        return (self.decided_on - first).days if first else None
