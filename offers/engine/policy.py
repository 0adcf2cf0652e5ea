"""Every constant of the engine, with its unit, limits, source and grade.

`Policy()` holds the defaults. An administrator's rows override by key through `policy_from`; nothing else
in the project knows a constant of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from offers.engine.errors import ContradictionError, EngineError
from offers.engine.reason import ASSUMPTION, PRACTITIONER, Grade, Source

LOOKSHARP = Source(author="NerdWallet/Looksharp", year=2015, title="survey of entry-level employers")
PUBLISHED = Source(title="published employer pay policies")
SPREADS = Source(title="practitioner tables of range spreads", year=2026)
EXTENSIONS = Source(title="career services and practice guides on offer deadlines")
BOOMERANG = Source(author="Boomerang", year=2016, title="reply rates of 40 million e-mails")
RULES_15 = Source(author="Malhotra", year=2014, title="15 Rules for Negotiating a Job Offer")
TONE_STUDY = Source(author="Jeong, Minson, Yeomans & Gino", year=2019, title="Communicating with warmth")
MEDVEC = Source(author="Medvec & Galinsky", year=2005, title="Putting more on the table")
TANDEM = Source(
    author="Ames & Mason", year=2015, title="Tandem anchoring", url="https://doi.org/10.1037/pspi0000016"
)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is known about one constant beside its value."""

    title: str
    unit: str
    grade: Grade
    source: Source
    lowest: Decimal
    highest: Decimal


def _rule(value: str, title: str, unit: str, grade: Grade, source: Source, lowest: str, highest: str) -> Any:
    rule = Rule(
        title=title,
        unit=unit,
        grade=grade,
        source=source,
        lowest=Decimal(lowest),
        highest=Decimal(highest),
    )
    return field(default=Decimal(value), metadata={"rule": rule})


def _assumed(value: str, title: str, unit: str, lowest: str, highest: str) -> Any:
    return _rule(value, title, unit, Grade.E, ASSUMPTION, lowest, highest)


def _spread(value: str, level: str) -> Any:
    title = f"usual range spread, {level}"
    return _rule(value, title, "fraction of the minimum", Grade.D, SPREADS, "0", "3")


