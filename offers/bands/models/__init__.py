"""What more than one person may use: employers, bands, padding, rule values, and the law on pay ranges."""

from offers.bands.models.band import Band, Basis, Confidence, Period
from offers.bands.models.base import Versioned
from offers.bands.models.employer import Employer, Industry
from offers.bands.models.pay_rule import Benefits, Duty, History, PayRule, RangeFor, Verified
from offers.bands.models.policy_value import PolicyValue

__all__ = [
    "Band",
    "Basis",
    "Benefits",
    "Confidence",
    "Duty",
    "Employer",
    "History",
    "Industry",
    "PayRule",
    "Period",
    "PolicyValue",
    "RangeFor",
    "Verified",
    "Versioned",
]
