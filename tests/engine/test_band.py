"""The band that advice stands on, from what was typed, posted or said inside."""

import pytest

from offers.engine.band import Band, resolve_band
from offers.engine.errors import ContradictionError
from offers.engine.flags import Flag
from offers.engine.money import round_half_up
from offers.engine.policy import SPREADS
from offers.engine.position import UNLIMITED
from offers.engine.reason import ASSUMPTION, TYPED, Grade
from offers.engine.situation import Informant, InternalInformation, Level, Posting, Range, RangeBasis
from tests.engine.cases import POLICY, D, Given, band, number, posting, situation

RECRUITER, MANAGER = Informant.RECRUITER, Informant.MANAGER
FULL = band("60000", "66000", "72000")


def resolved(**given: object) -> Band:
    return resolve_band(situation("65000", **given), POLICY)


def limits(found: Band) -> tuple[object, ...]:
    return (found.minimum, found.midpoint, found.third_quartile, found.maximum)


def flags(found: Band) -> list[str]:
    return [note.code for note in found.notes]


def said(
    minimum: Given = None,
    midpoint: Given = None,
    maximum: Given = None,
    by: Informant = RECRUITER,
    in_writing: bool = True,
) -> InternalInformation:
    return InternalInformation(
        said_by=by,
        in_writing=in_writing,
        minimum=number(minimum),
        midpoint=number(midpoint),
        maximum=number(maximum),
    )


@pytest.mark.parametrize(
    ("typed", "expected", "codes"),
    [
        (FULL, (D(60000), D(66000), D(69000), D(72000)), []),
        (band("70000", None, "95000"), (D(70000), D(82500), D(88750), D(95000)), [Flag.MID_INFERRED]),
        (band("60000"), (D(60000), UNLIMITED, UNLIMITED, UNLIMITED), []),
        (band(None, None, "72000"), (D(0), UNLIMITED, UNLIMITED, D(72000)), []),
        (band("60000", "66000"), (D(60000), D(66000), UNLIMITED, UNLIMITED), []),
        (band(None, "66000", "72000"), (D(0), D(66000), D(69000), D(72000)), []),
        (None, (D(0), UNLIMITED, UNLIMITED, UNLIMITED), []),
        (band(), (D(0), UNLIMITED, UNLIMITED, UNLIMITED), []),
    ],
)
def test_band_keeps_what_was_typed_and_leaves_the_rest_open(
    typed: Range | None, expected: tuple[object, ...], codes: list[str]
) -> None:
    found = resolved(band=typed)
    assert (limits(found), flags(found), found.posted) == (expected, codes, False)


@pytest.mark.parametrize(
    ("level", "minimum", "maximum"),
    [
        (None, "80000", "120000"),
        (Level.PROFESSIONAL, "80000", "120000"),
        (Level.OPERATIVE, "83333.33", "116666.67"),
        (Level.MANAGER, "78431.37", "121568.63"),
        (Level.EXECUTIVE, "76923.08", "123076.92"),
    ],
)
def test_band_is_inferred_from_a_midpoint_by_the_spread_of_the_level(
    level: Level | None, minimum: str, maximum: str
) -> None:
    found = resolved(band=band(None, "100000"), level=level)
    assert (round_half_up(found.minimum), round_half_up(found.maximum)) == (D(minimum), D(maximum))
    assert (found.midpoint, flags(found)) == (D(100000), [Flag.BAND_INFERRED])


@pytest.mark.parametrize(
    ("posted", "expected", "wide", "codes"),
    [
        (
            posting("56000", "70000"),
            (D(56000), D(63000), D(66500), D(70000)),
            False,
            [Flag.BAND_FROM_POSTING],
        ),
        (
            posting("50000", "80000"),
            (D(50000), D(65000), D(72500), D(80000)),
            False,
            [Flag.BAND_FROM_POSTING],
        ),
        (
            posting("50000", "80001"),
            (D(50000), UNLIMITED, UNLIMITED, D(80001)),
            True,
            [Flag.BAND_FROM_POSTING, Flag.POSTING_WIDE],
        ),
        (
            posting("0", "80000"),
            (D(0), UNLIMITED, UNLIMITED, D(80000)),
            True,
            [Flag.BAND_FROM_POSTING, Flag.POSTING_WIDE],
        ),
        (
            posting(None, "80000"),
            (D(0), UNLIMITED, UNLIMITED, D(80000)),
            True,
            [Flag.BAND_FROM_POSTING, Flag.POSTING_WIDE],
        ),
        (
            posting("50000"),
            (D(50000), UNLIMITED, UNLIMITED, UNLIMITED),
            True,
            [Flag.BAND_FROM_POSTING, Flag.POSTING_WIDE],
        ),
    ],
)
def test_band_is_read_off_the_posting_when_none_is_known(
    posted: Posting, expected: tuple[object, ...], wide: bool, codes: list[str]
) -> None:
    found = resolved(posting=posted)
    assert (limits(found), found.wide, found.posted, flags(found)) == (expected, wide, True, codes)


def test_an_empty_posting_is_no_band() -> None:
    assert resolved(posting=posting()) == Band()


def test_a_posting_tells_more_than_a_minimum_alone() -> None:
    assert resolved(band=band("60000"), posting=posting("56000", "70000")).maximum == D(70000)


def test_a_minimum_alone_is_kept_without_a_posting() -> None:
    assert resolved(band=band("60000", employer_given=True)).employer_given is True


