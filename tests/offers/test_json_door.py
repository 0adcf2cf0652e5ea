"""Room, pay, levers and replies of the five cases show what the JSON door answers to the same facts.

Each case is typed into the wizard; the door is given its facts as somebody wrote them down by hand.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.demo import CASES, Fields, load_case
from offers.engine.__main__ import main
from offers.engine.money import round_half_up, round_up, spoken
from offers.engine.policy import Policy
from offers.explain import NO_BREAK, figure, money
from offers.models import Offer
from tests.conftest import sign_in
from tests.offers.entry import enter
from tests.offers.facts import FACTS
from tests.offers.figures import Json, figures_in, written
from tests.offers.reading import Element, main_of

PAGES = {"room": "offers:room", "pay": "pay:page", "levers": "offers:levers", "replies": "replies:page"}
LIGHTS = ("band", "approval", "equity", "budget", "padding", "walk_away")
# What a person never types and the two ways of loading a case set differently.
OWN = {"id", "created_at", "changed_at", "is_example", "pages", "visited", "equity_believed_rate"}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One case: its offer as it was typed in, its pages, and what the door answers."""

    offer: Offer
    pages: dict[str, Element]
    room: Json
    pay: Json

    def amount(self, text: str) -> str:
        """An amount of the door as the pages about the offer write it."""
        return self.money(text, cents=self.offer.unit == "hour")

    def money(self, text: str, *, cents: bool = False) -> str:
        return money(Decimal(text), self.offer.currency, cents=cents).replace(NO_BREAK, " ")

    def texts(self, page: str, name: str) -> list[str]:
        return [one.text.strip() for one in self.pages[page].having(name)]


def ask(question: str, facts: Json) -> Json:
    """The answer of `python -m offers.engine`."""
    out, errors = StringIO(), StringIO()
    assert main([question], StringIO(json.dumps(facts)), out, errors) == 0, errors.getvalue()
    return json.loads(out.getvalue())


@pytest.fixture(params=CASES, ids=[case["company"] for case in CASES])
def case(request: pytest.FixtureRequest) -> Fields:
    found: Fields = request.param
    return found


@pytest.fixture
def shown(case: Fields, alice: User) -> Shown:
    load_industries(Policy())
    today, facts = timezone.localdate(), FACTS[case["company"]]
    offer, desk = enter(alice, case, today), sign_in(alice)
    addresses = {page: reverse(name, args=[offer.pk]) for page, name in PAGES.items()}
    return Shown(
        offer=offer,
        pages={page: main_of(desk.get(address).content.decode()) for page, address in addresses.items()},
        room=ask("room", facts.room_on(today)),
        pay=ask("pay", facts.pay),
    )


def test_every_page_of_a_case_shows_what_the_door_answers(shown: Shown) -> None:
    check_every_figure(shown)
    check_key_figures(shown)
    check_lights(shown)
    check_replies(shown)
    check_levers(shown)
    check_next_day(shown)


def check_every_figure(shown: Shown) -> None:
    """No figure of a page is missing in the answer."""
    room, pay = set(written(shown.room)), set(written(shown.pay))
    strange = {
        (page, found, text)
        for page, main in shown.pages.items()
        for found, text in figures_in(main)
        if found not in (pay if page == "pay" else room)
    }
    assert strange == set()


def check_key_figures(shown: Shown) -> None:
    """None of the figures that matter most is missing on its page."""
    assert [(page, text) for page, text in key_figures(shown) if text not in shown.pages[page].text] == []


def stop_text(shown: Shown, stop: Json) -> str:
    """A line as the page has it: without its name, and with its number as money."""
    text: str = stop["reason"]["text"].partition(": ")[2]
    if stop["code"] == "PAUSE":
        return text
    return re.sub(r"\d[\d,.]*\d", lambda found: shown.amount(found[0].replace(",", "")), text)


def key_figures(shown: Shown) -> Iterator[tuple[str, str]]:
    """What nobody may miss: each page with what must be read on it."""
    door, numbers = shown.room, shown.room["numbers"]
    yield from (("room", shown.amount(numbers[name])) for name in ("offer", "target"))
    yield from (("room", shown.amount(pay)) for pay in numbers["peers"])
    if door["ask"]:
        yield "room", shown.amount(door["ask"])
        yield from (("room", shown.amount(mark)) for mark in door["landing"].values())
        yield from (
            ("room", shown.amount(door[name])) for name in ("ceiling_no_exception", "ceiling_exception")
        )
        yield from (("replies", row["text"]) for row in told_of(shown) if not row["note"])
    for span in filter(None, (door["ranges"]["band"], door["ranges"]["posting"])):
        lines = [shown.amount(amount) for amount in (*span["ends"], *span["quarters"])]
        # A midpoint that is known stands in the place of the middle line.
        lines[3:4] = [shown.amount(span["midpoint"] or span["quarters"][1])]
        yield from (("room", line) for line in lines)
    for packages in door["packages"].values():
        yield from (("levers", shown.amount(package["base"])) for package in packages)
    if Decimal(door["shortfall"]):
        yield "levers", shown.amount(door["shortfall"])
    yield from (("levers", one[line]["text"]) for one in door["deciders"] for line in ("guards", "says"))
    yield from (("replies", stop_text(shown, stop)) for stop in door["stops"])
    yield from (("pay", shown.money(one["amount"])) for one in shown.pay["strip"].values())
    for year in shown.pay["years"]:
        yield from (("pay", figure(Decimal(year[name]))) for name in ("guaranteed", "claimed", "valued"))


