"""The texts that a draft has had: kept with each save, compared word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from django.utils import timezone

from offers.drafts.models import Draft, Revision

FOLDED = timedelta(minutes=10)
PIECES = re.compile(r"\s+|[^\s]+")
MANY = 400_000  # Pairs of pieces; to compare more takes longer than one would wait for.


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words that stand in both texts ("same"), only in the older ("del") or only in the newer ("ins")."""

    kind: str
    text: str


def remember(draft: Draft, *, before: str, quiet: bool = False) -> None:
    """Keeps the text that was saved just now, once, and what stood `before` it. The draft is locked.

    What a page saves in passing goes into one revision for ten minutes; a press of Save closes it.
    """
    last = draft.revisions.first() or Revision.objects.create(draft=draft, number=1, text=before)
    if last.text == draft.text:
        if last.is_open and not quiet:
            Revision.objects.filter(pk=last.pk).update(is_open=False)
        return
    if quiet and last.is_open and timezone.now() - last.made_at < FOLDED:
        Revision.objects.filter(pk=last.pk).update(text=draft.text)
        return
    Revision.objects.create(draft=draft, number=last.number + 1, text=draft.text, is_open=quiet)


def compared(before: str, now: str) -> tuple[Run, ...]:
    """What became of `before`, word by word; where too much has changed, as one change."""
    old, new = PIECES.findall(before), PIECES.findall(now)
    head = same_from_the_start(old, new)
    tail = same_from_the_start(old[head:][::-1], new[head:][::-1])
    ends = (len(old) - tail, len(new) - tail)
    found = [
        ("same", old[:head]),
        *changes(old[head : ends[0]], new[head : ends[1]]),
        ("same", old[ends[0] :]),
    ]
    return tuple(Run(kind=kind, text="".join(words)) for kind, words in found if words)


def same_from_the_start(old: list[str], new: list[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def changes(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str]]]:
    if len(old) * len(new) > MANY:
        yield from (("del", old), ("ins", new))
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", old[i:j]
        else:
            yield from (("del", old[i:j]), ("ins", new[k:m]))
