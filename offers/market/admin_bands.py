"""The pages of an employer's own bands: give a table, say which column is which, get an empty one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from offers.market.column_form import ColumnsForm
from offers.market.forms import BandsFileForm
from offers.market.headings import chosen, table_of
from offers.market.models import Batch, State
from offers.market.own_bands import choose, is_own, sets_of
from offers.market.reading.formats.bands import LAYOUT
from offers.market.tasks import defer
from offers.market.template_file import as_csv, as_workbook, explained
from offers.market.uploads import PART, give

# Whoever brings bands makes and changes these.
RIGHTS = ("bands.add_band", "bands.change_band", "bands.add_bandset", "bands.add_employer")
TO_CHOOSE = (State.COLUMNS, State.PREVIEWED)
TEMPLATES = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def may_bring_bands(request: HttpRequest) -> bool:
    return bool(request.user.has_perms(RIGHTS))


class OwnBandsPages:
    """A part of the administration of batches."""

    def bands_view(self: Any, request: HttpRequest) -> HttpResponse:
        if not (self.has_add_permission(request) and may_bring_bands(request)):
            raise PermissionDenied
        form = BandsFileForm(request.POST, request.FILES) if request.method == "POST" else BandsFileForm()
        if request.user.is_authenticated and form.is_valid():
            file = form.cleaned_data["file"]
            with transaction.atomic():
                batch = give(file.chunks(PART), file.name, by=request.user, layout=LAYOUT.key)
                defer(batch)
            return redirect(batch)
        page: HttpResponse = self.page(request, "bands", "Import bands", form=form, columns=explained())
        return page

    def template_view(self: Any, request: HttpRequest, kind: str) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if kind not in TEMPLATES:
            raise Http404
        make, content_type = TEMPLATES[kind]
        name = f'attachment; filename="bands.{kind}"'
        return HttpResponse(make(), content_type=content_type, headers={"Content-Disposition": name})

    @transaction.atomic
    def columns_view(self: Any, request: HttpRequest, pk: int) -> HttpResponse:
        batch = get_object_or_404(
            Batch.objects.select_for_update(), pk=self.found(request, pk, change=True).pk
        )
        if not is_own(batch) or batch.state not in TO_CHOOSE:
            return redirect(batch)
        given = request.POST if request.method == "POST" else request.GET
        table = table_of(batch.facts["head"], line_of(batch, given.get("line", "")))
        data = request.POST if request.method == "POST" else None
        form = ColumnsForm(batch, table, timezone.localdate(), data)
        if form.is_valid():
            defer(choose(batch, form.plan(), form.cleaned_data["band_set"]))
            return redirect(batch)
        lines = [number for number, cells in batch.facts["head"] if any(cells)]
        context = {"batch": batch, "form": form, "table": table, "head_lines": lines}
        context["may_delete"] = self.has_delete_permission(request)
        title = f"Columns of {batch.file_name}"
        page: HttpResponse = self.page(request, "columns", title, 422 if form.is_bound else 200, **context)
        return page


def line_of(batch: Batch, text: str) -> int | None:
    """The line of the headings: as it was asked for, else as it was chosen before."""
    if text.isdecimal() and len(text) < 9:
        return int(text)
    return batch.facts["plan"]["line"] if "plan" in batch.facts else None


def own_context(batch: Batch) -> dict[str, Any]:
    """What the page of a batch says of bands beside the rest."""
    if not is_own(batch):
        return {}
    sets = sets_of(batch) if batch.state == State.IMPORTED else []
    return {"chosen": chosen(batch.facts) if "plan" in batch.facts else [], "sets": sets}
