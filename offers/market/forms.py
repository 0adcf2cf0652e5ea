"""Giving a file, and saying yes to what it would change."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from offers.fields import CountField
from offers.market.models import Batch
from offers.market.own_bands import LIMITS
from offers.market.reading.limits import sized


class GiveForm(forms.Form):
    file = forms.FileField(
        allow_empty_file=True,  # Ours is the clearer word for it.
        help_text="A .xlsx, .csv, .txt, .json or .zip as the publisher made it; the format is seen from it.",
    )
    year = CountField(
        what="years",
        such_as=2025,
        least=1990,
        most=2100,
        error_messages=dict.fromkeys(("invalid", "outside"), "Give one year, from 1990 to 2100."),
        help_text="Only where neither the file nor its name says it.",
    )

    def clean_file(self) -> UploadedFile:
        return fitting(self.cleaned_data["file"], settings.IMPORT_LIMITS["packed"])


class BandsFileForm(forms.Form):
    file = forms.FileField(
        allow_empty_file=True,
        help_text="A .xlsx or .csv with one band in each row. Its first sheet is read.",
    )

    def clean_file(self) -> UploadedFile:
        return fitting(self.cleaned_data["file"], LIMITS.packed)


def fitting(file: UploadedFile, most: int) -> UploadedFile:
    if not file.size:
        raise forms.ValidationError("This file is empty.")
    if file.size > most:
        raise forms.ValidationError(f"This file has {sized(file.size)}; {sized(most)} is the most.")
    return file


class ConfirmForm(forms.Form):
    without_refused = forms.BooleanField(required=False)

    def __init__(self, batch: Batch, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = "the refused row" if batch.refused == 1 else f"the {batch.refused:,} refused rows"
        self.fields["without_refused"].label = f"Import without {rows}"
