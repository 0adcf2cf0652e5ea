"""A gap in base closed by one item alone: as a sign-on, as a grant, as days of leave."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine import inputs
from offers.engine.errors import EngineError
from offers.engine.money import percent, round_half_up
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade, Param, Reason, Source
from offers.engine.value import ONE

LEVERS = {"sign_on": "sign_on", "grant": "equity", "leave_days": "leave_days"}


@dataclass(frozen=True, kw_only=True)
class Closer:
    """One item that closes a gap in base alone; `amount` is `None` when it is unknown or cannot do it."""

    key: str
    amount: Decimal | None
    realistic: bool
    reason: Reason

    @property
    def lever(self) -> str:
        """The lever that it moves."""
        return LEVERS[self.key]


def gap_in_one_item(
    *,
    gap: Decimal,
    k: Decimal | None = None,
    base: Decimal | None = None,
    kept_share: Decimal | None = None,
    vesting_years: Decimal | None = None,
    believed_share: Decimal | None = None,
    policy: Policy,
) -> tuple[Closer, Closer, Closer]:
    """What a yearly gap in base costs as one sign-on, one grant, or days of leave: money, money, days a year.

    sign-on = gap x k x stay / kept share, not discounted; grant = gap x k x vesting years / believed share;
    days = gap x k / (yearly base / 260), unrealistic over five. `kept_share` is the part of a sign-on that is
    expected to stay (all of it unless given). A gap of 3,000 at k 1.12 over 3 years -> a sign-on of 10,080.
    Raises `EngineError` for a gap below 0, a base or vesting years not above 0, or a share outside 0 to 1.
    """
    inputs.amount("gap", gap)
    _above_zero("base", base)
    _above_zero("vesting_years", vesting_years)
    inputs.between("kept_share", kept_share, 0, 1)
    inputs.between("believed_share", believed_share, 0, 1)
    missing = gap * (ONE if k is None else k)
    kept = ONE if kept_share is None else kept_share
    days = None if base is None else missing * policy.working_days / base
    grant = None if vesting_years is None else _divided(missing * vesting_years, believed_share)
    return (
        _closer(
            "sign_on",
            _divided(missing * policy.stay_years, kept),
            ASSUMPTION,
            Grade.E,
            years=policy.stay_years,
            share=percent(policy.sign_on_cap),
        ),
        _closer("grant", grant),
        _closer("leave_days", days, realistic=days is None or days <= policy.leave_days_cap),
    )


def _closer(
    key: str,
    amount: Decimal | None,
    source: Source = ARITHMETIC,
    grade: Grade = Grade.FACT,
    *,
    realistic: bool = True,
    **more: Param,
) -> Closer:
    known = amount is not None
    state = "" if known and realistic else "_UNREALISTIC" if known else "_NONE"
    reason = Reason(
        code=f"CLOSE_{key.upper()}{state}",
        sentence=_CLOSERS[f"{key}{state}"],
        params={} if amount is None else {"amount": told(amount), **more},
        binding=key,
        source=source,
        grade=grade,
    )
    return Closer(key=key, amount=amount, realistic=known and realistic, reason=reason)


def told(amount: Decimal) -> Decimal:
    """What it is about: an estimate has no cents and no parts of a day."""
    return round_half_up(amount, ONE)


def _divided(amount: Decimal, share: Decimal | None) -> Decimal | None:
    return amount / share if share else None


def _above_zero(field: str, number: Decimal | None) -> None:
    inputs.amount(field, number)
    if number == 0:
        raise EngineError(field, f"{field}: give a number above zero.")


_CLOSERS = {
    "sign_on": "A sign-on of {amount} is what the gap adds up to over {years} years, the stay that we "
    "assume. Employers usually stop at {share} of a year's base.",
    "sign_on_NONE": "A sign-on closes nothing when none of it is expected to stay with you.",
    "grant": "A grant of {amount} pays the gap while it vests, counted by the share you believe in.",
    "grant_NONE": "A grant closes the gap only with known vesting years and a share you believe in.",
    "leave_days": "About {amount} more days of leave a year are worth the gap.",
    "leave_days_UNREALISTIC": "The gap is worth about {amount} days of leave a year, more than is usually "
    "given.",
    "leave_days_NONE": "How many days of leave the gap is worth depends on base, which is not known.",
}
