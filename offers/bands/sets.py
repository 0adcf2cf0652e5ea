"""Publishing a set of bands, going back to the one before, and what is between two sets."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.db import transaction
from django.utils import timezone

from offers.bands.models import Band, BandSet, SetState
from offers.engine.money import spoken
from offers.engine.reason import in_words

Key = tuple[str, ...]
FIGURES = ("currency", "period", "minimum", "midpoint", "maximum", "basis", "valid_from", "valid_to")


class ChangedError(Exception):
    """Something was saved since the page was opened that shows what publishing would do."""


class TooEarlyError(Exception):
    """The set would leave jobs without a band that have one today."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One band as it is and as it would be; empty where there is none."""

    title: str
    now: str
    then: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    added: tuple[Line, ...]
    changed: tuple[Line, ...]
    ended: tuple[Line, ...]
    unchanged: int


def set_in_force(band_set: BandSet) -> BandSet | None:
    """The set that publishing `band_set` would take the place of."""
    others = BandSet.objects.in_force().filter(employer=band_set.employer_id)
    return others.exclude(pk=band_set.pk).first()


def state_of(band_set: BandSet, now: BandSet | None) -> str:
    """A digest of both sets: whoever publishes does so on what was shown."""
    sets = [band_set, *([now] if now else [])]
    rows = Band.objects.filter(band_set__in=sets).order_by("pk").values_list("pk", "version")
    text = repr(([(one.pk, one.version, str(one.state)) for one in sets], list(rows)))
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def publish(band_set: BandSet, *, shown: str, today: date) -> BandSet | None:
    """Brings the set into force and archives the one that was, which it returns.

    Raises `ChangedError` unless both are as they were shown, and `TooEarlyError` with `why_too_early`.
    """
    list(BandSet.objects.select_for_update().filter(employer=band_set.employer_id))
    band_set.refresh_from_db()
    now = set_in_force(band_set)
    if band_set.is_in_force or state_of(band_set, now) != shown:
        raise ChangedError
    if early := why_too_early(now, band_set, today):
        raise TooEarlyError(early)
    if now:
        now.state, now.version = SetState.ARCHIVED, now.version + 1
        now.save()
    band_set.state, band_set.version = SetState.ACTIVE, band_set.version + 1
    band_set.before, band_set.published_at = now, timezone.now()
    band_set.save()
    return now


@transaction.atomic
def copy(band_set: BandSet) -> BandSet:
    """A draft with the same bands, under a name of its own."""
    BandSet.objects.select_for_update().get(pk=band_set.pk)
    taken = {
        name.lower()
        for name in BandSet.objects.filter(employer=band_set.employer_id).values_list("name", flat=True)
    }
    numbers = (f"{band_set.name[:80]}, copy {number}" for number in range(1, len(taken) + 2))
    name = next(one for one in numbers if one.lower() not in taken)
    draft = BandSet.objects.create(employer=band_set.employer, name=name)
    bands = list(band_set.bands.all())
    for band in bands:
        band.pk, band.version, band.band_set = None, 1, draft
        band._state.adding = True
    Band.objects.bulk_create(bands)
    return draft


def by_key(bands: Iterable[Band]) -> dict[Key, list[Band]]:
    found: dict[Key, list[Band]] = defaultdict(list)
    for band in sorted(bands, key=lambda band: (band.key, band.valid_from)):
        found[band.key].append(band)
    return found


def followers(now: BandSet | None, then: BandSet, today: date) -> dict[int, Band]:
    """For each band of a set, by its number, the one of the other set for the same job that holds today."""
    if now is None:
        return {}
    holding = by_key(then.bands.holding(today).select_related("employer"))
    return {band.pk: holding[band.key][0] for band in now.bands.all() if band.key in holding}


def difference(now: BandSet | None, then: BandSet) -> Difference:
    """What publishing `then` would change, job by job."""
    old = by_key(now.bands.all()) if now else {}
    new = by_key(then.bands.all())
    added, changed, ended, unchanged = [], [], [], 0
    for key in sorted({*old, *new}):
        for before, after in zip_longest(old.get(key, []), new.get(key, [])):
            line = Line(
                title=", ".join(part for part in titles(after or before) if part),
                now=figures(before) if before else "",
                then=figures(after) if after else "",
            )
            if before is None:
                added.append(line)
            elif after is None:
                ended.append(line)
            elif any(getattr(before, name) != getattr(after, name) for name in FIGURES):
                changed.append(line)
            else:
                unchanged += 1
    return Difference(added=tuple(added), changed=tuple(changed), ended=tuple(ended), unchanged=unchanged)


def why_too_early(now: BandSet | None, then: BandSet, today: date) -> str:
    """Why `then` cannot take the place of `now` yet: jobs would lose the band they have; empty where it can.

    Where nothing of `then` holds today, a job that has another title in it counts as one of them.
    """
    bands = list(Band.objects.filter(band_set__in=[one for one in (now, then) if one]))
    held = {band.key for band in bands if band.band_set_id != then.pk and band.holds_on(today)}
    new = by_key(band for band in bands if band.band_set_id == then.pk)
    is_bare = not any(band.holds_on(today) for rows in new.values() for band in rows)
    waiting = [
        next(band for band in rows if band.valid_from > today)
        for key, rows in new.items()
        if (key in held or (held and is_bare))
        and rows[-1].valid_from > today
        and not any(band.holds_on(today) for band in rows)
    ]
    if not waiting:
        return ""
    named = ", ".join(part for part in titles(waiting[0]) if part)
    more = f" and {len(waiting) - 1} more" if len(waiting) > 1 else ""
    return (
        f"{named}{more} would have no band until {in_words(max(band.valid_from for band in waiting))}, since "
        "the set in force ends when this one is published. Publish it on that day, or put the bands of today "
        "in it too."
    )


def titles(band: Band) -> tuple[str, ...]:
    return (band.title, band.level, band.location)


def figures(band: Band) -> str:
    """What a band says, on one line."""
    amounts = (band.minimum, band.midpoint, band.maximum)
    said = " – ".join(spoken(amount) for amount in amounts if amount is not None)
    until = f" to {band.valid_to}" if band.valid_to else ""
    held = f"from {band.valid_from}{until}"
    return f"{band.currency} {said} {band.get_period_display()}, for {band.get_basis_display()}, {held}"
