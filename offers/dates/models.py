"""What was reminded of, and the private address of a calendar."""

import uuid
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string

from offers.bands.validators import EARLIEST, LATEST
from offers.models import Offer, OfferQuerySet


def new_message_id() -> str:
    """The name of a mail, the same however often it has to be sent."""
    return f"<{get_random_string(32)}@{urlsplit(settings.SITE_URL).hostname}>"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def about(self, offers: OfferQuerySet) -> Self:
        """Only reminders of these offers: one's own, as every page asks for them."""
        return self.filter(offer__in=offers)


class Reminder(models.Model):
    """One mail about one day of one offer; it exists since it was due, and `sent_at` once it went out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="reminders")
    event = models.CharField(max_length=10)
    day = models.DateField()
    on_the_day = models.BooleanField()
    due_at = models.DateTimeField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=120, default=new_message_id, editable=False)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "event", "day", "on_the_day"], name="reminder_once_a_date"
            ),
            # The last safe day to counter may lie some days before the first day that pages accept.
            models.CheckConstraint(
                condition=Q(day__range=(EARLIEST.replace(year=EARLIEST.year - 1), LATEST)),
                name="reminder_day_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"Reminder {self.id}"


class CalendarFeed(models.Model):
    """The one private address at which a calendar reads a person's dates; known by its hash alone."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Calendar of {self.owner_id}"

    @property
    def version(self) -> str:
        """Tells this address from the ones before and after it, and nothing of what it is."""
        return self.made_at.isoformat()
