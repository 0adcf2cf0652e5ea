"""Pay that publishers have published, and the batches by which it came."""

from offers.market.models.batches import Batch, BatchQuerySet, KeptRow, RefusedRow, State, UploadPart
from offers.market.models.places import Area, Parity, Rate
from offers.market.models.scales import PayLocality, PayStep, PrevailingWage
from offers.market.models.titles import Occupation, OccupationTitle
from offers.market.models.visas import Filing, FilingPay
from offers.market.models.wages import Mark, Wage

__all__ = [
    "Area",
    "Batch",
    "BatchQuerySet",
    "Filing",
    "FilingPay",
    "KeptRow",
    "Mark",
    "Occupation",
    "OccupationTitle",
    "Parity",
    "PayLocality",
    "PayStep",
    "PrevailingWage",
    "Rate",
    "RefusedRow",
    "State",
    "UploadPart",
    "Wage",
]
