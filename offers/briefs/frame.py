"""What every document has around it, and the documents of an offer that nothing can be said about yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils.text import slugify

from offers.briefs.notes import Notes
from offers.briefs.paper import A4
from offers.ledger.entries import IN_WRITING
from offers.ledger.parts import answers_of
from offers.models import Offer
from offers.next_step import next_step

NAME_LENGTH = 60


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a document is called and is about, what stands on each of its pages, and on which paper.

    `made` is the day of its making; `then` and `version` are the day and the kind of the terms that it stops
    at, where these are not the last ones. `back` is the address to which a document that is read on a screen
    leads back; empty on paper.
    """

    name: str
    about: str
    mark: str
    made: date
    then: date | None = None
    version: str = ""
    paper: str = A4
    kind: str = "brief"
    back: str = ""


def stated(offer: Offer) -> str:
    """How they said what stands now: their last answer, else the offer itself. `offer.terms` is loaded."""
    answer = next(iter(answers_of(offer)), None)
    if answer is None:
        return str(offer.get_stated_as_display())
    return "answered in writing" if answer.channel in IN_WRITING else "answered aloud"


def drawn(template: str, context: dict[str, Any], frame: Frame) -> str:
    return render_to_string(template, context | {"frame": frame})


def closed(offer: Offer, problem: str, today: date, frame: Frame) -> str:
    """The document of an offer without advice: why there is none, and what to do."""
    step = None if problem else next_step(offer, None, today)
    context = {"offer": offer, "notes": Notes(), "problem": problem, "step": step, "stated": stated(offer)}
    return drawn("briefs/closed.html", context, frame)


def file_name(kind: str, about: str, *held: str) -> str:
    """The header that names the file, for old and new browsers. No figure is in it."""
    subjects = (slugify(about, allow_unicode=wide)[:NAME_LENGTH] for wide in (False, True))
    plain, full = ("-".join(filter(None, (kind, subject, *held))) for subject in subjects)
    return f"attachment; filename=\"{plain}.pdf\"; filename*=UTF-8''{quote(full)}.pdf"
