"""The one road of an import through the database: staged as text, checked, compared, merged; or undone.

Every statement is put together from the columns of a `Target`; what comes from a file is only ever a value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from psycopg.sql import SQL, Composable, Identifier, Literal

from offers.market.columns import CELL, Column, Target
from offers.market.reading.passing import NOTHING

SCHEMA = "market_staging"
SHOWN = 20  # Examples of each kind.
KEPT_REFUSALS = 10_000
BREAK = "|"


@dataclass(frozen=True, kw_only=True)
class Form:
    """Rows that come as CSV with all columns of their file; where nobody asks for one, its name is None."""

    names: Sequence[str | None]
    missing: Mapping[str, str]
    separator: str

    @property
    def columns(self) -> list[str]:
        return [name or f"spare {number}" for number, name in enumerate(self.names)]


@dataclass(frozen=True, kw_only=True)
class Staging:
    """The statements for one batch. `constants` are its year, source and facts."""

    batch: int
    target: Target
    cells: tuple[str, ...]  # As the layout stages them.
    constants: Mapping[str, object]
    form: Form | None = None

    @property
    def table(self) -> Composable:
        return Identifier(SCHEMA, f"batch_{self.batch}")

    @property
    def rows(self) -> Composable:
        return Identifier(self.target.table)

    def sql(self, text: str, **more: Composable) -> Composable:
        """SQL of ours with the constants of this batch in it."""
        known: dict[str, Composable] = {name: Literal(value) for name, value in self.constants.items()}
        known["year"] = SQL("{}::smallint").format(Literal(self.constants["year"]))
        facts = {
            name: SQL("({})").format(SQL(default).format(**known))
            for name, default in self.target.facts.items()
            if name not in self.constants
        }
        return SQL(text).format(**known | facts | more)

    def of(self, column: Column, text: str) -> Composable:
        return self.sql(text, c=SQL(CELL.format(name=column.name)))

    def value(self, column: Column) -> Composable:
        return self.of(column, column.value)

    def create(self) -> Composable:
        """The staging table: a text for each cell, or for each cell of the file and for what it lacks."""
        if self.form is None:
            cells = [SQL("{} text").format(Identifier(name)) for name in self.cells]
        else:
            cells = [SQL("{} text").format(Identifier(name)) for name in self.form.columns]
            cells += [
                SQL("{} text DEFAULT {}").format(Identifier(name), Literal(text))
                for name, text in self.form.missing.items()
            ]
        return SQL("CREATE UNLOGGED TABLE {} (line bigint, {})").format(self.table, SQL(", ").join(cells))

    def drop(self) -> Composable:
        return SQL("DROP TABLE IF EXISTS {}").format(self.table)

    def analyse(self) -> Composable:
        keys = SQL(", ").join(Identifier(one.name) for one in self.target.keys if one.staged)
        return SQL("ANALYZE {} ({})").format(self.table, keys)

    def size(self) -> Composable:
        return SQL("SELECT count(*) FROM {}").format(self.table)

    def copy(self) -> Composable:
        if self.form is None:
            return SQL("COPY {} FROM STDIN").format(self.table)
        return SQL("COPY {} ({}) FROM STDIN (FORMAT csv, DELIMITER {}, NULL {})").format(
            self.table,
            SQL(", ").join(map(Identifier, ["line", *self.form.columns])),
            Literal(self.form.separator),
            Literal(NOTHING),
        )

    def bad(self) -> Composable:
        """True for a row in which some cell cannot be read."""
        single = [column for column in self.target.checked if not column.shape]
        grouped = [column for column in self.target.checked if column.shape]
        tests = [SQL("NOT ({})").format(self.of(column, column.good)) for column in single]
        if grouped:
            cells = SQL(", ").join(SQL(CELL.format(name=one.name)) for one in grouped)
            shape = f"^(?:{grouped[0].shape}\\{BREAK})*$"
            tests.append(SQL("concat_ws({}, {}, '') !~ {}").format(Literal(BREAK), cells, Literal(shape)))
        return SQL(" OR ").join(tests)

    def refuse(self) -> Composable:
        """Writes down each cell that cannot be read."""
        cells = SQL(", ").join(
            SQL("({}, {}, {}, {})").format(
                Literal(column.label or column.name.replace("_", " ")),
                SQL(CELL.format(name=column.name)),
                Literal(column.reason),
                self.of(column, column.good),
            )
            for column in self.target.checked
        )
        return SQL(
            'INSERT INTO market_refusedrow (batch_id, line, "column", value, reason)'
            " SELECT {}, s.line, cell.name, left(cell.value, 200), cell.reason FROM {} s"
            " CROSS JOIN LATERAL (VALUES {}) AS cell(name, value, reason, good)"
            " WHERE ({}) AND cell.good IS NOT TRUE ORDER BY s.line LIMIT {}"
        ).format(Literal(self.batch), self.table, cells, self.bad(), Literal(KEPT_REFUSALS))

    def drop_bad(self) -> Composable:
        return SQL("DELETE FROM {} s WHERE {}").format(self.table, self.bad())

    def key_cells(self) -> Composable:
        """What tells the rows of a file apart."""
        cells: list[Composable] = []
        cells += [SQL("lower(s.{})").format(Identifier(name)) for name in self.target.also_key]
        cells += [self.same(one, self.value(one)) for one in self.target.keys if one.staged]
        return SQL(", ").join(cells)

    def key(self) -> Composable:
        return SQL("hashtextextended(concat_ws('|', {}), 0)").format(self.key_cells())

    def repeated(self, *, among_new: bool) -> Composable:
        """How many keys stand in the file twice, by a hash of them.

        Where nothing changes only new rows can: one that is known has its key in the table.
        """
        return SQL(
            "SELECT count(*) FROM (SELECT {} AS key {} WHERE {} GROUP BY key HAVING count(*) > 1) twice"
        ).format(self.key(), self.joined(), SQL("t.id IS NULL" if among_new else "true"))

    def refuse_repeated(self) -> Composable:
        cells = SQL(", ").join(self.value(column) for column in self.target.keys if column.staged)
        return SQL(
            "WITH numbered AS (SELECT s.line, left(concat_ws(', ', {shown}), 200) AS value,"
            " first_value(s.line) OVER same AS first, row_number() OVER same AS place FROM {table} s"
            " WINDOW same AS (PARTITION BY {cells} ORDER BY s.line)),"
            " gone AS (DELETE FROM {table} s USING numbered n WHERE n.place > 1 AND s.line = n.line"
            " RETURNING n.line, n.value, n.first)"
            ' INSERT INTO market_refusedrow (batch_id, line, "column", value, reason)'
            " SELECT {batch}, line, 'row', value, 'stands in line ' || first % 100000000 || ' already'"
            " FROM gone ORDER BY line LIMIT {most}"
        ).format(
            cells=self.key_cells(),
            shown=cells,
            table=self.table,
            batch=Literal(self.batch),
            most=Literal(KEPT_REFUSALS),
        )

    def digest(self) -> Composable:
        cells = SQL(", ").join(SQL("s.{}").format(Identifier(name)) for name in self.cells)
        facts = Literal(repr(sorted((key, str(value)) for key, value in self.constants.items())))
        return SQL("hashtextextended(concat_ws('|', {}, {}), 0)").format(facts, cells)

    def joined(self) -> Composable:
        """Each staged row beside the row of the table that has its key, where there is one."""
        keys = SQL(" AND ").join(
            SQL("{} = {}").format(
                self.same(column, SQL("t.{}").format(Identifier(column.name))),
                self.same(column, self.value(column)),
            )
            for column in self.target.keys
        )
        over = self.sql(self.target.over)
        return SQL("FROM {} s LEFT JOIN {} t ON {} AND {}").format(self.table, self.rows, over, keys)

    def same(self, column: Column, value: Composable) -> Composable:
        return SQL(column.same).format(v=value)

    def known(self) -> Composable:
        """Whether the row of the table was made of these very cells."""
        return SQL("t.digest = {}").format(self.digest())

    def differs(self) -> Composable:
        """Whether a row of the table says something else; what the digest knows is not looked at again."""
        ours = SQL(", ").join(SQL("t.{}").format(Identifier(one.name)) for one in self.target.told)
        theirs = SQL(", ").join(self.value(one) for one in self.target.told)
        return SQL("NOT {} AND ROW({}) IS DISTINCT FROM ROW({})").format(self.known(), ours, theirs)

    def counts(self) -> Composable:
        """Rows by what would become of them: bad, added, changed, unchanged; and how many are flagged.

        One pass, and the cheapest question first: what is there already, digest for digest, was good then.
        """
        flag = SQL("NOT ({}) AND ({})").format(self.bad(), self.sql(self.target.flag or "false"))
        return SQL(
            "SELECT kind, count(*), count(*) FILTER (WHERE flag) FROM (SELECT CASE"
            " WHEN {known} THEN 'unchanged' WHEN {bad} THEN 'bad' WHEN t.id IS NULL THEN 'added'"
            " WHEN {differs} THEN 'changed' ELSE 'unchanged' END AS kind, {flag} AS flag {joined}) k"
            " GROUP BY kind"
        ).format(
            known=self.known(),
            bad=self.bad(),
            differs=self.differs(),
            flag=flag if self.target.flag else SQL("false"),
            joined=self.joined(),
        )

    def examples(self, *, changed: bool) -> Composable:
        """The first rows that are new, or the first that change with what stood there and what comes."""
        pairs = SQL(", ").join(
            SQL(
                "CASE WHEN t.{name} IS DISTINCT FROM {new}"
                " THEN jsonb_build_array({label}, t.{name}::text, ({new})::text) END"
            ).format(
                label=Literal(one.label or one.name.replace("_", " ")),
                name=Identifier(one.name),
                new=self.value(one),
            )
            for one in self.target.told
        )
        which = SQL("t.id IS NOT NULL AND {}").format(self.differs()) if changed else SQL("t.id IS NULL")
        return SQL(
            "SELECT s.line, {}, jsonb_build_array({})::text {} WHERE {} ORDER BY s.line LIMIT {}"
        ).format(self.sql(self.target.what), pairs, self.joined(), which, Literal(SHOWN))

    def merge(self) -> Iterator[tuple[str, Composable]]:
        """The statements that write, each under the name of the count that it must agree with."""
        touched = Identifier(f"changed_{self.batch}")
        yield (
            "",
            SQL(
                "CREATE TEMPORARY TABLE {} ON COMMIT DROP AS"
                " SELECT s.line, t.id {} WHERE t.id IS NOT NULL AND {}"
            ).format(touched, self.joined(), self.differs()),
        )
        yield "changed", self.keep(touched)
        yield "changed", self.change(touched)
        yield "added", self.add()

    def keep(self, touched: Composable) -> Composable:
        return SQL(
            'INSERT INTO market_keptrow (batch_id, "table", "row", from_batch_id, before)'
            " SELECT {}, {}, t.id, t.batch_id, to_jsonb(t) FROM {} t JOIN {} USING (id)"
        ).format(Literal(self.batch), Literal(self.target.table), self.rows, touched)

    def change(self, touched: Composable) -> Composable:
        values = SQL(", ").join(
            SQL("{} = {}").format(Identifier(one.name), self.value(one)) for one in self.target.values
        )
        return SQL("UPDATE {} t SET {}{} FROM {} s JOIN {} c USING (line) WHERE t.id = c.id").format(
            self.rows, values, self.stamp(), self.table, touched
        )

    def stamp(self) -> Composable:
        return SQL(", digest = {}, batch_id = {}").format(self.digest(), Literal(self.batch))

    def add(self) -> Composable:
        return SQL("INSERT INTO {} ({}, digest, batch_id) SELECT {}, {}, {} {} WHERE t.id IS NULL").format(
            self.rows,
            SQL(", ").join(Identifier(one.name) for one in self.target.columns),
            SQL(", ").join(self.value(one) for one in self.target.columns),
            self.digest(),
            Literal(self.batch),
            self.joined(),
        )

    def derive(self) -> list[Composable]:
        return [self.sql(statement) for statement in self.target.derived]


def undo(target: Target, columns: list[str], batch: int) -> list[Composable]:
    """Takes away what a batch added and puts back what it changed, as it was."""
    rows, number = Identifier(target.table), Literal(batch)
    back = SQL(", ").join(SQL("{0} = b.{0}").format(Identifier(name)) for name in columns)
    kept = SQL('k.batch_id = {} AND k."table" = {} AND k."row" = t.id').format(number, Literal(target.table))
    return [
        SQL(
            "DELETE FROM {} t WHERE t.batch_id = {} AND NOT EXISTS (SELECT FROM market_keptrow k WHERE {})"
        ).format(rows, number, kept),
        SQL(
            "UPDATE {rows} t SET {back} FROM market_keptrow k,"
            " jsonb_populate_record(NULL::{rows}, k.before) b WHERE {kept}"
        ).format(rows=rows, back=back, kept=kept),
        SQL("DELETE FROM market_keptrow WHERE batch_id = {}").format(number),
    ]
