"""Points and scores of a comparison: locked, opened again, refused beside the field, never overwritten."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.compare.models import Comparison, LogLine, Score
from offers.models import Offer
from tests.compare.makers import make_acme, make_brick, make_locked, make_scores
from tests.compare.steps import main, opened_points, post
from tests.conftest import CountQueries
from tests.offers.reading import main_of

POINTS = {"name_1": "Pay", "points_1": "60", "name_2": "Growth", "points_2": "40"}


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
