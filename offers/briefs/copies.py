"""Whether a document would be made of the same again: by the versions of the rows that it is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.models import Band, Industry, PolicyValue
from offers.briefs.models import Copy
from offers.compare.models import Comparison, Criterion, Rate
from offers.models import FormToken, Offer

DAYS = 1
MOST = 24  # Copies of one person; the oldest go first.
MINE = "(SELECT id FROM offers_offer WHERE owner_id = %(owner)s)"
SHARED = "SELECT {name} FROM offers_offer WHERE owner_id = %(owner)s"
CODE = ("offers/**/*.py", "templates/briefs/*.html", "static/css/brief.css")
Parts = Iterator[tuple[type[models.Model], str]]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The digest of a document, and the file where a copy is kept of it."""

    key: str
    name: str = ""
    pdf: bytes = b""


def looked_up(user: User, today: date, *chosen: object) -> Found:
    """A digest of the code, the day, what was chosen, and the version of every row; and its copy. One query.

    PostgreSQL gives a row another `xmin` and `ctid` each time it is written, so nothing that was changed,
    added or taken away can go unseen. It is read before the rows are: what changes in between is made anew.
    A copy is of no use after a day.
    """
    made = sha256("\n".join(map(str, (code(), user.pk, today, *chosen))).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(question(), {"owner": user.pk, "made": made, "oldest": oldest()})
        key, name, pdf = cursor.fetchone()
    return Found(key=key, name=name or "", pdf=bytes(pdf or b""))


@cache
def question() -> str:
    """The versions of all rows that a document of this person can stand on, as one text, with its copy."""
    rows = " UNION ALL ".join(
        # Names of ours alone; the person is a parameter.
        f"SELECT '{model._meta.db_table}' || id AS place, xmin::text || ' ' || ctid::text AS version "  # noqa: S608
        f"FROM {model._meta.db_table} WHERE {condition}"
        for model, condition in parts()
    )
    key = "md5(%(made)s || string_agg(place || ' ' || version, ',' ORDER BY place))"
    return (
        f"WITH found AS (SELECT {key} AS key FROM ({rows}) AS rows) "  # noqa: S608
        "SELECT found.key, briefs_copy.name, briefs_copy.pdf FROM found LEFT JOIN briefs_copy "
        "ON owner_id = %(owner)s AND briefs_copy.key = found.key AND made_at > %(oldest)s"
    )


def parts() -> Parts:
    """Each table with the rows of it that count: the person's own, and the shared ones that they picked."""
    yield User, "id = %(owner)s"
    yield Offer, "owner_id = %(owner)s"
    for relation in Offer._meta.related_objects:
        if relation.related_model is not FormToken:
            yield relation.related_model, f"{relation.field.attname} IN {MINE}"
    yield Comparison, "owner_id = %(owner)s"
    yield Rate, "owner_id = %(owner)s"
    yield (
        Criterion,
        "comparison_id IN (SELECT id FROM compare_comparison WHERE owner_id = %(owner)s)",
    )
    yield PolicyValue, "TRUE"
    yield Industry, f"id IN ({SHARED.format(name='industry_id')})"
    yield Band, f"id IN ({SHARED.format(name='band_id')})"


@cache
def code() -> str:
    """What the documents are made by: another release makes them anew."""
    found = (path for pattern in CODE for path in sorted(Path(settings.BASE_DIR).glob(pattern)))
    stamps = (f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in found)
    return sha256("\n".join(stamps).encode()).hexdigest()


def keep(user: User, key: str, name: str, pdf: bytes) -> None:
    """Keeps a copy; the same one made twice at a moment is kept once."""
    forget()
    mine = Copy.objects.owned_by(user).order_by("-made_at")
    mine.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST - 1 :])).delete()
    Copy.objects.bulk_create([Copy(owner=user, key=key, name=name, pdf=pdf)], ignore_conflicts=True)


def forget() -> None:
    """Deletes what is older than a day, whoever it belongs to."""
    Copy.objects.filter(made_at__lte=oldest()).delete()


def oldest() -> datetime:
    return timezone.now() - timedelta(days=DAYS)
