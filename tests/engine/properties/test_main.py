"""The JSON door answers or refuses in one line, whatever it is given."""

import json
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.__main__ import main
from offers.engine.case import Case
from offers.engine.door import QUESTIONS

ordinary = st.integers(0, 200_000).map(str) | st.decimals("0", "2", places=3).map(str)
odd = st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers()
nested = st.recursive(
    ordinary | odd, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner)
)
fields = st.sampled_from(sorted(Case.__dataclass_fields__))
cases = st.dictionaries(fields, ordinary | nested, max_size=8)


def ask(text: str, question: str) -> tuple[int, str, str]:
    out, errors = StringIO(), StringIO()
    return main([question], StringIO(text), out, errors), out.getvalue(), errors.getvalue()


def is_answer_or_one_line(code: int, out: str, errors: str) -> bool:
    if code == 0:
        return isinstance(json.loads(out), dict) and not errors
    return code == 2 and not out and len(errors.splitlines()) == 1 and ":" in errors


@settings(deadline=None)
@given(cases, ordinary)
def test_any_case_is_answered_or_refused(case: dict[str, object], offer: str) -> None:
    assert is_answer_or_one_line(*ask(json.dumps({"offer": offer, **case}), "advice"))


@settings(deadline=None)
@given(st.text() | nested.map(json.dumps), st.sampled_from(sorted(QUESTIONS)))
def test_any_text_is_answered_or_refused(text: str, question: str) -> None:
    assert is_answer_or_one_line(*ask(text, question))
