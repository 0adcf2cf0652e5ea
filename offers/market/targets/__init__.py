"""Every table that imports fill, by the name that layouts have for it."""

from offers.market.columns import Target
from offers.market.targets.visas import FILING
from offers.market.targets.wages import WAGE

TARGETS: dict[str, Target] = {"wage": WAGE, "filing": FILING}
