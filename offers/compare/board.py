"""The page of a comparison: every figure ready to be shown, and behind each its reasons."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.case import measure_of
from offers.compare.sides import Told
from offers.engine.breakeven import BreakEven
from offers.engine.clock import TimeLeft
from offers.engine.comparison import Comparison
from offers.engine.money import percent, round_half_up
from offers.engine.reason import Param, Reason
from offers.engine.situation import Measure
from offers.explain import Why, computed, entered, money, money_in, why
from offers.models import Offer, Stated

UNSAID, UNKNOWN, DROPPED = "not stated", "not known", "named before, then left out"
WORDS = {Stated.NOT_STATED: UNSAID, Stated.NONE: "none", Stated.GIVEN: "yes, no figure yet"}
ONE, THOUSAND = Decimal(1), Decimal(1_000)
# Sentences that name sums of a year: without cents, as the tables have them.
SUMS = {"VALUE", "MONEY_LEAD", "BREAK_EVEN", "BREAK_EVEN_NO_GRANT", "GRANT_COUNTED"}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in one place of a table: a figure, a day or a word, and a note under it.

    `is_open` says that it is not stated or not known, `is_late` that its day has passed.
    """

    text: str
    note: str = ""
    is_open: bool = False
    is_late: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Rows that one "Why?" explains."""

    what: str
    rows: tuple[Row, ...]
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Equal:
    """What one offer alone would have to be to equal the best one; `missing` is what it lacks a year.

    `base` and `grant` are empty where they are nothing to ask for.
    """

    name: str
    missing: str
    base: str
    sign_on: str
    grant: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Lead:
    """Who leads on money, by how much, and what stands behind it; `figure` is empty where nobody leads."""

    figure: str
    sentence: str
    turns: tuple[Why, ...]
    gaps: tuple[str, ...]
    wants_rate: bool
    whys: tuple[Why, ...]


def opened(reason: Reason, binding: str) -> Why:
    """A reason in words; the engine's own key of a rule is no word for a page."""
    params = {name: to_one(value) for name, value in reason.params.items()}
    shown = params if reason.code in SUMS else reason.params
    return why(replace(reason, binding="", params=shown), binding)


def to_one(value: Param) -> Param:
    return round_half_up(value, ONE) if isinstance(value, Decimal) else value


def whole(amount: Decimal, currency: str) -> str:
    """A computed amount without its cents, which would claim more than is known."""
    return money(round_half_up(amount, ONE), currency)


def about(amount: Decimal, currency: str) -> str:
    """An amount that rests on a rate: to the thousand, and to the hundred below ten thousand.

    "about SEK 1,175,000" of 1,174,603.
    """
    step = THOUSAND if abs(amount) >= 10 * THOUSAND else THOUSAND / 10
    return f"about {whole(round_half_up(amount / step, ONE) * step, currency)}"


def stated(told: Sequence[Told], left: Sequence[TimeLeft]) -> Group:
    """What each offer says, as it was entered."""
    rows = (
        Row(label="Base", cells=tuple(base_cell(one) for one in told)),
        Row(label="Bonus", cells=tuple(bonus_cell(one) for one in told)),
        Row(label="Sign-on", cells=tuple(sign_on_cell(one) for one in told)),
        Row(label="Grant", cells=tuple(grant_cell(one) for one in told)),
        Row(label="Paid leave", cells=tuple(leave_cell(one) for one in told)),
        Row(label="You have it", cells=tuple(written_cell(one) for one in told)),
        Row(
            label="Answer by",
            cells=tuple(deadline_cell(one.offer, days) for one, days in zip(told, left, strict=True)),
        ),
    )
    said = entered("These are the terms of each offer as you entered them; what nobody named is not counted.")
    leave = entered("Leave is compared in days. It is no pay, so it is in none of the sums below.")
    return Group(what="the terms", rows=rows, whys=(said, leave))


def written_cell(one: Told) -> Cell:
    """How one has it; an answer that was only said aloud is not in the letter, and a later letter counts."""
    if one.is_written:
        return Cell(text="in writing")
    aloud = one.offer.stated_as == "written"
    return Cell(text=one.offer.get_stated_as_display(), note="the base only said aloud" if aloud else "")


def base_cell(one: Told) -> Cell:
    if one.standing.base is None:
        return Cell(text=UNSAID, is_open=True)
    shown = money_in(one.standing.base, measure_of(one.offer))
    return Cell(text=shown, note=one.problem or one.offer.get_unit_display())


def bonus_cell(one: Told) -> Cell:
    rate = one.standing.bonus_rate
    if rate is None:
        return missing(one.offer.bonus_stated, one.offer.bonus_target_rate)
    return Cell(text=percent(rate), note="of base, as target")


def sign_on_cell(one: Told) -> Cell:
    if one.standing.sign_on is None:
        return missing(one.offer.sign_on_stated, one.offer.sign_on)
    months = one.standing.clawback_months
    note = f"to be paid back for {months} months" if months else "paid once"
    return Cell(text=once(one.standing.sign_on, one), note=note)


def grant_cell(one: Told) -> Cell:
    if one.standing.grant is None:
        return missing(one.offer.equity_stated, one.offer.equity_grant)
    years = one.standing.grant_years
    note = f"vests over {years} year{'' if years == 1 else 's'}" if years else "vesting not stated"
    return Cell(text=once(one.standing.grant, one), note=note)


