"""A person's offers for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.models import Offer

FIRST = ("id", "created_at", "changed_at")  # What says which offer it is stands before what it pays.


def export(user: User) -> list[Exported]:
    """Every offer with every answer and the rows beside it, the oldest first. Seven queries."""
    mine = (
        Offer.objects.owned_by(user)
        .with_case()
        .with_pay()
        .prefetch_related("wishes", "evidence")
        .order_by("created_at", "pk")
    )
    return [
        {
            **dict.fromkeys(FIRST),
            **told(offer, "owner", "pages", "visited", "industry", "band", "pay_rule"),
            "industry": str(offer.industry) if offer.industry else None,
            "band": str(offer.band) if offer.band else None,
            "pay_rule": str(offer.pay_rule) if offer.pay_rule else None,
            "colleagues": [told(colleague, "id", "offer") for colleague in offer.colleagues.all()],
            "instalments": [told(part, "id", "offer") for part in offer.instalments.all()],
            "grants": [told(grant, "id", "offer", "key") for grant in offer.grants.all()],
            "match_tiers": [told(tier, "id", "offer") for tier in offer.match_tiers.all()],
            "wishes": [told(wish, "id", "offer") for wish in offer.wishes.all()],
            "evidence": [told(line, "id", "offer") for line in offer.evidence.all()],
        }
        for offer in mine.order_by("created_at", "pk")
    ]
