"""The road of rows that people change as well: what a batch did is kept beside them and not in them."""

from psycopg.sql import SQL, Composable, Identifier, Literal

from offers.market.staging import Staging


class Unstamped(Staging):
    """No row says which cells it was made of; it is compared value by value."""

    def known(self) -> Composable:
        return SQL("false")

    def stamp(self) -> Composable:
        return SQL("")

    def keep(self, touched: Composable) -> Composable:
        return SQL(
            'INSERT INTO market_keptrow (batch_id, "table", "row", before)'
            " SELECT {}, {}, t.id, to_jsonb(t) FROM {} t JOIN {} USING (id)"
        ).format(Literal(self.batch), Literal(self.target.table), self.rows, touched)

    def add(self) -> Composable:
        """New rows, each noted with nothing before it."""
        return SQL(
            "WITH made AS (INSERT INTO {} ({}) SELECT {} {} WHERE t.id IS NULL RETURNING id)"
            ' INSERT INTO market_keptrow (batch_id, "table", "row") SELECT {}, {}, id FROM made'
        ).format(
            self.rows,
            SQL(", ").join(Identifier(one.name) for one in self.target.columns),
            SQL(", ").join(self.value(one) for one in self.target.columns),
            self.joined(),
            Literal(self.batch),
            Literal(self.target.table),
        )

    def touched_since(self) -> Composable:
        """How many rows are not as the batch left them. Every save of a row raises its version."""
        return SQL(
            'SELECT count(*) FROM market_keptrow k LEFT JOIN {} t ON t.id = k."row" WHERE k.batch_id = {}'
            " AND t.version IS DISTINCT FROM coalesce((k.before ->> 'version')::integer, 0) + 1"
        ).format(self.rows, Literal(self.batch))

    def undo(self, columns: list[str]) -> list[Composable]:
        """Takes away what the batch added and puts back what it changed, under a version of its own."""
        back = SQL(", ").join(
            SQL("{0} = b.{0}").format(Identifier(one)) for one in columns if one != "version"
        )
        kept = SQL('k.batch_id = {} AND k."row" = t.id').format(Literal(self.batch))
        return [
            SQL("DELETE FROM {} t USING market_keptrow k WHERE {} AND k.before IS NULL").format(
                self.rows, kept
            ),
            SQL(
                "UPDATE {rows} t SET {back}, version = t.version + 1 FROM market_keptrow k,"
                " jsonb_populate_record(NULL::{rows}, k.before) b WHERE {kept} AND k.before IS NOT NULL"
            ).format(rows=self.rows, back=back, kept=kept),
            SQL("DELETE FROM market_keptrow WHERE batch_id = {}").format(Literal(self.batch)),
        ]
