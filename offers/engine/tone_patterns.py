"""The form of a wording rule, and the pieces that several rules share.

Patterns are English and meet text in lower case with plain quotes. `unless_before` looks at the same sentence
up to the match, `unless_around` at the whole sentence: both let an ordinary sentence pass.
"""

import re
from dataclasses import dataclass

from offers.engine.reason import Grade, Reason, Source
from offers.engine.tone_finding import Remark, Severity

I_WILL = r"i(?:'ll| will|'d| would|'m going to| am going to)"
_ABOUT = r"(?:about|around|roughly|approximately|over|under|nearly|almost|close to|just over|just under) "
AMOUNT = (
    rf"(?:{_ABOUT})?(?:(?:[$€£]|usd|eur|gbp|chf|cad|aud) ?\d[\d.,]{{0,12}}k?|\d{{1,3}}[,. ']\d{{3}}\b"
    rf"|\d{{5,7}}\b"
    r"|\d{1,4}(?:\.\d{1,2})? ?k\b|\d{1,3}(?:\.\d\d?)? (?:thousand|grand|an hour|per hour|a month|a year)\b)"
)


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One rule: the wording it catches, what excuses it, and the remark it makes."""

    pattern: re.Pattern[str]
    remark: Remark
    unless_before: re.Pattern[str] | None = None
    unless_around: re.Pattern[str] | None = None


def remark(code: str, severity: Severity, why: str, rewrite: str, source: Source, grade: Grade) -> Remark:
    """A remark whose sentence takes no parameters."""
    return Remark(
        severity=severity,
        reason=Reason(code=code, sentence=why, source=source, grade=grade),
        rewrite=rewrite,
    )
