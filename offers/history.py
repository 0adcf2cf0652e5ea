"""What has happened about an offer: which messages went out when, and what its versions of the terms name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise
from operator import getitem
from typing import Any, Self, TypeVar

from django.db import models

Row = Mapping[str, Any]
Moment = tuple[date, datetime]  # The day of something, and when it was written down: several share a day.
# The kinds by which history is read; the models of terms and of drafts take theirs from here.
ANSWERS = ("revised", "final")
COUNTERS = ("counter", "fallback", "phone")  # The script is a counter that is said aloud.
ASKS_BACK = (*COUNTERS, "questions", "follow_up")  # What asks about what they have dropped.
ASKS_FOR_PARTS = ("questions", "acknowledge")  # What asks for the parts that nobody has named.
LAST_WORDS = ("accept", "decline")
OFFERED = ("verbal", "written")
IN_WRITING = ("contract", "letter", "mail")


@dataclass(frozen=True, kw_only=True)
class History:
    """The messages that went out and the versions of the terms, the oldest first."""

    sent: tuple[Row, ...] = ()
    terms: tuple[Row, ...] = ()

    @classmethod
    def of(cls, sent: Iterable[Row], terms: Iterable[Row]) -> Self:
        """From the rows of the two columns of `rows_of`."""
        return cls(sent=in_time(sent), terms=in_time(terms))

    def sent_on(self, *kinds: str) -> date | None:
        """The day on which a message of one of these kinds last went out; without a kind, any message."""
        days = (one["on"] for one in reversed(self.sent) if not kinds or one["kind"] in kinds)
        last = next(days, None)
        return date.fromisoformat(last) if last else None

    @property
    def asked(self) -> Decimal | None:
        """The base of the last request that went out."""
        asks = (one["ask"] for one in reversed(self.sent) if one["kind"] in COUNTERS and one["ask"])
        last = next(asks, None)
        return Decimal(last) if last else None

    @property
    def proposed(self) -> Row | None:
        """What the last counter proposed beside base; None where it proposed nothing."""
        last = next((one for one in reversed(self.sent) if one["kind"] in COUNTERS), None)
        return last.get("proposed") if last else None

    @property
    def first_base(self) -> Decimal | None:
        """The base of the first version that was an offer, before any answer to a counter."""
        bases = (one["base"] for one in self.terms if one["kind"] in OFFERED and one["base"])
        first = next(bases, None)
        return Decimal(first) if first else None

    @property
    def lettered_on(self) -> date | None:
        """The day of the first version of the terms that came in writing."""
        first = next((one["on"] for one in self.offered if one["channel"] in IN_WRITING), None)
        return date.fromisoformat(first) if first else None

    @property
    def offered(self) -> tuple[Row, ...]:
        """The versions of the terms that they offered; what was advertised is none."""
        return tuple(one for one in self.terms if one["kind"] != "advertised")

    def asked_since(self, day: date | None) -> Row | None:
        """The last message from that day on that asks for what an offer leaves out."""
        asks = (one for one in reversed(self.sent) if one["kind"] in ASKS_FOR_PARTS)
        return next((one for one in asks if day and one["on"] >= day.isoformat()), None)

    @property
    def answered(self) -> Decimal | None:
        """The base that they answered a counter with last."""
        return Decimal(self.answers[-1]["base"]) if self.answers else None

    @cached_property
    def answers(self) -> tuple[Row, ...]:
        """What they said to a counter, the oldest first."""
        return tuple(answers_in(self.terms, getitem))

    def stood_before(self, base: Decimal | None) -> tuple[Decimal, ...]:
        """The bases that stood since the last request before this one did, each of them once.

        One that they have lowered stands until it has been asked back. None stood before one that did not.
        """
        asks = (when(one) for one in self.sent if one["kind"] in COUNTERS and one["ask"])
        asked = max(asks, default=NEVER)
        most = accumulate((Decimal(one["base"]) for one in self.answers), max)
        since = (base for base, one in zip(most, self.answers, strict=True) if when(one) > asked)
        found = tuple(dict.fromkeys(since))
        return found[: found.index(base)] if base in found else ()

    @property
    def is_waiting(self) -> bool:
        """Whether a counter went out after their last answer, so that theirs to it is still to come."""
        heard = [when(one) for one in self.answers]
        counters = [when(one) for one in self.sent if one["kind"] in COUNTERS]
        return bool(heard and counters and counters[-1] > heard[-1])

    @property
    def last_word(self) -> str:
        """The kind of the acceptance or refusal that went out last, until they answer it."""
        ours = [one for one in self.sent if one["kind"] in (*COUNTERS, *LAST_WORDS)]
        if not ours or ours[-1]["kind"] not in LAST_WORDS:
            return ""
        is_answered = any(when(one) > when(ours[-1]) for one in self.answers)
        return "" if is_answered else str(ours[-1]["kind"])

    @property
    def has_moved_on(self) -> bool:
        """Whether the first request is past: they have answered a counter, or our yes or no went out."""
        return self.answered is not None or bool(self.last_word)

    def cut_from(self, entered: Decimal | None) -> Decimal | None:
        """The base before they lowered it, until they name as much again; None where they have not.

        None too where they left it so in a final answer although a message had asked about it. `entered` is
        the base of the offer, which stands first where only answers are written down.
        """
        offers = [one for one in self.terms if one["kind"] in (*OFFERED, *ANSWERS)]
        bases = [(Decimal(one["base"]), when(one)) for one in offers if one["base"]]
        if entered and not any(one["kind"] in OFFERED for one in offers):
            bases = [(entered, NEVER), *bases]
        before: Decimal | None = None
        lowered = NEVER
        for (earlier, _), (base, at) in pairwise(bases):
            if base < earlier:
                before, lowered = (before, lowered) if before else (earlier, at)
            elif before and base >= before:
                before = None
        return None if self.is_refused(lowered) else before

    def is_refused(self, dropped: tuple[str, str]) -> bool:
        """Whether a message asked about what was dropped then, and a final answer came after it."""
        final = final_in(self.terms, getitem)
        until = when(final) if final else NEVER
        return any(dropped < when(one) < until for one in self.sent if one["kind"] in ASKS_BACK)

    def given(self, part: str) -> Decimal | None:
        """The amount of a part that they named last in an answer."""
        last = next((one for one in reversed(self.answers) if one[part]), None)
        return Decimal(last[part]) if last else None

    @property
    def is_final(self) -> bool:
        """Whether they have called their last answer final."""
        return final_in(self.terms, getitem) is not None

    def names(self, part: str) -> bool:
        """Whether a version of the terms names this part, which the wizard does not ask for."""
        return any(one[part] for one in self.terms)


Told = TypeVar("Told")
NEVER = ("", "")


def answers_in(versions: Iterable[Told], named: Callable[[Told, str], Any]) -> Iterable[Told]:
    """Of the versions of the terms, the oldest first, what they said to a counter.

    An offer with a base that comes after an answer, such as the letter at last, is one too.
    """
    is_open = False
    for one in versions:
        is_open = is_open or named(one, "kind") in ANSWERS
        if is_open and named(one, "kind") != "advertised" and named(one, "base"):
            yield one


def final_in(versions: Iterable[Told], named: Callable[[Told, str], Any]) -> Told | None:
    """Of the versions, the oldest first, the answer that they called final, while no other came after it.

    A letter that writes an answer down leaves it as final as it was.
    """
    last: Told | None = None
    for one in versions:
        last = one if named(one, "kind") in ANSWERS else last
    return last if last is not None and named(last, "kind") == "final" else None


def when(row: Row) -> tuple[str, str]:
    """The day, and when it was written down, as the database spells them."""
    return row["on"], row["at"]


def in_time(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The oldest first; of one day, as they were written down."""
    return tuple(sorted(rows, key=when))


