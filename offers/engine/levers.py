"""What can be moved at one employer: easy, hard or fixed, by its type and by what the person found out."""

from collections.abc import Mapping
from dataclasses import replace

from offers.engine.base_lever import BaseLine
from offers.engine.errors import EngineError
from offers.engine.lever_catalogue import CATALOGUE, CHANGES, ONLY, Ease, Lever
from offers.engine.reason import TYPED, Reason
from offers.engine.situation import EmployerType


def levers(
    *,
    employer_type: EmployerType | None = None,
    marks: Mapping[str, bool] | None = None,
    line: BaseLine | None = None,
) -> tuple[Lever, ...]:
    """Every lever of this employer: easy first, then hard, then fixed, each in the order of the catalogue.

    Without a type the employer is taken as banded. `marks` says by key what the person knows: `False` makes
    a lever fixed, `True` makes a hard one usable and a fixed one hard. One rate, a formula and a step scale
    fix base; a formula opens its inputs (level, location, step), a scale its step. `line` names the limit
    up to which base needs no exception; where that is reached, nothing of base moves without one. Raises
    `EngineError` for a mark of a lever that this employer does not have.
    """
    kind = employer_type or EmployerType.BANDED
    known = {lever.key: lever for lever in CATALOGUE if kind in ONLY.get(lever.key, (kind,))}
    for key in marks or {}:
        if key not in known:
            raise EngineError(f"movable.{key}", f"There is no lever called {key} at this employer.")
    changed = (CHANGES[kind].get(key, lever) for key, lever in known.items())
    if line:
        spent = line.is_spent and "base" not in (marks or {})
        changed = (line.named(lever) for lever in changed if not (spent and lever.key == "base"))
    marked = [_marked(lever, (marks or {}).get(lever.key)) for lever in changed]
    return tuple(lever for ease in Ease for lever in marked if lever.ease is ease)


def _marked(lever: Lever, mark: bool | None) -> Lever:
    if mark is None:
        return lever
    ease = Ease.FIXED if not mark else Ease.HARD if lever.ease is Ease.FIXED else lever.ease
    sentence = "You marked this as movable here." if mark else "You marked this as not movable here."
    code = "LEVER_MARKED_MOVABLE" if mark else "LEVER_MARKED_FIXED"
    reason = Reason(code=code, sentence=sentence, binding=lever.key, source=TYPED)
    return replace(lever, ease=ease, marked=mark, reason=reason)
