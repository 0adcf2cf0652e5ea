"""A stock page of the administration that overwrites nothing and shows what the database recorded."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import DataError, models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from offers.bands.history import history_of
from offers.bands.models import Versioned


class VersionedForm(forms.ModelForm):
    """Refuses to overwrite what somebody else saved since this form was opened; keeps what was typed."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened_version"].initial = self.instance.version

    @property
    def is_stale(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, code="stale")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        saved = type(self.instance).objects.select_for_update().filter(pk=self.instance.pk).first()
        if saved and saved.version != self.cleaned_data.get("opened_version"):
            raise ValidationError(self.difference(saved), code="stale")
        return cleaned

    def difference(self, saved: Versioned) -> list[ValidationError]:
        """One line for each field whose saved value is not what stands in this form."""
        lines = [
            f"{field.label}: saved is “{field.prepare_value(getattr(saved, field_name(field, name)))}”, "
            f"here it says “{self[name].value()}”."
            for name, field in self.fields.items()
            if name in self.changed_data and name != "opened_version"
        ]
        intro = "Somebody saved this while you were editing. Your text is kept; reload to see theirs."
        return [ValidationError(line, code="stale") for line in [intro, *lines]]


def field_name(field: forms.Field, name: str) -> str:
    return f"{name}_id" if isinstance(field, forms.ModelChoiceField) else name


class HistoryAdmin(admin.ModelAdmin):
    """A stock admin page with version check and with the history that the database records."""

    form = VersionedForm
    formfield_overrides = {models.URLField: {"widget": AdminURLFieldWidget, "assume_scheme": "https"}}

    def save_model(self, request: HttpRequest, obj: Versioned, form: Any, change: bool) -> None:
        obj.version += change
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        response = super().render_change_form(request, context, *args, **kwargs)
        if context["adminform"].form.is_bound and context["adminform"].form.is_stale:
            response.status_code = 409
        return response

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list; with a filter that no value can have, such as the year 99999, the whole list."""
        try:
            response = super().changelist_view(request, extra_context)
            return response.render() if isinstance(response, TemplateResponse) else response
        except (DataError, ValueError, OverflowError):
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {row}",
            "entries": history_of(row),
            "object": row,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
        }
        return TemplateResponse(request, "admin/row_history.html", context)
