"""What stands of an offer now: as it was entered, as they answered since, without what they dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from offers.case import measure_of
from offers.drafts.composer.ground import Dropped
from offers.drafts.drops import dropped, without
from offers.engine.reason import TYPED, Reason
from offers.ledger.parts import PARTS, Stand, of_offer, standing
from offers.models import Offer, Stated
from offers.package import NONE
from offers.summary import Summary


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The parts that stand, their figures, and what was named before and is lower or gone."""

    parts: Stand
    summary: Summary
    drops: tuple[Dropped, ...]

    def since(self, offer: Offer) -> list[str]:
        """What they have answered since the offer was entered, then what was dropped; often empty."""
        before, gone = of_offer(offer), {one.name for one in self.drops}
        measure = measure_of(offer)
        moved = [
            f"{part.label} {part.said(self.parts[part.name], measure)}, entered as "
            f"{part.said(before[part.name], measure) if part.name in before else 'nothing'}"
            for part in PARTS
            if part.name in COUNTED
            and part.name not in gone
            and part.name in self.parts
            and self.parts[part.name] != before.get(part.name)
        ]
        answered = [f"This counts what they have answered since: {'; '.join(moved)}."] if moved else []
        return [*answered, *(reason.text for reason in dropped_words(offer.company, self.drops))]


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
        leave_days=now.get("leave_days", NONE if offer.leave_stated == Stated.NONE else None),
    )
    return Standing(parts=now, summary=summary, drops=drops)


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