def rows_of() -> dict[str, models.Func]:
    """The lists that come with an offer: what went out, came and was noticed, wishes, evidence.

    They are written in SQL: building and compiling the same five subqueries took longer than a page may.
    """
    return {name: listed(table, where, columns) for name, (table, where, columns) in LISTS.items()}


def listed(table: str, where: str, columns: Mapping[str, str]) -> models.Func:
    """The rows of one table about an offer as one list; None where there are none."""
    pairs = ", ".join(f"'{name}', {column}" for name, column in columns.items())
    rows = f"SELECT jsonb_agg(jsonb_build_object({pairs})) FROM {table}"  # noqa: S608
    return models.Func(
        models.F("pk"),
        template=f"({rows} WHERE offer_id = %(expressions)s AND {where})",
        output_field=models.JSONField(),
    )


LISTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "sent_rows": (
        "drafts_draft",
        "sent_on IS NOT NULL",
        {
            "kind": "kind",
            "on": "sent_on",
            "at": "changed_at",
            "ask": "basis -> 'ask'",
            "proposed": "basis -> 'proposed'",
        },
    ),
    "terms_rows": (
        "ledger_terms",
        "TRUE",
        {
            "kind": "kind",
            "on": "heard_on",
            "at": "made_at",
            "channel": "channel",
            "base": "base::text",
            "sign_on": "sign_on::text",
            "level": "level",
            "bonus_target_rate": "bonus_target_rate::text",
            "equity_grant": "equity_grant::text",
            "leave_days": "leave_days::text",
            "benefits": "benefits",
            "reporting_line": "reporting_line",
        },
    ),
    "signal_rows": ("ledger_signal", "TRUE", {"sign": "sign", "on": "seen_on"}),
    "wish_rows": (
        "offers_wish",
        "TRUE",
        {
            "key": "key",
            "movable": "movable",
            "cap": "cap::text",
            "weight": "weight::text",
            "each": "each::text",
        },
    ),
    "evidence_rows": (
        "offers_evidence",
        "TRUE",
        {"about": "about", "source": "source", "low": "low::text", "high": "high::text"},
    ),
}
