"""The page that changes many bands at once: what to change, what that makes of each, then one press."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from offers.bands.bulk import Edit, changes, save_all, state_of
from offers.bands.models import Band
from offers.bands.sets import ChangedError
from offers.bands.validators import validate_year_range

MOST = 900  # A form may have a thousand fields.
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
CHANGED = "Something was saved since this page was opened, or a band has a problem. Look at it again."


class BulkForm(forms.Form):
    percent = forms.DecimalField(
        label="Raise by percent",
        required=False,
        min_value=Decimal(-50),
        max_value=Decimal(100),
        decimal_places=2,
        help_text="3.5 raises every amount by 3.5%; -2 lowers it.",
    )
    step = forms.TypedChoiceField(
        label="Round to whole",
        coerce=Decimal,
        choices=[
            ("0.01", "cents"),
            *((text, f"{int(text):,}") for text in ("1", "10", "100", "500", "1000")),
        ],
        initial="100",
    )
    valid_from = forms.DateField(required=False, widget=DAY, validators=[validate_year_range])
    valid_to = forms.DateField(required=False, widget=DAY, validators=[validate_year_range])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.get(name) for name in ("percent", "valid_from", "valid_to")):
            raise ValidationError("Give a percentage or a date.")
        return cleaned

    def edit(self) -> Edit:
        percent = self.cleaned_data["percent"]
        return Edit(
            rate=percent / 100 if percent else None,
            step=self.cleaned_data["step"],
            valid_from=self.cleaned_data["valid_from"],
            valid_to=self.cleaned_data["valid_to"],
        )


@admin.action(description="Raise by percent, or change dates", permissions=["change"])
def change_many(page: Any, request: HttpRequest, queryset: QuerySet[Band]) -> HttpResponse | None:
    """Asks what to change, shows it, and saves it when that very page is confirmed."""
    if queryset.count() > MOST:
        page.message_user(request, f"At most {MOST:,} bands at once.", messages.WARNING)
        return None
    is_sent = "preview" in request.POST or "shown" in request.POST
    form = BulkForm(request.POST if is_sent else None)
    with transaction.atomic():
        rows = queryset.select_related("employer", "band_set__employer").order_by("pk")
        if not form.is_bound or not form.is_valid():
            return show(page, request, rows, form)
        edit = form.edit()
        found = changes(rows.select_for_update(of=("self",)), edit)
        try:
            if "shown" in request.POST and "preview" not in request.POST:
                save_all(found, edit, shown=request.POST["shown"])
                told = "1 band is" if len(found) == 1 else f"{len(found)} bands are"
                page.message_user(request, f"{told} changed.", messages.SUCCESS)
                return None
        except ChangedError:
            messages.warning(request, CHANGED)
            return show(page, request, rows, form, found=found, edit=edit, status=409)
        return show(page, request, rows, form, found=found, edit=edit)


def show(
    page: Any,
    request: HttpRequest,
    rows: Any,
    form: BulkForm,
    *,
    found: Any = (),
    edit: Any = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **page.admin_site.each_context(request),
        "title": "Change many bands",
        "opts": page.opts,
        "form": form,
        "many": rows.count(),
        "changes": found,
        "problems": any(one.problem for one in found),
        "shown": state_of(found, edit) if found else "",
        "checkbox": ACTION_CHECKBOX_NAME,
        "selected": [row.pk for row in rows],
    }
    return TemplateResponse(request, "admin/change_bands.html", context, status=status)
