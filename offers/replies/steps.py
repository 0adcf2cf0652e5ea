"""What the page shows of a ladder."""

from dataclasses import dataclass

from offers.explain import Why

OWN = "your own numbers"
DROPPED = "They named a part of this before and left it out since: ask first whether that still stands."


@dataclass(frozen=True, kw_only=True)
class Step:
    """One rung: what it proposes, the sentence to say ("" while there is nothing to say), and why.

    `is_fallback` says that it is proposed after a no: it is neither the request nor the decision.
    """

    title: str
    proposes: tuple[str, ...]
    say: str
    note: str
    whys: tuple[Why, ...]
    is_fallback: bool = False


@dataclass(frozen=True, kw_only=True)
class Left:
    """A rung that is left out, and why."""

    title: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A step that grows, or that nothing reaches what is needed. For the person alone."""

    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Steps:
    """The whole ladder."""

    kept: tuple[Step, ...]
    left: tuple[Left, ...]
    warnings: tuple[Warned, ...]
