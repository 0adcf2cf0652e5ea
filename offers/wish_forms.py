"""The page of the wizard about what may stand beside base. Its order and title are in wizard.py."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Model

from offers.fields import CostField, CountField, MoneyField, YesNoField
from offers.models import Offer, Wish
from offers.models.wishes import BASE, DAYS, OTHERS, TITLES, WEIGHTS
from offers.pay_forms import A_YEAR, PayForm
from offers.step_form import Fold, form_with, helper, row

COLUMNS = ("movable", "cap", "weight")
SELDOM = ("remote_days", "equity")  # Used in packages only where the person says that they move.
NAMES = TITLES | {"leave_days": "Leave", "remote_days": "Remote days", "equity": "Grant"}
TOP = "On top of what they offer."
HELP = {
    "sign_on": f"{TOP} Empty: a tenth of a year of base in all.",
    "leave_days": f"{TOP} Empty: 5 days.",
    "remote_days": "Days a week. Used once this and their worth below are filled in.",
    "learning": f"By the year. {TOP} Not used while this is empty.",
    "equity": "More of it, by the year. Used only if you say that they can change it.",
}
SHORT = {Decimal("1.5"): "1½ times"}  # Beside two other fields there is no room for more.
UNUSED = f"{TOP} Not used while this is empty."


def cap_field(key: str) -> forms.Field:
    label, told = f"{NAMES[key]}: at most", HELP.get(key, UNUSED)
    if key in DAYS:
        label = f"{NAMES[key]}: days at most"
        return CountField(label=label, help_text=told, what="days", such_as=3, least=0, most=DAYS[key])
    return CostField(label=label, help_text=told)


def movable_field(key: str) -> forms.Field:
    return YesNoField(label=f"{(NAMES | OTHERS)[key]}: can they change it?")


def weight_field(key: str) -> forms.Field:
    """What it is worth to the person; base has some worth to everybody."""
    known = [(worth, SHORT.get(worth, label)) for worth, label in WEIGHTS if worth or key not in BASE]
    return forms.TypedChoiceField(
        label=f"{(NAMES | BASE)[key]}: worth to you",
        help_text="Beside all else. Less than its full value, and packages hold more of the rest."
        if key in BASE
        else "",
        choices=[("", ""), *((f"{worth}", label) for worth, label in known)],
        coerce=Decimal,
        empty_value=None,
        required=False,
    )


ASKED = (
    ("movable", movable_field, TITLES | OTHERS),
    ("cap", cap_field, TITLES),
    ("weight", weight_field, TITLES | BASE),
)
FIELDS = {f"{name}_{key}": make(key) for name, make, keys in ASKED for key in keys}


Levers: Any = form_with(FIELDS)


class WishesForm(PayForm, Levers):
    class Meta:
        model = Offer
        fields = ()

    each = MoneyField(
        label="What one remote day a week is worth to you",
        help_text="Such as what the way to work costs. Remote days are used once this and their number "
        "are filled in.",
    )

    periods = {"each": A_YEAR}

    def __init__(self, *args: Any, instance: Offer, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, initial=dict(said(instance)) | (initial or {}), **kwargs)

    def beside(self, offer: Offer) -> dict[str, list[Model]]:
        """A row for each lever of which anything is said."""
        rows: list[Model] = []
        for key in TITLES | OTHERS | BASE:
            told = {name: self.cleaned_data.get(f"{name}_{key}") for name in COLUMNS}
            if key == "remote_days":
                told["each"] = self.cleaned_data.get("each")
            if any(value is not None for value in told.values()):
                rows.append(Wish(offer=offer, key=key, **told))
        return {"wishes": rows}

    def layout(self) -> FormHelper:
        return helper(
            *(row(*names(key)) for key in TITLES if key not in SELDOM),
            Fold(
                "Remote days and the size of the grant",
                *(row(*names(key)) for key in SELDOM[:1]),
                row("each"),
                *(row(*names(key)) for key in SELDOM[1:]),
            ),
            Fold(
                "Base, and what no package holds",
                row("weight_base"),
                *(row(*pair) for pair in batched([f"movable_{key}" for key in OTHERS], 2)),
            ),
        )


def batched(names: list[str], size: int) -> Iterator[list[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))


def names(key: str) -> list[str]:
    """The fields of one lever."""
    return [f"{name}_{key}" for name in COLUMNS]


def said(offer: Offer) -> Iterator[tuple[str, Any]]:
    """What is saved of each lever, by field."""
    for wish in offer.wishes.all():
        yield f"movable_{wish.key}", wish.movable
        whole = wish.key in DAYS and wish.cap is not None
        yield f"cap_{wish.key}", int(wish.cap or 0) if whole else wish.cap
        yield f"weight_{wish.key}", None if wish.weight is None else f"{wish.weight}"
        if wish.key == "remote_days":
            yield "each", wish.each
