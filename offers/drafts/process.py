"""What has happened so far, from the rows of an offer, as the engine reads it."""

from collections.abc import Iterator
from datetime import date

from offers.drafts.models import COUNTERS, Draft, Kind
from offers.engine import process as engine
from offers.engine.policy import Policy
from offers.engine.signals import conduct
from offers.history import ASKS_FOR_PARTS, Moment, answers_in
from offers.ledger.entries import IN_WRITING
from offers.ledger.models import Promise, Settled, Terms, Version
from offers.ledger.parts import PARTS, Stand, final_of, of_offer, of_terms
from offers.models import Offer, OfferQuerySet, Stated

NONE_ON = {
    engine.Component.BONUS: "bonus_stated",
    engine.Component.EQUITY: "equity_stated",
    engine.Component.LEAVE: "leave_stated",
}


def with_process(offers: OfferQuerySet) -> OfferQuerySet:
    """With all that `process_of` reads: five queries more, for any number of offers."""
    return offers.select_related("decision").prefetch_related("drafts", "terms", "promises", "signals")


def process_of(offer: Offer) -> engine.Process:
    """The record of an offer that comes `with_process()`.

    Days that people entered out of order are put so that the record holds: what came is there by its answer.
    """
    terms, sent = list(offer.terms.all()), [draft for draft in offer.drafts.all() if draft.sent_on]
    final = final_of(offer)
    decision = getattr(offer, "decision", None)
    days = [written_on(offer, terms), final.heard_on if final else None]
    return engine.Process(
        written_on=min((day for day in days if day), default=None) if days[0] else None,
        details=details(offer, terms, sent),
        deadline=offer.deadline,
        counters=tuple(counters(sent, terms)),
        final_on=final.heard_on if final else None,
        final_decide_by=decide_by(final),
        outcome=engine.Outcome(decision.outcome) if decision else None,
        promises=tuple(promised(one) for one in offer.promises.all() if one.state != Settled.WAIVED),
        number_named=offer.named_number is not None,
        yes_said=offer.said_yes,
        extension_asked=any(draft.kind == Kind.EXTENSION for draft in sent),
        thanked=any(draft.kind == Kind.ACKNOWLEDGE for draft in sent),
        asked_on=asked_on(sent, terms, days[0]),
    )


def decide_by(final: Terms | None) -> date | None:
    """The day of the final package, where it is not before the package itself."""
    return final.decide_by if final and final.decide_by and final.decide_by >= final.heard_on else None


def written_on(offer: Offer, terms: list[Terms]) -> date | None:
    """When the offer came in writing; the day it was entered where it was entered as written."""
    days = [one.heard_on for one in terms if one.channel in IN_WRITING and one.kind != Version.ADVERTISED]
    if offer.stated_as == "written":
        days.append(offer.created_at.date())
    return min(days, default=None)


def details(offer: Offer, terms: list[Terms], sent: list[Draft]) -> dict[engine.Component, engine.Detail]:
    """Which parts of the written offer are known: given, there is none, or asked for in a message."""
    named: Stand = of_offer(offer)
    for one in terms:
        named = {**named, **of_terms(one)}
    asked = asked_for(sent, written_on(offer, terms))
    given = {part.component for part in PARTS if part.name in named}
    if offer.has_entered_benefits:
        given.add(engine.Component.BENEFITS)
    given |= {part for part, field in NONE_ON.items() if getattr(offer, field) == Stated.NONE}
    state = engine.Detail
    otherwise = {part: state.ASKED_NOT_GIVEN if part in asked else state.OPEN for part in engine.Component}
    return {part: state.GIVEN if part in given else otherwise[part] for part in engine.Component}


def asked_for(sent: list[Draft], since: date | None) -> frozenset[engine.Component]:
    """What was asked for once the written offer was there; what went out before could not know it."""
    return frozenset(engine.Component) if asking(sent, since) else frozenset()


def asking(sent: list[Draft], since: date | None) -> list[Moment]:
    """When messages asked for what the written offer leaves out."""
    asks = [draft for draft in sent if draft.kind in ASKS_FOR_PARTS]
    return [one.moment for one in asks if since and one.sent_on and one.sent_on >= since]


def asked_on(sent: list[Draft], terms: list[Terms], since: date | None) -> date | None:
    """The last day of these; None once a version of the terms has come in since."""
    last = max(asking(sent, since), default=None)
    heard = (one.moment for one in terms if one.kind != Version.ADVERTISED)
    return last[0] if last and not any(moment > last for moment in heard) else None


def counters(sent: list[Draft], terms: list[Terms]) -> Iterator[engine.Counter]:
    """The counters that went out, each with the day of its review and of the first answer after it."""
    answers = [one.moment for one in answers_in(terms[::-1], getattr)]
    if answers and not any(draft.kind in COUNTERS for draft in sent):
        # They answer to something that was asked outside of here.
        yield engine.Counter(sent_on=answers[0][0], answered_on=answers[0][0])
    for draft in sent:
        if draft.kind in COUNTERS and draft.sent_on:
            yield engine.Counter(
                sent_on=draft.sent_on,
                review_on=max(draft.review_on, draft.sent_on) if draft.review_on else None,
                answered_on=next((answer[0] for answer in answers if answer > draft.moment), None),
            )


def asks_twice(offer: Offer, policy: Policy | None = None) -> bool:
    """Whether they pressed for an answer before the details were in writing. One query, unless loaded."""
    return conduct((one.as_engine for one in offer.signals.all()), policy).effects.accept_asks_twice


def promised(promise: Promise) -> engine.Promise:
    return engine.Promise(
        what=promise.what, person=promise.person, in_writing=promise.state == Settled.WRITTEN
    )