def leave_cell(one: Told) -> Cell:
    days = one.standing.leave_days
    if days is None:
        return missing(one.offer.leave_stated, one.offer.leave_days)
    return Cell(text=f"{days.normalize():f} days")


def missing(named: str, before: Decimal | None) -> Cell:
    """What stands for a part without a figure; one that had a figure `before` was dropped since."""
    if before is not None:
        return Cell(text=DROPPED, is_open=True)
    return Cell(text=WORDS[Stated(named)], is_open=named != Stated.NONE)


def once(amount: Decimal, one: Told) -> str:
    return money_in(amount, Measure(currency=one.currency))


def deadline_cell(offer: Offer, left: TimeLeft) -> Cell:
    if offer.deadline is None:
        return Cell(text="no date", is_open=True)
    days = left.business_days or 0
    note = "passed" if left.overdue else f"{days} business day{'' if days == 1 else 's'} left"
    return Cell(text=f"{offer.deadline.day} {offer.deadline:%b %Y}", note=note, is_late=left.overdue)


def values(told: Sequence[Told], found: Comparison, home: str) -> Iterator[Group]:
    """The yearly value of each, in its own currency and, where they differ, in that of home."""
    cells = tuple(
        Cell(text=whole(one.side.value, one.currency)) if one.side.value is not None else unknown()
        for one in told
    )
    reasons = [reason for one in told for reason in one.reasons]
    paid = [
        reason for one in told if one.pay for reason in one.pay.reasons if reason.code.startswith("BONUS")
    ]
    whys = (*told_whys(reasons), *told_whys(paid))
    if whys:
        row = Row(label="Worth a year", cells=cells)
        yield Group(what="worth a year", rows=(row,), whys=whys)
    if any(one.currency != home for one in told):
        yield at_home(told, found, home)


def at_home(told: Sequence[Told], found: Comparison, home: str) -> Group:
    in_money = {row.name: row for row in found.money.rows}
    cells = []
    for one in told:
        row = in_money[one.name]
        if row.home is None:
            cells.append(Cell(text="no rate yet" if row.own is not None else UNKNOWN, is_open=True))
        elif row.reason and row.low is not None and row.high is not None:
            note = f"{whole(row.low, '')} to {whole(row.high, '')} if the rate moves"
            cells.append(Cell(text=about(row.home, home), note=note))
        else:
            cells.append(Cell(text=whole(row.home, home)))
    used = [row.reason for row in found.money.rows if row.reason]
    whys = tuple(opened(reason, "your own rate") for reason in used)
    plain = computed("Every other offer is counted in {home} at your own rate.", "your own rates", home=home)
    shown = Row(label=f"In {home}", cells=tuple(cells))
    return Group(what=f"worth in {home}", rows=(shown,), whys=whys or (plain,))


def unknown() -> Cell:
    return Cell(text=UNKNOWN, is_open=True)


def told_whys(reasons: Iterable[Reason]) -> tuple[Why, ...]:
    """Each reason once, however many offers it holds for."""
    by_text = {reason.text: reason for reason in reasons}
    return tuple(opened(reason, "the terms of the offer") for reason in by_text.values())


def lead_of(told: Sequence[Told], found: Comparison, home: str) -> Lead:
    """The verdict, the lead behind it, and what would turn it."""
    reasons = found.money.reasons
    turns = [reason for reason in reasons if reason.code.startswith("FX_TURNS")]
    drops = [drop.text for one in told for drop in one.drops]
    gaps = [reason.text for reason in reasons if reason.code in {"BASE_UNKNOWN", "FX_MISSING"}]
    first = [reason for reason in reasons if reason.code in {"MONEY_LEAD", "MONEY_EQUAL"}]
    lead = found.money.lead
    return Lead(
        figure=whole(lead, home) if lead else "",
        sentence=found.verdict.text,
        turns=tuple(opened(reason, "the rate tried lower and higher") for reason in turns),
        gaps=(*gaps, *drops),
        wants_rate=any(reason.code == "FX_MISSING" for reason in reasons),
        whys=(
            opened(found.verdict, "how near they are to each other" if found.close else "what is known"),
            *(opened(reason, "the yearly values") for reason in first),
        ),
    )


def equals(told: Sequence[Told], found: Comparison) -> list[Equal]:
    """For each offer but the best: what it would have to be. Its base is in its own unit."""
    by_name = {one.name: one for one in told}
    best = found.money.best or ""
    others = [(by_name[each.name], each) for each in found.money.break_even]
    return [
        equal(one, even, best, is_converted=one.currency != by_name[best].currency) for one, even in others
    ]


def equal(one: Told, even: BreakEven, best: str, *, is_converted: bool) -> Equal:
    def shown(amount: Decimal) -> str:
        return (about if is_converted else whole)(amount, one.currency)

    missing_now = computed(
        "{name} lacks {missing} a year to {best}.",
        "the yearly values",
        name=one.name,
        missing=to_one(even.missing),
        best=best,
    )
    return Equal(
        name=one.name,
        missing=shown(even.missing),
        base=equal_base(one, even.base, shown) if even.base is not None else "",
        sign_on=shown(even.sign_on),
        grant=shown(even.grant) if even.grant is not None else "",
        whys=(missing_now, opened(even.reason, "the expected stay")),
    )


def equal_base(one: Told, base: Decimal, shown: Callable[[Decimal], str]) -> str:
    """In the unit of the offer."""
    own = money_in(base / one.periods, measure_of(one.offer))
    return shown(base) if one.periods == 1 else f"{own} {one.offer.get_unit_display()}"