@dataclass(frozen=True, kw_only=True)
class Policy:
    """The constants in force. Rates are fractions; days are business days; spans say their unit."""

    buffer_technology_low: Decimal = _rule(
        "0.05", "padding in technology, low", "fraction", Grade.D, PRACTITIONER, "0", "0.20"
    )
    buffer_technology_high: Decimal = _rule(
        "0.15", "padding in technology, high", "fraction", Grade.D, PRACTITIONER, "0", "0.20"
    )
    buffer_general_low: Decimal = _rule(
        "0.05", "padding in general, low", "fraction", Grade.C, LOOKSHARP, "0", "0.20"
    )
    buffer_general_high: Decimal = _rule(
        "0.10", "padding in general, high", "fraction", Grade.C, LOOKSHARP, "0", "0.20"
    )
    buffer_pay_scale_low: Decimal = _assumed("0", "padding on pay scales, low", "fraction", "0", "0.20")
    buffer_pay_scale_high: Decimal = _assumed("0.03", "padding on pay scales, high", "fraction", "0", "0.20")
    buffer_cap: Decimal = _assumed("0.20", "highest padding believed", "fraction", "0", "1")

    equity_tolerance: Decimal = _assumed(
        "0.05", "tolerance above the best-paid peer", "fraction", "0", "0.50"
    )
    equity_tolerance_exception: Decimal = _assumed(
        "0.10",
        "the same with a better written offer or a role that is hard to fill",
        "fraction",
        "0",
        "0.50",
    )
    step_low: Decimal = _assumed("0.05", "smallest reach of one request", "fraction", "0", "1")
    step_high: Decimal = _assumed("0.20", "largest reach of one request", "fraction", "0", "1")
    step_of_padding: Decimal = _assumed("2", "reach of one request, in times the padding", "times", "0", "10")
    tidy_share: Decimal = _assumed("0.005", "how precise an ask is", "fraction of the ask", "0.001", "0.10")
    leak_margin: Decimal = _assumed(
        "0.005", "numbers this near the walk-away stay out of messages", "fraction", "0", "0.10"
    )
    peers_medium: Decimal = _assumed("2", "salaries that limit an ask", "salaries", "1", "50")
    peers_fair: Decimal = _assumed("3", "salaries that are fair evidence", "salaries", "1", "50")
    peers_strong: Decimal = _assumed("5", "salaries that are strong evidence", "salaries", "1", "50")
    role_open_days: Decimal = _assumed("60", "a role has been open for long", "days", "1", "1000")
    stay_years: Decimal = _assumed("3", "expected stay", "years", "1", "40")
    discount_rate: Decimal = _assumed("0.05", "yearly discount", "fraction", "0", "0.50")
    raise_rate: Decimal = _assumed("0.03", "yearly raise", "fraction", "0", "0.50")
    sign_on_cap: Decimal = _assumed("0.10", "usual limit of a sign-on", "fraction of base", "0", "1")
    package_equal: Decimal = _assumed(
        "0.01", "packages count as equal within", "fraction of the offer", "0", "0.10"
    )
    package_distinct: Decimal = _assumed(
        "0.02", "packages differ by at least", "fraction of the offer", "0", "0.20"
    )
    packages_most: Decimal = _rule(
        "3", "equal packages shown at once", "packages", Grade.D, MEDVEC, "1", "10"
    )
    package_least: Decimal = _assumed(
        "0.03", "least asked outside base when base is not asked", "fraction of the offer", "0", "0.50"
    )
    weight_high: Decimal = _assumed("2", "largest weight of one item", "times its face value", "1", "10")
    working_days: Decimal = _assumed("260", "paid days in a year of five-day weeks", "days", "200", "366")
    leave_days_cap: Decimal = _assumed("5", "extra leave days that are realistic", "days a year", "0", "30")
    one_time_unit: Decimal = _assumed("500", "sign-on and relocation move in", "money", "0.01", "1000000")
    learning_unit: Decimal = _assumed("100", "learning budget moves in", "money", "0.01", "1000000")
    closing_low_under: Decimal = _assumed(
        "50000", "closing numbers count as small under", "money", "0", "1000000000"
    )
    closing_step: Decimal = _assumed("1000", "closing numbers round to", "money", "0.01", "1000000")
    closing_step_low: Decimal = _assumed("500", "small closing numbers round to", "money", "0.01", "1000000")
    closing_step_month: Decimal = _assumed(
        "50", "closing numbers a month round to", "money", "0.01", "1000000"
    )
    closing_step_hour: Decimal = _assumed("0.25", "closing numbers an hour round to", "money", "0.01", "1000")
    range_width: Decimal = _rule(
        "0.05", "width of an ask said as a range", "fraction", Grade.C, TANDEM, "0", "0.20"
    )
    agreed_review_months: Decimal = _assumed(
        "6", "months until a review agreed in writing", "months", "1", "24"
    )
    reply_step: Decimal = _assumed(
        "0.01", "rows of the reply table lie apart by about", "fraction of the offer", "0.001", "0.10"
    )
    reply_rows: Decimal = _assumed("100", "rows of the reply table, about at most", "rows", "10", "1000")
    pause_signals: Decimal = _assumed("2", "red signals that call for a pause", "signals", "1", "20")
    pause_hours: Decimal = _assumed("24", "length of that pause", "hours", "1", "168")
    posting_wide: Decimal = _assumed(
        "0.60", "spread above which a posted range has no middle", "fraction of the minimum", "0", "5"
    )
    sources_differ: Decimal = _assumed(
        "0.05", "difference between sources worth saying", "fraction", "0", "1"
    )
    spread_operative: Decimal = _spread("0.40", "operative")
    spread_professional: Decimal = _spread("0.50", "professional")
    spread_manager: Decimal = _spread("0.55", "manager")
    spread_executive: Decimal = _spread("0.60", "executive")
    reply_slope: Decimal = _assumed("0.55", "share of the remaining gap in a reply", "fraction", "0", "1")
    attrition: Decimal = _assumed("0.15", "people leaving in a year", "fraction", "0", "0.95")
    close_money: Decimal = _assumed("0.02", "offers too close to call, money", "fraction", "0", "0.50")
    close_points: Decimal = _assumed("5", "offers too close to call, scores", "points", "0", "100")
    equity_ripple: Decimal = _assumed(
        "0.05", "how near the new pay others are lifted", "fraction", "0", "0.50"
    )
    currency_swing: Decimal = _assumed("0.10", "exchange rate tried up and down", "fraction", "0", "0.90")
    payout_low: Decimal = _assumed("0", "variable pay paid out, low case", "fraction of target", "0", "3")
    payout_base: Decimal = _assumed(
        "0.8", "variable pay paid out, usual case", "fraction of target", "0", "3"
    )
    payout_high: Decimal = _assumed("1.2", "variable pay paid out, high case", "fraction of target", "0", "3")
    private_share_value: Decimal = _assumed(
        "0", "value given to shares that cannot be sold", "fraction of the claimed value", "0", "1"
    )
    full_time_hours: Decimal = _assumed("40", "hours of a full week when none are given", "hours", "1", "80")
    working_weeks: Decimal = _assumed("46", "weeks a year with a way to work", "weeks", "1", "52")
    counter_margin_days: Decimal = _assumed(
        "1", "days kept free before a deadline", "business days", "0", "30"
    )
    short_deadline_days: Decimal = _assumed(
        "3", "days left under which more time comes first", "business days", "0", "30"
    )
    extension_ordinary_days: Decimal = _rule(
        "5", "extension that is ordinary, up to", "business days", Grade.D, EXTENSIONS, "1", "60"
    )
    extension_explain_days: Decimal = _assumed(
        "10", "extension that needs a reason, up to", "business days", "1", "60"
    )
    alignment_days: Decimal = _assumed(
        "2", "days after another offer is expected", "business days", "0", "30"
    )
    review_days: Decimal = _rule(
        "3", "days of the internal review", "business days", Grade.D, PRACTITIONER, "0", "60"
    )
    follow_up_days: Decimal = _rule(
        "4", "days before a follow-up", "business days", Grade.D, PRACTITIONER, "1", "60"
    )
    words_warn: Decimal = _rule("200", "a draft is long", "words", Grade.C, BOOMERANG, "20", "2000")
    words_too_long: Decimal = _rule("350", "a draft is too long", "words", Grade.C, TONE_STUDY, "20", "2000")
    hedges_many: Decimal = _assumed("3", "hedges that make a draft sound unsure", "count", "1", "50")
    thanks_most: Decimal = _assumed("2", "thanks in one counter", "count", "1", "50")
    asks_most: Decimal = _rule("3", "things asked for at once", "count", Grade.D, RULES_15, "1", "20")
    range_wide: Decimal = _rule(
        "0.20", "width from which a range is diluted", "fraction of its low end", Grade.C, TANDEM, "0", "2"
    )
    counter_window_days: Decimal = _assumed(
        "5", "two open counters are warned within", "business days", "0", "60"
    )
    review_days_fast: Decimal = _assumed(
        "2", "days of the review when they escalate fast", "business days", "0", "60"
    )
    outside_sources: Decimal = _assumed(
        "2", "outside sources when the band question is dodged", "count", "0", "10"
    )
    law_old_days: Decimal = _assumed(
        "90", "days after which a law on pay ranges is to be read again", "days", "1", "3650"
    )


