"""Who may do what with what was said and seen."""

from typing import Any

from offers.models import Offer
from tests.access_row import LED_BACK, OFFER, OWNER, Row
from tests.factories import make_terms
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal

KEY = "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c21"
DAY = "2026-11-20"
KEPT = "403 403 404 404 302! 404 404 404"  # To nobody signed in, what was typed.
PRESSED = "302 302 404 404 302! 404 404 404"
UNCHANGED = "302 302 404 404 302 404 404 404"


def adding(**body: str) -> Row:
    return Row(get=OWNER, post=OWNER, valid=KEPT, body={"key": KEY} | body, kwargs=OFFER)


def button(entry: str, *, get: str = LED_BACK, **more: str) -> Row:
    kwargs = OFFER | {"entry": entry} | more
    return Row(get=get, post=PRESSED, kwargs=kwargs)


def asking(entry: str) -> Row:
    """The page that asks whether something is to go."""
    return button(entry, get=OWNER)


ROWS: dict[str, Row] = {
    "ledger:terms": Row(
        get=OWNER,
        post=OWNER,
        valid=KEPT,
        body={"key": KEY, "base": "81k", "heard_on": DAY, "channel": "letter"},
        kwargs=OFFER | {"kind": "version"},
    ),
    "ledger:remove-terms": asking("dropping"),
    "ledger:add-promise": adding(what="A review", promised_on=DAY, channel="call"),
    "ledger:add-signal": adding(sign="rushes", seen_on=DAY),
    "ledger:add-figure": adding(figure="offered", item="base", value="81k", channel="call", seen_on=DAY),
    "ledger:add-contact": adding(name="Ms Berg", part="manager"),
    "ledger:settle-promise": Row(
        get=LED_BACK,
        post=UNCHANGED,
        valid=PRESSED,
        body={"state": "written", "was": "open"},
        kwargs=OFFER | {"entry": "promise"},
    ),
    "ledger:remove-promise": asking("promise"),
    "ledger:remove-signal": asking("signal"),
    "ledger:strike-figure": button("figure"),
    "ledger:keep-drop": button("dropping", part="dropped"),
    "ledger:contact": Row(
        get=OWNER,
        post=OWNER,
        valid=KEPT,
        body={"version": "1", "name": "Ms Lind", "part": "manager"},
        kwargs=OFFER | {"entry": "contact"},
    ),
    "ledger:remove-contact": Row(
        get=LED_BACK,
        post=UNCHANGED,
        valid=PRESSED,
        body={"version": "1"},
        kwargs=OFFER | {"entry": "contact"},
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    make_terms(offer, level="L3", heard_on="2026-11-02")
    return {
        "promise": make_promise(offer).pk,
        "signal": make_signal(offer).pk,
        "figure": make_figure(offer).pk,
        "contact": make_contact(offer).pk,
        "dropping": make_terms(offer, heard_on="2026-11-03").pk,
        "dropped": "level",
        "version": "written",
    }
