"""What was said and seen on the way: terms, promises, signals, figures, people. Private to its owner."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from offers import history
from offers.columns import (
    LARGEST,
    SMALLEST,
    bonus_rate,
    choices_of,
    clawback_months,
    cost,
    dated,
    day,
    inside,
    leave,
    money,
    text,
    vesting_years,
    words,
)
from offers.engine import process as engine
from offers.engine import signals
from offers.engine.signals import OWN, SAID, Sign
from offers.ledger.entries import CHANNELS, Entry, OwnedQuerySet, once
from offers.models import Offer


class Version(models.TextChoices):
    """The versions that the terms of an offer go through."""

    ADVERTISED = "advertised", "Advertised"
    VERBAL = "verbal", "Said aloud"
    WRITTEN = "written", "Written offer"
    REVISED = "revised", "Their answer"
    FINAL = "final", "Their final package"


OFFERED = tuple(map(Version, history.OFFERED))
ANSWERS = tuple(map(Version, history.ANSWERS))


class TermsQuerySet(OwnedQuerySet):
    def answers(self) -> Self:
        """What they said to a counter."""
        return self.filter(kind__in=ANSWERS)


class Terms(Entry):
    """What they offered at one time, as it was heard or read. Amounts are in the measure of the offer.

    It is never changed, only taken back. A part that is None or empty was not mentioned. `deadline_before` is
    the deadline that `decide_by` took the place of, for the case that this version is taken back.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField(max_length=10, choices=Version)
    heard_on = day("on")
    channel = models.CharField(
        "how you have it", max_length=8, choices=CHANNELS, default=engine.Trust.CALL.value
    )
    person = words("who said it")
    level = words("level", 50)
    base = money("base pay")
    bonus_target_rate = bonus_rate()
    sign_on = cost("sign-on")
    sign_on_clawback_months = clawback_months()
    equity_grant = cost("value of the whole grant")
    equity_years = vesting_years()
    leave_days = leave()
    benefits = words("benefits", 300)
    reporting_line = words("you report to")
    place = words("place of work, remote days")
    starts_on = day("first day", known=False)
    other = text("anything else they said")
    decide_by = day("they want your decision by", known=False)
    deadline_before = models.DateField(null=True, blank=True, editable=False)

    objects = TermsQuerySet.as_manager()

    class Meta:
        ordering = ["-heard_on", "-made_at"]
        verbose_name_plural = "terms"
        constraints = [
            once("terms"),
            models.CheckConstraint(condition=Q(kind__in=Version.values), name="terms_kind_known"),
            models.CheckConstraint(
                condition=Q(base__gt=0) | (Q(base__isnull=True) & ~Q(kind__in=ANSWERS)),
                name="terms_base_positive",
            ),
            inside("heard_on", name="terms_heard_on_in_range"),
            dated("starts_on", name="terms_starts_on_in_range"),
            dated("decide_by", name="terms_decide_by_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.heard_on} about {self.offer_id}"

    def get_absolute_url(self) -> str:
        return reverse("outcome:page", args=[self.offer_id])

    @property
    def is_final(self) -> bool:
        return self.kind == Version.FINAL

    @property
    def is_answer(self) -> bool:
        return self.kind in ANSWERS

    @property
    def moment(self) -> history.Moment:
        return self.heard_on, self.made_at

    @property
    def measure(self) -> str:
        return self.offer.measure


class Settled(models.TextChoices):
    """What has become of a promise."""

    OPEN = "open", "not in writing yet"
    WRITTEN = "written", "in writing"
    WAIVED = "waived", "waived"


class Promise(Entry):
    """What they said they would do: what, who, when, and whether it stands in writing."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="promises")
    what = models.CharField("what they promised", max_length=200)
    person = words("who promised it")
    channel = models.CharField(
        "how you have it", max_length=8, choices=CHANNELS, default=engine.Trust.CALL.value
    )
    promised_on = day("on")
    state = models.CharField("where it stands", max_length=7, choices=Settled, default=Settled.OPEN)
    settled_on = day("since", known=False)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["promised_on", "made_at"]
        constraints = [
            once("promise"),
            models.CheckConstraint(condition=Q(state__in=Settled.values), name="promise_state_known"),
            models.CheckConstraint(
                condition=Q(state=Settled.OPEN, settled_on__isnull=True)
                | (~Q(state=Settled.OPEN) & Q(settled_on__isnull=False)),
                name="promise_settled_on_a_day",
            ),
            inside("promised_on", name="promise_promised_on_in_range"),
            dated("settled_on", name="promise_settled_on_in_range"),
        ]

    def __str__(self) -> str:
        return self.what


class Signal(Entry):
    """One thing that the other side said or did, good or bad, in their words."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="signals")
    sign = models.CharField(
        "what it was",
        max_length=20,
        choices=[
            *((sign.value, said.rstrip(".")) for sign, said in SAID.items()),
            (Sign.OWN_GREEN.value, "Something else that was good"),
            (Sign.OWN_RED.value, "Something else that was bad"),
        ],
    )
    label = words("what you call it", 80)
    quote = text("their words")
    seen_on = day("on")
    person = words("who")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on", "-made_at"]
        constraints = [
            once("signal"),
            models.CheckConstraint(condition=Q(sign__in=sorted(Sign)), name="signal_known"),
            models.CheckConstraint(
                condition=~Q(sign__in=sorted(OWN)) | ~Q(label=""),
                name="signal_of_ones_own_is_named",
            ),
            inside("seen_on", name="signal_seen_on_in_range"),
        ]

    def __str__(self) -> str:
        return self.label or str(self.get_sign_display())

    @property
    def as_engine(self) -> signals.Signal:
        return signals.Signal(
            sign=Sign(self.sign), quote=self.quote, on=self.seen_on, person=self.person, label=self.label
        )


class Observation(Entry):
    """One figure as it was seen or heard once. The list only grows: a mistake is struck out, not removed."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="observations")
    figure = models.CharField(
        "which figure",
        max_length=10,
        choices=choices_of(
            engine.Figure,
            advertised="advertised",
            desired="what you said you want",
            offered="what they offer",
            asked="what you asked",
            final="what they call final",
        ),
    )
    item = models.CharField(
        "of what",
        max_length=10,
        choices=[
            ("base", "base pay"),
            ("bonus", "yearly bonus"),
            ("sign_on", "sign-on"),
            ("equity", "the whole grant"),
            ("leave", "days of leave"),
        ],
        default="base",
    )
    value = models.DecimalField(
        "amount",
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )
    channel = models.CharField(
        "where it is from", max_length=8, choices=CHANNELS, default=engine.Trust.CALL.value
    )
    seen_on = day("on")
    person = words("from whom")
    struck_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on", "-made_at"]
        constraints = [
            once("observation"),
            models.CheckConstraint(condition=Q(value__gt=0), name="observation_value_positive"),
            inside("seen_on", name="observation_seen_on_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.get_item_display()}, {self.get_figure_display()}, {self.seen_on}"


class Contact(Entry):
    """Somebody on the other side. Their address is where a message of one's own may be sent."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("name", max_length=150)
    part = models.CharField(
        "their part",
        max_length=9,
        default="recruiter",
        choices=[
            ("recruiter", "Recruiter"),
            ("manager", "Hiring manager"),
            ("finance", "Finance or pay team"),
            ("other", "Somebody else"),
        ],
    )
    email = models.EmailField("e-mail", blank=True, max_length=254)
    phone = words("phone", 40)
    notes = text("notes")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        constraints = [once("contact")]

    def __str__(self) -> str:
        return self.name
