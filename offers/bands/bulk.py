"""Changing many bands at once: raised by a percentage and rounded, or given other dates; shown first."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from offers.bands.models import Band, SetState
from offers.bands.sets import ChangedError, figures
from offers.engine.money import round_half_up

AMOUNTS = ("minimum", "midpoint", "maximum")


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What is to change; None leaves it. `rate` is a fraction, 0.03 for 3%; amounts go to whole `step`s."""

    rate: Decimal | None = None
    step: Decimal = Decimal(1)
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One band with its new values, not saved yet; `problem` says why they cannot be."""

    band: Band
    title: str
    now: str
    then: str
    problem: str


def changes(bands: Iterable[Band], edit: Edit) -> list[Change]:
    """What `edit` would make of each band."""
    return [changed(band, edit) for band in bands]


def changed(band: Band, edit: Edit) -> Change:
    title, now = str(band), figures(band)
    if edit.rate is not None:
        for name in AMOUNTS:
            amount = getattr(band, name)
            if amount is not None:
                setattr(band, name, raised(amount, edit))
    band.valid_from = edit.valid_from or band.valid_from
    band.valid_to = edit.valid_to or band.valid_to
    return Change(band=band, title=title, now=now, then=figures(band), problem=problem_of(band))


def raised(amount: Decimal, edit: Edit) -> Decimal:
    """100,000 by 3.3% to whole hundreds is 103,300."""
    return round_half_up(amount * (1 + (edit.rate or 0)), edit.step)


def problem_of(band: Band) -> str:
    """What the band's own form would refuse."""
    if band.band_set.state == SetState.ARCHIVED:
        return "The set is archived."
    try:
        band.clean_fields()
        band.clean()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def state_of(found: Sequence[Change], edit: Edit) -> str:
    """A digest of what is shown: the bands as they were, and what they become."""
    rows = [(one.band.pk, one.band.version, one.now, one.then) for one in found]
    return hashlib.sha256(repr((rows, edit)).encode()).hexdigest()


@transaction.atomic
def save_all(found: Sequence[Change], edit: Edit, *, shown: str) -> None:
    """Saves every band or none. Raises `ChangedError` unless all is as it was shown and can be saved."""
    if state_of(found, edit) != shown or any(one.problem for one in found):
        raise ChangedError
    try:
        with transaction.atomic():
            for one in found:
                one.band.version += 1
                one.band.save()
    except IntegrityError as error:
        raise ChangedError from error
