"""What a person was reminded of and since when a calendar reads their dates, for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.dates.models import CalendarFeed, Reminder
from offers.models import Offer


def export(user: User) -> dict[str, list[Exported]]:
    """Every reminder, the oldest first, and the calendar without what opens it. Two queries."""
    reminders = Reminder.objects.about(Offer.objects.owned_by(user)).order_by("due_at")
    return {
        "reminders": [told(one, "id", "message_id") for one in reminders],
        "calendars": [
            told(one, "id", "owner", "token_hash") for one in CalendarFeed.objects.filter(owner=user)
        ],
    }
