"""What a check of a draft answers: where, how serious, why, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum

from offers.engine.reason import Reason


class Severity(StrEnum):
    """How serious a finding is. Only a block stops the copy button, and the person may override it."""

    BLOCK = "block"
    FIX = "fix"
    TIP = "tip"
    OK = "ok"  # Says that something is good as it is.


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One remark on a draft.

    `start` and `end` are offsets in the text as it was given; both are 0 when the remark is about the whole.
    `rewrite` says what to write instead, in a form that can be pasted or followed.
    """

    code: str
    severity: Severity
    start: int
    end: int
    reason: Reason
    rewrite: str


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A finding that has no place yet: what a rule says whenever it applies."""

    severity: Severity
    reason: Reason
    rewrite: str

    def at(self, start: int = 0, end: int = 0, severity: Severity | None = None) -> Finding:
        """This remark about `start` to `end`, or about the whole draft."""
        return Finding(
            code=self.reason.code,
            severity=severity or self.severity,
            start=start,
            end=end,
            reason=self.reason,
            rewrite=self.rewrite,
        )
