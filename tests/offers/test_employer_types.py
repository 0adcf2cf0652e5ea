"""How an employer sets pay is known to the engine and to no table: a row could only break its sentences."""

import pytest
from django.apps import apps

from offers.engine.advice import advise
from offers.engine.lever_catalogue import CHANGES
from offers.engine.levers import levers
from offers.engine.policy import RULES
from offers.engine.situation import EmployerType
from offers.models import Offer
from tests.engine.cases import POLICY, TODAY, situation


def test_an_offer_has_one_of_the_kinds_that_the_engine_knows_each_with_its_words() -> None:
    choices = dict(Offer._meta.get_field("employer_type").choices or [])
    assert list(choices) == [kind.value for kind in EmployerType]
    assert len(set(choices.values())) == len(EmployerType)


def test_only_the_offer_has_a_column_for_it_and_no_rule_value_changes_it() -> None:
    columns = [
        field.attname
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if "employer_type" in field.attname
    ]
    assert columns == ["employer_type"]
    assert [key for key in RULES if "employer" in key] == []


@pytest.mark.parametrize("kind", EmployerType)
def test_the_engine_has_levers_and_a_sentence_for_every_kind(kind: EmployerType) -> None:
    assert kind in CHANGES
    base = next(lever for lever in levers(employer_type=kind) if lever.key.startswith("base"))
    assert base.reason.text
    assert advise(situation("80000", "95000", employer_type=kind), POLICY, TODAY).levers
