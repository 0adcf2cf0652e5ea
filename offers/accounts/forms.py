"""Where a person is, and whether they are reminded."""

import hashlib
import json
from typing import Any

from django import forms
from django.http import QueryDict

from offers.accounts.models import User
from offers.accounts.workdays import countries, regions
from offers.accounts.zones import UTC, zone_choices, zones_of

NO_COUNTRY = "Only weekends are skipped"
NO_REGION = "The whole country"
CHOOSE = "Choose one from the list."


class PreferencesForm(forms.ModelForm):
    """Knows what it was opened on, so that an old page does not undo what a newer one has saved."""

    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    country = forms.ChoiceField(
        label="Country whose holidays count",
        required=False,
        help_text="On these days nobody is expected to work, so no business day is counted.",
    )
    subdivision = forms.ChoiceField(
        label="Region", required=False, help_text="Some regions have holidays of their own."
    )
    time_zone = forms.ChoiceField(
        label="Time zone", help_text="Days begin and times are told as they are there."
    )

    class Meta:
        model = User
        fields = ("country", "subdivision", "time_zone", "mail_reminders")
        help_texts = {
            "mail_reminders": "One short mail at nine in the morning on the business day before a date of "
            "yours, and one on the day of a deadline. It names no company, no role and no figure.",
        }

    def __init__(self, sent: QueryDict | None = None, *, instance: User, proposed: str = "") -> None:
        """`proposed` is a country to start from where none is chosen; it is saved by the person alone."""
        self.sent = sent.copy() if sent is not None else None
        super().__init__(self.sent, instance=instance)
        self.saved = {name: self.initial[name] for name in self._meta.fields or ()}
        self.fields["opened"].initial = self.state
        self.proposed = "" if self.saved["country"] else countries().get(proposed, "")
        if self.proposed:
            self.initial["country"] = proposed
        self.choose("country", [("", NO_COUNTRY), *countries().items()])
        self.choose("time_zone", zone_choices(instance.time_zone, str(self["country"].value() or "")))
        self.offer_regions()

    def choose(self, name: str, choices: list[Any]) -> None:
        field: Any = self.fields[name]
        field.choices = choices
        field.error_messages["invalid_choice"] = CHOOSE

    def offer_regions(self) -> None:
        """The regions of the country that is chosen; a page without script learns of them when it is sent."""
        country = str(self["country"].value() or "")
        found = regions(country)
        if not found:
            del self.fields["subdivision"]
            return
        self.choose("subdivision", [("", NO_REGION), *found.items()])
        # What stands in the field may belong to the country before.
        if self.sent and country != self.saved["country"] and self.sent.get("subdivision") not in found:
            self.sent["subdivision"] = ""

    def clean(self) -> dict[str, Any] | None:
        """A new country with one time zone brings it along for who has chosen none yet."""
        cleaned = super().clean()
        own = [name for name, _ in zones_of(self.cleaned_data.get("country", ""))]
        chose_none = self.saved["time_zone"] == self.cleaned_data.get("time_zone") == UTC[0]
        self.brought = own[0] if chose_none and "country" in self.changed_data and len(own) == 1 else ""
        if self.brought:
            self.cleaned_data["time_zone"] = self.brought
        return cleaned

    def open_anew(self) -> None:
        """Sent once more, the page replaces what is saved now."""
        if self.sent is not None:
            self.sent["opened"] = self.state

    @property
    def state(self) -> str:
        """A hash of what is saved."""
        return hashlib.sha256(json.dumps(self.saved, sort_keys=True).encode()).hexdigest()

    def is_stale(self) -> bool:
        """Whether another page has saved something else since this one was opened."""
        opened = self.cleaned_data["opened"]
        sent = self.saved | {name: self.cleaned_data.get(name, "") for name in self.saved}
        return bool(opened and opened != self.state and sent != self.saved)

    def save(self, commit: bool = True) -> User:
        self.instance.subdivision = self.cleaned_data.get("subdivision", "")
        person: User = self.instance
        person.save(update_fields=[*self.saved])
        return person
