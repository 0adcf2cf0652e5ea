"""The engine's check of a draft, as the page shows it."""

from dataclasses import dataclass

from offers.drafts.record import Record
from offers.engine.draft import DraftFacts, Kind
from offers.engine.policy import Policy
from offers.engine.reason import Grade, Reason
from offers.engine.tone import check
from offers.engine.tone_finding import Finding, Severity

SHOWN = 40
QUOTED = 90
ORDER = tuple(Severity)
WORDS = {Severity.BLOCK: "Blocks", Severity.FIX: "Fix", Severity.TIP: "Tip", Severity.OK: "Good"}

UNTRACED = "H3"
NOT_TRACED = "Not traced"  # An amount that is on no record.


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One finding: `quote` is empty when it is about the whole message, `line` then 0."""

    severity: str
    label: str
    quote: str
    line: int
    why: str
    source: str
    rewrite: str


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The findings on one text, the most serious first; at most 40 are shown, `more` counts the others."""

    remarks: tuple[Remark, ...]
    blocks: int
    more: int

    @property
    def untraced(self) -> list[str]:
        """The amounts that are on no record, as they are written, each once."""
        return list(dict.fromkeys(one.quote for one in self.remarks if one.label == NOT_TRACED))


def check_text(text: str, record: Record, kind: Kind, *, preferred: bool) -> Checked:
    """The findings on a text of this kind against what is on record."""
    return checked(text, record.facts(kind, preferred=preferred), record.policy)


def checked(text: str, facts: DraftFacts, policy: Policy) -> Checked:
    """The findings on a text against these facts."""
    found = check(text, facts, policy)
    ordered = once(sorted(found, key=lambda finding: ORDER.index(finding.severity)), text)
    return Checked(
        remarks=tuple(shown(finding, text) for finding in ordered[:SHOWN]),
        blocks=sum(finding.severity is Severity.BLOCK for finding in found),
        more=max(0, len(ordered) - SHOWN),
    )


def once(found: list[Finding], text: str) -> list[Finding]:
    """Each finding, but one figure that is on no record only where it stands first."""
    first = {text[one.start : one.end]: one for one in reversed(found) if one.code == UNTRACED}
    return [one for one in found if one.code != UNTRACED or first[text[one.start : one.end]] is one]


def shown(finding: Finding, text: str) -> Remark:
    quote = text[finding.start : finding.end]
    return Remark(
        severity=finding.severity.value,
        label=NOT_TRACED if finding.code == UNTRACED else WORDS[finding.severity],
        quote=quote if len(quote) <= QUOTED else f"{quote[:QUOTED]}…",
        line=text.count("\n", 0, finding.start) + 1 if quote else 0,
        why=finding.reason.text,
        source=cited(finding.reason),
        rewrite=finding.rewrite,
    )


def cited(reason: Reason) -> str:
    """Where a statement comes from and how strong it is: Raiffa, 1982, The Art and Science ..., grade C."""
    source = reason.source
    named = str(source) if source.author or not source.year else f"{source.title}, {source.year}"
    return named if reason.grade is Grade.FACT else f"{named}, grade {reason.grade.value}"
