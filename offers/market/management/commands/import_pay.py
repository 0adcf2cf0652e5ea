"""`manage.py import_pay FILE`: what a publisher's file would change; with --confirm, its import.

With --band-set the file is a table of an employer's own bands, which go into a draft of that name.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from offers.market.headings import chosen
from offers.market.models import Batch, State
from offers.market.models.batches import rows
from offers.market.own_bands import choose, look
from offers.market.preview import LAYOUT, read
from offers.market.reading.formats.bands import LAYOUT as LAYOUT_OF_BANDS
from offers.market.services import BatchError, confirm, import_, same_file, set_aside
from offers.market.told import ToldError, told_plan
from offers.market.uploads import register

FIRST = 5


class Command(BaseCommand):
    help = "Shows what importing a publisher's file of pay would change; with --confirm, imports it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, help="the year, where the file does not say it")
        parser.add_argument("--confirm", action="store_true", help="import what the preview shows")
        parser.add_argument(
            "--without-refused-rows", action="store_true", help="import the other rows when some are refused"
        )

        parser.add_argument("--band-set", help="the draft into which the bands of an employer go")
        parser.add_argument(
            "--map", action="append", default=[], metavar="FIELD=HEADING", help="which column a field is"
        )
        parser.add_argument(
            "--all", action="append", default=[], metavar="FIELD=TEXT", help="what stands in every row"
        )

    def handle(self, *, file: Path, year: int | None, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        with file.open("rb") as stream:
            batch = self.read_bands(file, stream, options) if options["band_set"] else None
            batch = batch or read(register(stream, file.name, year=year), stream)
        if batch.state != State.PREVIEWED:
            if batch.state == State.COLUMNS:
                set_aside(batch)
            raise CommandError(batch.sentence)
        self.show(batch)
        if not options["confirm"]:
            set_aside(batch)
            self.stdout.write("Nothing was written. Add --confirm to import it.")
            return
        try:
            batch = import_(confirm(batch, without_refused=options["without_refused_rows"]))
        except BatchError as error:
            set_aside(batch)
            raise CommandError(str(error)) from error
        self.stdout.write(f"Batch {batch.pk} is {batch.get_state_display()}.")

    def read_bands(self, file: Path, stream: IO[bytes], options: dict[str, Any]) -> Batch:
        """The batch of a table of bands, read by the columns that were told or guessed."""
        batch = look(register(stream, file.name, layout=LAYOUT_OF_BANDS.key), stream)
        if batch.state == State.REFUSED:
            return batch
        try:
            plan = told_plan(batch, options["map"], options["all"], timezone.localdate())
        except ToldError as error:
            set_aside(batch)
            raise CommandError(str(error)) from error
        batch = read(choose(batch, plan, options["band_set"][:100]), stream)
        for field, where in chosen(batch.facts):
            self.stdout.write(f"{field}: {where}")
        return batch

    def show(self, batch: Batch) -> None:
        year = f", {batch.year}" if batch.year else ""
        self.stdout.write(f"{LAYOUT[batch.layout].title}{year}: {rows(batch.read)}")
        if same := same_file(batch):
            self.stdout.write(f"This very file was imported as batch {same.pk}.")
        for name in ("added", "changed", "unchanged", "refused", "flagged"):
            self.stdout.write(f"{name:>10} {getattr(batch, name):>10,}")
        for example in batch.examples["changed"][:FIRST]:
            cells = ", ".join(
                f"{name} {old or 'none'} → {new or 'none'}" for name, old, new in example["cells"]
            )
            self.stdout.write(f"  line {batch.line(example['line'])}: {example['what']}: {cells}")
        for row in batch.refused_rows.all()[:FIRST]:
            self.stdout.write(f"  line {batch.line(row.line)}: {row.column} “{row.value}” {row.reason}")
