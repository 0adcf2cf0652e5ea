"""What binds the employer: the words for it, by whether the base that stands is in writing."""

from dataclasses import dataclass

HOLDS = "base without raises, the sign-on, and what is promised in writing."


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The words for the cash of a letter. `total` replaces the engine's sentence on year 1."""

    label: str
    column: str
    up_to: str
    words: str
    total: str = ""


WRITTEN = Bound(
    label="Guaranteed cash in year 1",
    column="Guaranteed",
    up_to="guaranteed up to here",
    words=f"Guaranteed is the cash that a letter binds them to: {HOLDS}",
)
ALOUD = Bound(
    label="Cash in year 1, once in writing",
    column="Once in writing",
    up_to="once in writing, sure up to here",
    words=f"Once in writing is the cash that a letter would bind them to: {HOLDS} This base was said aloud: "
    "it binds nobody until it is in writing.",
    total="Once in writing, the offer binds the employer to {amount} in cash in year 1; {once} of it is paid "
    "once. So far nothing binds them.",
)


def bound_by(*, is_written: bool) -> Bound:
    return WRITTEN if is_written else ALOUD
