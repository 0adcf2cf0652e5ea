"""Every format that can be read, in the order in which a file is tried."""

from offers.market.reading.formats import lca, oews, places, scales, titles
from offers.market.reading.layouts import Layout

LAYOUTS: tuple[Layout, ...] = (
    *oews.LAYOUTS,
    *lca.LAYOUTS,
    *titles.LAYOUTS,
    *places.LAYOUTS,
    *scales.LAYOUTS,
)
