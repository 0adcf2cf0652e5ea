"""Bands in the stock administration."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest

from offers.bands.admin.bulk import change_many
from offers.bands.admin.history import HistoryAdmin
from offers.bands.models import Band, BandSet, SetState


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
        "band_set",
        "valid_from",
        "valid_to",
    )
    list_filter = ("band_set__state", "confidence", "basis", "period", "currency", "family", "as_of")
    list_select_related = ("employer", "band_set__employer")
    search_fields = ("title", "level", "family", "location", "employer__name", "source")
    date_hierarchy = "as_of"
    actions = (change_many,)
    fieldsets = (
        (
            "Which job",
            {"fields": ("opened_version", "employer", "band_set", "family", "title", "level", "location")},
        ),
        ("Pay", {"fields": ("currency", "period", "minimum", "midpoint", "maximum", "basis")}),
        ("Where it comes from", {"fields": ("source", "url", "as_of", "sample", "confidence")}),
        ("When it holds", {"fields": ("valid_from", "valid_to")}),
    )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "band_set":
            kwargs["queryset"] = BandSet.objects.exclude(state=SetState.ARCHIVED).select_related("employer")
        kwargs["widget"] = NumberedSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Band | None = None) -> bool:
        """What was in force stays as it was, so that going back brings it back."""
        return super().has_change_permission(request, obj) and not is_archived(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Band | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not is_archived(obj)


def is_archived(band: Band | None) -> bool:
    """Whether it is saved in such a set; what a form has put in its place meanwhile does not count."""
    return band is not None and Band.objects.filter(pk=band.pk, band_set__state=SetState.ARCHIVED).exists()
