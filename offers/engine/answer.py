"""Advice as the JSON door prints it: amounts as plain decimal text to the cent, in the unit of the offer."""

from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.encode import Json
from offers.engine.ladder import Rung
from offers.engine.money import plain
from offers.engine.packages import Package, PackageList, Pick
from offers.engine.reason import Reason
from offers.engine.replies import ReplyRow

# These count days, not money.
_DAYS = frozenset({"leave_days", "remote_days"})


def answer(advice: Advice) -> dict[str, Json]:
    """The answer to a case; it holds the walk-away's effects and is for the person alone."""
    limits, marks, packages = advice.ceilings, advice.landing, advice.packages
    return {
        "ceiling_no_exception": plain(limits.no_exception),
        "ceiling_exception": plain(limits.exception),
        "ask": _amount(advice.ask.amount),
        "landing": {
            "floor": plain(marks.floor),
            "likely": plain(marks.likely),
            "no_exception": plain(marks.no_exception),
            "with_exception": plain(marks.with_exception),
        },
        "flags": [str(flag) for flag in advice.flags],
        "confidence": {
            "ceilings": advice.confidence.ceilings.name,
            "ask": advice.confidence.ask.name,
            "landing": advice.confidence.landing.name,
        },
        "why": {
            "ceiling_no_exception": _why(limits.why_no_exception),
            "ceiling_exception": _why(limits.why_exception),
            "ask": _why(advice.ask.why),
            "landing": _why(marks.why),
        },
        "ladder": [_rung(rung) for rung in advice.ladder.rungs],
        "replies": [_reply(row) for row in advice.replies],
        "packages": {"opening": _packages(packages.opening), "fallback": _packages(packages.fallback)},
    }


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)


def _why(reason: Reason) -> dict[str, Json]:
    return {"binding": reason.binding, "text": reason.text}


def _packages(found: PackageList) -> list[Json]:
    return [_package(package) for package in found.packages]


def _package(package: Package) -> dict[str, Json]:
    return {
        "base": plain(package.base),
        "items": {pick.key: _quantity(pick) for pick in package.picks},
        "value": plain(package.value),
        "text": package.phrase,
    }


def _quantity(pick: Pick) -> str:
    return f"{pick.quantity.normalize():f}" if pick.key in _DAYS else plain(pick.quantity)


def _rung(rung: Rung) -> dict[str, Json]:
    return {
        "rung": rung.code,
        "packages": [_package(package) for package in rung.packages],
        "value": plain(rung.value),
        "range_top": _amount(rung.range_top),
        "text": rung.say.text,
        "why": rung.reason.text,
    }


def _reply(row: ReplyRow) -> dict[str, Json]:
    return {
        "said": plain(row.said),
        "action": row.action.value,
        "reply": _amount(row.reply),
        "text": row.say.text,
        "note": None if row.note is None else row.note.text,
    }
