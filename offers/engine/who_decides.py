"""Who decides about the request: what each of three people guards, and what it gives each of them to say."""

from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine import inputs
from offers.engine.bargain import Bargain
from offers.engine.money import percent, round_half_up
from offers.engine.packages import Packages
from offers.engine.reason import ARITHMETIC, ASSUMPTION, PRACTITIONER, TYPED, Grade, Param, Reason, Source
from offers.engine.value import ONE


@dataclass(frozen=True, kw_only=True)
class Decider:
    """One person in the decision. Private: `says` may hold the distance to a colleague's pay."""

    key: str
    title: str
    guards: Reason
    says: Reason


def who_decides(
    *,
    bargain: Bargain,
    offered: Packages,
    limit: Reason | None = None,
    best_peer: Decimal | None = None,
    approvers: tuple[str, ...] = (),
) -> tuple[Decider, Decider, Decider]:
    """Recruiter, hiring manager and finance: one line each on what they guard and what they can say.

    `limit` is what bound the number that needs no exception, and what is said of it is as strong as that.
    `approvers` are those who have to agree to the ask, as far as that is known. `best_peer` is the highest
    pay known at this level and place; only the distance to it is said. The example's team: the ask of 88,500
    is 4.7% above the best-paid colleague and 4,000 above what needs no exception. Raises `EngineError` for a
    best peer below zero.
    """
    inputs.amount("best_peer", best_peer)
    return (
        _decider("recruiter", "Recruiter", _recruiter(bargain, offered, limit, approvers)),
        _decider("hiring_manager", "Hiring manager", _manager(bargain, best_peer)),
        _decider("finance", "Finance", _finance(bargain)),
    )


def _recruiter(
    bargain: Bargain, offered: Packages, limit: Reason | None, approvers: tuple[str, ...]
) -> Reason:
    if bargain.ask is None:
        return _line("RECRUITER_NO_ASK")
    over = bargain.ask - bargain.ceiling
    said: dict[str, Param] = {"ask": bargain.ask}
    if over <= 0 and len(approvers) > 1 and bargain.knows_rules:
        return _limit("RECRUITER_SIGNED", bargain, limit, said | {"approvers": ", ".join(approvers)})
    if over <= 0:
        return _limit("RECRUITER_INSIDE", bargain, limit, said)
    said["over"] = over
    if not offered.fallback.packages:
        return _limit("RECRUITER_EXCEPTION", bargain, limit, said)
    base = offered.fallback.packages[0].base
    return _limit("RECRUITER_FALLBACK", bargain, limit, said | {"base": base})


def _limit(code: str, bargain: Bargain, limit: Reason | None, said: dict[str, Param]) -> Reason:
    """A line about what needs an exception; where no rule of theirs is known, about usual padding."""
    if not bargain.knows_rules:
        return replace(_line(f"{code}_ASSUMED", ASSUMPTION), params=said, grade=Grade.E)
    line = replace(_line(code), params=said)
    is_fact = limit is None or limit.grade is Grade.FACT
    return line if limit is None or is_fact else replace(line, source=limit.source, grade=limit.grade)


def _manager(bargain: Bargain, best_peer: Decimal | None) -> Reason:
    if bargain.ask is None:
        return _line("MANAGER_NO_ASK")
    if not best_peer:
        return _line("MANAGER_NO_PEERS")
    if bargain.ask <= best_peer:
        return _line("MANAGER_INSIDE", source=TYPED)
    return _line("MANAGER_ABOVE", source=TYPED, share=percent(bargain.ask / best_peer - 1))


def _finance(bargain: Bargain) -> Reason:
    if bargain.ask is None:
        return _line("FINANCE_NO_ASK")
    cost = (bargain.ask - bargain.offer) * bargain.k * bargain.units_a_year
    once = any(item.key == "sign_on" for item in bargain.items)
    return _line("FINANCE_ASK" if once else "FINANCE_ASK_ALONE", cost=round_half_up(cost, ONE))


def _decider(key: str, title: str, says: Reason) -> Decider:
    code = f"GUARDS_{key.upper()}"
    guards = Reason(code=code, sentence=_SENTENCES[code], binding=key, source=PRACTITIONER, grade=Grade.D)
    return Decider(key=key, title=title, guards=guards, says=says)


def _line(code: str, source: Source = ARITHMETIC, **params: Param) -> Reason:
    return Reason(code=code, sentence=_SENTENCES[code], params=params, source=source)


_SENTENCES = {
    "GUARDS_RECRUITER": "Filling the role inside the guidelines.",
    "GUARDS_HIRING_MANAGER": "Fairness in the team, and somebody who will succeed.",
    "GUARDS_FINANCE": "Cost discipline, and one rule for everyone.",
    "RECRUITER_NO_ASK": "The request leaves base as it is, so it needs no exception.",
    "RECRUITER_INSIDE": "{ask} stays inside what needs no exception, so it can close as it is.",
    "RECRUITER_SIGNED": "{ask} stays inside what needs no exception. Each of these still has to agree: "
    "{approvers}.",
    "RECRUITER_FALLBACK": "{ask} needs an exception for {over}; if that fails, there is a package at {base} "
    "that needs none.",
    "RECRUITER_EXCEPTION": "{ask} needs an exception for {over}, with the reason in writing to forward.",
    "RECRUITER_INSIDE_ASSUMED": "{ask} stays inside usual padding. What this employer may agree to by itself "
    "is not known: ask.",
    "RECRUITER_FALLBACK_ASSUMED": "{ask} is {over} above usual padding, and a package at {base} stays inside "
    "it. That is our assumption: what this employer may agree to by itself is not known.",
    "RECRUITER_EXCEPTION_ASSUMED": "{ask} is {over} above usual padding, so bring the reason in writing to "
    "forward. That is our assumption: what this employer may agree to by itself is not known.",
    "MANAGER_NO_ASK": "The request leaves base as it is, so it overtakes nobody in the team.",
    "MANAGER_NO_PEERS": "The case is the level and the scope of the role; pay in the team is not known here.",
    "MANAGER_INSIDE": "Nobody known at this level would be overtaken.",
    "MANAGER_ABOVE": "The ask is {share} above the best-paid colleague known, so it needs a difference in "
    "scope or experience that can be named.",
    "FINANCE_NO_ASK": "Base, the cost that comes back every year, does not change.",
    "FINANCE_ASK_ALONE": "The ask costs {cost} more a year.",
    "FINANCE_ASK": "The ask costs {cost} more a year; money paid once, such as a sign-on, can take the place "
    "of a part of it.",
}
