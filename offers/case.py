"""From rows to what the engine reads, and back to one answer: the advice on an offer."""

from datetime import date
from decimal import Decimal

from offers.accounts.workdays import holidays_of
from offers.bands.law import hires_by_law
from offers.bands.policy import current_policy
from offers.engine import situation as engine
from offers.engine.advice import Advice, advise
from offers.engine.ask import Ask, ask
from offers.engine.ceilings import ceilings
from offers.engine.normalise import normalise
from offers.engine.policy import Policy
from offers.engine.reason import Grade, Source, in_words
from offers.engine.state import state_of
from offers.models import Offer, Stated
from offers.payout import usual_payout
from offers.summary import USUAL_YEARS, Summary, summary_of


def advice_on(offer: Offer, today: date) -> Advice | None:
    """All the engine has to say; None while no base is known. The offer comes `with_case()`."""
    if offer.base is None:
        return None
    policy = current_policy()
    return advise(situation_of(offer, today, policy), policy, today)


def ask_on(offer: Offer, policy: Policy, today: date) -> Ask | None:
    """The ask alone, as `advice_on` has it, for pages that show many offers."""
    if offer.base is None:
        return None
    state = state_of(normalise(situation_of(offer, today, policy), policy), policy, today)
    return ask(state, ceilings(state))


def holidays_around(offer: Offer, today: date) -> frozenset[date]:
    """The holidays of its owner; an invented example belongs to nobody and has none."""
    return holidays_of(offer.owner, today) if offer.owner_id else frozenset()


def situation_of(offer: Offer, today: date, policy: Policy) -> engine.Situation:
    """The offer as the engine reads it, with the holidays around `today`."""
    return engine.Situation(
        terms=terms_of(offer, policy),
        band=range_of(offer),
        posting=posting_of(offer, today),
        internal=inside_of(offer),
        peers=engine.Peers(salaries=tuple(engine.Peer(pay=one.pay) for one in offer.colleagues.all())),
        numbers=engine.Numbers(target=offer.target, walk_away=offer.walk_away),
        buffer=buffer_of(offer),
        wishes=wishes_of(offer),
        budget=budget_of(offer),
        level=engine.Level(offer.seniority) if offer.seniority else None,
        stance=engine.Stance(offer.stance),
        employer_type=engine.EmployerType(offer.employer_type),
        hard_to_fill=offer.hard_to_fill,
        deadline=offer.deadline,
        holidays=holidays_around(offer, today),
    )


def measure_of(offer: Offer) -> engine.Measure:
    return engine.Measure(
        currency=offer.currency,
        unit=engine.Unit(offer.unit),
        payments_per_year=offer.payments_per_year,
        hours_per_week=offer.hours_per_week,
        fte=offer.fte,
    )


def terms_of(offer: Offer, policy: Policy, stands: Summary | None = None) -> engine.Terms:
    """The terms as entered, or with what `stands` of them now; a bonus counts as it does in pay by year."""
    now = stands or summary_of(offer)
    return engine.Terms(
        base=now.base or Decimal(0),
        first_base=offer.history.first_base,
        asked=offer.history.asked,
        measure=measure_of(offer),
        bonus_target=now.bonus_rate,
        payout=None if now.bonus_rate is None else usual_payout(offer, policy),
        match_rate=offer.match_rate,
        other_value=other_value_of(offer, now),
    )


def wishes_of(offer: Offer) -> engine.Wishes:
    """What may stand beside base, as far as the person said; the engine assumes the rest."""
    rows = offer.listed("wish_rows")
    years = offer.equity_years if offer.equity_stated == Stated.GIVEN else None
    believed = offer.equity_believed_rate

    def told(name: str) -> dict[str, Decimal]:
        return {one["key"]: Decimal(one[name]) for one in rows if one[name] is not None}

    return engine.Wishes(
        caps=caps_left(offer, told("cap")),
        weights=told("weight"),
        unit_worth=told("each"),
        movable={one["key"]: one["movable"] for one in rows if one["movable"] is not None},
        offered=offered_of(offer),
        no_grant=offer.equity_stated == Stated.NONE,
        vesting_years=Decimal(years) if years else None,
        believed_share=Decimal(1) if years and believed is None else believed,
    )


def budget_of(offer: Offer) -> engine.Budget:
    return engine.Budget(
        headcount_frozen=offer.headcount_frozen,
        role_open_days=offer.role_open_days,
        competing_candidates=offer.competing_candidates,
        fiscal_year_ending=offer.fiscal_year_ending,
        recruiter_hesitates=offer.recruiter_hesitates,
    )


