"""What was said and seen on the way, for a person's own download."""

from typing import Any

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.ledger.models import Contact, Observation, Promise, Signal, Terms
from offers.models import Offer

MODELS: dict[str, Any] = {
    "terms": Terms,
    "promises": Promise,
    "signals": Signal,
    "observations": Observation,
    "contacts": Contact,
}


def export(user: User) -> dict[str, list[Exported]]:
    """Every entry with the number of its offer, in the order in which they were made. Five queries."""
    mine = Offer.objects.owned_by(user)
    return {
        name: [told(one, "key", "version") for one in model.objects.about(mine).order_by("made_at")]
        for name, model in MODELS.items()
    }
