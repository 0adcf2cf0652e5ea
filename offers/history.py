"""What has happened about an offer, as columns beside it: when messages went out, what came."""

from typing import Any

from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.expressions import Combinable

Rows = models.Manager[Any]


def history_of(offers: Rows) -> dict[str, Combinable]:
    """The columns, by the names that the model has for them; `offers` is its manager."""
    return {
        "wrote_on": last_sent(offers),
        "acknowledged_on": last_sent(offers, "acknowledge"),
        "asked_on": last_sent(offers, "questions"),
        "lettered_on": first_letter(offers),
        "extended_on": last_sent(offers, "extension"),
        "countered_on": last_sent(offers, "counter", "fallback", "phone"),
        "ended_on": last_sent(offers, "accept", "decline"),
        "answered": last_answer(offers),
        "names_benefits": names(offers, "benefits"),
        "names_line": names(offers, "reporting_line"),
    }


def last_sent(offers: Rows, *kinds: str) -> models.Subquery:
    """The day on which a message of one of these kinds last went out; without a kind, any message."""
    of_kind = Q(drafts__kind__in=kinds) if kinds else Q()
    sent = offers.filter(of_kind, pk=OuterRef("pk"), drafts__sent_on__isnull=False)
    return models.Subquery(sent.order_by("-drafts__sent_on").values("drafts__sent_on")[:1])


def first_letter(offers: Rows) -> models.Subquery:
    """The day of the first version of the terms that came in writing."""
    written = offers.filter(pk=OuterRef("pk"), terms__channel__in=("contract", "letter", "mail"))
    return models.Subquery(written.order_by("terms__heard_on").values("terms__heard_on")[:1])


def last_answer(offers: Rows) -> models.Subquery:
    """The base that they answered a counter with last."""
    answers = offers.filter(pk=OuterRef("pk"), terms__kind__in=("revised", "final"))
    newest = answers.order_by("-terms__heard_on", "-terms__made_at")
    return models.Subquery(newest.values("terms__base")[:1])


def names(offers: Rows, part: str) -> models.Exists:
    """Whether a version of the terms names this part, which the wizard does not ask for."""
    return models.Exists(offers.filter(pk=OuterRef("pk"), **{f"terms__{part}__gt": ""}))
