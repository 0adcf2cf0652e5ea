"""A person's job offer. Everything here is private to its owner."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property

from offers.accounts.models import User
from offers.bands.models import Band, Basis, Industry
from offers.bands.validators import validate_currency, validate_year_range
from offers.columns import (
    bonus_rate,
    choices_of,
    clawback_months,
    dated,
    in_order,
    leave,
    money,
    vesting_years,
)
from offers.engine import situation as engine
from offers.history import History, Row, rows_of
from offers.models.facts import PAY_LIMITS, PayFacts
from offers.models.law import LAW_LIMITS, LawFacts
from offers.models.own import OWN_LIMITS, OwnFacts
from offers.models.stated import Stated


class OfferQuerySet(models.QuerySet["Offer"]):
    def owned_by(self, user: User | AnonymousUser) -> Self:
        """Only what is this person's; nobody owns nothing."""
        if not user.is_authenticated:
            return self.none()
        mine = self.filter(owner_id=user.pk)
        # As Django does for user.offers: whose they are is known and need not be read once more.
        known = {Offer._meta.get_field("owner"): {user.pk: user}}
        mine._known_related_objects = known  # type: ignore[attr-defined]
        return mine

    def with_case(self) -> Self:
        """All that advice is computed from and what was sent: two queries, and more for what most lack.

        A band and a rule are asked for where an offer has one: joined they cost every page more.
        """
        related = ("colleagues", "band__employer", "pay_rule__within__within")
        return self.select_related("decision", "industry").prefetch_related(*related).with_history()

    def with_history(self) -> Self:
        """What `history` is read from, in no further query."""
        return self.annotate(**rows_of())

    def with_pay(self) -> Self:
        """What the package is read from beside the offer's own columns, in three further queries."""
        return self.prefetch_related("instalments", "grants", "match_tiers")


class Stage(models.TextChoices):
    RECEIVED = "received", "Offer received"
    REVIEWED = "reviewed", "Written offer reviewed"
    COUNTERED = "countered", "Counter submitted"
    REVIEW = "review", "Internal compensation review"
    FINAL = "final", "Final adjustment"
    DECIDED = "decided", "Decided"


