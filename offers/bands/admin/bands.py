"""Bands in the stock administration."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest

from offers.bands.admin.history import HistoryAdmin
from offers.bands.models import Band


class NumberedSelect(AutocompleteSelect):
    """The stock widget looks up whatever was posted; this one only what can be a key."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        return super().optgroups(name, [key for key in value if key.isdecimal()], attr)


@admin.register(Band)
class BandAdmin(HistoryAdmin):
    list_display = (
        "title",
        "level",
        "employer",
        "location",
        "currency",
        "minimum",
        "midpoint",
        "maximum",
        "period",
        "as_of",
        "confidence",
    )
    list_filter = ("confidence", "basis", "period", "currency", "family", "as_of")
    list_select_related = ("employer",)
    search_fields = ("title", "level", "family", "location", "employer__name", "source")
    date_hierarchy = "as_of"
    fieldsets = (
        ("Which job", {"fields": ("opened_version", "employer", "family", "title", "level", "location")}),
        ("Pay", {"fields": ("currency", "period", "minimum", "midpoint", "maximum", "basis")}),
        ("Where it comes from", {"fields": ("source", "url", "as_of", "sample", "confidence")}),
    )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["widget"] = NumberedSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
