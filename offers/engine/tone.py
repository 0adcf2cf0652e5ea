"""The check of a draft: wording, figures, record, and what a message of its kind must contain.

It advises and never scores the person. Findings show the walk-away's surroundings, so they are for the
person's own eyes.
"""

from dataclasses import replace
from itertools import chain

from offers.engine.draft import DraftFacts
from offers.engine.messages import MESSAGES, requirements
from offers.engine.policy import Policy
from offers.engine.tone_finding import Finding, Severity
from offers.engine.tone_ranges import asked_ranges
from offers.engine.tone_reading import read
from offers.engine.tone_record import companies, figures, gaps, preference, rivals
from offers.engine.tone_wording import wording

_POLICY = Policy()
_NOTHING = DraftFacts()


def check(text: str, facts: DraftFacts | None = None, policy: Policy | None = None) -> tuple[Finding, ...]:
    """Every remark on a draft, in the order of the text; remarks about the whole come first.

    Offsets count the characters of `text`. With no kind in `facts` only wording, figures and record are
    checked. Never raises on any text. Its work grows with the length of the text and no faster.

    >>> [(found.code, str(found.severity)) for found in check("I deserve 90k, or I'll walk away.")]
    [('E1', 'fix'), ('U2', 'block')]
    """
    reading = read(text, facts or _NOTHING, policy or _POLICY)
    found = chain(
        wording(reading),
        figures(reading),
        asked_ranges(reading),
        rivals(reading),
        preference(reading),
        companies(reading),
        gaps(reading),
    )
    kind = reading.facts.kind
    if kind is not None:
        message = MESSAGES[kind]
        weighed = (_weighed(finding, message.stricter.get(finding.code)) for finding in found)
        found = chain(weighed, requirements(message, reading))
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.code)))


def _weighed(finding: Finding, severity: Severity | None) -> Finding:
    return finding if severity is None else replace(finding, severity=severity)


def blocks(findings: tuple[Finding, ...]) -> bool:
    """Whether the copy button asks for a confirmation first."""
    return any(finding.severity is Severity.BLOCK for finding in findings)
