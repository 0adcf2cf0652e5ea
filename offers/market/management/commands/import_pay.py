"""`manage.py import_pay FILE`: what a publisher's file would change; with --confirm, its import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offers.market.models import Batch, State
from offers.market.preview import LAYOUT, read
from offers.market.services import BatchError, confirm, import_, same_file, set_aside
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

    def handle(self, *, file: Path, year: int | None, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        with file.open("rb") as stream:
            batch = read(register(stream, file.name, year=year), stream)
        if batch.state == State.REFUSED:
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

    def show(self, batch: Batch) -> None:
        year = f", {batch.year}" if batch.year else ""
        self.stdout.write(f"{LAYOUT[batch.layout].title}{year}: {batch.read:,} rows")
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
