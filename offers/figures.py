"""Every amount of the room as a row: what it is, how much, and why."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from offers.charts import Span, knows_rules, spans
from offers.engine.advice import Advice
from offers.engine.flags import Flag
from offers.engine.position import UNLIMITED
from offers.engine.reason import ARITHMETIC, TYPED, Grade, Reason, Source, in_words
from offers.engine.situation import Measure
from offers.explain import Number, Why, computed, entered, money_in, why
from offers.models import Offer

FEW = 5  # Salaries that are listed one by one; of more, the ends and the middle.
MINIMUM, MIDPOINT, MAXIMUM = "minimum", "midpoint", "maximum"


def landing_marks(advice: Advice, measure: Measure) -> tuple[Number, ...]:
    """Where a request lands: nothing, the middle, all that needs no exception, all; empty without one.

    An amount is one mark. Where the middle would need an exception, what needs none says so; an ask that
    needs none is what can be had without.
    """
    asked, marks, limits = advice.ask.amount, advice.landing, advice.ceilings
    if asked is None:
        return ()
    plain = why(limits.why_no_exception if marks.no_exception < asked else advice.ask.why)
    middle = why(marks.why)
    at_once = (plain, middle) if marks.likely == marks.no_exception else (plain,)
    found = (
        ("floor", "Floor: nothing moves", marks.floor, (_offered(),)),
        ("likely", "Midway", marks.likely, (middle,)),
        ("no_exception", plain_label(advice), marks.no_exception, at_once),
        ("with_exception", reach_label(advice), marks.with_exception, (why(advice.ask.why),)),
    )
    return tuple(
        Number(key=key, label=label, figure=money_in(amount, measure), whys=whys)
        for key, label, amount, whys in found
        if amount != marks.no_exception or key in ("floor", "no_exception")
    )


def plain_label(advice: Advice) -> str:
    return "Without an exception" if knows_rules(advice) else "Usual room"


def reach_label(advice: Advice) -> str:
    return "With an exception" if knows_rules(advice) else "All you ask"


def _offered() -> Why:
    return entered("This is the base they offered.")


def ask_number(advice: Advice, measure: Measure) -> Number | None:
    """The ask with the whole chain of its reasons: the ceiling explains itself where it bound."""
    amount, reason = advice.ask.amount, advice.ask.why
    if amount is None:
        return None
    limits = advice.ceilings
    ceiling = limits.why_no_exception if advice.state.cautious else limits.why_exception
    chain = (reason, ceiling) if reason.binding == "ceiling" else (reason,)
    return Number(
        key="ask", label="The ask", figure=money_in(amount, measure), whys=tuple(why(each) for each in chain)
    )


def offer_number(advice: Advice, measure: Measure) -> Number:
    return _number("offer", "The offer", advice.state.offer, _offered(), measure)


def target_number(advice: Advice, measure: Measure) -> Number:
    """The target as typed; else the one that is assumed, and said to be."""
    notes = [note for note in advice.notes if note.code == Flag.TARGET_ASSUMED]
    if notes:
        return _number("target", "Target, assumed", advice.state.target, why(notes[0]), measure)
    return _number(
        "target", "Your target", advice.state.target, entered("This is the target you set."), measure
    )


def figures_of(offer: Offer, advice: Advice, measure: Measure) -> tuple[Number, ...]:
    """Everything that stands on the line of pay, as rows of a table."""
    asked = ask_number(advice, measure)
    return (
        offer_number(advice, measure),
        *([asked] if asked else []),
        target_number(advice, measure),
        *_ceilings(advice, measure),
        *_team(advice.state.peers, measure),
        *(row for span in spans(advice) for row in _range(span, offer, advice, measure)),
    )


def _ceilings(advice: Advice, measure: Measure) -> Iterator[Number]:
    """Both ceilings; none where base follows from a system and no request moves it."""
    limits = advice.ceilings
    if advice.ask.follows_a_system:
        return
    plain, reach = why(limits.why_no_exception), why(limits.why_exception)
    known = knows_rules(advice)
    first = "Ceiling without an exception" if known else "Ceiling of the usual room"
    second = "Ceiling with an exception" if known else "Ceiling of what to ask"
    yield _number("no_exception", first, limits.no_exception, plain, measure)
    yield _number("exception", second, limits.exception, reach, measure)


def _team(peers: Sequence[Decimal], measure: Measure) -> Iterator[Number]:
    said = entered("A salary of the team, as you entered it.")
    if len(peers) <= FEW:
        for place, pay in enumerate(peers, 1):
            yield _number("team", f"Team, salary {place} of {len(peers)}", pay, said, measure)
        return
    middle = computed("Half of the salaries you entered are above it.", "pay of the team")
    yield _number("team", f"Team, lowest of {len(peers)}", peers[0], said, measure)
    yield _number("team", f"Team, median of {len(peers)}", median(peers), middle, measure)
    yield _number("team", f"Team, highest of {len(peers)}", peers[-1], said, measure)


def _range(span: Span, offer: Offer, advice: Advice, measure: Measure) -> Iterator[Number]:
    """A range: its ends, and inside it the lines between the quarters and the midpoint."""
    said = _said(span, offer, advice)
    has_middle = span.midpoint < UNLIMITED
    cut = "cut in four." if not has_middle else "cut at its midpoint, and each side of it in two."
    quarter = computed(f"The range from end to end, {cut}", "the range")
    points: list[tuple[str, Decimal | None, Why]] = [(MINIMUM, span.minimum, said[MINIMUM])]
    lines = span.quarters
    if lines:
        points.append(("end of the first quarter", lines[0], quarter))
    if has_middle:
        points.append((MIDPOINT, span.midpoint, said[MIDPOINT]))
    elif lines:
        points.append(("end of the second quarter", lines[1], quarter))
    if lines:
        points.append(("end of the third quarter", lines[2], quarter))
    points.append((MAXIMUM, span.maximum, said[MAXIMUM]))
    for name, amount, reason in points:
        if amount is not None:
            yield _number(span.kind, f"{span.label}, {name}", amount, reason, measure)


def _said(span: Span, offer: Offer, advice: Advice) -> dict[str, Why]:
    """For each limit of a range, who said so."""
    if span.kind == "posted":
        on = f", posted on {in_words(offer.posted_on)}" if offer.posted_on else ""
        told = Source(title=f"the job posting{on}", url=offer.posted_url)
        return _same(
            Reason(code="POSTED", sentence="The range in the posting, as you entered it.", source=told)
        )
    if span.kind == "inside":
        who = offer.get_inside_by_display() or "Somebody"
        how = "in writing" if offer.inside_in_writing else "not in writing"
        return _same(
            Reason(
                code="INSIDE",
                sentence="{who} said so, {how}. The written word of recruiter or manager counts as theirs.",
                params={"who": who, "how": how},
                source=TYPED,
            )
        )
    return _band(offer, advice)


def _band(offer: Offer, advice: Advice) -> dict[str, Why]:
    """The limits of the band: entered, picked with its own source, or inferred and said to be."""
    typed = (offer.range_minimum, offer.range_midpoint, offer.range_maximum)
    inferred = {note.code: why(note, "the midpoint alone") for note in advice.notes}
    said = _same(Reason(code="BAND", sentence="Their range, as you entered it.", source=TYPED))
    if offer.band and all(amount is None for amount in typed):
        source = Source(author=offer.band.employer.name, year=offer.band.as_of.year, title=offer.band.source)
        told = "The range of the level that you picked."
        said = _same(Reason(code="BAND_PICKED", sentence=told, source=source, grade=Grade.D))
    if Flag.BAND_INFERRED in inferred:
        said = said | dict.fromkeys((MINIMUM, MAXIMUM), inferred[Flag.BAND_INFERRED])
    if Flag.MID_INFERRED in inferred:
        told = "No midpoint is given; the middle of the range stands for it."
        middle = Reason(code=Flag.MID_INFERRED, sentence=told, source=ARITHMETIC)
        said = said | {MIDPOINT: why(middle, "the ends of the range")}
    return said


def _same(reason: Reason) -> dict[str, Why]:
    return dict.fromkeys((MINIMUM, MIDPOINT, MAXIMUM), why(reason, "the range"))


def _number(key: str, label: str, amount: Decimal, reason: Why, measure: Measure) -> Number:
    return Number(key=key, label=label, figure=money_in(amount, measure), whys=(reason,))
