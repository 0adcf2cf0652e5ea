"""How a person decided, for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.models import Offer
from offers.outcome.models import Decision


def export(user: User) -> list[Exported]:
    """Every decision with the number of its offer, the oldest first. One query."""
    decided = Decision.objects.filter(offer__in=Offer.objects.owned_by(user)).order_by("made_at")
    return [told(one, "id", "stage_before") for one in decided]
