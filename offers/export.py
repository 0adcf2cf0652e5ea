"""A person's offers for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.models import Offer


def export(user: User) -> list[Exported]:
    """Every offer with every answer and the team's salaries, the oldest first. Two queries."""
    mine = Offer.objects.owned_by(user).with_case().order_by("created_at", "pk")
    return [
        {
            **told(offer, "owner", "pages", "visited", "industry", "band"),
            "industry": str(offer.industry) if offer.industry else None,
            "band": str(offer.band) if offer.band else None,
            "colleagues": [told(colleague, "id", "offer") for colleague in offer.colleagues.all()],
        }
        for offer in mine
    ]
