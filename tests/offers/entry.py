"""Enters a case as a person does: opens each page of the wizard, types into its fields, sends its form."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.demo import BESIDE, Fields
from offers.engine.money import spoken
from offers.models import Offer
from offers.wizard import STEPS
from tests.conftest import sign_in
from tests.offers.reading import Element, main_of

Typed = Mapping[str, str]
# Summed up from the grants and the match, which are typed in detail.
BOXES = {"checkbox", "radio"}
UNTICKED = "unticked"  # A box without its tick is not sent.
SUMMED = {"equity_grant", "equity_years", "equity_believed_rate", "match_rate"}


def enter(owner: User, case: Fields, today: date) -> Offer:
    """The case as a new offer of `owner`, who types all of it; a fact that no page asks for fails."""
    desk, answers, asked = sign_in(owner), dict(typed(case, today)), set[str]()
    send(desk, reverse("offers:new"), answers, asked)
    offer = Offer.objects.owned_by(owner).get()
    for step in STEPS[1:]:
        send(desk, reverse("offers:step", args=[offer.pk, step.key]), answers, asked)
        for grant in case.get("grants", ()) if step.key == "equity" else ():
            send(desk, reverse("offers:new-grant", args=[offer.pk]), dict(texts(grant)), set())
    assert set(answers) - asked == set()
    return Offer.objects.get(pk=offer.pk)


def send(desk: Client, address: str, answers: Typed, asked: set[str]) -> None:
    """Opens a page, types what belongs on it and sends it; a form with an error does not lead on."""
    (form, *_) = [one for one in opened(desk, address).having("form") if "step-form" in one.classes]
    known = {name_of(one) for one in form.walk()}
    mine = {name: chosen(form, name, text) for name, text in answers.items() if name in known}
    asked |= set(mine)
    whole = dict(untouched(form)) | mine
    answer = desk.post(address, {name: text for name, text in whole.items() if text != UNTICKED})
    assert answer.status_code == 302, main_of(answer.content.decode()).text


def opened(desk: Client, address: str) -> Element:
    return main_of(desk.get(address).content.decode())


def untouched(form: Element) -> Iterator[tuple[str, str]]:
    """What a browser sends of a form that nobody touched."""
    for one in form.walk():
        if one.tag == "textarea":
            yield name_of(one), one.text.strip()
        elif one.tag == "select":
            options = [(option.attributes.get("value") or "", option.attributes) for option in one.walk()]
            yield (
                name_of(one),
                next((value for value, marks in options if "selected" in marks), options[0][0]),
            )
        elif one.tag == "input" and one.attributes["type"] not in BOXES:
            yield name_of(one), one.attributes.get("value") or ""
        elif one.tag == "input" and "checked" in one.attributes:
            yield name_of(one), one.attributes.get("value") or "on"


def name_of(one: Element) -> str:
    return one.attributes.get("name") or ""


def chosen(form: Element, name: str, text: str) -> str:
    """What was typed, or the value of the choice that has these words."""
    options = [
        option
        for one in form.walk()
        if name_of(one) == name
        for option in one.walk()
        if option.tag == "option"
    ]
    return next((one.attributes.get("value") or "" for one in options if one.text == text), text)


def typed(case: Fields, today: date) -> Iterator[tuple[str, str]]:
    """Each fact of a case by the name of its field, as a person types it."""
    summed = SUMMED if case.get("grants") else SUMMED - {"equity_grant", "equity_years"}
    yield from texts({name: value for name, value in case.items() if name not in BESIDE | summed})
    yield "deadline", f"{today + timedelta(days=case['days_left'])}"
    yield "industry", case["industry"]
    yield "salaries", "\n".join(map(str, case.get("team", ())))
    for number, (amount, month) in enumerate(case.get("instalments", ()), 1):
        yield from texts({f"amount_{number}": amount, f"month_{number}": month})
    for number, tier in enumerate(case.get("match_tiers", ()), 1):
        for name, share in zip(("rate", "low", "high"), tier, strict=True):
            yield f"{name}_{number}", percentage(Decimal(share))
    for wish in case.get("wishes", ()):
        for name, value in wish.items():
            if name != "key":
                yield ("each" if name == "each" else f"{name}_{wish['key']}"), answered(name, value)


def texts(facts: Fields) -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        yield name, percentage(value) if name == "fte" or name.endswith("_rate") else plain(value)


def plain(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else UNTICKED
    return spoken(value) if isinstance(value, Decimal) else str(value)


def answered(name: str, value: Any) -> str:
    if name == "movable":
        return "yes" if value else "no"
    return str(value) if name == "weight" else plain(value)


def percentage(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
