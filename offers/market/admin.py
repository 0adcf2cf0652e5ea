"""Imports in the administration: give a file, look at what it would change, confirm, roll back."""

from collections.abc import Callable, Iterator
from functools import update_wrapper
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django_htmx.http import HttpResponseClientRedirect

from offers.market.admin_bands import OwnBandsPages, may_bring_bands, own_context
from offers.market.download import refused_csv
from offers.market.forms import ConfirmForm, GiveForm
from offers.market.models import Batch, State
from offers.market.own_bands import is_own
from offers.market.preview import LAYOUT
from offers.market.reading.formats import LAYOUTS
from offers.market.services import (
    BatchError,
    ask_to_roll_back,
    check_way_back,
    confirm,
    same_file,
    set_aside,
)
from offers.market.tasks import defer
from offers.market.uploads import PART, give

SHOWN = 50
View = Callable[..., HttpResponse | StreamingHttpResponse]


@admin.register(Batch)
class BatchAdmin(OwnBandsPages, admin.ModelAdmin):
    """The stock list; every other page is of our own making, in the look of the administration."""

    list_display = ("file_name", "layout", "year", "state", "read", "added", "changed", "refused", "given_at")
    list_filter = ("state", "layout", "year")
    search_fields = ("file_name",)
    actions = None

    def get_urls(self) -> list[URLPattern]:
        def page(route: str, view: View, name: str) -> URLPattern:
            wrapped = update_wrapper(self.admin_site.admin_view(view), view)
            return path(route, wrapped, name=f"market_batch_{name}")

        return [
            page("bands/", self.bands_view, "bands"),
            page("bands/template.<str:kind>", self.template_view, "template"),
            page("<int:pk>/columns/", self.columns_view, "columns"),
            page("<int:pk>/confirm/", self.confirm_view, "confirm"),
            page("<int:pk>/roll-back/", self.roll_back_view, "roll_back"),
            page("<int:pk>/refused.csv", self.refused_view, "refused"),
            *super().get_urls(),
        ]

    def found(self, request: HttpRequest, pk: int | str, *, change: bool) -> Batch:
        """The batch, for somebody who may see it, or change it."""
        may = self.has_change_permission(request) if change else self.has_view_permission(request)
        if not may:
            raise PermissionDenied
        batch = Batch.objects.select_related("given_by").filter(pk=pk).first() if is_key(pk) else None
        if batch is None:
            raise Http404
        if change and is_own(batch) and not may_bring_bands(request):
            raise PermissionDenied
        return batch

    def page(
        self, request: HttpRequest, template: str, title: str, status: int = 200, **context: Any
    ) -> HttpResponse:
        everything = self.admin_site.each_context(request) | {"title": title, "opts": self.opts} | context
        return TemplateResponse(request, f"admin/market/{template}.html", everything, status=status)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = GiveForm(request.POST, request.FILES) if request.method == "POST" else GiveForm()
        if request.user.is_authenticated and form.is_valid():
            file, year = form.cleaned_data["file"], form.cleaned_data["year"]
            with transaction.atomic():
                batch = give(file.chunks(PART), file.name, year=year, by=request.user)
                defer(batch)
            return redirect(batch)
        formats = [layout.title for layout in LAYOUTS]
        may_bring = may_bring_bands(request)
        return self.page(
            request, "give", "Import market pay", form=form, formats=formats, may_add_bands=may_bring
        )

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        batch = self.found(request, object_id, change=False)
        if batch.state == State.COLUMNS and self.has_change_permission(request):
            page = reverse("admin:market_batch_columns", args=[batch.pk])
            return HttpResponseClientRedirect(page) if request.htmx else redirect(page)  # type: ignore[attr-defined]
        return self.shown(request, batch, ConfirmForm(batch))

    def shown(self, request: HttpRequest, batch: Batch, form: ConfirmForm, status: int = 200) -> HttpResponse:
        layout = LAYOUT.get(batch.layout)
        return self.page(
            request,
            "batch",
            batch.file_name,
            status,
            batch=batch,
            form=form,
            layout=layout.title if layout else "",
            same=same_file(batch) if batch.state == State.PREVIEWED else None,
            refused=[(batch.line(row.line), row) for row in batch.refused_rows.all()[:SHOWN]],
            examples=examples(batch),
            may_change=self.has_change_permission(request),
            may_delete=self.has_delete_permission(request),
            may_add_bands=may_bring_bands(request),
            **own_context(batch),
        )

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self.found(request, pk, change=True)
        if request.method != "POST":
            return redirect(batch)
        form = ConfirmForm(batch, request.POST)
        try:
            with transaction.atomic():
                without = form.is_valid() and form.cleaned_data["without_refused"]
                defer(confirm(batch, without_refused=without))
        except BatchError as error:
            form.add_error("without_refused", str(error))
            return self.shown(request, batch, form, 422)
        return redirect(batch)

    def roll_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        batch = self.found(request, pk, change=True)
        try:
            if request.method != "POST":
                if batch.state == State.IMPORTED:
                    check_way_back(batch)
                return self.page(request, "roll_back", f"Roll back {batch.file_name}", batch=batch)
            with transaction.atomic():
                defer(ask_to_roll_back(batch))
        except BatchError as error:
            messages.error(request, str(error))
        return redirect(batch)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Sets a file aside that was not imported; what was imported is rolled back and stays on record."""
        if not self.has_delete_permission(request):
            raise PermissionDenied
        batch = self.found(request, object_id, change=False)
        if request.method != "POST":
            return self.page(request, "set_aside", f"Set aside {batch.file_name}", batch=batch)
        try:
            set_aside(batch)
        except BatchError as error:
            messages.error(request, str(error))
            return redirect(batch)
        messages.success(request, f"“{batch.file_name}” was set aside. Nothing of it was imported.")
        return redirect("admin:market_batch_changelist")

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return redirect(self.found(request, object_id, change=False))

    def refused_view(self, request: HttpRequest, pk: int) -> StreamingHttpResponse:
        return refused_csv(self.found(request, pk, change=False))


def is_key(value: object) -> bool:
    """Whether a part of an address can be the number of a batch."""
    return str(value).isdecimal() and int(str(value)) < 2**63


def examples(batch: Batch) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows to look at, under their headings; of new rows a few cells say enough."""
    for kind, title in (("changed", "What changes"), ("added", "What is new")):
        if rows := batch.examples.get(kind):
            yield title, [row | {"line": batch.line(row["line"]), "cells": row["cells"][:8]} for row in rows]
