"""Every table that imports fill, by the name that layouts have for it."""

from offers.market.columns import Target
from offers.market.targets.bands import BAND
from offers.market.targets.places import AREA, PARITY, RATE
from offers.market.targets.scales import LOCALITY, PREVAILING, STEP
from offers.market.targets.titles import OCCUPATION, TITLE
from offers.market.targets.visas import FILING
from offers.market.targets.wages import WAGE

TARGETS: dict[str, Target] = {
    "wage": WAGE,
    "filing": FILING,
    "title": TITLE,
    "occupation": OCCUPATION,
    "area": AREA,
    "parity": PARITY,
    "rate": RATE,
    "prevailing": PREVAILING,
    "step": STEP,
    "locality": LOCALITY,
    "band": BAND,
}
