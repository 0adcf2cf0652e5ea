"""What a person was answered and how they decided, for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.models import Offer
from offers.outcome.models import Answer, Decision


def export(user: User) -> dict[str, list[Exported]]:
    """Every answer and every decision with the number of its offer, the oldest first. Two queries."""
    mine = Offer.objects.owned_by(user)
    heard = Answer.objects.about(mine).order_by("heard_on", "made_at")
    decided = Decision.objects.filter(offer__in=mine).order_by("made_at")
    return {
        "answers": [told(answer, "key") for answer in heard],
        "decisions": [told(one, "id", "stage_before") for one in decided],
    }
