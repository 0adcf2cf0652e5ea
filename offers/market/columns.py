"""Columns of a table that is filled by imports: what a cell may say, and the SQL that makes a value of it.

A cell stands in the staging table as text. In the SQL here `{c}` is that text; blanks at its ends are
gone. `{year}`, `{source}` and the facts of a batch are constants. No SQL here comes from a file or a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

CELL = "s.{name}"


@dataclass(frozen=True, kw_only=True)
class Column:
    """`value` and `good` are SQL; `good` says whether a cell can be read. What is not `staged` has no cell.

    Columns that have a `shape` are looked at together: it is what a cell of theirs looks like, and a row in
    which all of them have it needs no closer look.
    """

    name: str
    value: str = "{c}"
    good: str = ""
    reason: str = ""
    shape: str = ""
    is_key: bool = False
    staged: bool = True
    label: str = ""
    in_any_case: bool = False  # Whether small letters and capitals are the same in a key.
    is_told: bool = True  # Whether another value is a change, and is shown.

    @property
    def same(self) -> str:
        """What two values are compared by."""
        return "lower({v})" if self.in_any_case else "{v}"


def text(name: str, most: int, *, needed: bool = False, key: bool = False, value: str = "{c}") -> Column:
    least = "1" if needed else "0"
    reason = f"must have text, at most {most} characters" if needed else f"longer than {most} characters"
    good = f"length({{c}}) BETWEEN {least} AND {most}"
    return Column(name=name, good=good, reason=reason, is_key=key, value=value)


def matching(name: str, pattern: str, reason: str, *, key: bool = False, value: str = "{c}") -> Column:
    """A cell that must match a pattern, as a code does."""
    return Column(name=name, good=f"{{c}} ~ '{braced(pattern)}'", reason=reason, is_key=key, value=value)


def number_key(name: str, pattern: str, reason: str) -> Column:
    """A small number in a key. Keys are looked for before rows are checked; a bad one must stop nothing."""
    good = f"{{c}} ~ '{braced(pattern)}'"
    value = f"CASE WHEN {good} THEN {{c}}::smallint END"
    return Column(name=name, good=good, reason=reason, is_key=True, value=value)


def braced(pattern: str) -> str:
    """A pattern whose braces are its own and no placeholder's."""
    return pattern.replace("{", "{{").replace("}", "}}")


def amount(name: str, *, needed: bool = True, value: str = "") -> Column:
    """An amount of money above zero; where it is not needed a blank and a zero say that there is none."""
    pattern = braced(r"^\d{1,9}(\.\d{1,6})?$")
    good = f"CASE WHEN {{c}} ~ '{pattern}' THEN {{c}}::numeric > 0 ELSE false END"
    if not needed:
        good = f"{{c}} = '' OR {{c}} ~ '{pattern}'"
    made = value or "round(nullif(nullif({c}, '')::numeric, 0), 2)"
    return Column(name=name, value=made, good=good, reason="not an amount of money")


FIGURE = r"(?:\d{1,10}(?:\.\d{1,6})?|\*{1,2}|[#~-]|)"


def figure(name: str, top: str = "") -> Column:
    """A figure of a survey, or the mark in its place. `top` names the fact that `#` is at least."""
    # What begins with a digit is a figure: one quick look, for there are millions of cells.
    number = "WHEN ascii({c}) BETWEEN 48 AND 57 THEN {c}::numeric(12, 2)"
    least = f" WHEN {{c}} = '#' THEN {{{top}}}::numeric(12, 2)" if top else ""
    value = f"CASE {number}{least} END"
    return Column(
        name=name,
        value=value,
        good=f"{{c}} ~ '^{braced(FIGURE)}$'",
        shape=FIGURE,
        reason="neither a number nor one of the marks * ** # ~ -",
    )


def made(name: str, value: str, *, key: bool = False) -> Column:
    """A column that no cell stands for: a constant of the batch, or worked out from other cells."""
    return Column(name=name, value=value, is_key=key, staged=False)


@dataclass(frozen=True, kw_only=True)
class Target:
    """A table that imports fill. Its key is what may stand in it once; `what` says in SQL which row is meant.

    `over` narrows the table to what a batch can touch. `flag` is SQL for rows that are kept and marked.
    `extra` are cells that no column of the table has and that its SQL reads. `derived` is SQL that makes
    anew, for one year, what is worked out from the table. `rules` are further questions to cells, each a
    column that is not written. Where people change rows as well, they are not `stamped` with a batch and a
    digest.
    """

    table: str
    columns: tuple[Column, ...]
    what: str
    over: str = "true"
    flag: str = ""
    extra: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # Constants where the file names none.
    derived: tuple[str, ...] = ()
    rules: tuple[Column, ...] = ()
    also_key: tuple[str, ...] = ()  # Cells that tell rows of a file apart and stand in no column of the key.
    stamped: bool = True

    @property
    def keys(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.is_key)

    @property
    def values(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if not column.is_key)

    @property
    def checked(self) -> tuple[Column, ...]:
        return tuple(column for column in (*self.columns, *self.rules) if column.good)

    @property
    def told(self) -> tuple[Column, ...]:
        return tuple(column for column in self.values if column.is_told)
