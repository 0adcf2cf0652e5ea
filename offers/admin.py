"""Sets of bands in the administration: here and not with the bands, since publishing concerns offers."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from offers.band_sets import colours_of, publish_set
from offers.bands.admin.history import HistoryAdmin
from offers.bands.models import BandSet, SetState
from offers.bands.sets import (
    ChangedError,
    TooEarlyError,
    copy,
    difference,
    set_in_force,
    state_of,
    why_too_early,
)

CHANGED = "Something was saved since this page was opened. Look at it again, then publish."


@admin.register(BandSet)
class BandSetAdmin(HistoryAdmin):
    list_display = ("name", "employer", "state", "bands", "published_at")
    list_filter = ("state",)
    list_select_related = ("employer",)
    search_fields = ("name", "employer__name")
    autocomplete_fields = ("employer",)
    fields = ("opened_version", "employer", "name", "state", "published_at", "before")
    change_form_template = "admin/band_set.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[BandSet]:
        rows: QuerySet[BandSet] = super().get_queryset(request)
        return rows.annotate(many=Count("bands"))

    @admin.display(description="bands", ordering="many")
    def bands(self, row: Any) -> int:
        return int(row.many)

    def get_readonly_fields(self, request: HttpRequest, obj: BandSet | None = None) -> tuple[str, ...]:
        return ("state", "published_at", "before", *(("employer",) if obj else ()))

    def has_delete_permission(self, request: HttpRequest, obj: BandSet | None = None) -> bool:
        """Only a draft: the others are what was in force, and the way back."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.is_draft)

    def get_urls(self) -> list[Any]:
        own = [
            path("<int:pk>/publish/", self.admin_site.admin_view(self.publish), name="bands_bandset_publish"),
            path("<int:pk>/copy/", self.admin_site.admin_view(self.copy), name="bands_bandset_copy"),
        ]
        return own + super().get_urls()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With what publishing the set before would need, for the one press that goes back."""
        row = kwargs.get("obj")
        if row and row.is_in_force and row.before:
            context["way_back"] = state_of(row.before, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def found(self, request: HttpRequest, pk: int) -> BandSet:
        row = BandSet.objects.select_related("employer").filter(pk=pk).first() if pk < 2**63 else None
        if row is None:
            raise Http404
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        return row

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would change, for offers by their colours alone; on POST, publishes what was shown."""
        row = self.found(request, pk)
        if row.is_in_force:
            messages.info(request, "This set is in force.")
            return redirect("admin:bands_bandset_change", pk)
        if request.method != "POST":
            return self.shown(request, row)
        try:
            publish_set(row, shown=request.POST.get("shown", ""), today=timezone.localdate())
        except ChangedError:
            messages.warning(request, CHANGED)
            return self.shown(request, row, status=409)
        except TooEarlyError:
            return self.shown(request, row, status=409)
        messages.success(request, f"{row} is in force now.")
        return redirect("admin:bands_bandset_change", pk)

    def shown(self, request: HttpRequest, row: BandSet, status: int = 200) -> HttpResponse:
        row.refresh_from_db()
        now, today = set_in_force(row), timezone.localdate()
        context = {
            **self.admin_site.each_context(request),
            "title": f"Publish {row}",
            "opts": self.opts,
            "object": row,
            "now": now,
            "difference": difference(now, row),
            "too_early": why_too_early(now, row, today),
            "colours": colours_of(row, today),
            "shown": state_of(row, now),
            "is_back": row.state == SetState.ARCHIVED,
        }
        return TemplateResponse(request, "admin/publish_set.html", context, status=status)

    def copy(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A draft to work on; whoever opens the address is led to the set."""
        row = self.found(request, pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return redirect("admin:bands_bandset_change", pk)
        draft = copy(row)
        bands = reverse("admin:bands_band_changelist")
        messages.success(request, f"{draft} is a draft with the same bands.")
        return redirect(f"{bands}?band_set__id__exact={draft.pk}")