def check_lights(shown: Shown) -> None:
    lit = [lights for lights in shown.room["lights"].values() if lights]
    cards = shown.pages["room"].having("screen-card")
    assert [lamps_on(card) for card in cards] == [list(lamps_of(shown, lights)) for lights in lit]


def lamps_on(card: Element) -> list[tuple[str, str]]:
    colours = [name.removeprefix("bulb-") for one in card.having("bulb") for name in one.classes - {"bulb"}]
    return list(zip(colours, [one.text for one in card.having("lamp-word")], strict=True))


def lamps_of(shown: Shown, lights: Json) -> Iterator[tuple[str, str]]:
    words = {"green": "Green", "amber": "Amber", "red": "Red", "grey": "Not known"}
    hourly, follows = shown.offer.unit == "hour", shown.offer.employer_type != "banded"
    for name in LIGHTS:
        light = lights[name]
        if name == "padding" and follows:
            continue
        word, by = words[light["colour"]], Decimal(light["by_how_much"] or 0)
        away = shown.amount(f"{round_up(by, Decimal('0.01' if hourly else '1'))}")
        yield light["colour"], "Facts only" if name == "budget" else f"{word}, {away} away" if by else word


def check_replies(shown: Shown) -> None:
    every = [row for row in shown.pages["replies"].having("tr") if row.having("reply-does")]
    rows = [row for row in every if "stop-line" not in row.classes]
    told = [(row.having("figure")[0].text, row.having("reply-does")[0].text) for row in rows]
    does = {"accept": "Accept", "package": "Take it as part of a package"}
    assert told == [
        (
            shown.amount(row["said"]) + (" or more" if row["action"] == "accept" else ""),
            does.get(row["action"]) or f"Answer with {shown.amount(row['reply'])}",
        )
        for row in told_of(shown)
    ]


def told_of(shown: Shown) -> list[Json]:
    """The rows of the door; in place of those that say yes the page has one, of what is enough and more."""
    rows = shown.room["replies"]
    accepted = [row for row in rows if row["action"] == "accept"]
    others = [row for row in rows if row not in accepted]
    return [*map(partial(enough, shown), accepted[-1:]), *others]


def enough(shown: Shown, row: Json) -> Json:
    said = Decimal(row["said"])
    least = min(said, shown.offer.target or said)
    text = row["text"].replace(spoken(said), spoken(least))
    return {**row, "said": str(least), "text": text}


def check_levers(shown: Shown) -> None:
    door, asked = shown.room["packages"], shown.room["ask"] is not None
    packages = [*door["opening"], *(door["fallback"] if asked else ())]
    assert shown.texts("levers", "package-base") == [shown.amount(one["base"]) for one in packages]
    gap = [one for box in shown.pages["levers"].having("marks") for one in box.having("mark-amount")]
    assert [one.text for one in gap] == [
        closing(shown, one) for one in shown.room["closers"] if asked_for(shown)
    ]


def asked_for(shown: Shown) -> bool:
    return Decimal(shown.room["shortfall"]) > 0


def closing(shown: Shown, closer: Json) -> str:
    if closer["amount"] is None:
        return "not known"
    amount = Decimal(closer["amount"])
    if closer["key"] == "leave_days":
        return f"about {round_half_up(amount, Decimal(1))} days"
    return shown.money(closer["amount"])


def check_next_day(shown: Shown) -> None:
    """The next step is due on the last day to counter or to ask, on the deadline, or on no day."""
    days, told = (
        {one.attributes["datetime"] for one in shown.pages["room"].having("time")},
        shown.room["days"],
    )
    assert days <= {told["counter"]["on"], told["ask"]["on"], f"{shown.offer.deadline}"}


def test_what_was_typed_is_the_case(case: Fields, alice: User, bob: User) -> None:
    load_industries(Policy())
    today = timezone.localdate()
    typed, loaded = enter(alice, case, today), load_case(bob, case, today)
    columns = [field.attname for field in Offer._meta.fields if field.name not in OWN | {"owner"}]
    assert {name: getattr(typed, name) for name in columns} == {
        name: getattr(loaded, name) for name in columns
    }
    for relation in ("colleagues", "instalments", "grants", "match_tiers", "wishes"):
        assert rows_of(typed, relation) == rows_of(loaded, relation)


def rows_of(offer: Offer, relation: str) -> list[dict[str, object]]:
    rows = getattr(offer, relation).values()
    return [{name: row[name] for name in row if name not in {"id", "offer_id", "key"}} for row in rows]
