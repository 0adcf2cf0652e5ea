"""What tests ask at the JSON door, and what it answers."""

import json
from io import StringIO
from typing import Any

from offers.engine.__main__ import main

TEAM = {
    "offer": "80000",
    "target": "95000",
    "walk_away": "79000",
    "peers": ["78000", "82000", "84500"],
    "industry": "technology",
}


def ask(case: object, *arguments: str) -> tuple[int, str, str]:
    out, errors = StringIO(), StringIO()
    text = case if isinstance(case, str) else json.dumps(case)
    code = main(list(arguments), StringIO(text), out, errors)
    return code, out.getvalue(), errors.getvalue()


def answered(case: object, *arguments: str) -> Any:
    code, out, errors = ask(case, *arguments)
    assert (code, errors) == (0, "")
    return json.loads(out)
