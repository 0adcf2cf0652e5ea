"""The JSON door: `python -m offers.engine [advice|room|pay|compare|equity|tone] < case.json`."""

import json
import sys
from typing import TextIO

from offers.engine.decode import parse
from offers.engine.door import QUESTIONS, ask
from offers.engine.errors import EngineError

HELP = """\
usage: python -m offers.engine [advice|room|pay|compare|equity|tone] < case.json

Reads one case as JSON from standard input and prints the answer as JSON. Exit code 0; for bad input one line
that names the field on standard error, and 2. Numbers may be text ("80000") or JSON numbers.

advice   (default) offer, target, walk_away, band, posting, peers, industry, buffer, stance,
         strong_alternative, hard_to_fill, unit, payments_per_year, hours_per_week, fte, level, accept_at,
         caps, weights (by item: sign_on, leave_days, relocation, learning, ...), other_value, bonus_target,
         payout, match_rate; only offer is needed, and every amount is stated as the offer is
room     as advice, and currency, employer_type, internal, budget, today, deadline, holidays; by item:
         offered, movable, unit_worth; the answer is all of it: lights, levers, who decides, stop lines, days
pay      base, start_on, raise_rate, bonus, variable, sign_on, grants, match, leave, health, commute
compare  offers (name, base, k, rest, currency), home, rates, weights, scores
equity   number, peers, manager, strong_alternative, hard_to_fill
tone     text, facts
"""


def main(arguments: list[str], source: TextIO, out: TextIO, errors: TextIO) -> int:
    """Answer the case on `source` to `out`; the exit code."""
    if arguments in (["--help"], ["-h"]):
        out.write(HELP)
        return 0
    try:
        question = _question(arguments)
        found = ask(question, parse(_read(source)))
    except EngineError as error:
        errors.write(f"{_line(error)}\n")
        return 2
    json.dump(found, out, indent=2)
    out.write("\n")
    return 0


def _question(arguments: list[str]) -> str:
    question = arguments[0] if arguments else "advice"
    if len(arguments) > 1 or question not in QUESTIONS:
        choices = ", ".join(QUESTIONS)
        raise EngineError("question", f"question: choose one of {choices}; see --help.")
    return question


def _read(source: TextIO) -> str:
    try:
        return source.read()
    except UnicodeDecodeError as error:
        raise EngineError("case", "case: this is not text in UTF-8.") from error


def _line(error: EngineError) -> str:
    """The error on one line that begins with its field."""
    told = " ".join(error.sentence.split())
    field = " ".join(error.field.split())
    return told if told.startswith(f"{field}:") else f"{field}: {told}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin, sys.stdout, sys.stderr))
