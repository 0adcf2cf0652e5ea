"""A person's messages for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.drafts.models import Draft
from offers.models import Offer


def export(user: User) -> list[Exported]:
    """Every message, sent or not, with the number of its offer and the texts it has had. Two queries."""
    mine = Draft.objects.about(Offer.objects.owned_by(user)).order_by("created_at", "pk")
    return [
        told(draft, "key", "version", "made_of")
        | {"revisions": [told(one, "id", "draft", "is_open") for one in draft.revisions.all()]}
        for draft in mine.prefetch_related("revisions")
    ]