def caps_left(offer: Offer, caps: dict[str, Decimal]) -> dict[str, Decimal]:
    """The caps less what they have added since. A cap is on top of the offer as it was entered.

    A cap of 8,000 on top of a sign-on of 3,000 is 5,000 once they have answered with 6,000.
    """
    none, now = Decimal(0), offered_of(offer)
    entered = sign_on_entered(offer) or none
    added = {"sign_on": now.get("sign_on", entered) - entered, "leave_days": now.get("leave_days", none)}
    return {key: max(none, cap - max(none, added.get(key, none))) for key, cap in caps.items()}


def sign_on_entered(offer: Offer) -> Decimal | None:
    return offer.sign_on if offer.sign_on_stated == Stated.GIVEN else None


def offered_of(offer: Offer) -> dict[str, Decimal]:
    """What they offer already of what packages are made of, as answered last; of leave the days on top."""
    leave, given = offer.history.given("leave_days"), offer.history.given("sign_on")
    more = max(Decimal(0), leave - offer.leave_days) if leave and offer.leave_days else None
    found = {
        "sign_on": sign_on_entered(offer) if given is None else given,
        "leave_days": more,
        "relocation": offer.relocation,
        "learning": offer.learning_budget,
    }
    return {key: amount for key, amount in found.items() if amount}


def other_value_of(offer: Offer, now: Summary) -> Decimal | None:
    """What a year pays that does not follow base: the grants as they are counted, and a budget to learn.

    240,000 over four years, half of it believed, and 2,000 to learn: 32,000. What is paid once is left out,
    since its weight depends on how long one stays. None where nothing of it is known.
    """
    found = [offer.learning_budget] if offer.learning_budget is not None else []
    if now.grant is not None:
        believed = offer.equity_believed_rate
        counted = now.grant * (Decimal(1) if believed is None else believed)
        found.append(counted / (now.grant_years or USUAL_YEARS))
    return sum(found, Decimal(0)) if found else None


def range_of(offer: Offer) -> engine.Range | None:
    """What the person typed, else the band they picked, which keeps its own currency and period."""
    typed = (offer.range_minimum, offer.range_midpoint, offer.range_maximum)
    if any(amount is not None for amount in typed):
        minimum, midpoint, maximum = typed
        basis, given, measure = offer.range_basis, offer.range_from_employer, None
    elif offer.band:
        minimum, midpoint, maximum = offer.band.minimum, offer.band.midpoint, offer.band.maximum
        basis, given = offer.band.basis, offer.band.confidence == "high"
        measure = engine.Measure(currency=offer.band.currency, unit=engine.Unit(offer.band.period))
    else:
        return None
    return engine.Range(
        minimum=minimum,
        midpoint=midpoint,
        maximum=maximum,
        basis=engine.RangeBasis(basis),
        employer_given=given,
        measure=measure,
    )


def posting_of(offer: Offer, today: date) -> engine.Posting | None:
    """The posted range: of the position, unless a law that was checked makes it that of new hires."""
    if offer.posted_minimum is None and offer.posted_maximum is None:
        return None
    law = hires_by_law(offer.pay_rule, offer.employees, offer.posted_on, today)
    return engine.Posting(
        minimum=offer.posted_minimum,
        maximum=offer.posted_maximum,
        basis=engine.RangeBasis.HIRE if law else engine.RangeBasis.POSITION,
        law=Source(title=f"{law.citation}, as of {in_words(law.as_of)}") if law else None,
    )


def inside_of(offer: Offer) -> engine.InternalInformation | None:
    if offer.inside_minimum is None and offer.inside_maximum is None:
        return None
    return engine.InternalInformation(
        said_by=engine.Informant(offer.inside_by or engine.Informant.OTHER),
        in_writing=offer.inside_in_writing,
        minimum=offer.inside_minimum,
        maximum=offer.inside_maximum,
    )


def buffer_of(offer: Offer) -> engine.Buffer | None:
    """The padding of the industry, as the administrators keep it."""
    if offer.industry is None:
        return None
    return engine.Buffer(
        low=offer.industry.padding_low_rate,
        high=offer.industry.padding_high_rate,
        source=Source(title=offer.industry.source),
        grade=Grade(offer.industry.grade),
    )
