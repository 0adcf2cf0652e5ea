"""What stands of an offer now: as it was entered, as they answered since, without what they dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from offers.drafts.composer.ground import Dropped
from offers.drafts.drops import dropped, without
from offers.engine.reason import TYPED, Reason
from offers.ledger.parts import standing
from offers.models import Offer
from offers.package import Summary


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The figures that stand, and what was named before and is lower or gone."""

    summary: Summary
    drops: tuple[Dropped, ...]


def standing_of(offer: Offer) -> Standing:
    """`offer.terms` and `offer.promises` are loaded."""
    drops = tuple(dropped(offer))
    now = without(standing(offer), drops)
    summary = Summary(
        base=now.get("base"),
        bonus_rate=now.get("bonus_target_rate"),
        sign_on=now.get("sign_on"),
        clawback_months=now.get("sign_on_clawback_months"),
        grant=now.get("equity_grant"),
        grant_years=now.get("equity_years"),
        leave_days=now.get("leave_days"),
    )
    return Standing(summary=summary, drops=drops)


def dropped_words(name: str, drops: Sequence[Dropped]) -> list[Reason]:
    """For the person's own pages: what is counted lower, or not at all."""
    told = "{name} named {said}, and what came since has {has}. It is counted as it stands now."
    return [
        Reason(
            code="DROPPED",
            sentence=told,
            params={"name": name, "said": one.said, "has": one.has},
            source=TYPED,
        )
        for one in drops
        if one.name in COUNTED
    ]


COUNTED = ("base", "bonus_target_rate", "sign_on", "equity_grant", "leave_days")
