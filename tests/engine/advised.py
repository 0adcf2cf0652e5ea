"""What tests ask the front door for advice about."""

from dataclasses import replace
from typing import Any

from offers.engine.advice import Advice, advise
from offers.engine.situation import Situation, Wishes
from tests.engine.cases import POLICY, TEAM, TODAY, D, band, situation

EXAMPLE = replace(
    TEAM,
    wishes=Wishes(
        caps={"sign_on": D(8000), "leave_days": D(5), "learning": D(2000)},
        weights={"sign_on": D(1), "leave_days": D(1), "learning": D("0.5")},
    ),
)
BAND = band("60000", "66000", "72000")


def advice(*given: Any, **more: Any) -> Advice:
    case = given[0] if isinstance(given[0], Situation) else situation(*given, **more)
    return advise(case, POLICY, TODAY)
