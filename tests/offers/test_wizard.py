"""The wizard: what is typed is kept, what is wrong is said, and no page overwrites another's save."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import FormToken, Instalment, Offer, Stage
from offers.wizard import PAGES, STEPS
from tests.conftest import CountQueries, sign_in
from tests.factories import make_band, make_employer, make_offer
from tests.forms import BENEFITS, BONUS, EQUITY, NUMBERS, OFFER, ROLE, SIGN_ON
from tests.offers.reading import main_of


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def opened(desk: Client, address: str) -> dict[str, str]:
    """What the page was opened on, as its hidden fields say."""
    form = desk.get(address).context["form"]
    return {name: str(form[name].value()) for name in ("opened", "page")}


def step_of(offer: Offer, key: str) -> str:
    return reverse("offers:step", args=[offer.pk, key])


def send(desk: Client, offer: Offer, key: str, body: dict[str, str], **headers: str) -> HttpResponse:
    address = step_of(offer, key)
    return desk.post(address, opened(desk, address) | body, headers=headers)


def test_six_answers_lead_from_nothing_to_an_ask(desk: Client) -> None:
    start = reverse("offers:new")
    answer = desk.post(start, ROLE | {"token": str(uuid.uuid4())})
    offer = Offer.objects.get()
    assert answer.headers["Location"] == step_of(offer, "offer")
    assert send(desk, offer, "offer", OFFER).headers["Location"] == step_of(offer, "range")
    assert send(desk, offer, "range", {"range_basis": "position"}).headers["Location"] == step_of(
        offer, "team"
    )
    assert send(desk, offer, "team", {"salaries": ""}).headers["Location"] == step_of(offer, "numbers")
    assert send(desk, offer, "numbers", NUMBERS).headers["Location"] == step_of(offer, "bonus")
    offer.refresh_from_db()
    assert (offer.base, offer.target, offer.walk_away) == (Decimal(80_000), Decimal(95_000), Decimal(79_000))
    assert offer.currency == "USD"


def test_a_team_is_kept_as_salaries_without_names(desk: Client, alice: User) -> None:
    offer = make_offer(alice, team=("70000",))
    send(desk, offer, "team", {"salaries": "78,000\n82k\n84 500"})
    assert [one.pay for one in offer.colleagues.all()] == [Decimal(78_000), Decimal(82_000), Decimal(84_500)]


@pytest.mark.parametrize(
    ("key", "body", "field"),
    [
        ("role", ROLE | {"company": ""}, "company"),
        ("role", ROLE | {"company": "x" * 10_000}, "company"),
        ("role", ROLE | {"role": "a\x00b"}, "role"),
        ("role", ROLE | {"currency": "ZZZ"}, "currency"),
        ("role", ROLE | {"employer_type": "rumour"}, "employer_type"),
        ("role", ROLE | {"industry": "999999"}, "industry"),
        ("offer", OFFER | {"base": "a lot"}, "base"),
        ("offer", OFFER | {"base": "-1"}, "base"),
        ("offer", OFFER | {"base": "1e1000000"}, "base"),
        ("offer", OFFER | {"base": "9" * 5_000}, "base"),
        ("offer", OFFER | {"deadline": "0001-01-01"}, "deadline"),
        ("offer", OFFER | {"deadline": "9999-12-31"}, "deadline"),
        ("offer", OFFER | {"deadline": "2026-02-30"}, "deadline"),
        ("offer", OFFER | {"hours_per_week": "NaN"}, "hours_per_week"),
        ("offer", OFFER | {"hours_per_week": "200"}, "hours_per_week"),
        ("offer", OFFER | {"fte": "0"}, "fte"),
        ("bonus", BONUS | {"bonus_stated": "given", "bonus_target_rate": "900"}, "bonus_target_rate"),
        ("bonus", BONUS | {"raise_rate": "60"}, "raise_rate"),
        ("bonus", BONUS | {"variable_stated": "given", "on_target": "70k"}, "on_target"),
        ("sign-on", SIGN_ON | {"sign_on_stated": "given", "sign_on": "5k", "amount_1": "6k"}, "sign_on"),
        (
            "sign-on",
            SIGN_ON | {"sign_on_stated": "given", "sign_on": "5k", "amount_1": "", "month_1": "6"},
            "amount_1",
        ),
        ("equity", EQUITY | {"equity_stated": "given", "equity_years": "11"}, "equity_years"),
        ("benefits", BENEFITS | {"leave_stated": "given", "leave_days": "1e9"}, "leave_days"),
        ("benefits", BENEFITS | {"match_stated": "given", "rate_1": "100", "high_1": ""}, "high_1"),
        (
            "benefits",
            BENEFITS | {"match_stated": "given", "rate_1": "50", "low_1": "6", "high_1": "5"},
            "high_1",
        ),
        (
            "benefits",
            BENEFITS | {"health_stated": "given", "health_deductible": "2k", "health_most": "1k"},
            "health_most",
        ),
        ("place", {"onsite_days": "8"}, "onsite_days"),
        ("place", {"starts_on": "0001-01-01"}, "starts_on"),
        ("offer", OFFER | {"payments_per_year": "99"}, "payments_per_year"),
        (
            "range",
            {"range_basis": "position", "range_minimum": "90k", "range_maximum": "80k"},
            "range_maximum",
        ),
        (
            "range",
            {"range_basis": "position", "posted_minimum": "90k", "posted_maximum": "80k"},
            "posted_maximum",
        ),
        ("range", {"range_basis": "position", "posted_url": "javascript:alert(1)"}, "posted_url"),
        ("team", {"salaries": "Dana 82,000"}, "salaries"),
        ("numbers", NUMBERS | {"walk_away": "99k"}, "walk_away"),
        ("numbers", NUMBERS | {"inside_minimum": "90k", "inside_maximum": "80k"}, "inside_maximum"),
    ],
)
def test_a_mistake_stands_beside_its_field_with_the_text_kept(
    desk: Client, alice: User, key: str, body: dict[str, str], field: str
) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, key, body)
    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert page.context["form"][field].value() == body[field]
    assert Offer.objects.filter(pk=offer.pk, base=80_000, target=95_000, company=offer.company).exists()


@pytest.mark.parametrize(
    ("unit", "base", "sentence"),
    [
        ("year", "34", "That is USD 34 a year. If it is pay by the hour or the month, say so beside it."),
        (
            "year",
            "499.50 a year",
            "That is USD 499.50 a year. If it is pay by the hour or the month, say so beside it.",
        ),
        ("month", "34", "That is USD 34 a month. If it is pay by the hour, say so beside it."),
    ],
)
def test_base_that_nobody_is_paid_is_asked_about(
    desk: Client, alice: User, unit: str, base: str, sentence: str
) -> None:
    page = send(desk, make_offer(alice), "offer", OFFER | {"base": base, "unit": unit})
    assert page.context["form"].errors == {"base": [sentence]}


@pytest.mark.parametrize(
    ("typed", "base", "unit"),
    [
        ("34 an hour", "34", "hour"),
        ("$34/h", "34", "hour"),
        ("34.50 per hour", "34.5", "hour"),
        ("6,000/month", "6000", "month"),
        ("80k a year", "80000", "year"),
        ("80,000 yearly", "80000", "year"),
        ("500", "500", "year"),
    ],
)
def test_a_time_typed_behind_base_is_understood(
    desk: Client, alice: User, typed: str, base: str, unit: str
) -> None:
    offer = make_offer(alice, target=None, walk_away=None)
    send(desk, offer, "offer", OFFER | {"base": typed})
    offer.refresh_from_db()
    assert (offer.base, offer.unit) == (Decimal(base), unit)


def test_the_time_of_base_is_said_back(desk: Client, alice: User) -> None:
    page = send(desk, make_offer(alice), "offer", OFFER | {"base": "34 an hour"}, **{"HX-Request": "true"})
    assert "USD\u00a034.00 an hour" in page.content.decode()


def test_going_on_without_base_says_what_is_not_known_yet(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=None)
    answer = send(desk, offer, "offer", OFFER | {"base": ""})
    page = desk.get(answer.headers["Location"]).content.decode()
    assert "Until it is there is no ask, no pay by the year and no counter." in page


def test_a_range_of_the_employer_that_was_entered_twice_is_asked_about(desk: Client, alice: User) -> None:
    offer = make_offer(
        alice,
        range_maximum=Decimal(105_000),
        range_from_employer=True,
        inside_maximum=Decimal(110_000),
        inside_by="recruiter",
    )
    told = "Under “Their range” it goes up to 105,000, under “Your numbers” 110,000; which one"
    for address in (
        step_of(offer, "range"),
        step_of(offer, "numbers"),
        reverse("offers:check", args=[offer.pk]),
    ):
        assert told in desk.get(address).content.decode()


def test_two_numbers_that_disagree_are_both_named(desk: Client, alice: User) -> None:
    page = send(desk, make_offer(alice), "numbers", NUMBERS | {"walk_away": "99k"})
    assert page.context["form"].errors["walk_away"] == [
        "The walk-away 99,000 is above the target 95,000; one of the two needs changing."
    ]


@pytest.mark.parametrize(
    ("unit", "base", "target", "sentence"),
    [
        ("hour", "28", "65,000", "Base is 28 an hour; is 65,000 an hour or a year? Give it an hour."),
        ("year", "80000", "41.5", "Base is 80,000 a year; is 41.50 a year or an hour? Give it a year."),
        ("month", "6000", "150k", "Base is 6,000 a month; is 150,000 a month or a year? Give it a month."),
        ("year", "80000", "2m", "Give an amount such as 80,000 or 80k."),
        (
            "year",
            "80000",
            "9,500,000",
            "Base is 80,000 a year; is 9,500,000 right? It is more than 20 times that.",
        ),
        ("year", "80000", "€95k", "This offer is in USD; give the amount in USD."),
    ],
)
def test_a_target_of_another_time_or_currency_is_asked_about(
    desk: Client, alice: User, unit: str, base: str, target: str, sentence: str
) -> None:
    offer = make_offer(alice, unit=unit, base=Decimal(base), target=None, walk_away=None)
    page = send(desk, offer, "numbers", {"target": target, "stance": "standard"})
    assert page.context["form"].errors == {"target": [sentence]}


@pytest.mark.parametrize(("key", "fields"), [("numbers", 12), ("range", 5)])
def test_every_amount_has_its_currency_and_time_beside_it(
    desk: Client, alice: User, key: str, fields: int
) -> None:
    offer = make_offer(alice, unit="hour", currency="EUR", base=Decimal(28))
    main = main_of(desk.get(step_of(offer, key)).content.decode())
    assert [one.text for one in main.having("input-group-text")] == ["EUR an hour"] * fields


def test_amounts_beside_the_choice_of_their_time_have_the_currency_alone(desk: Client, alice: User) -> None:
    offer = make_offer(alice, unit="hour", currency="EUR", base=Decimal(28))
    main = main_of(desk.get(step_of(offer, "offer")).content.decode())
    assert {one.text for one in main.having("input-group-text")} == {"EUR"}


VARIES = BONUS | {"bonus_stated": "given", "bonus_target_rate": "10"}


@pytest.mark.parametrize(
    ("low", "usual", "high", "field"),
    [
        ("90", "80", "", "bonus_payout_rate"),
        ("", "80", "70", "bonus_payout_high_rate"),
        ("90", "", "80", "bonus_payout_high_rate"),
        ("50", "80", "301", "bonus_payout_high_rate"),
    ],
)
def test_a_better_year_pays_no_less_than_a_poorer_one(
    desk: Client, alice: User, low: str, usual: str, high: str, field: str
) -> None:
    names = ("bonus_payout_low_rate", "bonus_payout_rate", "bonus_payout_high_rate")
    typed = dict(zip(names, (low, usual, high), strict=True))
    answer = send(desk, make_offer(alice), "bonus", VARIES | typed)
    assert list(answer.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("key", "changed", "opened"),
    [
        ("offer", OFFER, [False]),
        ("offer", OFFER | {"unit": "hour", "hours_per_week": "40"}, [True]),
        ("offer", OFFER | {"fte": "80"}, [True]),
        ("offer", OFFER | {"payments_per_year": "13"}, [True]),
        ("offer", OFFER | {"hours_per_week": "many"}, [True]),
        ("bonus", BONUS | {"draw_recoverable": "on"}, [False, False, False]),
        ("bonus", BONUS | {"draw_recoverable": "on", "raise_rate": "3"}, [False, False, True]),
        ("bonus", VARIES | {"bonus_payout_low_rate": "50", "draw_recoverable": "on"}, [True, False, False]),
        ("sign-on", SIGN_ON, [False, False]),
        (
            "sign-on",
            SIGN_ON | {"sign_on_stated": "given", "sign_on": "9k", "clawback_kind": "cliff"},
            [True, False],
        ),
        ("sign-on", SIGN_ON | {"sign_on_stated": "given", "amount_1": "9k"}, [False, True]),
    ],
)
def test_what_few_need_is_folded_until_it_has_an_answer_or_an_error(
    desk: Client, alice: User, key: str, changed: dict[str, str], opened: list[bool]
) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, key, changed)
    shown = page if page.status_code == 200 else desk.get(step_of(offer, key))
    folds = main_of(shown.content.decode()).having("fold")
    assert ["open" in fold.attributes for fold in folds] == opened


def test_a_part_that_is_not_offered_keeps_no_details(desk: Client, alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=Decimal(5_000))
    Instalment.objects.create(offer=offer, amount=Decimal(5_000), month=3)
    send(desk, offer, "sign-on", SIGN_ON | {"sign_on_stated": "none", "sign_on": "5,000", "amount_1": "5k"})
    assert Offer.objects.get(pk=offer.pk).sign_on is None
    assert not offer.instalments.exists()


def test_a_stale_page_gets_both_texts_and_overwrites_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "numbers", NUMBERS | {"target": "97k"})
    page = desk.post(step_of(offer, "numbers"), old | NUMBERS | {"target": "91k"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "97,000" in text
    assert "91k" in text
    assert Offer.objects.get(pk=offer.pk).target == Decimal(97_000)


def test_one_s_own_version_can_be_saved_from_the_page_with_both(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "numbers", NUMBERS | {"target": "97k"})
    page = desk.post(step_of(offer, "numbers"), old | NUMBERS | {"target": "91k"})
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(step_of(offer, "numbers"), again).status_code == 302
    assert Offer.objects.get(pk=offer.pk).target == Decimal(91_000)


def test_a_page_does_not_stand_in_the_way_of_another_topic(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "offer", OFFER | {"base": "81k"})
    assert desk.post(step_of(offer, "numbers"), old | NUMBERS).status_code == 302


def test_the_quiet_save_keeps_what_was_typed_and_says_so(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "82.5k"}, **{"HX-Request": "true"})
    assert "Saved at" in page.content.decode()
    assert "82,500" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_500)


def test_what_a_page_sends_as_it_is_left_is_saved_and_moves_nowhere(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "82.5k", "quiet": "yes"})
    assert (page.status_code, "data-saved" in page.content.decode()) == (200, True)
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_500)


def test_what_an_older_page_sends_as_it_is_left_overwrites_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "offer"))
    send(desk, offer, "offer", OFFER | {"base": "82k"})
    page = desk.post(step_of(offer, "offer"), old | OFFER | {"base": "70k", "quiet": "yes"})
    assert (page.status_code, "data-saved" in page.content.decode()) == (200, False)
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_000)


def test_a_page_that_saved_quietly_may_save_again(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    same = opened(desk, step_of(offer, "offer"))
    desk.post(step_of(offer, "offer"), same | OFFER | {"base": "82k"}, headers={"HX-Request": "true"})
    assert desk.post(step_of(offer, "offer"), same | OFFER | {"base": "83k"}).status_code == 302
    assert Offer.objects.get(pk=offer.pk).base == Decimal(83_000)


def test_the_quiet_save_of_another_tab_is_said_and_not_overwritten(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "offer"))
    send(desk, offer, "offer", OFFER | {"base": "82k"})
    page = desk.post(step_of(offer, "offer"), old | OFFER | {"base": "70k"}, headers={"HX-Request": "true"})
    assert "Changed in another tab" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_000)


def test_the_quiet_save_of_a_mistake_saves_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "a lot"}, **{"HX-Request": "true"})
    assert "Not saved yet" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(80_000)


def test_the_same_first_page_sent_again_is_the_same_offer(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4())}
    addresses = {desk.post(reverse("offers:new"), body).headers["Location"] for _ in range(3)}
    assert (len(addresses), Offer.objects.count()) == (1, 1)


def test_the_address_of_a_first_page_finds_the_offer_that_it_made(desk: Client) -> None:
    key = str(uuid.uuid4())
    address = f"{reverse('offers:new')}?key={key}"
    body = ROLE | {name: str(desk.get(address).context["form"][name].value()) for name in ("token", "page")}
    assert (body["token"], body["page"]) == (key, key)
    desk.post(address, body | {"quiet": "yes"})
    offer = Offer.objects.get()
    assert desk.get(address).headers["Location"] == step_of(offer, "role")
    # A page that was asked for before the save was there.
    assert desk.post(address, body | {"company": "Northwind"}).headers["Location"] == step_of(offer, "offer")
    assert Offer.objects.get().company == "Northwind"


@pytest.mark.parametrize("key", ["", "nonsense", "6f9f5b9e-1c1d-4b1e-9d55-0a1f7c1f6a52"])
def test_an_address_with_another_key_is_a_first_page(desk: Client, bob: User, key: str) -> None:
    sign_in(bob).post(reverse("offers:new"), ROLE | {"token": key})
    assert desk.get(reverse("offers:new"), {"key": key}).status_code == 200


def test_the_first_page_saves_quietly_as_one_offer(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4()), "page": str(uuid.uuid4()), "quiet": "yes"}
    assert "Name the company" in desk.post(reverse("offers:new"), body | {"company": ""}).content.decode()
    assert Offer.objects.count() == 0
    for company in ("North", "Northwind"):
        told = desk.post(reverse("offers:new"), body | {"company": company})
        offer = Offer.objects.get()
        assert (offer.company, told.headers["Content-Location"]) == (company, step_of(offer, "role"))
        assert "Saved at" in told.content.decode()
    assert desk.post(step_of(offer, "role"), body | {"company": "Northwind Software"}).status_code == 200
    assert Offer.objects.get().company == "Northwind Software"


def test_a_first_page_overwrites_no_later_save_of_its_answers(desk: Client) -> None:
    body = ROLE | {"token": str(uuid.uuid4()), "page": str(uuid.uuid4())}
    desk.post(reverse("offers:new"), body)
    send(desk, Offer.objects.get(), "role", ROLE | {"company": "Northwind"})
    page = desk.post(reverse("offers:new"), body | {"company": "Southwind"})
    assert (page.status_code, Offer.objects.get().company) == (409, "Northwind")
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(reverse("offers:new"), again).status_code == 302
    assert Offer.objects.get().company == "Southwind"


def test_eight_copies_of_the_first_page_at_once_are_one_offer(transactional_db: None, alice: User) -> None:
    cookie = sign_in(alice).cookies["session"].value
    body = ROLE | {"token": str(uuid.uuid4())}

    def submit(_: int) -> str:
        client = Client()
        client.cookies["session"] = cookie
        try:
            return client.post(reverse("offers:new"), body).headers["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        addresses = set(pool.map(submit, range(8)))
    assert (len(addresses), Offer.objects.count(), FormToken.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 400])
def test_a_damaged_token_is_no_server_error(desk: Client, token: str) -> None:
    assert desk.post(reverse("offers:new"), ROLE | {"token": token}).status_code in {200, 302}


@pytest.mark.parametrize("extra", [{"owner": "1"}, {"owner_id": "1"}, {"id": "1"}, {"stage": "decided"}])
def test_fields_that_no_page_has_are_ignored(desk: Client, alice: User, extra: dict[str, str]) -> None:
    offer = make_offer(alice)
    send(desk, offer, "role", ROLE | extra)
    saved = Offer.objects.get()
    assert (saved.owner, saved.pk, saved.stage) == (alice, offer.pk, "received")


@pytest.mark.parametrize("key", [step.key for step in PAGES])
def test_a_stranger_finds_no_page_and_changes_nothing(bob: User, alice: User, key: str) -> None:
    offer = make_offer(alice)
    stranger = sign_in(bob)
    assert stranger.get(step_of(offer, key)).status_code == 404
    assert stranger.post(step_of(offer, key), ROLE | OFFER | NUMBERS).status_code == 404
    assert Offer.objects.filter(base=80_000, company="Northwind Software").count() == 1


def test_a_step_that_does_not_exist_is_not_there(desk: Client, alice: User) -> None:
    assert desk.get(step_of(make_offer(alice), "nonsense")).status_code == 404


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{7*191}}", '"onmouseover=x', "\u202egnp.exe"]
)
def test_what_looks_like_code_is_shown_as_text(desk: Client, alice: User, text: str) -> None:
    offer = make_offer(alice, company=text, role=text)
    for address in (
        step_of(offer, "role"),
        reverse("offers:check", args=[offer.pk]),
        reverse("offers:dashboard"),
    ):
        shown = desk.get(address).content.decode()
        assert "<script>alert(1)" not in shown
        assert "1337" not in shown


def test_every_answer_is_shown_with_a_way_to_change_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 12, 1))
    page = desk.get(reverse("offers:check", args=[offer.pk])).content.decode()
    for figure in ("80,000", "95,000", "79,000", "78,000", "84,500"):
        assert figure in page
    assert len(re.findall(r"\?check", page)) == len(STEPS)


def test_no_address_of_the_wizard_carries_a_figure(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    answer = send(desk, offer, "numbers", NUMBERS)
    assert not re.search(r"79|95", answer.headers["Location"].replace(str(offer.pk), ""))


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("key", "queries"),
    [
        ("role", 5),
        ("offer", 4),
        ("range", 6),
        ("team", 4),
        ("numbers", 5),
        ("bonus", 4),
        ("sign-on", 5),
        ("equity", 5),
        ("benefits", 5),
        ("place", 4),
        ("wishes", 5),
        ("walk-away", 5),
    ],
)
def test_a_page_takes_the_same_queries_however_large_the_team(
    desk: Client, alice: User, django_assert_num_queries: CountQueries, rows: int, key: str, queries: int
) -> None:
    offer = make_offer(alice, team=tuple(str(70_000 + n) for n in range(rows)))
    with django_assert_num_queries(queries):
        desk.get(step_of(offer, key))


def test_the_bands_of_ones_own_employer_are_offered_and_no_others(desk: Client, alice: User) -> None:
    make_band(title="Analyst", employer=make_employer("Acme"))
    make_band(title="Engineer", employer=make_employer())
    for company in ("northwind software", "Northwind", "Northwind Software Inc"):
        offer = make_offer(alice, company=company)
        form = desk.get(step_of(offer, "range")).context["form"]
        assert [band.employer.name for band in form.fields["band"].queryset] == ["Northwind Software"]


def test_without_a_band_of_the_employer_there_is_nothing_to_choose_from(desk: Client, alice: User) -> None:
    make_band(title="Analyst", employer=make_employer("Acme"))
    offer = make_offer(alice)
    assert "band" not in desk.get(step_of(offer, "range")).context["form"].fields
    assert send(desk, offer, "range", {"range_basis": "position", "range_minimum": "70k"}).status_code == 302


def test_a_band_that_is_not_there_is_refused(desk: Client, alice: User) -> None:
    make_band(title="Engineer", employer=make_employer())
    page = send(desk, make_offer(alice), "range", {"range_basis": "position", "band": "abc"})
    assert list(page.context["form"].errors) == ["band"]


def test_the_steps_are_counted_for_a_phone(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    for key, told in (("role", "Step 1 of 11: Role and place"), ("walk-away", "Step 5 of 11: Your numbers")):
        (fold,) = main_of(desk.get(step_of(offer, key)).content.decode()).having("steps-fold")
        assert told in " ".join(fold.text.split())


@pytest.mark.parametrize("key", [step.key for step in STEPS])
def test_no_answer_changes_once_it_is_decided(desk: Client, alice: User, key: str) -> None:
    offer = make_offer(alice, stage=Stage.DECIDED)
    before = Offer.objects.filter(pk=offer.pk).values()[0]
    page = desk.post(reverse("offers:step", args=[offer.pk, key]), {"base": "12,345", "company": "Other"})
    assert "Take the decision back before you change an answer." in page.content.decode()
    assert Offer.objects.filter(pk=offer.pk).values()[0] == before


def test_a_decided_offer_shows_its_answers_and_no_button(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stage=Stage.DECIDED)
    page = desk.get(reverse("offers:step", args=[offer.pk, "numbers"])).content.decode()
    assert ("<fieldset disabled>" in page, "Continue" in page) == (True, False)
    assert "Take the decision back" in page
