"""What one person keeps to themselves is in no answer to anybody else, and on few pages of their own."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from offers.drafts.models import Kind
from offers.models import Offer
from offers.wizard import PAGES
from tests import test_access as matrix
from tests.access import ROLES, ROWS
from tests.offers.reading import read

CANARY = Decimal("73219.37")
SUNG = re.compile(r"73[,.\s\u00a0\u202f'_]?219")
WORKED_FROM = ("spending", "alternative_value", "switching_loss", "resent")
# Where the owner sees it: its step, all answers, where to stop, a brief that is asked for with it, the file
# of everything.
OWN = {
    ("alice", "offers:step numbers"),
    ("alice", "offers:step walk-away"),
    ("alice", "offers:check"),
    ("alice", "replies:page"),
    ("alice", "briefs:pdf call-sheet with"),
    ("alice", "briefs:pdf private-brief with"),
    ("alice", "archive:download"),
}
# A number beside a word for chance, in either order, within one sentence.
PROPHECY = re.compile(
    r"\d\s?(?:%|percent|in \d)[^.]{0,40}\b(?:chances?|likel\w+|probab\w+|odds|success\w*)"
    r"|\b(?:chances?|likelihood|probability|odds|success rate)\b[^.]{0,40}\d",
    re.IGNORECASE,
)
world = matrix.world  # Everybody, and one of everything that an address can name.


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What somebody got: `place` is the name of the address, with the key of a step."""

    role: str
    place: str
    address: str
    body: str
    headers: str


@pytest.fixture
def sung(world: dict[str, Any]) -> dict[str, Any]:
    """The world with a walk-away, and whatever leads to it, that nothing else resembles."""
    private = dict.fromkeys(("walk_away", *WORKED_FROM), CANARY)
    Offer.objects.filter(pk=world["offer"]).update(target=Decimal(95_000), **private)
    return world


def asked(world: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Every address, with nothing and with what a willing person would send; every step and every draft."""
    for name, row in ROWS.items():
        address = matrix.address(name, row, world)
        yield name, address, None
        if row.valid:
            yield name, address, {key: world.get(value, value) for key, value in row.body.items()}
    for kind in ("call-sheet", "private-brief"):
        address = reverse("briefs:pdf", args=[world["offer"], kind])
        yield f"briefs:pdf {kind} with", f"{address}?walk-away=yes", None
    for step in PAGES:
        yield f"offers:step {step.key}", reverse("offers:step", args=[world["offer"], step.key]), None
    for kind in Kind.values:
        body = {"kind": kind, "key": ROWS["drafts:new"].body["key"]}
        yield f"drafts:new {kind}", reverse("drafts:new", args=[world["offer"]]), body


def answer(client: Client, role: str, place: str, address: str, body: dict[str, Any] | None) -> Answer:
    """What comes back, after the page it leads to; what it changed is taken back."""
    with transaction.atomic():
        response = client.get(address) if body is None else client.post(address, body, follow=True)
        content = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    led = " ".join(url for url, _ in getattr(response, "redirect_chain", []))
    headers = f"{led} {response.headers}"
    return Answer(role=role, place=place, address=address, body=text_of(content), headers=headers)


def text_of(content: bytes) -> str:
    """What a person can read of it."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return content.decode(errors="replace")


def answers(role: str, world: dict[str, Any]) -> Iterator[Answer]:
    cookie = matrix.browser(role, world).cookies.get("session")
    for place, address, body in asked(world):
        client = matrix.reopened(cookie.value if cookie else "")
        yield answer(client, role, place, address, body)


@pytest.mark.parametrize("role", ROLES)
def test_the_walk_away_is_only_where_its_owner_looks_for_it(
    role: str, sung: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    found = list(answers(role, sung))
    places = {(one.role, one.place) for one in found if SUNG.search(one.body)}
    assert places == {place for place in OWN if place[0] == role}
    assert [one.place for one in found if SUNG.search(one.headers + one.address)] == []
    letters = [f"{letter.subject} {letter.message()}" for letter in mail.outbox]
    assert [text for text in (*letters, caplog.text) if SUNG.search(text)] == []


def test_no_title_and_no_link_of_the_owner_holds_the_walk_away(sung: dict[str, Any]) -> None:
    held = []
    for one in answers("alice", sung):
        if one.body.lstrip().lower().startswith("<!doctype html"):
            page = read(one.body)
            links = [each.attributes.get(name) for each in page.walk() for name in ("href", "action", "src")]
            texts = [*(title.text for title in page.having("title")), *filter(None, links)]
            held += [text for text in texts if SUNG.search(text)]
    assert held == []


def test_nobody_is_told_how_likely_a_yes_is(sung: dict[str, Any]) -> None:
    told = []
    for role in ("anonymous", "alice"):
        for one in answers(role, sung):
            if "<main" in one.body:
                (main,) = [part for part in read(one.body).walk() if part.tag == "main"]
                told += [(one.place, match[0]) for match in PROPHECY.finditer(main.text)]
    assert told == []


@pytest.mark.parametrize("text", ["80% likely to say yes", "Your odds are 3 to 1", "A 9 in 10 chance"])
def test_a_prophecy_would_be_found(text: str) -> None:
    assert PROPHECY.search(text) is not None
