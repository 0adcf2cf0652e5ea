"""The page of rights: what is said of a place, and what is never said."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.models import PayRule
from offers.bands.pay_rules import load_pay_rules
from offers.case import advice_on
from offers.drafts.models import Draft
from offers.models import Offer, Stage
from offers.rights import guess
from tests.conftest import CountQueries
from tests.factories import make_offer, make_pay_rule
from tests.offers.reading import Element, main_of

UNCHECKED = "Not checked; ask the labour office."


def address_of(offer: Offer) -> str:
    return reverse("offers:rights", args=[offer.pk])


def page(desk: Client, offer: Offer) -> Element:
    return main_of(desk.get(address_of(offer)).content.decode())


def points(main: Element) -> list[tuple[str, str]]:
    """The tag and the sentence of every point, from top to bottom."""
    return [
        (one.having("tag")[0].text.strip(), one.having("dd")[0].text.strip()) for one in main.having("point")
    ]


def send(desk: Client, offer: Offer, **body: Any) -> Any:
    form = desk.get(address_of(offer)).context["form"]
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    return desk.post(address_of(offer), opened | body)


def test_duties_in_force_are_stated_with_citation_and_date(desk: Client, alice: User) -> None:
    main = page(desk, make_offer(alice, pay_rule=make_pay_rule(), employees=40))
    assert points(main) == [
        (
            "in force",
            "A posting has to name the pay scale. In force since 1 January 2023 for employers of 15 or more "
            "people.",
        ),
        (
            "in force",
            "When asked they have to name the pay scale. In force since 1 January 2023 for employers of "
            "every size.",
        ),
        (
            "in force",
            "They may not ask what you earned before. In force since 1 January 2018 for employers of every "
            "size.",
        ),
    ]
    assert "Cal. Lab. Code 432.3. Read on 22 November 2026 at example.org." in main.text


def test_a_row_that_nobody_read_at_its_source_states_nothing(desk: Client, alice: User) -> None:
    rule = make_pay_rule(verified="P", note="A note", disclose="the secret words")
    main = page(desk, make_offer(alice, pay_rule=rule, employees=40))
    assert points(main) == []
    assert f"{UNCHECKED} Where to begin: Cal. Lab. Code 432.3." in main.text
    assert [word in main.text for word in ("A note", "secret words", "in force")] == [False] * 3


@pytest.mark.parametrize(
    ("fields", "employees", "tag", "sentence"),
    [
        ({}, 10, "not for this size", "A rule holds for employers of 15 or more people; you entered 10."),
        (
            {},
            None,
            "depends on size",
            "A rule holds for employers of 15 or more people. Enter how many work there to see if it counts.",
        ),
        (
            {"since": date(2099, 9, 26)},
            40,
            "not yet in force",
            "A rule is to be in force from 26 September 2099; today it is not.",
        ),
        ({"since": None}, 40, "not checked", UNCHECKED),
        (
            {"duty": "none"},
            40,
            "no such rule",
            "The text that was read has no duty to name a range unasked.",
        ),
        ({"duty": "pending"}, 40, "not in force", "In the text that was read this is not in force."),
    ],
)
def test_what_is_not_in_force_is_not_said_to_be(
    desk: Client, alice: User, fields: dict[str, Any], employees: int | None, tag: str, sentence: str
) -> None:
    offer = make_offer(alice, pay_rule=make_pay_rule(**fields), employees=employees)
    assert points(page(desk, offer))[0] == (tag, sentence)


def test_a_size_that_nobody_read_is_not_claimed(desk: Client, alice: User) -> None:
    rule = make_pay_rule(history_employees=None)
    last = points(page(desk, make_offer(alice, pay_rule=rule, employees=40)))[-1]
    assert last == ("in force", "They may not ask what you earned before. In force since 1 January 2018.")


@pytest.mark.parametrize("employees", [None, 8, 200])
def test_in_california_no_employer_may_ask_and_every_one_has_to_answer(
    desk: Client, alice: User, employees: int | None
) -> None:
    load_pay_rules()
    rule = PayRule.objects.get(code="US-CA")
    main = page(desk, make_offer(alice, pay_rule=rule, employees=employees))
    assert points(main)[1:3] == [
        (
            "in force",
            "When asked they have to name the pay scale to an applicant. In force since 1 January 2018 for "
            "employers of every size.",
        ),
        (
            "in force",
            "They may not ask what you earned before. In force since 1 January 2018 for employers of every "
            "size.",
        ),
    ]


def test_where_no_national_law_was_read_nothing_is_said_of_it(desk: Client, alice: User) -> None:
    load_pay_rules()
    offer = make_offer(alice, pay_rule=PayRule.objects.get(code="EU-REST"), employees=40)
    main = page(desk, offer)
    assert [tag for tag, _ in points(main)] == ["not in force"] * 3  # Of the directive, which binds states.
    assert f"{UNCHECKED} Where to begin: The law of the country" in main.text


def test_the_places_around_it_come_below(desk: Client, alice: User) -> None:
    load_pay_rules()
    offer = make_offer(alice, pay_rule=PayRule.objects.get(code="US-NY-NYC"), employees=40)
    titles = [one.text for one in page(desk, offer).having("h2")]
    assert titles[:3] == [
        "United States: New York City",
        "United States: New York State",
        "United States: Federal law, or a state that is not in this list",
    ]


@pytest.mark.parametrize(("days", "warned"), [(90, False), (91, True)])
def test_old_rows_have_a_banner(desk: Client, alice: User, days: int, warned: bool) -> None:
    read_on = timezone.localdate() - timedelta(days=days)
    main = page(desk, make_offer(alice, pay_rule=make_pay_rule(as_of=read_on)))
    assert ("more than 90 days ago" in main.text) is warned


@pytest.mark.parametrize(
    ("place", "country", "expected"),
    [
        ("San Francisco, CA", "", "US-CA"),
        ("New York, NY", "", "US-NY-NYC"),
        ("Buffalo, NY", "", "US-NY"),
        ("Columbus, OH", "", "US-OH-COL"),
        ("Columbus, GA", "", "US-FED"),
        ("Austin, TX", "", "US-FED"),
        ("Toronto, Ontario", "", "CA-ON"),
        ("Remote, Portugal", "", "EU-REST"),
        ("Cork", "", "EU-REST"),
        ("Warsaw", "PL", "PL"),
        ("Somewhere", "", None),
        (",", "", None),
    ],
)
def test_a_first_guess_comes_from_the_place_and_else_from_the_country(
    db: None, place: str, country: str, expected: str | None
) -> None:
    load_pay_rules()
    found = guess(place, country, PayRule.objects.all())
    assert (found.code if found else None) == expected


def test_a_guess_is_filled_in_and_not_saved(desk: Client, alice: User) -> None:
    rule, offer = make_pay_rule(), make_offer(alice, place="San Jose, CA")
    main = page(desk, offer)
    assert "It is a guess and not saved yet" in main.text
    assert main.having("point") == []
    assert send(desk, offer, pay_rule="", employees="").status_code == 302
    assert "It is a guess" not in page(desk, offer).text
    assert send(desk, offer, pay_rule=rule.pk, employees="40").status_code == 302
    offer.refresh_from_db()
    assert (offer.pay_rule, offer.employees) == (rule, 40)


@pytest.mark.parametrize("employees", ["0", "-1", "many", "1e9", "99999999999999999999"])
def test_a_size_that_is_none_is_refused_and_kept(desk: Client, alice: User, employees: str) -> None:
    offer = make_offer(alice)
    answer = send(desk, offer, pay_rule="", employees=employees)
    assert answer.status_code == 200
    assert f'value="{employees}"' in answer.content.decode()
    assert list(answer.context["form"].errors) == ["employees"]


@pytest.mark.parametrize("place", ["999", "abc", "a\x00b", "99999999999999999999"])
def test_a_place_that_is_not_in_the_list_is_refused(desk: Client, alice: User, place: str) -> None:
    answer = send(desk, make_offer(alice), pay_rule=place)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["pay_rule"])


def test_two_tabs_get_both_versions(desk: Client, alice: User) -> None:
    offer, rule = make_offer(alice), make_pay_rule()
    first = desk.get(address_of(offer)).context["form"]
    opened = {name: str(first[name].value()) for name in ("opened", "page")}
    send(desk, offer, pay_rule=rule.pk, employees="40")
    answer = desk.post(address_of(offer), opened | {"pay_rule": "", "employees": "7"})
    main = main_of(answer.content.decode())
    assert answer.status_code == 409
    assert [word in main.text for word in ("United States: California", "40", "7")] == [True] * 3


def test_what_is_decided_does_not_change(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stage=Stage.DECIDED)
    assert "This is decided" in send(desk, offer, employees="7").content.decode()
    assert "Write the message" not in page(desk, offer).text


def top_line(offer: Offer) -> tuple[Decimal, str]:
    advice = advice_on(Offer.objects.with_case().get(pk=offer.pk), date(2026, 11, 23))
    assert advice is not None
    return advice.ceilings.no_exception, advice.ceilings.why_no_exception.code


def test_only_a_checked_law_raises_the_line_of_a_posted_range(alice: User) -> None:
    posted = {"posted_minimum": Decimal(76_000), "posted_maximum": Decimal(86_000), "team": ()}
    rule = make_pay_rule()
    offer = make_offer(alice, pay_rule=rule, employees=40, **posted)
    assert top_line(offer) == (Decimal(86_000), "LINE_LAW")
    for change in ({"verified": "P"}, {"employees": 50}, {"basis": "position"}, {"since": date(2027, 1, 1)}):
        PayRule.objects.filter(pk=rule.pk).update(**change)
        assert top_line(offer) == (Decimal(81_000), "LINE_MIDPOINT")
        PayRule.objects.filter(pk=rule.pk).delete()
        rule = make_pay_rule()
        Offer.objects.update(pay_rule=rule)
    Offer.objects.update(posted_on=date(2025, 12, 31))
    assert top_line(offer) == (Decimal(81_000), "LINE_MIDPOINT")


def test_the_page_says_that_the_room_counts_on_it(desk: Client, alice: User) -> None:
    posted = {"posted_minimum": Decimal(76_000), "posted_maximum": Decimal(86_000), "team": ()}
    offer = make_offer(alice, pay_rule=make_pay_rule(), employees=40, **posted)
    assert (
        "By the law of California a posted range is what a new hire will be paid." in page(desk, offer).text
    )
    room = desk.get(offer.get_absolute_url()).content.decode()
    assert "Cal. Lab. Code 432.3, as of 22 November 2026" in room


def test_the_message_that_asks_names_no_law(desk: Client, alice: User) -> None:
    offer = make_offer(alice, pay_rule=make_pay_rule(), employees=40, posted_maximum=Decimal(90_000))
    form = page(desk, offer).having("form")[-1]
    fields = {str(one.attributes["name"]): str(one.attributes["value"]) for one in form.having("input")}
    button = form.having("button")[0]
    body = fields | {str(button.attributes["name"]): str(button.attributes["value"])}
    answer = desk.post(reverse("drafts:new", args=[offer.pk]), body)
    text = Draft.objects.get().text
    assert (answer.status_code, Draft.objects.get().kind) == (302, "ask_range")
    words = ("law", "legal", "Code", "California", "have to", "must", "required", "entitled", "posting has")
    assert [word for word in words if word in text] == []


def test_room_and_range_step_lead_there(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    link = f'href="{address_of(offer)}"'
    pages = [offer.get_absolute_url(), reverse("offers:step", args=[offer.pk, "range"])]
    assert [desk.get(one).content.decode().count(link) for one in pages] == [1, 1]


def test_the_answers_stand_among_all_answers(desk: Client, alice: User) -> None:
    offer = make_offer(alice, pay_rule=make_pay_rule(), employees=40)
    main = main_of(desk.get(reverse("offers:check", args=[offer.pk])).content.decode())
    assert [word in main.text for word in ("Whose law holds", "United States: California")] == [True, True]


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_seven_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    rules = [make_pay_rule(code=f"US-{number}") for number in range(many)]
    offer = make_offer(alice, team=("78000",) * many, pay_rule=rules[0])
    with django_assert_num_queries(7):
        desk.get(address_of(offer))
