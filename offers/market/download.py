"""The rows that were refused, as a table for whoever corrects the file."""

import csv
from collections.abc import Iterator

from django.http import StreamingHttpResponse

from offers.market.models import Batch

# A cell that begins so is a formula to programs for tables; with an apostrophe before it, it is text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Echo:
    """A file for the csv module that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def refused_csv(batch: Batch) -> StreamingHttpResponse:
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(["line", "column", "value", "reason"])
        for row in batch.refused_rows.iterator():
            yield writer.writerow([batch.line(row.line), row.column, harmless(row.value), row.reason])

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="refused-rows-{batch.pk}.csv"'
    return answer