@pytest.mark.parametrize(
    ("top", "codes"),
    [
        ("75600", []),
        ("75600.01", [Flag.BAND_POSTING_CONFLICT]),
        ("68400", []),
        ("68399.99", [Flag.BAND_POSTING_CONFLICT]),
        (None, []),
    ],
)
def test_band_is_kept_when_the_posting_disagrees(top: Given, codes: list[str]) -> None:
    found = resolved(band=FULL, posting=posting("50000", top))
    assert (limits(found), flags(found)) == ((D(60000), D(66000), D(69000), D(72000)), codes)


@pytest.mark.parametrize(("basis", "hire"), [(RangeBasis.HIRE, True), (RangeBasis.POSITION, False)])
def test_basis_follows_the_range_in_use(basis: RangeBasis, hire: bool) -> None:
    assert resolved(band=band("60000", None, "72000", basis=basis)).for_hire is hire
    assert resolved(posting=posting("60000", "72000", basis=basis)).for_hire is hire


@pytest.mark.parametrize(
    ("word", "expected", "given"),
    [
        (said("61000", "67000", "73000"), (D(61000), D(67000), D(70000), D(73000)), True),
        (said(maximum="74000", by=MANAGER), (D(60000), D(66000), D(70000), D(74000)), True),
        (said(), (D(60000), D(66000), D(69000), D(72000)), True),
        (said("61000", "67000", "73000", in_writing=False), (D(60000), D(66000), D(69000), D(72000)), False),
        (
            said("61000", "67000", "73000", by=Informant.WEBSITE),
            (D(60000), D(66000), D(69000), D(72000)),
            False,
        ),
    ],
)
def test_the_employers_written_word_makes_the_band(
    word: InternalInformation, expected: tuple[object, ...], given: bool
) -> None:
    found = resolved(band=FULL, internal=word)
    assert (limits(found), found.employer_given) == (expected, given)


@pytest.mark.parametrize(
    ("word", "maximum", "given"),
    [
        (said("61000", "67000", "73000"), D(73000), True),
        (said("61000", "67000", "73000", in_writing=False), UNLIMITED, False),
        (said(), UNLIMITED, False),
        (None, UNLIMITED, False),
    ],
)
def test_only_the_employers_written_word_stands_alone(
    word: InternalInformation | None, maximum: object, given: bool
) -> None:
    found = resolved(internal=word)
    assert (found.maximum, found.employer_given) == (maximum, given)


def test_a_written_word_that_contradicts_the_typed_band_names_both() -> None:
    with pytest.raises(ContradictionError) as caught:
        resolved(band=FULL, internal=said(maximum="65000"))
    assert (caught.value.field, caught.value.other) == ("band.mid", "band.max")
    assert (caught.value.value, caught.value.other_value) == (D(66000), D(65000))


@pytest.mark.parametrize(
    ("given", "word", "codes"),
    [
        ({"band": FULL}, said("60000", "66000", "75600", in_writing=False), []),
        ({"band": FULL}, said(maximum="75600.01", in_writing=False), [Flag.INTERNAL_CONFLICT]),
        ({"band": FULL}, said(midpoint="69301", in_writing=False), [Flag.INTERNAL_CONFLICT]),
        ({"band": FULL}, said(minimum="56999", in_writing=False), [Flag.INTERNAL_CONFLICT]),
        ({"band": FULL}, said(maximum="99999"), []),
        (
            {"band": band(None, None, "72000"), "posting": posting("56000", "72000")},
            said("60000", in_writing=False),
            [Flag.INTERNAL_CONFLICT],
        ),
        (
            {"band": FULL, "posting": posting("56000", "75000")},
            said(maximum="70000", in_writing=False),
            [Flag.INTERNAL_CONFLICT],
        ),
        ({"band": FULL, "posting": posting(None, None)}, said("60000", in_writing=False), []),
        (
            {"posting": posting("56000", "70000")},
            said(maximum="80000", in_writing=False),
            [Flag.BAND_FROM_POSTING, Flag.INTERNAL_CONFLICT],
        ),
        ({}, said(maximum="80000", in_writing=False), []),
    ],
)
def test_what_is_said_inside_is_flagged_when_it_differs(
    given: dict[str, object], word: InternalInformation, codes: list[str]
) -> None:
    assert flags(resolved(internal=word, **given)) == codes


def test_band_notes_say_what_was_done_and_on_what_ground() -> None:
    inferred, conflict = (
        resolved(band=band(None, "100000")),
        resolved(band=FULL, posting=posting("1", "90000")),
    )
    wide, middle = resolved(posting=posting("50000", "90000")), resolved(band=band("70000", None, "95000"))
    notes = [inferred.notes[0], conflict.notes[0], *wide.notes, *middle.notes]
    assert [(note.text, note.source, note.grade) for note in notes] == [
        (
            "Only the midpoint is known; a usual spread for the level gives 80,000 to 120,000.",
            SPREADS,
            Grade.D,
        ),
        (
            "The top of your band is 72,000, that of the posting 90,000; your band is used.",
            TYPED,
            Grade.FACT,
        ),
        ("No band is known, so the posted range is used for it.", TYPED, Grade.FACT),
        ("The posted range is too wide to tell where new hires land.", ASSUMPTION, Grade.E),
        (
            "No midpoint is given; the middle of the band, 82,500, stands for it.",
            middle.notes[0].source,
            Grade.FACT,
        ),
    ]


@pytest.mark.parametrize(
    ("found", "known"),
    [(Band(), False), (Band(minimum=D(1)), False), (Band(midpoint=D(1)), True), (Band(maximum=D(1)), True)],
)
def test_limits_are_known_with_a_midpoint_or_a_maximum(found: Band, known: bool) -> None:
    assert found.limits_known is known
