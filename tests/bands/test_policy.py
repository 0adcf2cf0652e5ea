"""The engine's constants as rows that an administrator may change."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from offers.accounts.models import User
from offers.bands.history import history_of
from offers.bands.models import PolicyValue
from offers.bands.policy import current_policy
from offers.engine.policy import RULES, Policy
from tests.conftest import sign_in


def change(key: str, value: str) -> PolicyValue:
    return PolicyValue.objects.create(key=key, value=Decimal(value), reason="our own practice")


def test_without_rows_the_defaults_hold(db: None) -> None:
    assert current_policy() == Policy()


def test_a_row_goes_before_its_default_and_leaves_the_others(db: None) -> None:
    change("sign_on_cap", "0.12")
    assert current_policy() == Policy(sign_on_cap=Decimal("0.1200"))


def test_rows_that_contradict_each_other_leave_the_defaults(db: None) -> None:
    change("step_low", "0.5")
    assert current_policy() == Policy()


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("sign_on_cap", "2", "give a number from 0 to 1"),
        ("step_low", "0.5", "is above"),
        ("stay_years", "0", "give a number from 1 to 40"),
    ],
)
def test_a_value_that_cannot_be_is_said_beside_its_field(
    db: None, key: str, value: str, sentence: str
) -> None:
    row = PolicyValue(key=key, value=Decimal(value), reason="a slip")
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert list(error.value.message_dict) == ["value"]
    assert sentence in error.value.message_dict["value"][0]


def test_the_list_shows_the_default_beside_the_value(ada: User) -> None:
    change("sign_on_cap", "0.12")
    page = (
        sign_in(ada, second_factor=True).get(reverse("admin:bands_policyvalue_changelist")).content.decode()
    )
    assert "0.10" in page
    assert "fraction of base" in page


INDUSTRY_PADDINGS = [
    f"buffer_{kind}_{end}" for kind in ("technology", "pay_scale") for end in ("low", "high")
]


@pytest.mark.parametrize("key", INDUSTRY_PADDINGS)
def test_the_padding_of_an_industry_is_changed_at_the_industry_alone(db: None, key: str) -> None:
    row = PolicyValue(key=key, value=Decimal("0.06"), reason="our own practice")
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    said = "This padding stands at its industry; change it under Industries."
    assert error.value.message_dict == {"key": [said]}


def test_every_rule_but_those_can_be_given_a_value(ada: User) -> None:
    page = sign_in(ada, second_factor=True).get(reverse("admin:bands_policyvalue_add"))
    offered = {key for key, _ in page.context["adminform"].form.fields["key"].choices if key}
    assert set(RULES) - offered == set(INDUSTRY_PADDINGS)


def test_a_value_saved_before_that_is_shown_as_unused_with_its_history(ada: User) -> None:
    row, window = change("buffer_technology_high", "0.06"), sign_in(ada, second_factor=True)
    assert current_policy() == Policy()
    lists = window.get(reverse("admin:bands_policyvalue_changelist")).content.decode()
    assert 'icon-no.svg" alt="False"' in lists
    assert reverse("admin:bands_industry_changelist") in lists
    assert window.get(reverse("admin:bands_policyvalue_history", args=[row.pk])).status_code == 200
    address = reverse("admin:bands_policyvalue_change", args=[row.pk])
    assert (window.get(address).status_code, window.post(address).status_code) == (200, 404)


def test_the_history_says_what_a_value_was_added_with(db: None) -> None:
    (entry,) = history_of(change("sign_on_cap", "0.12"))
    told = [(one.field, one.before, one.after) for one in entry.changes]
    assert told == [
        ("rule", "", "usual limit of a sign-on"),
        ("value", "", "0.1200"),
        ("why it differs", "", "our own practice"),
    ]
