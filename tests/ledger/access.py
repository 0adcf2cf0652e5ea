"""Who may do what with what was said and seen."""

from typing import Any

from offers.models import Offer
from tests.access_row import Row

ROWS: dict[str, Row] = {}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {}
