"""Step 2: the band that advice stands on, from what was typed, posted or said inside.

Unknown ends stay open: a missing minimum is 0, a missing midpoint or maximum `UNLIMITED`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.checks import check_range
from offers.engine.flags import Flag
from offers.engine.policy import RULES, Policy
from offers.engine.position import UNLIMITED, spread
from offers.engine.reason import ARITHMETIC, TYPED, Reason, Source
from offers.engine.situation import (
    Informant,
    InternalInformation,
    Level,
    Posting,
    Range,
    RangeBasis,
    Situation,
)


@dataclass(frozen=True, kw_only=True)
class Band:
    """The band in force; `posted` when it was read off the posting, `wide` when that tells no middle."""

    minimum: Decimal = Decimal(0)
    midpoint: Decimal = UNLIMITED
    third_quartile: Decimal = UNLIMITED
    maximum: Decimal = UNLIMITED
    basis: RangeBasis = RangeBasis.POSITION
    employer_given: bool = False
    posted: bool = False
    wide: bool = False
    law: Source | None = None  # The law by which a posted range is that of new hires.
    stated: Range | None = None  # What was said of it, before anything was inferred.
    notes: tuple[Reason, ...] = ()

    @property
    def for_hire(self) -> bool:
        """Whether the range is, by its words, what a new hire will be paid."""
        return self.basis is RangeBasis.HIRE

    @property
    def limits_known(self) -> bool:
        """Whether its midpoint or its maximum is known."""
        return self.midpoint < UNLIMITED or self.maximum < UNLIMITED


def resolve_band(situation: Situation, policy: Policy) -> Band:
    """The band of a normalised situation.

    A band typed, or stated in writing by recruiter or manager, comes first; without a midpoint or maximum of
    either the posted range is used. 70,000-95,000 without a midpoint has 82,500 as its middle. Raises
    `ContradictionError` when the written word and the typed band cannot both be true.
    """
    band, posting = _vouched(situation.band, situation.internal), situation.posting
    if band and (band.midpoint is not None or band.maximum is not None or posting is None):
        return _from_range(band, situation, policy)
    if posting and (posting.minimum is not None or posting.maximum is not None):
        return _from_posting(posting, situation, policy)
    return Band()


def _vouched(band: Range | None, said: InternalInformation | None) -> Range | None:
    """The band with the limits that the employer stated in writing, and then given by the employer."""
    if said is None or not _is_employers_word(said):
        return band
    own = band or Range()
    stated = replace(
        own,
        minimum=own.minimum if said.minimum is None else said.minimum,
        midpoint=own.midpoint if said.midpoint is None else said.midpoint,
        maximum=own.maximum if said.maximum is None else said.maximum,
        employer_given=True,
    )
    check_range("band", stated)
    return stated


def _is_employers_word(said: InternalInformation) -> bool:
    return said.in_writing and said.said_by in (Informant.RECRUITER, Informant.MANAGER)


def _from_range(typed: Range, situation: Situation, policy: Policy) -> Band:
    minimum, midpoint, maximum = typed.minimum, typed.midpoint, typed.maximum
    notes: list[Reason] = []
    if midpoint is None and minimum is not None and maximum is not None:
        midpoint = (minimum + maximum) / 2
        notes.append(_note_midpoint(midpoint))
    if midpoint is not None and minimum is None and maximum is None:
        key = f"spread_{situation.level or Level.PROFESSIONAL}"
        width: Decimal = getattr(policy, key)
        minimum = midpoint / (1 + width / 2)
        maximum = minimum * (1 + width)
        notes.append(_note_spread(key, minimum, maximum))
    band = _band(minimum, midpoint, maximum, typed.basis)
    notes.extend(_conflicts(band, situation, policy))
    known = band.limits_known or band.minimum > 0
    given = typed.employer_given and known
    return replace(band, employer_given=given, stated=typed, notes=tuple(notes))


def _from_posting(posting: Posting, situation: Situation, policy: Policy) -> Band:
    minimum, maximum = posting.minimum or Decimal(0), _open(posting.maximum)
    width = spread(minimum, maximum)
    wide = width is None or width > policy.posting_wide
    midpoint = None if wide else (minimum + maximum) / 2
    band = _band(posting.minimum, midpoint, posting.maximum, posting.basis)
    notes = [_FROM_POSTING, *([_WIDE] if wide else []), *_conflicts(band, situation, policy)]
    return replace(band, posted=True, wide=wide, law=posting.law, notes=tuple(notes))


def _band(
    minimum: Decimal | None, midpoint: Decimal | None, maximum: Decimal | None, basis: RangeBasis
) -> Band:
    low, middle, high = minimum or Decimal(0), _open(midpoint), _open(maximum)
    upper = middle + (high - middle) / 2 if middle < UNLIMITED and high < UNLIMITED else UNLIMITED
    return Band(minimum=low, midpoint=middle, third_quartile=upper, maximum=high, basis=basis)


def _open(limit: Decimal | None) -> Decimal:
    return UNLIMITED if limit is None else limit


def _conflicts(band: Band, situation: Situation, policy: Policy) -> Iterator[Reason]:
    posting, said = situation.posting, situation.internal
    posted = _open(posting.maximum) if posting else UNLIMITED
    if _differ(band.maximum, posted, policy):
        yield Reason(
            code=Flag.BAND_POSTING_CONFLICT,
            sentence="The top of your band is {band}, that of the posting {posting}; your band is used.",
            params={"band": band.maximum, "posting": posted},
            source=TYPED,
        )
    if said and not _is_employers_word(said):
        pairs = (
            (band.minimum, said.minimum),
            (band.midpoint, said.midpoint),
            (band.maximum, said.maximum),
            ((posting.minimum or Decimal(0)) if posting else Decimal(0), said.minimum),
            (posted, said.maximum),
        )
        if any(_differ(limit, _open(heard), policy) for limit, heard in pairs):
            yield _INTERNAL_CONFLICT


def _differ(limit: Decimal, other: Decimal, policy: Policy) -> bool:
    """Both known, and further apart than is worth passing over."""
    return 0 < limit < UNLIMITED and other < UNLIMITED and abs(limit - other) > policy.sources_differ * limit


def _note_midpoint(midpoint: Decimal) -> Reason:
    return Reason(
        code=Flag.MID_INFERRED,
        sentence="No midpoint is given; the middle of the band, {midpoint}, stands for it.",
        params={"midpoint": midpoint},
        source=ARITHMETIC,
    )


def _note_spread(key: str, minimum: Decimal, maximum: Decimal) -> Reason:
    rule = RULES[key]
    return Reason(
        code=Flag.BAND_INFERRED,
        sentence="Only the midpoint is known; a usual spread for the level gives {minimum} to {maximum}.",
        params={"minimum": minimum, "maximum": maximum},
        source=rule.source,
        grade=rule.grade,
    )


_FROM_POSTING = Reason(
    code=Flag.BAND_FROM_POSTING,
    sentence="No band is known, so the posted range is used for it.",
    source=TYPED,
)
_WIDE = Reason(
    code=Flag.POSTING_WIDE,
    sentence="The posted range is too wide to tell where new hires land.",
    source=RULES["posting_wide"].source,
    grade=RULES["posting_wide"].grade,
)
_INTERNAL_CONFLICT = Reason(
    code=Flag.INTERNAL_CONFLICT,
    sentence="What you heard inside differs from the band or the posting; it sets no limit here.",
    source=TYPED,
)
