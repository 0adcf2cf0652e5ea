"""What every answer carries, and the page behind every error."""

import logging

import pytest
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path

from offers.accounts.models import User
from offers.context_processors import THEMES
from offers.views.errors import PROBLEMS, error_page
from tests.conftest import sign_in

SAFE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def boom(request: HttpRequest) -> HttpResponse:
    raise {
        "500": ValueError("the walk-away is 79000"),
        "503": OperationalError("connection refused"),
        "mail": ConnectionRefusedError("no mail server"),
        "409": IntegrityError("duplicate key"),
    }[request.GET["kind"]]


def echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


urlpatterns = [path("", include("negotiator.urls")), path("boom/", boom), path("echo/", echo)]
from negotiator.urls import handler400, handler403, handler404, handler500  # noqa: E402, F401


@pytest.fixture
def anybody(db: None) -> Client:
    return Client(raise_request_exception=False)


def headers_of(response: HttpResponse) -> dict[str, str | None]:
    return {name: response.headers.get(name) for name in SAFE}


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(("kind", "status"), [("500", 500), ("503", 503), ("mail", 503), ("409", 409)])
def test_what_breaks_in_a_view_becomes_our_page_with_every_header(
    anybody: Client, kind: str, status: int
) -> None:
    response = anybody.get("/boom/", {"kind": kind})
    assert (response.status_code, headers_of(response)) == (status, SAFE)
    assert PROBLEMS[status].title in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


@override_settings(ROOT_URLCONF=__name__)
def test_an_error_shows_the_number_that_stands_in_the_log(
    anybody: Client, caplog: pytest.LogCaptureFixture
) -> None:
    text = anybody.get("/boom/", {"kind": "500"}).content.decode()
    numbers = [record.args[0] for record in caplog.records if record.name == "offers.views.errors"]
    assert [number in text for number in numbers] == [True]
    assert "Traceback" not in text


@override_settings(ROOT_URLCONF=__name__)
def test_a_figure_in_an_exception_reaches_neither_page_nor_log(
    anybody: Client, caplog: pytest.LogCaptureFixture
) -> None:
    text = anybody.get("/boom/", {"kind": "500"}).content.decode()
    lines = [logging.getLogger().handlers[0].format(record) for record in caplog.records]
    assert any("builtins.ValueError" in line for line in lines)
    assert not any("79000" in line for line in [text, *lines])


@override_settings(ROOT_URLCONF=__name__)
def test_a_missing_database_says_when_to_come_back(anybody: Client) -> None:
    assert anybody.get("/boom/", {"kind": "503"}).headers["Retry-After"] == "10"


@override_settings(ROOT_URLCONF=__name__)
def test_three_megabytes_of_text_are_too_much(anybody: Client) -> None:
    response = anybody.post("/echo/", {"text": "x" * 3_000_000})
    assert (response.status_code, headers_of(response)) == (413, SAFE)


@override_settings(ROOT_URLCONF=__name__)
def test_a_thousand_and_one_fields_are_a_damaged_form(anybody: Client) -> None:
    response = anybody.post("/echo/", {f"field{n}": "x" for n in range(1001)})
    assert (response.status_code, headers_of(response)) == (400, SAFE)


def test_a_host_that_is_not_ours_is_refused_with_every_header(anybody: Client) -> None:
    response = anybody.get("/", headers={"host": "evil.example"})
    assert (response.status_code, headers_of(response)) == (400, SAFE)
    assert "evil.example" not in response.content.decode()


def test_a_form_without_its_token_gets_the_page_that_explains(db: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})
    assert (response.status_code, headers_of(response)) == (403, SAFE)
    assert PROBLEMS[403].title in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/%00", "/%FF", "/%ED%A0%80", "/..%2f"],
)
def test_a_damaged_address_is_a_page_that_is_not_there(anybody: Client, address: str) -> None:
    response = anybody.get(address)
    assert (response.status_code, headers_of(response)) == (404, SAFE)


@pytest.mark.parametrize("key", ["999999999999999999999", "-1", "1.0", "١"])
def test_a_damaged_key_number_is_a_page_that_is_not_there(alice: User, key: str) -> None:
    assert sign_in(alice).get(f"/account/factors/webauthn/keys/{key}/edit/").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "ZQZQ"])
def test_a_method_that_no_page_has_is_refused(anybody: Client, method: str) -> None:
    response = anybody.generic(method, "/")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert headers_of(response) == SAFE


def test_a_page_without_this_method_says_which_it_has(anybody: Client) -> None:
    response = anybody.get("/theme/")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert PROBLEMS[405].title in response.content.decode()


@pytest.mark.parametrize("status", sorted(PROBLEMS))
def test_every_error_has_a_page_that_needs_no_database(status: int) -> None:
    response = error_page(RequestFactory().get("/"), status)
    assert response.status_code == status
    assert f"<h1>{PROBLEMS[status].title}</h1>".replace("'", "&#x27;") in response.content.decode()


def test_the_policy_allows_nothing_inline_and_nobody_else(anybody: Client) -> None:
    policy = anybody.get("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;")
    assert "unsafe" not in policy
    for directive in ("base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert directive in policy


def test_pages_of_a_signed_in_person_are_kept_nowhere(alice: User) -> None:
    assert sign_in(alice).get("/").headers["Cache-Control"] == "no-store"


def test_health_answers_without_looking_at_the_database(
    anybody: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert anybody.get("/healthz").content == b"ok\n"


def test_readiness_asks_the_database_and_its_migrations(anybody: Client) -> None:
    assert (anybody.get("/readyz").status_code, anybody.get("/readyz").content) == (200, b"ready\n")


@pytest.mark.parametrize("theme", THEMES)
def test_the_chosen_colours_stand_in_the_next_page(anybody: Client, theme: str) -> None:
    response = anybody.post("/theme/", {"theme": theme, "next": "/privacy/"}, follow=True)
    assert response.redirect_chain == [("/privacy/", 302)]
    assert f'data-theme="{theme}"' in response.content.decode()


def test_colours_that_do_not_exist_change_nothing(anybody: Client) -> None:
    anybody.post("/theme/", {"theme": "javascript:"})
    assert 'data-theme="auto"' in anybody.get("/").content.decode()


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "https:evil",
        "javascript:x",
        "/%09/evil",
    ],
)
def test_the_way_back_never_leads_elsewhere(anybody: Client, back: str) -> None:
    target = anybody.post("/theme/", {"theme": "dark", "next": back}).headers["Location"]
    assert target in {"/", "/%09/evil"}
