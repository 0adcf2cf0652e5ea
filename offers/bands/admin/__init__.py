"""What administrators edit. Django finds the pages by importing this package."""

from offers.bands.admin.bands import BandAdmin
from offers.bands.admin.reference import EmployerAdmin, IndustryAdmin, PayRuleAdmin, PolicyValueAdmin

__all__ = ["BandAdmin", "EmployerAdmin", "IndustryAdmin", "PayRuleAdmin", "PolicyValueAdmin"]