class Offer(PayFacts, OwnFacts, LawFacts):
    """One job offer with one employer. Amounts are in `currency`, per `unit`, at the offered hours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="offers")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.RECEIVED)
    is_example = models.BooleanField(default=False, editable=False)
    # For each step, which open page saved it last; and the steps that were sent at least once.
    pages = models.JSONField(default=dict, editable=False)
    visited = models.JSONField(default=list, editable=False)

    company = models.CharField("company", max_length=200)
    role = models.CharField("role", max_length=150)
    level = models.CharField("level, as they call it", max_length=50, blank=True)
    seniority = models.CharField(
        "kind of level",
        max_length=12,
        blank=True,
        choices=choices_of(
            engine.Level,
            operative="Operative or administrative",
            professional="Professional or technical",
            manager="Manager",
            executive="Executive",
        ),
    )
    place = models.CharField("place of work", max_length=150)
    currency = models.CharField(max_length=3, validators=[validate_currency], default="USD")
    industry = models.ForeignKey(Industry, on_delete=models.SET_NULL, null=True, blank=True)
    employer_type = models.CharField(
        "how this employer sets pay",
        max_length=11,
        default=engine.EmployerType.BANDED.value,
        choices=choices_of(
            engine.EmployerType,
            banded="A range for each level (the usual case)",
            single_rate="One rate for the job",
            formula="A formula they publish",
            step_scale="A scale with steps",
        ),
    )
    hard_to_fill = models.BooleanField("they say the role is hard to fill", default=False)

    stated_as = models.CharField(
        "how you have it",
        max_length=7,
        choices=[("verbal", "said aloud"), ("written", "in writing")],
        default="verbal",
    )
    unit = models.CharField(
        "amounts are for",
        max_length=5,
        default=engine.Unit.YEAR.value,
        choices=choices_of(engine.Unit, year="a year", month="a month", hour="an hour"),
    )
    base = money("base pay")
    payments_per_year = models.PositiveSmallIntegerField(
        "monthly salaries a year", default=12, choices=[(12, "12"), (13, "13"), (14, "14")]
    )
    hours_per_week = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(1)), MaxValueValidator(Decimal(80))],
    )
    fte = models.DecimalField(
        "share of full time",
        max_digits=4,
        decimal_places=3,
        default=Decimal(1),
        validators=[MinValueValidator(Decimal("0.05")), MaxValueValidator(Decimal(1))],
    )
    bonus_stated = models.CharField(
        "a yearly bonus", max_length=10, choices=Stated, default=Stated.NOT_STATED
    )
    bonus_target_rate = bonus_rate()
    sign_on_stated = models.CharField("a sign-on", max_length=10, choices=Stated, default=Stated.NOT_STATED)
    sign_on = money("sign-on")
    sign_on_clawback_months = clawback_months()
    equity_stated = models.CharField("equity", max_length=10, choices=Stated, default=Stated.NOT_STATED)
    equity_grant = money("value of the whole grant")
    equity_years = vesting_years()
    leave_stated = models.CharField("paid leave", max_length=10, choices=Stated, default=Stated.NOT_STATED)
    leave_days = leave()
    deadline = models.DateField(
        "they want an answer by", null=True, blank=True, validators=[validate_year_range]
    )
    named_number = money("the number you named")
    said_yes = models.BooleanField("you already said yes aloud", default=False)

    band = models.ForeignKey(Band, on_delete=models.SET_NULL, null=True, blank=True)
    range_minimum = money("minimum")
    range_midpoint = money("midpoint")
    range_maximum = money("maximum")
    range_basis = models.CharField("their range is for", max_length=8, choices=Basis, default=Basis.POSITION)
    range_source = models.CharField("where their range comes from", max_length=200, blank=True)
    range_from_employer = models.BooleanField("the employer told you this range", default=False)
    posted_minimum = money("posted from")
    posted_maximum = money("posted to")
    posted_url = models.URLField("link to the posting", max_length=500, blank=True)
    posted_on = models.DateField("posted on", null=True, blank=True, validators=[validate_year_range])

    target = money("target")
    walk_away = money("walk-away")
    inside_minimum = money("inside, from")
    inside_maximum = money("inside, to")
    inside_by = models.CharField(
        "who said so",
        max_length=9,
        blank=True,
        choices=choices_of(
            engine.Informant,
            recruiter="The recruiter",
            manager="The hiring manager",
            employee="Somebody who works there",
            website="A website",
            other="Somebody else",
        ),
    )
    inside_in_writing = models.BooleanField("it was in writing", default=False)
    stance = models.CharField(
        "how far to go",
        max_length=8,
        default=engine.Stance.STANDARD.value,
        choices=choices_of(
            engine.Stance,
            standard="Up to an exception they can defend",
            cautious="Only what needs no exception",
        ),
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            *PAY_LIMITS,
            *OWN_LIMITS,
            *LAW_LIMITS,
            models.CheckConstraint(
                condition=Q(base__isnull=True) | Q(base__gt=0), name="offer_base_positive"
            ),
            in_order("walk_away", "target", name="offer_walk_away_to_target"),
            in_order("range_minimum", "range_maximum", name="offer_range_in_order"),
            in_order("posted_minimum", "posted_maximum", name="offer_posting_in_order"),
            dated("deadline", name="offer_deadline_in_range"),
            dated("posted_on", name="offer_posted_on_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.company}"

    def get_absolute_url(self) -> str:
        return reverse("offers:room", args=[self.pk])

    @property
    def is_decided(self) -> bool:
        return bool(self.stage == Stage.DECIDED)

    @property
    def measure(self) -> str:
        """What its amounts are in: "USD a year"."""
        return f"{self.currency} {self.get_unit_display()}".strip()

    @property
    def standing_at(self) -> str:
        """How it ended, or the stage at which it stands. Known `with_case()`."""
        decision = getattr(self, "decision", None)
        return str(decision.get_outcome_display() if decision else self.get_stage_display())

    @cached_property
    def history(self) -> History:
        """Which messages went out and what the terms named."""
        return History.of(self.listed("sent_rows"), self.listed("terms_rows"))

    def listed(self, name: str) -> list[Row]:
        """One of the lists that come `with_case()`; without it all of them are read, in one query."""
        if name not in vars(self) and not self._state.adding:
            columns = rows_of()
            found = Offer.objects.filter(pk=self.pk).annotate(**columns).values(*columns).first()
            vars(self).update(found or {})
        return vars(self).get(name) or []

    @property
    def has_entered_benefits(self) -> bool:
        """Whether the wizard knows of a match or a health plan, if only that there is none."""
        return {self.match_stated, self.health_stated} != {Stated.NOT_STATED}

    def has_passed_its_deadline(self, today: date) -> bool:
        return self.deadline is not None and self.deadline < today
