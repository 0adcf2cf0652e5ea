"""The padding of a first offer: the person's figure, else the industry's, else the general one."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.flags import Flag
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Grade, Reason, Source
from offers.engine.situation import Buffer, Industry


@dataclass(frozen=True, kw_only=True)
class Padding:
    """The padding believed in, low to high, as fractions of the offer, and where it comes from."""

    low: Decimal
    high: Decimal
    source: Source
    grade: Grade
    notes: tuple[Reason, ...] = ()


def padding(typed: Buffer | None, industry: Industry | None, policy: Policy) -> Padding:
    """The padding to count with; technology gives 5 to 15%.

    An end that was not typed is the industry's, moved so that low stays under high. More than the policy's
    cap is not believed. Flags BUFFER_DEFAULT (nothing known) and BUFFER_CAPPED.
    """
    key = f"buffer_{industry or Industry.GENERAL}"
    low: Decimal = getattr(policy, f"{key}_low")
    high: Decimal = getattr(policy, f"{key}_high")
    rule, notes = RULES[f"{key}_high"], []
    source, grade = rule.source, rule.grade
    if typed is not None and (typed.low is not None or typed.high is not None):
        low, high, source, grade = *_typed_ends(typed, low, high), typed.source, typed.grade
    elif industry is None:
        notes.append(_default(low, high, source, grade))
    if high > policy.buffer_cap:
        low, high = min(low, policy.buffer_cap), policy.buffer_cap
        notes.append(_CAPPED)
    return Padding(low=low, high=high, source=source, grade=grade, notes=tuple(notes))


def _typed_ends(typed: Buffer, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    if typed.high is None:
        start = low if typed.low is None else typed.low
        return start, max(start, high)
    return min(low, typed.high) if typed.low is None else typed.low, typed.high


def _default(low: Decimal, high: Decimal, source: Source, grade: Grade) -> Reason:
    return Reason(
        code=Flag.BUFFER_DEFAULT,
        sentence="The industry is not known; the general padding of first offers is used.",
        params={"low": low, "high": high},
        source=source,
        grade=grade,
    )


_CAPPED = Reason(
    code=Flag.BUFFER_CAPPED,
    sentence="So much padding is not believed; the limit of the policy is used.",
    source=RULES["buffer_cap"].source,
    grade=RULES["buffer_cap"].grade,
)
