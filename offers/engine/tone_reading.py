"""A draft read once: its text, its numbers, and what it is compared with."""

from dataclasses import dataclass
from functools import cached_property

from offers.engine.draft import DraftFacts
from offers.engine.policy import Policy
from offers.engine.tone_figures import Amount, amounts
from offers.engine.tone_text import Page


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What every check of a draft receives."""

    page: Page
    amounts: tuple[Amount, ...]
    facts: DraftFacts
    policy: Policy

    @cached_property
    def money(self) -> tuple[Amount, ...]:
        """The numbers that are written as money."""
        return tuple(each for each in self.amounts if each.money)


def read(text: str, facts: DraftFacts, policy: Policy) -> Reading:
    """The draft as the checks see it."""
    page = Page(text)
    return Reading(page=page, amounts=amounts(page), facts=facts, policy=policy)
