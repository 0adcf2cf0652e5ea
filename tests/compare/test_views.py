"""The page of a comparison, and every change that a person can make on it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.compare import forms
from offers.compare.forms import RateField
from offers.compare.models import Comparison, Expectation, LogLine, Rate, Score
from offers.compare.services import expected_state, home_state, points_state, rate_state
from offers.drafts.models import Draft, Kind
from offers.models import Offer, Stage
from tests.compare.makers import days, make_acme, make_brick, make_locked, make_rate, make_scores
from tests.conftest import CountQueries, sign_in
from tests.offers.reading import Element, explained, main_of, numbers_of

PAGE = reverse("compare:page")
POINTS = {"name_1": "Pay", "points_1": "60", "name_2": "Growth", "points_2": "40"}


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def main(desk: Client, *offers: Offer) -> Element:
    query = "&".join(f"offer={offer.pk}" for offer in offers)
    return main_of(desk.get(f"{PAGE}?{query}" if query else PAGE).content.decode())


def columns(desk: Client, query: str = "") -> list[str]:
    return [one.name for one in desk.get(f"{PAGE}{query}").context["desk"].told]


def post(desk: Client, name: str, body: dict[str, Any], *args: object) -> HttpResponse:
    return desk.post(reverse(f"compare:{name}", args=args), body)


def rate(**changed: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    body = {"currency": "SEK", "home": "USD", "rate": "0,095", "dated_on": today}
    return body | {"opened": rate_state(None)} | changed


def opened_points(user: User) -> str:
    comparison = Comparison.objects.filter(owner=user).first()
    return points_state(comparison, comparison.criteria.all() if comparison else [])


def test_with_one_offer_the_page_says_what_it_needs(desk: Client, alice: User) -> None:
    make_acme(alice)
    assert "You have one so far" in main(desk).text


def test_the_newest_undecided_offers_stand_there_unasked(desk: Client, alice: User) -> None:
    make_brick(alice, company="Example", is_example=True)
    make_brick(alice, company="Decided", stage=Stage.DECIDED)
    for number in range(6):
        make_brick(alice, company=f"Firm {number}")
    assert columns(desk) == ["Firm 2", "Firm 3", "Firm 4", "Firm 5"]


def test_examples_and_decided_offers_are_compared_when_asked(desk: Client, alice: User) -> None:
    one = make_brick(alice, company="Example", is_example=True)
    two = make_brick(alice, company="Decided", stage=Stage.DECIDED)
    assert columns(desk, f"?offer={two.pk}&offer={one.pk}") == ["Example", "Decided"]


@pytest.mark.parametrize("junk", ["", "x", "%00", "1" * 5000, "00000000-0000-0000-0000-000000000000"])
def test_a_number_that_names_no_offer_is_passed_over(desk: Client, alice: User, junk: str) -> None:
    one, two = make_acme(alice), make_brick(alice)
    assert columns(desk, f"?offer={junk}&offer={one.pk}&offer={two.pk}&offer={one.pk}") == ["Acme", "Brick"]
    assert columns(desk, f"?offer={junk}") == []


def test_the_offer_of_somebody_else_is_passed_over(desk: Client, alice: User, bob: User) -> None:
    make_acme(alice)
    assert columns(desk, f"?offer={make_brick(bob).pk}") == []


def test_at_most_six_offers_stand_side_by_side(desk: Client, alice: User) -> None:
    made = [make_brick(alice, company=f"Firm {number}") for number in range(8)]
    query = "&".join(f"offer={offer.pk}" for offer in made)
    assert columns(desk, f"?{query}") == [f"Firm {number}" for number in range(6)]


def test_no_walk_away_stands_on_the_page(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    page = desk.get(PAGE).content.decode()
    assert [figure for figure in ("133,717", "133717", "118,717", "118717") if figure in page] == []


def test_every_number_of_the_page_can_be_opened(desk: Client, alice: User) -> None:
    acme, brick = make_acme(alice), make_brick(alice, currency="SEK", base=Decimal(1_300_000))
    make_rate(alice)
    make_locked(alice)
    make_scores(acme, 72, 60, 48)
    make_scores(brick, 60, 80, 50)
    Expectation.objects.create(offer=brick, expected_on=days(10))
    shown = [
        (text, element)
        for text, element in numbers_of(main(desk))
        # The bars are a picture of the row "Worth a year", which says why.
        if not {"pick", "quiet", "bars"} & {name for above in element.above() for name in above.classes}
        and element.tag not in {"legend", "label", "li"}
    ]
    figures = [(text, explained(element)) for text, element in shown if "if the rate" not in text]
    assert [text for text, is_explained in figures if not is_explained] == []
    assert len(figures) > 40


def test_a_rate_is_kept_and_a_later_one_takes_its_place(desk: Client, alice: User) -> None:
    assert post(desk, "rate", rate()).status_code == 302
    second = rate(rate="0.1", opened=rate_state(Rate.objects.get()))
    assert post(desk, "rate", second).status_code == 302
    assert [(one.rate, one.home) for one in Rate.objects.all()] == [(Decimal("0.1"), "USD")]


def test_a_rate_sent_twice_is_one(desk: Client) -> None:
    body = rate()
    assert [post(desk, "rate", body).status_code for _ in range(2)] == [302, 302]
    assert Rate.objects.count() == 1


def test_a_rate_of_a_stale_tab_overwrites_nothing(desk: Client, alice: User) -> None:
    make_rate(alice, rate=Decimal("0.09"))
    answer = post(desk, "rate", rate())
    assert answer.status_code == 409
    assert ("0.09" in main_of(answer.content.decode()).text, "0,095" in answer.content.decode()) == (
        True,
        True,
    )
    assert Rate.objects.get().rate == Decimal("0.09")
    assert post(desk, "rate", rate(opened=answer.context["opened"])).status_code == 302
    assert Rate.objects.get().rate == Decimal("0.095")


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"rate": ""}, "rate", "Give the rate, such as 0.095."),
        ({"rate": "cheap"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "NaN"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "-1"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "0"}, "rate", forms.OUTSIDE),
        ({"rate": "9999999"}, "rate", forms.OUTSIDE),
        ({"dated_on": ""}, "dated_on", "Give the day the rate is from."),
        ({"dated_on": "1999-01-01"}, "dated_on", "Give a date between 2000 and 2100."),
        ({"dated_on": "2099-01-01"}, "dated_on", "A rate is from a day that has come."),
        ({"home": "SEK"}, "rate", "Both currencies are the same."),
    ],
)
def test_a_rate_that_cannot_be_one_is_said_beside_the_field(
    desk: Client, alice: User, changed: dict[str, str], field: str, sentence: str
) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    answer = post(desk, "rate", rate(**changed))
    assert (answer.status_code, answer.context["form"].errors) == (200, {field: [sentence]})
    assert Rate.objects.count() == 0


def test_the_currency_of_home_can_be_chosen(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    assert post(desk, "home", {"home": "eur", "opened": home_state("")}).status_code == 302
    assert "There is no rate for USD, so Acme stands outside the order." in main(desk).text
    stale = post(desk, "home", {"home": "GBP", "opened": home_state("")})
    assert (stale.status_code, Comparison.objects.get().home) == (409, "EUR")


@pytest.mark.parametrize("typed", ["", "XXQ", "\x00", "euro"])
def test_a_currency_that_is_none_is_refused(desk: Client, alice: User, typed: str) -> None:
    make_acme(alice), make_brick(alice)
    answer = post(desk, "home", {"home": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["home"])


def test_a_comma_that_could_group_thousands_is_asked_about(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    sent = {"currency": "SEK", "home": "USD", "rate": "1,480", "dated_on": days(0).isoformat()}
    answer = post(desk, "rate", sent)
    assert answer.context["form"].errors == {"rate": ["Is the comma for thousands? Write 1480 or 1.48."]}
    assert [RateField().clean(typed) for typed in ("0,095", "1480")] == [Decimal("0.095"), Decimal(1480)]


@pytest.mark.parametrize("typed", ["%s", "%d", "é%s", "<b>"])
def test_a_rate_of_no_currency_is_refused(desk: Client, alice: User, typed: str) -> None:
    make_acme(alice), make_brick(alice)
    sent = {"currency": typed, "home": "USD", "rate": "0.1", "dated_on": days(0).isoformat()}
    answer = post(desk, "rate", sent)
    assert (answer.status_code, "currency" in answer.context["form"].errors) == (200, True)


def test_whose_holidays_are_counted_stands_beside_the_days_that_are_left(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    assert "Choose your country" in main(desk).text
    User.objects.update(country="SE")
    assert "Holidays of Sweden, as you chose under Time and reminders" in main(desk).text


def test_an_old_rate_is_said_to_be_old(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    kept = make_rate(alice, dated_on=days(-31))
    assert "This rate is 31 days old" in main(desk).text
    Rate.objects.filter(pk=kept.pk).update(dated_on=days(-30))
    assert "days old" not in main(desk).text


def test_an_expected_day_is_kept_changed_and_taken_back(desk: Client, alice: User) -> None:
    make_acme(alice)
    brick = make_brick(alice)
    for before, day in ((None, days(10)), (days(10), days(12)), (days(12), None)):
        body = {"expected_on": day or "", "opened": expected_state(before)}
        assert post(desk, "expected", body, brick.pk).status_code == 302
        assert list(Expectation.objects.values_list("expected_on", flat=True)) == ([day] if day else [])


def test_an_expected_day_of_a_stale_tab_overwrites_nothing(desk: Client, alice: User) -> None:
    brick = make_brick(alice)
    Expectation.objects.create(offer=brick, expected_on=days(5))
    body = {"expected_on": days(9), "opened": expected_state(None)}
    assert post(desk, "expected", body, brick.pk).status_code == 409
    assert Expectation.objects.get().expected_on == days(5)


def test_the_earlier_one_is_asked_to_wait_for_the_one_that_is_expected(desk: Client, alice: User) -> None:
    make_acme(alice)
    Expectation.objects.create(offer=make_brick(alice), expected_on=days(9))
    (wait,) = desk.get(PAGE).context["waits"]
    assert (wait.name, wait.word, wait.is_needed) == ("Acme", "ordinary", True)
    assert "Brick is expected on" in wait.cause


def test_the_message_asks_for_the_day_of_the_page(desk: Client, alice: User) -> None:
    acme = make_acme(alice)
    Expectation.objects.create(offer=make_brick(alice), expected_on=days(9))
    (wait,) = desk.get(PAGE).context["waits"]
    post(desk, "write", {"kind": "extension", "key": str(uuid4())}, acme.pk)
    assert f"{wait.until.day} {wait.until:%B}" in Draft.objects.get().text


@pytest.mark.parametrize("kind", ["extension", "competing"])
def test_both_messages_start_from_the_page_and_only_once(desk: Client, alice: User, kind: str) -> None:
    acme, brick = make_acme(alice), make_brick(alice, deadline=days(4))
    body = {"kind": kind, "key": str(uuid4())}
    sent = [post(desk, "write", body, brick.pk) for _ in range(2)]
    assert [answer.headers["Location"] for answer in sent] == [Draft.objects.get().get_absolute_url()] * 2
    assert (Draft.objects.get().kind, acme.drafts.count()) == (kind, 0)


def test_a_message_with_nothing_to_say_says_why(desk: Client, alice: User) -> None:
    acme = make_acme(alice)
    make_brick(alice)
    answer = desk.post(
        reverse("compare:write", args=[acme.pk]), {"kind": "competing", "key": str(uuid4())}, follow=True
    )
    assert "Naming a weaker one works against you." in answer.content.decode()
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("kind", ["counter", "", "\x00"])
def test_no_other_message_starts_here(desk: Client, alice: User, kind: str) -> None:
    body = {"kind": kind, "key": str(uuid4())}
    assert post(desk, "write", body, make_acme(alice).pk).status_code == 404


def test_buttons_stand_only_for_messages_that_can_be_started(
    desk: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_acme(alice), make_brick(alice, deadline=days(4))
    buttons = [one.text for one in main(desk).having("button")]
    assert [one for one in buttons if "Brick" in one] == [
        "Write to Brick for more time",
        "Save the day of Brick",
        "A note to Brick",
    ]
    assert set(forms.LETTERS) == {"extension", "competing"} & set(Kind.values)
    monkeypatch.setattr("offers.compare.views.LETTERS", ())
    assert [one.text for one in main(desk).having("button") if "Brick" in one.text] == [
        "Save the day of Brick"
    ]


def test_points_are_saved_then_locked_with_a_line_in_the_log(desk: Client, alice: User) -> None:
    half = {"name_1": "Pay", "points_1": "60", "opened": opened_points(alice)}
    assert post(desk, "points", half).status_code == 302
    whole = POINTS | {"opened": opened_points(alice), "lock": "on"}
    assert [post(desk, "points", whole).status_code for _ in range(2)] == [302, 302]
    assert (Comparison.objects.get().lock, LogLine.objects.get().text) == (
        1,
        "The points were locked: Pay 60, Growth 40.",
    )


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        (
            {"points_2": "41", "lock": "on"},
            {"__all__": ["The points sum to 101; share out exactly 100 to lock them."]},
        ),
        ({"name_2": " pay "}, {"name_2": ["pay stands there twice."]}),
        ({"points_2": ""}, {"points_2": ["How many points has Growth?"]}),
        ({"name_2": ""}, {"name_2": ["Name what these points are for."]}),
        ({"points_2": "0"}, {"points_2": ["Points are between 1 and 100."]}),
        ({"name_2": "x" * 61}, {"name_2": ["Ensure this value has at most 60 characters (it has 61)."]}),
    ],
)
def test_points_that_do_not_fit_are_said_beside_the_field(
    desk: Client, changed: dict[str, str], errors: dict[str, list[str]]
) -> None:
    answer = post(desk, "points", POINTS | changed)
    assert (answer.status_code, answer.context["form"].errors) == (200, errors)
    assert 'value="Pay"' in answer.content.decode()
    assert Comparison.objects.count() == 0


def test_points_of_a_stale_tab_overwrite_nothing(desk: Client, alice: User) -> None:
    before = opened_points(alice)
    post(desk, "points", POINTS | {"opened": before})
    answer = post(desk, "points", {"name_1": "Place", "points_1": "100", "opened": before})
    words = main_of(answer.content.decode()).text
    assert (answer.status_code, "Growth" in words, "Place" in words) == (409, True, True)
    assert [one.name for one in Comparison.objects.get().criteria.all()] == ["Pay", "Growth"]


def test_locked_points_take_no_change(desk: Client, alice: User) -> None:
    make_locked(alice)
    answer = post(desk, "points", POINTS | {"opened": opened_points(alice)})
    assert (answer.status_code, answer.context["can_save"]) == (409, False)


def test_points_that_do_not_fit_are_not_lost_when_another_tab_locked(desk: Client, alice: User) -> None:
    make_locked(alice)
    answer = post(desk, "points", {"name_1": "Seldom typed twice", "points_1": "many"})
    assert (answer.status_code, "Seldom typed twice" in answer.content.decode()) == (409, True)


def test_no_score_can_be_given_before_the_points_are_locked(desk: Client, alice: User) -> None:
    acme = make_acme(alice)
    assert desk.get(reverse("compare:scores", args=[acme.pk])).headers["Location"] == reverse(
        "compare:points"
    )
    post(desk, "points", POINTS | {"opened": opened_points(alice)})
    body = {"score_1": "70", "reason_1": "Their plan."}
    answer = post(desk, "scores", body, acme.pk)
    assert (answer.status_code, answer.context["can_save"], Score.objects.count()) == (409, False, 0)
    assert "Their plan." in answer.content.decode()


def scored(desk: Client, offer: Offer, **body: str) -> HttpResponse:
    address = reverse("compare:scores", args=[offer.pk])
    form = desk.get(address).context["scores_form"]
    return desk.post(address, {"opened": form["opened"].value(), **body})


def test_scores_are_kept_with_their_reasons(desk: Client, alice: User) -> None:
    make_locked(alice)
    acme = make_acme(alice)
    answer = scored(desk, acme, score_1="72", reason_1="The letter.", score_3="0", reason_3="Two hours.")
    assert answer.status_code == 302
    assert list(Score.objects.order_by("pk").values_list("criterion", "points", "reason")) == [
        ("Pay", 72, "The letter."),
        ("Place", 0, "Two hours."),
    ]


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({"score_1": "72"}, {"reason_1": ["Write down why it gets this score."]}),
        ({"reason_1": "Why not."}, {"score_1": ["Give a score from 0 to 100."]}),
        ({"score_1": "101", "reason_1": "x"}, {"score_1": ["Points are between 0 and 100."]}),
        (
            {"score_1": "7/10", "reason_1": "x"},
            {"score_1": ["Give a whole number of points, such as 70."]},
        ),
    ],
)
def test_a_score_without_a_reason_is_refused(
    desk: Client, alice: User, body: dict[str, str], errors: dict[str, list[str]]
) -> None:
    make_locked(alice)
    answer = scored(desk, make_acme(alice), **body)
    assert (answer.status_code, answer.context["form"].errors) == (200, errors)
    assert Score.objects.count() == 0


def test_scores_of_a_stale_tab_overwrite_nothing(desk: Client, alice: User) -> None:
    make_locked(alice)
    acme = make_acme(alice)
    address = reverse("compare:scores", args=[acme.pk])
    opened = desk.get(address).context["scores_form"]["opened"].value()
    body = {"opened": opened, "score_1": "72", "reason_1": "The letter."}
    assert [desk.post(address, body).status_code for _ in range(2)] == [302, 302]
    assert desk.post(address, body | {"score_1": "10"}).status_code == 409
    assert Score.objects.get().points == 72


def test_opening_the_points_leaves_a_line_and_every_score(desk: Client, alice: User) -> None:
    make_locked(alice)
    acme = make_acme(alice)
    make_scores(acme, 72, 60, 48)
    body = {"why": "The role changed.", "opened": opened_points(alice)}
    assert [post(desk, "unlock", body).status_code for _ in range(2)] == [302, 302]
    assert "(Pay 50, Growth 20, Place 30) were opened again: The role changed." in LogLine.objects.get().text
    assert Score.objects.count() == 3
    post(desk, "points", {"name_1": "Pay", "points_1": "100", "opened": opened_points(alice), "lock": "on"})
    page = desk.get(reverse("compare:scores", args=[acme.pk]))
    assert (page.context["has_earlier"], page.context["scores_form"]["score_1"].value()) == (True, 72)
    assert main(desk, acme, make_brick(alice)).text.count("open") >= 2


def test_the_points_of_a_stale_tab_are_not_opened(desk: Client, alice: User) -> None:
    make_locked(alice)
    assert post(desk, "unlock", {"why": "So.", "opened": "x"}).status_code == 409
    assert Comparison.objects.get().locked_on is not None


@pytest.mark.parametrize("text", ["\x00", "<script>alert(1)</script>", "{x} {0}", "%s" * 9])
def test_hostile_words_are_refused_or_shown_letter_by_letter(desk: Client, alice: User, text: str) -> None:
    make_acme(alice, company=text.replace("\x00", "x")), make_brick(alice)
    body = {"name_1": text, "points_1": "100", "opened": opened_points(alice), "lock": "on"}
    assert post(desk, "points", body).status_code in {200, 302}
    assert [desk.get(page).status_code for page in (PAGE, reverse("compare:points"))] == [200, 200]
    assert "<script>alert" not in desk.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"base": Decimal(1_000_000_000), "unit": "hour", "hours_per_week": Decimal(80)},
        {"base": Decimal("0.01"), "bonus_stated": "given", "bonus_target_rate": Decimal(3)},
        {"base": None, "company": "x" * 200},
        {"equity_stated": "given", "equity_grant": Decimal("999999999.99"), "equity_years": 7},
        {
            "bonus_stated": "given",
            "sign_on_stated": "given",
            "equity_stated": "given",
            "leave_stated": "given",
        },
        {"deadline": timezone.localdate() - timedelta(days=4000)},
    ],
)
def test_offers_at_every_limit_are_shown(desk: Client, alice: User, fields: dict[str, Any]) -> None:
    make_acme(alice), make_brick(alice, **fields), make_brick(alice, **fields)
    make_rate(alice, rate=Decimal("0.00000001"), currency="USD", home="SEK")
    Comparison.objects.create(owner=alice, home="SEK")
    assert desk.get(PAGE).status_code == 200


def test_a_form_sent_while_signed_out_keeps_its_words(alice: User) -> None:
    acme, nobody = make_acme(alice), Client()
    kept = [
        post(nobody, "scores", {"score_1": "7", "reason_1": "Words."}, acme.pk),
        post(nobody, "points", {"name_1": "Words.", "points_1": "7"}),
        post(nobody, "unlock", {"why": "Words."}),
    ]
    assert [(one.status_code, "Words." in one.content.decode()) for one in kept] == [(403, True)] * 3


@pytest.mark.parametrize(("shown", "owned"), [(2, 2), (4, 4), (4, 30)])
def test_the_page_asks_the_database_the_same_however_much_there_is(
    desk: Client, alice: User, shown: int, owned: int, django_assert_num_queries: CountQueries
) -> None:
    made = [make_brick(alice, company=f"Firm {number}") for number in range(owned)]
    make_locked(alice)
    for offer in made:
        make_scores(offer, 72, 60, 48)
        Expectation.objects.create(offer=offer, expected_on=days(9))
    with django_assert_num_queries(11):
        assert len(desk.get(PAGE).context["desk"].told) == shown


@pytest.mark.parametrize("owned", [1, 30])
def test_points_and_scores_ask_the_same_however_much_there_is(
    desk: Client, alice: User, owned: int, django_assert_num_queries: CountQueries
) -> None:
    make_locked(alice)
    made = [make_brick(alice) for _ in range(owned)]
    for offer in made:
        make_scores(offer, 72, 60, 48)
    with django_assert_num_queries(6):
        desk.get(reverse("compare:points"))
    with django_assert_num_queries(7):
        desk.get(reverse("compare:scores", args=[made[0].pk]))
