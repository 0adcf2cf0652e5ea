"""What a person added to compare their offers, for their own download."""

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.compare.models import Comparison, Criterion, Expectation, LogLine, Rate, Score
from offers.models import Offer


def export(user: User) -> dict[str, list[Exported]]:
    """Rates, the points and their log, every score ever given, and expected days. Six queries."""
    mine = Offer.objects.owned_by(user)
    own = Comparison.objects.filter(owner=user)
    return {
        "comparisons": [told(one, "id", "owner") for one in own],
        "rates": [told(one, "id", "owner") for one in Rate.objects.owned_by(user)],
        "criteria": [
            told(one, "id", "comparison") for one in Criterion.objects.filter(comparison__owner=user)
        ],
        "scores": [told(one, "id") for one in Score.objects.about(mine).order_by("pk")],
        "log": [told(one, "id", "comparison") for one in LogLine.objects.filter(comparison__owner=user)],
        "expected": [told(one, "id") for one in Expectation.objects.filter(offer__in=mine)],
    }