RULES: Mapping[str, Rule] = {item.name: item.metadata["rule"] for item in fields(Policy)}
_ORDERED = (
    ("buffer_technology_low", "buffer_technology_high"),
    ("buffer_general_low", "buffer_general_high"),
    ("buffer_pay_scale_low", "buffer_pay_scale_high"),
    ("equity_tolerance", "equity_tolerance_exception"),
    ("step_low", "step_high"),
    ("closing_step_low", "closing_step"),
    ("peers_medium", "peers_fair"),
    ("peers_fair", "peers_strong"),
    ("payout_low", "payout_base"),
    ("payout_base", "payout_high"),
    ("extension_ordinary_days", "extension_explain_days"),
    ("words_warn", "words_too_long"),
)


def policy_from(values: Mapping[str, Decimal]) -> Policy:
    """The defaults with `values` laid over them, by key.

    Raises `EngineError` for an unknown key or a value outside the rule's limits, and `ContradictionError`
    when a low end is above its high end.
    """
    for key, value in values.items():
        if key not in RULES:
            raise EngineError(key, f"There is no rule called {key}.")
        rule = RULES[key]
        if not (value.is_finite() and rule.lowest <= value <= rule.highest):
            raise EngineError(key, f"{rule.title}: give a number from {rule.lowest} to {rule.highest}.")
    policy = Policy(**values)
    for low, high in _ORDERED:
        low_value, high_value = getattr(policy, low), getattr(policy, high)
        if low_value > high_value:
            sentence = f"{RULES[low].title} ({low_value}) is above {RULES[high].title} ({high_value})."
            raise ContradictionError(low, low_value, high, high_value, sentence)
    return policy
