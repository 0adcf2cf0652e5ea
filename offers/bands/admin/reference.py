"""Employers, industries, rule values and laws in the stock administration, with their history."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from offers.bands.admin.history import HistoryAdmin
from offers.bands.models import Employer, Industry, PayRule, PolicyValue
from offers.bands.models.policy_value import OF_INDUSTRIES
from offers.engine.policy import RULES, Policy


@admin.register(Employer)
class EmployerAdmin(HistoryAdmin):
    list_display = ("name", "website")
    search_fields = ("name", "website")


@admin.register(PolicyValue)
class PolicyValueAdmin(HistoryAdmin):
    list_display = ("key", "value", "in_use", "default", "unit", "grade", "source", "reason")
    search_fields = ("key", "reason")

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only rules that a value here acts on."""
        if db_field.name == "key":
            kwargs["choices"] = [one for one in db_field.get_choices() if one[0] not in OF_INDUSTRIES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: PolicyValue | None = None) -> bool:
        """One that nothing reads any more can be looked at and deleted."""
        return (obj is None or obj.is_in_use) and super().has_change_permission(request, obj)

    @admin.display(description="in use", boolean=True)
    def in_use(self, row: PolicyValue) -> bool:
        return row.is_in_use

    @admin.display(description="default")
    def default(self, row: PolicyValue) -> str:
        return f"{getattr(Policy(), row.key):f}"

    @admin.display(description="unit")
    def unit(self, row: PolicyValue) -> str:
        return RULES[row.key].unit

    @admin.display(description="grade of the default")
    def grade(self, row: PolicyValue) -> str:
        return RULES[row.key].grade.value

    @admin.display(description="source of the default")
    def source(self, row: PolicyValue) -> str:
        return str(RULES[row.key].source)


@admin.register(Industry)
class IndustryAdmin(HistoryAdmin):
    list_display = ("name", "padding_low_rate", "padding_high_rate", "grade", "source")
    list_filter = ("grade",)
    search_fields = ("name", "source")


@admin.register(PayRule)
class PayRuleAdmin(HistoryAdmin):
    list_display = (
        "place",
        "country",
        "duty",
        "since",
        "employees",
        "basis",
        "history",
        "history_since",
        "verified",
        "as_of",
    )
    list_filter = ("verified", "duty", "basis", "history", "country", "as_of")
    search_fields = ("place", "country", "code", "citation")
    fieldsets = (
        ("Where", {"fields": ("opened_version", "code", "country", "place", "within", "known_as")}),
        ("Unasked", {"fields": ("duty", "since", "employees", "disclose", "benefits")}),
        ("What a posted range is of", {"fields": ("basis", "basis_since")}),
        ("On request", {"fields": ("request", "request_since", "request_employees")}),
        ("Earlier pay", {"fields": ("history", "history_since", "history_employees")}),
        ("Where it comes from", {"fields": ("note", "citation", "verified", "source", "to_check", "as_of")}),
    )
