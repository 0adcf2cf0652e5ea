"""Three words for how far the facts carry a number."""

import pytest

from offers.engine.band import Band
from offers.engine.confidence import WEAKENED_BY, Confidence, confidence_of, weakened
from offers.engine.flags import Flag
from offers.engine.situation import RangeBasis
from tests.engine.cases import POLICY, D

LOW, MEDIUM, HIGH = Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH
TOP = D(72000)


@pytest.mark.parametrize(
    ("band", "peers", "confidence"),
    [
        (Band(), 0, LOW),
        (Band(), 1, LOW),
        (Band(), 2, MEDIUM),
        (Band(minimum=TOP), 0, LOW),
        (Band(maximum=TOP), 0, MEDIUM),
        (Band(midpoint=TOP), 0, MEDIUM),
        (Band(maximum=TOP, posted=True), 0, MEDIUM),
        (Band(maximum=TOP, posted=True, wide=True), 1, LOW),
        (Band(maximum=TOP, posted=True, wide=True), 2, MEDIUM),
        (Band(maximum=TOP, employer_given=True), 2, MEDIUM),
        (Band(maximum=TOP, employer_given=True), 3, HIGH),
        (Band(maximum=TOP), 3, MEDIUM),
        (Band(maximum=TOP, employer_given=True, basis=RangeBasis.HIRE), 0, HIGH),
        (Band(maximum=TOP, basis=RangeBasis.HIRE), 0, MEDIUM),
    ],
)
def test_confidence_follows_from_band_and_salaries(band: Band, peers: int, confidence: Confidence) -> None:
    assert confidence_of(band, peers, POLICY) is confidence


@pytest.mark.parametrize(
    ("start", "flags", "left"),
    [
        (HIGH, [], HIGH),
        (HIGH, [Flag.FX], MEDIUM),
        (HIGH, [Flag.FX, Flag.FX], MEDIUM),
        (HIGH, [Flag.FX, Flag.HOURS_ASSUMED], LOW),
        (HIGH, [Flag.FX, Flag.HOURS_ASSUMED, Flag.BELOW_MIN], LOW),
        (MEDIUM, [Flag.BAND_INFERRED], LOW),
        (LOW, [Flag.AT_OR_ABOVE_MAX], LOW),
        (HIGH, [Flag.FX_MISSING, Flag.MID_INFERRED, "ONE_PEER"], HIGH),
    ],
)
def test_each_weakening_flag_takes_one_step(start: Confidence, flags: list[str], left: Confidence) -> None:
    assert weakened(start, flags) is left


def test_six_flags_weaken() -> None:
    assert sorted(WEAKENED_BY) == [
        "AT_OR_ABOVE_MAX",
        "BAND_INFERRED",
        "BAND_POSTING_CONFLICT",
        "BELOW_MIN",
        "FX",
        "HOURS_ASSUMED",
    ]
